"""The measures: each declared once with its unit, definition and the light that uncovers it.

JSON, tables, screens and agents iterate `MEASURES`; what a runner may see of them is decided by `view.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from game.sim.light import Light


class Stage(IntEnum):
    """Where a person stands with a business. Exclusive: each person counts in one."""

    STRANGER = 0
    KNOWS = 1
    LIKES = 2
    TRUSTS = 3
    CUSTOMER = 4
    ADVOCATE = 5
    LAPSED = 6
    HOSTILE = 7


STAGES = tuple(Stage)


Kind = Literal["level", "flow", "median"]


@dataclass(frozen=True)
class Measure:
    """One number that can be read of a runner. *light* is None where it is in view from the first day.

    A *level* stands at a week's end, a *flow* is counted over the week, a *median* is neither booked nor summed.
    """

    id: str
    unit: str
    definition: str
    light: Light | None = None
    kind: Kind = "level"


MEASURES: tuple[Measure, ...] = (
    Measure(
        "followers", "people", "people of the market who follow the runner on at least one place"
    ),
    Measure(
        "reach",
        "views",
        "times a post was seen in the week, the outside audience included",
        kind="flow",
    ),
    Measure("reactions", "reactions", "one-click reactions to posts in the week", kind="flow"),
    Measure("strangers", "people", "people who do not know the runner", Light.LADDER),
    Measure("knows", "people", "people who know the runner, and no more", Light.LADDER),
    Measure("likes", "people", "people who like the runner", Light.LADDER),
    Measure(
        "trusts", "people", "people who trust the runner and have not bought lately", Light.LADDER
    ),
    Measure("customers", "people", "people who bought within about half a year", Light.LADDER),
    Measure("advocates", "people", "customers who recommend the runner", Light.GIVING),
    Measure(
        "lapsed", "people", "people who liked the runner or bought, and turned away", Light.LEAVING
    ),
    Measure("hostile", "people", "people who warn others of the runner", Light.LEAVING),
    Measure("liking", "millionths", "sum of liking over all people", Light.CANDOUR),
    Measure("trust", "millionths", "sum of trust above the prior over all people", Light.LADDER),
    Measure(
        "two_way_minutes",
        "minutes",
        "minutes of two-way contact in the week",
        Light.DEPTH,
        kind="flow",
    ),
    Measure("sales", "sales", "purchases in the week", kind="flow"),
    Measure("unanswered", "messages", "messages waiting at the week's end"),
    Measure(
        "left_waiting",
        "messages",
        "messages in the week whose sender gave up waiting",
        Light.WAITING,
        kind="flow",
    ),
    Measure(
        "reply_minutes",
        "minutes",
        "median wait of the messages answered in the week",
        Light.WAITING,
        kind="median",
    ),
    Measure("unfollowed", "people", "followers lost in the week", Light.LEAVING, kind="flow"),
    Measure(
        "warnings",
        "signs",
        "early signs that were there to be seen in the week",
        Light.SIGNS,
        kind="flow",
    ),
    Measure("energy", "of 100", "the owner's energy, 0 to 100"),
)
MEASURE_INDEX = {measure.id: index for index, measure in enumerate(MEASURES)}
STAGE_MEASURES = (
    "strangers", "knows", "likes", "trusts", "customers", "advocates", "lapsed", "hostile",
)  # fmt: skip
LIKING_OR_MORE = ("likes", "trusts", "customers", "advocates")
"""The stages of those who like a runner or more: together, its relationships."""


def measure_named(id: str) -> Measure:
    """The measure called *id*. Raises `KeyError` with the list of what there is."""
    if id not in MEASURE_INDEX:
        raise KeyError(f"There is no measure {id!r}; there are {', '.join(MEASURE_INDEX)}.")
    return MEASURES[MEASURE_INDEX[id]]
