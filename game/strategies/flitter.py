"""The flitter: a few seconds with almost everybody in the room.

Next door: the connector, who stays with the few.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.strategies.archetype import Archetype
from game.strategies.temper import Temper


@dataclass(frozen=True)
class Flitter(Archetype):
    """Talks to as many as possible, to each as briefly as possible, and moves on.

    From Matthew's talk: the guest who had a conversation of seconds with nearly everyone, and whom
    nobody remembers afterwards. Quality of contact, not quantity, is what he lacks.
    """

    name: ClassVar[str] = "flitter"
    reply_parts: int = 2
    converse_parts: int = 7
    create_parts: int = 2
    try_parts: int = 2
    meet_parts: int = 2
    talk_care: str = "brief"
    make_care: str = "brief"
    most_places: int = 5

    temper: ClassVar[Temper] = Temper(
        likes=("converse", "reply", "introduce", "join_place", "promise"), hours_at_most=0.5
    )
    goal_measures: ClassVar[tuple[str, ...]] = ("knows", "followers")
