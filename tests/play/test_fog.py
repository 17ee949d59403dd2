"""What the fog covers changes nothing that is shown or spoken while one plays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from game.play.game_session import Game
from game.play.kit import Settings
from game.play.pilot import Pilot
from game.play.screens.table import TableScreen
from game.sim.cause import Cause
from game.sim.clock import DAY, WEEK
from game.sim.light import Light
from game.sim.measure import MEASURE_INDEX, MEASURES, Stage
from tests.play.conftest import Launch
from tests.play.journeys import shown
from tests.play.table import about_to_see, new_game, play_season

pytestmark = pytest.mark.window
STILL = Settings(reduced_motion=True)


def stirred(session: Game) -> None:
    """Change the truth behind the fog: who stands how, and every covered number."""
    world = session.run.world
    view = session.view
    world.relations.stage[:] = Stage.ADVOCATE
    world.relations.liking[:] = 900_000
    for measure in MEASURES:
        if not view.sees(measure.id):
            world.ledger.values[0, MEASURE_INDEX[measure.id]] += 4_321
            for end in world.ledger.ends:
                end[0, MEASURE_INDEX[measure.id]] += 4_321
            world.ledger.weeks[-1][0, MEASURE_INDEX[measure.id], Cause.TIME] += 4_321


def two_tables(
    launch: Launch, lights: str, stir: Callable[[Game], None]
) -> Iterator[tuple[Pilot, Game]]:
    """The same table twice, with all lights in the same state, the second after *stir*."""
    for is_stirred in (False, True):
        session = new_game(seasons=1)
        for lamp in session.run.world.runners[0].lights.values():
            lamp.state = lights
        if is_stirred:
            stir(session)
        yield launch(TableScreen(session), settings=STILL), session


def test_nothing_on_the_table_changes_when_what_is_covered_changes(launch: Launch) -> None:
    pictures = []
    for pilot, _ in two_tables(launch, "puzzled", stirred):
        shown = [pilot.app.scene.transcript(), pilot.pixels()]
        pilot.press("return")
        for _ in range(12):
            pilot.click("trend.next")
            shown += [pilot.app.scene.transcript(), pilot.pixels()]
        pilot.press("r", "r", "r")
        pictures.append([*shown, pilot.app.scene.transcript(), pilot.pixels()])
    assert pictures[0] == pictures[1]


def test_nothing_on_a_guests_card_changes_when_what_is_covered_changes(launch: Launch) -> None:
    pictures = []
    for pilot, session in two_tables(launch, "puzzled", stirred):
        pilot.press("return")
        pilot.click(f"guest.{session.view.guests(1)[0].person}")
        assert pilot.shows("guest.close")
        pictures.append([pilot.app.scene.transcript(), pilot.pixels()])
    assert pictures[0] == pictures[1]


def test_the_test_of_the_fog_notices_what_is_uncovered(launch: Launch) -> None:
    def advanced(session: Game) -> None:
        session.run.world.relations.stage[:] = Stage.ADVOCATE

    shown = []
    for pilot, _ in two_tables(launch, "lit", advanced):
        pilot.press("return")
        shown.append(pilot.pixels())
    assert shown[0] != shown[1]


def test_no_gait_is_named_while_playing(launch: Launch) -> None:
    session = new_game(seasons=3)
    pilot = launch(TableScreen(session))
    play_season(pilot, session)
    seen = " ".join((*(text for _, text in pilot.read), *pilot.spoken)).lower()
    words = set(re.findall(r"\w+", seen))
    assert "season" in words, "else this test proves nothing"
    assert words & {"tortoise", "hare", "expected", "forecast"} == set()


def before_the_season_ends(session: Game) -> Game:
    """The same game in the last week of its first season: on the next Monday the ladder's light goes on."""
    while session.run.now < 12 * WEEK + DAY:
        if (request := session.advance(12 * WEEK + DAY)) is None:
            break
        session.answer(request.default)
    return about_to_see(session, Light.LADDER)


def test_the_reveal_tells_nothing_that_a_light_of_the_same_monday_has_not_shown_yet(
    launch: Launch, session: Game
) -> None:
    before_the_season_ends(session)
    pilot = launch(TableScreen(session), settings=STILL)
    question = pilot.app.words("light.ladder.question")
    play_season(pilot, session)
    assert session.request is not None
    assert (session.request.kind, session.request.name) == ("light", "ladder")
    covered = [one.id for one in MEASURES if one.light is Light.LADDER]
    assert not [id for id in covered if pilot.shows(f"moved.{id}")]
    assert pilot.shows("moved.followers"), "else this test proves nothing"
    assert pilot.find("gauge.customers").name() == question
    assert pilot.app.words("measure.customers") not in shown(pilot)
    pilot.press("return")
    assert pilot.shows("evidence.customers")
    assert pilot.find("gauge.customers").name() == question
    pilot.press("2")
    assert pilot.find("gauge.customers").value_text() == f"{session.view.measure('customers'):,}"


def test_a_game_taken_up_before_a_light_that_was_not_answered_is_still_in_the_fog(
    launch: Launch, session: Game
) -> None:
    before_the_season_ends(session)
    while session.request is None or session.request.kind != "light":
        session.advance(13 * WEEK)
    pilot = launch(TableScreen(session), settings=STILL)
    assert pilot.shows("reveal"), "that of the season which has just ended was not read"
    assert not pilot.shows("moved.customers")
    pilot.press("return")
    assert pilot.find("gauge.customers").name() == pilot.app.words("light.ladder.question")
    assert {one.stage for one in session.view.guests(9)} == {None}
