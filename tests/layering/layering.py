#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a source tree against the rules of the house and names every breach as path:line: [rule] sentence.

    layering.py [--root DIR] [--floors FILE] [--qt-headers DIR]

Exit status 0 when nothing was found, 1 when something was, 2 when the rules themselves cannot be read.
Debian puts the headers of all Qt modules on one include path and every room sees the whole tree, so the compiler
stops nobody from including a room above: this program does.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from source_tree import HOUSES, INCLUDE, House, Tree

RULES = {
    "room": "a room that is not in the table",
    "floor": "a room on the same floor or above is used",
    "link": "a room is included that the CMake file does not link",
    "include": "a header of the project that does not exist or is not named from the root",
    "own-header": "the first include of a source file is not its own header",
    "pragma-once": "a header without #pragma once",
    "file-name": "a file name that is not lower_case",
    "qt": "a Qt module that this room may not use",
    "sql": "SQLite outside core/book",
    "clock": "the clock is read outside app/",
    "open-url": "something that opens an address in more than one file, or in core/",
    "internet": "a class that talks to the internet",
    "licence": "no SPDX-License-Identifier in the first three lines",
    "unfinished": "a mark of unfinished work",
    "machine": "a path of somebody's machine",
    "table": "CONTRIBUTING.md shows a room on another floor than the table",
    "packages": "packages.txt is not a sorted list of names, one a line (LC_ALL=C sort -u)",
    "needs": "CMake looks for something whose Debian package is not in packages.txt (or not known to floors.txt)",
}

CLOCK = re.compile(r"\bQ(?:Date|Time|DateTime)::current\w+|\bsystem_clock\s*::\s*now\b"
                   r"|\b(?:std::)?time\s*\(\s*(?:nullptr|NULL|0)\s*\)")
SQL = re.compile(r"\bQSql\w*|\bsqlite3\w*")
INTERNET = re.compile(r"\bQ(?:Tcp|Udp|Ssl|Web)(?:Socket|Server)\b|\bQNetworkAccessManager\b")
OPENING = re.compile(r"\b(?:openUrl|setOpenExternalLinks|setOpenLinks|QTextBrowser)\b")
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME)\b")
MACHINE = re.compile(r"(?<![\w.~}$])/(?:home|root|work|Users)/\w|\b[A-Z]:\\Users\\")
LOOKED_FOR = re.compile(r"\b(find_package|pkg_check_modules)\s*\(([^)]*)\)")
LOOKING_WORDS = {"REQUIRED", "QUIET", "CONFIG", "OPTIONAL_COMPONENTS", "COMPONENTS", "IMPORTED_TARGET", "GLOBAL"}
LINKED = re.compile(r"\b(?:Steward::|steward_)((?:core|ui|app)_\w+)")


class Finding(NamedTuple):
    path: str
    line: int
    rule: str
    detail: str

    def __str__(self):
        return f"{self.path}:{self.line}: [{self.rule}] {RULES[self.rule]}: {self.detail}"


def room_name(target, house):
    return next((room for room in house.floors if room.replace("/", "_") == target), None)


def linked_rooms(tree, house):
    """room -> every room it links, directly or through another."""
    direct = {}
    for file in tree.files.values():
        if file.is_cmake and file.room:
            names = {room_name(m.group(1), house) for line in file.code for m in LINKED.finditer(line)}
            direct.setdefault(file.room, set()).update(names - {None, file.room})
    closed = {}
    for room in direct:
        seen, waiting = set(), [room]
        while waiting:
            for other in direct.get(waiting.pop(), set()) - seen:
                seen.add(other)
                waiting.append(other)
        closed[room] = seen
    return closed


def used_rooms(file, house):
    """(line, room or None, text) of every other room a file names in an include or a link line."""
    for number, _, own in file.includes:
        parts = own.split("/") if own else []
        if len(parts) > 2 and parts[0] in HOUSES:
            yield number, "/".join(parts[:2]), own
    if file.is_cmake:
        for number, line in enumerate(file.code, 1):
            for match in LINKED.finditer(line):
                yield number, room_name(match.group(1), house), match.group()


