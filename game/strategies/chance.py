"""Chance: legal decisions without a thought. A baseline for studies, and the fuzzer of the rules.

The luck is the strategy's own parameter; the world's luck is none of its business.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, TypeVar

from game.sim.decision import Decision, Request
from game.sim.draws import SPAN, Purpose, draw_one
from game.sim.lever import LEVERS, SOCIAL_LEVERS, Care
from game.sim.plan import (
    MAX_ORDERS,
    Automation,
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
    StandingOrder,
    apply_move,
)
from game.sim.strategy import Strategy
from game.strategies.parameter import check_settings, number

if TYPE_CHECKING:
    from game.sim.view import View

# What a standing order of chance may ask: measures that are in view from the first day.
CONDITIONS = ("unanswered >= 5", "unanswered < 2", "followers < 100", "energy < 50", "sales >= 3")
T = TypeVar("T")


@dataclass
class Dice:
    """The throws for one request: each a keyed draw, so that the same request is answered alike."""

    luck: int
    relation: int
    day: int
    thrown: int = field(default=0)

    def below(self, count: int) -> int:
        """A whole number from 0 to *count* - 1."""
        self.thrown += 1
        value = draw_one(self.luck, Purpose.STRATEGY, (self.relation << 16) | self.thrown, self.day)
        return value * count // SPAN

    def pick(self, among: Sequence[T]) -> T:
        """One of *among*."""
        return among[self.below(len(among))]


@dataclass(frozen=True)
class Chance(Strategy):
    """Answers every question by chance: any option, any legal move, as many as are left."""

    name: ClassVar[str] = "random"
    luck: int = number(0, "seed", 0, 2**62, "seed of these decisions, apart from the world's")
    idle: int = number(60, "per cent", 0, 100, "chance that a Monday passes without a correction")

    def __post_init__(self) -> None:
        check_settings(self)

    def decide(self, request: Request) -> Decision:
        """Answer *request* by throws that are keyed by its identity and day."""
        dice = Dice(self.luck, zlib.crc32(request.id.encode()), request.day)
        if request.options:
            return request.option(dice.pick(request.options).id)
        if request.kind == "week" and dice.below(100) < self.idle:
            return request.default
        if request.kind in ("plan", "week"):
            return Decision(moves=_moves(request.view, dice))
        return request.default


def _moves(view: View, dice: Dice) -> tuple[Move, ...]:
    """Some legal moves, one upon the other, as the plan stands after each."""
    plan = view.plan
    moves: list[Move] = []
    for _ in range(dice.below(view.moves_left + 1)):
        move = dice.pick(KINDS)(view, plan, dice)
        if move is not None:
            moves.append(move)
            plan = apply_move(plan, move)
    return tuple(moves)


def _half_hours(view: View, plan: Plan, dice: Dice) -> Move | None:
    sources = [lever for lever in LEVERS if plan.hours_of(lever)]
    source = dice.pick(sources)
    target = dice.pick([lever for lever in LEVERS if lever in view.unlocked and lever != source])
    return HalfHours(source, target, 1 + dice.below(min(12, plan.hours_of(source))))


def _care(view: View, plan: Plan, dice: Dice) -> Move | None:
    levers = [lever for lever in SOCIAL_LEVERS if lever in view.unlocked and dice.below(2)]
    return SetCare(tuple((lever, dice.pick(tuple(Care))) for lever in levers)) if levers else None


def _voice(view: View, plan: Plan, dice: Dice) -> Move | None:
    return SetVoice(dice.below(5))


def _claims(view: View, plan: Plan, dice: Dice) -> Move | None:
    return SetClaims(dice.below(5))


def _automation(view: View, plan: Plan, dice: Dice) -> Move | None:
    return SetAutomation(dice.pick(tuple(Automation)))


def _delegate(view: View, plan: Plan, dice: Dice) -> Move | None:
    staff = [one.id for one in view.scenario.staff]
    return SetDelegate(dice.pick([None, *staff]), expectations=bool(dice.below(2)))


def _shares(view: View, plan: Plan, dice: Dice) -> Move | None:
    shares = tuple((place, dice.below(6)) for place, _ in plan.shares)
    return SetShares(shares) if shares else None


def _join(view: View, plan: Plan, dice: Dice) -> Move | None:
    # A place that the plan has just left counts as joined until the answer is given.
    free = [place.id for place in view.places if place.is_open and not place.joined]
    return JoinPlace(dice.pick(free)) if free else None


def _leave(view: View, plan: Plan, dice: Dice) -> Move | None:
    return LeavePlace(dice.pick([place for place, _ in plan.shares])) if plan.shares else None


def _orders(view: View, plan: Plan, dice: Dice) -> Move | None:
    return SetOrders(tuple(_order(dice) for _ in range(dice.below(MAX_ORDERS + 1))))


def _order(dice: Dice) -> StandingOrder:
    source = dice.pick(LEVERS)
    target = dice.pick([lever for lever in LEVERS if lever != source])
    return StandingOrder(dice.pick(CONDITIONS), source, target, 1 + dice.below(4))


KINDS: tuple[Callable[[View, Plan, Dice], Move | None], ...] = (
    _half_hours, _care, _voice, _claims, _automation, _delegate, _shares, _join, _leave, _orders,
)  # fmt: skip
