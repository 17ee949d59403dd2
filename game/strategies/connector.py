"""The connector: gives first, introduces people to each other, and meets them in person.

Next door: the collector, who counts them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.strategies.archetype import Archetype
from game.strategies.temper import Temper


@dataclass(frozen=True)
class Connector(Archetype):
    """Spends the week one to one: listening, helping, introducing, meeting; hardly a post.

    From the blog on collecting or connecting (do online what you would do in the room) and from the
    rules of the networker: find out what people need, give before receiving, send them to each
    other.
    """

    name: ClassVar[str] = "connector"
    listen_parts: int = 1
    reply_parts: int = 2
    help_parts: int = 4
    converse_parts: int = 2
    create_parts: int = 1
    try_parts: int = 1
    meet_parts: int = 3
    talk_care: str = "thorough"
    voice: int = 0
    patience_weeks: int = 13
    crowd_wanted: int = 50

    temper: ClassVar[Temper] = Temper(
        likes=(
            "introduce",
            "help",
            "converse",
            "apologise",
            "repair",
            "reply",
            "compensate",
            "explain",
        ),
        shuns=("automate", "bold", "delete", "deny", "break_promise", "delegate_untold"),
        hours_at_most=8.0,
    )
    on_light: ClassVar[str] = "act"
    goal_measures: ClassVar[tuple[str, ...]] = ("advocates", "trusts", "likes")
