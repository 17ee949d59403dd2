"""The plan being changed: what it would be, and the fewest moves that make it so.

What a move is and does is in `game.sim.plan`; how levers and settings look, next door in `levers.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from game.sim.lever import LEVERS, SOCIAL_LEVERS, Care, Lever
from game.sim.plan import (
    HalfHours,
    JoinPlace,
    LeavePlace,
    Move,
    Plan,
    SetAutomation,
    SetCare,
    SetClaims,
    SetDelegate,
    SetOrders,
    SetShares,
    SetVoice,
)


@dataclass(frozen=True)
class Draft:
    """A plan as it is (*base*) and as it is wished to be (*plan*), with a place to join and places to leave."""

    base: Plan
    plan: Plan
    joining: str = ""
    leaving: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(cls, plan: Plan) -> Draft:
        """A draft that changes nothing yet."""
        return cls(plan, plan)

    def with_hours(self, lever: Lever, count: int, payer: Lever = Lever.SHOP) -> Draft:
        """*count* half-hours for a lever; what is missing comes from *payer*, what is freed goes to it.

        Where the payer has too little, the shop floor (or rest) pays the remainder.
        """
        hours = dict(self.plan.half_hours)
        missing = count - hours.get(lever, 0)
        other = Lever.REST if payer is Lever.SHOP else Lever.SHOP
        for one in (payer, other):
            taken = min(missing, hours.get(one, 0)) if one is not lever else 0
            hours[one] = hours.get(one, 0) - taken
            missing -= taken
        hours[lever] = count - missing
        return self._with(half_hours=tuple((one, hours.get(one, 0)) for one in LEVERS))

    def with_payer(self, payer: Lever) -> Draft:
        """Take what is spent beyond the base from the shop floor or from rest, as the payer says."""
        hours = dict(self.plan.half_hours)
        both = hours.get(Lever.SHOP, 0) + hours.get(Lever.REST, 0)
        kept = Lever.REST if payer is Lever.SHOP else Lever.SHOP
        hours[kept] = min(self.base.hours_of(kept), both)
        hours[payer] = both - hours[kept]
        return self._with(half_hours=tuple((one, hours.get(one, 0)) for one in LEVERS))

    def with_care(self, lever: Lever, care: Care) -> Draft:
        """Another care for a lever."""
        cares = dict(self.plan.care) | {lever: care}
        return self._with(care=tuple((one, cares[one]) for one in LEVERS if one in cares))

    def with_settings(self, **settings: object) -> Draft:
        """Another voice, claims, automation, delegate, expectations, shares or orders."""
        return self._with(**settings)

    def with_joining(self, place: str) -> Draft:
        """Set up on a place; an empty id takes that back."""
        return replace(self, joining=place)

    def with_leaving(self, place: str, leaves: bool) -> Draft:
        """Leave a place, or stay after all."""
        kept = self.leaving | {place} if leaves else self.leaving - {place}
        return replace(self, leaving=frozenset(kept))

    def _with(self, **changes: Any) -> Draft:
        return replace(self, plan=replace(self.plan, **changes))

    @property
    def over(self) -> int:
        """How many more half-hours it spends than the plan it changes."""
        return self.plan.spent - self.base.spent

    def moves(self) -> tuple[Move, ...]:
        """The fewest moves that turn the base into the wish."""
        return (
            *self._leaves(),
            *([JoinPlace(self.joining)] if self.joining else []),
            *transfers(self.base, self.plan),
            *self._settings(),
        )

    def _leaves(self) -> Iterator[Move]:
        for place in sorted(self.leaving):
            yield LeavePlace(place)

    def _settings(self) -> Iterator[Move]:
        base, wish = self.base, self.plan
        care = tuple(
            (lever, wish.care_of(lever))
            for lever in LEVERS
            if wish.care_of(lever) != base.care_of(lever)
        )
        if care:
            yield SetCare(care)
        if wish.voice != base.voice:
            yield SetVoice(wish.voice)
        if wish.claims != base.claims:
            yield SetClaims(wish.claims)
        if wish.automation != base.automation:
            yield SetAutomation(wish.automation)
        if (wish.delegate, wish.expectations) != (base.delegate, base.expectations):
            yield SetDelegate(wish.delegate, wish.expectations)
        if shares := self._shares():
            yield SetShares(shares)
        if wish.orders != base.orders:
            yield SetOrders(wish.orders)

    def _shares(self) -> tuple[tuple[str, int], ...]:
        """The shares of the places that stay, where any of them changed."""
        before = {place: n for place, n in self.base.shares if place not in self.leaving}
        after = {place: n for place, n in self.plan.shares if place in before}
        return tuple(sorted(after.items())) if after != before else ()


def transfers(base: Plan, wish: Plan) -> tuple[HalfHours, ...]:
    """The fewest moves of half-hours from one plan to another."""
    change = {lever: wish.hours_of(lever) - base.hours_of(lever) for lever in LEVERS}
    found: list[HalfHours] = []
    for group in _balanced_groups({lever: n for lever, n in change.items() if n}):
        found += _settled(group)
    return tuple(found)


def _balanced_groups(change: dict[Lever, int]) -> list[dict[Lever, int]]:
    """As many groups as can be made whose gains and losses are equal: each saves one move."""
    levers = list(change)
    best: dict[int, list[int]] = {0: []}
    for taken in range(1, 1 << len(levers)):
        parts = [taken ^ (1 << n) for n in range(len(levers)) if taken >> n & 1]
        kept = max((best[part] for part in parts), key=len)
        total = sum(change[levers[n]] for n in range(len(levers)) if taken >> n & 1)
        best[taken] = [*kept, taken] if total == 0 else kept
    groups, before = [], 0
    for mask in best[(1 << len(levers)) - 1]:
        own = mask & ~before
        groups.append({levers[n]: change[levers[n]] for n in range(len(levers)) if own >> n & 1})
        before = mask
    return groups


def _settled(group: dict[Lever, int]) -> Iterator[HalfHours]:
    """Losses handed to gains, largest first: one move fewer than there are levers."""
    left = dict(group)
    while any(left.values()):
        source = min(left, key=lambda lever: left[lever])
        target = max(left, key=lambda lever: left[lever])
        count = min(-left[source], left[target])
        yield HalfHours(source, target, count)
        left[source] += count
        left[target] -= count


def spare(plan: Plan, purse: int) -> int:
    """Half-hours of the purse not spent; negative where the plan spends more."""
    return purse - sum(plan.hours_of(lever) for lever in SOCIAL_LEVERS)
