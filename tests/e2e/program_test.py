# SPDX-License-Identifier: GPL-3.0-or-later
"""The program itself, without a display: a second start on a book that is open, a book that nobody may write (P6, P7),
and machines where something is missing (P41)."""

import hashlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

PATIENCE = 60  # seconds


def files_of(folder):
    """Every file and folder below: mode, size, modification time, SHA-256."""
    found = {}
    for path in sorted(Path(folder).rglob("*")):
        status = path.lstat()
        content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        found[str(path.relative_to(folder))] = (status.st_mode, status.st_size, status.st_mtime_ns, content)
    return found


class Program(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="steward-program-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.folder.chmod(0o755)
        self.books = self.folder / "books"
        self.home = self.folder / "home"
        self.books.mkdir()
        for part in (self.home, self.home / "run"):
            part.mkdir(mode=0o700)
        self.book = self.books / "West book.steward"
        self.program = Path(os.environ["STEWARD"])
        self.cli = Path(os.environ["STEWARD_CLI"])
        self.users = {}
        subprocess.run([self.cli, "sample", self.book], check=True, capture_output=True, env=self.environment())

    def environment(self, **more):
        kept = {name: value for name, value in os.environ.items()
                if not name.startswith(("XDG_", "QT_", "DBUS_", "STEWARD_")) and name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        kept.update({"HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.home / "run"), "QT_QPA_PLATFORM": "offscreen",
                     "STEWARD_TODAY": "2026-11-19", "LC_ALL": "C.UTF-8", "QT_LOGGING_RULES": "steward.start.info=true"})
        kept.update(more)
        return {name: value for name, value in kept.items() if value is not None}

    def start(self, *words, program=None, **more):
        """The window; what it says goes to a file that painted() reads."""
        said = open(self.folder / f"said-{time.monotonic_ns()}", "w+", encoding="utf-8")
        self.addCleanup(said.close)
        process = subprocess.Popen([program or self.program, *words], stdout=said, stderr=said, env=self.environment(**more),
                                   cwd=self.folder, **self.users)
        process.said = Path(said.name)
        self.addCleanup(self.end, process)
        return process

    def end(self, process):
        if process.poll() is None:
            process.send_signal(signal.SIGCONT)
            process.terminate()
            process.wait()

    def wait(self, what, look, process):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if look():
                return
            if process.poll() is not None:
                break
            time.sleep(0.02)
        self.fail(f"{what}: not there (status {process.poll()})\n{process.said.read_text(encoding='utf-8')}")

    def painted(self, process, what="accounts painted"):
        self.wait(what, lambda: what in process.said.read_text(encoding="utf-8"), process)

    def lives(self, process):
        time.sleep(0.3)
        self.assertIsNone(process.poll(), process.said.read_text(encoding="utf-8"))


class SecondStart(Program):
    def test_the_first_window_comes_to_the_front_and_the_second_goes(self):
        first = self.start(self.book)
        self.painted(first)
        second = self.start(self.book)
        self.assertEqual(second.wait(PATIENCE), 0)
        self.assertNotIn("accounts painted", second.said.read_text(encoding="utf-8"))
        self.painted(first, "asked to the front")
        self.lives(first)

    def test_where_the_first_does_not_answer_the_second_shows_a_backup_or_says_why_and_writes_nothing(self):
        subprocess.run([self.cli, "backup", self.books / "copy.steward", "--book", self.book], check=True,
                       capture_output=True, env=self.environment())
        first = self.start(self.book)
        self.painted(first)
        first.send_signal(signal.SIGSTOP)
        before = files_of(self.books)
        second = self.start(self.book)
        self.painted(second, "window painted")
        self.lives(second)
        self.end(second)
        self.assertEqual(files_of(self.books), before)

    def test_a_holder_that_was_killed_is_no_holder(self):
        first = self.start(self.book)
        self.painted(first)
        first.kill()
        first.wait()
        second = self.start(self.book)
        self.painted(second)
        self.lives(second)


class EndOfSession(Program):
    def test_a_session_that_ends_closes_the_book_as_a_hand_does(self):
        window = self.start(self.book)
        self.painted(window)
        window.terminate()
        self.assertEqual(window.wait(PATIENCE), 0)
        self.assertEqual([path.name for path in self.books.iterdir() if path.name.endswith(("-wal", "-shm"))], [])


class ReadOnly(Program):
    def test_nothing_is_written(self):
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            self.users = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
            for path in (self.home, self.home / "run"):
                os.chown(path, nobody.pw_uid, nobody.pw_gid)
            # The build folder may be closed to others.
            program = self.folder / "steward"
            shutil.copy(self.program, program)
            program.chmod(0o755)
            self.program = program
        for file, folder in ((0o444, 0o555), (0o444, 0o755), (0o644, 0o555)):
            with self.subTest(file=oct(file), folder=oct(folder)):
                for path in self.books.iterdir():
                    path.chmod(file)
                self.books.chmod(folder)
                before = files_of(self.books)
                window = self.start(self.book)
                self.painted(window)
                self.lives(window)
                self.end(window)
                self.assertEqual(files_of(self.books), before)
                self.books.chmod(0o755)


class BareMachine(Program):
    def test_without_runtime_folder_bus_home_or_settings_it_works(self):
        for more in ({"XDG_RUNTIME_DIR": None}, {"XDG_RUNTIME_DIR": str(self.folder / "gone")},
                     {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus"}, {"HOME": str(self.folder / "gone")},
                     {"HOME": "/proc/1"}, {"LC_ALL": "C"}, {"LC_ALL": "xx_YY.UTF-8"}):
            with self.subTest(**more):
                window = self.start(self.book, **more)
                self.painted(window)
                self.lives(window)
                self.end(window)

    def test_without_a_display_it_tells_its_help_and_version(self):
        environment = {name: value for name, value in self.environment().items() if name != "QT_QPA_PLATFORM"}
        for word, said in (("--help", "[FILE]"), ("-h", "[FILE]"), ("--version", "Steward "), ("-v", "Steward ")):
            with self.subTest(word):
                told = subprocess.run([self.program, word], capture_output=True, text=True, env=environment, check=False)
                self.assertEqual((told.returncode, told.stderr), (0, ""))
                self.assertIn(said, told.stdout)

    def test_without_fonts_it_works(self):
        fonts = self.folder / "fonts.conf"
        fonts.write_text("<?xml version='1.0'?><fontconfig></fontconfig>", encoding="utf-8")
        window = self.start(self.book, FONTCONFIG_FILE=str(fonts))
        self.painted(window)
        self.lives(window)

    def with_plugins(self, *kinds):
        """A copy of the program that finds only these plugins."""
        found = subprocess.run(["qmake6", "-query", "QT_INSTALL_PLUGINS"], capture_output=True, text=True, check=False)
        installed = Path(found.stdout.strip() or "/usr/lib/x86_64-linux-gnu/qt6/plugins")
        if not (installed / "platforms").is_dir():
            self.skipTest("the plugins of the toolkit are not where they are looked for")
        place = self.folder / "alone"
        (place / "plugins").mkdir(parents=True)
        for kind in kinds:
            (place / "plugins" / kind).symlink_to(installed / kind)
        (place / "qt.conf").write_text("[Paths]\nPlugins=plugins\n", encoding="utf-8")
        for program in (self.program, self.cli):
            shutil.copy(program, place / program.name)
        return place

    def test_with_no_plugin_but_that_of_the_platform_it_works(self):
        place = self.with_plugins("platforms")
        told = subprocess.run([place / self.cli.name, "accounts", "--book", self.book], capture_output=True, text=True,
                              env=self.environment(), check=False)
        self.assertEqual((told.returncode, told.stderr), (0, ""))
        window = self.start(self.book, program=place / self.program.name)
        self.painted(window)
        self.lives(window)


if __name__ == "__main__":
    unittest.main()
