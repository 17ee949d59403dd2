"""The application: its screens, its time, its picture, its end, and a sentence where there is no display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.authoring.words import load_words
from game.play.kit import Action, Button, Column, Settings, Text, Widget
from game.play.screen import Screen
from tests.checkout import ROOT
from tests.play.conftest import Launch
from tests.play.controls import Controls
from tests.play.gallery import Gallery

pytestmark = pytest.mark.window


class Counting(Screen):
    """Notes what the application tells it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.heard: list[str] = []
        self.seconds = 0.0

    def build(self) -> Widget:
        """Its name and a button."""
        return Column(Text(self.name), Button("Go", id="go"))

    def shown(self) -> None:
        """Note it."""
        self.heard.append("shown")

    def on_action(self, action: Action) -> bool:
        """Note it; takes the log's key only."""
        self.heard.append(action.value)
        return action is Action.LOG

    def on_tick(self, seconds: float) -> None:
        """Note the time."""
        self.seconds += seconds

    def on_close(self) -> None:
        """Note it."""
        self.heard.append("closed")


def test_closing_the_window_tells_every_open_screen(launch: Launch) -> None:
    below, above = Counting("below"), Counting("above")
    pilot = launch(below)
    pilot.app.push(above)
    pilot.close_window()
    assert not pilot.app.is_running
    assert below.heard[-1] == above.heard[-1] == "closed"


def test_escape_goes_back_but_never_out(launch: Launch) -> None:
    first = Counting("first")
    pilot = launch(first)
    pilot.app.push(Counting("second"))
    assert pilot.screen == "second"
    pilot.press("escape")
    assert pilot.screen == "first"
    pilot.press("escape")
    assert pilot.app.is_running
    assert first.heard == ["shown", "shown", "back"]


def test_the_time_of_a_screen_goes_on_when_what_lay_over_it_has_gone(launch: Launch) -> None:
    below = Counting("below")
    pilot = launch(below)
    pilot.wait(1.0)
    passed = below.scene.now
    pilot.app.push(Counting("above"))
    pilot.wait(1.0)
    pilot.app.pop()
    assert below.scene.now == passed > 0.9
    pilot.wait(1.0)
    assert below.scene.now > passed + 0.9


def test_a_screen_gets_the_actions_that_no_widget_takes(launch: Launch) -> None:
    screen = Counting("only")
    pilot = launch(screen)
    pilot.press("l", "g", "tab")
    assert screen.heard == ["shown", "log", "goals"]


def test_time_passes_only_when_the_pilot_says(launch: Launch) -> None:
    screen = Counting("only")
    pilot = launch(screen)
    before = screen.seconds
    pilot.app.frame()
    assert screen.seconds == before
    pilot.wait(2)
    assert screen.seconds == pytest.approx(before + 2, abs=0.05)


def test_after_a_long_pause_of_the_machine_nothing_leaps(launch: Launch) -> None:
    screen = Counting("only")
    pilot = launch(screen)
    before = screen.seconds
    pilot.frame(1, seconds=60)
    assert screen.seconds - before <= 0.11


def test_replace_and_reset_leave_nothing_below(launch: Launch) -> None:
    pilot = launch(Counting("a"))
    pilot.app.push(Counting("b"))
    pilot.app.replace(Counting("c"))
    assert [one.name for one in pilot.app.screens] == ["a", "c"]
    pilot.app.reset(Counting("d"))
    assert [one.name for one in pilot.app.screens] == ["d"]
    pilot.app.pop()
    assert not pilot.app.is_running


def test_only_what_changed_is_drawn_again(launch: Launch) -> None:
    pilot = launch(Controls())
    pilot.frame(3)
    scene = pilot.app.scene
    assert scene.paint(pilot.app.window.get_surface()) == []
    pilot.app.scene.focus_on(pilot.find("b"))
    (part,) = scene.paint(pilot.app.window.get_surface())
    assert part.contains(pilot.find("b").rect)
    assert part.w < pilot.app.size[0] // 3


def test_drawing_a_part_gives_the_same_picture_as_drawing_all(launch: Launch) -> None:
    pilot = launch(Controls())
    for keys in (["tab"] * 4, ["left"], ["tab", "tab"], ["shift+tab"]):
        pilot.press(*keys)
        pilot.frame(2)
        parts = pilot.pixels()
        pilot.texts()
        assert pilot.pixels() == parts, keys


def test_with_reduced_motion_a_picture_stands_still(launch: Launch) -> None:
    moving, still = launch(Gallery()), launch(Gallery(), settings=Settings(reduced_motion=True))
    for pilot, same in ((moving, False), (still, True)):
        pilot.frame()
        before = pilot.pixels()
        pilot.frame(6)
        assert (pilot.pixels() == before) is same


def test_full_screen_can_be_asked_for_and_left(launch: Launch) -> None:
    pilot = launch(Gallery())
    pilot.press("f11")
    assert pilot.app.settings.full_screen
    pilot.press("f11")
    assert not pilot.app.settings.full_screen


def test_high_contrast_changes_the_picture(launch: Launch) -> None:
    pilot = launch(Controls())
    before = pilot.pixels()
    pilot.app.change_settings(Settings(high_contrast=True))
    pilot.frame()
    assert pilot.pixels() != before


NO_DISPLAY = """
from game.play.display import NoDisplayError
from game.play.window import Application
try:
    Application()
except NoDisplayError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_one_sentence_says_so_and_what_to_do(tmp_path: Path) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [sys.executable, "-c", NO_DISPLAY],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("There is no display to open a window on")
    assert "longrace run" in done.stdout
    assert done.stdout.count("\n") == 1


def test_the_sentence_names_a_driver_that_does_not_exist(tmp_path: Path) -> None:
    environment = {**os.environ, "SDL_VIDEODRIVER": "no-such-driver"}
    done = subprocess.run(
        [sys.executable, "-c", NO_DISPLAY],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "no-such-driver" in done.stdout
    assert load_words("en")("window.title")
