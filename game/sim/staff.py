"""Staff as a scenario declares them: how much they can give, how well they write and how readily they slip.

Handing posting to them is an act of a card, in `act.py`; what they then write is in `posting.py`.
"""

from __future__ import annotations

from pydantic import Field

from game.sim.part import Id, Part


class Staff(Part):
    """Somebody to whom posting can be handed."""

    id: Id = Field(description="their name in acts")
    name: str = Field(max_length=24, description="what people call them")
    half_hours: int = Field(6, ge=1, le=40, description="half-hours a week they can give")
    skill: float = Field(0.4, ge=0, le=1, description="how well they write, untold")
    haste: float = Field(
        0.5, ge=0, le=1, description="how readily they slip without written expectations"
    )
    replaces: Id | None = Field(
        None, description="id of the entry of a pack that this one stands in for"
    )
