# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, through the command line: real exports of other tools become a book that gives the figures their owners
published. The figures expected come from the files beside the exports, or were published with them."""

import json
import math
from decimal import Decimal

import books
from books import read


class Published(books.Books):
    def load(self, folder, files, name="book"):
        """A book of the files, none of whose rows may vanish; the reports by file."""
        source = self.exports(folder)
        book = self.new_book(name)
        reports = {}
        for kind, file, *options in files:
            report = self.answer("import", kind, source / file, *options, book=book, statuses=(0, 3))
            self.assertEqual(report["rows"], sum(report[part] for part in ("created", "updated", "unchanged", "rejected")))
            reports[file] = report
        return book, reports

    def again(self, book, folder, files):
        """Every file once more: nothing is created, nothing updated."""
        for kind, file, *options in files:
            with self.subTest(again=file):
                report = self.answer("import", kind, self.exports(folder) / file, *options, book=book, statuses=(0, 3))
                self.assertEqual((report["created"], report["updated"]), (0, 0))

    def expected(self, name):
        return json.loads((self.exports(".") / "expected_aggregates.json").read_text())[f"open/{name}"]

    def check_detected(self, folder, files):
        for kind, file, *_ in files:
            with self.subTest(detect=file):
                self.assertEqual(self.answer("detect", self.exports(folder) / file, book="none")["kind"], kind)

    def test_ravenstack(self):
        files = [("accounts", "ravenstack_accounts.csv"), ("subscriptions", "ravenstack_subscriptions.csv"),
                 ("tickets", "ravenstack_support_tickets.csv"), ("churn", "ravenstack_churn_events.csv"),
                 ("usage", "ravenstack_feature_usage.csv")]
        self.check_detected("ravenstack", files)
        book, reports = self.load("ravenstack", files)
        self.assertEqual([reports[file]["created"] for _, file in files], [500, 5000, 2000, 600, 25000])
        self.assertEqual(reports["ravenstack_feature_usage.csv"]["issue_totals"]["import.usage.event_collision"], 21)
        self.again(book, "ravenstack", files)
        self.again(book, "ravenstack_crlf", files[:1])

        _, published = read(self.exports("ravenstack") / "published" / "mrr__monthly_aggregate_mrr.csv")
        months = ["--from", published[0]["month_label"], "--to", published[-1]["month_label"]]
        overlap = self.answer("revenue", *months, "--mrr-rule", "overlap", book=book)
        self.assertEqual([(row["month"], Decimal(row["end_mrr"])) for row in overlap],
                         [(row["month_label"], Decimal(row["aggregate_subscription_mrr"])) for row in published])
        self.assertEqual(len(overlap), 24)
        month_end = self.answer("revenue", *months, "--mrr-rule", "month-end", book=book)
        self.assertEqual(month_end[-1]["end_mrr"], "10159608.00")

        csat, = self.answer("csat", book=book)
        self.assertEqual(csat["responses"], 1175)
        self.assertAlmostEqual(csat["mean"], 3.981277, places=6)
        self.assertAlmostEqual(csat["csat"], 66.2979, places=4)

        usage = self.folder / "usage.csv"
        metrics = self.folder / "metrics.csv"
        self.cli("export", "usage", "--output", usage, book=book)
        self.cli("export", "metrics", "--output", metrics, book=book)
        counted = {row["id"] for row in read(metrics)[1] if row["name"].startswith("feature_")}
        self.assertEqual(sum(Decimal(row["value"]) for row in read(usage)[1] if row["metric_id"] in counted), 250_525)
        churn = self.folder / "churn.csv"
        self.cli("export", "churn", "--output", churn, book=book)
        self.assertEqual(len({row["account_id"] for row in read(churn)[1]}), 352)

    def test_customer360(self):
        files = [("accounts", "crm_accounts.csv"), ("contacts", "contacts.csv"), ("invoices", "invoices.csv"),
                 ("surveys", "nps.csv"), ("tickets", "support_tickets.csv"), ("usage", "usage_events.csv")]
        self.check_detected("customer360", files)
        book, reports = self.load("customer360", files)
        self.assertEqual(reports["support_tickets.csv"]["issue_totals"]["import.ticket.open_with_end"], 306)
        self.again(book, "customer360", files)
        accounts = self.answer("accounts", book=book)
        self.assertEqual(len(accounts), 300)
        self.assertEqual(sum(Decimal(row["arr"]) for row in accounts), 3_152_000)
        nps, = self.answer("nps", book=book)
        self.assertEqual([nps[part] for part in ("promoters", "passives", "detractors")], [86, 73, 240])
        self.assertAlmostEqual(nps["nps"], -38.5965, places=4)
        months = {row["group"]: row for row in self.answer("nps", "--by", "month", book=book)}
        for month, known in self.expected("customer360")["nps_by_month"].items():
            with self.subTest(month=month):
                self.assertAlmostEqual(months[month]["nps"], known["nps"], delta=0.01)
        invoices = self.folder / "invoices.csv"
        self.cli("export", "invoices", "--output", invoices, book=book)
        self.assertIn("875.00", {row["amount"] for row in read(invoices)[1]})

    def test_cloudnest(self):
        files = [("accounts", "customers.csv"), ("plans", "plans.csv"), ("subscriptions", "subscriptions.csv"),
                 ("invoices", "payments.csv"), ("churn", "churn_events.csv")]
        self.check_detected("cloudnest", files)
        book, _ = self.load("cloudnest", files)
        self.again(book, "cloudnest", files)
        accounts = self.answer("accounts", book=book)
        self.assertEqual(len(accounts), 3000)
        revenue = self.answer("revenue", "--from", "2026-11", "--to", "2026-11", book=book)
        self.assertEqual(revenue[0]["end_mrr"], "218703.83")
        gone = [row for row in accounts if not Decimal(row["mrr"] or 0)]
        self.assertTrue(math.isclose(100 * len(gone) / len(accounts), 27.7667, abs_tol=0.0001))

    def test_mrr_playbook(self):
        files = [("subscriptions", "subscription_periods.csv", "--unlinked", "create")]
        self.check_detected("mrr_playbook", files)
        book, _ = self.load("mrr_playbook", files)
        self.again(book, "mrr_playbook", files)
        table = self.expected("mrr_playbook")["mrr"]
        rows = self.answer("revenue", "--from", "2017-09", "--to", "2020-02", book=book)
        self.assertEqual((len(rows), len(table)), (30, 30))
        columns = {"new": "new", "reactivation": "reactivation", "expansion": "upgrade", "contraction": "downgrade",
                   "churn": "churn"}
        for row in rows:
            known = table[row["month"]]
            with self.subTest(month=row["month"]):
                self.assertEqual(Decimal(row["end_mrr"]), Decimal(known["mrr"]))
                self.assertEqual(row["customers_end"], known["customers"])
                for ours, theirs in columns.items():
                    self.assertEqual(Decimal(row[ours]), abs(Decimal(known.get(theirs, 0))), ours)

    def test_telco(self):
        files = [("accounts", "Telco-Customer-Churn.csv")]
        self.check_detected("telco", files)
        book, _ = self.load("telco", files)
        self.again(book, "telco", files)
        accounts = self.answer("accounts", book=book)
        self.assertEqual(len(accounts), 7043)
        self.assertEqual(sum(Decimal(row["mrr"]) for row in accounts), Decimal("456116.60"))
        export = self.folder / "accounts.csv"
        self.cli("export", "accounts", "--output", export, book=book)
        self.assertEqual(sum(row["status"] == "former" for row in read(export)[1]), 1869)
        everything = self.folder / "everything"
        self.cli("export", "all", "--output", everything, book=book)
        charges = [row["value"] for row in read(everything / "custom_values.csv")[1] if row["field"] == "TotalCharges"]
        self.assertEqual(len(charges), 7043 - 11)

    def test_salesforce(self):
        files = [("accounts", "accountData.csv"), ("opportunities", "opportunityData.csv")]
        self.check_detected("salesforce_dataloader", files)
        book, _ = self.load("salesforce_dataloader", files)
        self.again(book, "salesforce_dataloader", files)
        names = [row["name"] for row in self.answer("accounts", book=book)]
        self.assertEqual(len(names), 423)
        self.assertLess({"Crédito Inmobiliario Terras", "Pébéo of America"}, set(names))
        export = self.folder / "opportunities.csv"
        self.cli("export", "opportunities", "--output", export, book=book)
        amounts = [Decimal(row["amount"] or 0) for row in read(export)[1]]
        self.assertEqual((len(amounts), sum(amounts)), (38, 6_270_000))

    def test_maven_crm(self):
        files = [("accounts", "accounts.csv"), ("people", "sales_teams.csv"), ("plans", "products.csv")]
        book, _ = self.load("maven_crm", files)
        self.assertEqual(len(self.answer("accounts", book=book)), 85)
        pipeline = self.exports("maven_crm") / "sales_pipeline.csv"
        told = self.answer("import", "opportunities", pipeline, "--dry-run", book=book, statuses=(0, 3))
        self.assertEqual((told["rows"], told["rejected"]), (8800, 1425))
        self.assertEqual(told["issue_totals"]["import.account.missing"], 1425)
        kept = self.answer("import", "opportunities", pipeline, "--unlinked", "keep", book=book)
        self.assertEqual(kept["created"], 8800)
        export = self.folder / "opportunities.csv"
        self.cli("export", "opportunities", "--output", export, book=book)
        self.assertEqual(sum(not row["account_id"] for row in read(export)[1]), 1425)

    def test_one_table_in_many_encodings(self):
        folder = self.exports("derived_encodings")
        reference = self.answer("rows", folder / "maven_accounts.reference.utf8.csv", book="none")["records"]
        self.assertEqual(len(reference), 86)
        variants = [path for path in sorted(folder.iterdir()) if path.suffix in (".csv", ".tsv", ".txt")]
        self.assertEqual(len(variants), 15)
        for path in variants:
            with self.subTest(file=path.name):
                found = self.answer("rows", path, book="none")
                if "invalid" in path.name:
                    self.assertTrue(all(issue["line"] and issue["column"] for issue in found["issues"]))
                    self.assertTrue(found["issues"])
                else:
                    # Latin-1 has neither the apostrophe nor the dash: the file itself has question marks.
                    poorer = [[cell.replace("\u2019", "?").replace("\u2013", "?") for cell in row] for row in reference]
                    self.assertEqual(found["records"], poorer if "latin1" in path.name else reference)


if __name__ == "__main__":
    books.main()
