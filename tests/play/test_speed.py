"""A frame costs little, and the window is there at once."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.play.conftest import Launch
from tests.play.gallery import Gallery

pytestmark = [pytest.mark.window, pytest.mark.benchmark]
FULL_HD = (1920, 1080)

START = """
import time
started = time.perf_counter()
from pathlib import Path
from game.play.pilot import piloted
from tests.play.gallery import Gallery
with piloted(Gallery(), home=Path({home!r}), size=(1920, 1080)) as pilot:
    pilot.press("tab")
    assert pilot.focus
    print(time.perf_counter() - started)
"""


def cheapest(act: Callable[[], object], times: int = 25) -> float:
    """Milliseconds of the quickest of several times: others use this machine too."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        act()
        taken.append(time.perf_counter() - started)
    return min(taken) * 1e3


def test_a_moving_frame_takes_less_than_8_ms_at_full_hd(launch: Launch) -> None:
    pilot = launch(Gallery(), size=FULL_HD)
    pilot.frame(5)
    assert cheapest(pilot.frame) < 8


def test_drawing_everything_anew_takes_less_than_16_ms_at_full_hd(launch: Launch) -> None:
    pilot = launch(Gallery(), size=FULL_HD)
    pilot.frame(5)
    assert cheapest(pilot.texts) < 16


def test_a_change_of_state_is_seen_within_two_frames(launch: Launch) -> None:
    screen = Gallery()
    pilot = launch(screen, size=FULL_HD)
    pilot.frame(5)

    def change() -> None:
        screen.refresh()
        pilot.frame()

    assert cheapest(change) < 33


def test_the_window_answers_within_two_seconds_of_the_command(tmp_path: Path) -> None:
    command = [sys.executable, "-c", START.format(home=str(tmp_path))]
    done = subprocess.run(
        command,
        cwd=Path(__file__).parents[2],
        env=dict(os.environ),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert float(done.stdout.split()[-1]) < 2
