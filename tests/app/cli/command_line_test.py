# SPDX-License-Identifier: GPL-3.0-or-later
"""A newcomer at the command line: every command with what it cannot use answers one sentence, with the right status."""

import csv
import json
import os
import resource
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

CLI = os.environ["STEWARD_CLI"]
ACCOUNTS = "account_id,account_name,industry,country\nA1,Acme,Tech,DE\nA2,Bolt,Food,FR\n"
ANSWERS = "survey_id,account_id,score,comment,survey_date\nN1,A1,9,good,2026-10-01\nN2,A9,3,bad,2026-10-02\n"


class Newcomer(unittest.TestCase):
    maxDiff = 2000

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="steward-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.book = self.folder / "west.steward"
        (self.folder / "accounts.csv").write_text(ACCOUNTS)
        (self.folder / "nps.csv").write_text(ANSWERS)
        (self.folder / "empty.csv").write_text("")
        (self.folder / "header.csv").write_text("account_id,account_name\n")
        (self.folder / "tool.csv").write_bytes(b"\x7fELF\2\1\1" + bytes(2000))
        (self.folder / "folder").mkdir()

    def run_cli(self, *words, status=0, **more):
        env = {k: v for k, v in os.environ.items() if not k.startswith("STEWARD_")}
        env.update(STEWARD_BOOK=str(self.book), STEWARD_TODAY="2026-11-21", LC_ALL="C.UTF-8", **more)
        done = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True, cwd=self.folder, env=env,
                              stdin=subprocess.DEVNULL, timeout=120, check=False)
        if status is not None:
            self.assertEqual(done.returncode, status, f"{words}\n{done.stdout}\n{done.stderr}")
        return done

    def refused(self, *words, status, saying=""):
        """One sentence on stderr, nothing on stdout."""
        done = self.run_cli(*words, status=status)
        self.assertEqual(done.stdout, "")
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertRegex(done.stderr, r"^[\w\"'./-].{10,}")
        self.assertNotRegex(done.stderr, r"%\d|\b[a-z]+\.[a-z]+[.-][a-z]+\b(?!\.csv)", "a code or a gap instead of words")
        self.assertIn(saying, done.stderr)

    def filled(self):
        self.run_cli("create", self.book)
        self.run_cli("import", "accounts", "accounts.csv")

    def test_what_cannot_be_read(self):
        self.filled()
        before = self.book.read_bytes()
        for words in (["detect"], ["import", "accounts"], ["rows"]):
            self.refused(*words, "no.csv", status=2, saying="no.csv")
            for name in ("empty.csv", "tool.csv", "folder"):
                self.refused(*words, name, status=1, saying=name)
        self.refused("import", "tickets", "accounts.csv", status=2, saying="looks like accounts, not like tickets")
        self.refused("import", "nonsense", "accounts.csv", status=2, saying="no kind of file")
        self.refused("import", "custom_values", "accounts.csv", status=2, saying="complete export")
        self.refused("import", "all", "folder", status=2, saying="complete export")
        self.assertEqual(self.book.read_bytes(), before)
        self.assertEqual(self.run_cli("import", "accounts", "header.csv").stdout.splitlines()[-1],
                         "0 rows: 0 created, 0 updated, 0 unchanged, 0 left out")

    def test_what_cannot_be_asked(self):
        self.filled()
        cases = [(["nope"], "no command"), (["--book", "x", "accounts"], "command first"), (["accounts", "--nope"], "--nope"),
                 (["accounts", "extra"], "one too many"), (["accounts", "--sort", "zzz"], "sort by"),
                 (["accounts", "--filter", "zzz:1"], "zzz"), (["accounts", "--filter", "x" * 30000], "longer"),
                 (["accounts", "--as-of", "2026"], "no date"), (["accounts", "--format", "xml"], "table, csv, json"),
                 (["nps", "--by", "zzz"], "segment"), (["nps", "--account", "zzz"], "zzz"), (["csat", "--from", "x"], "no date"),
                 (["revenue", "--from", "2026-13"], "no month"), (["revenue", "--from", "2026-05", "--to", "2026-01"], "later"),
                 (["revenue", "--mrr-rule", "x"], "month-end"), (["renewals", "--within", "abc"], "whole number"),
                 (["rows", "accounts.csv", "--limit", "x"], "whole number"), (["since", "yesterday"], "no date"),
                 (["since", "2026-11-22"], "later"),
                 (["health", "--since", "2026-11-22"], "later"), (["health", "--as-of", "2026-01-01", "--since", "2026-01-02"], "later"),
                 (["sample", "s.steward", "--accounts", "0"], "from 1 to"), (["export", "accounts"], "--output"),
                 (["export", "zzz", "--output", "x.csv"], "zzz"), (["export", "accounts", "--output", "x", "--exact", "--spreadsheet"], "exclude"),
                 (["export", "all", "--output", "no/such/folder"], "no folder"), (["backup", "no/such/b.steward"], "no folder"),
                 (["create", "no/such/b.steward"], "no folder"), (["import", "accounts", "accounts.csv", "--map", "x"], "COLUMN=field"),
                 (["import", "accounts", "accounts.csv", "--map", "x=name"], "no column x"),
                 (["import", "accounts", "accounts.csv", "--map", "country=zzz"], "no field zzz"),
                 (["import", "accounts", "accounts.csv", "--link", "x"], "NAME=ACCOUNT"),
                 (["import", "accounts", "accounts.csv", "--link", "x=zzz"], "zzz"),
                 (["import", "accounts", "accounts.csv", "--profile", "zzz"], "zzz"),
                 (["import", "accounts", "accounts.csv", "--unlinked", "zzz"], "reject, keep, create"),
                 (["import", "accounts", "accounts.csv", "--as-of", "2026-01-01"], "--as-of"),
                 (["import", "accounts", "accounts.csv", "--data-up-to", "zzz"], "no date"),
                 (["erase-contact", "zzz"], "zzz"), (["export-contact", "zzz", "--output", "x.zip"], "zzz"),
                 (["restore", "no.steward"], "no.steward"), (["accounts", "--book", "no.steward"], "no book at"),
                 (["accounts", "--book", "folder"], "folder")]
        for command in ("create", "sample", "import", "rows", "detect", "since", "search", "backup", "restore", "export",
                        "erase-contact", "export-contact"):
            cases.append(([command], "is missing; the form is: " + command))
        for words, saying in cases:
            with self.subTest(words=words[:3]):
                self.refused(*words, status=2, saying=saying)
        self.assertFalse((self.folder / "no").exists())

    def test_what_fails(self):
        self.refused("accounts", status=2, saying="no book")
        self.filled()
        self.run_cli("undo")
        self.refused("undo", status=1, saying="nothing to undo")
        self.run_cli("redo")
        self.refused("redo", status=1, saying="nothing to redo")
        self.refused("create", self.book, status=1, saying="already exists")
        self.refused("backup", self.book, status=1, saying="already exists")
        self.refused("restore", "accounts.csv", status=1)
        self.refused("export", "accounts", "--output", "folder", status=1, saying="folder")
        for name in ("empty.csv", "accounts.csv"):
            done = self.run_cli("accounts", "--book", name, status=1)
            self.assertIn("make a new book", done.stderr)
            self.assertNotIn("backup", done.stderr)

    def test_what_would_write_over_a_book_or_over_what_is_read(self):
        self.run_cli("sample", self.book)
        other = self.folder / "other.steward"
        self.run_cli("create", other)
        (self.folder / "rows.csv").write_text("account_id,account_name\nA1,Acme\n,\n")
        before = {path: path.read_bytes() for path in (self.book, other, self.folder / "rows.csv")}
        (self.folder / "link.md").symlink_to(other)
        name = json.loads(self.run_cli("accounts", "--format", "json").stdout)[0]["name"]
        self.run_cli("export", "contacts", "--output", "contacts.csv")
        with open(self.folder / "contacts.csv", newline="", encoding="utf-8") as file:
            person = next(row["email"] for row in csv.DictReader(file) if row["email"])
        for target in (self.book, other, "link.md"):
            for words in (["export", "accounts", "--output"], ["export-contact", person, "--output"],
                          ["qbr", name, "--quarter", "2026Q3", "--output"], ["import", "accounts", "rows.csv", "--rejects"]):
                done = self.run_cli(*words, target, status=2)
                self.assertRegex(done.stderr, r"choose (another name|one of these endings)\.", words)
        self.refused("import", "accounts", "rows.csv", "--rejects", "rows.csv", status=2, saying="choose another name")
        for path, content in before.items():
            self.assertEqual(path.read_bytes(), content, path)

    def test_json_is_json_everywhere(self):
        self.filled()
        self.run_cli("import", "surveys", "nps.csv", status=3)
        steps = [["accounts"], ["nps"], ["csat"], ["ces"], ["revenue"], ["renewals"], ["journey"], ["since", "2026-01-01"],
                 ["search", "acme"], ["history"], ["check"], ["rows", "nps.csv"], ["detect", "nps.csv"], ["undo"], ["redo"],
                 ["backup", "copy.steward"], ["export", "all", "--output", "set"], ["export", "accounts", "--output", "a.xlsx"],
                 ["create", "new.steward"], ["sample", "sample.steward", "--accounts", "5"]]
        for words in steps:
            with self.subTest(words=words):
                json.loads(self.run_cli(*words, "--format", "json").stdout)
        report = json.loads(self.run_cli("import", "surveys", "nps.csv", "--format", "json", status=3).stdout)
        self.assertEqual(report["rows"], report["created"] + report["updated"] + report["unchanged"] + report["rejected"])
        read = json.loads(self.run_cli("import", "all", "set", "--book", "new.steward", "--format", "json").stdout)
        self.assertEqual(len(read["messages"]), 1)
        months = json.loads(self.run_cli("revenue", "--book", "sample.steward", "--format", "json").stdout)
        self.assertTrue(all(row["currency"] for row in months))

    def test_tables_speak_in_words(self):
        self.filled()
        self.run_cli("import", "surveys", "nps.csv", status=3)
        self.assertIn("Latest answer of each contact", self.run_cli("nps").stdout)
        self.assertNotIn("nps.latest", self.run_cli("nps").stdout)
        self.assertEqual(json.loads(self.run_cli("nps", "--format", "json").stdout)[0]["method"], "nps.latest_per_contact")
        self.assertIn("one account", self.run_cli("accounts", "--filter", "name:Acme").stdout)
        self.assertIn("2 accounts", self.run_cli("accounts").stdout)
        self.refused("health", "Acme", "--as-of", "2026-01-01", status=2, saying="Acme was not a customer in this book on")
        self.refused("nps", "--account", "Acme", "--as-of", "2026-01-01", status=2, saying="Acme was not a customer")
        then = self.run_cli("health", "Acme", "--since", "2026-01-01").stdout
        self.assertIn("it was not a customer in this book: nothing to compare", then)

    def test_scorecards_of_the_book_that_fail_their_checks_are_told(self):
        self.run_cli("sample", self.book, "--accounts", "5")
        self.assertEqual(self.run_cli("check").stderr, "")
        self.run_cli("export", "all", "--output", "set")
        path = self.folder / "set" / "definitions.csv"
        path.write_text(path.read_text().replace('""sponsor"": 7', '""sponsor"": 8'))
        self.run_cli("create", "other.steward")
        self.run_cli("import", "all", "set", "--book", "other.steward")
        health = self.run_cli("health", "--book", "other.steward")
        self.assertEqual(health.stdout, self.run_cli("health").stdout)
        told = self.run_cli("check", "--book", "other.steward", status=1).stdout
        for said in (health.stderr, told):
            self.assertRegex(said, r"scorecards\.json \(version 1\).*not used.*instead")
            self.assertIn("the weights add to 101", said)

    def test_an_import_that_changes_nothing_keeps_every_byte_of_the_book(self):
        self.filled()
        (self.folder / "usage.csv").write_text("account_id,date,logins\nA1,2026-10-01,3\nA2,2026-10-01,4\n")
        self.run_cli("import", "usage", "usage.csv")
        before = self.book.read_bytes()
        for words in (["usage", "usage.csv"], ["usage", "usage.csv", "--dry-run"], ["accounts", "accounts.csv"]):
            self.assertIn("2 unchanged", self.run_cli("import", *words).stdout)
            self.assertEqual(self.book.read_bytes(), before, words)
        (self.folder / "usage.csv").write_text("account_id,date,logins\nA1,2026-10-01,3\nA2,2026-10-01,5\n")
        self.assertIn("1 updated, 1 unchanged", self.run_cli("import", "usage", "usage.csv").stdout)
        self.assertNotEqual(self.book.read_bytes(), before)

    def test_an_account_that_looks_like_another_stops_the_import(self):
        self.filled()
        before = self.book.read_bytes()
        (self.folder / "other.csv").write_text("name,website\nACME Inc.,acme.example\n")
        self.refused("import", "accounts", "other.csv", status=2, saying='--link "ACME Inc.=Acme"')
        self.assertEqual(self.book.read_bytes(), before)
        self.run_cli("import", "accounts", "other.csv", "--link", "ACME Inc.=Acme")
        self.assertEqual(len(json.loads(self.run_cli("accounts", "--format", "json").stdout)), 2)

    def test_a_dry_run_shows_what_would_change_and_changes_nothing(self):
        self.filled()
        before = self.book.read_bytes()
        (self.folder / "accounts.csv").write_text(ACCOUNTS.replace("Food", "Retail") + "A3,Cobalt,Steel,PL\n,,Tech,DE\n")
        done = self.run_cli("import", "accounts", "accounts.csv", "--dry-run", status=3)
        for line in (r"A2 .*industry.*Food.*Retail", r"A3 .*Cobalt .*created", r"line 5", r"4 rows: 1 created, 1 updated, 1 unchanged, 1 left out",
                     r"accounts 2 and 3"):
            self.assertRegex(done.stdout, line)
        self.assertNotRegex(done.stdout, r"(?m)^\s*\d*\s*A1 ")
        self.assertEqual(self.book.read_bytes(), before)

    def test_a_limit_of_file_sizes_is_told_like_a_full_disk(self):
        self.run_cli("sample", self.book)
        limit = self.book.stat().st_size // 4
        env = dict(os.environ, STEWARD_BOOK=str(self.book), LC_ALL="C.UTF-8")
        with (self.folder / "many.csv").open("w") as rows:
            rows.write("account_id,account_name\n" + "".join(f"N{n},Firm number {n} of many\n" for n in range(40_000)))
        there = sorted(path.name for path in self.folder.iterdir())
        for words, saying in ((["backup", "copy.steward"], "copy.steward would grow beyond the size"),
                              (["export", "all", "--output", "set"], "cannot be written"),
                              (["import", "accounts", "many.csv"], "would grow beyond the size")):
            with self.subTest(words=words):
                done = subprocess.run([CLI, *words], cwd=self.folder, env=env, capture_output=True, text=True, timeout=120, check=False,
                                      preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
                self.assertEqual((done.returncode, done.stdout), (1, ""), done.stderr)
                self.assertIn(saying, done.stderr)
                self.assertEqual(sorted(path.name for path in self.folder.iterdir()), there)
        self.run_cli("check")
        self.assertEqual(len(json.loads(self.run_cli("history", "--format", "json").stdout)), 1)

    def test_amounts_of_several_currencies_say_what_cannot_be_added_up(self):
        self.filled()
        (self.folder / "subscriptions.csv").write_text(
            "subscription_id,account_id,start_date,amount,currency,billing_period\n"
            "S1,A1,2025-01-01,100,USD,month\nS2,A2,2025-01-01,50,GBP,month\n")
        self.run_cli("import", "subscriptions", "subscriptions.csv")
        note = self.run_cli("accounts").stdout.splitlines()[-1]
        self.assertIn("2 accounts, MRR 50.00, ARR 600.00 GBP, without one account: ", note)
        self.assertIn("no rate from USD to GBP; add one in Settings", note)
        self.assertIn("no rate from USD to GBP", self.run_cli("revenue", "--from", "2026-01", "--to", "2026-10").stdout)
        only = self.run_cli("accounts", "--filter", "name:Acme").stdout.splitlines()[-1]
        self.assertEqual(only, "one account, MRR not known: no rate from USD to GBP; add one in Settings")

    def test_a_session_as_the_readme_has_it(self):
        self.run_cli("create", "west.steward")
        self.run_cli("detect", "accounts.csv")
        self.assertIn("created", self.run_cli("import", "accounts", "accounts.csv", "--dry-run").stdout)
        self.run_cli("import", "accounts", "accounts.csv")
        self.run_cli("import", "surveys", "nps.csv", "--rejects", "nps-rejected.csv", status=3)
        fixed = (self.folder / "nps-rejected.csv").read_text().replace("A9", "A2")
        (self.folder / "nps-rejected.csv").write_text(fixed)
        self.assertIn("1 created", self.run_cli("import", "surveys", "nps-rejected.csv").stdout)
        self.run_cli("nps", "--by", "segment")
        self.run_cli("revenue", "--from", "2026-01", "--to", "2026-10", "--format", "csv")
        self.run_cli("accounts", "--as-of", "2026-06-30")
        self.assertEqual(self.run_cli("undo").stderr, "Took back: Import of nps-rejected.csv, one row.\n")

    def test_rejected_rows_beyond_the_first_10000_are_told(self):
        self.filled()
        (self.folder / "many.csv").write_text(
            "contact_id,account_id,name\n" + "".join(f"C{i},NOBODY,Person {i}\n" for i in range(10_050)))
        said = self.run_cli("import", "contacts", "many.csv", "--rejects", "left.csv", status=3).stderr
        self.assertIn("Only the first 10,000 of 10,050 rows", said)
        self.assertEqual(len((self.folder / "left.csv").read_text().splitlines()), 10_001)
        said = self.run_cli("import", "contacts", "many.csv", status=3).stderr
        self.assertNotIn("Only the first", said)

    def test_an_interrupted_import_leaves_the_book_as_it_was(self):
        self.filled()
        with (self.folder / "many.csv").open("w") as rows:
            rows.write("contact_id,account_id,name,email\n")
            for i in range(200_000):
                rows.write(f"C{i},A{1 + i % 2},Person {i},p{i}@acme.example\n")
        before = self.book.read_bytes()
        env = dict(os.environ, STEWARD_BOOK=str(self.book), LC_ALL="C.UTF-8")
        lock = self.folder / ".west.steward.lock"
        for delay in (0.1, 0.4):
            running = subprocess.Popen([CLI, "import", "contacts", "many.csv"], cwd=self.folder, env=env,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            while not lock.exists():
                time.sleep(0.01)
            time.sleep(delay)
            running.send_signal(signal.SIGINT)
            out, err = running.communicate(timeout=120)
            self.assertEqual((running.returncode, out), (1, ""), err)
            self.assertIn("nothing was changed", err)
            self.assertEqual(self.book.read_bytes(), before)


if __name__ == "__main__":
    unittest.main(verbosity=2)
