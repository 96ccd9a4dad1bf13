# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rules of layering.py read: the table of the house and the text files of a source tree."""

import os
import re
from pathlib import Path
from typing import NamedTuple

HOUSES = ("core", "ui", "app")
FIXTURES = "tests/layering/fixtures/"
TOKEN = re.compile(
    r"""(?P<keep>(?<=[0-9a-fA-F])'(?=[0-9a-fA-F]))"""  # a digit separator is not a character literal
    r"""|//[^\n]*|/\*.*?\*/"""
    r"""|R"(?P<raw>[^()\\\s]{0,16})\(.*?\)(?P=raw)"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'""",
    re.S)
INCLUDE = re.compile(r"""^\s*#\s*include\s*(?:<([^>]+)>|"([^"]+)")""")


class House(NamedTuple):
    """The table: the floor of every room, who may use which Qt module, and the header names of those modules; and
    the Debian packages of what CMake looks for."""

    floors: dict
    qt_rooms: dict
    qt_headers: dict
    packages: dict

    @staticmethod
    def read(table, qt_root):
        floors, qt_rooms, packages = {}, {}, {}
        for line in table.read_text(encoding="utf-8").splitlines():
            words = line.split("#", 1)[0].split()
            if not words:
                continue
            if words[0] == "floor":
                floors.update({room: int(words[1]) for room in words[2:]})
            elif words[0] == "qt":
                qt_rooms[words[1]] = words[2:]
            elif words[0] == "needs":
                packages[words[1]] = set(words[2:])
            else:
                raise ValueError(f"{table}: cannot read the line '{line}'")
        headers = {}
        for module in qt_rooms:
            folder = qt_root / f"Qt{module}"
            headers[module] = set(os.listdir(folder)) if folder.is_dir() else set()
        return House(floors, qt_rooms, headers, packages)

    def module_of(self, header):
        """The restricted Qt module that a header in <> belongs to, or None."""
        folder, _, name = header.rpartition("/")
        for module, names in self.qt_headers.items():
            if folder == f"Qt{module}" or header == f"Qt{module}" or (not folder and name in names):
                return module
        return None

    def may_use(self, room, module):
        return any(room == allowed or room.startswith(allowed + "/") for allowed in self.qt_rooms.get(module, [room]))


class File:
    """One text file: its lines, and for C++ and CMake the same lines without comments and literals."""

    def __init__(self, path, text):
        self.path = path
        self.lines = text.splitlines()
        self.name = path.rsplit("/", 1)[-1]
        self.is_cpp = self.name.endswith((".h", ".cpp"))
        self.is_cmake = self.name == "CMakeLists.txt" or self.name.endswith(".cmake")
        self.is_script = self.name.endswith((".py", ".sh", ".sql")) or text.startswith("#!")
        parts = path.split("/")
        self.house = parts[0] if parts[0] in HOUSES else None
        self.room = "/".join(parts[:2]) if self.house and len(parts) > 2 else None
        self.code = self.without_words(text).splitlines() if self.is_cpp else self.lines
        if self.is_cmake:
            self.code = [line.split("#", 1)[0] for line in self.lines]
        self.includes = list(self.read_includes()) if self.is_cpp else []

    @staticmethod
    def without_words(text):
        def blank(match):
            return match.group() if match.group("keep") else '""' + "\n" * match.group().count("\n")
        return TOKEN.sub(blank, text)

    def read_includes(self):
        for number, (line, code) in enumerate(zip(self.lines, self.code), 1):
            match = INCLUDE.match(line) if code.lstrip().startswith("#") else None
            if match:
                yield number, match.group(1), match.group(2)

    def matches(self, pattern):
        for number, line in enumerate(self.code, 1):
            for match in pattern.finditer(line):
                yield number, match.group()


class Tree:
    """Every text file under a root that belongs to the project."""

    def __init__(self, root):
        self.root = root
        self.files = {}
        self.links = {}
        for folder, folders, names in os.walk(root):
            here = Path(folder).relative_to(root).as_posix()
            folders[:] = sorted(d for d in folders if not (here == "." and self.is_foreign(d)) and d != "__pycache__")
            for name in sorted(names):
                if not (here == "." and name == ".git"):  # a file in a linked work tree
                    self.add(name if here == "." else f"{here}/{name}")

    @staticmethod
    def is_foreign(top):
        return top.startswith("build") or (top.startswith(".") and top != ".ci")

    def add(self, path):
        if path.startswith(FIXTURES):
            return
        data = (self.root / path).read_bytes()
        if b"\0" in data:
            return
        try:
            self.files[path] = File(path, data.decode("utf-8"))
        except UnicodeDecodeError:
            pass  # a fixture in another encoding

    def has(self, path):
        return path in self.files
