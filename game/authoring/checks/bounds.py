"""Bounds: between what and what a number in a condition can be, in this scenario or in any."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from game.authoring.case import Case
from game.authoring.checks.comparison import Comparison
from game.sim.clock import WEEKS_PER_SEASON, WEEKS_PER_YEAR
from game.sim.measure import MEASURES

WEEKS_IN = {"week": 1, "season": WEEKS_PER_SEASON, "year": WEEKS_PER_YEAR}
PEOPLE = frozenset({"relationships", *(one.id for one in MEASURES if one.unit == "people")})
_COUNTED = frozenset({"sales", "unanswered", "reach", "reactions", "left_waiting", "waiting_hours"})
_MOST = {"energy": 100, "skill": 100, "voice": 4, "claims": 4}


@dataclass(frozen=True)
class Bounds:
    """The least and the most that something can be."""

    low: float = -math.inf
    high: float = math.inf

    def __and__(self, other: Bounds) -> Bounds:
        """What both leave."""
        return Bounds(max(self.low, other.low), min(self.high, other.high))

    def within(self, one: Comparison) -> Bounds:
        """What a comparison leaves of it: more than a number begins right behind it."""
        match one.sign:
            case ">=":
                return self & Bounds(low=one.number)
            case ">":
                return self & Bounds(low=math.nextafter(one.number, math.inf))
            case "<=":
                return self & Bounds(high=one.number)
            case "<":
                return self & Bounds(high=math.nextafter(one.number, -math.inf))
            case "==":
                return self & Bounds(one.number, one.number)
        return self

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left."""
        return self.low > self.high


def bounds_in(case: Case | None = None) -> Mapping[str, Bounds]:
    """The bounds of the names that have any; without a scenario, those that hold in all of them."""
    weeks = case.weeks if case else None
    markets = case.deep("market") if case else []
    people = next((found for one in markets if (found := one.whole("people"))), math.inf)
    last = {name: math.inf if weeks is None else -(-weeks // of) for name, of in WEEKS_IN.items()}
    return {
        **{name: Bounds(1, most) for name, most in last.items()},
        **dict.fromkeys(PEOPLE, Bounds(0, people)),
        **dict.fromkeys(_COUNTED, Bounds(0)),
        **{name: Bounds(0, most) for name, most in _MOST.items()},
    }
