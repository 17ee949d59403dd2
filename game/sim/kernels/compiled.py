"""The kernels of `reference.py`, compiled: loops over single relations that give the same bits.

Each public function has the signature and the meaning of its namesake there. The loops inside them are plain Python
that Numba translates; `//` rounds down in both.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.sim.cause import CAUSE_COUNT, Cause
from game.sim.column import bare
from game.sim.draws import Ints
from game.sim.kernels.compiling import compiled, translated
from game.sim.kernels.effect import (
    CAUSE,
    ROW,
    SECOND,
    Moved,
    Thresholds,
    apply_one,
    stage_at,
    trust_at,
)
from game.sim.kernels.reference import SPAN_OF_DAY, within_day
from game.sim.relations import Relations

_TIME = int(Cause.TIME)

for _one in (trust_at, stage_at, apply_one):
    translated(_one)


@compiled
def _apply(
    effects: Any, order: Any, by_stage: Any, asked: Any, people: Any, sums: Any, changed: Any, told: Any,
    familiarity: Any, liking: Any, good: Any, bad: Any, contact: Any, custom: Any, seen: Any, stage: Any, marks: Any,
    met: Any,
) -> Any:  # fmt: skip
    count = 0
    for index in range(len(order)):
        apply_one(
            effects, order[index], by_stage, asked, told, 0, familiarity, liking, good, bad, contact, custom, seen,
            stage, marks, met,
        )  # fmt: skip
        count = _tell(told, people, sums, changed, count)
    return count


def _tell(told: Any, people: Any, sums: Any, changed: Any, count: Any) -> Any:
    """Add up what one effect did, and keep who changed stage; return how many did so far."""
    row, cause = told[0, 0], told[1, 0]
    key = row // people * CAUSE_COUNT + cause
    sums[0, key] += told[2, 0]
    sums[1, key] += told[3, 0]
    if told[4, 0] == told[5, 0]:
        return count
    changed[0, count], changed[1, count] = row, cause
    changed[2, count], changed[3, count] = told[4, 0], told[5, 0]
    return count + 1


translated(_tell)


def _room_to_tell(most: int, runners: int) -> tuple[Ints, Ints, Ints]:
    """For the kernels to fill: the sums, up to so many who change stage, and what one effect did."""
    sums = np.zeros((2, runners * CAUSE_COUNT), dtype=np.int64)
    return sums, np.empty((4, most), dtype=np.int64), np.empty((6, 1), dtype=np.int64)


def _moved(told: tuple[Ints, Ints, Ints], count: int) -> Moved:
    """What was told, with the *count* that changed stage."""
    sums, changed, _ = told
    return Moved(*sums, *changed[:, :count])


def apply_effects(
    relations: Relations, effects: Ints, lines: Thresholds, start: int, people: int
) -> Moved:
    """Apply the *effects* of the attention day that began at *start*."""
    key = (effects[ROW] * SPAN_OF_DAY + within_day(effects[SECOND], start)) * 32 + effects[CAUSE]
    order = np.argsort(key, kind="stable")
    told = _room_to_tell(len(order), len(relations.stage) // people)
    count = _apply(
        np.ascontiguousarray(effects), order, *lines, people, *told, *map(bare, (
            relations.familiarity, relations.liking, relations.good, relations.bad, relations.contact,
            relations.custom, relations.seen, relations.stage, relations.marks, relations.met,
        )),
    )  # fmt: skip
    return _moved(told, count)


@compiled
def _towards_zero(value: Any, kept: Any, one: Any) -> Any:
    return (value * kept + (one - 1 if value < 0 else 0)) // one


@compiled
def _fade(
    by_stage: Any, asked: Any, kept: Any, one: Any, first: Any, last: Any, people: Any, sums: Any, changed: Any,
    told: Any, familiarity: Any, liking: Any, good: Any, bad: Any, contact: Any, custom: Any, seen: Any, stage: Any,
    marks: Any,
) -> Any:  # fmt: skip
    count = 0
    for row in range(first, last):
        if familiarity[row] == 0:
            continue
        liked, old = np.int64(liking[row]), np.int64(stage[row])
        before = trust_at(np.int64(good[row]), np.int64(bad[row]))
        familiarity[row] = _towards_zero(np.int64(familiarity[row]), kept[0], one)
        liking[row] = _towards_zero(liked, kept[1], one)
        good[row] = _towards_zero(np.int64(good[row]), kept[2], one)
        bad[row] = _towards_zero(np.int64(bad[row]), kept[3], one)
        custom[row] = _towards_zero(np.int64(custom[row]), kept[4], one)
        seen[row] = _towards_zero(np.int64(seen[row]), kept[5], one)
        trust = trust_at(np.int64(good[row]), np.int64(bad[row]))
        stage[row] = stage_at(
            by_stage, asked, old, familiarity[row], liking[row], contact[row], custom[row], marks[row], trust
        )  # fmt: skip
        told[0, 0], told[1, 0], told[2, 0] = row, _TIME, liking[row] - liked
        told[3, 0], told[4, 0], told[5, 0] = trust - before, old, stage[row]
        count = _tell(told, people, sums, changed, count)
    return count


def fade(
    relations: Relations, lines: Thresholds, kept: dict[str, int], one: int, block: slice, people: int
) -> Moved:  # fmt: skip
    """A week passes in the rows of *block*."""
    shares = tuple(
        kept[name] for name in ("familiarity", "liking", "good", "bad", "custom", "seen")
    )
    told = _room_to_tell(block.stop - block.start, len(relations.stage) // people)
    count = _fade(
        *lines, shares, one, block.start, block.stop, people, *told, *map(bare, (
            relations.familiarity, relations.liking, relations.good, relations.bad, relations.contact,
            relations.custom, relations.seen, relations.stage, relations.marks,
        )),
    )  # fmt: skip
    return _moved(told, count)
