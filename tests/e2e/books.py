# SPDX-License-Identifier: GPL-3.0-or-later
"""What the end-to-end tests share: steward-cli on books in a folder of their own, and the real exports beside the project.

The program comes from the environment (ctest sets it): STEWARD_CLI.
"""

import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SKIPPED = 77
TODAY = "2026-11-19"


def shared_data():
    beside = Path(__file__).resolve().parents[2].parent / "shared" / "data"
    return beside if beside.is_dir() else Path(os.environ.get("STEWARD_SHARED_DATA", "/nonexistent"))


def read(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        rows = csv.DictReader(file)
        return rows.fieldnames, list(rows)


def write(path, names, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)


class Books(unittest.TestCase):
    """Makes books and asks them."""

    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        cls.program = Path(os.environ["STEWARD_CLI"])
        overview = subprocess.run([cls.program, "--help"], capture_output=True, text=True, check=True).stdout
        cls.commands = {line.split()[0] for line in overview.splitlines() if line.startswith("  ")}

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="steward-e2e-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def run_cli(self, *words, book, statuses=(0,), today=TODAY):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("STEWARD_")}
        environment.update(LC_ALL="C.UTF-8", TZ="UTC", STEWARD_TODAY=today)
        done = subprocess.run([str(word) for word in [self.program, *words, "--book", book]], capture_output=True,
                              text=True, env=environment, stdin=subprocess.DEVNULL, timeout=600, check=False)
        self.assertIn(done.returncode, statuses, f"{words}: {done.stdout[:2000]}{done.stderr}")
        return done

    def cli(self, *words, **how):
        return self.run_cli(*words, **how).stdout

    def notices(self, *words, **how):
        """What the program says beside its answer."""
        return self.run_cli(*words, **how).stderr

    def answer(self, *words, book, statuses=(0,), today=TODAY):
        return json.loads(self.cli(*words, "--format", "json", book=book, statuses=statuses, today=today))

    def new_book(self, name="book"):
        book = self.folder / f"{name}.steward"
        self.cli("create", book, book=book)
        return book

    def exports(self, name):
        """The folder of one set; the test is skipped where the project lies alone."""
        folder = shared_data() / name
        if not folder.is_dir():
            self.skipTest("no real exports beside the project")
        return folder


def main():
    """Runs the tests of a file; status 77 when there was none that could run."""
    program = unittest.main(exit=False, verbosity=2)
    result = program.result
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(SKIPPED if result.skipped and len(result.skipped) == result.testsRun else 0)
