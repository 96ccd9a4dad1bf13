# SPDX-License-Identifier: GPL-3.0-or-later
"""The day's work through the command line: signals, today, tasks, journey."""

import re
from collections import Counter

import books
from books import TODAY

SEVERITIES = ["critical", "high", "medium", "low", "good"]


class SampleDay(books.Books):
    """The sample book on its last day."""

    def setUp(self):
        super().setUp()
        self.book = self.folder / "sample.steward"
        self.cli("sample", self.book, book=self.book)

    def test_signals_are_the_same_each_time_and_speak_in_whole_sentences(self):
        first = self.cli("signals", "--format", "json", book=self.book)
        self.assertEqual(first, self.cli("signals", "--format", "json", book=self.book))
        signals = self.answer("signals", book=self.book)
        self.assertGreater(len(signals), 60)
        self.assertEqual(sorted((each["severity"] for each in signals), key=SEVERITIES.index),
                         [each["severity"] for each in signals])
        cases = Counter((each["signal"], each["id"], each["key"]) for each in signals)
        self.assertEqual([], [case for case, count in cases.items() if count > 1])
        for each in signals:
            with self.subTest(each["signal"], account=each["account"]):
                self.assertNotRegex(each["reason"], r"[{}]|  |^ | ,|\(\)|signal\.|_")
                self.assertIn(each["severity"], SEVERITIES)
                self.assertIn(each["state"], ["open", "snoozed", "dismissed", "done"])
                self.assertEqual(TODAY, each["evaluated"])
                self.assertLessEqual(each["opened"], TODAY)
                self.assertTrue(each["data_to"] is None or each["data_to"] <= TODAY)
                self.assertEqual(each["until"] is None, each["state"] == "open")

    def test_one_account_has_the_signals_that_the_book_has(self):
        signals = self.answer("signals", book=self.book)
        by_account = {}
        for each in signals:
            by_account.setdefault(each["id"], []).append(each)
        asked = [key for key in by_account if key][:12]
        self.assertEqual(12, len(asked))
        for key in asked:
            self.assertEqual(by_account[key], self.answer("signals", key, book=self.book))

    def test_evidence_names_records_of_the_book(self):
        export = self.folder / "export"
        self.cli("export", "all", "--output", export, book=self.book)
        ids = set()
        for path in export.glob("*.csv"):
            _, rows = books.read(path)
            ids.update(row["id"] for row in rows if row.get("id"))
        named = [record.split(":")[1] for each in self.answer("signals", book=self.book) for record in each["evidence"]]
        self.assertGreater(len(named), 100)
        self.assertEqual([], [record for record in named if record not in ids])

    def test_today_has_one_row_an_account_and_values_that_are_their_factors(self):
        rows = self.answer("today", book=self.book)
        lanes = [row["lane"] for row in rows]
        order = ["clock", "needs_you", "can_wait"]
        self.assertEqual(sorted(lanes, key=order.index), lanes)
        accounts = Counter()
        for row in rows:
            if row["lane"] == "clock":
                continue
            accounts.update([row["id"]] if row["id"] else [each["id"] for each in row["accounts"] or []])
            factors = row["factors"]
            if factors:
                value = float(factors["arr"]) * factors["gain"] * factors["severity"] * factors["time"]
                value *= factors["change"] * factors["age"]
                self.assertAlmostEqual(float(row["value"]), value, 1)
        self.assertEqual([], [key for key, count in accounts.items() if count > 1])
        self.assertTrue(any(row["good"] for row in rows if row["lane"] == "needs_you"))
        grouped = [row for row in rows if row["accounts"]]
        self.assertTrue(any(row["play"] == "late_payment" for row in grouped), "dead cards are one row")
        self.assertLess(0, lanes.count("clock"))

    def test_each_csm_has_a_list_and_together_they_have_every_account(self):
        whole = {row["id"] for row in self.answer("today", book=self.book) if row["id"]}
        parts = set()
        for name in ("CSM A", "CSM B", "CSM C"):
            rows = self.answer("today", "--csm", name, book=self.book)
            mine = {row["id"] for row in rows if row["id"]}
            self.assertFalse(mine & parts)
            parts |= mine
            self.assertEqual({name}, {each["owner"] for each in self.answer("tasks", "--csm", name, book=self.book)})
        self.assertLessEqual(whole, parts)
        self.cli("today", "--csm", "Nobody", book=self.book, statuses=(2,))

    def test_tasks_are_worked_off_from_the_latest_promise_on(self):
        tasks = self.answer("tasks", book=self.book)
        states = ["overdue", "today", "later", "undated", "snoozed"]
        self.assertEqual(sorted((each["state"] for each in tasks), key=states.index), [each["state"] for each in tasks])
        due = [row for row in self.answer("signals", book=self.book) if row["signal"] == "promise.due"]
        late = [each for each in tasks if each["state"] == "overdue" and each["category"] == "promise"]
        self.assertEqual({f"task:{each['id']}" for each in late}, {each["key"] for each in due})
        self.assertGreater(len(self.answer("tasks", "--all", book=self.book)), len(tasks))

    def test_a_task_of_a_review_names_no_key_of_ours(self):
        account = self.answer("accounts", book=self.book)[0]["key"]
        self.imported("tasks", [{"external_id": "recap", "account": account, "title": "Recap of the review", "status": "open",
                                 "origin": "qbr", "origin_key": "review-7-recap", "due": "2026-12-01"}])
        try:
            origins = {each["title"]: each["origin"] for each in self.answer("tasks", "--all", book=self.book)}
        finally:
            self.cli("undo", book=self.book)
        self.assertEqual("quarterly review", origins["Recap of the review"])

    def test_days_in_stages_add_up_to_the_age_of_the_account(self):
        rows = self.answer("journey", book=self.book)
        self.assertEqual(60, len(rows))
        for row in rows:
            if row["age"] is not None:
                self.assertEqual(row["age"], sum(each["days"] for each in row["stages"]))
        self.assertGreater(sum(len(row["stages"]) > 2 for row in rows), 30)
        self.assertGreater(sum(row["clock"] == "stuck" for row in rows), 0)

    def story(self, number):
        export = self.folder / "accounts.csv"
        self.cli("export", "accounts", "--output", export, book=self.book)
        _, rows = books.read(export)
        return {row["name"] for row in rows if re.search(rf"story:{number}\b", row["tags"])}

    def test_quick_starts_are_the_fastest_quarter_and_stuck_ones_wait(self):
        rows = {row["account"]: row["first_value"] for row in self.answer("journey", book=self.book)}
        for name in self.story(7):
            self.assertEqual((19, True, 1), tuple(rows[name][key] for key in ("days", "reached", "quarter")))
        for name in self.story(6):
            self.assertFalse(rows[name]["reached"])
        quarters = Counter(each["quarter"] for each in rows.values() if each and each["reached"])
        self.assertEqual({1, 2, 3, 4}, set(quarters))
        self.assertLess(max(quarters.values()), 0.45 * sum(quarters.values()))

    def test_shelfware_is_expected_to_be_cut(self):
        rows = {row["account"]: row for row in self.answer("renewals", book=self.book)}
        for name in self.story(10):
            cut = rows[name]["expected_cut"]
            self.assertEqual((155, 200), (cut["seats"], cut["of"]))
            self.assertAlmostEqual(float(rows[name]["amount"]) * 0.7735, float(cut["amount"]), delta=500)
        for name in self.story(8):
            self.assertIsNone(rows[name]["expected_cut"])

    def test_who_is_steady_and_well_is_not_in_today(self):
        steady = self.story(1)
        self.assertEqual(10, len(steady))
        for row in self.answer("today", book=self.book):
            self.assertNotIn(row["account"], steady)
            self.assertFalse(steady & {each["account"] if isinstance(each, dict) else each
                                       for each in row["accounts"] or []})

    def imported(self, kind, rows):
        path = self.folder / f"{kind}.csv"
        books.write(path, rows[0].keys(), rows)
        self.cli("import", kind, path, book=self.book)

    def steps(self, account):
        path = self.folder / "steps.csv"
        self.cli("export", "tasks", "--output", path, book=self.book)
        _, rows = books.read(path)
        return {row["origin_key"]: (row["due"], row["status"], row["done_on"])
                for row in rows if row["origin"] == "playbook" and row["account_id"] == account}

    def test_files_move_and_tick_the_steps_of_a_running_play(self):
        subscriptions = self.folder / "now.csv"
        self.cli("export", "subscriptions", "--output", subscriptions, book=self.book)
        _, rows = books.read(subscriptions)
        own = next(row for row in rows if row["renewal_date"] == "2027-03-09")
        account = next(each["key"] for each in self.answer("accounts", book=self.book)
                       if each["id"] == own["account_id"])
        self.imported("playbook_runs", [{"external_id": "run", "account": account, "playbook": "renewal", "version": 1,
                                         "started": "2026-11-10"}])
        self.imported("tasks", [{"external_id": step, "account": account, "title": step, "status": "open",
                                 "origin": "playbook", "origin_key": step, "run": "run", "due": due}
                                for step, due in (("s05", "2026-12-09"), ("s09", "2027-02-05"))])
        self.imported("subscriptions", [own | {"renewal_date": "2027-04-13"}])
        moved = {"s05": ("2027-01-13", "open", ""), "s09": ("2027-03-12", "open", "")}
        self.assertEqual(moved, self.steps(own["account_id"]))
        call = {"account": account, "cycle": "2027-04-13", "day": "2026-11-18", "call": "likely", "reason": "They do"}
        self.imported("renewal_calls", [call | {"checkpoint": "other", "day": "2026-11-17"}])
        self.assertEqual(moved, self.steps(own["account_id"]))
        self.imported("renewal_calls", [call | {"checkpoint": "90"}])
        self.assertEqual(moved | {"s05": ("2027-01-13", "done", "2026-11-18")}, self.steps(own["account_id"]))
        self.cli("undo", book=self.book)
        self.assertEqual(moved, self.steps(own["account_id"]))

    def test_a_file_imported_twice_adds_no_signal_and_no_task(self):
        export = self.folder / "export"
        self.cli("export", "all", "--output", export, book=self.book)
        asked = (("signals",), ("tasks", "--all"), ("today",))
        before = [self.cli(*words, "--format", "json", book=self.book) for words in asked]
        for kind in ("invoices", "tickets", "surveys", "tasks", "touches"):
            for _ in range(2):
                self.cli("import", kind, export / f"{kind}.csv", book=self.book, statuses=(0, 3))
        self.assertEqual(before, [self.cli(*words, "--format", "json", book=self.book) for words in asked])


if __name__ == "__main__":
    books.main()
