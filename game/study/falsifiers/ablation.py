"""Ablations: a mechanism is taken away, and what moves is held against a table written before any of them was run.

The table is `ablations.yaml` beside this file: for each mechanism the parameters that switch it off, what must move
and whither, and what must stay inside its interval.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from game.authoring.tables import read_table
from game.sim.measure import MEASURE_INDEX
from game.sim.parameter import Parameters
from game.sim.run import Run
from game.sim.scenario import Scenario
from game.strategies.runs import simulate
from game.study.falsifiers.town import small
from game.study.interval import Interval, paired
from game.study.workers import spread

TABLE = Path(__file__).with_name("ablations.yaml")
STRATEGIES = ("tortoise", "hare")
OUTCOMES = ("followers", "relationships", "hostile", "sales", "yardstick", "setbacks")
SUMS = ("reach", "left_waiting", "unfollowed", "two_way_minutes", "reactions")


@dataclass(frozen=True)
class Ablation:
    """One mechanism: what switches it off, what was expected to move (+, -) by `strategy.measure`, and to stay."""

    name: str
    about: str
    set: Mapping[str, Mapping[str, Any]]
    moves: dict[str, str]
    stays: tuple[str, ...]


class Verdict(NamedTuple):
    """One line of the table: what was expected, the paired difference (without less with), and whether it was so."""

    ablation: str
    what: str
    expected: str
    difference: Interval
    usual: float
    hit: bool


def ablations(table: Path = TABLE) -> list[Ablation]:
    """The table, as written. Raises `ValueError` for an expectation about what is not measured."""
    read = read_table(table)
    found = [
        Ablation(name, one["about"], one["set"], one["moves"], tuple(one["stays"]))
        for name, one in read.items()
    ]
    for one in found:
        _check(one)
    return found


def _check(one: Ablation) -> None:
    """Raise `ValueError` for an expectation that nothing could be held against, before any run is made."""
    for what, direction in (one.moves | dict.fromkeys(one.stays, "=")).items():
        strategy, _, measure = what.partition(".")
        if (
            strategy not in STRATEGIES
            or measure not in (*OUTCOMES, *SUMS)
            or direction not in "+-="
        ):
            raise ValueError(f"{one.name}: {what} {direction} is no expectation.")
    both = set(one.moves) & set(one.stays)
    if both:
        raise ValueError(f"{one.name}: {', '.join(sorted(both))} cannot both move and stay.")


def without(parameters: Parameters, ablation: Ablation) -> Parameters:
    """*parameters* with the mechanism switched off. Raises `ValueError` for a parameter that does not exist."""
    everything = parameters.model_dump()
    for group, values in ablation.set.items():
        everything[group] |= values
    return Parameters.model_validate(everything)


def numbers_of(run: Run, seat: str) -> dict[str, float]:
    """What is compared of one run."""
    outcome = run.outcome(seat)
    numbers = {name: float(getattr(outcome, name)) for name in OUTCOMES}
    ledger = run.world.ledger
    index = [one.id for one in run.scenario.runners].index(seat)
    for name in SUMS:
        assert name in MEASURE_INDEX
        numbers[name] = float(sum(ledger.timeline(index, name)))
    return numbers


def _numbers(scenario: Scenario, task: tuple[Parameters, str, int]) -> dict[str, float]:
    parameters, strategy, seed = task
    there = scenario.model_copy(update={"parameters": parameters})
    return numbers_of(simulate(there, {there.seat: strategy}, seed=seed), there.seat)


def ablate(
    scenario: Scenario,
    lucks: range,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Verdict]:
    """Every line of the table, judged on paired runs of *scenario* in a market of a thousand, the seat alone."""
    alone = small(scenario)
    table = ablations()
    sets = [alone.parameters, *(without(alone.parameters, one) for one in table)]
    tasks = [(one, strategy, seed) for one in sets for strategy in STRATEGIES for seed in lucks]
    made = iter(spread(_numbers, alone, tasks, workers, progress))
    columns = [{strategy: [next(made) for _ in lucks] for strategy in STRATEGIES} for _ in sets]
    usual = columns[0]
    return [
        verdict
        for one, column in zip(table, columns[1:], strict=True)
        for verdict in _judge(one, usual, column)
    ]


Columns = dict[str, list[dict[str, float]]]


def _judge(one: Ablation, usual: Columns, column: Columns) -> list[Verdict]:
    expected = {**one.moves, **dict.fromkeys(one.stays, "=")}
    verdicts = []
    for what, direction in expected.items():
        strategy, measure = what.split(".")
        after = [numbers[measure] for numbers in column[strategy]]
        before = [numbers[measure] for numbers in usual[strategy]]
        difference = paired(after, before)
        hit = {
            "+": difference.low > 0,
            "-": difference.high < 0,
            "=": difference.low <= 0 <= difference.high,
        }[direction]
        verdicts.append(Verdict(one.name, what, direction, difference, sum(before) / len(before), hit))  # fmt: skip
    return verdicts
