"""A place as a scenario declares it: when it opens and closes, what can be done there, how people come and go.

How it fills and empties in a run is in `platform.py`, how it stands in a run in `state.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from game.sim.declared import Contradiction
from game.sim.part import Id, Many, Part

ARTICLE_KINDS = ("blog", "website")
"""Kinds of place where articles are written, which last; elsewhere, posts."""


class RuleChange(Part):
    """A place changes what its members get to see."""

    week: int = Field(
        ge=0, le=1040, description="week in which it takes effect, from the start of the scenario"
    )
    reach: float = Field(
        gt=0, le=10, description="factor on the chance that a follower sees a post"
    )
    text: str = Field("", max_length=280, description="what the place says about it")


class Place(Part):
    """A platform, a blog, a list or a room where people can be met."""

    id: Id = Field(description="its name in `on`, in acts and in conditions")
    name: str = Field(max_length=24, description="what people call it")
    kind: Literal[
        "microblog", "network", "professional", "blog", "website", "mail", "wave", "event"
    ] = Field(
        "network",
        description="what can be done there: posts, articles or meetings; the rest is in its numbers",
    )
    owned: bool = Field(False, description="true for a blog, website or list that is yours")
    opens_week: int = Field(
        0, ge=-520, le=1040, description="week of launch; negative for before the start"
    )
    closes_week: int | None = Field(
        None, ge=1, le=1040, description="week of a fixed end, if history fixes one"
    )
    invitation: bool = Field(False, description="true where people join by invitation only")
    setup_hours: float = Field(
        4.0, ge=0, le=60, description="hours of *try* until one can post there"
    )
    starting_share: float = Field(
        0.1, ge=0, le=1, description="share of the people there at the start"
    )
    innovation: float = Field(
        0.01, ge=0, le=1, description="yearly rate of joining by oneself (Bass p)"
    )
    imitation: float = Field(
        0.4, ge=0, le=5, description="yearly rate of joining after others (Bass q)"
    )
    retention: float = Field(
        0.9, gt=0, le=1, description="share of lonely members still there a month later"
    )
    company_needed: float = Field(
        0.1, ge=0, le=1, description="share of contacts there that makes staying worth it"
    )
    trials: float = Field(
        0.5,
        ge=0,
        le=10,
        description="accounts opened and not kept, for each one kept, in full company (twice in none)",
    )
    abandonment: float = Field(
        0.0,
        ge=0,
        le=20,
        description="yearly rate of leaving for good after contacts who left for good",
    )
    seen: float = Field(0.12, gt=0, le=1, description="chance that a follower sees a post")
    half_life_hours: float = Field(
        0.5, gt=0, le=20000, description="hours until half of the views have happened"
    )
    decay: float = Field(
        0.4, ge=0.1, le=2, description="shape of the decay of views; below 1 heavy-tailed"
    )
    tolerated_per_week: float = Field(
        14.0, gt=0, le=500, description="posts a week that followers put up with"
    )
    formality: int = Field(2, ge=0, le=4, description="voice that fits: 0 personal to 4 formal")
    conversion: float = Field(1.0, gt=0, le=20, description="factor on enquiries per view")
    searched: bool = Field(
        False, description="true where old articles are found by people with a question"
    )
    rule_changes: Many[RuleChange] = Field((), description="changes of what members get to see")
    replaces: Id | None = Field(
        None, description="id of the entry of a pack that this one stands in for"
    )

    def contradictions(self) -> Iterator[Contradiction]:
        """A place closes after it has opened."""
        if self.closes_week is not None and self.closes_week <= self.opens_week:
            sentence = (
                f"place {self.id}: opens_week is {self.opens_week} and closes_week {self.closes_week} (weeks from the "
                "start, up to 1,040); the second must be after the first."
            )
            yield Contradiction("closes_week", sentence)
