"""Steering: the next best moves from the present plan towards an aim, as far as they are allowed.

What to aim at is said by each archetype (`archetype.py`); what a move does to a plan is in the
simulation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.lever import LEVERS, SOCIAL_LEVERS, Care, Lever
from game.sim.plan import (
    HALF_HOURS_IN_WEEK,
    Automation,
    HalfHours,
    JoinPlace,
    LeavePlace,
    Move,
    Plan,
    SetAutomation,
    SetCare,
    SetClaims,
    SetOrders,
    SetShares,
    SetVoice,
    StandingOrder,
    apply_move,
)

if TYPE_CHECKING:
    from game.sim.view import View

# What a setting is off by, in half-hours, so that it can be weighed against moving hours.
JOINING = 7
LEAVING = 8
AUTOMATING = 5
A_STEP = 2  # one of the five positions of voice or claims
ORDERING = 3
SHARING = 3


@dataclass(frozen=True)
class Aim:
    """The plan that somebody would like to have; None leaves a setting as it is.

    *half_hours* are those of the nine levers and of rest; the shop floor gets what is left of the
    week. *join* and *leave* are places, the most wanted first.
    """

    half_hours: tuple[tuple[Lever, int], ...]
    care: tuple[tuple[Lever, Care], ...] = ()
    voice: int | None = None
    claims: int | None = None
    automation: Automation | None = None
    join: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()
    shares: tuple[tuple[str, int], ...] | None = None
    orders: tuple[StandingOrder, ...] | None = None


def steer(view: View, aim: Aim, *, keep: int = 0, least: int = 1) -> tuple[Move, ...]:
    """The moves that bring the present plan nearest to *aim*, the largest distance first.

    *keep* moves are left for later in the season; what is off by fewer than *least* half-hours
    stays.
    """
    plan, moves_left = view.plan, view.moves_left - keep
    moves: list[Move] = []
    while len(moves) < moves_left:
        steps = _steps(view, plan, aim, moves_left - len(moves))
        far = [one for one in steps if one[0] >= least]
        if not far:
            break
        move = max(far, key=lambda one: one[0])[1]  # of equals, the first
        moves.append(move)
        plan = apply_move(plan, move)
    return tuple(moves)


def apportion(total: int, parts: Mapping[Lever, int]) -> dict[Lever, int]:
    """Divide *total* half-hours by *parts*: whole numbers that add up, largest remainders first."""
    whole = sum(parts.values())
    if whole == 0 or total <= 0:
        return dict.fromkeys(parts, 0)
    shares = {lever: divmod(total * part, whole) for lever, part in parts.items()}
    left = total - sum(share for share, _ in shares.values())
    first = sorted(shares, key=lambda lever: (-shares[lever][1], LEVERS.index(lever)))[:left]
    return {lever: share + (lever in first) for lever, (share, _) in shares.items()}


def may_join(view: View) -> tuple[str, ...]:
    """The places that can be set up now, in the order of the scenario: one at a time."""
    if Lever.TRY not in view.unlocked or setting_up(view, view.plan) is not None:
        return ()
    return tuple(place.id for place in view.places if place.is_open and not place.joined)


def setting_up(view: View, plan: Plan) -> str | None:
    """The place that *plan* is setting up and that is not ready yet, or None."""
    unready = [place.id for place in view.places if place.is_open and not place.joined]
    return plan.joining if plan.joining in unready else None


def _steps(view: View, plan: Plan, aim: Aim, moves_left: int) -> Iterator[tuple[int, Move]]:
    """Every move towards *aim* with the half-hours, or their like, that it brings us nearer."""
    yield from _towards_places(view, plan, aim, moves_left)
    yield from _towards_hours(view, plan, aim)
    yield from _towards_settings(plan, aim)


def _towards_places(
    view: View, plan: Plan, aim: Aim, moves_left: int
) -> Iterator[tuple[int, Move]]:
    on = dict(plan.shares)
    yield from ((LEAVING, LeavePlace(place)) for place in aim.leave if place in on)
    if setting_up(view, plan) is None and (plan.hours_of(Lever.TRY) or moves_left > 1):
        wished = [place for place in may_join(view) if place in aim.join]
        yield from ((JOINING, JoinPlace(place)) for place in sorted(wished, key=aim.join.index))
    if aim.shares is not None:
        shares = on | {place: share for place, share in aim.shares if place in on}
        if shares != on:
            yield SHARING, SetShares(tuple(sorted(shares.items())))


def _towards_hours(view: View, plan: Plan, aim: Aim) -> Iterator[tuple[int, Move]]:
    wanted = _wanted_hours(view, aim)
    off = {lever: plan.hours_of(lever) - wanted[lever] for lever in LEVERS}
    idle = setting_up(view, plan) is not None and not plan.hours_of(Lever.TRY)
    for source in LEVERS:
        for target in LEVERS:
            if off[source] > 0 > off[target]:
                count = min(off[source], -off[target])
                urgent = JOINING if idle and target is Lever.TRY else 0  # else it is joined in vain
                yield count + urgent, HalfHours(source, target, count)


def _wanted_hours(view: View, aim: Aim) -> dict[Lever, int]:
    """The aim's half-hours by lever; a locked lever gets none, the shop floor what is left."""
    named = dict(aim.half_hours)
    hours = {lever: named.get(lever, 0) * (lever in view.unlocked) for lever in SOCIAL_LEVERS}
    rest = named.get(Lever.REST, 0)
    return hours | {Lever.REST: rest, Lever.SHOP: HALF_HOURS_IN_WEEK - rest - sum(hours.values())}


def _towards_settings(plan: Plan, aim: Aim) -> Iterator[tuple[int, Move]]:
    care = tuple((lever, care) for lever, care in aim.care if plan.care_of(lever) is not care)
    if care:
        yield sum(plan.hours_of(lever) for lever, _ in care), SetCare(care)
    if aim.voice is not None:
        yield A_STEP * abs(aim.voice - plan.voice), SetVoice(aim.voice)
    if aim.claims is not None:
        yield A_STEP * abs(aim.claims - plan.claims), SetClaims(aim.claims)
    if aim.automation is not None and aim.automation is not plan.automation:
        yield AUTOMATING, SetAutomation(aim.automation)
    if aim.orders is not None and aim.orders != plan.orders:
        yield ORDERING, SetOrders(aim.orders)
