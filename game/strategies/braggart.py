"""The braggart: important, influential, and found out.

Next door: the shouter, who is loud but honest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.strategies.archetype import Archetype
from game.strategies.temper import Temper

if TYPE_CHECKING:
    from game.sim.view import View


@dataclass(frozen=True)
class Braggart(Archetype):
    """Makes the boldest claims, in formal words, and denies whatever comes out.

    From Matthew's talk: the intern who tells the party how much influence he has. False claims are
    found out quickly online and undermine the name that one meant to make.
    """

    name: ClassVar[str] = "braggart"
    reply_parts: int = 1
    converse_parts: int = 3
    create_parts: int = 4
    promote_parts: int = 4
    try_parts: int = 2
    voice: int = 3
    claims: int = 4
    most_places: int = 3

    temper: ClassVar[Temper] = Temper(
        likes=("bold", "deny", "delete", "promise", "offer", "post"), shuns=("apologise", "repair")
    )
    goal_measures: ClassVar[tuple[str, ...]] = ("reach", "followers", "sales")

    def review(self, view: View) -> str:
        """It goes splendidly, and would go better with more hours."""
        return "ask"
