# SPDX-License-Identifier: GPL-3.0-or-later
"""P1: killed at any instant, a book has lost nothing that was acknowledged and holds nothing half written."""

import os
import random
import shutil
import statistics
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import fault

ROWS = 20_000
# Together 200. An import by the command line reads and plans for most of its time, so half of its kills wait for the log to
# grow; the worker's does nothing but write.
KILLS = {"command line": 60, "worker": 140}
LATE = {"command line": 30, "worker": 0}
SEED = 20261122


class KilledImport(fault.FaultTest):
    """kill -9 at random times of an import of 20,000 rows."""

    def setUp(self):
        super().setUp()
        self.file = self.folder / "accounts.csv"
        lines = [f"{n},Account {n},account{n}.example.org,2024-0{n % 9 + 1}-01" for n in range(ROWS)]
        self.file.write_text("\n".join(["id,name,domain,customer_since", *lines, ""]))

    def test_the_command_line_killed_at_random_times(self):
        """Prints the counts of the import only after it is durable."""
        self.kill_often("command line", lambda book: [self.cli_program, "import", "accounts", self.file, "--format",
                                                      "json", "--book", book])

    def test_a_writer_killed_at_random_times(self):
        """Says "committed" after it is durable, before the book is closed."""
        self.kill_often("worker", lambda book: [self.worker_program, book, "rows", ROWS])

    def kill_often(self, who, command):
        self.create()
        self.command = command
        fresh = self.book.read_bytes()
        lasts, ending = self.duration(fresh)
        random.seed(SEED)
        moments = [(False, random.uniform(0, 1.1 * lasts)) for _ in range(KILLS[who] - LATE[who])]
        moments += [(True, random.uniform(0, ending)) for _ in range(LATE[who])]
        self.alive = 0
        self.committed = 0
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            outcomes = list(pool.map(lambda job: self.kill_once(fresh, *job), enumerate(moments)))
        everything, nothing = outcomes.count(ROWS), outcomes.count(0)
        print(f"{who}: {KILLS[who]} kills within {lasts:.2f} s, {self.alive} of a running process: "
              f"{nothing} x no row, {everything} x all, {self.committed} of these unfinished")
        self.assertEqual(everything + nothing, KILLS[who])
        self.assertGreater(nothing, 0, "no kill hit the import: it proves nothing")
        self.assertGreater(self.alive, KILLS[who] / 4, "most kills came too late: they prove nothing")
        if LATE[who]:
            self.assertGreater(self.committed, LATE[who] / 6, "hardly a kill came between the commit and the end")

    def wait_for_log(self, process, book):
        log = Path(f"{book}-wal")
        while process.poll() is None and not (log.exists() and log.stat().st_size):
            time.sleep(0.0005)

    def duration(self, fresh):
        """Of a whole run, and of what comes after the first byte of the log: the median of runs, as many at once as there
        will be later."""
        def once(number):
            book = self.folder / f"measure{number}.steward"
            book.write_bytes(fresh)
            began = time.monotonic()
            process = self.started(book)
            self.wait_for_log(process, book)
            logged = time.monotonic()
            process.communicate()
            self.assertEqual(process.returncode, 0)
            return time.monotonic() - began, time.monotonic() - logged
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            runs = list(pool.map(once, range(2 * os.cpu_count())))
        return [statistics.median(times) for times in zip(*runs)]

    def started(self, book):
        return subprocess.Popen([str(word) for word in self.command(book)], stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL, text=True, env=fault.environment())

    def kill_once(self, fresh, number, when):
        is_late, moment = when
        folder = self.folder / f"kill{number}"
        folder.mkdir()
        book = folder / "West book.steward"
        book.write_bytes(fresh)
        process = self.started(book)
        if is_late:
            self.wait_for_log(process, book)
        time.sleep(moment)
        process.kill()
        told = process.communicate()[0]
        was_killed = process.returncode == -9
        self.alive += was_killed
        # Who only looks comes first: a reading command must not need a writing one to have healed the book.
        seen = self.state(book, "look")
        state = self.state(book)
        self.assertEqual(seen["hash"], state["hash"])
        rows = state["accounts"] + state["contacts"]
        self.assertIn(rows, (0, ROWS), f"half an import after {moment} s")
        if "committed" in told or '"created"' in told:
            self.assertEqual(rows, ROWS, "lost what was acknowledged")
        elif was_killed:
            self.committed += rows == ROWS
        shutil.rmtree(folder)
        return rows


