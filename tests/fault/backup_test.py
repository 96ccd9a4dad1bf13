# SPDX-License-Identifier: GPL-3.0-or-later
"""P13, P14, P15: a restore mixes nothing old in, a listed backup can be restored, a copy made beside a writer is whole."""

from pathlib import Path

import fault


class Restore(fault.FaultTest):
    def test_stale_log_files_beside_the_target_take_no_part(self):
        self.create(20)
        backup = self.folder / "backup.steward"
        self.worker("backup", backup)
        expected = self.state()["hash"]
        # The log of a later crash: newer pages of the same book, the likeliest to be mixed in.
        done = self.worker("edits", 5, status=None, env=fault.environment(STEWARD_FAILPOINT="book.close.checkpoint:1"))
        self.assertEqual(done.returncode, -9)
        log = Path(f"{self.book}-wal").read_bytes()
        self.assertGreater(len(log), 16384)
        self.state()
        for present in (True, False):
            for suffixes in (["-wal"], ["-wal", "-shm"], ["-journal"], ["-wal", "-shm", "-journal"]):
                with self.subTest(present=present, suffixes=suffixes):
                    for suffix in suffixes:
                        Path(f"{self.book}{suffix}").write_bytes(log)
                    if not present:
                        self.book.unlink()
                    self.cli("restore", backup)
                    for suffix in ("-wal", "-shm", "-journal"):
                        self.assertFalse(Path(f"{self.book}{suffix}").exists())
                    self.assertEqual(self.state()["hash"], expected)

    def test_what_was_replaced_is_kept_with_what_its_log_held(self):
        self.create(20)
        backup = self.folder / "backup.steward"
        self.worker("backup", backup)
        self.worker("edits", 5, status=None, env=fault.environment(STEWARD_FAILPOINT="book.close.checkpoint:1"))
        self.cli("restore", backup)
        self.assertEqual(self.state()["accounts"], 1)
        kept = list(self.folder.glob("*.replaced-*.steward"))
        self.assertEqual(len(kept), 1)
        self.assertEqual(self.state(kept[0])["accounts"], 6)


class Backups(fault.FaultTest):
    def listed(self):
        lines = self.worker("backups").stdout.splitlines()
        return [(line.split(" ", 1)[0] == "good", Path(line.split(" ", 1)[1])) for line in lines]

    def test_every_listed_backup_can_be_restored(self):
        self.create(20)
        expected = {}
        for _ in range(5):
            self.worker("shelve")
            expected[self.listed()[0][1]] = self.state()["hash"]
            self.worker("edits", 1)
        self.assertEqual([good for good, _ in self.listed()], [True] * 5)
        for _, path in self.listed():
            self.cli("restore", path)
            self.assertEqual(self.state()["hash"], expected[path])

    def test_a_damaged_one_is_flagged_refused_and_never_outlives_the_last_good_one(self):
        self.create(20)
        for _ in range(4):
            self.worker("shelve")
        paths = [path for _, path in self.listed()]
        for path in paths[:3]:
            # One letter of an address: SQLite finds nothing wrong with it, only the digest does.
            content = bytearray(path.read_bytes())
            content[content.rindex(b"@example.org") + 1] ^= 1
            path.write_bytes(content)
        self.assertEqual([good for good, _ in self.listed()], [False, False, False, True])
        before = self.book.read_bytes()
        self.assertIn("damaged", self.cli("restore", paths[0], status=1).stderr)
        self.assertEqual(self.book.read_bytes(), before)
        self.worker("rotate", 1)
        self.assertTrue(paths[3].exists(), "the last good backup was rotated away")
        self.worker("shelve")
        self.worker("rotate", 1)
        self.assertFalse(paths[3].exists())
        self.assertEqual([good for good, _ in self.listed()], [True, False, False, False])


class Copies(fault.FaultTest):
    def test_a_copy_beside_a_burst_of_writes_has_all_rows_of_one_moment(self):
        self.create(500)
        rows = self.state()
        edits = 400
        writer = fault.start([self.worker_program, self.book, "burst", edits])
        self.addCleanup(fault.end, writer)
        self.assertEqual(writer.stdout.readline(), "committed\n")
        copies = []
        while writer.poll() is None and len(copies) < 25:
            copy = self.folder / f"copy{len(copies)}.steward"
            if self.cli("backup", copy, status=None).returncode == 0:
                copies.append(copy)
        writer.communicate()
        self.assertGreaterEqual(len(copies), 5)
        seen = set()
        for copy in copies:
            state = self.state(copy)
            self.assertEqual((state["accounts"], state["contacts"]), (rows["accounts"], rows["contacts"]))
            self.assertEqual(state["titles"], 1, "rows of two moments in one copy")
            seen.add(state["edits"])
        self.assertGreater(len(seen), 2, "the copies are all of one moment: no burst ran beside them")


if __name__ == "__main__":
    fault.main()
