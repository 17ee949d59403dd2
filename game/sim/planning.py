"""Planning: who may change a plan, how often, and what the world allows. Equal for people, rules and agents.

The moves themselves are in `plan.py`; when a plan is asked for is in `season.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from game.sim.clock import HOUR, MINUTE
from game.sim.lever import LEVERS, Lever
from game.sim.orders import check_order
from game.sim.plan import (
    MOVES_PER_SEASON,
    HalfHours,
    IllegalMove,
    JoinPlace,
    LeavePlace,
    Move,
    Plan,
    SetDelegate,
    SetOrders,
    SetShares,
    apply_move,
    make_plan,
)
from game.sim.practice import unsettle
from game.sim.presence import drift_away, join

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World

EARNED_BY_LISTENING = 13 * HOUR  # listening in a season that earns one more move


def moves_left(state: RunnerState) -> int:
    """Moves that the runner may still make this season."""
    return MOVES_PER_SEASON + state.moves_earned - state.moves_used


def check_moves(world: World, state: RunnerState, moves: Iterable[Move]) -> Plan:
    """Return the plan after *moves*. Raises `IllegalMove` with a sentence; nothing is changed."""
    listed = tuple(moves)
    if len(listed) > moves_left(state):
        raise IllegalMove(
            f"{len(listed)} moves are more than the {moves_left(state)} left this season."
        )
    return plan_after(world, state, listed)


def plan_after(world: World, state: RunnerState, moves: Iterable[Move]) -> Plan:
    """The plan after *moves*, however many. Raises `IllegalMove` with a sentence; nothing is changed."""
    plan = state.plan
    for move in moves:
        _check_world(world, state, plan, move)
        plan = apply_move(plan, move)
        if isinstance(move, JoinPlace) and move.place not in dict(plan.shares):
            plan = replace(plan, shares=tuple(sorted((*plan.shares, (move.place, 1)))))
    return plan


def _check_world(world: World, state: RunnerState, plan: Plan, move: Move) -> None:
    match move:
        case HalfHours(_, target, _) if target not in state.lever_unlocks:
            raise IllegalMove(f"{target} is not unlocked yet.")
        case JoinPlace(place) | LeavePlace(place) if place not in world.place_number:
            raise IllegalMove(
                f"There is no place {place}; there are {', '.join(world.place_number)}."
            )
        case JoinPlace(place) if not world.places[world.place_number[place]].is_open:
            raise IllegalMove(f"{place} is not open.")
        case JoinPlace(place) if world.place_number[place] in state.joined:
            raise IllegalMove(f"You are on {place} already.")
        case SetShares(shares):
            unknown = [place for place, _ in shares if place not in dict(plan.shares)]
            if unknown:
                raise IllegalMove(f"You are not on {', '.join(unknown)}.")
        case SetDelegate(who, _) if who is not None and who not in [
            staff.id for staff in world.scenario.staff
        ]:
            raise IllegalMove(f"There is nobody called {who} to delegate to.")
        case SetOrders(orders):
            _check_orders(world, orders)
        case _:
            return


def _check_orders(world: World, orders: tuple[object, ...]) -> None:
    for order in orders:
        check_order(world, order)


def legal_part(world: World, state: RunnerState, moves: Iterable[Move]) -> tuple[Move, ...]:
    """As many of *moves*, in order, as are legal: for forks, where a recorded move may not fit any more."""
    kept: list[Move] = []
    for move in moves:
        try:
            check_moves(world, state, [*kept, move])
        except IllegalMove:
            continue
        kept.append(move)
    return tuple(kept)


def adopt(world: World, state: RunnerState, moves: Iterable[Move], *, counted: bool = True) -> None:
    """Make *moves*: the plan changes, attention is owed, practice suffers a little.

    Moves that come with a card are not *counted* against the season's.
    """
    listed = tuple(moves)
    if not listed:
        return
    plan = check_moves(world, state, listed) if counted else plan_after(world, state, listed)
    for move in listed:
        _take_effect(world, state, move)
    state.plan = state.week_plan = plan
    state.plan_changes += len(listed)
    if counted:
        state.moves_used += len(listed)
        unsettle(world, state, len(listed))


def _take_effect(world: World, state: RunnerState, move: Move) -> None:
    """What a move does beside changing the plan."""
    if isinstance(move, JoinPlace):
        number = world.place_number[move.place]
        hours = world.places[number].definition.setup_hours
        state.setup_left.setdefault(number, round(hours * 60) * MINUTE)
        if not state.setup_left[number]:
            del state.setup_left[number]
            join(world, state, number)
    if isinstance(move, LeavePlace):
        number = world.place_number[move.place]
        state.joined.pop(number, None)
        state.setup_left.pop(number, None)
        state.departures += 1
        state.credit = {}
        world.ledger.note(world.now, "departed", state.index, -1, move.place)
        drift_away(world, state, number)
    if isinstance(move, SetShares):
        state.credit = {}


def first_plan(state: RunnerState) -> Plan:
    """The plan before the first decision: the purse on what is unlocked, the rest on the shop floor."""
    definition = state.definition
    hours = dict(definition.opens_with)
    if not hours:
        open_levers = [
            lever
            for lever in (Lever.REPLY, Lever.CREATE, Lever.LISTEN)
            if lever in state.lever_unlocks
        ]
        each = state.purse // max(1, len(open_levers))
        hours = dict.fromkeys(open_levers, each)
    shares = tuple(sorted((place, 1) for place in definition.on))
    return make_plan(hours, shares=shares)


def unlocked_in(world: World, season: int) -> frozenset[Lever]:
    """Levers that are unlocked in *season* (from 0)."""
    unlock = world.scenario.unlock
    return frozenset(lever for lever in LEVERS if unlock.get(lever, 1) <= season + 1)
