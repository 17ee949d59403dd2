"""With a screen and without one: what the doctor sees."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.window


def display_line(environment: dict[str, str]) -> str:
    """What the doctor says about the display, in a process with this environment."""
    command = [sys.executable, "-m", "game", "doctor"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    (line,) = (line for line in done.stdout.splitlines() if " Display: " in line)
    return line.strip()


def test_on_a_screen_a_window_opens(screen: dict[str, str]) -> None:
    line = display_line(screen)
    assert line == "works  Display: A window opens by x11, on 1280 x 720 pixels."


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_screen_the_doctor_is_not_taken_in_by_drawing_offscreen() -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}
    blind = {name: value for name, value in os.environ.items() if name not in hidden}
    assert display_line(blind).startswith("without  Display: No display was found")
