"""The guests in the room can be met, one by one, by whoever plays."""

from __future__ import annotations

import pytest

from game.play.kit import Settings
from game.play.screens.table import TableScreen
from tests.play.conftest import Launch
from tests.play.table import new_game, tab_to

pytestmark = pytest.mark.window
STILL = Settings(reduced_motion=True)


def test_a_guest_is_met_by_a_click_or_by_arrows_and_enter_and_time_stands_still(
    launch: Launch,
) -> None:
    session = new_game(seasons=2)
    pilot = launch(TableScreen(session), settings=STILL)
    while pilot.shows("reveal"):
        pilot.press("return")
    tab_to(pilot, "room")
    pilot.press("down", "return")
    assert pilot.shows("guest.close")
    now = session.run.now
    pilot.wait(1.0)
    assert session.run.now == now
    pilot.press("escape")
    assert not pilot.shows("guest.close")
    pilot.click(f"guest.{session.view.guests(1)[0].person}")
    pilot.press("return")
    assert not pilot.shows("guest.close")
    assert session.request is not None, "Enter closed the card and started nothing"


def test_the_arrows_go_from_guest_to_guest_and_say_who_they_are(launch: Launch) -> None:
    session = new_game(seasons=2)
    pilot = launch(TableScreen(session), settings=STILL)
    while pilot.shows("reveal"):
        pilot.press("return")
    tab_to(pilot, "room")
    names = {guest.name for guest in session.view.guests()}
    heard = []
    for key in ("left", "up", "right", "down", "right"):
        pilot.press(key)
        heard.append(pilot.spoken[-1])
    assert len(set(heard)) >= 3
    assert all(one.split(" ")[0] in names for one in heard)


def test_reduced_motion_stands_still_while_nothing_happens(launch: Launch) -> None:
    session = new_game(seasons=2)
    pilot = launch(TableScreen(session), settings=STILL)
    pilot.press("return")
    before = pilot.pixels()
    pilot.wait(1.0)
    assert pilot.pixels() == before
    pilot = launch(TableScreen(new_game(seasons=2)))
    pilot.press("return")
    before = pilot.pixels()
    pilot.wait(1.0)
    assert pilot.pixels() != before
