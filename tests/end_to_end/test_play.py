"""`longrace play`, the command itself: it opens in time, says where it cannot, and leaves pictures."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.checkout import ROOT

pytestmark = pytest.mark.window

MOST_SECONDS = 2.0
"""From the command to a window that answers, on a machine with nothing else to do."""

ROUNDS = 3

OPENS = """
import sys, time
from game.cli import main
from game.play.window import Application

usual = Application.frame
frames = []

def frame(self):
    usual(self)
    frames.append(self.screen.name if self.screens else "")
    if len(frames) == 2:
        print(frames[-1], time.time(), flush=True)
        self.close()

Application.frame = frame
sys.argv = ["longrace", "play", *sys.argv[1:]]
main()
"""

PLAYS = """
import sys
import pygame
from game.cli import main
from game.play.window import Application

usual = Application.frame
count = 0

def press(name):
    event = pygame.Event(pygame.KEYDOWN, key=pygame.key.key_code(name), mod=0, unicode="")
    pygame.event.post(event)

def frame(self):
    global count
    usual(self)
    count += 1
    match count:
        case 5: print(self.screen.name); press("1")
        case 20: print(self.screen.name); press("return")
        case 60: pygame.event.post(pygame.Event(pygame.QUIT))

Application.frame = frame
sys.argv = ["longrace", "play", "corner-bakery", "--seed", "7"]
main()
"""


def run(
    code: str, environment: dict[str, str], *arguments: str
) -> subprocess.CompletedProcess[str]:
    """A process of its own that runs some code of ours."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def command(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command as it is typed."""
    return subprocess.run(
        [sys.executable, "-m", "game", "play", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )


def blind() -> dict[str, str]:
    """An environment without any display."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER"}
    return {name: value for name, value in os.environ.items() if name not in hidden}


@pytest.mark.benchmark
@pytest.mark.parametrize(("arguments", "first"), [((), "title"), (("corner-bakery",), "briefing")])
def test_the_window_answers_within_two_seconds_of_the_command(
    screen: dict[str, str], home: Path, arguments: tuple[str, ...], first: str
) -> None:
    environment = {**screen, "LONGRACE_HOME": str(home), "SDL_AUDIODRIVER": "dummy"}
    taken = []
    for _ in range(ROUNDS):
        started = time.time()
        done = run(OPENS, environment, *arguments)
        assert done.returncode == 0, done.stderr
        shown, at = done.stdout.split()
        assert shown == first
        taken.append(float(at) - started)
    assert min(taken) < MOST_SECONDS, taken


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
@pytest.mark.parametrize("arguments", [(), ("corner-bakery",)])
def test_without_a_display_one_sentence_says_so_and_the_exit_code_is_2(
    arguments: tuple[str, ...],
) -> None:
    done = command(blind(), *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("There is no display to open a window on")
    assert "--demo" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("driver", ["dummy", "offscreen"])
def test_a_driver_that_nobody_can_see_is_no_display_even_when_asked_for(driver: str) -> None:
    done = command({**blind(), "SDL_VIDEODRIVER": driver})
    assert done.returncode == 2
    assert driver in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_unknown_scenario_is_one_sentence() -> None:
    done = command(blind(), "corner-bakry")
    assert done.returncode == 2
    assert "corner-bakery" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_strategy_of_a_demonstration_is_one_sentence(tmp_path: Path) -> None:
    done = command(blind(), "--demo", str(tmp_path / "pictures"), "--strategy", "hair")
    assert done.returncode == 2
    assert "Did you mean hare?" in done.stderr
    assert not (tmp_path / "pictures").exists()


def test_a_strategy_without_a_demonstration_is_one_sentence() -> None:
    done = command(blind(), "--strategy", "hare")
    assert done.returncode == 2
    assert "--demo" in done.stderr


def test_a_game_in_the_real_window_is_kept_when_it_is_closed(
    screen: dict[str, str], home: Path
) -> None:
    environment = {**screen, "LONGRACE_HOME": str(home), "SDL_AUDIODRIVER": "dummy"}
    done = run(PLAYS, environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["briefing", "table"]
    (kept,) = (home / "saves").glob("*.run")
    replayed = subprocess.run(
        [sys.executable, "-m", "game", "replay", str(kept), "--verify"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert replayed.returncode == 0, replayed.stderr


@pytest.mark.slow
def test_a_demonstration_plays_to_the_end_and_leaves_pictures(tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    done = command(
        blind(), "corner-bakery", "--demo", str(pictures), "--seed", "7", "--strategy", "hare"
    )
    assert done.returncode == 0, done.stderr
    for name in ("title", "briefing", "first-plan", "season-1", "reveal", "year-3", "ending-story",
                 "ending-hoods-off"):  # fmt: skip
        for size in ("1280x720", "1920x1080"):
            file = pictures / f"{name}-{size}.png"
            assert file.read_bytes().startswith(b"\x89PNG")
            assert str(file) in done.stdout
