"""The application: its screens, its time, its end, and a sentence where there is no display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.authoring.words import load_words
from game.play.kit import Action, Button, Column, Settings, Text, Widget
from game.play.kit.panels import Scroll
from game.play.window import Screen
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


def test_a_dialog_keeps_the_focus_inside_and_escape_closes_it(launch: Launch) -> None:
    screen = Controls()
    pilot = launch(screen)
    screen.ask()
    pilot.frame()
    met = set()
    for _ in range(8):
        pilot.press("tab")
        met.add(pilot.focus)
    assert met == {"answer.1", "answer.2", "answer.3"}
    pilot.press("escape")
    assert screen.scene.dialogs == []
    assert screen.chosen is None


def test_a_number_chooses_and_so_does_a_click(launch: Launch) -> None:
    screen = Controls()
    pilot = launch(screen)
    screen.ask()
    pilot.frame()
    pilot.press("2")
    assert screen.chosen == 1
    screen.ask()
    pilot.frame()
    pilot.click("answer.3")
    assert screen.chosen == 2
    assert screen.scene.dialogs == []


def test_nothing_is_chosen_before_it_is_chosen(launch: Launch) -> None:
    screen = Controls()
    pilot = launch(screen)
    pilot.move("ask")
    screen.ask()
    pilot.frame()
    assert pilot.focus == ""
    pilot.press("return")
    assert screen.chosen is None


def test_a_dialog_is_read_aloud_when_it_opens(launch: Launch) -> None:
    screen = Controls()
    pilot = launch(screen)
    screen.ask()
    assert "A sour review" in pilot.spoken[-1]
    assert "Stale on a Monday" in pilot.spoken[-1]


def test_one_can_write_in_a_field(launch: Launch) -> None:
    screen = Controls()
    pilot = launch(screen)
    pilot.click("goal")
    pilot.type(", and bake")
    assert screen.goal == "Forty people who trust us, and bake"
    pilot.press("home", "delete", "end", "backspace", "left")
    pilot.type("R")
    assert screen.goal == "orty people who trust us, and baRk"


def test_letters_are_written_and_do_not_act(launch: Launch) -> None:
    screen = Controls()
    pilot = launch(screen)
    pilot.click("goal")
    spoken = len(pilot.spoken)
    pilot.press("w", "l", "space", "1")
    assert screen.tab == 0
    assert pilot.spoken[spoken:] == []
    pilot.press("tab")
    assert pilot.focus != "goal"


def test_composed_text_is_shown_but_not_taken_until_it_is_settled(launch: Launch) -> None:
    screen = Controls()
    pilot = launch(screen)
    pilot.click("goal")
    pygame.event.post(pygame.Event(pygame.TEXTEDITING, text="にほ", start=0, length=2))
    pilot.frame()
    assert screen.goal == "Forty people who trust us"
    pilot.press("return", "left")
    assert pilot.focus == "goal", "keys belong to the input method while it composes"
    pilot.type("日本")
    assert screen.goal == "Forty people who trust us日本"


def test_a_field_has_an_end_and_no_line_breaks(launch: Launch) -> None:
    screen = Controls()
    pilot = launch(screen)
    pilot.click("goal")
    pilot.type("\n" + "x" * 400)
    assert len(screen.goal) == 120
    assert "\n" not in screen.goal


def test_toggle_slider_and_segments_change_by_key_and_by_mouse(launch: Launch) -> None:
    screen = Controls()
    pilot = launch(screen)
    pilot.click("motion")
    assert screen.is_on is False
    assert pilot.find("motion").value_text() == "off"
    pilot.app.scene.focus_on(pilot.find("volume"))
    pilot.press("left", "left")
    assert screen.volume == pytest.approx(0.4)
    pilot.click("volume")
    assert screen.volume == pytest.approx(0.5)
    pilot.click("text-size.4")
    assert screen.size == 3
    pilot.press("left", "return")
    assert screen.size == 2


def test_resting_on_something_shows_its_tooltip(launch: Launch) -> None:
    pilot = launch(Gallery())
    words = "Person 2 has read you for nine weeks."
    pilot.move("person.2")
    assert words not in {one.text for one in pilot.texts()}
    pilot.wait(0.6)
    assert words in {one.text for one in pilot.texts()}
    pilot.move("start")
    assert words not in {one.text for one in pilot.texts()}
    pilot.app.scene.focus_on(pilot.find("person.2"))
    pilot.press("f3")
    assert words in {one.text for one in pilot.texts()}
    assert pilot.spoken[-1] == words


def test_what_is_too_high_scrolls_by_wheel_and_by_keys(launch: Launch) -> None:
    pilot = launch(Gallery(), size=(960, 540), settings=Settings(text_size=2.0))
    root = pilot.app.scene.root
    assert isinstance(root, Scroll)
    assert root.surplus > 0
    pilot.app.scene.wheel((480, 20), -3)
    by_wheel = root.offset
    assert by_wheel > 0
    pilot.press("page down")
    assert root.offset > by_wheel
    for _ in range(20):
        pilot.press("page down")
    assert root.offset == root.surplus
    for _ in range(30):
        pilot.press("page up")
    assert root.offset == 0


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
from game.play.window import Application, NoDisplayError
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
        cwd=Path(__file__).parents[2],
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
        cwd=Path(__file__).parents[2],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "no-such-driver" in done.stdout
    assert load_words("en")("window.title")


def test_what_is_on_the_clipboard_can_be_pasted(launch: Launch) -> None:
    screen = Controls()
    pilot = launch(screen)
    pilot.click("goal")
    pygame.scrap.put_text(", by summer")
    pilot.press("ctrl+v")
    assert screen.goal == "Forty people who trust us, by summer"


def test_keys_repeat_only_while_writing(launch: Launch) -> None:
    pilot = launch(Controls())
    assert pygame.key.get_repeat() == (0, 0)
    pilot.click("goal")
    assert pygame.key.get_repeat() != (0, 0)
    pilot.press("tab")
    assert pygame.key.get_repeat() == (0, 0)


def test_enter_presses_what_was_clicked_where_no_button_is_the_default(launch: Launch) -> None:
    screen = Controls()
    pilot = launch(screen)
    pilot.click("text-size.1")
    pilot.press("right")
    pilot.click("motion")
    pilot.press("return")
    assert screen.is_on is True
