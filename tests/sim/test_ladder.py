"""The ladder: a stage is a pure function of the columns, is not lost at once, and all numbers add up."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.load import load_scenario
from game.sim.cause import Cause
from game.sim.clock import WEEKS_PER_SEASON
from game.sim.kernels.reference import stage_of
from game.sim.ladder import thresholds
from game.sim.measure import MEASURES, STAGE_MEASURES, Stage
from game.sim.parameter import MILLION
from game.sim.parameters.relationship import Ladder
from game.sim.relations import BOUGHT, LEFT
from game.sim.seen import StaleView
from game.strategies.runs import Run as NamedRun
from game.strategies.runs import simulate
from tests.sim.lab import a_room, after, mine, you

LINES = thresholds(Ladder())
MAY_BE_NEGATIVE = {"liking", "trust"}


def stage(
    *, old: int = 0, familiarity: float = 0.5, liking: float = 0, trust: float = 0.5, minutes: float = 0,
    custom: float = 0, marks: int = 0,
) -> Stage:  # fmt: skip
    """The stage of one relation."""
    relation = {
        "familiarity": familiarity * MILLION, "liking": liking * MILLION, "contact": minutes * 60,
        "custom": custom * MILLION, "marks": marks,
    }  # fmt: skip
    columns = {name: np.array([round(value)]) for name, value in relation.items()}
    return Stage(
        int(stage_of(LINES, np.array([old]), columns, np.array([round(trust * MILLION)]))[0])
    )


def test_the_rungs_in_their_order() -> None:
    assert stage(familiarity=0.1) == Stage.STRANGER
    assert stage() == Stage.KNOWS
    assert stage(liking=0.3, minutes=7) == Stage.LIKES
    assert stage(liking=0.3, minutes=12, trust=0.8) == Stage.TRUSTS
    assert stage(custom=1) == Stage.CUSTOMER
    assert stage(custom=1, liking=0.3, minutes=30, trust=0.9) == Stage.ADVOCATE
    assert stage(marks=LEFT) == stage(marks=BOUGHT) == Stage.LAPSED
    assert stage(trust=0.2, liking=-0.3) == Stage.HOSTILE


def test_nobody_likes_whom_they_never_talked_to() -> None:
    assert stage(liking=0.9, trust=0.9, minutes=0) == Stage.KNOWS
    assert stage(liking=0.9, trust=0.9, minutes=10) == Stage.LIKES


def test_a_stage_is_kept_until_the_value_lies_below_by_the_slack() -> None:
    line, slack = Ladder().like, Ladder().slack
    for below, kept in ((0.0, True), (slack / 2, True), (slack * 1.1, False)):
        here: dict[str, Any] = {"liking": line - below, "minutes": 9}
        assert (stage(old=Stage.LIKES, **here) == Stage.LIKES) == kept
        assert (stage(old=Stage.KNOWS, **here) == Stage.LIKES) == (below == 0.0)


@given(
    old=st.integers(0, 7), familiarity=st.floats(0, 1), liking=st.floats(-1, 1), trust=st.floats(0, 1),
    minutes=st.floats(0, 90), custom=st.floats(0, 1), marks=st.integers(0, 31),
)  # fmt: skip
@settings(max_examples=300)
def test_a_stage_depends_on_the_columns_alone_and_then_stays(
    old: int, familiarity: float, liking: float, trust: float, minutes: float, custom: float, marks: int
) -> None:  # fmt: skip
    here = {
        "familiarity": familiarity,
        "liking": liking,
        "trust": trust,
        "minutes": minutes,
        "custom": custom,
    }
    first = stage(old=old, marks=marks, **here)
    assert stage(old=old, marks=marks, **here) == first
    settled = stage(old=first, marks=marks, **here)
    assert stage(old=settled, marks=marks, **here) == settled


def test_the_column_of_stages_is_what_the_function_says_of_the_others() -> None:
    run = after(a_room(people=400), 20)
    columns = run.world.relations.columns()
    trust = (
        (columns["good"] + MILLION) * MILLION // (columns["good"] + columns["bad"] + 2 * MILLION)
    )
    again = stage_of(run.world.lines, columns["stage"], columns, trust)
    changed = again != columns["stage"]
    # one step of hysteresis at most: nothing is far from its line
    assert changed.mean() < 0.01


# what adds up, in the shipped scenarios


@cache
def shipped(scenario: str, strategy: str) -> NamedRun:
    """Half a year and a bit of a shipped scenario."""
    loaded = load_scenario(scenario)
    return simulate(loaded, {loaded.seat: strategy}, seed=4, weeks=3 * WEEKS_PER_SEASON)


SHIPPED = [
    (scenario, strategy)
    for scenario in ("corner-bakery", "new-square-2009")
    for strategy in ("hare", "adaptive")
]


@pytest.mark.parametrize(("scenario", "strategy"), SHIPPED)
def test_the_why_lines_sum_exactly_to_the_change(scenario: str, strategy: str) -> None:
    run = shipped(scenario, strategy)
    compared = 0
    for runner in run.scenario.runners:
        for measure in MEASURES:
            line = run.timeline(runner.id, measure.id)
            for first in range(0, run.weeks, WEEKS_PER_SEASON):
                last = first + WEEKS_PER_SEASON
                told = sum(one.amount for one in run.why(runner.id, measure.id, first, last))
                if measure.kind == "flow":
                    assert told == sum(line[first:last]), (runner.id, measure.id, first)
                elif measure.kind == "level":
                    start = line[first - 1] if first else began(run, measure.id)
                    assert told == line[last - 1] - start, (runner.id, measure.id, first)
                compared += told != 0
    assert compared > 100


def began(run: NamedRun, measure: str) -> int:
    """What a level stood at before the first day."""
    return {"strangers": run.world.people.count, "energy": 100}.get(measure, 0)


@pytest.mark.parametrize(("scenario", "strategy"), SHIPPED)
def test_everybody_counts_in_one_stage_every_week(scenario: str, strategy: str) -> None:
    run = shipped(scenario, strategy)
    for runner in run.scenario.runners:
        counts = [run.timeline(runner.id, stage) for stage in STAGE_MEASURES]
        sums = {sum(week) for week in zip(*counts, strict=True)}
        assert sums == {run.world.people.count}


@pytest.mark.parametrize(("scenario", "strategy"), SHIPPED)
def test_what_is_counted_is_never_negative(scenario: str, strategy: str) -> None:
    run = shipped(scenario, strategy)
    for runner in run.scenario.runners:
        for measure in MEASURES:
            if measure.id not in MAY_BE_NEGATIVE:
                assert min(run.timeline(runner.id, measure.id)) >= 0, (runner.id, measure.id)


@pytest.mark.parametrize(("scenario", "strategy"), SHIPPED)
def test_the_measures_are_what_the_columns_say(scenario: str, strategy: str) -> None:
    run = shipped(scenario, strategy)
    columns, people = run.world.relations.columns(), run.world.people.count
    for nth, runner in enumerate(run.scenario.runners):
        rows = slice(nth * people, (nth + 1) * people)
        stages = np.bincount(columns["stage"][rows], minlength=8).tolist()
        assert stages == [run.world.ledger.value_now(nth, stage) for stage in STAGE_MEASURES], (
            runner.id
        )
        assert run.world.ledger.value_now(nth, "followers") == np.count_nonzero(
            columns["follows"][rows]
        )
        assert run.world.ledger.value_now(nth, "liking") == columns["liking"][rows].sum()
        good, bad = columns["good"][rows], columns["bad"][rows]
        trust = (good + MILLION) * MILLION // (good + bad + 2 * MILLION) - MILLION // 2
        assert run.world.ledger.value_now(nth, "trust") == trust.sum()


def test_the_columns_stay_within_their_bounds() -> None:
    run = shipped("corner-bakery", "hare")
    columns = run.world.relations.columns()
    for name in ("familiarity", "custom"):
        assert 0 <= columns[name].min() <= columns[name].max() <= MILLION
    assert -MILLION <= columns["liking"].min() <= columns["liking"].max() <= MILLION
    for name in ("good", "bad", "contact", "seen", "met"):
        assert columns[name].min() >= 0


def test_a_change_of_stage_is_told_with_the_cause_that_crossed_the_line() -> None:
    run = after(a_room(people=60, known_by=0.0), 1.5)
    run.world.touch(0, 7, run.now, Cause.MEETING, familiarity=MILLION // 2)
    after(run, 2)
    assert mine(run, "stage")[7] == Stage.KNOWS
    assert [(line.cause, line.amount) for line in run.why("you", "knows", 1)] == [
        (Cause.MEETING, 1)
    ]
    assert you(run).index == 0


def test_a_view_of_a_moment_that_has_passed_says_so() -> None:
    run = after(a_room(), 2)
    view = run.view("you")
    assert view.week == 2
    after(run, 3)
    for ask in (lambda: view.week, lambda: view.measure("followers"), view.guests):
        with pytest.raises(StaleView, match="moment that has passed"):
            ask()
