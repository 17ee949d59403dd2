"""Luck: which seed rules which day. A fork may change the luck from a day on and keep the past.

The draws themselves are in `draws.py`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Luck:
    """Seeds with the day from which each rules, in order of days; the first rules from day 0.

    The day in a draw's key picks the seed (a post's day, a setback's birth), not today's.
    """

    seeds: tuple[tuple[int, int], ...]

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
