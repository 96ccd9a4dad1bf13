# SPDX-License-Identifier: GPL-3.0-or-later
"""P7: what cannot be written can be read. No command writes a byte, every writing command refuses."""

import os
import pwd
import shutil
import tempfile
from pathlib import Path

import fault


class ReadOnly(fault.FaultTest):
    """As another user where the tests run as root, who may write everywhere."""

    def setUp(self):
        super().setUp()
        self.other = {}
        self.outside = Path(tempfile.mkdtemp(prefix="steward-fault-out-"))
        self.addCleanup(shutil.rmtree, self.outside)
        self.folder.chmod(0o755)
        self.outside.chmod(0o777)
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            self.other = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
            # The build folder may be closed to others.
            program = self.outside / "steward-cli"
            shutil.copy(self.cli_program, program)
            program.chmod(0o755)
            self.addCleanup(setattr, self, "cli_program", self.cli_program)
            self.cli_program = program
        self.create(20)
        self.cli("undo")
        self.cli("redo")
        self.worker("backup", self.outside / "backup.steward")
        (self.outside / "backup.steward").chmod(0o644)
        self.rows = self.outside / "accounts.csv"
        self.rows.write_text("id,name\n1,Acme\n")

    def close(self, file, folder, owned):
        if self.other:
            user, group = (self.other["user"], self.other["group"]) if owned else (os.getuid(), os.getgid())
            for path in (self.folder, *self.folder.iterdir()):
                os.chown(path, user, group)
        for path in self.folder.iterdir():
            path.chmod(file)
        self.folder.chmod(folder)
        self.addCleanup(self.folder.chmod, 0o755)

    def test_a_closed_folder_is_named_with_the_file_that_was_wanted(self):
        self.close(0o444, 0o555, bool(self.other))
        wanted = self.folder / "new.steward"
        for words in (["create", wanted], ["sample", wanted], ["backup", wanted]):
            done = self.cli(*words, status=1, **self.other)
            self.assertIn("cannot be written; check the folder", done.stderr)
            self.assertNotIn("copy the book", done.stderr)
            self.assertIn("new.steward", done.stderr)

    def test_nothing_is_written(self):
        for file, folder, owned in ((0o444, 0o555, True), (0o444, 0o755, True), (0o666, 0o555, True),
                                    (0o444, 0o555, False), (0o644, 0o755, False)):
            if not owned and not self.other:
                continue
            with self.subTest(file=oct(file), folder=oct(folder), owned=owned):
                self.close(file, folder, owned)
                before = fault.files_of(self.folder)
                for words in fault.reading_commands(self):
                    self.cli(*words, **self.other)
                    self.assertEqual(fault.files_of(self.folder), before, words)
                for words in fault.writing_commands(self, self.outside / "backup.steward", self.rows):
                    told = self.cli(*words, status=1, **self.other).stderr
                    self.assertRegex(told, "can only be looked at|cannot be written", words)
                    self.assertEqual(fault.files_of(self.folder), before, words)

    def test_a_book_that_was_not_closed_is_shown_from_a_copy(self):
        """Its log has what the file has not; nobody can write it into the file here."""
        done = self.worker("edits", 3, status=None, env=fault.environment(STEWARD_FAILPOINT="book.close.checkpoint:1"))
        self.assertEqual(done.returncode, -9)
        self.close(0o444, 0o555, True)
        before = fault.files_of(self.folder)
        shown = self.cli("history", "--format", "csv", **self.other)
        self.assertEqual(shown.stdout.count("\n"), 5)
        self.cli("undo", status=1, **self.other)
        self.assertEqual(fault.files_of(self.folder), before)

    def test_a_book_that_was_not_closed_is_read_where_it_can_be_written(self):
        done = self.worker("edits", 3, status=None, env=fault.environment(STEWARD_FAILPOINT="book.close.checkpoint:1"))
        self.assertEqual(done.returncode, -9)
        self.assertEqual(self.cli("history", "--format", "csv").stdout.count("\n"), 5)
        self.assertEqual(self.state()["accounts"], 4)


if __name__ == "__main__":
    fault.main()
