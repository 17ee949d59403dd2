"""The characters differ by what they decide: how much, where, and with what care, over whole runs.

What turns whom, one question at a time, is in `test_turns.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from game.sim.lever import Care, Lever
from game.sim.place import Place
from game.sim.plan import Automation, Plan
from game.strategies import names
from game.strategies.runs import Run, simulate
from game.strategies.sight import here
from tests.builders import (
    DIARY,
    SQUARE,
    a_scenario,
)

CHARACTERS = tuple(name for name in names() if name not in ("random", "scripted"))
SEASONS = 5


@pytest.fixture(scope="module")
def runs() -> Mapping[str, Run]:
    """One run for each character, in a town with a new place in its second season."""
    novelty = Place(
        id="novelty", name="The Novelty", opens_week=16, starting_share=0.2, setup_hours=2
    )
    town = a_scenario(people=200, seasons=SEASONS, places=(SQUARE, DIARY, novelty))
    return {name: simulate(town, {"you": name}, seed=3) for name in CHARACTERS}


def plan_of(run: Run) -> Plan:
    """The plan of the seat at the end."""
    return run.view("you").plan


def tempo_of(run: Run) -> float:
    """Posts and contacts a week."""
    return run.outcome("you").gait.tempo


@pytest.mark.parametrize("name", CHARACTERS)
def test_nobody_makes_more_moves_than_a_person_may(runs: Mapping[str, Run], name: str) -> None:
    made = Counter[int]()
    for entry in runs[name].entries:
        if entry.runner == "you":
            made[entry.day // 91] += len(entry.decision.moves)
    assert max(made.values()) <= 4  # three, and one earned by listening


@pytest.mark.parametrize("name", CHARACTERS)
def test_no_moves_are_made_for_nothing(runs: Mapping[str, Run], name: str) -> None:
    """A character that sees nothing new comes to rest: the plan it wished for is the plan it has."""
    plans = [
        entry for entry in runs[name].entries if entry.runner == "you" and entry.plan is not None
    ]
    before = None
    for entry in plans:
        assert entry.plan != before, entry.request
        before = entry.plan


def test_no_two_characters_end_with_the_same_plan(runs: Mapping[str, Run]) -> None:
    plans = [plan_of(run) for run in runs.values()]
    assert len(set(plans)) == len(plans)


def posts_of(run: Run) -> int:
    """Posts written in the seat over the whole run."""
    return run.world.runners[0].acts


def test_the_hare_runs_faster_and_the_tortoise_stays_longer(runs: Mapping[str, Run]) -> None:
    tortoise, hare = (runs[name].outcome("you").gait for name in ("tortoise", "hare"))
    assert hare.tempo > tortoise.tempo
    assert posts_of(runs["hare"]) > 2 * posts_of(runs["tortoise"])
    assert tortoise.depth > 2 * hare.depth
    assert tortoise.steadiness > hare.steadiness


def test_those_who_do_hardly_anything_do_least(runs: Mapping[str, Run]) -> None:
    slowest = sorted(runs, key=lambda name: tempo_of(runs[name]))[:2]
    assert set(slowest) == {"wallflower", "traditional"}


def test_the_wallflower_is_everywhere_and_the_traditional_one_stays_put(
    runs: Mapping[str, Run],
) -> None:
    assert {place.id for place in here(runs["wallflower"].view("you"))} == {
        "square",
        "diary",
        "novelty",
    }
    assert {place.id for place in here(runs["traditional"].view("you"))} == {"square"}


def test_the_flitter_talks_briefly_and_the_connector_thoroughly(runs: Mapping[str, Run]) -> None:
    flitter, connector = plan_of(runs["flitter"]), plan_of(runs["connector"])
    assert (flitter.care_of(Lever.CONVERSE), connector.care_of(Lever.CONVERSE)) == (
        Care.BRIEF,
        Care.THOROUGH,
    )
    assert (
        runs["connector"].outcome("you").gait.depth > 3 * runs["flitter"].outcome("you").gait.depth
    )


def test_the_shouter_and_the_collector_speak_and_never_talk(runs: Mapping[str, Run]) -> None:
    for name in ("shouter", "collector"):
        plan = plan_of(runs[name])
        assert (
            plan.hours_of(Lever.CONVERSE) + plan.hours_of(Lever.HELP) + plan.hours_of(Lever.MEET)
            == 0
        )
        assert plan.hours_of(Lever.CREATE) + plan.hours_of(Lever.PROMOTE) >= 8
    assert plan_of(runs["collector"]).automation is Automation.DIRECT


def test_the_braggart_claims_most_and_those_who_wait_claim_nothing(runs: Mapping[str, Run]) -> None:
    claims = {name: plan_of(run).claims for name, run in runs.items()}
    assert max(claims, key=lambda name: claims[name]) == "braggart"
    assert {claims[name] for name in ("tortoise", "connector", "traditional", "get-it")} == {0}


def test_scissors_and_hare_spend_more_than_they_were_granted(runs: Mapping[str, Run]) -> None:
    over = {
        name: max(e.plan.spent for e in run.entries if e.plan and e.runner == "you")
        for name, run in runs.items()
    }
    assert over["running-with-scissors"] > over["hare"] > 12
    assert over["traditional"] <= 12
