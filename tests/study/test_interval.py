"""Intervals: Student's t as the books have it, and means that say how sure they are."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.study.interval import Interval, mean_of, paired, share_of, student_quantile, student_share

NUMBERS = st.floats(-1e6, 1e6)


@pytest.mark.parametrize(
    ("freedom", "value"),
    [(1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (9, 2.262), (30, 2.042), (199, 1.972)],
)
def test_the_quantiles_are_those_of_the_tables(freedom: int, value: float) -> None:
    assert student_quantile(0.975, freedom) == pytest.approx(value, abs=5e-4)


@given(freedom=st.integers(1, 400), value=st.floats(0, 30))
def test_the_shares_are_those_of_scipy(freedom: int, value: float) -> None:
    from scipy.stats import t

    assert student_share(value, freedom) == pytest.approx(t.cdf(value, freedom), abs=1e-12)


def test_a_mean_has_its_interval() -> None:
    interval = mean_of([1.0, 2.0, 3.0, 4.0, 5.0])
    assert interval.mean == 3.0
    assert interval.high == pytest.approx(3 + 2.7764 * math.sqrt(2.5 / 5), abs=1e-4)
    assert interval.low == pytest.approx(6 - interval.high)
    assert interval.is_above_zero
    assert str(interval) == "3.0 (95 % interval 1.0 to 5.0, 5 runs)"


def test_a_single_run_has_no_interval() -> None:
    assert mean_of([7.0]) == Interval(7.0, -math.inf, math.inf, 1)
    assert str(mean_of([7.0])) == "7.0 (a single run has no interval)"
    assert not mean_of([7.0]).is_above_zero


def test_an_interval_is_written_as_json_and_a_bound_that_is_none_as_null() -> None:
    assert mean_of([7.0]).as_json() == {"mean": 7.0, "low": None, "high": None, "count": 1}
    assert share_of(1, 3).as_json() == {"mean": 0.3333, "low": 0.0615, "high": 0.7923, "count": 3}


def test_no_run_has_no_mean() -> None:
    with pytest.raises(ValueError, match="no runs were made"):
        mean_of([])


@given(pairs=st.lists(st.tuples(NUMBERS, NUMBERS), min_size=2), luck=NUMBERS)
def test_luck_that_both_share_drops_out_of_a_paired_difference(
    pairs: list[tuple[float, float]], luck: float
) -> None:
    plain = paired([one for one, _ in pairs], [other for _, other in pairs])
    lucky = paired([one + luck for one, _ in pairs], [other + luck for _, other in pairs])
    assert lucky.mean == pytest.approx(plain.mean, abs=1e-6)
    assert lucky.high == pytest.approx(plain.high, abs=1e-5)


def test_pairs_of_unequal_number_are_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="zip"):
        paired([1.0], [1.0, 2.0])


def test_a_share_of_few_is_known_within_wide_bounds() -> None:
    """Brown, Cai and DasGupta (2001) recommend Wilson's interval; for 0 of 10 it reaches to 27.8 %."""
    none, half = share_of(0, 10), share_of(5, 10)
    assert (none.low, none.high) == pytest.approx((0, 0.2775), abs=1e-4)
    assert (half.low, half.high) == pytest.approx((0.2366, 0.7634), abs=1e-4)
    assert share_of(0, 0).count == 0
