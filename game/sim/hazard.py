"""Hazards: what makes each kind of setback likely today, and how much a runner is to blame for it.

The life of a setback once it is born is in `setback.py`; what an answer does is in `response.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.sim.clock import DAY
from game.sim.draws import SPAN
from game.sim.lever import Care, Lever
from game.sim.measure import MEASURE_INDEX
from game.sim.parameter import MILLION, millionths
from game.sim.plan import Automation
from game.sim.trade import service_quality

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World

MOST_A_DAY = SPAN // 4  # no setback is likelier on one day, whatever is done

#: How far the runner is usually responsible, per cent; each setback varies around its kind (S5).
BLAME = {
    "sour_review": 40, "slip": 50, "claim_found_out": 90, "machine_talk": 50, "delegate_slip": 45, "silence": 75,
    "rumour": 10, "broken_promise": 90,
}  # fmt: skip
#: The cluster of each kind (Coombs 2007): who is a victim is hardly to blame, who could have prevented it is.
CLUSTER = {
    "sour_review": "accidental", "slip": "accidental", "claim_found_out": "preventable", "machine_talk": "accidental",
    "delegate_slip": "accidental", "silence": "preventable", "rumour": "victim", "broken_promise": "preventable",
}  # fmt: skip


#: How much likelier a slip is by the care that is given to what is posted.
HASTE = {Care.BRIEF: 2.0, Care.NORMAL: 1.0, Care.THOROUGH: 0.5}
#: How much of the talk is a machine's.
TALK = {
    Automation.NONE: 0.0, Automation.SCHEDULED: 0.1, Automation.WELCOME: 0.25, Automation.DIRECT: 1.0,
}  # fmt: skip


def hazard(world: World, state: RunnerState, kind: str) -> float:
    """The chance of a setback of *kind* being born today, from what the runner does and from bad luck."""
    return _HAZARDS[kind](world, state)


def today(world: World, state: RunnerState, kind: str) -> int:
    """Today's chance (of `SPAN`) of one kind."""
    return min(MOST_A_DAY, int(hazard(world, state, kind) * SPAN))


def _audience(world: World, state: RunnerState) -> float:
    followers = world.ledger.value_now(state.index, "followers")
    return followers / (followers + 400)


def _sour_review(world: World, state: RunnerState) -> float:
    poor = 2 * (1 - service_quality(world, state) / MILLION) / 0.12
    ends = world.ledger.ends
    buyers = ends[-1][state.index, MEASURE_INDEX["sales"]] / 5 if ends else 0.2
    return world.parameters.hazards.sour_review * min(3.0, float(buyers)) * poor / 2


def _slip(world: World, state: RunnerState) -> float:
    plan, posts = state.week_plan, sum(state.posts_before.values())
    if not posts:
        return 0.0
    haste = HASTE[plan.care_of(Lever.CREATE)]
    tired = 2.0 if state.energy < millionths(world.parameters.energy.tired) else 1.0
    signs = 0.75 if plan.hours_of(Lever.LISTEN) >= 2 else 1.0
    return world.parameters.hazards.slip * posts / 7 * haste * tired * signs


def _claim_found_out(world: World, state: RunnerState) -> float:
    bold = state.week_plan.claims - 1
    if bold <= 0:
        return 0.0
    return world.parameters.hazards.claim_found_out * bold / 3 * _audience(world, state)


def _machine_talk(world: World, state: RunnerState) -> float:
    talk = TALK[state.week_plan.automation]
    if not talk:
        return 0.0
    return world.parameters.hazards.machine_talk * talk * _audience(world, state)


def _delegate_slip(world: World, state: RunnerState) -> float:
    who = state.week_plan.delegate
    if who is None:
        return 0.0
    staff = next(staff for staff in world.scenario.staff if staff.id == who)
    haste = staff.haste * (0.15 if state.week_plan.expectations else 1.0)
    return world.parameters.hazards.delegate_slip * haste


def _silence(world: World, state: RunnerState) -> float:
    yesterday = world.now - DAY
    stale = len([1 for message in state.inbox.waiting if message.arrival < yesterday])
    return world.parameters.hazards.silence * min(6.0, stale / 10)


def _rumour(world: World, state: RunnerState) -> float:
    return world.parameters.hazards.rumour * (0.5 + _audience(world, state))


def _broken_promise(world: World, state: RunnerState) -> float:
    return world.parameters.hazards.broken_promise if state.promise == "broken" else 0.0


_HAZARDS: dict[str, Callable[[World, RunnerState], float]] = {
    "sour_review": _sour_review,
    "slip": _slip,
    "claim_found_out": _claim_found_out,
    "machine_talk": _machine_talk,
    "delegate_slip": _delegate_slip,
    "silence": _silence,
    "rumour": _rumour,
    "broken_promise": _broken_promise,
}
SETBACK_KINDS = tuple(_HAZARDS)
