# SPDX-License-Identifier: GPL-3.0-or-later
"""What the fault tests share: the two programs they steer, books in folders of their own, and what must hold of a book.

The programs come from the environment (ctest sets it): STEWARD_CLI and STEWARD_WORKER.
"""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SKIPPED = 77


def programs():
    return Path(os.environ["STEWARD_CLI"]), Path(os.environ["STEWARD_WORKER"])


def environment(**more):
    kept = {k: v for k, v in os.environ.items() if not k.startswith("STEWARD_") or k == "STEWARD_SABOTAGE"}
    kept.update(LC_ALL="C.UTF-8", TZ="UTC", **more)
    return kept


def run(command, env=None, **more):
    """Runs to its end; text in, text out."""
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, env=env or environment(),
                          stdin=subprocess.DEVNULL, timeout=300, check=False, **more)


def start(command, env=None, **more):
    """Starts a process with pipes; the caller ends it."""
    return subprocess.Popen([str(word) for word in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, env=env or environment(), **more)


def files_of(folder):
    """Every file and folder below: mode, size, modification time, SHA-256. The clock of reading is left out."""
    found = {}
    for path in sorted(Path(folder).rglob("*")):
        status = path.lstat()
        content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        found[str(path.relative_to(folder))] = (status.st_mode, status.st_size, status.st_mtime_ns, content)
    return found


class FaultTest(unittest.TestCase):
    """A folder of its own for each test, gone afterwards."""

    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        cls.cli_program, cls.worker_program = programs()

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="steward-fault-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.book = self.folder / "West book.steward"

    def cli(self, *words, book=None, status=0, env=None, **more):
        """steward-cli with --book; asserts its exit status (None: any)."""
        more.setdefault("cwd", self.folder)
        done = run([self.cli_program, *words, "--book", book or self.book], env=env, **more)
        if status is not None:
            self.assertEqual(done.returncode, status, f"{words}: {done.stdout}{done.stderr}")
        return done

    def worker(self, *words, book=None, status=0, env=None, **more):
        done = run([self.worker_program, book or self.book, *words], env=env, **more)
        if status is not None:
            self.assertEqual(done.returncode, status, f"{words}: {done.stdout}{done.stderr}")
        return done

    def create(self, rows=0, book=None):
        self.worker("create", book=book)
        if rows:
            self.worker("rows", rows, book=book)

    def state(self, book=None, how="state"):
        """The book opened as its user would next time: recovered, checked, counted. It must be sound."""
        found = json.loads(self.worker(how, book=book).stdout.splitlines()[-1])
        self.assertEqual(found["problems"], [])
        self.assertFalse(found["index_rebuilt"], "the full-text index did not fit the records")
        return found

    def imported(self, kind, file, *words, book=None, status=0, env=None):
        """An import by the command line; no row may vanish (P20)."""
        done = self.cli("import", kind, file, *words, "--format", "json", book=book, status=status, env=env)
        report = json.loads(done.stdout)
        told = report["created"] + report["updated"] + report["unchanged"] + report["rejected"]
        self.assertEqual(report["rows"], told, "a row vanished")
        return report

    def hold(self, book=None):
        """A process that has the book open for writing until its stdin is closed."""
        holder = start([self.worker_program, book or self.book, "hold"])
        self.addCleanup(end, holder)
        self.assertEqual(holder.stdout.readline(), "holding\n")
        return holder


def commands(test):
    """The names of the commands that this steward-cli has."""
    overview = run([test.cli_program, "--help"]).stdout.split("\n\n")[1]
    return {line.split()[0] for line in overview.splitlines() if line.startswith("  ")}


def writing_commands(test, backup, rows):
    """Every command that changes the book of --book, with what it needs; those that do not exist yet are left out."""
    known = {"undo": ["undo"], "redo": ["redo"], "restore": ["restore", backup], "import": ["import", "accounts", rows],
             "erase-contact": ["erase-contact", "1"], "merge": ["merge", backup]}
    return [words for name, words in known.items() if name in commands(test)]


def reading_commands(test):
    """Commands that answer from the book and write nothing; those that do not exist yet are left out."""
    known = [["history"], ["check"], ["search", "Contact"], ["accounts"], ["nps"], ["csat"], ["ces"], ["revenue"],
             ["renewals"], ["journey"], ["since", "2026-01-01"]]
    return [words for words in known if words[0] in commands(test)]


def end(process):
    """Ends a process that a test started, whatever became of it."""
    if process.poll() is None:
        process.send_signal(signal.SIGCONT)
        process.kill()
    finish(process)


def finish(process):
    """Waits for a process that is ending and closes its pipes."""
    process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        pipe.close()


def main():
    """Runs the tests of a file; status 77 when there was none that could run."""
    program = unittest.main(exit=False, verbosity=2)
    result = program.result
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(SKIPPED if result.skipped and len(result.skipped) == result.testsRun else 0)
