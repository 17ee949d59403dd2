"""All numbers of the mechanisms: each declared once, in `parameters/`, with default, unit, range, help, and a source.

Sources are the numbered facts of `docs/sources.md`. A scenario may override any of them.
"""

from __future__ import annotations

from functools import lru_cache

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

    relationship: Relationship = Relationship()
    ladder: Ladder = Ladder()
    content: Content = Content()
    fatigue: Fatigue = Fatigue()
    inbox: Inbox = Inbox()
    trade: Trade = Trade()
    network: Network = Network()
    platforms: Platforms = Platforms()
    practice: Practice = Practice()
    energy: Energy = Energy()
    hazards: Hazards = Hazards()
    insight: Insight = Insight()


@lru_cache(maxsize=4096)
def millionths(value: float) -> int:
    """*value* as whole millionths, rounded to nearest."""
    return round(value * MILLION)
