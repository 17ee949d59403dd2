"""The street: how much trust must sell, and how long the race must be, until slow is ahead of fast.

Along one line, from the model's own trade to a street where people buy of whomever they have heard of, the field runs
under the same lucks, and its sales to date are read at the end of each season. The region next door moves every assumed
number by itself; here the few that stand for one question move together, far beyond it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from game.sim.clock import WEEKS_PER_SEASON
from game.sim.parameter import Parameters
from game.sim.scenario import Scenario
from game.strategies.runs import simulate
from game.study.falsifiers.region import FIELD
from game.study.workers import spread

FIRMNESS = (1.0, 0.5, 0.25, 0.12, 0.06, 0.0)
HEARD_OF = 0.6  # weight of a runner one only knows, where nothing else sells


class Walk(NamedTuple):
    """What a strategy had sold by the end of each season, where *firmness* of what trust and liking sell is left."""

    firmness: float
    seed: int
    strategy: str
    sales: tuple[int, ...]


class _Task(NamedTuple):
    firmness: float
    seed: int
    strategy: str


def at_firmness(parameters: Parameters, firmness: float) -> Parameters:
    """*parameters* with that share of what trust and liking sell; what is missing goes to being known."""
    everything = parameters.model_dump()
    trade = everything["trade"]
    trade["known"] = trade["known"] * firmness + HEARD_OF * (1 - firmness)
    for name in ("liked", "trusted"):
        trade[name] *= firmness
    return Parameters.model_validate(everything)


def walk(scenario: Scenario, task: _Task) -> Walk:
    """Run one."""
    there = scenario.model_copy(
        update={"parameters": at_firmness(scenario.parameters, task.firmness)}
    )
    run = simulate(there, {there.seat: task.strategy}, seed=task.seed)
    weekly = run.timeline(there.seat, "sales")
    ends = range(WEEKS_PER_SEASON, len(weekly) + 1, WEEKS_PER_SEASON)
    return Walk(*task, tuple(int(sum(weekly[:end])) for end in ends))


def walks(
    scenario: Scenario,
    lucks: Sequence[int],
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Walk]:
    """Every strategy of the field at every firmness under every luck."""
    tasks = [
        _Task(firmness, seed, strategy)
        for firmness in FIRMNESS
        for seed in lucks
        for strategy in FIELD
    ]
    return spread(walk, scenario, tasks, workers, progress)


def ahead(found: Sequence[Walk], fast: str, slow: str) -> dict[float, list[float]]:
    """For each firmness, by season: the share of lucks in which *fast* has sold more than *slow*; ties count half."""
    by_key = {(one.firmness, one.seed, one.strategy): one.sales for one in found}
    shares: dict[float, list[float]] = {}
    for firmness in dict.fromkeys(one.firmness for one in found):
        pairs = [
            (by_key[firmness, seed, fast], by_key[firmness, seed, slow])
            for seed in dict.fromkeys(one.seed for one in found)
        ]
        shares[firmness] = [
            sum((a > b) + (a == b) / 2 for a, b in zip(*column, strict=True)) / len(pairs)
            for column in (
                ([one[0][season] for one in pairs], [one[1][season] for one in pairs])
                for season in range(len(pairs[0][0]))
            )
        ]
    return shares
