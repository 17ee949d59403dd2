"""Weeks in words. It loads nothing of the simulation: the title, which is there before that, says them too.

Moments within a scenario, with its seasons, are next door in `wording.py`.
"""

from __future__ import annotations

from game.authoring.words import Words
from game.sim.clock import WEEKS_PER_YEAR


def when(week: int, words: Words) -> str:
    """A week (from 0) as its year and, counted from the first day of the game as everywhere, its number."""
    return words("answers.when", year=week // WEEKS_PER_YEAR + 1, week=week + 1)
