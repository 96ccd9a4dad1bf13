# SPDX-License-Identifier: GPL-3.0-or-later
"""The program itself under Xvfb, seen and steered as assistive technology does (AT-SPI): first run, import of three
files, the worst account and its reasons, a call, undo, a look back. Needs python3-pyatspi, at-spi2-core, dbus and xvfb.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

SKIPPED = 77
SESSION = "STEWARD_TEST_SESSION"
NEEDED = ("Xvfb", "dbus-run-session", "xdotool")
PATIENCE = 60  # seconds

try:
    import pyatspi
except ImportError:
    pyatspi = None
    # Python's packages of the system belong to the system's Python.
    if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3") and SESSION not in os.environ:
        os.execv("/usr/bin/python3", ["/usr/bin/python3", "-B", *sys.argv])

ACCOUNTS = """account_id,account_name,arr,renewal_date
A1,Acme Logistics,120000,2027-01-10
A2,Borealis Foods,24000,2027-06-30
A3,Cirrus Dental,60000,2027-03-15
"""
TICKETS = "ticket_id,account_id,created_at,status,priority\n" + "".join(
    f"T{n},A1,2026-11-{n + 1:02},open,urgent\n" for n in range(9)
)
ANSWERS = """response_id,account_id,survey_date,nps_score
R1,A1,2026-11-01,2
R2,A2,2026-11-02,9
R3,A3,2026-11-03,8
"""


def display_server(work):
    """The server and its display: one that answers, for another may have taken the number meanwhile."""
    display = work / "display"
    for _ in range(3):
        with open(display, "w", encoding="ascii") as said:
            server = subprocess.Popen(
                ["Xvfb", "-displayfd", str(said.fileno()), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
                pass_fds=[said.fileno()], stderr=subprocess.DEVNULL)
        end = time.monotonic() + PATIENCE
        while not display.read_text(encoding="ascii").strip() and time.monotonic() < end:
            time.sleep(0.05)
        name = ":" + display.read_text(encoding="ascii").strip()
        if subprocess.run(["xdotool", "getdisplaygeometry"], env=dict(os.environ, DISPLAY=name), check=False,
                          capture_output=True).returncode == 0:
            return server, name
        server.terminate()
        server.wait()
    raise AssertionError("no display to test on")


def in_session():
    """Starts again with a display and a bus of its own."""
    work = Path(tempfile.mkdtemp())
    server, display = display_server(work)
    try:
        environment = dict(os.environ)
        for name in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "QT_QPA_PLATFORMTHEME"):
            environment.pop(name, None)
        home = work / "home"
        home.mkdir()
        (work / "run").mkdir(mode=0o700)
        environment.update({
            SESSION: str(work), "DISPLAY": display, "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"), "XDG_DATA_HOME": str(home / ".data"), "NO_AT_BRIDGE": "1",
            "XDG_RUNTIME_DIR": str(work / "run"), "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "STEWARD_TODAY": "2026-11-19", "LC_ALL": "C.UTF-8"})
        command = ["dbus-run-session", "--", sys.executable, "-B", *sys.argv]
        return subprocess.run(command, env=environment, check=False).returncode
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(work, ignore_errors=True)


def wait(what, look, patience=PATIENCE):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            found = look()
        except Exception:  # what was there a moment ago may be gone while it is asked
            found = None
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"not there after {patience} seconds: {what}")


def below(node, depth=0):
    """Everything shown below a node; of tables and lists only the first rows."""
    if node is None or depth > 30:
        return
    yield node
    many = node.getRole() in (pyatspi.ROLE_TABLE, pyatspi.ROLE_LIST)
    for i in range(min(node.childCount, 60 if many else 400)):
        yield from below(node.getChildAtIndex(i), depth + 1)


class Window:
    """The window as a screen reader has it."""

    def __init__(self, work):
        # A program that starts before the registry answers is never listed in it.
        wait("the registry", lambda: pyatspi.Registry.getDesktop(0) is not None)
        tries = 3
        for left in reversed(range(tries)):
            self.process = subprocess.Popen([os.environ["STEWARD"]], cwd=work)
            try:
                self.top = wait("the window", self.find_application, PATIENCE / tries)
                return
            except AssertionError:
                gone = self.process.poll()
                self.end()
                if gone is not None or not left:
                    raise

    def find_application(self):
        for application in pyatspi.Registry.getDesktop(0):
            if application and "steward" in (application.name or "").lower() and application.childCount:
                return application
        return None

    def end(self):
        self.process.terminate()
        self.process.wait()

    def all(self, role, name=""):
        """What is shown of a role, with a name that begins like that."""
        return [node for node in below(self.top) if node.getRole() == role and (node.name or "").startswith(name)
                and node.getState().contains(pyatspi.STATE_SHOWING)]

    def find(self, role, name=""):
        return wait(f"{role} \"{name}\"", lambda: self.all(role, name))[0]

    def press(self, name, role=None):
        button = self.find(role or pyatspi.ROLE_PUSH_BUTTON, name)
        wait(f"{name} can be pressed", lambda: button.getState().contains(pyatspi.STATE_SENSITIVE))
        action = button.queryAction()
        names = [action.getName(i).lower() for i in range(action.nActions)]
        action.doAction(names.index("press"))

    def write(self, node, text):
        node.queryComponent().grabFocus()
        node.queryEditableText().setTextContents(text)

    def key(self, *keys):
        """As typed: "c", "ctrl+z", "ctrl+Return"."""
        window = ["search", "--onlyvisible", "--class", "steward", "windowfocus"]  # no window manager does it here
        subprocess.run(["xdotool", *window, "key", "--delay", "200", *keys], check=True)

    def says(self, text):
        """Waits until a text on screen holds that."""
        roles = (pyatspi.ROLE_LABEL, pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON)
        return wait(f"the words \"{text}\"", lambda: [
            node for node in below(self.top) if node.getRole() in roles and text in (node.name or "")
            and node.getState().contains(pyatspi.STATE_SHOWING)])[0]


class FirstHour(unittest.TestCase):
    def setUp(self):
        self.work = Path(os.environ[SESSION])
        for name, text in (("accounts", ACCOUNTS), ("tickets", TICKETS), ("answers", ANSWERS)):
            (self.work / f"{name}.csv").write_text(text, encoding="utf-8")
        self.window = Window(self.work)
        self.addCleanup(self.window.end)

    def choose_files(self):
        """In the dialog of the toolkit: their names, in quotes."""
        self.window.press("Choose files")
        field = self.window.find(pyatspi.ROLE_TEXT, "File name")
        names = " ".join(f'"{self.work / name}.csv"' for name in ("accounts", "tickets", "answers"))
        self.window.write(field, names)
        self.window.press("Open")

    def rows(self, name, column=0):
        table = self.window.find(pyatspi.ROLE_TABLE, name).queryTable()
        return [table.getAccessibleAt(row, column).name for row in range(table.nRows)]

    def test_first_hour(self):
        window = self.window
        # A write beyond the limit of file sizes fails and is told, as on a full disk; by default it would end the program.
        status = Path(f"/proc/{window.process.pid}/status").read_text()
        ignored = int(next(line for line in status.splitlines() if line.startswith("SigIgn:")).split()[1], 16)
        self.assertTrue(ignored >> (signal.SIGXFSZ - 1) & 1)
        window.press("Import your accounts")
        self.choose_files()
        window.press("Apply")
        window.press("See the accounts")

        health = wait("scores", lambda: [each for each in self.rows("Accounts") if "Health: " in each])
        self.assertEqual(len(health), 3)
        names = self.rows("Accounts", 1)
        self.assertEqual(names[0], "Acme Logistics", f"{names}: {health}")
        reasons = window.find(pyatspi.ROLE_LIST, "Why the score is what it is")
        said = [reasons.getChildAtIndex(i).name for i in range(reasons.childCount)]
        self.assertTrue(any("points lost" in each for each in said), said)

        window.find(pyatspi.ROLE_TABLE, "Accounts").queryComponent().grabFocus()
        window.key("c")
        window.says("New: call")
        window.write(window.find(pyatspi.ROLE_TEXT, "About"), "Terms of the renewal")
        window.key("ctrl+Return")
        done = window.says("Did: ").name
        self.assertNotIn("Import", wait("the call", lambda: [
            each.name for each in window.all(pyatspi.ROLE_LABEL, "Did: ") if "Import" not in each.name])[0], done)
        window.key("ctrl+z")
        window.says("Undid: ")

        window.says("Look back: off")
        window.key("ctrl+l", "Down", "Return")  # a month ago
        window.says("Looking back to 19 October 2026")
        window.press("Back to today")
        window.says("Look back: off")


if __name__ == "__main__":
    if pyatspi is None or not all(shutil.which(name) for name in NEEDED):
        print("skipped: python3-pyatspi, dbus or xvfb is missing")
        sys.exit(SKIPPED)
    if SESSION not in os.environ:
        sys.exit(in_session())
    unittest.main()
