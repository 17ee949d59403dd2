"""Platforms: how they grow, what tourists leave behind, and when a place dies."""

from __future__ import annotations

import numpy as np
import pytest

from game.sim.parameter import Parameters
from game.study.observables.platforms import (
    STANDARD,
    a_market,
    active_share_of_accounts_by_year,
    bass,
    live,
    users_by_year,
)
from tests.study.observables.valued import value

BANDS = {
    "bass_p_of_platform": (0.003, 0.05),
    "bass_q_of_platform": (0.2, 1.2),
    "share_new_accounts_inactive_after_1_month": (0.30, 0.60),
    "minutes_per_user_ratio_best_to_worst": (50, 1000),
}


@pytest.mark.parametrize("id", BANDS)
def test_it_lies_in_its_band(id: str) -> None:
    low, high = BANDS[id]
    assert low <= value(id) <= high


def test_a_curve_of_bass_gives_back_its_own_numbers() -> None:
    p, q, market = 0.02 / 13, 0.5 / 13, 2000
    users = [60.0]
    while len(users) < 200:
        users.append(users[-1] + (p + q * users[-1] / market) * (market - users[-1]))
    found = bass(np.array(users), market)
    assert found == pytest.approx((0.02, 0.5), rel=0.05)


def test_users_grow_slowly_then_fast_then_slowly() -> None:
    grown = np.diff(users_by_year(Parameters(), 1))
    most = int(grown.argmax())
    assert 0 < most < len(grown) - 1
    assert grown[0] < grown[most] > grown[-1]


def test_who_follows_only_their_contacts_needs_somebody_to_follow() -> None:
    nobody = STANDARD.model_copy(update={"innovation": 0.0, "starting_share": 0.0})
    alone = live(a_market(Parameters(), 1), nobody, 1, years=2)
    assert alone.users.max() == 0
    some = nobody.model_copy(update={"starting_share": 0.05})
    assert live(a_market(Parameters(), 1), some, 1, years=2).users[-1] > 75


def test_the_same_shock_kills_the_scattered_place_and_not_the_dense_one() -> None:
    assert value("same_cost_shock_kills_sparse_not_dense_platform", 2) == 1


def test_more_stay_where_more_come_back() -> None:
    assert value("reach_ratio_retention_070_vs_040", 2) > 1.3


def test_a_place_that_stands_empty_is_given_up_and_not_where_no_operator_would() -> None:
    id = "months_preview_to_cancel_low_retention"
    assert 11 < value(id, 1) < 15
    assert np.isnan(value(id, 1, platforms={"faded": 0.0}))


def test_registered_is_not_active_and_tourists_are_outgrown() -> None:
    shares = active_share_of_accounts_by_year(Parameters(), 1)
    assert isinstance(shares, tuple)
    assert all(0.3 < share <= 1 for share in shares)
    assert shares[0] < 0.8 < shares[-1]
