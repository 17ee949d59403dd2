"""All numbers of the mechanisms: each declared once, in `parameters/`, with default, unit, range, help, and a source.

Sources are the numbered facts of `docs/sources.md`. A scenario may override any of them.
"""

from __future__ import annotations

from functools import lru_cache

from pydantic import Field

from game.sim.declared import Declared
from game.sim.parameters.content import Content, Fatigue
from game.sim.parameters.hazards import Hazards
from game.sim.parameters.inbox import Inbox
from game.sim.parameters.network import Network
from game.sim.parameters.platforms import Platforms
from game.sim.parameters.practice import Energy, Insight, Practice
from game.sim.parameters.relationship import Ladder, Relationship
from game.sim.parameters.trade import Trade

MILLION = 1_000_000


class Parameters(Declared):
    """All numbers of the mechanisms."""

    relationship: Relationship = Field(
        Relationship(), description="how knowing, liking and trust move"
    )
    ladder: Ladder = Field(Ladder(), description="where the stages of a relationship begin")
    content: Content = Field(
        Content(), description="posts: what they cost, who sees them, what they do"
    )
    fatigue: Fatigue = Field(Fatigue(), description="when followers have had enough")
    inbox: Inbox = Field(
        Inbox(), description="messages: who writes, who waits, what an answer is worth"
    )
    trade: Trade = Field(Trade(), description="needs, choices and purchases")
    network: Network = Field(Network(), description="who knows whom")
    platforms: Platforms = Field(Platforms(), description="how places fill and empty")
    practice: Practice = Field(Practice(), description="skill, trying and learning")
    energy: Energy = Field(Energy(), description="what work takes and rest gives")
    hazards: Hazards = Field(
        Hazards(), description="setbacks: what breeds them and what mends them"
    )
    insight: Insight = Field(Insight(), description="what it takes to light a light")


@lru_cache(maxsize=4096)
def millionths(value: float) -> int:
    """*value* as whole millionths, rounded to nearest."""
    return round(value * MILLION)
