"""The eight lights: what can dawn on a runner, what counts as acting on it, and how a scenario words one.

How a light goes from unseen to lit to habit is in `insight.py`; what stays covered is decided by `view.py`.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from game.sim.lever import Lever
from game.sim.part import Part


class Light(StrEnum):
    """One principle of the sources. A scenario may word, price or switch off a light, not invent one."""

    LADDER = "ladder"  # people come to know, like and trust before they buy
    WAITING = "waiting"  # people wait for answers
    LEAVING = "leaving"  # people leave, and have reasons
    DEPTH = "depth"  # minutes for each interaction count, not their number
    GIVING = "giving"  # what is given comes back, late
    CANDOUR = "candour"  # plain and personal is believed
    GROUND = "ground"  # some ground is rented and can close
    SIGNS = "signs"  # setbacks announce themselves


LIGHTS = tuple(Light)

ACTS_ON: dict[Light, tuple[Lever, ...]] = {
    Light.LADDER: (Lever.CONVERSE, Lever.HELP),
    Light.WAITING: (Lever.REPLY,),
    Light.LEAVING: (Lever.LISTEN, Lever.REPLY),
    Light.DEPTH: (Lever.CONVERSE, Lever.MEET),
    Light.GIVING: (Lever.HELP,),
    Light.CANDOUR: (Lever.CREATE,),
    Light.GROUND: (Lever.CREATE, Lever.TRY),
    Light.SIGNS: (Lever.LISTEN,),
}


class LightWords(Part):
    """How a scenario words, prices or switches off a light."""

    off: bool = Field(False, description="true where this light cannot be lit")
    price: float = Field(
        1.0, gt=0, le=10, description="factor on the minutes of reflection it takes"
    )
    question: str | None = Field(
        None, max_length=140, description="the question that lights it, in the scenario's own words"
    )
