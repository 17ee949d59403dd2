"""What the seasons are called, painted and heard as: by where in the year the scenario begins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import game
from game.authoring.words import load_words
from game.play.game_session import Game, Prediction
from game.play.presenters import calibration, tale
from game.play.presenters.answers import answers
from game.play.presenters.reveal import reveal
from game.play.presenters.room import room
from game.play.presenters.snapshot import snapshot
from game.play.screens.played_table import PlayedTable
from game.sim.lever import Lever
from game.sim.scenario import Scenario
from tests.play.journeys import LUCK, a_journey, on, small_bakery
from tests.play.races import QUIET

WORDS = load_words()
OF_A_YEAR = ("spring", "summer", "autumn", "winter")


def begins(season: str) -> Scenario:
    """A year of the small bakery that begins in a season."""
    return small_bakery(seasons=4).model_copy(update={"begins": season}).with_text("")


def at_the_start_of(number: int, scenario: Scenario) -> Game:
    """A game, played by default to the start of a season (from 0)."""
    played = Game(game.Run(scenario, seed=LUCK, people=["you"]))
    while request := played.run.advance():
        if request.kind == "plan" and request.view.season >= number:
            break
        played.answer(request.default)
    return played


@pytest.mark.parametrize("first", OF_A_YEAR)
def test_every_sentence_calls_a_season_what_the_scenario_says(first: str) -> None:
    here, there = (OF_A_YEAR[(OF_A_YEAR.index(first) + number) % 4] for number in (1, 2))
    town = begins(first)
    played = at_the_start_of(1, town)
    view = played.view
    shot = snapshot(view, view.plan, WORDS)
    assert shot.moment.when == f"Year 1 of 1 · {here} · week 14"
    assert (shot.moment.season_name, shot.moment.next_season_name) == (here, there)
    assert reveal(played.view, 0, None, WORDS).title == f"The {first} of year 1"
    titles = [one.title for one in answers(played.run, "you", WORDS)]
    assert f"The plan for {first}, year 1" in titles
    guess = Prediction(0, "followers", "rise", 40, 0)
    (said,) = calibration.guesses(played.run, "you", [guess], WORDS).lines
    assert said.text.startswith(f"Year 1, {first}: ")
    waited = replace(QUIET, gave_up=3, worst_season=1)
    assert any(f"in the {here} of year 1" in one.text for one in tale.tale(waited, town, WORDS))


@pytest.mark.parametrize("first", OF_A_YEAR)
def test_a_lever_is_announced_for_the_season_in_which_it_comes(first: str) -> None:
    town = begins(first).model_copy(update={"unlock": {Lever.MEET: 2}})
    view = at_the_start_of(0, town).view
    here = OF_A_YEAR[(OF_A_YEAR.index(first) + 1) % 4]
    assert snapshot(view, view.plan, WORDS).coming.startswith(f"From {here}: ")


def test_the_room_is_painted_as_the_season_is_called() -> None:
    for first in OF_A_YEAR:
        for number in (0, 3):
            daylight = room(at_the_start_of(number, begins(first)).view, WORDS).daylight
            assert daylight.season == (OF_A_YEAR.index(first) + number) % 4
            assert (daylight.year, daylight.week) == (0, 0)


def test_the_music_is_that_of_the_season_which_is_called_so(tmp_path: Path) -> None:
    for first in OF_A_YEAR:
        journey = a_journey(tmp_path / first, begins(first))
        table = PlayedTable(journey, at_the_start_of(0, begins(first)))
        with on(table, tmp_path / first):
            assert table.music()[0] == OF_A_YEAR.index(first)


def test_where_the_year_begins_changes_nothing_that_happens() -> None:
    spring, winter = begins("spring"), begins("winter")
    assert spring.rules_hash == winter.rules_hash
    one, other = (game.simulate(town, {"you": "hare"}, seed=LUCK) for town in (spring, winter))
    assert one.digest == other.digest
    assert one.timeline("you", "sales") == other.timeline("you", "sales")
