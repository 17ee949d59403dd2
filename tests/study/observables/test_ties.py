"""Ties between people and a business: each quantity lies in its band, and falls with its mechanism."""

from __future__ import annotations

import numpy as np
import pytest

from game.sim.parameter import Parameters
from game.study.observables.ties import a_world, area_under_curve
from tests.sim.lab import NO_HAZARDS
from tests.study.observables.valued import value

BANDS = {
    "liking_loss_without_contact_18_months": (0.30, 0.70),
    "share_recipients_losing_liking_auto_dm": (0.55, 0.80),
    "negative_to_positive_trust_effect_ratio": (2, 5),
}
WITHOUT = {
    "two_way_minutes_at_like_trust_advocate": {"ladder": {"trust_minutes": 6.0}},
    "gain_per_composed_message_at_least_3x_gain_per_like": {"relationship": {"like_liking": 0.04}},
}


@pytest.mark.parametrize("id", BANDS)
def test_it_lies_in_its_band(id: str) -> None:
    low, high = BANDS[id]
    assert low <= value(id) <= high


@pytest.mark.parametrize("id", WITHOUT)
def test_it_holds_and_not_without_its_mechanism(id: str) -> None:
    assert value(id, 2) == 1
    assert value(id, 2, **WITHOUT[id]) == 0


def test_too_many_posts_lose_liking_by_satiety_alone_and_not_without_it() -> None:
    id = "liking_against_exposures_has_an_interior_maximum"
    assert value(id, 3) == 1
    no_other_reason: dict[str, dict[str, float]] = {
        "hazards": dict.fromkeys(NO_HAZARDS, 0.0),
        "inbox": {"silence_liking": 0.0, "defect": 0.0},
        "fatigue": {"unfollow": 0.0},
    }
    assert value(id, 2, **no_other_reason) == 1
    assert value(id, 2, relationship={"satiety_posts": 400.0}, **no_other_reason) == 0


def test_a_world_at_its_first_midnight_has_what_is_known_of_the_shop_applied() -> None:
    relations = a_world(Parameters(), 1).relations
    assert (relations.familiarity > 0).all()
    assert len(np.unique(relations.good)) > 2


def test_where_bad_weighs_no_more_than_good_trust_moves_alike_both_ways() -> None:
    id = "negative_to_positive_trust_effect_ratio"
    assert 0.8 < value(id, relationship={"bad_weight": 1.0}) < 1.5


def test_nobody_minds_a_machine_where_its_words_are_unwelcome_to_none() -> None:
    id = "share_recipients_losing_liking_auto_dm"
    assert value(id, inbox={"machine_unwelcome": 0.0}) == 0


def test_liking_that_hardly_fades_is_hardly_lost() -> None:
    id = "liking_loss_without_contact_18_months"
    assert value(id, 1, relationship={"half_life_liking_days": 3000.0}) < 0.15


def test_the_area_under_the_curve_is_a_half_by_chance_and_one_where_all_is_known() -> None:
    alive = np.array([0, 0, 1, 1])
    assert area_under_curve(np.array([1, 2, 3, 4]), alive) == 1
    assert area_under_curve(np.array([5, 5, 5, 5]), alive) == 0.5
    assert area_under_curve(np.array([4, 3, 2, 1]), alive) == 0