def check_floors(file, tree, house):
    if file.house and file.is_cpp and not file.room:
        yield Finding(file.path, 1, "room", "sources live in a room, not beside the rooms")
    if not file.room:
        return
    if file.room not in house.floors:
        if file.is_cpp or file.is_cmake:
            yield Finding(file.path, 1, "room", file.room)
        return
    for number, room, text in used_rooms(file, house):
        if room not in house.floors:
            yield Finding(file.path, number, "room", text)
        elif room != file.room and house.floors[room] >= house.floors[file.room]:
            yield Finding(file.path, number, "floor",
                          f"{text} is on floor {house.floors[room]}, {file.room} on floor {house.floors[file.room]}")


def check_links(file, tree, house):
    if file.room not in house.floors:
        return
    for number, room, text in used_rooms(file, house):
        if file.is_cpp and room in house.floors and room != file.room and room not in tree.links.get(file.room, set()):
            if house.floors[room] < house.floors[file.room]:
                yield Finding(file.path, number, "link", f"{text}; {file.room}/CMakeLists.txt links no {room}")


def check_includes(file, tree, house):
    own = file.path[:-4] + ".h" if file.name.endswith(".cpp") else None
    for position, (number, _, header) in enumerate(file.includes):
        if own and position == 0 and tree.has(own) and header != own:
            yield Finding(file.path, number, "own-header", own)
        if header and not re.search(r"(^|/)(moc_\w+\.cpp|\w+\.moc|ui_\w+\.h)$", header):
            if not tree.has(header) or (file.house and header.startswith("tests/")):
                yield Finding(file.path, number, "include", header)
    if own and not file.includes and tree.has(own):
        yield Finding(file.path, 1, "own-header", own)


def check_shape(file, tree, house):
    if file.is_cpp and not re.fullmatch(r"[a-z0-9_]+\.(h|cpp)", file.name):
        yield Finding(file.path, 1, "file-name", file.name)
    if file.name.endswith(".h") and "#pragma once" not in file.lines:
        yield Finding(file.path, 1, "pragma-once", file.name)
    if file.is_cpp or file.is_cmake or file.is_script:
        if not any("SPDX-License-Identifier: " in line for line in file.lines[:3]):
            yield Finding(file.path, 1, "licence", file.name)


def check_qt(file, tree, house):
    if not file.room:
        return
    for number, system, _ in file.includes:
        module = house.module_of(system) if system else None
        if module and not house.may_use(file.room, module):
            yield Finding(file.path, number, "sql" if module == "Sql" else "qt", f"<{system}> of Qt {module}")
    if file.is_cmake:
        for number, text in file.matches(re.compile(r"\bQt6?::\w+")):
            module = text.rsplit(":", 1)[-1]
            if not house.may_use(file.room, module):
                yield Finding(file.path, number, "sql" if module == "Sql" else "qt", text)


def check_sql(file, tree, house):
    if not file.room or file.room == "core/book":
        return
    if file.is_cpp:
        for number, text in file.matches(SQL):
            if not INCLUDE.match(file.lines[number - 1]) or not text.startswith("QSql"):
                yield Finding(file.path, number, "sql", text)
    elif file.is_cmake:
        for number, text in file.matches(re.compile(r"(?i)\bsqlite3?\b")):
            yield Finding(file.path, number, "sql", text)


def check_words(file, tree, house):
    if file.is_cpp and file.house:
        if file.house != "app":
            for number, text in file.matches(CLOCK):
                yield Finding(file.path, number, "clock", text)
        for number, text in file.matches(INTERNET):
            if not INCLUDE.match(file.lines[number - 1]):
                yield Finding(file.path, number, "internet", text)
    for number, line in enumerate(file.lines, 1):
        match = UNFINISHED.search(line)
        if match:
            yield Finding(file.path, number, "unfinished", match.group())
        match = MACHINE.search(line)
        if match:
            yield Finding(file.path, number, "machine", match.group())


