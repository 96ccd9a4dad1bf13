# SPDX-License-Identifier: GPL-3.0-or-later
"""P32 and P34: no customer data in messages and logs; files for their owner only."""

import json
import os
import shutil
import stat
import tempfile
from pathlib import Path

import fault

CANARY = "zqcanary"


class Messages(fault.FaultTest):
    """Every text field of the book holds a canary; every command runs with all debug output on."""

    def test_no_message_holds_a_canary(self):
        self.create()
        self.worker("fill", CANARY)
        backup = self.folder / "b.steward"
        rows = self.folder / "accounts.csv"
        rows.write_text(f"id,name,email\n{CANARY}1,{CANARY}2,{CANARY}3\n,,\n{CANARY}4\n")
        exported = self.folder / "out"
        known = {"create": ["create", self.folder / "new.steward"], "sample": ["sample", self.folder / "s.steward"],
                 "backup": ["backup", backup], "restore": ["restore", backup], "rows": ["rows", rows],
                 "detect": ["detect", rows], "import": ["import", "accounts", rows],
                 "export": ["export", "all", "--output", exported], "search": ["search", CANARY],
                 "since": ["since", "2020-01-01"]}
        log = {"QT_LOGGING_RULES": "*=true", "QT_DEBUG_PLUGINS": "1", "XDG_STATE_HOME": str(self.folder / "state"),
               "HOME": str(self.folder / "home")}
        self.assertIn(CANARY, self.cli("search", CANARY, "--format", "json").stdout)
        hits = json.loads(self.cli("search", CANARY, "--format", "json").stdout)
        contact = next(hit["id"] for hit in hits if hit["kind"] == "contact")
        known["brief"] = ["brief", next(hit["id"] for hit in hits if hit["kind"] == "account")]
        known["export-contact"] = ["export-contact", contact, "--output", self.folder / "contact.zip"]
        known["erase-contact"] = ["erase-contact", contact, "--yes"]
        found = fault.commands(self)
        self.assertGreater(len(found), 8)
        other = self.folder / "other.steward" # erasing is not undone, and the rest wants the person
        shutil.copy(self.book, other)
        for name in ("brief", "export-contact", "erase-contact"):
            self.assertNotIn(CANARY, self.cli(*known[name], book=other, env=fault.environment(**log)).stderr.lower(), name)
        for name in sorted(found, key=lambda each: (each not in ("backup", "create"), each)):
            for words in (known.get(name, [name]), [*known.get(name, [name]), "--format", "json"], [name, "nonsense"]):
                with self.subTest(words=words):
                    done = self.cli(*words, status=None, env=fault.environment(**log))
                    self.assertIn(done.returncode, (0, 1, 2, 3), done.stderr)
                    self.assertNotIn(CANARY, done.stderr.lower())
        for folder in ("state", "home"):
            for path in (self.folder / folder).rglob("*"):
                self.assertNotIn(CANARY.encode(), path.read_bytes().lower() if path.is_file() else b"", path)

    def test_errors_of_a_damaged_book_hold_none(self):
        self.create()
        self.worker("fill", CANARY)
        whole = self.book.read_bytes()
        for at in range(16384, len(whole), len(whole) // 40):
            damaged = bytearray(whole)
            damaged[at:at + 600] = bytes(255 - byte for byte in damaged[at:at + 600])
            self.book.write_bytes(damaged)
            for words in (["check"], ["history"], ["undo"]):
                done = self.cli(*words, status=None)
                self.assertIn(done.returncode, (0, 1, 2), done.stderr)
                self.assertNotIn(CANARY, done.stderr.lower())


class Permissions(fault.FaultTest):
    """umask 000, and still nobody else may read a thing."""

    def setUp(self):
        super().setUp()
        self.addCleanup(os.umask, os.umask(0))

    def assert_private(self, folder):
        for path in sorted(Path(folder).rglob("*")):
            mode = path.lstat().st_mode
            if stat.S_ISSOCK(mode):
                self.assertEqual(mode & 0o077, 0, path)
            else:
                self.assertEqual(stat.S_IMODE(mode), 0o700 if stat.S_ISDIR(mode) else 0o600, path)

    def test_files_0600_and_folders_0700(self):
        work = self.folder / "work"
        temporary = self.folder / "tmp"
        for folder in (work, temporary):
            folder.mkdir(mode=0o700)
        rows = self.folder / "accounts.csv"
        rows.write_text("id,name\n1,Acme\n")
        book = work / "West book.steward"
        env = fault.environment(TMPDIR=str(temporary))
        self.cli("create", book, book=book, env=env)
        self.worker("rows", 20, book=book, env=env)
        self.assert_private(work)
        backup = work / "copies" / "b.steward"
        backup.parent.mkdir(mode=0o700)
        self.cli("backup", backup, book=book, env=env)
        self.worker("shelve", book=book, env=env)
        self.assert_private(work)
        if "import" in fault.commands(self):
            self.cli("import", "accounts", rows, book=book, status=None, env=env)
        if "export" in fault.commands(self):
            self.cli("export", "all", "--output", work / "out", book=book, env=env)
            self.cli("export", "accounts", "--output", work / "accounts.csv", book=book, env=env)
        if "sample" in fault.commands(self):
            self.cli("sample", work / "sample.steward", book=book, env=env)
        self.cli("restore", backup, book=book, env=env)
        self.assert_private(work)
        holder = fault.start([self.worker_program, book, "hold"], env=env)
        self.addCleanup(fault.end, holder)
        holder.stdout.readline()
        holder.stdin.write("edit\n")
        holder.stdin.flush()
        holder.stdout.readline()
        self.assertTrue(list(temporary.iterdir()), "no socket: it proves nothing")
        self.assert_private(self.folder / "work")
        self.assert_private(temporary)
        self.cli("history", book=book, env=env)
        self.assert_private(temporary)
        holder.stdin.close()
        fault.finish(holder)
        self.assertEqual(list(temporary.iterdir()), [], "temporary files are left")
        step = self.folder / "step.sql"
        step.write_text("ALTER TABLE person ADD COLUMN nickname TEXT;")
        self.worker("upgrade", step, book=book, env=env)
        self.assert_private(work)

    def test_after_a_kill(self):
        work = Path(tempfile.mkdtemp(dir=self.folder))
        book = work / "b.steward"
        self.worker("create", book=book)
        for point in ("book.edit.committed", "book.close.checkpoint", "book.close.checkpointed"):
            self.worker("edits", 2, book=book, status=None, env=fault.environment(STEWARD_FAILPOINT=f"{point}:1"))
            self.assert_private(work)
        for point in ("book.backup.pages", "book.backup.verified"):
            self.worker("backup", work / "c.steward", book=book, status=None,
                        env=fault.environment(STEWARD_FAILPOINT=f"{point}:1"))
            self.assert_private(work)


if __name__ == "__main__":
    fault.main()
