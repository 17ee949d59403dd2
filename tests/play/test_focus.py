"""Everything can be done by keyboard alone and by mouse alone, and one sees where one is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.play.kit import Action, Bar, Button, Column, Row, Stepper, Widget
from game.play.kit.focus import ring
from game.play.pilot import Pilot
from game.play.screen import Screen
from tests.play.conftest import Launch
from tests.play.controls import Controls
from tests.play.gallery import Gallery

pytestmark = pytest.mark.window
SCREENS: list[Callable[[], Screen]] = [Gallery, Controls]


def controls(pilot: Pilot) -> list[Widget]:
    """Everything that takes the focus now."""
    return ring(pilot.app.scene.top)


def in_a_bar(widget: Widget) -> bool:
    """Whether it stands in the dark band across the top."""
    return any(isinstance(one, Bar) for one in widget.above())


@pytest.mark.parametrize("screen", SCREENS)
def test_tab_reaches_every_control_and_comes_round(
    launch: Launch, screen: Callable[[], Screen]
) -> None:
    pilot = launch(screen())
    wanted = [one.id for one in controls(pilot)]
    begin = next(number for number, one in enumerate(controls(pilot)) if not in_a_bar(one))
    wanted = wanted[begin:] + wanted[:begin]
    met = []
    for _ in wanted:
        pilot.press("tab")
        met.append(pilot.focus)
    assert met == wanted
    assert len(set(met)) == len(met) > 5
    pilot.press("tab")
    assert pilot.focus == wanted[0]
    pilot.press("shift+tab")
    assert pilot.focus == wanted[-1]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("size", [(1280, 720), (960, 540)])
def test_arrows_reach_every_control(
    launch: Launch, screen: Callable[[], Screen], size: tuple[int, int]
) -> None:
    pilot = launch(screen(), size=size)
    scene = pilot.app.scene
    met: set[str] = set()
    todo = [controls(pilot)[0]]
    while todo:
        start = todo.pop()
        met.add(start.id)
        for arrow in (Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT):
            scene.focus_on(start)
            if arrow in (Action.LEFT, Action.RIGHT) and start.role in (
                "stepper",
                "slider",
                "text field",
            ):
                continue  # there they change the value
            scene.act(arrow)
            if scene.focus is not None and scene.focus.id not in met:
                todo.append(scene.focus)
    assert met == {one.id for one in controls(pilot)}


@pytest.mark.parametrize("screen", SCREENS)
def test_the_focus_is_seen_on_every_control(launch: Launch, screen: Callable[[], Screen]) -> None:
    pilot = launch(screen())
    for widget in controls(pilot):
        pilot.app.scene.focus_on(widget)
        pilot.app.scene.focus_shown = True
        pilot.texts()
        focused = pilot.pixels()
        pilot.app.scene.focus = None
        pilot.texts()
        looks_alike = pilot.pixels() == focused
        assert not looks_alike, f"{widget.id} looks the same with and without the focus"


@pytest.mark.parametrize("screen", SCREENS)
def test_every_control_says_what_it_is(launch: Launch, screen: Callable[[], Screen]) -> None:
    pilot = launch(screen())
    for widget in controls(pilot):
        assert widget.name(), f"{widget.id} has no name"
        said = pilot.app.scene.spoken(widget)
        assert said.startswith(widget.name())
        if widget.role != "spot":
            assert len(said) > len(widget.name()), f"{widget.id} does not say its role"


def test_focus_moves_are_spoken_with_role_and_value(launch: Launch) -> None:
    pilot = launch(Gallery())
    pilot.app.scene.focus_on(pilot.find("lever.0"))
    assert pilot.spoken[-1] == "Listen & read, stepper, 3 half-hours"
    pilot.press("left")
    assert "2 half-hours" in pilot.spoken[-1]


def test_a_control_scrolled_away_is_brought_into_view_by_tab(launch: Launch) -> None:
    pilot = launch(Gallery(), size=(960, 540))
    height = pilot.app.size[1]
    for _ in controls(pilot):
        pilot.press("tab")
        focus = pilot.app.scene.focus
        assert focus is not None
        assert focus.rect.top >= 0, focus.id
        assert focus.rect.bottom <= height, focus.id


def test_space_and_enter_press_and_the_default_button_needs_no_focus(launch: Launch) -> None:
    screen = Gallery()
    pilot = launch(screen)
    pilot.press("return")
    assert screen.pressed == ["start"]
    pilot.app.scene.focus_on(pilot.find("undo"))
    pilot.press("space")
    assert screen.pressed == ["start", "undo"]
    pilot.app.scene.focus_on(pilot.find("lever.1"))
    pilot.press("return")
    assert screen.pressed == ["start", "undo", "start"]


def test_shortcuts_press_from_anywhere(launch: Launch) -> None:
    screen = Gallery()
    pilot = launch(screen)
    pilot.press("ctrl+z", "p", "f6", "w")
    assert screen.pressed == ["undo", "Pause", "Fast", "One week"]


def test_the_mouse_alone_presses_everything(launch: Launch) -> None:
    screen = Gallery()
    pilot = launch(screen)
    for name in ("speed.1", "undo", "start", "person.2", "menu"):
        pilot.click(name)
    assert screen.pressed == ["Play", "undo", "start", "person.2", "menu"]
    pilot.click("lever.0.less")
    pilot.click("lever.6.more")
    assert screen.hours[0] == 2
    assert screen.hours[6] == 1


def test_a_press_let_go_elsewhere_does_nothing(launch: Launch) -> None:
    screen = Gallery()
    pilot = launch(screen)
    scene = pilot.app.scene
    scene.point(pilot.find("start").rect.center, "down")
    scene.point((5, 5), "move")
    scene.point((5, 5), "up")
    assert screen.pressed == []


def test_the_ring_is_shown_to_those_who_use_keys(launch: Launch) -> None:
    pilot = launch(Gallery())
    pilot.click("lever.2")
    assert pilot.focus == "lever.2"
    assert not pilot.app.scene.focus_shown
    pilot.press("down")
    assert pilot.app.scene.focus_shown


def test_enter_never_presses_what_only_the_mouse_had_touched(launch: Launch) -> None:
    screen = Gallery()
    pilot = launch(screen)
    pilot.click("undo")
    pilot.press("return")
    assert screen.pressed == ["undo", "start"]


def test_a_step_that_is_forbidden_says_why(launch: Launch) -> None:
    screen = Gallery()
    pilot = launch(screen)
    pilot.app.scene.focus_on(pilot.find("lever.2"))
    pilot.press("right", "right")
    assert screen.hours[2] == 3
    assert pilot.spoken[-1] == "No half-hour is free."
    assert "No half-hour is free." in {one.text for one in pilot.texts()}
    pilot.wait(6)
    assert "No half-hour is free." not in {one.text for one in pilot.texts()}


def test_refreshing_keeps_the_focus_and_the_scroll_position(launch: Launch) -> None:
    screen = Gallery()
    pilot = launch(screen, size=(960, 540))
    pilot.app.scene.focus_on(pilot.find("lever.5"))
    offset = screen.scene.root.offset
    screen.refresh()
    pilot.frame()
    assert pilot.focus == "lever.5"
    assert screen.scene.root.offset == offset


def test_a_disabled_control_is_passed_over(launch: Launch) -> None:
    screen = Controls()
    pilot = launch(screen)
    assert "d" not in {one.id for one in controls(pilot)}
    pilot.click("d")
    assert pilot.focus != "d"


class Bare(Screen):
    """Two columns of buttons of unlike heights, to try arrows on."""

    def build(self) -> Widget:
        """Four and two."""
        left = Column(*[Button(f"L{n}", id=f"l{n}") for n in range(4)])
        right = Column(*[Button(f"R{n}", id=f"r{n}") for n in range(2)])
        return Row(left, right, cross="start", gap=40)


def test_arrows_go_to_the_nearest_in_their_direction(launch: Launch) -> None:
    pilot = launch(Bare())
    pilot.app.scene.focus_on(pilot.find("l1"))
    pilot.press("right")
    assert pilot.focus == "r1"
    pilot.press("left")
    assert pilot.focus == "l1"
    pilot.press("down", "down", "down", "down")
    assert pilot.focus == "l3"
    pilot.press("right")
    assert pilot.focus == "r1"


def test_a_stepper_ends_at_its_ends() -> None:
    heard: list[int] = []
    stepper = Stepper("Hours", 1, least=0, most=2, on_change=heard.append)
    assert stepper.act(Action.RIGHT)
    assert stepper.act(Action.RIGHT)
    assert stepper.act(Action.LEFT)
    assert heard == [2, 1]
    assert stepper.value == 1
