"""The kernels in plain NumPy: the definition of what an effect does to a relation.

All numbers are whole: millionths, seconds, counts. Effects on one relation apply in the order of their seconds, each
records after minus before, and a change of stage is credited to the effect that crossed the line.
"""

from __future__ import annotations

import numpy as np

from game.sim.column import bare
from game.sim.draws import Ints
from game.sim.kernels.effect import (
    CAUSE,
    CONTACT,
    CUSTOM,
    EFFECT_FIELDS,
    FAMILIARITY,
    GOOD,
    LIKING,
    MILLION,
    ROW,
    SECOND,
    SEEN,
    TWO_MILLION,
    Booked,
    Thresholds,
    apply_one,
)
from game.sim.posts import PostFacts
from game.sim.relations import BOUGHT, LEFT, MOVED, Relations

__all__ = [
    "EFFECT_FIELDS",
    "Booked",
    "Thresholds",
    "Views",
    "apply_effects",
    "effects_of_views",
    "fade",
    "stage_of",
    "trust_of",
    "within_day",
]

SPAN_OF_DAY = 1 << 18  # more seconds than an attention day has
FEW_EFFECTS = 10  # on up to so many, plain Python is quicker than arrays


def trust_of(good: Ints, bad: Ints) -> Ints:
    """Trust in millionths from evidence for and against: (good + 1) / (good + bad + 2), the prior being a half."""
    return (good + MILLION) * MILLION // (good + bad + TWO_MILLION)


def stage_of(lines: Thresholds, old: Ints, relation: dict[str, Ints], trust: Ints) -> Ints:
    """The stage as a pure function of the columns and the stage before (hysteresis)."""
    know, like, trusting, advocate, customer, hostile_trust, hostile_liking = lines.by_stage.take(
        old, axis=1
    )
    liking, contact = relation["liking"], relation["contact"]
    knows = relation["familiarity"] >= know
    warm = liking >= like
    to_like, to_trust, to_advocate = lines.contact
    likes = knows & warm & (contact >= to_like)
    trusts = likes & (trust >= trusting) & (contact >= to_trust)
    buys = knows & (relation["custom"] >= customer)
    praises = buys & warm & (trust >= advocate) & (contact >= to_advocate)
    ladder = knows.astype(np.int64) + likes + trusts
    ladder = np.where(buys, 4 + praises, ladder)
    turned = ((relation["marks"] & (LEFT | BOUGHT)) > 0) & (ladder == 1)
    ladder = np.where(turned, 6, ladder)
    hostile = (trust < hostile_trust) & (liking < hostile_liking)
    return np.where(hostile, 7, ladder)


def _ranks(order: Ints, rows: Ints) -> Ints:
    """How many effects on the same relation come before each, given effects in *order* of (row, second)."""
    fresh = np.empty(len(order), dtype=bool)
    fresh[0] = True
    np.not_equal(rows[1:], rows[:-1], out=fresh[1:])
    firsts = np.flatnonzero(fresh)
    ranks: Ints = np.arange(len(order)) - firsts[np.cumsum(fresh) - 1]
    return ranks


def _apply_once(relations: Relations, effects: Ints, lines: Thresholds) -> Booked:
    """Apply effects that touch each relation at most once."""
    row, moved = effects[ROW], relations.at(effects[ROW])
    familiarity_and_liking, seven = moved[:2], dict(zip(MOVED, moved, strict=True))
    old, trust_before = seven["stage"].copy(), trust_of(seven["good"], seven["bad"])
    # the nearer to its end, the less is added; familiarity only ever grows
    gain = effects[FAMILIARITY:GOOD]
    gain = (
        gain
        * (MILLION - np.where(gain > 0, familiarity_and_liking, -familiarity_and_liking))
        // MILLION
    )
    familiarity_and_liking += gain
    moved[2:5] += effects[GOOD:CUSTOM]
    np.maximum(seven["custom"], effects[CUSTOM], out=seven["custom"])
    seven["seen"] += effects[SEEN]
    seven["marks"] |= np.where(effects[CUSTOM] > 0, BOUGHT, 0)
    seven["met"] += 1
    trust = trust_of(seven["good"], seven["bad"])
    new = stage_of(lines, old, seven, trust)
    seven["stage"][:] = new
    seven["marks"][new != 6] &= ~LEFT
    relations.put(row, moved)
    return Booked(row, effects[CAUSE], gain[1], trust - trust_before, effects[CONTACT], old, new)


def _apply_one_by_one(relations: Relations, effects: Ints, lines: Thresholds) -> Booked:
    """The same, effect by effect: quicker for a few."""
    told = np.empty((7, effects.shape[1]), dtype=np.int64)
    by_stage, asked = lines
    columns = [bare(getattr(relations, name)).data for name in MOVED]
    for nth in range(effects.shape[1]):
        apply_one(effects.data, nth, by_stage.data, asked, told.data, nth, *columns)
    return Booked(*told)


def within_day(seconds: Ints, start: int) -> Ints:
    """Seconds since the attention day began, kept inside it."""
    return np.minimum(np.maximum(seconds - start, 0), SPAN_OF_DAY - 1)


