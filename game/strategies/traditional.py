"""The traditional one: the shop has always done without.

Next door: the get-it, who tries things; the tortoise, who is late but comes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.strategies.archetype import Archetype
from game.strategies.temper import Temper

if TYPE_CHECKING:
    from game.sim.view import View


@dataclass(frozen=True)
class Traditional(Archetype):
    """Puts nearly every hour into the shop floor, joins nothing, and leaves things as they are.

    From Ron Ploof's three kinds, as the lightbulb text tells them: not only without the idea, but
    firm about it. A comment on the AHA adds the other side: proven practice could use those hours
    too.
    """

    name: ClassVar[str] = "traditional"
    reply_parts: int = 1
    promote_parts: int = 1
    over_purse: int = -10
    voice: int = 4
    most_places: int = 0

    temper: ClassVar[Temper] = Temper(
        likes=("quiet", "stay_silent"),
        shuns=("join_place", "automate", "delegate"),
        hours_at_most=0.5,
    )
    goal_measures: ClassVar[tuple[str, ...]] = ("sales",)

    def review(self, view: View) -> str:
        """There is bread to bake."""
        return "fewer"
