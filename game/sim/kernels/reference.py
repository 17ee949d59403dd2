"""The kernels in plain NumPy: the definition of what an effect does to a relation.

All numbers are whole: millionths, seconds, counts. Effects on one relation apply in the order of their seconds, each
records after minus before, and a change of stage is credited to the effect that crossed the line.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from game.sim.draws import Ints
from game.sim.posts import PostFacts
from game.sim.relations import BOUGHT, LEFT, Relations

MILLION = 1_000_000
TWO_MILLION = 2 * MILLION
SPAN_OF_DAY = 1 << 18  # more seconds than an attention day has
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


class Thresholds(NamedTuple):
    """The lines between the stages, by the stage a person is in (so that a stage is not lost at once)."""

    know: Ints
    like: Ints
    trust: Ints
    advocate: Ints
    customer: Ints
    hostile_trust: Ints
    hostile_liking: Ints
    like_contact: int
    trust_contact: int
    advocate_contact: int


class Booked(NamedTuple):
    """What a batch of effects did, in the order applied: one entry an effect."""

    row: Ints
    cause: Ints
    liking: Ints
    trust: Ints
    contact: Ints
    old: Ints
    new: Ints


def trust_of(good: Ints, bad: Ints) -> Ints:
    """Trust in millionths from evidence for and against: (good + 1) / (good + bad + 2), the prior being a half."""
    return (good + MILLION) * MILLION // (good + bad + TWO_MILLION)


def stage_of(lines: Thresholds, old: Ints, relation: dict[str, Ints], trust: Ints) -> Ints:
    """The stage as a pure function of the columns and the stage before (hysteresis)."""
    liking, contact, marks = relation["liking"], relation["contact"], relation["marks"]
    knows = relation["familiarity"] >= lines.know[old]
    likes = knows & (liking >= lines.like[old]) & (contact >= lines.like_contact)
    trusts = likes & (trust >= lines.trust[old]) & (contact >= lines.trust_contact)
    buys = knows & (relation["custom"] >= lines.customer[old])
    praises = (
        buys
        & (trust >= lines.advocate[old])
        & (contact >= lines.advocate_contact)
        & (liking >= lines.like[old])
    )
    ladder = knows.astype(np.int64) + likes + trusts
    ladder = np.where(buys, 4 + praises, ladder)
    turned = ((marks & (LEFT | BOUGHT)) > 0) & (ladder == 1)
    ladder = np.where(turned, 6, ladder)
    hostile = (trust < lines.hostile_trust[old]) & (liking < lines.hostile_liking[old])
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
    row, liked = effects[ROW], effects[LIKING]
    before_familiarity, before_liking = relations.familiarity[row], relations.liking[row]
    before_good, before_bad = relations.good[row], relations.bad[row]
    familiarity = (
        before_familiarity + effects[FAMILIARITY] * (MILLION - before_familiarity) // MILLION
    )
    liking = (
        before_liking
        + liked * (MILLION - np.where(liked > 0, before_liking, -before_liking)) // MILLION
    )
    good, bad = before_good + effects[GOOD], before_bad + effects[BAD]
    contact = relations.contact[row] + effects[CONTACT]
    custom = np.maximum(relations.custom[row], effects[CUSTOM])
    marks = relations.marks[row] | np.where(effects[CUSTOM] > 0, BOUGHT, 0)
    old = relations.stage[row]
    trust = trust_of(good, bad)
    after = {
        "familiarity": familiarity,
        "liking": liking,
        "contact": contact,
        "custom": custom,
        "marks": marks,
    }
    new = stage_of(lines, old, after, trust)
    relations.familiarity[row], relations.liking[row] = familiarity, liking
    relations.good[row], relations.bad[row] = good, bad
    relations.contact[row], relations.custom[row] = contact, custom
    relations.marks[row], relations.stage[row] = np.where(new == 6, marks, marks & ~LEFT), new
    relations.seen[row] += effects[SEEN]
    relations.met[row] += 1
    return Booked(
        row,
        effects[CAUSE],
        liking - before_liking,
        trust - trust_of(before_good, before_bad),
        effects[CONTACT],
        old,
        new,
    )


def within_day(seconds: Ints, start: int) -> Ints:
    """Seconds since the attention day began, kept inside it."""
    return np.minimum(np.maximum(seconds - start, 0), SPAN_OF_DAY - 1)


def apply_effects(relations: Relations, effects: Ints, lines: Thresholds, start: int) -> Booked:
    """Apply the *effects* (columns as `EFFECT_FIELDS`) of the attention day that began at *start*."""
    key = (effects[ROW] * SPAN_OF_DAY + within_day(effects[SECOND], start)) * 32 + effects[CAUSE]
    order = np.argsort(key, kind="stable")
    effects = effects[:, order]
    rank = _ranks(order, effects[ROW])
    most = int(rank.max())
    if most == 0:
        return _apply_once(relations, effects, lines)
    rounds = [_apply_once(relations, effects[:, rank == nth], lines) for nth in range(most + 1)]
    return Booked(*(np.concatenate(column) for column in zip(*rounds, strict=True)))


def fade(
    relations: Relations, lines: Thresholds, kept: dict[str, int], one: int, block: slice
) -> Booked:
    """A week passes in the rows of *block*: what is known, liked, proven, bought and seen fades (R4).

    *kept* is in parts of *one*.
    """
    row = relations.familiarity[block].nonzero()[0] + block.start
    liking, trust = relations.liking[row], trust_of(relations.good[row], relations.bad[row])
    columns = relations.columns()
    for name in ("familiarity", "liking", "good", "bad", "custom", "seen"):
        value = columns[name][row]
        # towards zero, whatever the sign
        columns[name][row] = (value * kept[name] + (value < 0) * (one - 1)) // one
    old = relations.stage[row]
    faded = {
        name: columns[name][row] for name in ("familiarity", "liking", "contact", "custom", "marks")
    }
    trust_after = trust_of(relations.good[row], relations.bad[row])
    new = stage_of(lines, old, faded, trust_after)
    relations.stage[row] = new
    zero = np.zeros(len(row), dtype=np.int64)
    return Booked(row, zero, faded["liking"] - liking, trust_after - trust, zero, old, new)


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
