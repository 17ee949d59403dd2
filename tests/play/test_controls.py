"""The controls in a window: dialogs, choices, fields, sliders, tooltips and scrolls, by key and by mouse."""

from __future__ import annotations

import pygame
import pytest

from game.play.kit import Settings
from game.play.kit.panels import Scroll
from tests.play.conftest import Launch
from tests.play.controls import Controls
from tests.play.gallery import Gallery

pytestmark = pytest.mark.window


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
