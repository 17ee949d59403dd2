"""Tests of a scenario, run: does it come out as its author expects, and in how many lucks.

What a test may ask is declared in `game/sim/expectation.py`; the runs are spread by `workers.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from game.pages.number import whole, worth
from game.sim.asked import state_at_end
from game.sim.condition import Explained, compile_condition
from game.sim.expectation import Expectation, with_sums
from game.sim.limits import LUCKS, SEED, whole_within
from game.sim.override import overridden
from game.sim.scenario import Scenario
from game.sim.spelling import suggestion
from game.sim.terms import vocabulary_of
from game.strategies.runs import simulate
from game.study.table import text_table
from game.study.workers import spread


class Attempt(NamedTuple):
    """One run of one test, the *number*th: *strategy* in the seat under luck *seed*."""

    number: int
    test: Expectation
    seed: int
    strategy: str


@dataclass(frozen=True)
class Tried:
    """What came of an attempt: the yardstick, and what each line of `expect` was worth."""

    attempt: Attempt
    yardstick: int
    lines: tuple[Explained, ...]


@dataclass(frozen=True)
class Verdict:
    """A test with its answer: in *passed* of its runs it came out as expected; *said* tells what came out."""

    test: Expectation
    passed: int
    runs: int
    said: str

    @property
    def needed(self) -> int:
        """In how many runs it must come out: the test's own share, where another number of runs was made."""
        return -(-self.test.at_least * self.runs // self.test.runs)

    @property
    def holds(self) -> bool:
        """Whether the test is passed."""
        return self.passed >= self.needed

    def as_json(self) -> dict[str, Any]:
        """The verdict as a JSON object."""
        return {
            "name": self.test.name,
            "passed": self.passed,
            "runs": self.runs,
            "at_least": self.needed,
            "holds": self.holds,
            "said": self.said,
        }


def run_tests(
    scenario: Scenario,
    *,
    only: Sequence[str] = (),
    runs: int | None = None,
    seed: int = 1,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Verdict]:
    """The verdict on each test of *scenario*, or on those named *only*, under the lucks *seed*, *seed* + 1, ...

    *runs* makes another number of runs than the tests say and asks for the same share of them. The verdicts are the
    same for any number of *workers*. Raises `ValueError` for a name that no test has and for an unknown strategy.
    """
    whole_within("seed", seed, SEED)
    if runs is not None:
        whole_within("runs", runs, LUCKS)
    chosen = _chosen(scenario, only)
    tasks = [
        Attempt(number, test, seed + nth, strategy)
        for number, test in enumerate(chosen)
        for nth in range(runs or test.runs)
        for strategy in test.field or (test.plays or "",)
    ]
    tried = spread(attempt, scenario, tasks, workers, progress)
    return [
        _verdict(test, [one for one in tried if one.attempt.number == number])
        for number, test in enumerate(chosen)
    ]


def _chosen(scenario: Scenario, only: Sequence[str]) -> list[Expectation]:
    known = [test.name for test in scenario.tests]
    for name in only:
        if name not in known:
            raise ValueError(f"{scenario.id} has no test {name!r}. {suggestion(name, known)}")
    return [test for test in scenario.tests if not only or test.name in only]


def attempt(scenario: Scenario, task: Attempt) -> Tried:
    """Make one run of a test, and keep what its verdict needs."""
    test = task.test
    if test.without:
        parameters = overridden(scenario.parameters, test.without)
        scenario = scenario.model_copy(update={"parameters": parameters})
    run = simulate(scenario, {scenario.seat: task.strategy}, seed=task.seed, weeks=test.by_week)
    if not test.expect:
        return Tried(task, run.outcome(scenario.seat).yardstick, ())
    condition = compile_condition(test.expect, with_sums(vocabulary_of(scenario)))
    return Tried(task, 0, tuple(condition.explain(state_at_end(run, scenario.seat))))


def _verdict(test: Expectation, tried: Sequence[Tried]) -> Verdict:
    if test.expect:
        passed = [all(line.holds for line in one.lines) for one in tried]
        return Verdict(test, sum(passed), len(tried), _first_miss(tried))
    lucks = sorted({one.attempt.seed for one in tried})
    won = dict.fromkeys(test.field, 0)
    for luck in lucks:
        best = _best([one for one in tried if one.attempt.seed == luck])
        if best is not None:
            won[best] += 1
    passed_of = won[test.wins] if test.wins else len(lucks) - won[test.wins_not or ""]
    return Verdict(test, passed_of, len(lucks), _who_won(test, tried, won))


def _best(of_luck: Sequence[Tried]) -> str | None:
    """The strategy that nobody else equals under one luck; None where several are level."""
    most = max(one.yardstick for one in of_luck)
    best = [one.attempt.strategy for one in of_luck if one.yardstick == most]
    return best[0] if len(best) == 1 else None


def _first_miss(tried: Sequence[Tried]) -> str:
    """What the terms were worth in the first luck in which a line did not hold; else in the first luck."""
    misses = [one for one in tried if not all(line.holds for line in one.lines)]
    one = (misses or tried)[0]
    lines = [line for line in one.lines if not line.holds] or list(one.lines)
    values = {term: value for line in lines for term, value in line.values.items()}
    told = ", ".join(f"{term} is {worth(value)}" for term, value in values.items())
    return f"luck {one.attempt.seed}: {told}" if told else f"luck {one.attempt.seed}"


def _who_won(test: Expectation, tried: Sequence[Tried], won: dict[str, int]) -> str:
    """How often each won, and its mean yardstick."""
    parts = []
    for strategy in sorted(test.field, key=lambda name: -won[name]):
        values = [one.yardstick for one in tried if one.attempt.strategy == strategy]
        parts.append(f"{strategy} won {won[strategy]}, mean {whole(sum(values) / len(values))}")
    return "; ".join(parts)


def report(scenario: Scenario, verdicts: Sequence[Verdict]) -> str:
    """The verdicts in plain text: a line a test, and how many are passed."""
    if not verdicts:
        return f"{scenario.title}: no tests. Write some below `tests:`."
    rows = [
        (
            one.test.name,
            "passed" if one.holds else "NOT PASSED",
            f"{one.passed} of {one.runs}",
            str(one.needed),
            one.said,
        )
        for one in verdicts
    ]
    titles = ("test", "verdict", "came out", "needed", "what came out")
    passed = sum(one.holds for one in verdicts)
    table = text_table(titles, rows, words=2)
    return f"{scenario.title}\n\n{table}\n\n{passed} of {len(verdicts)} tests passed."
