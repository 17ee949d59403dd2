"""What setbacks do to a reputation: each quantity answers, lies in its band, and falls with its mechanism."""

from __future__ import annotations

import pytest

from tests.study.observables.valued import value

BANDS = {
    "corr_responsibility_reputation": (-0.64, -0.44),
    "corr_match_reputation": (0.13, 0.33),
    "cohens_d_apology_pooled": (0.3, 0.6),
}


@pytest.mark.parametrize("id", BANDS)
def test_it_lies_in_its_band(id: str) -> None:
    low, high = BANDS[id]
    assert low <= value(id, 8) <= high


def test_about_half_of_firestorms_lower_a_reputation_and_fewer_for_long() -> None:
    short = value("share_firestorms_short_term_drop", 24)
    long = value("share_firestorms_long_term_drop", 24)
    assert 0.4 <= short <= 0.8
    assert long < short


def test_without_blame_no_correlation_with_blame_is_left() -> None:
    blameless = {"responsibility_weight": 0.0}
    assert value("corr_responsibility_reputation", hazards=blameless) > -0.35


def test_where_a_match_counts_for_nothing_neither_it_nor_an_apology_shows() -> None:
    vain = {"match_weight": 0.0}
    assert abs(value("corr_match_reputation", 8, hazards=vain)) < 0.1
    assert abs(value("cohens_d_apology_pooled", 8, hazards=vain)) < 0.2


def test_no_firestorm_lowers_anything_where_nobody_talks() -> None:
    assert value("share_firestorms_short_term_drop", hazards={"spread": 0.0}) == 0


def test_where_all_heals_soon_hardly_any_harm_lasts() -> None:
    assert value("share_firestorms_long_term_drop", 12, hazards={"lasting": 0.0}) <= 0.1


def test_the_same_words_again_are_worse_only_where_they_are_recalled() -> None:
    id = "repeated_identical_reply_worse_than_varied"
    assert value(id, 8) == 1
    assert value(id, 8, hazards={"repeated_days": 7}) < 0.5


def test_some_starters_are_harmed_and_not_most() -> None:
    assert 0 <= value("share_firms_net_harmed_12_months", 12) < 0.5
