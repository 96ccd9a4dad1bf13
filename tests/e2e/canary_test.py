# SPDX-License-Identifier: GPL-3.0-or-later
"""What is ours alone never leaves the house: a sample book in which every internal field, and everything of other accounts,
says CANARY; then the customer's and the presenter's copy in four forms, the recap and the check-ins are searched, down to the
parts of workbooks inside decks inside messages. The program comes from the environment (ctest sets it): STEWARD_CLI.
"""

import email
import email.policy
import json
import shutil
import subprocess
import zipfile
from io import BytesIO

from books import Books, main, read, write

CANARY = "CANARY"
FIGURE = "98765432"
# Texts of ours, by file: nothing a customer may read.
OURS = {
    "accounts": ("segment_reason", "churn_reason", "tags", "market_notes"),
    "account_events": ("note",),
    "assignments": ("why", "handover"),
    "churn": ("reason", "words"),
    "contacts": ("view_of_us", "left_how", "note"),
    "customer_groups": ("note",),
    "escalations": ("subject", "business_effect"),
    "feature_notes": ("why",),
    "feedback": ("sentiment", "decision"),
    "opportunities": ("name", "csm_call", "reason"),
    "overrides": ("reason", "note"),
    "playbook_runs": ("sentence", "why"),
    "pulses": ("reasons", "note"),
    "quiet_periods": ("why",),
    "renewal_calls": ("call", "reason"),
    "requests": ("note",),
    "risks": ("kind", "text", "mitigation", "outcome"),
    "signal_decisions": ("dismissed_reason",),
    "stage_moves": ("why",),
    "tasks": ("title", "note"),
    "touches": ("subject", "text", "sentiment"),
}
FIGURES = {"opportunities": ("amount",), "renewal_calls": ("amount",)}
# What a customer may read of their own account, and nobody of another one.
THEIRS = {
    "accounts": ("name",), "advocacies": ("story_goal", "story_how", "story_result"), "contacts": ("name", "title"),
    "feedback": ("words",), "goals": ("outcome", "short_name", "measure"), "surveys": ("comment",), "tickets": ("subject",),
    "values": ("text",),
}
ACCOUNTS = ("Ivdota Mills", "Kelneri Bakeries", "Belrilu Eye Hospital")


def texts(name, raw):
    """Every text in a file and in the files inside it, with where it stands."""
    if raw.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(raw)) as inner:
            for part in inner.namelist():
                yield from texts(f"{name}!{part}", inner.read(part))
    elif name.endswith(".eml"):
        message = email.message_from_bytes(raw, policy=email.policy.default)
        yield name, " ".join(str(value) for value in message.values())
        for part in message.walk():
            if not part.is_multipart():
                yield from texts(f"{name}!{part.get_filename() or part.get_content_type()}", part.get_payload(decode=True))
    else:
        yield name, raw.decode("utf-8", "replace").replace("\r\n ", "")


class Canaries(Books):
    def canary_book(self, keep):
        sample = self.folder / "sample.steward"
        if not sample.exists():
            self.cli("sample", sample, book=sample)
        folder = self.folder / f"all-{keep}"
        self.cli("export", "all", "--output", folder, book=sample)
        _, accounts = read(folder / "accounts.csv")
        own = next(row["id"] for row in accounts if row["name"] == keep)
        for file in sorted(set(OURS) | set(THEIRS)):
            path = folder / f"{file}.csv"
            fields, rows = read(path)
            for number, row in enumerate(rows):
                is_own = (row["id"] if file == "accounts" else row.get("account_id")) == own
                columns = OURS.get(file, ()) + (() if is_own else THEIRS.get(file, ()))
                row.update({column: f"{CANARY} {file} {number}" for column in columns})
                row.update({column: FIGURE for column in FIGURES.get(file, ())})
            write(path, fields, rows)
        fields, reviews = read(folder / "qbrs.csv")
        for row in reviews:
            actions = json.loads(row["actions"] or "[]")
            row["actions"] = json.dumps([action | {"why": CANARY} for action in actions]) if actions else ""
        write(folder / "qbrs.csv", fields, reviews)
        book = self.folder / f"{keep}.steward"
        self.cli("create", book, book=book)
        self.cli("import", "all", folder, book=book)
        return book

    def search(self, path):
        found = list(texts(path.name, path.read_bytes()))
        if path.suffix == ".pdf":
            for program in (["pdftotext", "-raw", path, "-"], ["pdfinfo", path]):
                if shutil.which(program[0]):
                    found.append((path.name, subprocess.run(program, capture_output=True, text=True, check=True).stdout))
        self.assertTrue(found)
        for where, text in found:
            for canary in (CANARY, FIGURE, "98,765,432"):
                self.assertNotIn(canary, text, where)

    def test_nothing_of_ours_and_of_others_is_in_any_file(self):
        seen = ""
        for account in ACCOUNTS:
            book = self.canary_book(account)
            # The canaries live: on our own page they are.
            internal = self.folder / "internal.md"
            self.cli("qbr", account, "--quarter", "2026Q3", "--internal", internal, book=book)
            seen += internal.read_text(encoding="utf-8")
            for quarter in ("2026Q3", "2026Q4"):
                for form in ("pptx", "pdf", "html", "md"):
                    for copy in ((), ("--presenter",)):
                        path = self.folder / f"review.{form}"
                        self.cli("qbr", account, "--quarter", quarter, "--vendor", "Linnhaven", *copy, "--output", path, book=book)
                        self.search(path)
                mail, calendar = self.folder / "recap.eml", self.folder / "check-ins.ics"
                asked = ("qbr", account, "--quarter", quarter)
                if self.answer(*asked, book=book)["recap"]:
                    # Some meetings are ahead; there is a recap once they are over.
                    self.cli(*asked, "--recap", mail, "--ics", calendar, book=book, today="2026-12-31")
                    self.search(mail)
                    self.search(calendar)
        self.assertIn(CANARY, seen)
        self.assertTrue((self.folder / "recap.eml").is_file())


if __name__ == "__main__":
    main()
