"""An effect on one relation: its fields, the lines between the stages, what is booked; and what it does, row by row.

Numba translates this text for `compiled.py`. `reference.py` says the same of whole arrays, and comes here with what is
too little for an array: then it is plain Python on the memory of the columns.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from game.sim.draws import Ints
from game.sim.parameter import MILLION
from game.sim.relations import BOUGHT, LEFT

TWO_MILLION = 2 * MILLION
EFFECT_FIELDS = (
    "row",
    "second",
    "cause",
    "familiarity",
    "liking",
    "good",
    "bad",
    "contact",
    "custom",
    "seen",
)
ROW, SECOND, CAUSE, FAMILIARITY, LIKING, GOOD, BAD, CONTACT, CUSTOM, SEEN = range(10)


KNOW, LIKE, TRUST, ADVOCATE, CUSTOMER, HOSTILE_TRUST, HOSTILE_LIKING = range(7)


class Thresholds(NamedTuple):
    """The lines between the stages.

    *by_stage* has a row for each of `KNOW` to `HOSTILE_LIKING` and a column for the stage a person is in (so that a
    stage is not lost at once); *contact* is the seconds of contact that liking, trust and advocacy ask for.
    """

    by_stage: Ints
    contact: tuple[int, int, int]


class Moved(NamedTuple):
    """What effects did.

    *liking* and *trust* are what was gained, by runner and cause; the columns after them are those who changed stage,
    in the order of their rows and, in a row, as it happened.
    """

    liking: Ints
    trust: Ints
    row: Ints
    cause: Ints
    old: Ints
    new: Ints


TOLD_FIELDS = ("row", "cause", "liking", "trust", "old", "new")


def trust_at(good: Any, bad: Any) -> Any:
    """Trust from evidence for and against, in millionths."""
    return (good + MILLION) * MILLION // (good + bad + TWO_MILLION)


def stage_at(
    by_stage: Any, asked: Any, old: Any, familiarity: Any, liking: Any, contact: Any, custom: Any, marks: Any,
    trust: Any,
) -> Any:  # fmt: skip
    """The stage of one relation; see `reference.stage_of`. *by_stage* and *asked* are the parts of `Thresholds`."""
    if trust < by_stage[HOSTILE_TRUST, old] and liking < by_stage[HOSTILE_LIKING, old]:
        return 7
    knows = familiarity >= by_stage[KNOW, old]
    warm = liking >= by_stage[LIKE, old]
    if knows and custom >= by_stage[CUSTOMER, old]:
        praises = warm and trust >= by_stage[ADVOCATE, old] and contact >= asked[2]
        return 5 if praises else 4
    if not knows:
        return 0
    if not (warm and contact >= asked[0]):
        return 6 if marks & (LEFT | BOUGHT) else 1
    return 3 if trust >= by_stage[TRUST, old] and contact >= asked[1] else 2


def apply_one(
    effects: Any, effect: Any, by_stage: Any, asked: Any, told: Any, at: Any, familiarity: Any, liking: Any, good: Any,
    bad: Any, contact: Any, custom: Any, seen: Any, stage: Any, marks: Any, met: Any,
) -> None:  # fmt: skip
    """Apply one of *effects* to its row of the columns in `MOVED`, and tell at place *at* what it did (`TOLD_FIELDS`).

    The columns come one by one: a tuple of them would be counted as used and unused again for each effect.
    """
    row = effects[ROW, effect]
    known, liked, old = familiarity[row], liking[row], stage[row]
    known = known + effects[FAMILIARITY, effect] * (MILLION - known) // MILLION
    moved = effects[LIKING, effect]
    moved = moved * (MILLION - (liked if moved > 0 else -liked)) // MILLION
    liked = liked + moved
    before = trust_at(good[row], bad[row])
    pro, con = good[row] + effects[GOOD, effect], bad[row] + effects[BAD, effect]
    trust = trust_at(pro, con)
    touched = contact[row] + effects[CONTACT, effect]
    bought = max(custom[row], effects[CUSTOM, effect])
    marked = marks[row] | (BOUGHT if effects[CUSTOM, effect] > 0 else 0)
    new = stage_at(by_stage, asked, old, known, liked, touched, bought, marked, trust)
    familiarity[row], liking[row], good[row], bad[row] = known, liked, pro, con
    contact[row], custom[row], stage[row] = touched, bought, new
    marks[row] = marked if new == 6 else marked & ~LEFT
    seen[row] += effects[SEEN, effect]
    met[row] += 1
    told[0, at], told[1, at] = row, effects[CAUSE, effect]
    told[2, at], told[3, at], told[4, at], told[5, at] = moved, trust - before, old, new
