"""What common random numbers save: how much less a difference varies when both sides have the same luck."""

from __future__ import annotations

import statistics

from game.sim.run import Run
from game.sim.scenario import Scenario
from game.strategies.runs import simulate
from tests.benchmarks.yardsticks import scene

PEOPLE, WEEKS = 300, 13
CHANGE = 1.05


def variance_cut(first: list[float], second: list[float]) -> float:
    """The variance of a difference between sides of independent lucks over that of the paired difference."""
    paired = statistics.variance(one - other for one, other in zip(first, second, strict=True))
    apart = statistics.variance(first) + statistics.variance(second)
    return apart / paired if paired else float("inf")


def of_a_small_change(pairs: int) -> float:
    """The cut for mean liking in the vignette `scene.py`, when five per cent more of those who see a post write."""
    return variance_cut(
        *([_liking(seed, factor) for seed in range(1, pairs + 1)] for factor in (1.0, CHANGE))
    )


def _liking(seed: int, factor: float) -> float:
    run = scene.engine_run(PEOPLE, WEEKS, seed, writers=factor)
    return scene.counted(run.finish()).liking


def of_tortoise_against_hare(scenario: Scenario, pairs: int, weeks: int) -> float:
    """The cut for sales in *scenario*, when hare takes the seat of tortoise."""
    return variance_cut(
        *(
            [_sales(simulate(scenario, {scenario.seat: name}, seed=seed, weeks=weeks)) for seed in range(1, pairs + 1)]
            for name in ("tortoise", "hare")
        )
    )  # fmt: skip


def _sales(run: Run) -> float:
    return float(sum(run.timeline(run.scenario.seat, "sales")))
