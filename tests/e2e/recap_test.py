# SPDX-License-Identifier: GPL-3.0-or-later
"""The recap and the check-ins after a review, read by parsers that know nothing of Steward: python's email and ical.js.

ical.js is a peer: set STEWARD_PEERS to a folder where `npm install ical.js` was done; without it that part is skipped.
The program comes from the environment (ctest sets it): STEWARD_CLI.
"""

import email
import email.policy
import email.utils
import json
import os
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

from books import Books, main, read, write

NAMES = ["Zoë Ångström-Łukasiewicz", "田中 花子", 'Bob "the Builder", O\'Neil', "עדה 😀 Lovelace"]
ACCOUNT = "Pâtisserie Étamoné & Fils, フェンルタ精機"
WHEN = ("2026-11-06T22:30:00.000Z", "2026-11-06T23:30:00.000Z")  # Friday night, over midnight in Berlin


def peer(name):
    folder = Path(os.environ.get("STEWARD_PEERS", "/nonexistent"))
    return folder if shutil.which("node") and (folder / "node_modules" / name).is_dir() else None


class AfterTheMeeting(Books):
    def renamed_book(self):
        """A sample book in which one review has people and an account of every script."""
        sample = self.folder / "sample.steward"
        self.cli("sample", sample, book=sample)
        folder = self.folder / "all"
        self.cli("export", "all", "--output", folder, book=sample)
        fields, reviews = read(folder / "qbrs.csv")
        review = next(row for row in reviews if row["quarter"] == "2026-10-01" and row["attendee_ids"])
        review["meeting_start"], review["meeting_end"] = WHEN
        write(folder / "qbrs.csv", fields, reviews)
        attendees = json.loads(review["attendee_ids"])
        fields, contacts = read(folder / "contacts.csv")
        for number, (key, name) in enumerate(zip(attendees, NAMES)):
            row = next(row for row in contacts if row["id"] == str(key))
            row.update(name=name, email=f"guest{number}@bücher.example", preferred_channel="video", left_on="")
        write(folder / "contacts.csv", fields, contacts)
        fields, accounts = read(folder / "accounts.csv")
        next(row for row in accounts if row["id"] == review["account_id"])["name"] = ACCOUNT
        write(folder / "accounts.csv", fields, accounts)
        book = self.new_book("renamed")
        self.cli("import", "all", folder, book=book)
        return book

    def recap(self, book, *words, statuses=(0,)):
        return json.loads(self.cli("qbr", ACCOUNT, "--quarter", "2026Q4", "--vendor", "Linnhaven", "--format", "json", *words,
                                   book=book, statuses=statuses))

    def test_mail_programs_and_calendars_read_what_was_written(self):
        book = self.renamed_book()
        mail, calendar = self.folder / "recap.eml", self.folder / "check-ins.ics"
        pack = self.recap(book, "--recap", mail, "--ics", calendar)
        self.assertEqual(pack["recap"]["due"], "2026-11-07T23:30:00.000Z")
        first = (mail.read_bytes(), calendar.read_bytes())
        self.check_mail(first[0], pack)
        self.check_calendar(calendar, pack)
        self.assertEqual({name.name for name in self.folder.iterdir() if name.suffix in (".eml", ".ics")},
                         {mail.name, calendar.name})

    def check_mail(self, raw, pack):
        raw.decode("ascii")
        self.assertEqual([line for line in raw.split(b"\r\n") if len(line) > 78], [])
        message = email.message_from_bytes(raw, policy=email.policy.default)
        self.assertEqual(message.defects, [])
        self.assertEqual(message["subject"], f"{ACCOUNT}: what we agreed on {self.day_of_meeting()}")
        guests = [each for each in pack["recap"]["guests"] if each["email"]]
        for header, was_there in (("to", True), ("cc", False)):
            wanted = [each["name"] for each in guests if each["was_there"] == was_there]
            found = [each.display_name for each in message[header].addresses] if message[header] else []
            self.assertEqual(found, wanted)
        self.assertEqual(set(NAMES) - {each.display_name for each in message["to"].addresses}, set())
        self.assertTrue(all(each.domain == "xn--bcher-kva.example" for each in message["to"].addresses
                            if each.display_name in NAMES))
        self.assertIsNotNone(email.utils.parsedate_to_datetime(message["date"]).tzinfo)
        body = message.get_body(("plain",)).get_content()
        self.assertIn("Zoë", body.splitlines()[0])
        self.assertIn("Agreed:", body)
        self.assertIn("[[their two main points, in their words]]", body)
        (attachment,) = message.iter_attachments()
        self.assertEqual(attachment.get_filename(), f"{ACCOUNT} 2026Q4.pptx")
        with zipfile.ZipFile(BytesIO(attachment.get_content())) as deck:
            self.assertIsNone(deck.testzip())
            self.assertFalse([name for name in deck.namelist() if "notes" in name])

    @staticmethod
    def day_of_meeting():
        return "6 November 2026"

    def check_calendar(self, path, pack):
        raw = path.read_bytes()
        self.assertTrue(all(len(line) <= 75 for line in raw.split(b"\r\n")))
        raw.decode("utf-8")
        folder = peer("ical.js")
        if not folder:
            print("skipped: set STEWARD_PEERS to a folder with ical.js")
            return
        done = subprocess.run(["node", Path(__file__).with_name("ics.mjs"), path], cwd=folder, capture_output=True, text=True,
                              check=True)
        calendar = json.loads(done.stdout)
        self.assertEqual(calendar["version"], "2.0")
        wanted = pack["recap"]["check_ins"]
        self.assertEqual(len(calendar["events"]), len(wanted))
        self.assertEqual(len({event["uid"] for event in calendar["events"]}), len(wanted))
        for event, each in zip(calendar["events"], wanted):
            self.assertEqual((event["start"], event["end"]), (each["start"], each["end"]))
            self.assertEqual(event["summary"], f"{ACCOUNT} and Linnhaven: check-in after our review of Q4 2026")
            self.assertIn("By video, as you prefer." if each["channel"] == "video" else "2026", event["description"])
            # A quote cannot stand in a parameter.
            self.assertEqual([who["name"] for who in event["attendees"]], [each["name"].replace('"', "'")])

    def test_before_the_meeting_is_over_there_is_no_recap(self):
        book = self.renamed_book()
        mail = self.folder / "early.eml"
        words = ("qbr", ACCOUNT, "--quarter", "2026Q4", "--recap", mail)
        for day in ("2026-11-05", "2026-11-06"):  # it ends at half past midnight on the 7th, in Berlin
            said = self.notices(*words, book=book, statuses=(2,), today=day)
            self.assertIn("ends on", said)
            self.assertFalse(mail.exists())
        # Nor for who looks back to a day before it.
        self.assertIn("ends on", self.notices(*words, "--as-of", "2026-11-05", book=book, statuses=(2,), today="2026-11-08"))
        self.assertFalse(mail.exists())
        self.notices(*words, book=book, today="2026-11-08")
        self.assertTrue(mail.exists())

    def test_without_a_meeting_nothing_is_written(self):
        book = self.folder / "sample.steward"
        self.cli("sample", book, book=book)
        with_none = next(row["id"] for row in self.answer("accounts", book=book)
                         if not self.answer("qbr", row["id"], "--quarter", "2020Q1", book=book)["recap"])
        self.cli("qbr", with_none, "--quarter", "2020Q1", "--output", self.folder / "a.pptx", "--recap", self.folder / "a.eml",
                 book=book, statuses=(2,))
        self.assertFalse(list(self.folder.glob("a.*")))


if __name__ == "__main__":
    main()
