"""The wallflower: a card on every table, and a place by the wall.

Next door: the flitter, who talks to everybody; the traditional one, who did not come.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.strategies.archetype import Archetype
from game.strategies.temper import Temper


@dataclass(frozen=True)
class Wallflower(Archetype):
    """Signs up everywhere, then watches: hardly a post, hardly an answer, never a first word.

    From Matthew's talk on small business: a profile put together and never used is like going to a
    cocktail party, standing at the wall and speaking to nobody.
    """

    name: ClassVar[str] = "wallflower"
    listen_parts: int = 3
    reply_parts: int = 1
    create_parts: int = 1
    try_parts: int = 2
    over_purse: int = -8
    voice: int = 4
    most_places: int = 8

    temper: ClassVar[Temper] = Temper(
        likes=("stay_silent", "quiet"), shuns=("bold", "converse", "introduce"), hours_at_most=0.5
    )
    goal_measures: ClassVar[tuple[str, ...]] = ("followers",)
