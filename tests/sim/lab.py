"""A laboratory: tiny worlds with one runner that keeps one plan, in which one mechanism at a time can be watched.

Small scenarios are built in `tests/builders.py`; a person at play is in `playing.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from game.sim.clock import DAY, HOUR, WEEK
from game.sim.decision import Decision, Request
from game.sim.lever import Lever
from game.sim.market import Market
from game.sim.parameter import Parameters
from game.sim.place import Place
from game.sim.plan import Plan, make_plan
from game.sim.run import Run
from game.sim.runner import Runner
from game.sim.scenario import Scenario
from game.sim.state import RunnerState
from tests.builders import DIARY, SQUARE, a_scenario

Numbers = npt.NDArray[np.int64]
NO_HAZARDS = {
    "sour_review": 0, "slip": 0, "claim_found_out": 0, "machine_talk": 0, "delegate_slip": 0, "silence": 0,
    "rumour": 0, "broken_promise": 0,
}  # fmt: skip
NOBODY_BUYS = {"known": 0, "liked": 0, "trusted": 0, "offer": 0}
LUCKS = range(1, 7)


def numbers(**groups: dict[str, Any]) -> Parameters:
    """The parameters with these set, by group; without hazards unless they are said."""
    hazards = NO_HAZARDS | groups.pop("hazards", {})
    return Parameters.model_validate({**groups, "hazards": hazards}, strict=False)


def a_room(
    hours: Mapping[Lever, int] | None = None,
    *,
    seed: int = 1,
    people: int = 300,
    seasons: int = 2,
    places: tuple[Place, ...] = (SQUARE, DIARY),
    on: tuple[str, ...] = ("square",),
    known_by: float = 0.6,
    shops: int = 1,
    parameters: Parameters | None = None,
    settings: dict[str, Any] | None = None,
    **scenario: Any,
) -> Run:
    """A run in which *shops* businesses keep the plan of *hours* half-hours a week and of *settings*."""
    runners = tuple(
        Runner(id="you" if nth == 0 else f"shop{nth}", name=f"Shop {nth}", seat=nth == 0, on=on, known_by=known_by)
        for nth in range(shops)
    )  # fmt: skip
    world: Scenario = a_scenario(
        people=people, seasons=seasons, places=places, runners=runners,
        parameters=parameters or numbers(), **{"market": Market(people=people)} | scenario,
    )  # fmt: skip
    run = Run(world, seed, strategies={})
    for state in run.world.runners:
        set_plan(state, hours or {}, **settings or {})
    return run


def set_plan(state: RunnerState, hours: Mapping[Lever, int], **settings: Any) -> Plan:
    """Give *state* this plan, from now on."""
    plan = replace(make_plan(hours), shares=state.plan.shares, **settings)
    state.plan = state.week_plan = plan
    return plan


def after(run: Run, weeks: float) -> Run:
    """*run*, gone on with to the end of this week (a part of it counts)."""
    assert run.advance(until=round(weeks * WEEK)) is None
    return run


def days_of(run: Run, days: int) -> Iterator[int]:
    """Advance a day at a time."""
    start = run.now
    for day in range(days):
        run.advance(until=start + (day + 1) * DAY)
        yield day


def until(run: Run, holds: Callable[[], bool], days: int = 60) -> Run:
    """*run*, gone on with hour by hour until something holds."""
    start = run.now
    for hour in range(days * 24):
        if holds():
            return run
        run.advance(until=start + hour * HOUR)
    raise AssertionError(f"It did not come about in {days} days.")


def you(run: Run) -> RunnerState:
    """The seat's state."""
    return run.world.runners[0]


def mine(run: Run, column: str) -> Numbers:
    """A column of the seat's relations."""
    values: Numbers = run.world.relations.columns()[column][run.world.span_of(0)]
    return values


def trust(run: Run) -> int:
    """The seat's sum of trust above the prior, now."""
    return run.world.ledger.value_now(0, "trust")


def now(run: Run, measure: str) -> int:
    """A measure of the seat, now."""
    return run.world.ledger.value_now(0, measure)


def total(run: Run, measure: str) -> int:
    """A flow of the seat, summed over all weeks that ended."""
    return sum(run.timeline("you", measure))


def answered(run: Run, pick: Callable[[Request], Decision]) -> Run:
    """Play to the end; *pick* answers what people are asked."""
    while request := run.advance():
        run.decide(pick(request))
    return run
