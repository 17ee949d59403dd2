"""What service is worth: each quantity answers, lies in its band where it has one, and falls with its mechanism."""

from __future__ import annotations

import pytest

from tests.study.observables.valued import value

BANDS = {
    "benefit_reply_6min_over_60min": (4, 12),
    "enquiry_odds_within_1h_over_2h": (4, 10),
    "enquiry_odds_within_1h_over_24h": (30, 90),
    "share_defecting_after_silence": (0.20, 0.40),
    "retention_recovered_minus_never_failed": (-0.15, 0.02),
}


@pytest.mark.parametrize("id", BANDS)
def test_it_lies_in_its_band(id: str) -> None:
    low, high = BANDS[id]
    assert low <= value(id, 8) <= high


def test_without_a_loss_by_waiting_a_prompt_answer_is_worth_no_more() -> None:
    patient = {"least_worth": 1.0, "unexpected": 0.0}
    assert value("benefit_reply_6min_over_60min", inbox=patient) == pytest.approx(1, abs=0.02)


def test_enquiries_that_do_not_cool_sell_at_any_time() -> None:
    warm = {"hour_later": 1.0, "day_later": 1.0}
    for id in ("enquiry_odds_within_1h_over_2h", "enquiry_odds_within_1h_over_24h"):
        assert value(id, inbox=warm) == pytest.approx(1, abs=0.15)


def test_nobody_defects_where_silence_drives_nobody_away() -> None:
    assert value("share_defecting_after_silence", inbox={"defect": 0.0}) == 0


def test_a_complaint_that_takes_nothing_back_keeps_fewer_customers() -> None:
    id = "retention_recovered_minus_never_failed"
    assert value(id, inbox={"recovered": 0.0}) < value(id) - 0.05


def test_answers_that_are_worth_nothing_raise_no_rating() -> None:
    id = "rating_gain_always_reply_fraction_of_scale"
    nothing = value(id, 4, relationship={"reply_liking": 0.0}, inbox={"silence_liking": 0.0})
    assert value(id, 4) > nothing + 0.001
