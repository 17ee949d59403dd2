"""Standing orders: a condition and a shift of half-hours, looked at every Monday, through the runner's own fog.

What may be asked in a condition is in `terms.py`; what is counted by the week is that of the week that has just closed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from game.sim.asked import state_of
from game.sim.condition import ConditionError, compile_condition
from game.sim.lever import Lever
from game.sim.measure import MEASURES
from game.sim.plan import IllegalMove, Plan, StandingOrder, shift
from game.sim.terms import vocabulary_of

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World


def check_order(world: World, order: object) -> None:
    """Raise `IllegalMove` where *order* cannot be read or moves nothing."""
    if not isinstance(order, StandingOrder):
        raise IllegalMove(
            "A standing order needs a condition, two levers and a number of half-hours."
        )
    try:
        compile_condition(order.when, vocabulary_of(world.scenario))
    except ConditionError as error:
        raise IllegalMove(f"Standing order: {error}") from error
    if order.count < 1 or order.source == order.target:
        raise IllegalMove(
            "A standing order moves at least one half-hour from one lever to another."
        )


def plan_of_week(world: World, state: RunnerState) -> Plan:
    """The plan with the standing orders that apply this week. A term still in the fog makes its order idle."""
    applying = []
    for order in state.plan.orders:
        condition = compile_condition(order.when, vocabulary_of(world.scenario))
        if condition.names & covered_terms(state):
            continue
        if condition.holds(state_of(world, state, week_has_closed=True)):
            applying.append((order.source, order.target, order.count))
    return _shifted(state.plan, applying)


def covered_terms(state: RunnerState) -> frozenset[str]:
    """Names of measures whose light is not lit for the runner."""
    return frozenset(
        measure.id
        for measure in MEASURES
        if measure.light is not None
        and state.lights[measure.light].state not in ("lit", "habit", "off")
    )


def _shifted(plan: Plan, orders: Iterable[tuple[Lever, Lever, int]]) -> Plan:
    """The plan of a week in which these standing orders apply, as far as there are half-hours to move."""
    for source, target, count in orders:
        there = min(count, plan.hours_of(source))
        if there:
            plan = shift(plan, source, target, there)
    return plan
