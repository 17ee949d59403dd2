"""A pack: places, cards, staff and rivals that several scenarios share.

A scenario names its packs under `uses`; `game/authoring` puts the entries together. A pack stands on its own and names
no other pack. What a scenario is stands next door, in `scenario.py`.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from game.sim.deck import Card
from game.sim.part import LANGUAGE, Id, Many, Part
from game.sim.place import Place
from game.sim.runner import Runner
from game.sim.staff import Staff


class Pack(Part):
    """Entries for scenarios to use."""

    PREFIX: ClassVar[str] = ""

    format: Literal["long-race-pack/1"] = Field(description="which format this is: the first line")
    id: Id = Field(description="its name in `uses`: the name of its file without the ending")
    title: str = Field("", max_length=44, description="what it holds, for authors")
    notes: str = Field("", description="for whoever uses it")
    language: str = Field("en", pattern=LANGUAGE, description="language of its words")
    sources: Many[str] = Field((), description="facts that were used, each with where it is from")
    places: Many[Place] = Field((), description="where people can be met and reached")
    rivals: Many[Runner] = Field((), max_length=14, description="runners that nobody's seat is")
    staff: Many[Staff] = Field((), description="people to whom posting can be handed")
    cards: Many[Card] = Field((), description="interruptions that may come")
