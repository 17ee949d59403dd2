"""A client of the desktop's accessibility bus reads the real window and presses its buttons."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.checkout import ROOT
from tests.conftest import lacking, needed

needed("accesskit")
pytestmark = pytest.mark.window
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
NEEDED = ("dbus-run-session", "gdbus")
ACCESSIBLE = "org.a11y.atspi.Accessible"

STORY = """
from game.play.window import Application
from tests.play.gallery import Gallery

class Story(Gallery):
    time_left = 30
    def on_tick(self, seconds):
        self.time_left -= seconds
        if "start" in self.pressed or self.time_left < 0:
            self.app.close()
    def on_close(self):
        print("pressed", *self.pressed)

Application().run(Story())
"""


def gdbus(environment: dict[str, str], *words: str) -> str:
    """One call on a bus, its answer as text."""
    done = subprocess.run(
        ["gdbus", *words], env=environment, capture_output=True, text=True, timeout=20, check=False
    )
    return done.stdout


@pytest.fixture
def session(screen: dict[str, str], tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a desktop session with its accessibility bus switched on."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing or not LAUNCHER.exists():
        lacking(f"It needs {', '.join([*missing, 'at-spi2-core'])}.")
    environment = {**screen, "XDG_RUNTIME_DIR": str(tmp_path), "SDL_AUDIODRIVER": "dummy"}
    tmp_path.chmod(0o700)
    tell = 'echo "$DBUS_SESSION_BUS_ADDRESS"; exec ' + str(LAUNCHER) + " --launch-immediately"
    process = subprocess.Popen(
        ["dbus-run-session", "bash", "-c", tell],
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with process:
        assert process.stdout is not None
        environment["DBUS_SESSION_BUS_ADDRESS"] = process.stdout.readline().strip()
        # to call it before it is there would start another, and ours would end, and the session with it
        wait_for(lambda: "(true,)" in gdbus(environment, *is_there("org.a11y.Bus")))
        for switch in ("IsEnabled", "ScreenReaderEnabled"):
            wait_for(lambda switch=switch: "()" in gdbus(environment, *switch_on(switch)))
        yield environment
        os.killpg(process.pid, 15)


def is_there(name: str) -> list[str]:
    """The call that asks whether somebody has a name on the bus, and starts nobody."""
    bus = ["--dest", "org.freedesktop.DBus", "--object-path", "/org/freedesktop/DBus"]
    return ["call", "--session", *bus, "--method", "org.freedesktop.DBus.NameHasOwner", name]


def switch_on(name: str) -> list[str]:
    """The call that says a screen reader is there."""
    method = "org.freedesktop.DBus.Properties.Set"
    return [
        "call",
        "--session",
        "--dest",
        "org.a11y.Bus",
        "--object-path",
        "/org/a11y/bus",
        "--method",
        method,
        "org.a11y.Status",
        name,
        "<true>",
    ]


def wait_for(happens: object, seconds: float = 20) -> None:
    """Wait until something answers yes."""
    assert callable(happens)
    end = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.1)


class Bus:
    """The accessibility bus, walked from its root."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.address = ""
        wait_for(self.found)

    def found(self) -> bool:
        """Ask where the bus is: its launcher answers before the bus itself does, and then with nothing."""
        answer = gdbus(
            self.environment,
            "call",
            "--session",
            "--dest",
            "org.a11y.Bus",
            "--object-path",
            "/org/a11y/bus",
            "--method",
            "org.a11y.Bus.GetAddress",
        )
        self.address = "".join(answer.split("'")[1:2])
        return bool(self.address)

    def call(self, owner: str, path: str, method: str, *values: str) -> str:
        """One call on an object."""
        return gdbus(
            self.environment,
            "call",
            "--address",
            self.address,
            "--dest",
            owner,
            "--object-path",
            path,
            "--method",
            method,
            *values,
        )

    def children(self, owner: str, path: str) -> list[tuple[str, str]]:
        """The objects below one."""
        answer = self.call(owner, path, f"{ACCESSIBLE}.GetChildren")
        return re.findall(r"\('([^']+)', (?:objectpath )?'([^']+)'\)", answer)

    def name(self, owner: str, path: str) -> str:
        """What an object is called."""
        answer = self.call(owner, path, "org.freedesktop.DBus.Properties.Get", ACCESSIBLE, "Name")
        found = re.search(r"<['\"](.*)['\"]>", answer)
        return found[1] if found else ""

    def all_below(self, owner: str, path: str) -> dict[str, tuple[str, str]]:
        """Every object below one, by its name."""
        found = {}
        for child in self.children(owner, path):
            found[self.name(*child)] = child
            found |= self.all_below(*child)
        return found


def test_a_screen_reader_reads_the_window_and_presses_its_button(
    session: dict[str, str], home: Path
) -> None:
    environment = {**session, "LONGRACE_HOME": str(home)}
    game = subprocess.Popen(
        [sys.executable, "-c", STORY],
        cwd=ROOT,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with game:
        bus = Bus(environment)
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        wait_for(lambda: len(bus.all_below(*root)) > 20)
        found = bus.all_below(*root)
        for name in ("The Long Race", "Listen & read", "Start the season", "Person 2"):
            assert name in found, sorted(found)
        bus.call(*found["Start the season"], "org.a11y.atspi.Action.DoAction", "0")
        out, errors = game.communicate(timeout=40)
    assert out == "pressed start\n", errors
