"""Temperaments drift with evidence: the market's people, and the partner who grants hours."""

from __future__ import annotations

import numpy as np
import pytest

from game.authoring.load import load_scenario
from game.sim.clock import WEEK, WEEKS_PER_YEAR
from game.sim.people import GET_IT, SCISSORS, TRADITIONAL
from game.sim.state import RunnerState, Setback
from game.sim.temperament import partner_drifts, people_drift
from game.sim.world import World
from game.strategies.runs import Run


def a_year_in() -> World:
    run = Run(load_scenario("corner-bakery"), 7, weeks=2)
    run.advance(WEEK)
    run.world.agenda.now = WEEKS_PER_YEAR * WEEK
    return run.world


def test_traditionals_come_round_the_more_of_their_contacts_are_there() -> None:
    shares = []
    for everybody in (True, False):
        world = a_year_in()
        for place in world.places:
            place.members[:] = int(everybody and place.is_open)
        was = world.kind == TRADITIONAL
        people_drift(world)
        shares.append((world.kind[was] == GET_IT).mean())
    rate = world.parameters.platforms.comes_round
    assert shares[1] == 0
    assert abs(shares[0] - rate) < 4 * np.sqrt(rate * (1 - rate) / was.sum())


def test_some_who_run_with_scissors_sober_up_where_a_place_died() -> None:
    world = a_year_in()
    place = next(one for one in world.places if one.is_open and not one.definition.owned)
    was = world.kind == SCISSORS
    people_drift(world)
    assert (world.kind[was] == SCISSORS).all()
    place.is_open, place.closed, place.closed_week = False, True, WEEKS_PER_YEAR - 4
    place.registered[:] = 1
    people_drift(world)
    assert 0.3 < (world.kind[was] == GET_IT).mean() < 0.7


@pytest.mark.parametrize(
    ("partner", "watched", "sales", "setbacks", "after"),
    [
        ("traditional", 1.3, 1.3, 0, "get-it"),
        ("traditional", 1.3, 1.3, 3, "traditional"),
        ("traditional", 1.1, 1.1, 0, "traditional"),
        ("scissors", 2.0, 0.8, 0, "get-it"),
        ("scissors", 2.0, 1.2, 0, "scissors"),
        ("get-it", 0.8, 0.8, 3, "traditional"),
        ("get-it", 0.8, 0.8, 0, "get-it"),
    ],
)
def test_a_partner_changes_with_what_the_year_brought(
    partner: str, watched: float, sales: float, setbacks: int, after: str
) -> None:
    world = a_year_in()
    state: RunnerState = world.runners[0]
    state.partner = partner
    state.setbacks = [
        Setback("slip", world.now - WEEK, 0, 0, stage="faded") for _ in range(setbacks)
    ]
    partner_drifts(world, state, watched, sales)
    assert state.partner == after
    noted = [line.detail for line in world.ledger.log if line.what == "temper"]
    assert noted == ([f"{partner}>{after}"] if partner != after else [])
