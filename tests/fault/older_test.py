# SPDX-License-Identifier: GPL-3.0-or-later
"""P9: books of every released schema open and migrate without loss; a step that would lose something is refused; killed
or starved inside, the book is what it was or what it was to be, and the copy made before opens as the older book.

fixtures/book_vN.steward.xz holds a value in every field; fixtures/book_vN.json is what must be read from it. Both were
made by `older_test.py --make`, once, when version N was released.
"""

import json
import lzma
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import fault

FIXTURES = Path(__file__).parent / "fixtures"
NEXT = "CREATE TABLE next_table (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;\n" \
       "INSERT INTO next_table SELECT id, name FROM account;\nALTER TABLE person ADD COLUMN nickname TEXT;\n"


def dump_of(book):
    """Every row of every table but the derived index, by table; reads the plain file without Steward."""
    with closing(sqlite3.connect(f"file:{book}?immutable=1", uri=True)) as database:
        tables = [row[0] for row in database.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' ORDER BY 1")]
        found = {}
        for table in tables:
            rows = database.execute(f'SELECT * FROM "{table}" ORDER BY 1, 2').fetchall()
            found[table] = [[value.hex() if isinstance(value, bytes) else value for value in row] for row in rows]
        return found


def version_of(book):
    with closing(sqlite3.connect(f"file:{book}?immutable=1", uri=True)) as database:
        return database.execute("PRAGMA user_version").fetchone()[0]


class Older(fault.FaultTest):
    def unpack(self, fixture):
        self.book.write_bytes(lzma.decompress(fixture.read_bytes()))

    def fixtures(self):
        found = sorted(FIXTURES.glob("book_v*.steward.xz"))
        self.assertTrue(found)
        return found

    def test_books_of_every_released_version_open_with_all_they_hold(self):
        for fixture in self.fixtures():
            with self.subTest(fixture=fixture.name):
                self.unpack(fixture)
                expected = json.loads((FIXTURES / fixture.name.replace(".steward.xz", ".json")).read_text())
                state = self.state()
                self.assertEqual(state["hash"], expected["hash"])
                self.cli("undo")
                self.cli("redo")
                self.assertEqual(self.state()["hash"], expected["hash"])
                found = dump_of(self.book)
                for table, rows in expected["tables"].items():
                    self.assertEqual(found[table], rows, table)

    def step(self, script):
        path = self.folder / "step.sql"
        path.write_text(script)
        return path

    def test_a_migration_keeps_every_row_and_leaves_a_copy_that_opens(self):
        self.unpack(self.fixtures()[-1])
        known = version_of(self.book)
        before = dump_of(self.book)
        copy = Path(self.worker("upgrade", self.step(NEXT)).stdout.strip())
        self.assertEqual(copy.parent, self.folder / "backups")
        self.assertIn(f".v{known}-pre-migrate.", copy.name)
        self.assertEqual(version_of(self.book), known + 1)
        after = dump_of(self.book)
        for table, rows in before.items():
            self.assertEqual([row[:len(before[table][0])] for row in after[table]], rows, table)
        self.assertEqual(dump_of(copy), before)
        self.state(copy)
        self.assertIn("good ", self.worker("backups").stdout)

    def test_a_step_that_loses_something_is_refused(self):
        for script, code in (("UPDATE contact SET email = NULL;", "book.migrate.loss"),
                             ("DELETE FROM touch;", "book.migrate.loss"),
                             ("ALTER TABLE person DROP COLUMN languages;", "book.migrate.loss"),
                             ("ALTER TABLE person ADD COLUMN a TEXT; SELECT nonsense;", "book.failed")):
            with self.subTest(script=script):
                self.unpack(self.fixtures()[-1])
                before = dump_of(self.book)
                self.assertEqual(self.worker("upgrade", self.step(script), status=1).stderr.strip(), code)
                self.assertEqual(dump_of(self.book), before)
                self.state()

    def test_a_step_that_declares_its_loss_may_lose_that(self):
        self.unpack(self.fixtures()[-1])
        self.worker("upgrade", self.step("-- loses: contact.email\nUPDATE contact SET email = NULL;"))

    def test_killed_inside(self):
        step = None
        for point, is_done in (("book.backup.verified", False), ("book.backup.named", False),
                               ("book.migrate.step", False), ("book.migrate.committed", True)):
            with self.subTest(point=point):
                # The digest of the last round would say that another program put the fixture there.
                (self.folder / f".{self.book.name}.digest").unlink(missing_ok=True)
                self.unpack(self.fixtures()[-1])
                step = self.step(NEXT)
                before = dump_of(self.book)
                known = version_of(self.book)
                done = self.worker("upgrade", step, status=None,
                                   env=fault.environment(STEWARD_FAILPOINT=f"{point}:1"))
                self.assertEqual(done.returncode, -9)
                if is_done:
                    self.assertEqual(version_of(self.book), known + 1)
                    continue
                self.state()
                self.assertEqual(version_of(self.book), known)
                self.assertEqual(dump_of(self.book), before)
                self.worker("upgrade", step)
                self.assertEqual(version_of(self.book), known + 1)


def make():
    """Writes the fixture of the schema that the programs have now."""
    test = Older()
    test.setUpClass()
    test.setUp()
    test.worker("create")
    test.worker("fill", "Text of ")
    state = test.state()
    name = f"book_v{version_of(test.book)}"
    FIXTURES.mkdir(exist_ok=True)
    (FIXTURES / f"{name}.steward.xz").write_bytes(lzma.compress(test.book.read_bytes(), preset=9))
    expected = {"hash": state["hash"], "tables": dump_of(test.book)}
    (FIXTURES / f"{name}.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n")
    test.doCleanups()


if __name__ == "__main__":
    if "--make" in sys.argv:
        make()
    else:
        fault.main()
