"""Temperament: traditional, get-it, running with scissors (Ploof); nobody is one for good, evidence changes people.

In the market it is how fast one joins a platform; in a partner, what they look at and how much it takes to convince
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.clock import WEEK, WEEKS_PER_YEAR
from game.sim.draws import SPAN, Purpose, draw
from game.sim.people import GET_IT, SCISSORS, TRADITIONAL

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World


def people_drift(world: World) -> None:
    """At a year's turn: some traditionals follow their contacts, some of the hasty sober up where a place died.

    A traditional comes round with a chance that grows with the share of their contacts on the place where most are.
    """
    rates, people = world.parameters.platforms, world.people
    luck = draw(world.seed(world.now), Purpose.TEMPER, np.arange(people.count), world.now // WEEK)
    company = np.zeros(people.count, dtype=np.int64)
    burnt = np.zeros(people.count, dtype=bool)
    year_ago = world.now // WEEK - WEEKS_PER_YEAR
    for place in world.places:
        if place.is_open and not place.definition.owned:
            there = people.sum_over_contacts(place.members) * 1000 // np.maximum(people.degree, 1)
            company = np.maximum(company, there)
        if place.closed and place.closed_week > year_ago:
            burnt |= place.registered != 0
    comes_round = luck < int(rates.comes_round * SPAN) // 1000 * company
    sobers = burnt & (luck < int(rates.sobers * SPAN))
    drifts = ((world.kind == TRADITIONAL) & comes_round) | ((world.kind == SCISSORS) & sobers)
    world.kind = np.where(drifts, GET_IT, world.kind).astype(np.int8)
    world.array_calls += 1


def partner_drifts(world: World, state: RunnerState, watched: float, sales: float) -> None:
    """After a review: what the partner saw this year in *watched* and in *sales*, this year's over last year's."""
    rates = world.parameters.practice
    before, falls = state.partner, sales < rates.falling
    year_ago = world.now - WEEKS_PER_YEAR * WEEK
    struck = sum(one.born >= year_ago and one.stage != "sign" for one in state.setbacks)
    if (
        before == "traditional" and sales >= rates.convincing and struck < rates.burnt_setbacks
    ) or (before == "scissors" and falls and watched >= 1):
        state.partner = "get-it"
    elif before == "get-it" and falls and struck >= rates.burnt_setbacks:
        state.partner = "traditional"
    if state.partner != before:
        world.ledger.note(world.now, "temper", state.index, -1, f"{before}>{state.partner}")
