# SPDX-License-Identifier: GPL-3.0-or-later
"""P10: a truncated book is recognised every time and the newest good backup is offered."""

import random

import fault

TRUNCATIONS = 200


class Truncated(fault.FaultTest):
    def test_recognised(self):
        self.create(2000)
        self.worker("shelve")
        newest = self.worker("backups").stdout.split(" ", 1)[1].strip()
        whole = self.book.read_bytes()
        random.seed(20261122)
        pages = [random.randrange(1, len(whole) // 16384) * 16384 for _ in range(TRUNCATIONS // 2)]
        sizes = [0, 1, 99, 100, 101, 16383, len(whole) - 1]
        sizes += [random.randrange(len(whole)) for _ in range(TRUNCATIONS - len(sizes) - len(pages))]
        missed = []
        for size in pages + sizes:
            # With and without the digest beside it: the header alone must do.
            (self.folder / f".{self.book.name}.digest").unlink(missing_ok=True)
            self.book.write_bytes(whole[:size])
            done = self.cli("history", status=None)
            if done.returncode != 1 or newest not in done.stderr or done.stdout:
                missed.append((size, done.returncode, done.stderr))
            self.assertEqual(self.book.read_bytes(), whole[:size])
        self.assertEqual(missed, [])
        self.cli("restore", newest)
        self.assertEqual(self.state()["accounts"], 100)

    def test_a_damaged_backup_is_not_offered(self):
        self.create(2000)
        self.worker("shelve")
        older = self.worker("backups").stdout.split(" ", 1)[1].strip()
        self.worker("shelve")
        newer = self.worker("backups").stdout.splitlines()[0].split(" ", 1)[1].strip()
        self.assertNotEqual(newer, older)
        with open(newer, "r+b") as file:
            file.seek(100_000)
            file.write(b"\xff" * 10)
        self.book.write_bytes(self.book.read_bytes()[:50_000])
        told = self.cli("history", status=1).stderr
        self.assertIn(older, told)
        self.assertNotIn(newer, told)


if __name__ == "__main__":
    fault.main()
