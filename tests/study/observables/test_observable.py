"""Summing up: what a luck that gave nothing does, and whose interval is whose."""

from __future__ import annotations

import math

import pytest

from game.sim.parameter import Parameters
from game.study.observables.observable import Kind, Measured, Observable, summed_up, wilson


def of_kind(kind: Kind) -> Observable:
    def nothing(parameters: Parameters, seed: int) -> float:
        raise NotImplementedError

    return Observable("made_up", "", "share", "Made up.", kind, 4, nothing)


def test_a_luck_that_gave_nothing_is_left_out_of_mean_and_count() -> None:
    one = summed_up(of_kind("number"), [1.0, math.nan, 3.0])
    assert (one.value, one.n) == (2.0, 2)
    assert one.low == pytest.approx(
        2 - 12.706 * math.sqrt(2) / math.sqrt(2), rel=1e-3
    )  # t, 1 degree


@pytest.mark.parametrize(
    "values",
    [
        [math.nan, (1.0, 2.0, 3.0), (3.0, 4.0, 5.0)],
        [(1.0, 2.0, 3.0), (3.0, 4.0, 5.0), math.nan],
        [(1.0, 2.0, 3.0), (math.nan,), (3.0, 4.0, 5.0)],
    ],
)
def test_a_curve_survives_a_luck_that_gave_nothing(values: list[Measured]) -> None:
    one = summed_up(of_kind("curve"), values)
    assert one.value == [2.0, 3.0, 4.0]
    assert one.n == 2


def test_where_no_luck_gave_anything_nothing_is_said() -> None:
    one = summed_up(of_kind("number"), [math.nan, math.nan])
    assert one.n == 0
    assert one.as_json()["value"] is None


def test_a_direction_has_the_interval_of_a_share() -> None:
    one = summed_up(of_kind("direction"), [1.0] * 10)
    assert (one.value, one.high) == (1.0, 1.0)
    assert one.low == pytest.approx(0.7225, abs=1e-4)  # Wilson's, of 10 in 10


@pytest.mark.parametrize(
    ("share", "count", "low", "high"),
    [(0.0, 10, 0.0, 0.2775), (0.5, 10, 0.2366, 0.7634), (0.1, 100, 0.0552, 0.1744)],
)
def test_the_interval_of_a_share_is_wilsons(
    share: float, count: int, low: float, high: float
) -> None:
    assert wilson(share, count) == pytest.approx((low, high), abs=1e-4)
