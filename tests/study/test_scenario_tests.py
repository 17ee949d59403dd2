"""Tests inside scenarios, run: the verdict is what the runs say, and taking a mechanism away can change it."""

from __future__ import annotations

from typing import Any

import pytest

from game.sim.expectation import Expectation
from game.sim.limits import BadInputError
from game.sim.override import overridden
from game.sim.parameter import Parameters
from game.sim.scenario import Scenario
from game.strategies.runs import simulate
from game.study.scenario_tests import Verdict, report, run_tests
from tests.sim.playing import a_town

WEEKS = 8


def a_tested_town(*tests: dict[str, Any]) -> Scenario:
    usual: dict[str, Any] = {"runs": 3, "at_least": 3, "by_week": WEEKS}
    read = [
        Expectation.model_validate({"name": f"test {number}"} | usual | test)
        for number, test in enumerate(tests)
    ]
    return a_town(people=100, seasons=1).model_copy(update={"tests": tuple(read)})


def verdict(**test: Any) -> Verdict:
    return run_tests(a_tested_town(test), workers=1)[0]


def test_what_is_expected_is_held_against_each_run_of_the_strategy() -> None:
    town = a_town(people=100, seasons=1)
    runs = [simulate(town, {"you": "hare"}, seed=seed, weeks=WEEKS) for seed in (1, 2, 3)]
    followers = [run.outcome("you").followers for run in runs]
    assert len(set(followers)) > 1  # else any luck would do for any other
    least = sorted(followers)[1]
    found = verdict(plays="hare", expect=(f"followers >= {least}",))
    assert (found.passed, found.runs) == (sum(one >= least for one in followers), 3)
    assert not found.holds
    missed = followers.index(min(followers)) + 1
    assert found.said == f"luck {missed}: followers is {min(followers)}"


def test_relationships_and_the_week_are_those_of_the_week_asked_for() -> None:
    run = simulate(a_town(people=100, seasons=1), {"you": "tortoise"}, seed=1, weeks=WEEKS)
    there = run.outcome("you").relationships
    lines = (f"relationships == {there}", f"week == {WEEKS}", "season == 1")
    assert verdict(plays="tortoise", runs=1, at_least=1, expect=lines).holds


def test_a_winner_is_who_nobody_equals() -> None:
    town = a_town(people=100, seasons=1)
    field = ("hare", "tortoise")
    worth = {
        name: [
            simulate(town, {"you": name}, seed=seed, weeks=WEEKS).outcome("you").yardstick
            for seed in (1, 2, 3)
        ]
        for name in field
    }
    alone = sum(one > other for one, other in zip(worth["hare"], worth["tortoise"], strict=True))
    assert verdict(field=field, wins="hare").passed == alone
    assert verdict(field=field, wins_not="hare").passed == 3 - alone
    assert verdict(field=("hare", "hare(voice=2)"), wins="hare").passed == 0  # level with its twin


def test_taking_a_mechanism_away_changes_what_comes_out() -> None:
    expect = ("sales >= 1",)
    assert verdict(plays="hare", expect=expect).passed > 0
    no_trade = ("trade.offer=0", "trade.known=0", "trade.liked=0", "trade.trusted=0")
    assert verdict(plays="hare", expect=expect, without=no_trade).passed == 0


def test_another_number_of_runs_asks_for_the_same_share() -> None:
    town = a_tested_town({"plays": "hare", "expect": ("sales >= 0",), "runs": 20, "at_least": 15})
    (found,) = run_tests(town, runs=2, workers=1)
    assert (found.runs, found.needed, found.holds) == (2, 2, True)


def test_only_the_tests_named_are_run_and_each_keeps_its_own_runs() -> None:
    asks: dict[str, Any] = {"plays": "hare", "expect": ("sales >= 0",)}
    town = a_tested_town({**asks, "runs": 1, "at_least": 1}, asks)
    assert [one.runs for one in run_tests(town, workers=1)] == [1, 3]
    assert [one.test.name for one in run_tests(town, only=["test 1"], workers=1)] == ["test 1"]
    with pytest.raises(ValueError, match="has no test 'test 7'"):
        run_tests(town, only=["test 7"])


def test_the_report_says_what_is_not_passed() -> None:
    asked = ("sales >= 0",), ("sales < 0",)
    town = a_tested_town(*({"plays": "hare", "expect": one} for one in asked))
    text = report(town, run_tests(town, workers=1))
    assert "test 0  passed        3 of 3" in text
    assert "test 1  NOT PASSED    0 of 3" in text
    assert text.endswith("1 of 2 tests passed.")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("trade.ofer=0", "no parameter `trade.ofer`. Did you mean `trade.offer`?"),
        ("trade.offer", "`trade.offer` sets no parameter"),
        ("trade.offer=none", "`none` is no number"),
        ("trade.offer=-1", "it must be a number from"),
    ],
)
def test_an_override_that_cannot_be_is_told_so(words: str, said: str) -> None:
    with pytest.raises(BadInputError, match=said.replace("?", r"\?").replace("(", r"\(")):
        overridden(Parameters(), [words])
