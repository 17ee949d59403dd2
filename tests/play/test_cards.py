"""What interrupts the weeks: cards, lights and the reveal wait for a person and say what they are about."""

from __future__ import annotations

import pytest

from game.play.game_session import Game
from game.play.kit import Settings
from game.play.pilot import Pilot
from game.play.screens.table import TableScreen
from game.play.screens.table.light_dialog import CLEARING_SECONDS
from game.sim.light import Light
from tests.play.conftest import Launch
from tests.play.table import new_game, play_season, until_card

pytestmark = pytest.mark.window
STILL = Settings(reduced_motion=True)


def until_ladder(pilot: Pilot, session: Game) -> None:
    """Play on until the light of the ladder goes on; others are remembered."""
    until_card(pilot, session, "light")
    while session.request is not None and session.request.name != Light.LADDER:
        pilot.press("2")
        pilot.wait(CLEARING_SECONDS + 0.1)
        until_card(pilot, session, "light")


def test_a_card_waits_without_a_clock_and_chooses_nothing_by_itself(
    launch: Launch, session: Game
) -> None:
    pilot = launch(TableScreen(session))
    until_card(pilot, session, "card")
    now, request = session.run.now, session.request
    pilot.wait(30)
    pilot.press("return", "escape")
    assert session.request is request
    assert session.run.now == now
    assert pilot.focus == ""


@pytest.mark.parametrize("way", ["number", "arrows", "mouse"])
def test_a_card_is_answered_by_number_by_arrows_or_by_mouse(launch: Launch, way: str) -> None:
    session = new_game()
    pilot = launch(TableScreen(session))
    until_card(pilot, session, "card")
    request = session.request
    assert request is not None
    wanted = request.options[1].id
    match way:
        case "number":
            pilot.press("2")
        case "arrows":
            pilot.press("down", "down", "return")
        case _:
            pilot.click("option.2")
    (answer,) = (one for one in session.run.entries if one.request == request.id)
    assert answer.decision.option == wanted


def test_a_card_says_kind_and_hours_and_who_will_see_it_and_fills_in_the_name(
    launch: Launch, session: Game
) -> None:
    pilot = launch(TableScreen(session))
    until_card(pilot, session, "card")
    request = session.request
    assert request is not None
    told = " ".join(pilot.app.scene.transcript())
    assert request.title in told
    assert "{" not in told
    assert all(option.label.split("{")[0] in told for option in request.options)
    assert "will see it" in told


def test_a_light_shows_evidence_and_clears_the_fog(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session))
    question = pilot.app.words("light.ladder.question")
    assert pilot.find("gauge.customers").name() == question
    until_ladder(pilot, session)
    assert pilot.find("card.text").name() == question
    assert pilot.shows("evidence.customers")
    assert pilot.find("gauge.customers").name() == question, "behind it the fog still lies"
    pilot.press("2")
    assert pilot.shows("clearing")
    assert pilot.find("gauge.customers").value_text() == f"{session.view.measure('customers'):,}"
    assert pilot.shows("count.like")
    before = pilot.pixels()
    pilot.wait(0.4)
    assert pilot.pixels() != before
    assert session.request is not None
    asked_at = session.run.now
    pilot.wait(CLEARING_SECONDS)
    assert not pilot.shows("clearing")
    assert session.run.now > asked_at, "answered, time runs on"
    acted = [one for one in session.run.entries if one.request.startswith("you/light/ladder")]
    assert acted == [], "to remember it is what happens by itself, and is not written down"


def test_behind_a_light_the_bar_is_of_that_week_and_still_in_the_fog(
    launch: Launch, session: Game
) -> None:
    table = TableScreen(session)
    pilot = launch(table)
    until_ladder(pilot, session)
    said = {one.id: one for one in table.shot.gauges}
    assert table.shot.week == session.view.week
    assert f"week {session.view.week + 1}" in pilot.find("table.when").name()
    assert said["followers"].value == str(session.view.measure("followers"))
    assert said["customers"].question


def test_whoever_acts_on_a_light_is_tempted_to_overdo_it(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session))
    until_ladder(pilot, session)
    pilot.press("1", "return")
    assert not pilot.shows("clearing"), "a press goes on"
    assert session.request is not None
    assert pilot.app.words("light.tempt_title") in " ".join(pilot.app.scene.transcript())
    pilot.press("2")
    assert session.run.entries[-1].decision.option == "more"


def test_in_reduced_motion_the_fog_clears_in_one_step(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session), settings=STILL)
    until_ladder(pilot, session)
    pilot.press("1")
    assert not pilot.shows("clearing")
    assert pilot.app.words("light.tempt_title") in " ".join(pilot.app.scene.transcript())
    pilot.press("1")
    assert session.run.entries[-1].decision.option == "act"


def test_the_reveal_judges_the_guess_and_explains_what_moved(launch: Launch, session: Game) -> None:
    pilot = launch(TableScreen(session))
    pilot.click("guess.rise")
    pilot.click("guess.think")
    pilot.click("reason.found")
    play_season(pilot, session)
    verdict = pilot.find("reveal.verdict").name()
    assert pilot.app.words("reveal.right") in verdict
    assert f"{session.view.measure('followers')}" in verdict
    assert pilot.find("moved.followers").name() == f"+{session.view.measure('followers')}"
