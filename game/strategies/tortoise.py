"""The tortoise: few places, own ground first, and time for whoever writes.

Next door: the hare, who runs; the adaptive one, who does either when it pays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.sim.lever import Lever
from game.strategies.archetype import Archetype
from game.strategies.parameter import number
from game.strategies.sight import sales_rise
from game.strategies.temper import Temper

if TYPE_CHECKING:
    from game.sim.view import View


@dataclass(frozen=True)
class Tortoise(Archetype):
    """Waits until a place has proved itself, then stays; listens, answers, helps, mends.

    From Jessica Malnik's AHA: businesses that look slow sit back, watch others learn, and may gain
    the most. From the lightbulb text: slow(ish), building on successes, until it is simply how
    things are done.
    """

    name: ClassVar[str] = "tortoise"
    listen_parts: int = 1
    reply_parts: int = 4
    help_parts: int = 3
    converse_parts: int = 3
    create_parts: int = 3
    try_parts: int = 2
    voice: int = 1
    patience_weeks: int = 39
    crowd_wanted: int = 150
    held_back: int = 1
    least_change: int = 2
    bearable_hours: int = number(
        72, "hours", 1, 1000, "wait of the oldest message from which replying gets more"
    )

    temper: ClassVar[Temper] = Temper(
        likes=(
            "apologise",
            "repair",
            "reply",
            "help",
            "introduce",
            "converse",
            "explain",
            "inform",
        ),
        shuns=(
            "automate",
            "bold",
            "delete",
            "deny",
            "leave_place",
            "break_promise",
            "delegate_untold",
        ),
        hours_at_most=6.0,
        fits=True,
    )
    on_light: ClassVar[str] = "act"
    goal_measures: ClassVar[tuple[str, ...]] = ("trusts", "advocates", "customers", "likes")

    def parts(self, view: View) -> dict[Lever, int]:
        """The week as ever; where people wait too long, replying gets what creating got."""
        usual = super().parts(view)
        if self.corrects(view):
            usual[Lever.REPLY] += usual[Lever.CREATE]
            usual[Lever.CREATE] = 0
        return usual

    def review(self, view: View) -> str:
        """More hours where sales rise year on year and the legs are fresh."""
        risen = sales_rise(view, weeks=26)
        return "ask" if risen is not None and risen > 0 and view.energy >= 70 else "keep"

    def corrects(self, view: View) -> bool:
        """Only where somebody has waited for days."""
        return view.oldest_wait_hours > self.bearable_hours
