"""The yardsticks simulate what the engine does, and the engine is faster by at least this much on a busy machine."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import astuple, fields
from functools import lru_cache
from importlib.util import find_spec

import pytest

from tests.benchmarks.__main__ import measured
from tests.benchmarks.yardsticks import luck, scene, simpy_audience
from tests.benchmarks.yardsticks.scene import Statistics
from tests.conftest import lacking

PEOPLE, WEEKS, SEEDS = 300, 12, range(1, 13)
T_95 = 2.074  # of Student's t with 22 degrees of freedom


def in_mesa(people: int, weeks: int, seed: int) -> Statistics:
    if find_spec("mesa") is None:
        lacking("Mesa is the yardstick.")
    from tests.benchmarks.yardsticks import mesa_audience

    return mesa_audience.simulate(people, weeks, seed)


@lru_cache(maxsize=1)
def in_the_engine() -> list[tuple[float, ...]]:
    return [
        astuple(scene.counted(scene.engine_run(PEOPLE, WEEKS, seed).finish())) for seed in SEEDS
    ]


@pytest.mark.parametrize("side", [in_mesa, simpy_audience.simulate], ids=["mesa", "simpy"])
def test_a_yardstick_gives_the_same_statistics(side: Callable[..., Statistics]) -> None:
    theirs = [astuple(side(PEOPLE, WEEKS, seed)) for seed in SEEDS]
    apart = {}
    for field, ours, other in zip(
        fields(Statistics),
        zip(*in_the_engine(), strict=True),
        zip(*theirs, strict=True),
        strict=True,
    ):
        error = ((statistics.variance(ours) + statistics.variance(other)) / len(ours)) ** 0.5
        difference = statistics.mean(ours) - statistics.mean(other)
        # seven statistics are compared: the interval is that of all of them together (Bonferroni)
        if abs(difference) > 1.45 * T_95 * error:
            apart[field.name] = difference, error
    assert not apart


@pytest.mark.benchmark
def test_the_engine_is_several_times_faster_than_mesa() -> None:
    if find_spec("mesa") is None:
        lacking("Mesa is the yardstick.")
    rounds = [
        measured("mesa", 10_000, 6) / measured("engine", 10_000, 6, kernels="reference")
        for _ in range(3)
    ]
    assert statistics.median(rounds) > LEAST_TIMES_FASTER_THAN_MESA, rounds


LEAST_TIMES_FASTER_THAN_MESA = 3.0  # about twice that when measured on a quiet machine


def test_common_random_numbers_cut_the_variance_at_least_tenfold() -> None:
    assert luck.of_a_small_change(12) >= 10


def test_without_common_random_numbers_nothing_is_cut() -> None:
    alone = [0.0, 1.0, 2.0, 3.0]
    other = [2.0, 0.0, 3.0, 1.0]
    assert luck.variance_cut(alone, other) < 2
