"""A runner as a scenario declares it: its name, who decides for it, and where it stands at the start.

How it stands in a run is in `state.py`, the staff that it may hand posting to in `staff.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from game.sim.declared import Contradiction
from game.sim.lever import Lever
from game.sim.part import Id, Many, Part
from game.sim.plan import HALF_HOURS_IN_WEEK


class Runner(Part):
    """A business in the world. The one with `seat: true` can be taken by a player."""

    id: Id = Field(description="its name in files of runs and in tables")
    name: str = Field(max_length=28, description="what people call the business")
    seat: bool = Field(False, description="true for the one that a player takes")
    plays: str = Field("traditional", description="strategy that decides while nobody else does")
    with_: dict[str, float | int | str | bool] = Field(
        default_factory=dict, alias="with", description="parameters of that strategy"
    )
    on: Many[Id] = Field((), description="places set up before the start")
    purse_hours: float = Field(6.0, ge=1, le=30, description="hours a week that the partner grants")
    partner: Literal["traditional", "get-it", "scissors"] = Field(
        "traditional", description="the partner's leaning"
    )
    known_by: float = Field(
        0.03, ge=0, le=1, description="share of the catchment who know the shop at the start"
    )
    opens_with: dict[Lever, int] = Field(
        default_factory=dict,
        description="half-hours a week by lever in the first plan",
        strict=False,
    )
    replaces: Id | None = Field(
        None, description="id of the entry of a pack that this one stands in for"
    )

    def contradictions(self) -> Iterator[Contradiction]:
        """A week has so many half-hours and no more."""
        hours = self.opens_with.values()
        if sum(hours) > HALF_HOURS_IN_WEEK or min(hours, default=0) < 0:
            sentence = (
                f"runner {self.id}: opens_with (half-hours a week) gives {', '.join(map(str, hours))}; each must be 0 "
                f"or more, and together at most {HALF_HOURS_IN_WEEK}."
            )
            yield Contradiction("opens_with", sentence)