def check_open_url(tree):
    """One function opens addresses; everything else calls it."""
    found = [(file, number) for file in tree.files.values() if file.is_cpp and file.house
             for number, _ in file.matches(OPENING)]
    paths = sorted({file.path for file, _ in found})
    for file, number in found:
        if file.house == "core" or len(paths) > 1:
            yield Finding(file.path, number, "open-url", ", ".join(paths))


def check_guide(tree, house):
    guide = tree.files.get("CONTRIBUTING.md")
    if not guide:
        return
    shown = {}
    for number, line in enumerate(guide.lines, 1):
        floor = re.match(r"\|\s*(\d+)\s*\|", line)
        if floor:
            shown.update({room: (int(floor.group(1)), number) for room in re.findall(r"`((?:core|ui|app)/\w+)`", line)})
    for room in shown.keys() | house.floors.keys():
        floor, number = shown.get(room, (None, 1))
        if floor != house.floors.get(room):
            yield Finding("CONTRIBUTING.md", number, "table", room)


def check_packages(tree):
    path = "packaging/packages.txt"
    names = tree.files[path].lines if tree.has(path) else []
    for number, (name, before) in enumerate(zip(names, [""] + names), 1):
        if not re.fullmatch(r"[a-z0-9][a-z0-9.+-]+", name) or name <= before:
            yield Finding(path, number, "packages", f"'{name}' after '{before}'")


def looked_for(file):
    """(line, name) of every dependency a CMake file asks for; components as Qt6::Sql."""
    text = "\n".join(file.code)
    for match in LOOKED_FOR.finditer(text):
        words = [w for w in match.group(2).split() if w not in LOOKING_WORDS and not re.fullmatch(r"[\d.]+", w)]
        number = text.count("\n", 0, match.start()) + 1
        if match.group(1) == "find_package":
            yield number, words[0]
            prefix = f"{words[0]}::" if words[0] == "Qt6" else None
            yield from ((number, prefix + part) for part in words[1:] if prefix)
        else:
            yield from ((number, re.split("[<>=]", module)[0]) for module in words[1:])


def check_needs(tree, house):
    path = "packaging/packages.txt"
    listed = set(tree.files[path].lines) if tree.has(path) else set()
    for file in tree.files.values():
        for number, name in looked_for(file) if file.is_cmake else ():
            missing = house.packages.get(name, {"?"}) - listed
            if missing:
                yield Finding(file.path, number, "needs", f"{name}: {' '.join(sorted(missing))}")


def check(root, house):
    tree = Tree(root)
    tree.links = linked_rooms(tree, house)
    findings = [*check_open_url(tree), *check_guide(tree, house), *check_packages(tree),
                *check_needs(tree, house)]
    for file in tree.files.values():
        for rule in (check_floors, check_links, check_includes, check_shape, check_qt, check_sql, check_words):
            findings += rule(file, tree, house)
    return sorted(set(findings)), len(tree.files)


def installed_qt_headers():
    try:
        query = ["qtpaths6", "--query", "QT_INSTALL_HEADERS"]
        asked = subprocess.run(query, capture_output=True, text=True, check=True)
        return Path(asked.stdout.strip())
    except (OSError, subprocess.CalledProcessError):
        return Path("/usr/include/qt6")


def main():
    here = Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description="Reads the source tree against the floors of the house.")
    parser.add_argument("--root", type=Path, default=here.parent.parent)
    parser.add_argument("--floors", type=Path, default=here / "floors.txt")
    parser.add_argument("--qt-headers", type=Path, default=None)
    options = parser.parse_args()
    qt_headers = options.qt_headers or installed_qt_headers()
    if not (qt_headers / "QtCore").is_dir():
        print(f"no Qt headers in {qt_headers}; name their folder with --qt-headers", file=sys.stderr)
        return 2
    findings, files = check(options.root.resolve(), House.read(options.floors, qt_headers))
    for finding in findings:
        print(finding)
    print(f"layering: {files} files, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
