# SPDX-License-Identifier: GPL-3.0-or-later
"""Quarterly reviews through the command line: the same titles and figures in all four files, for the sample book and for
real exports, and files that appear whole or not at all. The program comes from the environment (ctest sets it): STEWARD_CLI.
"""

import html
import json
import math
import os
import re
import shutil
import signal
import subprocess
import time
import zipfile

from books import TODAY, Books, main, shared_data

FORMS = ("pptx", "pdf", "html", "md")
REAL = {
    "customer360": ("2025-11-21", "2025Q4",
                    [("accounts", "crm_accounts"), ("contacts", "contacts"), ("invoices", "invoices"), ("surveys", "nps"),
                     ("tickets", "support_tickets"), ("usage", "usage_events")]),
    "ravenstack": ("2024-12-31", "2024Q4",
                   [("accounts", "ravenstack_accounts"), ("subscriptions", "ravenstack_subscriptions"),
                    ("tickets", "ravenstack_support_tickets"), ("churn", "ravenstack_churn_events"),
                    ("usage", "ravenstack_feature_usage")]),
}


def squeezed(text):
    """Programs break lines where they like; letters and figures stay in order."""
    return re.sub(r"\s+", "", text)


def has_letters_of(language):
    """Whether a font of this machine has them: a PDF can only hold what there is a font for."""
    if not shutil.which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list", f":lang={language}"], capture_output=True, text=True, check=False).stdout)


def written(value):
    """As a chart writes a value it holds."""
    return f"{round(float(value)):,}" if re.fullmatch(r"-?\d+(\.\d+)?", value) else value


def text_of(path):
    form = path.suffix[1:]
    if form == "pptx":
        with zipfile.ZipFile(path) as deck:
            slides = [name for name in deck.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
            charts = [name for name in deck.namelist() if re.fullmatch(r"ppt/charts/chart\d+\.xml", name)]
            values = [written(value) for name in charts for value in re.findall(r"<c:v>([^<]*)</c:v>", deck.read(name).decode())]
            return html.unescape(re.sub(r"<[^>]+>", "", "".join(deck.read(name).decode() for name in slides)) + " ".join(values))
    if form == "pdf":
        done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True)
        return done.stdout
    text = path.read_text(encoding="utf-8")
    return html.unescape(re.sub(r"<[^>]+>", "", text)) if form == "html" else text.replace("\\", "")


class Reviews(Books):
    def review(self, book, account, quarter, today, forms=FORMS):
        """Makes the files and checks that each says what the JSON says."""
        pack = json.loads(self.cli("qbr", account, "--quarter", quarter, "--format", "json", "--vendor", "Linnhaven",
                                   book=book, today=today))
        self.assertEqual(sum(slide["minutes"] for slide in pack["slides"]), 60)
        for form in forms:
            path = self.folder / f"review.{form}"
            self.cli("qbr", account, "--quarter", quarter, "--vendor", "Linnhaven", "--output", path, book=book, today=today)
            if form == "pdf" and not shutil.which("pdftotext"):
                self.assertTrue(path.read_bytes().startswith(b"%PDF"))
                continue
            if form == "pdf":
                self.check_bookmarks(path, pack)
            text = squeezed(text_of(path))
            for slide in pack["slides"]:
                # A title too long for its two lines ends in an ellipsis.
                title = squeezed(slide["title"])[:60]
                if form == "pdf" and not has_letters_of("ja"):
                    title = re.sub("[\u2e80-\uffff]+", "", title)
                self.assertIn(title, text, f"{account} {form}")
                for number in slide["numbers"]:
                    self.assertIn(self.in_words(number), text, f"{account} {form} {number}")
        return pack

    def check_bookmarks(self, path, pack):
        """One for each page, and every title of the pack among them."""
        if not shutil.which("pdftohtml"):
            return
        xml = subprocess.run(["pdftohtml", "-xml", "-i", "-stdout", path], capture_output=True, text=True, check=True).stdout
        marks = re.findall(r'<item page="(\d+)">(.*?)</item>', xml, re.DOTALL)
        self.assertEqual([int(page) for page, _ in marks], list(range(1, xml.count("<page ") + 1)))
        titles = [squeezed(html.unescape(title)) for _, title in marks]
        for slide in pack["slides"]:
            self.assertTrue(any(title.startswith(squeezed(slide["title"])[:40]) for title in titles), slide["title"])

    @staticmethod
    def in_words(number):
        value = number["value"]
        if number["unit"] in ("minutes", "days"):
            return ""
        if number["unit"] == "money":
            whole, _, cents = value.lstrip("-").partition(".")
            return f"{int(whole):,}" + (f".{cents}" if cents.strip("0") else "")
        return f"{abs(value):,.2f}".rstrip("0").rstrip(".")

    def validate(self, folder):
        checker = shared_data().parent / "ooxml" / "validate.py"
        decks = sorted(folder.glob("*.pptx"))
        self.assertTrue(decks)
        if not checker.is_file():
            return
        done = subprocess.run(["/usr/bin/python3", "-B", checker, *decks], capture_output=True, text=True, check=False)
        if "ModuleNotFoundError" in done.stderr:
            return
        lines = [line for line in done.stdout.splitlines() if not line.endswith(": 0 errors, 0 warnings")]
        self.assertEqual(lines, [])


