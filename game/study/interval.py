"""Intervals: how sure a mean over replications is (Student's t), or a share of them (Wilson 1927).

Which numbers are averaged is said by `comparison.py`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

LEVEL = 0.95
NORMAL = 1.959964  # the value that a normal variable exceeds either way in 5 % of the cases


@dataclass(frozen=True)
class Interval:
    """A mean over *count* numbers, and the bounds of its 95 % interval; both infinite for a single number."""

    mean: float
    low: float
    high: float
    count: int

    @property
    def is_above_zero(self) -> bool:
        """Whether the whole interval lies above zero."""
        return self.low > 0

    def as_json(self) -> dict[str, float | None]:
        """The interval as a JSON object, to four places; a single number has no bounds."""
        return {
            "mean": round(self.mean, 4),
            "low": round(self.low, 4) if math.isfinite(self.low) else None,
            "high": round(self.high, 4) if math.isfinite(self.high) else None,
            "count": self.count,
        }

    def __str__(self) -> str:
        if self.count < 2:
            return f"{self.mean:.1f} (a single run has no interval)"
        return (
            f"{self.mean:.1f} (95 % interval {self.low:.1f} to {self.high:.1f}, {self.count} runs)"
        )


def mean_of(numbers: Sequence[float]) -> Interval:
    """The mean of *numbers* with its interval. Raises `ValueError` where there are none."""
    count = len(numbers)
    if not count:
        raise ValueError("There is nothing to average: no runs were made.")
    mean = math.fsum(numbers) / count
    if count == 1:
        return Interval(mean, -math.inf, math.inf, 1)
    variance = math.fsum((number - mean) ** 2 for number in numbers) / (count - 1)
    half = student_quantile((1 + LEVEL) / 2, count - 1) * math.sqrt(variance / count)
    return Interval(mean, mean - half, mean + half, count)


def share_of(hits: float, count: int) -> Interval:
    """The share of *count* things that *hits* are, with its 95 % interval; nothing is known of none.

    Wilson, Journal of the American Statistical Association 22 (1927), 209-212: it holds for few things and for all.
    """
    if count == 0:
        return Interval(0.0, 0.0, 1.0, 0)
    share, spread = hits / count, NORMAL**2 / count
    middle = (share + spread / 2) / (1 + spread)
    half = NORMAL * math.sqrt(share * (1 - share) / count + spread / (4 * count)) / (1 + spread)
    return Interval(share, max(0.0, middle - half), min(1.0, middle + half), count)


def paired(first: Sequence[float], second: Sequence[float]) -> Interval:
    """The mean of first minus second, pair by pair: what the luck of a pair does to both drops out."""
    return mean_of([one - other for one, other in zip(first, second, strict=True)])


def student_quantile(probability: float, freedom: int) -> float:
    """The value below which Student's t with *freedom* degrees lies with *probability* (0.5 to below 1)."""
    low, high = 0.0, 1.0
    while student_share(high, freedom) < probability:
        high *= 2
    for _ in range(80):
        middle = (low + high) / 2
        if student_share(middle, freedom) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def student_share(value: float, freedom: int) -> float:
    """The probability that Student's t lies below *value*, which is not negative.

    The finite sums for whole degrees of freedom: Abramowitz and Stegun, Handbook of Mathematical Functions (1964),
    26.7.3 and 26.7.4.
    """
    angle = math.atan2(value, math.sqrt(freedom))
    sine, cosine = math.sin(angle), math.cos(angle)
    if freedom % 2:
        inside = (2 / math.pi) * (angle + (sine * _series(cosine, freedom) if freedom > 1 else 0.0))
    else:
        inside = sine * _series(cosine, freedom)
    return 0.5 + inside / 2


def _series(cosine: float, freedom: int) -> float:
    odd = freedom % 2
    term = cosine if odd else 1.0
    total = term
    for step in range(2 + odd, freedom - 1, 2):
        term *= cosine * cosine * (step - 1) / step
        total += term
    return total
