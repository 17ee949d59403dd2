"""The plan: a week of a hundred half-hours, the care given to each lever, and the settings; changed by moves.

Who may change it, and how often, is checked in `planning.py`; what a plan does in a week is in `sitting.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from game.sim.clock import MINUTE, SITTINGS_PER_WEEK
from game.sim.lever import IN_ORDER, LEVERS, SOCIAL_LEVERS, Care, Lever

HALF_HOURS_IN_WEEK = 100
HALF_HOUR = 30 * MINUTE
MOVES_PER_SEASON = 3
MAX_ORDERS = 3


class Automation(StrEnum):
    """What is left to a machine."""

    NONE = "none"
    SCHEDULED = "scheduled"
    WELCOME = "welcome"
    DIRECT = "direct"


class IllegalMove(ValueError):
    """A move that the plan, the season or the scenario does not allow; the text says which and what would do."""


@dataclass(frozen=True)
class HalfHours:
    """Move *count* half-hours of the week from one lever to another."""

    source: Lever
    target: Lever
    count: int


@dataclass(frozen=True)
class SetCare:
    """Set the care of one or several levers at once."""

    care: tuple[tuple[Lever, Care], ...]


@dataclass(frozen=True)
class SetVoice:
    """Set the voice: 0 personal to 4 formal."""

    voice: int


@dataclass(frozen=True)
class SetClaims:
    """Set how bold the claims are: 0 plain to 4 bold."""

    claims: int


@dataclass(frozen=True)
class SetAutomation:
    """Set what is left to a machine."""

    automation: Automation


@dataclass(frozen=True)
class SetDelegate:
    """Hand creating and promoting to a member of staff (an id) or take it back (None)."""

    who: str | None
    expectations: bool = False


@dataclass(frozen=True)
class SetShares:
    """Divide what is posted between the places: ids with whole-number shares; 0 keeps a place quiet."""

    shares: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class JoinPlace:
    """Begin to set up on a place, with the half-hours of the *try* lever."""

    place: str


@dataclass(frozen=True)
class LeavePlace:
    """Leave a place: no more posts there, and its followers drift away."""

    place: str


@dataclass(frozen=True)
class StandingOrder:
    """While *when* (a condition) holds on a Monday, *count* half-hours go from *source* to *target* that week."""

    when: str
    source: Lever
    target: Lever
    count: int


@dataclass(frozen=True)
class SetOrders:
    """Replace the standing orders (at most three)."""

    orders: tuple[StandingOrder, ...]


Move = (
    HalfHours
    | SetCare
    | SetVoice
    | SetClaims
    | SetAutomation
    | SetDelegate
    | SetShares
    | JoinPlace
    | LeavePlace
    | SetOrders
)


@dataclass(frozen=True)
class Plan:
    """What a runner does in a week.

    *half_hours* sums to 100; *shares* are whole numbers per open place; *joining* is the place being set up.
    """

    half_hours: tuple[tuple[Lever, int], ...]
    care: tuple[tuple[Lever, Care], ...] = ()
    shares: tuple[tuple[str, int], ...] = ()
    voice: int = 2
    claims: int = 0
    automation: Automation = Automation.NONE
    delegate: str | None = None
    expectations: bool = False
    orders: tuple[StandingOrder, ...] = ()
    joining: str | None = None
    leaving: tuple[str, ...] = field(default=())

    @cached_property
    def hours_by_lever(self) -> Mapping[Lever, int]:
        """Half-hours a week, by lever: all of them."""
        return dict.fromkeys(LEVERS, 0) | dict(self.half_hours)

    @cached_property
    def care_by_lever(self) -> Mapping[Lever, Care]:
        """The care given, by lever: all of them."""
        return dict.fromkeys(LEVERS, Care.NORMAL) | dict(self.care)

    @cached_property
    def share_by_place(self) -> Mapping[str, int]:
        """The shares of the posts, by place."""
        return dict(self.shares)

    def hours_of(self, lever: Lever) -> int:
        """Half-hours a week for *lever*."""
        return self.hours_by_lever[lever]

    def care_of(self, lever: Lever) -> Care:
        """The care given to *lever*."""
        return self.care_by_lever[lever]

    @cached_property
    def spent(self) -> int:
        """Half-hours a week outside shop floor and rest."""
        return sum(count for lever, count in self.half_hours if lever in SOCIAL_LEVERS)

    @cached_property
    def sitting_seconds(self) -> tuple[tuple[Lever, int], ...]:
        """Seconds of one sitting for each lever that is served in it, in order."""
        each = self.hours_by_lever
        return tuple((lever, each[lever] * HALF_HOUR // SITTINGS_PER_WEEK) for lever in IN_ORDER)

    @property
    def places(self) -> tuple[str, ...]:
        """Places that get a share of the posts."""
        return tuple(place for place, share in self.shares if share > 0)


def make_plan(hours: Mapping[Lever, int], **settings: Any) -> Plan:
    """Return a plan with *hours* (half-hours a week by lever); what is missing to 100 goes to the shop floor."""
    rest = hours.get(Lever.REST, 8)
    used = sum(count for lever, count in hours.items() if lever in SOCIAL_LEVERS)
    full: dict[Lever, int] = {lever: hours.get(lever, 0) for lever in SOCIAL_LEVERS}
    full |= {Lever.SHOP: HALF_HOURS_IN_WEEK - used - rest, Lever.REST: rest}
    if min(full.values()) < 0:
        raise IllegalMove(
            f"A week has {HALF_HOURS_IN_WEEK} half-hours; this plan spends {used + rest}."
        )
    return Plan(half_hours=tuple((lever, full[lever]) for lever in LEVERS), **settings)


def shift(plan: Plan, source: Lever, target: Lever, count: int) -> Plan:
    """Return *plan* with *count* half-hours moved. Raises `IllegalMove` where *source* has too few."""
    hours = dict(plan.half_hours)
    if count < 1 or source == target:
        raise IllegalMove("A move takes at least one half-hour from one lever to another.")
    if hours.get(source, 0) < count:
        raise IllegalMove(
            f"{source} has {hours.get(source, 0)} half-hours; {count} cannot be taken from it."
        )
    hours[source] -= count
    hours[target] = hours.get(target, 0) + count
    return replace(plan, half_hours=tuple((lever, hours.get(lever, 0)) for lever in LEVERS))


def _with_care(plan: Plan, move: SetCare) -> Plan:
    care = dict(plan.care) | dict(move.care)
    return replace(plan, care=tuple((lever, care[lever]) for lever in LEVERS if lever in care))


def _with_shares(plan: Plan, move: SetShares) -> Plan:
    if any(share < 0 or share > 100 for _, share in move.shares):
        raise IllegalMove("A share lies between 0 and 100.")
    return replace(plan, shares=tuple(sorted(move.shares)))


def _checked_dial(name: str, value: int) -> int:
    if not 0 <= value <= 4:
        raise IllegalMove(f"{name} goes from 0 to 4; {value} does not.")
    return value


def _with_orders(plan: Plan, move: SetOrders) -> Plan:
    if len(move.orders) > MAX_ORDERS:
        raise IllegalMove(f"At most {MAX_ORDERS} standing orders; here are {len(move.orders)}.")
    return replace(plan, orders=move.orders)


def _left(plan: Plan, place: str) -> Plan:
    if place not in dict(plan.shares):
        raise IllegalMove(f"You are not on {place}.")
    shares = tuple(item for item in plan.shares if item[0] != place)
    return replace(plan, shares=shares)


def apply_move(plan: Plan, move: Move) -> Plan:
    """Return *plan* after *move*. Raises `IllegalMove`. What the world allows is checked in `planning.py`."""
    match move:
        case HalfHours(source, target, count):
            return shift(plan, source, target, count)
        case SetCare():
            return _with_care(plan, move)
        case SetVoice(voice):
            return replace(plan, voice=_checked_dial("Voice", voice))
        case SetClaims(claims):
            return replace(plan, claims=_checked_dial("Claims", claims))
        case SetAutomation(automation):
            return replace(plan, automation=automation)
        case SetDelegate(who, expectations):
            return replace(plan, delegate=who, expectations=expectations and who is not None)
        case SetShares():
            return _with_shares(plan, move)
        case JoinPlace(place):
            return replace(plan, joining=place)
        case LeavePlace(place):
            return _left(plan, place)
        case SetOrders():
            return _with_orders(plan, move)
