"""A scenario as data: what is a rule and what is not, and how it is led."""

from __future__ import annotations

import json

import pytest

from game import load_scenario
from game.sim.limits import BadInputError
from game.sim.scenario import Scenario
from game.sim.session import Agenda
from tests.builders import a_scenario

RULES = {
    "corner-bakery": "a8ad050b064ff637143a83f2e541bfde8b0983eb54d29d8d01b3d4fac8313afc",
    "new-square-2009": "3e325a1085d4eb9f63d657cb294b9a52f8dd687c4276274a08241f8b7c17bfb5",
}


@pytest.mark.parametrize("name", RULES)
def test_what_was_played_yesterday_has_the_same_rules_today(name: str) -> None:
    assert load_scenario(name).rules_hash == RULES[name]


def test_what_tells_about_a_scenario_is_no_rule_of_it() -> None:
    bakery = load_scenario("corner-bakery")
    aside = {
        "lesson": "Patience.",
        "difficulty": "hard",
        "sources": ["The town's own records."],
        "agendas": [{"minutes": 45, "seasons_per_round": 3, "debrief_minutes": 20}],
        "reasons": {"trade.offer": "Bread is cheap."},
        "language": "de",
        "begins": "summer",
    }
    told = bakery.model_dump(mode="json", by_alias=True) | aside
    assert Scenario.model_validate_json(json.dumps(told)).rules_hash == bakery.rules_hash
    told["yardstick"] = "followers"
    assert Scenario.model_validate_json(json.dumps(told)).rules_hash != bakery.rules_hash


def test_a_rule_that_the_format_learned_later_counts_where_it_is_set() -> None:
    plain = a_scenario()
    unset = plain.model_dump(mode="json", by_alias=True)
    del unset["cards_apart_days"]
    assert Scenario.model_validate_json(json.dumps(unset)).rules_hash == plain.rules_hash
    longer = plain.model_copy(update={"cards_apart_days": 30})
    assert longer.rules_hash != plain.rules_hash


def test_a_file_that_does_not_say_where_in_the_year_it_begins_begins_in_spring() -> None:
    told = load_scenario("corner-bakery").model_dump(mode="json", by_alias=True)
    assert told.pop("begins") == "winter"
    silent = Scenario.model_validate_json(json.dumps(told))
    assert [silent.season_of_year(season) for season in range(5)] == [0, 1, 2, 3, 0]


@pytest.mark.parametrize(
    ("minutes", "per_round", "rounds", "debrief"),
    [(20, 4, 3, 8), (45, 2, 6, 16), (90, 1, 12, 30)],
)
def test_a_scenario_that_writes_no_agendas_has_the_usual_ones(
    minutes: int, per_round: int, rounds: int, debrief: int
) -> None:
    bakery = load_scenario("corner-bakery")
    agenda = bakery.agenda(minutes)
    assert (agenda.seasons_per_round, agenda.debrief_minutes) == (per_round, debrief)
    assert agenda.rounds(bakery.seasons) == rounds


def test_an_agenda_that_is_written_takes_the_place_of_the_usual_one() -> None:
    mine = Agenda(minutes=45, seasons_per_round=3, debrief_minutes=20)
    bakery = load_scenario("corner-bakery").model_copy(update={"agendas": (mine,)})
    assert bakery.agenda(45) == mine
    assert bakery.agenda(20).seasons_per_round == 4


def test_an_agenda_leaves_time_to_play() -> None:
    with pytest.raises(BadInputError, match="something must be left"):
        Agenda(minutes=20, seasons_per_round=4, debrief_minutes=20)
