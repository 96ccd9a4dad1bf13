# SPDX-License-Identifier: GPL-3.0-or-later
"""P4: on a full disk the message is clear, the book is unchanged, the program goes on, and a retry works once there is room."""

import os
import shutil
import subprocess
import sys

import fault

MIB = 1 << 20
ROWS = 20_000


class FullDisk(fault.FaultTest):
    """A small disk of its own, filled with ballast up to the free space a test leaves."""

    def setUp(self):
        super().setUp()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24M", "tmpfs", str(self.folder)], check=True)
        self.addCleanup(subprocess.run, ["umount", "-l", str(self.folder)], check=True)
        self.ballast = self.folder / "ballast"
        self.create(20)
        self.before = self.state()["hash"]
        self.content = self.book.read_bytes()

    def again(self):
        """The same book, nothing beside it, and room."""
        for path in self.folder.iterdir():
            path.unlink()
        self.book.write_bytes(self.content)

    def leave(self, free):
        """Fills the disk so that this many bytes are left."""
        self.ballast.unlink(missing_ok=True)
        room = shutil.disk_usage(self.folder).free - free
        with open(self.ballast, "wb") as file:
            file.write(bytes(max(room, 0)))

    def test_an_edit_is_refused_and_the_same_process_can_go_on(self):
        for free in (4096, 64 << 10, 512 << 10, 2 * MIB):
            with self.subTest(free=free):
                self.again()
                before = self.state()
                self.leave(free)
                done = self.worker("starve", self.ballast, ROWS)
                self.assertEqual(done.stdout.split(), ["file.no-space", "committed"])
                after = self.state()
                self.assertEqual(after["accounts"] - before["accounts"], ROWS / 20)

    def test_a_command_says_so_and_changes_nothing(self):
        """From no room at all to room for the log but not for the file: done means done, refused means unchanged."""
        refused = 0
        for free in (0, 4096, *range(64 << 10, 12 * MIB, 900 << 10)):
            with self.subTest(free=free):
                self.again()
                self.leave(free)
                done = self.worker("rows", 4000, status=None)
                self.ballast.unlink()
                state = self.state()
                if done.returncode == 0:
                    self.assertIn("committed", done.stdout)
                    self.assertEqual(state["edits"], 2)
                else:
                    refused += 1
                    self.assertEqual(done.stderr.strip(), "file.no-space")
                    self.assertEqual(state["hash"], self.before)
        self.assertGreater(refused, 2)

    def test_an_open_book_can_still_be_read(self):
        self.leave(0)
        self.assertEqual(self.cli("history", "--format", "csv").stdout.count("\n"), 2)
        told = self.cli("undo", status=1).stderr
        self.assertIn("no space left", told)
        self.ballast.unlink()
        self.assertEqual(self.state()["hash"], self.before)
        self.cli("undo")

    def test_a_backup_appears_whole_or_not_at_all(self):
        copy = self.folder / "copy.steward"
        for free in (4096, MIB):
            with self.subTest(free=free):
                self.leave(free)
                before = sorted(path.name for path in self.folder.iterdir())
                self.assertIn("no space left", self.cli("backup", copy, status=1).stderr)
                self.assertEqual(sorted(path.name for path in self.folder.iterdir()), before)
                self.ballast.unlink()
                self.assertEqual(self.state()["hash"], self.before)
        self.cli("backup", copy)
        self.assertEqual(self.state(copy)["hash"], self.before)

    def test_an_import_is_refused_whole(self):
        if "import" not in fault.commands(self):
            self.skipTest("no import command yet")
        rows = self.folder.parent / f"{self.folder.name}.csv"
        self.addCleanup(rows.unlink)
        rows.write_text("id,name\n" + "".join(f"{n},Account {n}\n" for n in range(5000)))
        for free in (4096, 300 << 10):
            with self.subTest(free=free):
                self.again()
                self.leave(free)
                done = self.cli("import", "accounts", rows, "--format", "json", status=1)
                self.assertIn("no space left", done.stderr)
                self.assertEqual(done.stdout, "")
                self.ballast.unlink()
                self.assertEqual(self.state()["hash"], self.before)
                self.assertEqual(self.imported("accounts", rows)["created"], 5000)

    def test_what_only_the_log_had_room_for_is_told_and_can_be_read(self):
        rows = self.folder.parent / f"{self.folder.name}.csv"
        copy = self.folder.parent / f"{self.folder.name}-copy.steward"
        for path in (rows, copy, copy.parent / f".{copy.name}.digest"):
            self.addCleanup(path.unlink, missing_ok=True)
        rows.write_text("id,name\n" + "".join(f"{n},Account {n}\n" for n in range(20000)))
        log = self.folder / f"{self.book.name}-wal"
        self.cli("import", "accounts", rows, status=-9, env=fault.environment(STEWARD_FAILPOINT="book.close.checkpoint:1"))
        size = log.stat().st_size
        self.again()
        self.leave(size + (64 << 10))
        done = self.cli("import", "accounts", rows)
        self.assertGreater(log.stat().st_size, 0, "there was room for all of it: it proves nothing")
        self.assertIn("Everything is saved, but the disk is full", done.stderr)
        for words in (["history"], ["check"], ["accounts"], ["backup", copy]):
            with self.subTest(words=words):
                self.assertIn("this is a repaired copy", self.cli(*words).stderr)
        self.assertEqual(self.state(copy)["accounts"], 20001)
        self.ballast.unlink()
        self.assertEqual(self.cli("history", "--format", "csv").stdout.count("\n"), 3)
        self.assertFalse(log.exists())
        self.assertEqual(self.state()["accounts"], 20001)

    def test_an_export_appears_whole_or_not_at_all(self):
        if "export" not in fault.commands(self):
            self.skipTest("no export command yet")
        self.worker("rows", 2000)
        for name in ("accounts.csv", "accounts.xlsx"):
            target = self.folder / name
            for old in (None, b"the older file"):
                with self.subTest(name=name, old=old):
                    target.write_bytes(old) if old else target.unlink(missing_ok=True)
                    self.leave(8192)
                    before = sorted(path.name for path in self.folder.iterdir())
                    told = self.cli("export", "accounts", "--output", target, status=1).stderr
                    self.assertIn("no space left", told)
                    self.assertEqual(target.read_bytes() if target.exists() else None, old)
                    self.assertEqual(sorted(path.name for path in self.folder.iterdir()), before)
                    self.ballast.unlink()
            self.cli("export", "accounts", "--output", target)

    def test_a_restore_keeps_the_book(self):
        copy = self.folder / "copy.steward"
        self.cli("backup", copy)
        self.leave(MIB)
        self.assertIn("no space left", self.cli("restore", copy, status=1).stderr)
        self.assertEqual(list(self.folder.glob("*.restoring")), [])
        self.ballast.unlink()
        self.assertEqual(self.state()["hash"], self.before)
        self.cli("restore", copy)

    def test_a_migration_without_room_for_its_backup_does_not_begin(self):
        step = self.folder / "step.sql"
        step.write_text("ALTER TABLE person ADD COLUMN nickname TEXT;")
        content = self.book.read_bytes()
        self.leave(2 * MIB)
        self.assertEqual(self.worker("upgrade", step, status=1).stderr.strip(), "file.no-space")
        self.assertEqual(self.book.read_bytes(), content)
        self.assertEqual(list(self.folder.glob("backups/*")), [])
        self.ballast.unlink()
        self.worker("upgrade", step)


def enter_namespace():
    """Mounts made here are seen by this process only and gone with it."""
    flags = "-m" if os.geteuid() == 0 else "-rm"
    probe = ["unshare", flags, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    if not shutil.which("unshare") or subprocess.run(probe, capture_output=True, check=False).returncode != 0:
        print("skipped: this system permits no mount")
        sys.exit(fault.SKIPPED)
    os.environ["STEWARD_FAULT_NAMESPACE"] = "1"
    os.execvp("unshare", ["unshare", flags, sys.executable, "-B", *sys.argv])


if __name__ == "__main__":
    if "STEWARD_FAULT_NAMESPACE" not in os.environ:
        enter_namespace()
    fault.main()