class KilledAtPoints(fault.FaultTest):
    """A kill where it hurts: STEWARD_FAILPOINT=name:n."""

    def killed(self, point, n, *words, book=None):
        done = self.worker(*words, book=book, status=None, env=fault.environment(STEWARD_FAILPOINT=f"{point}:{n}"))
        self.assertEqual(done.returncode, -9, f"{point}:{n} was not reached: {done.stdout}{done.stderr}")
        return done.stdout.count("committed")

    def fresh(self, rows):
        """A function that puts the same book back each time, with nothing beside it."""
        self.create(rows)
        content = self.book.read_bytes()
        digest = self.digest.read_bytes()

        def again():
            for path in self.folder.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            self.book.write_bytes(content)
            self.digest.write_bytes(digest)
        return again

    @property
    def digest(self):
        return self.folder / f".{self.book.name}.digest"

    def test_inside_edits(self):
        again = self.fresh(20)
        for point in ("book.edit.applied", "book.edit.recorded", "book.edit.commit", "book.edit.committed"):
            for n in range(1, 8):
                with self.subTest(point=point, n=n):
                    again()
                    told = self.killed(point, n, "edits", 10)
                    self.assertEqual(told, n - 1)
                    state = self.state()
                    self.assertEqual(state["accounts"] * 19, state["contacts"])
                    self.assertIn(state["accounts"] - 1 - told, (0, 1))
                    self.assertEqual(state["edits"], state["accounts"])
                    if point != "book.edit.committed":
                        self.assertEqual(state["accounts"] - 1, told, "not committed, yet it is there")

    def test_while_closing(self):
        again = self.fresh(20)
        for point in ("book.close.checkpoint", "book.close.checkpointed", "book.close.plain"):
            with self.subTest(point=point):
                again()
                self.assertEqual(self.killed(point, 1, "edits", 3), 3)
                self.assertEqual(self.state()["accounts"], 4)
                self.assertEqual(self.state()["notices"], [], "one good opening heals it")

    def test_inside_undo_and_redo(self):
        self.create(20)
        self.worker("rows", 400)
        done = self.state()["hash"]
        for point, n in (("book.undo.applied", 1), ("book.edit.commit", 1), ("book.edit.committed", 1)):
            with self.subTest(point=point):
                self.killed(point, n, "undo")
                if self.state()["edits"] == 2:
                    self.assertEqual(self.state()["hash"], done)
                    self.worker("undo")
                self.assertEqual(self.state()["accounts"], 1)
                self.killed(point, n, "redo")
                if self.state()["edits"] == 1:
                    self.worker("redo")
                self.assertEqual(self.state()["hash"], done)

    def test_while_a_book_is_made(self):
        for words in (["create"], ["sample"]):
            for point in ("book.migrate.step", "book.create.made", "book.create.named", "book.edit.applied", "book.edit.committed",
                          "book.close.checkpoint"):
                if words == ["create"] and point.startswith(("book.edit", "book.close")):
                    continue # an empty book is made without an edit
                with self.subTest(words=words, point=point):
                    for left in self.folder.iterdir():
                        left.unlink()
                    book = self.folder / "New.steward"
                    killed = fault.run([self.cli_program, *words, book], env=fault.environment(STEWARD_FAILPOINT=f"{point}:1"))
                    self.assertEqual(killed.returncode, -9, f"{point} was not met: {killed.stderr}")
                    if book.exists():
                        self.assertEqual((words, point), (["create"], "book.create.named"), "a book before its time")
                    else:
                        again = fault.run([self.cli_program, *words, book])
                        self.assertEqual(again.returncode, 0, again.stderr)
                    self.cli("check", book=book)
                    beside = {f".{book.name}.digest", f".{book.name}.lock"} # the lock of the dead: the next writer takes it over
                    self.assertEqual({path.name for path in self.folder.iterdir()} - beside, {book.name})

    def test_inside_a_backup(self):
        self.create(12_000) # more than the 256 pages that are copied at once
        whole = self.state()["hash"]
        copy = self.folder / "copies" / "copy.steward"
        for point, n in (("book.backup.pages", 1), ("book.backup.verified", 1), ("book.backup.named", 1)):
            with self.subTest(point=point, n=n):
                shutil.rmtree(copy.parent, ignore_errors=True)
                copy.parent.mkdir()
                self.killed(point, n, "backup", copy)
                self.assertEqual(copy.exists(), point == "book.backup.named", "half a copy under the final name")
                if copy.exists():
                    self.assertEqual(self.state(copy)["hash"], whole)
                else:
                    self.worker("backup", copy)
                self.assertEqual(self.state()["hash"], whole)

    def test_inside_a_restore(self):
        again = self.fresh(20)
        old = self.state()["hash"]
        backup = self.folder.parent / f"{self.folder.name}-backup.steward"
        self.addCleanup(backup.unlink)
        self.addCleanup((backup.parent / f".{backup.name}.digest").unlink, missing_ok=True)
        self.worker("rows", 40)
        new = self.state()["hash"]
        self.worker("backup", backup)
        for point in ("book.restore.copied", "book.restore.folded", "book.restore.aside", "book.restore.renamed"):
            with self.subTest(point=point):
                again()
                done = self.cli("restore", backup, status=None, env=fault.environment(STEWARD_FAILPOINT=f"{point}:1"))
                self.assertEqual(done.returncode, -9)
                self.assertEqual(self.state()["hash"], new if point == "book.restore.renamed" else old)
                self.cli("restore", backup)
                self.assertEqual(self.state()["hash"], new)
                kept = [self.state(path)["hash"] for path in self.folder.glob("*.replaced-*.steward")]
                self.assertIn(old, kept, "the book that was there is gone")


if __name__ == "__main__":
    fault.main()
