"""Tables: curves built once with library functions and rounded to whole numbers, so that every machine agrees.

State is updated from these with + - * / alone; the tables' digest is a test.
"""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from game.sim.draws import SPAN, Ints
from game.sim.parameter import MILLION

SIZE = 1024  # entries of a quantile table
BITS = (
    SPAN.bit_length() - 1 - (SIZE.bit_length() - 1)
)  # a draw shifted right by this indexes a table
ONE = 1 << 20  # fixed-point one of the halving factors
Reals = npt.NDArray[np.float64]
LONGEST_VIEW_SECONDS = 2 * 365 * 86400


def _middles() -> list[float]:
    return [(index + 0.5) / SIZE for index in range(SIZE)]


@lru_cache(maxsize=64)
def log_normal(median: float, sigma: float) -> Ints:
    """Quantiles of a log-normal, as whole numbers: draw a value, shift it by `BITS`, look up."""
    one = NormalDist()
    return np.array(
        [round(median * math.exp(sigma * one.inv_cdf(u))) for u in _middles()], dtype=np.int64
    )


@lru_cache(maxsize=1)
def normal() -> Ints:
    """Quantiles of a normal with mean 0 and deviation 1, in millionths."""
    one = NormalDist()
    return np.array([round(1_000_000 * one.inv_cdf(u)) for u in _middles()], dtype=np.int64)


@lru_cache(maxsize=64)
def seconds_until_seen(half_life_hours: float, shape: float) -> Ints:
    """Quantiles of the delay between a post and a view, in seconds: F(t) = 1 - exp(-ln 2 (t/h)^shape) (K1, K2)."""
    delays = [half_life_hours * 3600 * (-math.log2(1 - u)) ** (1 / shape) for u in _middles()]
    return np.array([min(round(delay), LONGEST_VIEW_SECONDS) for delay in delays], dtype=np.int64)


@lru_cache(maxsize=64)
def exponential(mean: float) -> Ints:
    """Quantiles of an exponential duration with this *mean*; the mean of the table is *mean* within rounding."""
    raw = [-math.log(1 - u) for u in _middles()]
    scale = SIZE / sum(raw)
    return np.array([max(1, round(mean * value * scale)) for value in raw], dtype=np.int64)


@lru_cache(maxsize=64)
def halving(half_life_days: float, days: int = 7) -> int:
    """What is left of `ONE` after *days*, with this half-life."""
    kept: float = 0.5 ** (days / half_life_days)
    return round(ONE * kept)


@lru_cache(maxsize=16)
def familiarity_after_views(per_view: float) -> Ints:
    """Millionths of the missing familiarity gained by 0 to 31 views in a day."""
    return np.array(
        [round(1_000_000 * (1 - (1 - per_view) ** views)) for views in range(32)], dtype=np.int64
    )


@lru_cache(maxsize=16)
def skill_after(starting: float, exponent: float) -> Ints:
    """Skill in millionths after 0 to 2047 units of experience: 1 - (1 - s0)(1 + E)^-a (T8)."""
    return np.array(
        [
            round(1_000_000 * (1 - (1 - starting) * (1 + units) ** -exponent))
            for units in range(2048)
        ],
        dtype=np.int64,
    )


MOST_EXPECTED = 32.0  # above, a count is drawn as a rounded normal


def poisson(draws: Ints, mean: Reals) -> Ints:
    """Counts with these *mean* values, one a draw (inverse of the distribution), by + - * / and sqrt alone."""
    uniform = (draws + 0.5) / SPAN
    counts = np.zeros(len(draws), dtype=np.int64)
    many = mean > MOST_EXPECTED
    if many.any():
        deviation = look_up(normal(), draws[many]) / MILLION
        counts[many] = np.maximum(0, np.rint(mean[many] + np.sqrt(mean[many]) * deviation)).astype(
            np.int64
        )
    left = (~many).nonzero()[0]
    chance = _exp_of_minus(mean[left])
    below = chance.copy()
    nth = 0
    while True:
        over = uniform[left] > below
        if not over.any() or nth > 4 * MOST_EXPECTED:
            return counts
        left, chance, below = left[over], chance[over], below[over]
        nth += 1
        counts[left] = nth
        chance = chance * mean[left] / nth
        below = below + chance


def _exp_of_minus(value: Reals) -> Reals:
    """exp(-value) for 0 to 32 from products and quotients, so that every machine agrees."""
    part = value / 64
    result = 1 / (1 + part * (1 + part / 2 * (1 + part / 3 * (1 + part / 4 * (1 + part / 5)))))
    for _ in range(6):
        result = result * result
    return result


@lru_cache(maxsize=8)
def crowding(exponent: float) -> Ints:
    """Thousandths of the usual chance to be seen, for the 1st to 64th post of a day: n^-exponent (K8)."""
    return np.array([round(1000 * nth**-exponent) for nth in range(1, 65)], dtype=np.int64)


@lru_cache(maxsize=8)
def article_by_week(half_life_weeks: float, rises_weeks: float, rises_to: float) -> Ints:
    """Visits a week of an article by age, in thousandths of its first: row 0 fades, row 1 compounds (K5)."""
    weeks = np.arange(1041)
    fades = [round(1000 * 0.5 ** (week / half_life_weeks)) for week in weeks.tolist()]
    rises = [
        round(1000 * min(rises_to, 1 + (rises_to - 1) * week / rises_weeks))
        for week in weeks.tolist()
    ]
    return np.array([fades, rises], dtype=np.int64)


@lru_cache(maxsize=8)
def kept_by_age(exponent: float) -> Ints:
    """Thousandths of the risk to leave that an age of 0 to 119 months leaves: (1 + months)^-exponent (R8)."""
    return np.array(
        [round(1000 * (1 + months) ** -exponent) for months in range(120)], dtype=np.int64
    )


@lru_cache(maxsize=16)
def appeal_in_billionths(mean: float, spread: float) -> int:
    """The median, in thousand-millionths, of a log-normal with this *mean* and *spread* (sigma)."""
    return round(1_000_000_000 * mean * math.exp(-spread * spread / 2))


def look_up(table: Ints, draws: Ints) -> Ints:
    """The quantiles of *table* at these *draws*."""
    found: Ints = table[draws >> BITS]
    return found
