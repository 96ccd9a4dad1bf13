#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that layering.py finds what it is there to find.

Each fixtures/*.tree is a change to the sound little house of fixtures/sound.tree. It lists the findings it must cause
("expect: rule path:line", none = must stay clean) and files as "-- path --" followed by their text. A fixture
passes when exactly the expected findings come out, and every rule must be broken by at least one fixture.

    selftest.py [--qt-headers DIR]
"""

import argparse
import re
import sys
import tempfile
from pathlib import Path

import layering
from source_tree import House

HERE = Path(__file__).resolve().parent


def read_fixture(path):
    head, *parts = re.split(r"^-- (\S+) --\n", path.read_text(encoding="utf-8"), flags=re.M)
    expected = set(re.findall(r"^expect: (\S+ \S+)$", head, flags=re.M))
    return expected, dict(zip(parts[0::2], parts[1::2]))


def findings_of(files, house):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        found, _ = layering.check(root, house)
    return {f"{finding.rule} {finding.path}:{finding.line}" for finding in found}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--qt-headers", type=Path, default=None)
    options = parser.parse_args()
    house = House.read(HERE / "floors.txt", options.qt_headers or layering.installed_qt_headers())
    _, sound = read_fixture(HERE / "fixtures/sound.tree")
    fixtures = sorted((HERE / "fixtures").glob("*.tree"))
    failures, broken = 0, set()
    for fixture in fixtures:
        expected, files = read_fixture(fixture)
        found = findings_of({**sound, **files}, house)
        broken |= {finding.split()[0] for finding in found}
        if found != expected:
            failures += 1
            print(f"{fixture.name}: not found {sorted(expected - found)}, found besides {sorted(found - expected)}")
    for rule in sorted(set(layering.RULES) - broken):
        failures += 1
        print(f"no fixture breaks the rule '{rule}'")
    print(f"layering self-test: {len(fixtures)} fixtures, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
