"""The knack: what works in this trade, learned from what is commonly done, and from trying (March 1991; T5, T6).

There is a right way in each of some matters. Every runner has a view of each, right, wrong or none, and there is what
is commonly done. Runners take over what is commonly done the faster the more they watch; what is commonly done follows
those who are better at it. Where all copy fast, views are alike before the right ones have been found; where nobody
tries, nothing new is found. Who tries out (`study`, `try`) finds out some of it alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.clock import HOUR, WEEK
from game.sim.draws import SPAN, Ints, Purpose, draw
from game.sim.parameter import MILLION, millionths

if TYPE_CHECKING:
    from game.sim.world import World

MATTERS = 30
COMMON = 99  # the key of what is commonly done, beside those of the runners


def first_views(world: World) -> Ints:
    """The views at the start, a row a runner and a last row for what is commonly done: 1 right, -1 wrong, 0 none."""
    rows = [*range(len(world.runners)), COMMON]
    relation = (np.array(rows)[:, None] << 32) | np.arange(MATTERS)
    luck = draw(world.seed(0), Purpose.KNACK, relation, -1)
    views: Ints = luck * 3 // SPAN - 1
    views[-1] = 0
    return views


def learn_from_others(world: World) -> None:
    """On Monday: runners take over what is commonly done, which follows the better ones; who tries finds out alone."""
    rates, views = world.parameters.practice, world.views
    own, common = views[:-1], views[-1]
    score = own.sum(axis=1)
    week = world.now // WEEK
    relation = (np.arange(len(views))[:, None] << 32) | np.arange(MATTERS)
    luck = draw(world.seed(world.now), Purpose.KNACK, relation, week)
    again = luck * 1021 % SPAN
    better = own[score > common.sum()]
    majority = np.sign(better.sum(axis=0)) if len(better) else np.zeros(MATTERS, dtype=np.int64)
    follows = (majority != 0) & (luck[-1] < int(rates.common * SPAN))
    for state in world.runners:
        watching = min(MILLION, state.listened * MILLION // (2 * HOUR))
        copies = (common != 0) & (
            luck[state.index] < int(rates.copying * SPAN) * watching // MILLION
        )
        own[state.index, copies] = common[copies]
        tried = int(rates.trying * SPAN) * min(4 * HOUR, state.tried) // HOUR
        own[state.index, again[state.index] < tried] = 1
        state.tried = 0
    common[follows] = majority[follows]
    judge_views(world)


def judge_views(world: World) -> None:
    """Work out what each runner's views are worth to what it does, until they change."""
    for state in world.runners:
        state.betters = betters(world, state.index)


def knack(world: World, runner: int) -> int:
    """How good the runner's views are, in millionths: 0 all wrong, 500,000 none, a million all right."""
    return MILLION // 2 + int(np.add.reduce(world.views[runner])) * MILLION // (2 * MATTERS)


def betters(world: World, runner: int) -> int:
    """The factor on the quality of what a runner does, in millionths of the usual."""
    return (
        MILLION
        + millionths(world.parameters.practice.knack)
        * (2 * knack(world, runner) - MILLION)
        // MILLION
    )
