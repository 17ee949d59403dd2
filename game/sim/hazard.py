"""Hazards: what makes each kind of setback likely today, and how much a runner is to blame for it.

The life of a setback once it is born is in `setback.py`; what an answer does is in `response.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.clock import DAY
from game.sim.draws import SPAN
from game.sim.lever import Care, Lever
from game.sim.parameter import MILLION, millionths
from game.sim.plan import Automation
from game.sim.trade import service_quality

if TYPE_CHECKING:
    from game.sim.world import RunnerState, World

SETBACK_KINDS = (
    "sour_review", "slip", "claim_found_out", "machine_talk", "delegate_slip", "silence", "rumour", "broken_promise",
)  # fmt: skip

#: How far the runner is responsible, per cent (S5: victim, accident, preventable).
BLAME = {
    "sour_review": 45, "slip": 60, "claim_found_out": 90, "machine_talk": 65, "delegate_slip": 55, "silence": 70,
    "rumour": 10, "broken_promise": 90,
}  # fmt: skip


def hazards(world: World, state: RunnerState) -> dict[str, float]:
    """The chance of each kind of setback being born today, from what the runner does and from bad luck."""
    rates, plan = world.parameters.hazards, state.week_plan
    posts = sum(state.posts_before.values())
    followers = world.ledger.value_now(state.index, "followers")
    audience = followers / (followers + 400)
    haste = {Care.BRIEF: 2.0, Care.NORMAL: 1.0, Care.THOROUGH: 0.5}[plan.care_of(Lever.CREATE)]
    tired = 2.0 if state.energy < millionths(world.parameters.energy.tired) else 1.0
    poor = 2 * (1 - service_quality(world, state) / MILLION) / 0.12
    buyers = world.ledger.ends[-1][state.index, 14] / 5 if world.ledger.ends else 0.2
    signs = 0.75 if plan.hours_of(Lever.LISTEN) >= 2 else 1.0
    stale = sum(1 for m in state.inbox.waiting if world.now - m.arrival > DAY)
    automation = {Automation.DIRECT: 1.0, Automation.WELCOME: 0.25, Automation.SCHEDULED: 0.1}.get(
        plan.automation, 0.0
    )
    return {
        "sour_review": rates.sour_review * min(3.0, float(buyers)) * poor / 2,
        "slip": rates.slip * posts / 7 * haste * tired * signs,
        "claim_found_out": rates.claim_found_out * max(0, plan.claims - 1) / 3 * audience,
        "machine_talk": rates.machine_talk * automation * audience,
        "delegate_slip": rates.delegate_slip * _delegated(world, state),
        "silence": rates.silence * min(6.0, stale / 10),
        "rumour": rates.rumour * (0.5 + audience),
        "broken_promise": rates.broken_promise if state.promise == "broken" else 0.0,
    }


def _delegated(world: World, state: RunnerState) -> float:
    if state.week_plan.delegate is None:
        return 0.0
    staff = next(staff for staff in world.scenario.staff if staff.id == state.week_plan.delegate)
    return staff.haste * (0.15 if state.week_plan.expectations else 1.0)


def today(world: World, state: RunnerState, kind: str) -> int:
    """Today's chance (of `SPAN`) of one kind."""
    return int(min(1.0, hazards(world, state)[kind]) * SPAN)
