# SPDX-License-Identifier: GPL-3.0-or-later
"""P35 and the exports of P4: an exported file appears whole or not at all; killed or starved, the older one stays."""

import random
import subprocess
import time

import fault

ROWS = 4000
KILLS = 40


class Export(fault.FaultTest):
    def setUp(self):
        super().setUp()
        if "export" not in fault.commands(self):
            self.skipTest("no export command yet")
        self.create(ROWS)
        self.out = self.folder / "out"
        self.out.mkdir()

    def names(self, folder):
        return sorted(path.name for path in folder.iterdir())

    def test_killed_at_random_times_the_older_file_stays_whole(self):
        for name in ("contacts.csv", "contacts.xlsx"):
            with self.subTest(name=name):
                target = self.out / name
                words = [self.cli_program, "export", "contacts", "--output", target, "--book", self.book]
                began = time.monotonic()
                self.assertEqual(fault.run(words).returncode, 0)
                lasts = time.monotonic() - began
                self.assertGreater(target.stat().st_size, 10_000)
                old = b"the older file"
                random.seed(20261122)
                kept = 0
                for _ in range(KILLS):
                    target.write_bytes(old)
                    process = subprocess.Popen([str(word) for word in words], stdout=subprocess.DEVNULL,
                                               stderr=subprocess.DEVNULL, env=fault.environment())
                    time.sleep(random.uniform(0, 1.1 * lasts))
                    process.kill()
                    process.wait()
                    content = target.read_bytes()
                    kept += content == old
                    if content != old:
                        self.assert_whole(target, content)
                self.assertGreater(kept, 0)

    def assert_whole(self, target, content):
        if target.suffix == ".csv":
            self.assertEqual(content.count(b"\n"), ROWS - ROWS // 20 + 1)
        else:
            self.assertIn(b"PK\x05\x06", content[-22:], "an archive without its end")

    def test_killed_before_the_new_name(self):
        target = self.out / "contacts.csv"
        words = ["export", "contacts", "--output", target]
        self.cli(*words)
        target.write_bytes(b"the older file")
        done = self.cli(*words, status=None, env=fault.environment(STEWARD_FAILPOINT="atomic-file.before-commit:1"))
        self.assertEqual(done.returncode, -9)
        self.assertEqual(target.read_bytes(), b"the older file")
        target.unlink()
        done = self.cli(*words, status=None, env=fault.environment(STEWARD_FAILPOINT="atomic-file.before-commit:1"))
        self.assertEqual(done.returncode, -9)
        self.assertFalse(target.exists())

    def test_a_whole_set_killed_inside_has_only_whole_files(self):
        self.cli("export", "all", "--output", self.out)
        expected = {path.name: path.read_bytes() for path in self.out.iterdir()}
        for n in (1, 2, 5, len(expected)):
            with self.subTest(n=n):
                again = self.folder / f"again{n}"
                done = self.cli("export", "all", "--output", again, status=None,
                                env=fault.environment(STEWARD_FAILPOINT=f"atomic-file.before-commit:{n}"))
                self.assertEqual(done.returncode, -9)
                for path in again.iterdir() if again.exists() else ():
                    if path.name in expected:
                        self.assertEqual(path.read_bytes(), expected[path.name], path.name)


if __name__ == "__main__":
    fault.main()
