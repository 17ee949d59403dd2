"""The kernels in plain NumPy: the definition of what an effect does to a relation.

All numbers are whole: millionths, seconds, counts. Effects on one relation apply in the order of their seconds, each
records after minus before, and a change of stage is credited to the effect that crossed the line.
"""

from __future__ import annotations

import numpy as np

from game.sim.cause import CAUSE_COUNT, Cause
from game.sim.column import bare
from game.sim.draws import Ints
from game.sim.kernels.effect import (
    CAUSE,
    CUSTOM,
    EFFECT_FIELDS,
    FAMILIARITY,
    GOOD,
    ROW,
    SECOND,
    SEEN,
    TOLD_FIELDS,
    Moved,
    Thresholds,
    apply_one,
    trust_at,
)
from game.sim.parameter import MILLION
from game.sim.relations import BOUGHT, LEFT, MOVED, Relations

__all__ = [
    "EFFECT_FIELDS",
    "Moved",
    "Thresholds",
    "apply_effects",
    "fade",
    "stage_of",
    "trust_of",
    "within_day",
]

BITS_OF_DAY = 18
SPAN_OF_DAY = 1 << BITS_OF_DAY  # more seconds than an attention day has
FEW_EFFECTS = 10  # on up to so many, plain Python is quicker than arrays


def trust_of(good: Ints, bad: Ints) -> Ints:
    """Trust in millionths from evidence for and against: (good + 1) / (good + bad + 2), the prior being a half."""
    trust: Ints = trust_at(good, bad)
    return trust


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


def _ranks(rows: Ints) -> Ints:
    """How many effects on the same relation come before each, given their *rows* in order."""
    fresh = np.empty(len(rows), dtype=bool)
    fresh[0] = True
    np.not_equal(rows[1:], rows[:-1], out=fresh[1:])
    firsts = np.flatnonzero(fresh)
    ranks: Ints = np.arange(len(rows)) - firsts[np.cumsum(fresh) - 1]
    return ranks


def _apply_once(relations: Relations, effects: Ints, lines: Thresholds) -> tuple[Ints, ...]:
    """Apply effects that touch each relation at most once; tell what each did (columns as `TOLD_FIELDS`)."""
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
    seven["marks"] &= np.where(new != 6, ~LEFT, -1)
    relations.put(row, moved)
    return row, effects[CAUSE], gain[1], trust - trust_before, old, new


def _apply_one_by_one(relations: Relations, effects: Ints, lines: Thresholds) -> tuple[Ints, ...]:
    """The same, effect by effect: quicker for a few, which may touch a relation several times."""
    told = np.empty((len(TOLD_FIELDS), effects.shape[1]), dtype=np.int64)
    by_stage, asked = lines
    columns = [bare(getattr(relations, name)).data for name in MOVED]
    for nth in range(effects.shape[1]):
        apply_one(effects.data, nth, by_stage.data, asked, told.data, nth, *columns)
    return tuple(told)


def within_day(seconds: Ints, start: int) -> Ints:
    """Seconds since the attention day began, kept inside it."""
    return np.minimum(np.maximum(seconds - start, 0), SPAN_OF_DAY - 1)


def apply_effects(
    relations: Relations, effects: Ints, lines: Thresholds, start: int, people: int
) -> Moved:
    """Apply the *effects* (columns as `EFFECT_FIELDS`) of the attention day that began at *start*."""
    key = (effects[ROW] * SPAN_OF_DAY + within_day(effects[SECOND], start)) * 32 + effects[CAUSE]
    order = key.argsort(kind="stable")
    if len(order) <= FEW_EFFECTS:
        effects = effects.take(order, axis=1)
        return _moved(_apply_one_by_one(relations, effects, lines), relations, people)
    rank = _ranks(effects[ROW].take(order))
    rounds, places = [], []
    for nth in range(int(rank.max()) + 1):
        at = (rank == nth).nonzero()[0]
        few = len(at) <= FEW_EFFECTS
        apply = _apply_one_by_one if few else _apply_once
        rounds.append(apply(relations, effects.take(order.take(at), axis=1), lines))
        places.append(at)
    if len(rounds) == 1:
        return _moved(rounds[0], relations, people)
    told = tuple(np.concatenate(column) for column in zip(*rounds, strict=True))
    return _moved(told, relations, people, np.concatenate(places))


def _moved(
    told: tuple[Ints, ...], relations: Relations, people: int, places: Ints | None = None
) -> Moved:
    """What was told, added up by runner and cause; and who changed stage, in the order of their *places* if any."""
    row, cause, liking, trust, old, new = told
    runners = len(relations.stage) // people
    keys, size = row // people * CAUSE_COUNT + cause, runners * CAUSE_COUNT
    # sums of whole numbers, exact below 2^53
    liked, trusted = (
        np.bincount(keys, weights=gained, minlength=size).astype(np.int64)
        for gained in (liking, trust)
    )
    changed = (new != old).nonzero()[0]
    if places is not None:
        changed = changed[places[changed].argsort()]
    return Moved(liked, trusted, row[changed], cause[changed], old[changed], new[changed])


def fade(
    relations: Relations, lines: Thresholds, kept: dict[str, int], one: int, block: slice, people: int
) -> Moved:  # fmt: skip
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
    cause = np.full(len(row), int(Cause.TIME))
    told = row, cause, now["liking"] - liking, trust_after - trust, old, new
    return _moved(told, relations, people)
