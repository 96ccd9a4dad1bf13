# SPDX-License-Identifier: GPL-3.0-or-later
"""P8: a book of a newer Steward is shown or refused and keeps every byte, unless it says that this one may write it."""

import sqlite3

import fault


class Newer(fault.FaultTest):
    def setUp(self):
        super().setUp()
        self.create(20)
        self.backup = self.folder.parent / f"{self.folder.name}-backup.steward"
        self.addCleanup(self.backup.unlink)
        self.addCleanup((self.backup.parent / f".{self.backup.name}.digest").unlink)
        self.worker("backup", self.backup)
        with sqlite3.connect(self.book) as database:
            self.version = database.execute("PRAGMA user_version").fetchone()[0]
        database.close()

    def make(self, newer, reader):
        database = sqlite3.connect(self.book)
        database.execute(f"PRAGMA user_version={self.version + newer}")
        database.execute("DELETE FROM meta WHERE name='min_reader'")
        if reader is not None:
            database.execute("INSERT INTO meta (name, value) VALUES ('min_reader', ?)", (reader,))
        database.commit()
        database.close()

    def test_bytes_stay(self):
        rows = self.folder / "accounts.csv"
        rows.write_text("id,name\n1,Acme\n")
        for newer in (1, 100):
            for reader in (None, str(self.version + newer), str(self.version + 1), "", "x", "-1"):
                with self.subTest(newer=newer, reader=reader):
                    self.make(newer, reader)
                    before = fault.files_of(self.folder)
                    for words in fault.reading_commands(self):
                        told = self.cli(*words).stderr
                        self.assertIn("was written by a newer Steward", told, words)
                    for words in fault.writing_commands(self, self.backup, rows):
                        if words[0] == "restore":
                            continue # what one does with a book that cannot be opened
                        self.assertIn("can only be looked at", self.cli(*words, status=1).stderr, words)
                    self.assertEqual(fault.files_of(self.folder), before)

    def test_one_with_an_unfinished_log_is_refused(self):
        self.make(1, None)
        (self.folder / f"{self.book.name}-wal").write_bytes(b"x" * 4096)
        before = fault.files_of(self.folder)
        for words in (["history"], ["undo"]):
            self.assertIn("newer Steward", self.cli(*words, status=1).stderr)
        self.assertEqual(fault.files_of(self.folder), before)

    def test_one_that_permits_it_is_written(self):
        for newer in (1, 100):
            with self.subTest(newer=newer):
                self.make(newer, str(self.version))
                self.cli("undo")
                self.cli("redo")
                self.worker("rows", 20)


if __name__ == "__main__":
    fault.main()