class SampleReviews(Reviews):
    def test_all_due_and_the_files_of_every_story(self):
        book = self.folder / "sample.steward"
        self.cli("sample", book, book=book)
        folder = self.folder / "due"
        rows = json.loads(self.cli("qbr", "--due", "--quarter", "2026Q4", "--output", folder, "--format", "json", book=book))
        self.assertGreater(len(rows), 10)
        self.assertEqual(sorted(row["file"] for row in rows), sorted(path.name for path in folder.iterdir()))
        self.validate(folder)
        names = [account["name"] for account in json.loads(self.cli("accounts", "--format", "json", book=book))]
        for name in names:
            self.review(book, name, "2026Q3", "2026-11-19")

    def test_all_due_in_every_form_for_the_presenter_and_in_a_look_of_their_own(self):
        book = self.folder / "sample.steward"
        self.cli("sample", book, book=book)
        due = ("qbr", "--due", "--quarter", "2026Q4", "--format", "json")
        counts = set()
        for form, start in (("pdf", b"%PDF"), ("html", b"<!DOCTYPE html>"), ("md", b"# ")):
            folder = self.folder / form
            rows = json.loads(self.cli(*due, "--form", form, "--output", folder, book=book))
            counts.add(len(rows))
            self.assertEqual(sorted(row["file"] for row in rows), sorted(path.name for path in folder.iterdir()))
            for path in folder.iterdir():
                self.assertTrue(path.name.endswith("." + form))
                self.assertTrue(path.read_bytes().startswith(start), path)
        self.assertEqual(len(counts), 1)
        self.cli(*due, "--form", "odp", "--output", self.folder / "odp", book=book, statuses=(2,))
        look = self.template()
        folder = self.folder / "look"
        rows = json.loads(self.cli(*due, "--presenter", "--template", look, "--output", folder, book=book))
        self.assertTrue(all(row["file"].endswith(" (presenter).pptx") for row in rows))
        self.validate(folder)
        with zipfile.ZipFile(folder / rows[0]["file"]) as deck:
            self.assertIn(b"A1B2C3", deck.read("ppt/theme/theme1.xml"))
            self.assertTrue(any(name.startswith("ppt/notesSlides/") for name in deck.namelist()))
            main = deck.read("[Content_Types].xml")
            self.assertIn(b"presentation.main+xml", main)
            self.assertNotIn(b"template.main+xml", main)
        (self.folder / "broken.potx").write_bytes(look.read_bytes()[:2000])
        for wrong in ("broken.potx", "none.potx"):
            self.cli(*due, "--template", self.folder / wrong, "--output", self.folder / "never", book=book, statuses=(1,))
        self.assertFalse((self.folder / "never").exists())

    def template(self):
        """Somebody's template: a deck of ours with another colour, as a .potx."""
        book = self.folder / "sample.steward"
        name = json.loads(self.cli("accounts", "--format", "json", book=book))[0]["id"]
        ours = self.folder / "ours.pptx"
        self.cli("qbr", name, "--quarter", "2026Q3", "--output", ours, book=book)
        look = self.folder / "look.potx"
        with zipfile.ZipFile(ours) as deck, zipfile.ZipFile(look, "w", zipfile.ZIP_DEFLATED) as made:
            for part in deck.namelist():
                content = deck.read(part).replace(b"2A5BD0", b"A1B2C3")
                made.writestr(part, content.replace(b"presentation.main+xml", b"template.main+xml"))
        return look

    def test_a_pdf_says_which_letters_it_has_to_leave_out(self):
        book = self.folder / "sample.steward"
        self.cli("sample", book, book=book)
        name = "フェンルタ精機"
        for form in ("pdf", "html"):
            said = self.notices("qbr", name, "--quarter", "2026Q3", "--output", self.folder / f"deck.{form}", book=book)
            lost = [line for line in said.splitlines() if line.startswith("No font of this machine has")]
            self.assertEqual(bool(lost), form == "pdf" and not has_letters_of("ja"))

    def test_figures_are_those_of_the_other_commands(self):
        book = self.folder / "sample.steward"
        self.cli("sample", book, book=book)
        seen = 0
        for account in json.loads(self.cli("accounts", "--format", "json", book=book)):
            pack = json.loads(self.cli("qbr", account["id"], "--quarter", "2026Q3", "--format", "json", book=book))
            numbers = {number["id"]: number["value"] for slide in pack["slides"] for number in slide["numbers"]}
            for figure, command, key in (("feedback.nps", "nps", "nps"), ("service.satisfied", "csat", "satisfied"),
                                         ("service.answers", "csat", "responses")):
                if figure in numbers:
                    row = json.loads(self.cli(command, "--account", account["id"], "--from", "2026-07-01", "--to", "2026-09-30",
                                              "--format", "json", book=book))[0]
                    self.assertEqual(numbers[figure], math.floor(abs(row[key]) + 0.5) * (1 if row[key] >= 0 else -1))
                    seen += 1
        self.assertGreater(seen, 0)

    def test_a_file_appears_whole_or_not_at_all(self):
        book = self.folder / "sample.steward"
        self.cli("sample", book, book=book)
        name = json.loads(self.cli("accounts", "--format", "json", book=book))[0]["id"]
        old = self.folder / "old.pptx"
        old.write_text("older")
        self.cli("qbr", name, "--quarter", "2026Q9", "--output", old, book=book, statuses=(2,))
        self.cli("qbr", name, "--quarter", "2026Q3", "--output", self.folder / "old.odp", book=book, statuses=(2,))
        self.cli("qbr", name, "--quarter", "2026Q3", "--output", self.folder / "no" / "deck.pptx", book=book, statuses=(1,))
        self.cli("qbr", "--quarter", "2026Q3", book=book, statuses=(2,))
        self.cli("qbr", name, "--quarter", "2026Q3", "--locale", "xx_YY", "--output", old, book=book, statuses=(2,))
        self.assertEqual(old.read_text(), "older")
        self.assertFalse(list(self.folder.glob("*.odp")) + list(self.folder.glob("no")))
        self.cli("qbr", name, "--quarter", "2026Q3", "--output", old, book=book)
        self.assertTrue(zipfile.is_zipfile(old))

    def whole(self, folder):
        """The names in a folder, every one of which must be a deck that can be opened."""
        for path in folder.iterdir():
            self.assertTrue(zipfile.is_zipfile(path), path)
            with zipfile.ZipFile(path) as deck:
                self.assertIsNone(deck.testzip())
        return sorted(path.name for path in folder.iterdir())

    def test_a_batch_that_is_stopped_says_what_it_has_written(self):
        book = self.folder / "big.steward"
        self.cli("sample", book, "--accounts", "600", book=book)
        folder = self.folder / "due"
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC", "STEWARD_TODAY": TODAY}
        words = [self.program, "qbr", "--due", "--quarter", "2026Q4", "--output", folder, "--book", book]
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as running:
            for _ in range(6000):
                if folder.is_dir() and len(list(folder.glob("*.pptx"))) > 2:
                    break
                time.sleep(0.01)
            running.send_signal(signal.SIGINT)
            said = running.communicate(timeout=60)[1]
        self.assertEqual(running.returncode, 1, said)
        names = self.whole(folder)
        self.assertRegex(said, rf"Stopped: {len(names)} of \d+ reviews were written to ")
        self.assertNotIn("nothing was changed", said)

    def test_a_full_disk_leaves_whole_files_and_says_how_many(self):
        book = self.folder / "sample.steward"
        self.cli("sample", book, book=book)
        folder = self.folder / "small"
        folder.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", folder], capture_output=True, check=False).returncode:
            self.skipTest("no disk of its own can be made here")
        self.addCleanup(subprocess.run, ["umount", "-l", folder], check=True)
        said = self.notices("qbr", "--due", "--quarter", "2026Q4", "--output", folder, book=book, statuses=(1,))
        names = self.whole(folder)
        self.assertGreater(len(names), 1)
        self.assertIn("There is no space left", said)
        self.assertIn(f"{len(names)} reviews were written to", said)
        self.assertNotIn("othing was changed", said)

    def test_a_batch_that_breaks_off_says_what_it_has_written(self):
        book = self.folder / "sample.steward"
        self.cli("sample", book, book=book)
        due = ("qbr", "--due", "--quarter", "2026Q4", "--form", "md")
        rows = json.loads(self.cli(*due, "--output", self.folder / "whole", "--format", "json", book=book))
        broken = self.folder / "broken"
        (broken / rows[3]["file"]).mkdir(parents=True)
        said = self.notices(*due, "--output", broken, book=book, statuses=(1,))
        self.assertIn("3 reviews were written to", said)
        self.assertEqual(sorted(path.name for path in broken.iterdir() if path.is_file()),
                         sorted(row["file"] for row in rows[:3]))


class RealReviews(Reviews):
    def test_accounts_of_real_exports(self):
        for name, (today, quarter, files) in REAL.items():
            folder = self.exports(name)
            book = self.folder / f"{name}.steward"
            self.cli("create", book, book=book, today=today)
            for kind, file in files:
                self.cli("import", kind, folder / f"{file}.csv", "--unlinked", "keep", book=book, today=today,
                         statuses=(0, 3))
            accounts = json.loads(self.cli("accounts", "--format", "json", book=book, today=today))
            said = self.notices("qbr", "--due", "--quarter", quarter, "--output", self.folder / "due", book=book, today=today)
            self.assertIn("in no segment", said)
            for account in accounts[:: max(1, len(accounts) // 12)]:
                self.review(book, account["id"], quarter, today)
        self.validate(self.folder)


if __name__ == "__main__":
    main()