def apply_effects(relations: Relations, effects: Ints, lines: Thresholds, start: int) -> Booked:
    """Apply the *effects* (columns as `EFFECT_FIELDS`) of the attention day that began at *start*."""
    key = (effects[ROW] * SPAN_OF_DAY + within_day(effects[SECOND], start)) * 32 + effects[CAUSE]
    order = key.argsort(kind="stable")
    effects = effects.take(order, axis=1)
    if effects.shape[1] <= 1:
        return _apply_one_by_one(relations, effects, lines)
    rank = _ranks(order, effects[ROW])
    most = int(rank.max())
    if most == 0:
        return _once(relations, effects, lines)
    rounds = [
        _once(relations, effects.compress(rank == nth, axis=1), lines) for nth in range(most + 1)
    ]
    return Booked(*(np.concatenate(column) for column in zip(*rounds, strict=True)))


def _once(relations: Relations, effects: Ints, lines: Thresholds) -> Booked:
    few = effects.shape[1] <= FEW_EFFECTS
    return (_apply_one_by_one if few else _apply_once)(relations, effects, lines)


def fade(
    relations: Relations, lines: Thresholds, kept: dict[str, int], one: int, block: slice
) -> Booked:
    """A week passes in the rows of *block*: what is known, liked, proven, bought and seen fades (R4).

    *kept* is in parts of *one*.
    """
    row = relations.familiarity[block].nonzero()[0] + block.start
    moved = relations.at(row)
    now = dict(zip(MOVED, moved, strict=True))
    old, liking = now["stage"].copy(), now["liking"].copy()
    trust = trust_of(now["good"], now["bad"])
    for name in ("familiarity", "liking", "good", "bad", "custom", "seen"):
        # towards zero, whatever the sign
        now[name][:] = (now[name] * kept[name] + (now[name] < 0) * (one - 1)) // one
    trust_after = trust_of(now["good"], now["bad"])
    new = stage_of(lines, old, now, trust_after)
    now["stage"][:] = new
    relations.put(row, moved)
    zero = np.zeros(len(row), dtype=np.int64)
    return Booked(row, zero, now["liking"] - liking, trust_after - trust, zero, old, new)


class Views:
    """Posts seen or to be seen: columns by view."""

    def __init__(self, columns: Ints) -> None:
        self.columns = columns

    @classmethod
    def of(cls, row: Ints, post: Ints, second: Ints, luck: Ints, kind: Ints | int) -> Views:
        """Views with these columns."""
        columns = np.empty((5, len(row)), dtype=np.int64)
        columns[0], columns[1], columns[2], columns[3], columns[4] = row, post, second, luck, kind
        return cls(columns)

    @classmethod
    def none(cls) -> Views:
        """No views at all."""
        return cls(np.zeros((5, 0), dtype=np.int64))

    def __len__(self) -> int:
        return int(self.columns.shape[1])

    @property
    def row(self) -> Ints:
        """Whose view of which runner: the rows of the relations."""
        return self.columns[0]  # type: ignore[no-any-return]

    @property
    def post(self) -> Ints:
        """The numbers of the posts."""
        return self.columns[1]  # type: ignore[no-any-return]

    @property
    def second(self) -> Ints:
        """When the posts are seen."""
        return self.columns[2]  # type: ignore[no-any-return]

    @property
    def luck(self) -> Ints:
        """A draw that decides what the viewer does about it."""
        return self.columns[3]  # type: ignore[no-any-return]

    @property
    def kind(self) -> Ints:
        """Whence: 0 following, 1 shared, 2 found."""
        return self.columns[4]  # type: ignore[no-any-return]


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
    order = key.argsort()  # what is seen at the same second of the same cause adds up in any order
    group = key[order] // SPAN_OF_DAY
    fresh = np.empty(len(group), dtype=bool)
    fresh[0] = True
    np.not_equal(group[1:], group[:-1], out=fresh[1:])
    firsts = np.flatnonzero(fresh)
    effects = np.zeros((len(EFFECT_FIELDS), len(firsts)), dtype=np.int64)
    seen = np.empty(len(firsts), dtype=np.int64)
    np.subtract(firsts[1:], firsts[:-1], out=seen[:-1])
    seen[-1] = len(order) - firsts[-1]
    row = group[firsts] // 32
    new = MILLION - relations.seen[row] * MILLION // satiety  # R11: below zero beyond satiety
    liked = np.add.reduceat(posts["liking"][order], firsts)
    good = np.add.reduceat(posts["good"][order], firsts)
    effects[ROW], effects[CAUSE] = row, group[firsts] % 32
    effects[SECOND] = views.second[order[firsts]]
    effects[FAMILIARITY] = familiar[np.minimum(seen, len(familiar) - 1)]
    effects[LIKING] = np.where(liked > 0, liked * np.maximum(new, -MILLION) // MILLION, liked)
    effects[GOOD] = good * np.maximum(new, 0) // MILLION
    effects[SEEN] = seen * 1000
    return effects
