"""Luck: which seed rules which day. A fork may change the luck from a day on and keep the past.

The draws themselves are in `draws.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from game.sim.draws import Ints, Purpose, draw
from game.sim.limits import SEED, whole_within


@dataclass(frozen=True)
class Luck:
    """Seeds with the day from which each rules, in order of days; the first rules from day 0.

    The day in a draw's key picks the seed (a post's day, a setback's birth), not today's.
    """

    seeds: tuple[tuple[int, int], ...]

    def __post_init__(self) -> None:
        """Raise `BadInputError` for a seed that is none."""
        for _, seed in self.seeds:
            whole_within("seed", seed, SEED)

    def seed_on(self, day: int) -> int:
        """The seed that rules *day*."""
        ruling = self.seeds[0][1]
        for start, seed in self.seeds:
            if start > day:
                break
            ruling = seed
        return ruling

    def changed(self, day: int, seed: int) -> Luck:
        """The same luck until *day*, another from then on."""
        return Luck((*(pair for pair in self.seeds if pair[0] < day), (day, seed)))

    def draw_days(self, purpose: Purpose, relation: Ints, first: int, count: int) -> Ints:
        """Draws of *relation* for each of *count* days from *first*, each under the seed that rules its day."""
        starts = [start for start, _ in self.seeds if first < start < first + count]
        bounds = [first, *sorted(set(starts)), first + count]
        parts = [
            draw(
                self.seed_on(start), purpose, relation[None], _as_column(start, end, relation.ndim)
            )
            for start, end in pairwise(bounds)
        ]
        return np.concatenate(parts)


def _as_column(start: int, end: int, dimensions: int) -> Ints:
    return np.arange(start, end).reshape(-1, *([1] * dimensions))
