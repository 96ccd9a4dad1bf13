# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking back, through the command line: no figure of an earlier day knows what came later.

Every book is made three times: as it is, with everything that ended after the day ending one day later, and with none of
it ending at all. What steward-cli says of that day must be the same to the letter.
"""

import json
import shutil
from datetime import date, timedelta

import books
from books import TODAY, read, write


def later(text):
    """A date, or the date in front of a time, one day later."""
    return (date.fromisoformat(text[:10]) + timedelta(1)).isoformat() + text[10:]


class Outcome:
    """A column that says when something ended, and what else the row says because of it."""

    def __init__(self, column, **without):
        self.column = column
        self.without = without

    def is_after(self, row, day):
        return row[self.column][:10] > day

    def postpone(self, row, newest):
        # The newest day of a file says how far the file can speak: beyond it an end is one that is planned.
        if row[self.column][:10] < newest:
            row[self.column] = later(row[self.column])

    def remove(self, row):
        row[self.column] = ""
        row.update(self.without)


class Happening(Outcome):
    """A row that is the end itself: without the end there is no row."""

    def remove(self, row):
        row.clear()


def changed(path, outcomes, day, how):
    """Rewrites a file: what comes after the day later, or not at all; "before": what came before it not at all."""
    names, rows = read(path)
    touched = set()
    for outcome in outcomes:
        known = [row for row in rows if row.get(outcome.column)]
        newest = max((row[outcome.column][:10] for row in known), default="")
        for row in known:
            if outcome.is_after(row, day) != (how == "before"):
                touched.update((row["id"], name) for name in [outcome.column, *outcome.without] if "id" in row)
                outcome.postpone(row, newest) if how == "later" else outcome.remove(row)
    write(path, names, [row for row in rows if row])
    return touched


class LookingBack(books.Books):
    """Asks a book about a day."""

    def figures(self, book, day, *mode):
        """What every command says of the end of a day, but for the commands that are not there yet."""
        month = ["--from", f"{int(day[:4]) - 1}{day[4:7]}", "--to", day[:7]]
        asked = [["accounts"], ["nps"], ["nps", "--by", "month"], ["nps", "--by", "csm"], ["csat"], ["csat", "--by", "month"],
                 ["ces"], ["revenue", *month], ["revenue", *month, "--by", "csm"], ["renewals"], ["journey"], ["health"],
                 ["signals"], ["today"]]
        return {" ".join(words): self.cli(*words, "--as-of", day, "--format", "json", *mode, book=book).splitlines()
                for words in asked if words[0] in self.commands}

    def assert_same(self, told, expected, what):
        for words, lines in expected.items():
            with self.subTest(what=what, figure=words):
                self.assertEqual(told[words], lines)


class RealExports(LookingBack):
    """The files that lie beside the project; skipped where there are none."""

    def make(self, name, source, files, outcomes, day, how):
        """A book of the files, changed; how empty: as they are."""
        folder = self.folder / name
        folder.mkdir()
        book = folder / "book.steward"
        self.cli("create", book, book=book)
        for kind, file, *options in files:
            copy = folder / file
            shutil.copyfile(source / file, copy)
            if how and file in outcomes:
                changed(copy, outcomes[file], day, how)
            self.cli("import", kind, copy, *options, "--format", "json", book=book, statuses=(0, 3))
        return book

    def holds(self, folder, files, outcomes, days):
        source = self.exports(folder)
        known = self.make("known", source, files, outcomes, "", "")
        for day in days:
            told = self.figures(known, day)
            for how in ("later", "removed"):
                book = self.make(f"{how}-{day}", source, files, outcomes, day, how)
                self.assert_same(self.figures(book, day), told, f"{folder}, {how} than {day}")
            # That the comparison can fail: what ended before the day did not end.
            book = self.make(f"before-{day}", source, files, outcomes, day, "before")
            self.assertNotEqual(self.figures(book, day), told, f"{folder}: nothing depends on what ended before {day}")

    def test_ravenstack(self):
        self.holds("ravenstack",
                   [("accounts", "ravenstack_accounts.csv"), ("subscriptions", "ravenstack_subscriptions.csv"),
                    ("tickets", "ravenstack_support_tickets.csv"), ("churn", "ravenstack_churn_events.csv"),
                    ("usage", "ravenstack_feature_usage.csv")],
                   {"ravenstack_subscriptions.csv": [Outcome("end_date", churn_flag="False")],
                    "ravenstack_support_tickets.csv": [Outcome("closed_at", satisfaction_score="")],
                    "ravenstack_churn_events.csv": [Happening("churn_date")]}, ["2024-03-31", "2024-10-15"])

    def test_customer360(self):
        self.holds("customer360",
                   [("accounts", "crm_accounts.csv"), ("contacts", "contacts.csv"), ("invoices", "invoices.csv"),
                    ("surveys", "nps.csv"), ("tickets", "support_tickets.csv"), ("usage", "usage_events.csv")],
                   {"support_tickets.csv": [Outcome("resolved_at", status="open", csat="")]},
                   ["2025-06-30", "2025-09-15"])

    def test_cloudnest(self):
        self.holds("cloudnest",
                   [("accounts", "customers.csv"), ("plans", "plans.csv"), ("subscriptions", "subscriptions.csv"),
                    ("invoices", "payments.csv"), ("churn", "churn_events.csv")],
                   {"subscriptions.csv": [Outcome("end_date", status="Active")],
                    "churn_events.csv": [Happening("churn_date")]}, ["2025-09-30"])

    def test_mrr_playbook(self):
        self.holds("mrr_playbook", [("subscriptions", "subscription_periods.csv", "--unlinked", "create")],
                   {"subscription_periods.csv": [Outcome("end_date")]}, ["2018-12-31", "2019-06-30", "2019-11-15"])

    def test_telco(self):
        """One flat file without dates: who has left did so on the day of the import, and nobody before it."""
        files = [("accounts", "Telco-Customer-Churn.csv")]
        source = self.exports("telco")
        known = self.make("known", source, files, {}, "", "")

        def rewritten(name, change):
            folder = self.folder / f"{name} files"
            folder.mkdir()
            names, rows = read(source / files[0][1])
            for row in rows:
                change(row)
            write(folder / files[0][1], names, rows)
            return self.make(name, folder, files, {}, "", "")
        stayed = rewritten("nobody left", lambda row: row.update(Churn="No"))
        older = rewritten("a month longer", lambda row: row.update(tenure=int(row["tenure"]) + 1))
        for day in ("2025-06-30", "2026-11-18"):
            told = self.figures(known, day)
            self.assert_same(self.figures(stayed, day), told, f"telco on {day}")
            self.assertNotEqual(self.figures(older, day), told, "that the comparison can fail")


class SampleBook(LookingBack):
    """The sample book has every kind of end there is. It is changed in the folder of its full export."""

    ENDS = {
        "accounts.csv": [Outcome("churned_on", churn_reason="", status="customer")],
        "churn.csv": [Happening("day")],
        "subscriptions.csv": [Outcome("ended_on", status="active"), Outcome("notice_given_on")],
        "contacts.csv": [Outcome("left_on", left_how="")],
        "contact_roles.csv": [Outcome("to")],
        "assignments.csv": [Outcome("read_on")],
        "invoices.csv": [Outcome("paid_on", status="open")],
        "payment_methods.csv": [Outcome("replaced_on")],
        "tickets.csv": [Outcome("closed", closed_at="", status="open", csat="", csat_scale="")],
        "escalations.csv": [Outcome("closed", satisfaction_after=""), Outcome("cause_told_on")],
        "surveys.csv": [Outcome("replied_on"), Outcome("told_on")],
        "feedback.csv": [Outcome("told_on", state="owned")],
        "requests.csv": [Outcome("decided_on", decision="owned")],
        "goals.csv": [Outcome("met_on", status="on_track")],
        "milestones.csv": [Outcome("reached", said_by_id="")],
        "risks.csv": [Outcome("closed", outcome="")],
        "opportunities.csv": [Outcome("closed_on", won="", stage="open")],
        "advocacies.csv": [Outcome("consent_on"), Outcome("withdrawn_on"), Outcome("used_on")],
        "tasks.csv": [Outcome("done_on", status="open")],
        "playbook_runs.csv": [Outcome("ended", outcome="", sentence="")],
    }
    ENTITIES = {"accounts.csv": "account", "subscriptions.csv": "subscription", "contacts.csv": "contact",
                "invoices.csv": "invoice", "tickets.csv": "ticket", "goals.csv": "goal", "opportunities.csv": "opportunity"}

    def setUp(self):
        super().setUp()
        self.sample = self.folder / "sample.steward"
        self.cli("sample", self.sample, book=self.sample)
        self.export = self.folder / "export"
        self.cli("export", "all", "--output", self.export, book=self.sample)

    def changed_book(self, day, how):
        folder = self.folder / f"{how}-{day}"
        shutil.copytree(self.export, folder)
        touched = set()
        for name, outcomes in self.ENDS.items():
            ids = changed(folder / name, outcomes, day, how)
            touched.update((self.ENTITIES.get(name), record, field) for record, field in ids)
        self.assertGreater(len(touched), 200, f"hardly anything ends {how} than {day}")
        self.change_histories(folder / "changes.csv", touched, day, how)
        book = folder / "book.steward"
        self.cli("create", book, book=book)
        self.cli("import", "all", folder, "--format", "json", book=book)
        return book

    @staticmethod
    def change_histories(path, touched, day, how):
        """The fields with a history tell the same story as their records."""
        names, rows = read(path)
        kept = []
        for row in rows:
            is_meant = (row["entity"], row["record"], row["field"]) in touched
            if is_meant and (row["day"] > day) != (how == "before"):
                if how != "later":
                    continue
                if row["value"] == row["day"]:
                    row["value"] = later(row["value"])
                row["day"] = later(row["day"])
            kept.append(row)
        write(path, names, kept)

    def test_what_ends_later_is_not_known_before(self):
        for day in ("2025-10-31", "2026-06-30"):
            books = {how: self.changed_book(day, how) for how in ("later", "removed", "before")}
            for mode in ([], ["--as-known"]):
                told = self.figures(self.sample, day, *mode)
                for how in ("later", "removed"):
                    self.assert_same(self.figures(books[how], day, *mode), told, f"{how} than {day} {mode}")
                self.assertNotEqual(self.figures(books["before"], day, *mode), told, "that the comparison can fail")

    def test_a_complete_export_gives_the_same_book_again(self):
        """P42, with everything a sample book has: what the new book exports is the same, file by file."""
        again = self.folder / "again.steward"
        self.cli("create", again, book=again)
        self.cli("import", "all", self.export, book=again)
        second = self.folder / "second export"
        self.cli("export", "all", "--output", second, book=again)
        names = sorted(path.name for path in self.export.iterdir())
        self.assertEqual(sorted(path.name for path in second.iterdir()), names)
        for name in names:
            self.assertTrue((second / name).read_bytes() == (self.export / name).read_bytes(), f"{name} differs")

    def test_accounts_that_change_hands_today_leave_closed_periods_as_they_were(self):
        def by_csm(months, days, today):
            asked = [["revenue", "--from", months[0], "--to", months[1]]]
            asked += [[name, "--from", days[0], "--to", days[1]] for name in ("nps", "csat", "ces")]
            return {" ".join(words): self.cli(*words, "--by", "csm", "--format", "json", book=self.sample,
                                              today=today).splitlines() for words in asked}

        def hand_over(today):
            moved = self.folder / "accounts.csv"
            self.cli("export", "accounts", "--output", moved, book=self.sample)
            names, rows = read(moved)
            people = sorted({row["csm_id"] for row in rows})
            for row in rows:
                row["csm_id"] = people[(people.index(row["csm_id"]) + 1) % len(people)]
            write(moved, names, rows)
            report = json.loads(self.cli("import", "accounts", moved, "--format", "json", book=self.sample, today=today))
            self.assertEqual(report["updated"], len(rows))

        closed = (("2025-12", "2026-10"), ("2026-07-01", "2026-09-30"), TODAY)
        coming = (("2026-12", "2027-01"), ("2026-12-01", "2027-01-31"), "2027-02-01")
        told, expected = by_csm(*closed), by_csm(*coming)
        hand_over(TODAY)
        self.assert_same(by_csm(*closed), told, "handed over today")
        self.assertNotEqual(by_csm(*coming), expected, "nothing goes by who holds an account")
        # That it can fail: handed over before the period, the same figures move.
        self.cli("undo", book=self.sample)
        self.assert_same(by_csm(*closed), told, "undone")
        hand_over("2025-11-15")
        self.assertNotEqual(by_csm(*closed), told, "nothing goes by who held an account")


if __name__ == "__main__":
    books.main()
