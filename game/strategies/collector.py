"""The collector: every follower a trophy, every greeting from a machine.

Next door: the connector, who knows that there is a human being behind each click.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.sim.plan import Automation
from game.strategies.archetype import Archetype
from game.strategies.parameter import word
from game.strategies.temper import Temper

if TYPE_CHECKING:
    from game.sim.view import View


@dataclass(frozen=True)
class Collector(Archetype):
    """Posts briefly and often wherever there are people to collect; greets all of them alike.

    From the blog on collecting or connecting: a bunch of clicks on Like, Follow and Accept, and the
    robot that says the same to everyone at the event, the cab driver and the neighbour's dog.
    """

    name: ClassVar[str] = "collector"
    reply_parts: int = 1
    create_parts: int = 8
    promote_parts: int = 3
    try_parts: int = 3
    talk_care: str = "brief"
    make_care: str = "brief"
    claims: int = 1
    machine: str = word(
        Automation.DIRECT.value, tuple(one.value for one in Automation), "what is left to a machine"
    )
    most_places: int = 6

    temper: ClassVar[Temper] = Temper(
        likes=(
            "automate_direct",
            "automate",
            "join_place",
            "post",
            "promise",
            "break_promise",
            "delete",
        ),
        shuns=("help", "introduce", "converse"),
        hours_at_most=1.0,
    )
    goal_measures: ClassVar[tuple[str, ...]] = ("followers", "reach")

    def automation(self, view: View) -> Automation | None:
        """The machine greets everybody."""
        return Automation(self.machine)
