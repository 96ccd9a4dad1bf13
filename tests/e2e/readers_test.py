# SPDX-License-Identifier: GPL-3.0-or-later
"""Decks of the sample book, read by two programs that know nothing of Steward: officeparser and pptxtojson.

They are peers: set STEWARD_PEERS to a folder where `npm install officeparser pptxtojson` was done; without it or node the test
is skipped. The program comes from the environment (ctest sets it): STEWARD_CLI.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

from books import Books, main

PEERS = Path(os.environ.get("STEWARD_PEERS", "/nonexistent"))


def squeezed(text):
    return "".join(text.split())


class TwoReaders(Books):
    def setUp(self):
        super().setUp()
        if not shutil.which("node") or not (PEERS / "node_modules").is_dir():
            self.skipTest("set STEWARD_PEERS to a folder with officeparser and pptxtojson")

    def test_both_read_every_title_and_figure(self):
        book = self.folder / "sample.steward"
        self.cli("sample", book, book=book)
        accounts = self.answer("accounts", book=book)
        for account in accounts[::9]:
            deck = self.folder / "deck.pptx"
            pack = self.answer("qbr", account["id"], "--quarter", "2026Q3", "--vendor", "Linnhaven", "--presenter", "--output", deck,
                               book=book)
            done = subprocess.run(["node", Path(__file__).with_name("readers.mjs"), deck], cwd=PEERS, capture_output=True, text=True,
                                  check=True)
            read = json.loads(done.stdout)
            if read["officeparser"] is None or read["pptxtojson"] is None:
                self.skipTest("officeparser or pptxtojson is missing in STEWARD_PEERS")
            self.assertGreaterEqual(read["pptxtojson"]["slides"], len([s for s in pack["slides"] if not s["hidden"]]))
            self.assertGreater(read["pptxtojson"]["kinds"].get("chart", 0) + read["pptxtojson"]["kinds"].get("table", 0), 0)
            for reader, text in (("officeparser", read["officeparser"]), ("pptxtojson", read["pptxtojson"]["text"])):
                text = squeezed(text)
                for slide in pack["slides"]:
                    self.assertIn(squeezed(slide["title"])[:60], text, f"{account['name']} {reader}")
                for sentence in pack["summary"]:
                    self.assertIn(squeezed(sentence)[:120], text, f"{account['name']} {reader}")
            # What one reads outside of notes, the other reads too.
            for line in read["pptxtojson"]["text"].splitlines():
                self.assertIn(squeezed(line), squeezed(read["officeparser"]), account["name"])


if __name__ == "__main__":
    main()
