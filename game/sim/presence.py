"""Presence: a runner sets up on a place, can post there from then on, and may leave it again.

How people come to a place and leave it is in `platform.py`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from game.sim.booking import follow, unfollow
from game.sim.cause import Cause
from game.sim.clock import DAY
from game.sim.draws import SPAN, Ints, Purpose, draw

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World


def set_up(world: World, state: RunnerState, budget: int) -> None:
    """Hours of *try* set up the place that is being joined; without one they teach a little."""
    place = state.week_plan.joining
    if place is None:
        state.studied += budget // 2
        return
    number = world.place_number[place]
    if number not in state.setup_left or not world.places[number].is_open:
        return
    state.setup_left[number] -= budget
    if state.setup_left[number] <= 0:
        state.setup_left.pop(number)
        join(world, state, number)


def join(world: World, state: RunnerState, number: int) -> None:
    """The runner can post on the place from now on; customers and friends who are there begin to follow."""
    state.joined[number] = world.now // DAY
    if state.plan.joining == world.places[number].definition.id:
        state.plan = replace(state.plan, joining=None)
        state.week_plan = replace(state.week_plan, joining=None)
    state.credit = {}
    world.ledger.note(world.now, "joined", state.index, -1, world.places[number].definition.id)
    span = world.span_of(state.index)
    known = (world.relations.stage[span] >= 1) & (world.places[number].members != 0)
    luck: Ints = draw(
        world.seed(world.now),
        Purpose.FOLLOW,
        (state.index << 32) | np.arange(world.people.count),
        world.now // DAY,
    )
    rows = np.flatnonzero(known & (luck < SPAN * 3 // 10))
    if len(rows):
        follow(world, rows + span.start, np.full(len(rows), number), Cause.START, world.now // DAY)


def drift_away(world: World, state: RunnerState, number: int) -> None:
    """Followers on a place that is left are lost there."""
    span = world.span_of(state.index)
    rows = np.flatnonzero(world.relations.follows[span] >> number & 1) + span.start
    if len(rows):
        unfollow(world, rows, 1 << number, Cause.PLACE, world.now // DAY, left=False)
