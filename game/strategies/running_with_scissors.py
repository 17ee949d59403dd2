"""The running-with-scissors: dives in without looking for the deep end.

Next door: the hare, who at least looks where the crowd is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.sim.plan import Automation
from game.strategies.archetype import Archetype
from game.strategies.parameter import word
from game.strategies.temper import Temper

if TYPE_CHECKING:
    from game.sim.seen import PlaceView
    from game.sim.view import View


@dataclass(frozen=True)
class RunningWithScissors(Archetype):
    """Everything new at once, and nothing checked: not the text, the promise or the hours.

    From Ron Ploof's three kinds, as the lightbulb text tells them: those who jump into the pool
    without checking how deep it is, and who might end up in a spot of bother.
    """

    name: ClassVar[str] = "running-with-scissors"
    converse_parts: int = 2
    reply_parts: int = 1
    create_parts: int = 7
    promote_parts: int = 3
    try_parts: int = 5
    over_purse: int = 14
    rest: int = 4
    make_care: str = "brief"
    voice: int = 0
    claims: int = 3
    machine: str = word(
        Automation.SCHEDULED.value,
        tuple(one.value for one in Automation),
        "what is left to a machine",
    )
    most_places: int = 12

    temper: ClassVar[Temper] = Temper(
        likes=(
            "join_place",
            "promise",
            "automate",
            "delegate_untold",
            "delegate",
            "offer",
            "bold",
            "post",
            "spend",
        ),
    )
    on_light: ClassVar[str] = "more"
    goal_measures: ClassVar[tuple[str, ...]] = ("followers", "reach", "advocates")

    def automation(self, view: View) -> Automation | None:
        """Whatever a machine can do."""
        return Automation(self.machine)

    def may_wish(self, view: View, place: PlaceView) -> bool:
        """Everything."""
        return not place.joined

    def corrects(self, view: View) -> bool:
        """As soon as there is something new."""
        return bool(self.join(view))

    def review(self, view: View) -> str:
        """More."""
        return "ask"
