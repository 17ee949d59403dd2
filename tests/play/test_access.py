"""A screen reader is told what a person sees, and can do what a person can."""

from __future__ import annotations

from typing import Any

import pytest

from game.play.access import LIVE, WINDOW, ScreenReader, attach
from game.play.kit import Settings
from game.play.pilot import Pilot
from tests.conftest import needed
from tests.play.conftest import Launch
from tests.play.controls import Controls
from tests.play.gallery import Gallery
from tests.play.reader import Silent

accesskit = needed("accesskit")
pytestmark = pytest.mark.window


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A function that attaches a reader to a pilot's application and gives its system's side."""
    monkeypatch.setattr(accesskit.unix, "Adapter", Silent)

    def start(pilot: Pilot) -> Silent:
        pilot.app.reader = ScreenReader(pilot.app, accesskit)
        pilot.frame()
        adapter = pilot.app.reader.adapter
        assert isinstance(adapter, Silent)
        return adapter

    return start


def names(side: Silent) -> dict[str, Any]:
    """The told nodes by their names."""
    return {node.label or node.value: node for node in side.nodes.values()}


def number(side: Silent, name: str) -> int:
    """The number of a told node."""
    return next(key for key, node in side.nodes.items() if (node.label or node.value) == name)


def ask(side: Silent, action: str, name: str) -> None:
    """Ask for an action as a screen reader does."""

    class Request:
        target = number(side, name)

    request = Request()
    request.action = getattr(accesskit.Action, action)  # type: ignore[attr-defined]
    side.ask(request)


def test_every_control_and_every_text_is_told(launch: Launch, told: Any) -> None:
    pilot = launch(Gallery())
    side = told(pilot)
    heard = names(side)
    for widget in pilot.app.scene.root.walk():
        if widget.takes_focus and widget.role != "scroll":
            assert widget.name() in heard, widget.id
    assert "The room" in heard
    assert heard["Listen & read"].role == accesskit.Role.SPIN_BUTTON
    assert heard["Listen & read"].numeric_value == 3


def test_every_node_hangs_below_the_window_exactly_once(launch: Launch, told: Any) -> None:
    for screen in (Gallery(), Controls()):
        side = told(launch(screen))
        inner = [child for node in side.nodes.values() for child in node.children]
        assert len(inner) == len(set(inner))
        assert set(inner) | {WINDOW} == set(side.nodes)


def test_the_focus_is_told(launch: Launch, told: Any) -> None:
    pilot = launch(Gallery())
    side = told(pilot)
    pilot.app.scene.focus_on(pilot.find("start"))
    pilot.frame()
    assert side.focus == number(side, "Start the season")


def test_what_is_said_is_a_live_text(launch: Launch, told: Any) -> None:
    pilot = launch(Gallery())
    side = told(pilot)
    pilot.app.say("A season has gone by.")
    pilot.frame()
    assert side.nodes[LIVE].value == "A season has gone by."
    assert side.nodes[LIVE].live == accesskit.Live.POLITE


def test_nothing_is_told_when_nothing_has_changed(launch: Launch, told: Any) -> None:
    pilot = launch(Controls())
    side = told(pilot)
    before = side.updates
    pilot.frame(10)
    assert side.updates == before
    pilot.press("tab")
    assert side.updates == before + 1


def test_it_can_press_and_change_what_a_person_can(launch: Launch, told: Any) -> None:
    screen = Gallery()
    pilot = launch(screen)
    side = told(pilot)
    ask(side, "CLICK", "Start the season")
    pilot.frame()
    assert screen.pressed == ["start"]
    ask(side, "DECREMENT", "Listen & read")
    pilot.frame(2)
    assert screen.hours[0] == 2
    assert names(side)["Listen & read"].numeric_value == 2
    ask(side, "FOCUS", "Undo")
    pilot.frame()
    assert pilot.focus == "undo"
    assert screen.pressed == ["start"]


def test_a_number_stays_with_its_widget_when_the_screen_is_built_anew(
    launch: Launch, told: Any
) -> None:
    screen = Gallery()
    pilot = launch(screen)
    side = told(pilot)
    before = {name: number(side, name) for name in ("Undo", "Meet in person", "The room")}
    screen.refresh()
    pilot.press("tab")
    assert {name: number(side, name) for name in before} == before


def test_it_reaches_what_was_built_anew_and_looks_as_before(launch: Launch, told: Any) -> None:
    screen = Gallery()
    pilot = launch(screen, settings=Settings(reduced_motion=True))
    side = told(pilot)
    screen.refresh()
    pilot.frame(2)
    ask(side, "FOCUS", "Undo")
    pilot.frame()
    assert pilot.app.scene.focus is pilot.find("undo")


def test_a_dialog_hides_what_is_below_it(launch: Launch, told: Any) -> None:
    screen = Controls()
    pilot = launch(screen)
    side = told(pilot)
    screen.ask()
    pilot.frame()
    heard = names(side)
    assert heard["A sour review"].is_modal
    assert "Volume of effects" not in heard
    assert any(name.startswith("Delete it") for name in heard)


def test_a_switch_and_a_choice_say_how_they_stand(launch: Launch, told: Any) -> None:
    pilot = launch(Controls())
    side = told(pilot)
    switch = "Reduced motion: guests stand still between weeks"
    assert names(side)[switch].toggled == accesskit.Toggled.TRUE
    assert names(side)["115 %"].toggled == accesskit.Toggled.TRUE
    assert names(side)["100 %"].toggled == accesskit.Toggled.FALSE
    ask(side, "CLICK", switch)
    pilot.frame(2)
    assert names(side)[switch].toggled == accesskit.Toggled.FALSE
    assert pilot.spoken[-1] == f"{switch}, off"


def test_where_nobody_can_see_there_is_no_reader(launch: Launch) -> None:
    assert attach(launch(Gallery()).app) is None
