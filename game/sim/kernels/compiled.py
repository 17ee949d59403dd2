"""The kernels of `reference.py`, compiled: loops over single relations that give the same bits.

Each public function has the signature and the meaning of its namesake there. The loops inside them are plain Python
that Numba translates; `//` rounds down in both.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.sim.column import bare
from game.sim.draws import Ints
from game.sim.kernels.compiling import compiled, translated
from game.sim.kernels.effect import (
    CAUSE,
    EFFECT_FIELDS,
    FAMILIARITY,
    GOOD,
    LIKING,
    MILLION,
    ROW,
    SECOND,
    SEEN,
    Booked,
    Thresholds,
    apply_one,
    stage_at,
    trust_at,
)
from game.sim.kernels.reference import SPAN_OF_DAY, Views, within_day
from game.sim.posts import COLUMN, PostFacts
from game.sim.relations import Relations

_FIELDS = len(EFFECT_FIELDS)
_POST_LIKING, _POST_GOOD = COLUMN["liking"], COLUMN["good"]


for _one in (trust_at, stage_at, apply_one):
    translated(_one)


@compiled
def _apply(
    effects: Any, order: Any, by_stage: Any, asked: Any, familiarity: Any, liking: Any, good: Any, bad: Any,
    contact: Any, custom: Any, seen: Any, stage: Any, marks: Any, met: Any,
) -> Any:  # fmt: skip
    count = len(order)
    rank = np.zeros(count, dtype=np.int64)  # how many effects on the same relation come before
    for index in range(1, count):
        if effects[ROW, order[index]] == effects[ROW, order[index - 1]]:
            rank[index] = rank[index - 1] + 1
    place = np.zeros(rank.max() + 2, dtype=np.int64)  # what happened is told rank by rank
    for index in range(count):
        place[rank[index] + 1] += 1
    for nth in range(1, len(place)):
        place[nth] += place[nth - 1]
    told = np.empty((7, count), dtype=np.int64)
    for index in range(count):
        at = place[rank[index]]
        place[rank[index]] += 1
        apply_one(
            effects, order[index], by_stage, asked, told, at, familiarity, liking, good, bad, contact, custom, seen, stage,
            marks, met,
        )  # fmt: skip
    return told


def apply_effects(relations: Relations, effects: Ints, lines: Thresholds, start: int) -> Booked:
    """Apply the *effects* of the attention day that began at *start*."""
    key = (effects[ROW] * SPAN_OF_DAY + within_day(effects[SECOND], start)) * 32 + effects[CAUSE]
    order = np.argsort(key, kind="stable")
    return Booked(
        *_apply(
            effects, order, *lines, *map(bare, (
                relations.familiarity, relations.liking, relations.good, relations.bad, relations.contact,
                relations.custom, relations.seen, relations.stage, relations.marks, relations.met,
            )),
        )
    )  # fmt: skip


@compiled
def _towards_zero(value: Any, kept: Any, one: Any) -> Any:
    return (value * kept + (one - 1 if value < 0 else 0)) // one


@compiled
def _fade(
    by_stage: Any, asked: Any, kept: Any, one: Any, first: Any, last: Any, familiarity: Any, liking: Any, good: Any, bad: Any,
    contact: Any, custom: Any, seen: Any, stage: Any, marks: Any,
) -> Any:  # fmt: skip
    told = np.empty((7, np.count_nonzero(familiarity[first:last])), dtype=np.int64)
    at = 0
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
            by_stage,
            asked,
            old,
            familiarity[row],
            liking[row],
            contact[row],
            custom[row],
            marks[row],
            trust,
        )
        told[0, at], told[1, at], told[4, at] = row, 0, 0
        told[2, at], told[3, at] = liking[row] - liked, trust - before
        told[5, at], told[6, at] = old, stage[row]
        at += 1
    return told


def fade(
    relations: Relations, lines: Thresholds, kept: dict[str, int], one: int, block: slice
) -> Booked:
    """A week passes in the rows of *block*."""
    shares = tuple(
        kept[name] for name in ("familiarity", "liking", "good", "bad", "custom", "seen")
    )
    return Booked(
        *_fade(
            *lines, shares, one, block.start, block.stop, *map(bare, (
                relations.familiarity, relations.liking, relations.good, relations.bad, relations.contact,
                relations.custom, relations.seen, relations.stage, relations.marks,
            )),
        )
    )  # fmt: skip


@compiled
def _views_to_effects(
    key: Any, order: Any, second: Any, post: Any, seen: Any, familiar: Any, satiety: Any
) -> Any:
    effects = np.zeros((_FIELDS, len(order)), dtype=np.int64)
    groups, index = 0, 0
    while index < len(order):
        first, group = index, key[order[index]] // SPAN_OF_DAY
        liked, good = np.int64(0), np.int64(0)
        while index < len(order) and key[order[index]] // SPAN_OF_DAY == group:
            liked += post[_POST_LIKING, order[index]]
            good += post[_POST_GOOD, order[index]]
            index += 1
        views, row = index - first, group // 32
        new = MILLION - np.int64(seen[row]) * MILLION // satiety
        effects[ROW, groups], effects[CAUSE, groups] = row, group % 32
        effects[SECOND, groups] = second[order[first]]
        effects[FAMILIARITY, groups] = familiar[min(views, len(familiar) - 1)]
        effects[LIKING, groups] = liked * max(new, -MILLION) // MILLION if liked > 0 else liked
        effects[GOOD, groups] = good * max(new, 0) // MILLION
        effects[SEEN, groups] = views * 1000
        groups += 1
    return effects[:, :groups]


def effects_of_views(
    views: Views,
    cause: Ints,
    posts: PostFacts,
    relations: Relations,
    familiar: Ints,
    satiety: int,
    start: int,
) -> Ints:
    """One effect for all posts of a cause that a person saw of a runner in the day, dated to the first."""
    key = (views.row * 32 + cause) * SPAN_OF_DAY + within_day(views.second, start)
    effects: Ints = _views_to_effects(
        key, key.argsort(), views.second, posts.columns, bare(relations.seen), familiar, satiety
    )
    return effects
