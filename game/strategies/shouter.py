"""The shouter: tells the whole room what he has been doing.

Next door: the braggart, who tells it what he is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.strategies.archetype import Archetype
from game.strategies.temper import Temper


@dataclass(frozen=True)
class Shouter(Archetype):
    """Broadcasts about himself and answers nobody: true claims, with nobody else in them.

    From Matthew's talk: the guest who shouts into the room what he did lately instead of having
    useful conversations; and from the rules of the networker: the spotlight kept on oneself until
    the group leaves.
    """

    name: ClassVar[str] = "shouter"
    create_parts: int = 5
    promote_parts: int = 7
    try_parts: int = 2
    voice: int = 3
    claims: int = 1
    most_places: int = 4

    temper: ClassVar[Temper] = Temper(
        likes=("post", "offer", "deny", "explain", "inform"),
        shuns=("help", "introduce", "converse", "apologise"),
    )
    goal_measures: ClassVar[tuple[str, ...]] = ("reach", "followers", "sales")
