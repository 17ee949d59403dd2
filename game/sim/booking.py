"""Booking: what effects, follows and views did, written into the ledger under their causes.

The amounts come from `kernels/`; the ledger itself is in `ledger.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.automation import greet
from game.sim.cause import Cause
from game.sim.draws import Ints
from game.sim.kernels.effect import Moved

if TYPE_CHECKING:
    from game.sim.world import World


def book_moved(world: World, moved: Moved, day: int) -> None:
    """Write what effects did into the ledger: liking, trust and the changes of stage."""
    people, ledger = world.people.count, world.ledger
    ledger.book_sums("liking", moved.liking)
    ledger.book_sums("trust", moved.trust)
    if len(moved.row):
        runner, person = moved.row // people, moved.row % people
        ledger.book_stages(day, runner, person, moved.old, moved.new, moved.cause)


def follow(world: World, rows: Ints, places: Ints, cause: Cause, day: int) -> None:
    """Let the relations in *rows* follow on *places* (numbers), and book the new followers."""
    relations, people = world.relations, world.people.count
    world.followers.forget()
    _book_follows(world, rows[relations.follows[rows] == 0], cause, day, 1)
    np.bitwise_or.at(relations.follows, rows, np.int64(1) << places)
    since = relations.since[rows]
    relations.since[rows] = np.where(since < 0, day, since)
    _welcome(world, rows // people, rows % people)


def unfollow(
    world: World, rows: Ints, bits: Ints | int, cause: Cause, day: int, *, left: bool
) -> None:
    """Let the relations in *rows* stop following on the places in *bits*; *left* marks them as turned away."""
    relations = world.relations
    world.followers.forget()
    before = relations.follows[rows]
    # a relation may stand in rows twice: who tires of two posts in one day leaves once
    np.bitwise_and.at(relations.follows, rows, ~np.asarray(bits, dtype=np.int64))
    gone = rows[(before != 0) & (relations.follows[rows] == 0)]
    if left and len(gone):
        relations.marks[gone] |= np.where(relations.stage[gone] >= 2, 1, 0)
    _book_follows(world, gone, cause, day, -1)


def _book_follows(world: World, rows: Ints, cause: Cause, day: int, change: int) -> None:
    """Book each of these *rows* once, in their order."""
    if not len(rows):
        return
    each = np.array(sorted(set(rows.tolist())), dtype=np.int64)
    people = world.people.count
    world.ledger.book_follows(day, each // people, each % people, change, cause)


def _welcome(world: World, runners: Ints, persons: Ints) -> None:
    """The machine greets new followers where the runner has left that to it."""
    for state in world.runners:
        if state.week_plan.automation in ("welcome", "direct") and not world.quiet:
            mine = persons[runners == state.index]
            if len(mine):
                greet(world, state, mine)
