# SPDX-License-Identifier: GPL-3.0-or-later
"""P6: two processes on one book. Nobody's data is lost, nobody sees a wrong row, everybody is told who has it open."""

import datetime
import getpass
import os
import pwd
import signal
import socket

import fault

ROUNDS = 50


class SecondOpener(fault.FaultTest):
    def test_fifty_times_two_processes(self):
        self.create(20)
        edits = 1
        user = pwd.getpwuid(os.getuid()).pw_name
        for number in range(ROUNDS):
            holder = self.hold()
            holder.stdin.write("edit\n")
            holder.stdin.flush()
            self.assertEqual(holder.stdout.readline(), "committed\n")
            edits += 1
            told = self.cli("undo", status=1)
            self.assertIn(f"is open in Steward by {user} on {socket.gethostname()} (since ", told.stderr)
            seen = self.state(how="look")
            self.assertEqual((seen["edits"], seen["accounts"], seen["contacts"]), (edits, edits, 19 * edits))
            self.assertEqual(seen["notices"], ["book.reading-copy"])
            if number % 2:
                holder.kill()
            else:
                holder.stdin.close()
            fault.finish(holder)
            after = self.state()
            self.assertEqual((after["edits"], after["accounts"]), (edits, edits))
            self.assertEqual(after["notices"], ["book.recovered"] if number % 2 else [])

    def test_fifty_times_two_writers_at_once(self):
        self.create(20)
        edits = 1
        refused = 0
        for _ in range(ROUNDS):
            writers = [fault.start([self.worker_program, self.book, "edits", 3]) for _ in range(2)]
            for writer in writers:
                told, error = writer.communicate()
                edits += told.count("committed")
                if writer.returncode != 0:
                    refused += 1
                    self.assertEqual(error, "book.held\n")
                    self.assertEqual(told, "")
            self.assertEqual(self.state()["edits"], edits)
        self.assertGreater(refused, 0, "they never met: it proves nothing")

    def test_every_writing_command_is_refused_and_says_why(self):
        self.create(20)
        backup = self.folder / "b.steward"
        self.worker("backup", backup)
        rows = self.folder / "accounts.csv"
        rows.write_text("id,name\n1,Acme\n")
        self.hold()
        before = self.book.read_bytes()
        for words in fault.writing_commands(self, backup, rows):
            with self.subTest(words=words):
                self.assertIn("is open in Steward by", self.cli(*words, status=1).stderr)
        self.assertEqual(self.book.read_bytes(), before)
        self.assertEqual(list(self.folder.glob("*.replaced-*")), [])

    def test_a_silent_holder_leaves_the_newest_backup_with_its_date(self):
        self.create(20)
        self.worker("shelve")
        holder = self.hold()
        holder.stdin.write("edit\n")
        holder.stdin.flush()
        self.assertEqual(holder.stdout.readline(), "committed\n")
        holder.send_signal(signal.SIGSTOP)
        shown = self.cli("history", "--format", "csv")
        self.assertRegex(shown.stderr, r"is open elsewhere; this is the backup of \d+ \w{3} \d{4}, \d\d:\d\d\.")
        self.assertEqual(shown.stdout.count("\n"), 2, "the holder's edit is not in the backup")

    def test_a_reader_of_a_busy_writer_is_told_who_and_since_when_by_the_clock_on_the_wall(self):
        self.create(20)
        holder = self.hold()
        holder.send_signal(signal.SIGSTOP)
        lock = (self.folder / f".{self.book.name}.lock")
        user, host, _, since, _ = lock.read_text().split("\t")
        env = fault.environment()
        env["TZ"] = "Asia/Kolkata"
        day = datetime.datetime.fromtimestamp(int(since) / 1000, datetime.timezone(datetime.timedelta(hours=5.5)))
        when = f"{day.day} {day:%b %Y, %H:%M}"
        told = self.cli("history", status=1, env=env).stderr
        self.assertIn(f"is open in Steward by {user} on {host} (since {when})", told)

    def test_a_book_held_on_another_machine_is_not_taken_over(self):
        self.create(20)
        lock = self.folder / f".{self.book.name}.lock"
        lock.write_text(f"{getpass.getuser()}\tanother-machine\t1\t1795253400000\t0.1.0\n")
        before = fault.files_of(self.folder)
        self.assertIn("another-machine", self.cli("undo", status=1).stderr)
        self.assertEqual(fault.files_of(self.folder), before)
        self.assertEqual(self.cli("history", "--format", "csv").stdout.count("\n"), 2)

    def test_a_lock_of_a_dead_process_is_taken_over_by_one_of_two(self):
        self.create(20)
        edits = 1
        for _ in range(20):
            holder = self.hold()
            holder.kill()
            fault.finish(holder)
            writers = [fault.start([self.worker_program, self.book, "edits", 3]) for _ in range(2)]
            for writer in writers:
                told, error = writer.communicate()
                edits += told.count("committed")
                if writer.returncode != 0:
                    self.assertEqual(error, "book.held\n")
            self.assertEqual(self.state()["edits"], edits)


if __name__ == "__main__":
    fault.main()
