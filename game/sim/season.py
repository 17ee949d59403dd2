"""Seasons and years: when a plan, goals or a review is asked for, and how the partner answers.

What a season allows, and the moves within it, are in `planning.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.clock import (
    DAY,
    WEEK,
    WEEKS_PER_YEAR,
    is_season_start,
    is_year_start,
    season_of_week,
    year_of_week,
)
from game.sim.decision import Decision, Kind, Option, Request
from game.sim.planning import EARNED_BY_LISTENING, unlocked_in
from game.sim.temperament import partner_drifts
from game.sim.view import View

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World

PURSE_STEP = 2  # half-hours
PURSE_LEAST, PURSE_MOST = 6, 30


def begin_season(world: World, state: RunnerState) -> None:
    """A season begins: moves are counted anew, levers unlock."""
    state.moves_earned = int(state.season_listened >= EARNED_BY_LISTENING)
    state.moves_used, state.season_listened = 0, 0
    state.lever_unlocks = unlocked_in(world, season_of_week(world.now // WEEK))


def ask_monday(world: World, state: RunnerState) -> None:
    """What is asked on a Monday: at a year's turn review and goals, at a season's the plan, else the week."""
    week = world.now // WEEK
    if is_year_start(week) and week:
        _ask_review(world, state)
    if is_year_start(week) and world.scenario.goals:
        options = tuple(Option(goal.id, goal.label) for goal in world.scenario.goals)
        _ask(
            world,
            state,
            "goals",
            f"year-{year_of_week(week) + 1}",
            (*options, Option("none", "goals.none")),
            "none",
        )
    _ask(world, state, "plan" if is_season_start(week) else "week", f"week-{week + 1}", (), None)


def ask_correction(world: World, state: RunnerState) -> None:
    """A correction between Mondays: a week request of its own."""
    _ask(world, state, "week", f"day-{world.now // DAY}", (), None)


def _ask(
    world: World,
    state: RunnerState,
    kind: Kind,
    name: str,
    options: tuple[Option, ...],
    default: str | None,
) -> None:
    world.requests.append(
        Request(
            runner=state.definition.id, kind=kind, name=name, day=world.now // DAY, options=options,
            default=Decision(option=default), view=View(world, state.index),
        )
    )  # fmt: skip


def _ask_review(world: World, state: RunnerState) -> None:
    options = (
        Option("ask", "review.ask"),
        Option("keep", "review.keep"),
        Option("fewer", "review.fewer"),
    )
    _ask(world, state, "review", f"year-{year_of_week(world.now // WEEK)}", options, "keep")


def growth(world: World, state: RunnerState, measure: str) -> float:
    """This year's total or level of *measure* over last year's; 1 where there is nothing to compare."""
    line = world.ledger.timeline(state.index, measure)
    now, before = line[-WEEKS_PER_YEAR:], line[-2 * WEEKS_PER_YEAR : -WEEKS_PER_YEAR]
    if measure == "followers":
        return (now[-1] + 10) / ((before[-1] if before else now[0]) + 10)
    return (sum(now) + 5) / (sum(before or now[:13] * 4) + 5)


def answer_review(world: World, state: RunnerState, decision: Decision) -> None:
    """The partner looks at what their temperament looks at, and grants or takes hours."""
    watches = {"traditional": "sales", "get-it": "sales", "scissors": "followers"}[state.partner]
    grown = growth(world, state, watches)
    patience = {"traditional": 1.25, "get-it": 1.0, "scissors": 1.4}[state.partner]
    step = PURSE_STEP if grown >= patience else 0 if grown >= 0.9 else -PURSE_STEP
    if decision.option == "ask":
        step = step + 1 if step > 0 else step - PURSE_STEP * int(state.partner == "traditional")
    if decision.option == "fewer":
        step = -PURSE_STEP
    before = state.purse
    state.purse = max(PURSE_LEAST, min(PURSE_MOST, state.purse + step))
    world.ledger.note(world.now, "purse", state.index, -1, f"{before}>{state.purse}")
    partner_drifts(world, state, grown, growth(world, state, "sales"))


def answer_goals(world: World, state: RunnerState, decision: Decision) -> None:
    """The year's goal is set."""
    state.goal = decision.option or ""
    world.ledger.note(world.now, "goal", state.index, -1, state.goal)
