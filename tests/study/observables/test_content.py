"""Content's observables: in their bands, and they react when the mechanism is taken away."""

from __future__ import annotations

from typing import Any

import pytest

from game.sim.parameter import Parameters
from game.study.calibration import calibrated
from game.study.observables import observe


def with_content(**values: Any) -> Parameters:
    usual = Parameters()
    return usual.model_copy(update={"content": usual.content.model_copy(update=values)})


def value(id: str, parameters: Parameters | None = None, replications: int = 2) -> float:
    (seen,) = observe([id], parameters=parameters, replications=replications, workers=1)
    assert isinstance(seen.value, float)
    return seen.value


@pytest.mark.slow
@pytest.mark.parametrize("fact", ["K1", "K2", "K3", "K4", "K8", "K10", "K12"])
def test_the_facts_are_met(fact: str) -> None:
    for row in calibrated([fact], replications=6, workers=1):
        assert row.met, row


def test_without_appeal_nothing_goes_round_and_with_more_of_it_more() -> None:
    assert value("p_cascade_none", with_content(appeal=0.0)) == 1
    assert value("p_cascade_none", with_content(appeal=0.0004)) < value("p_cascade_none") - 0.04


def test_without_crowding_a_second_post_costs_nothing() -> None:
    assert value("facebook_response_per_post_2_per_day_vs_1", with_content(crowding=0.0)) > 0.9


def test_where_voice_and_offers_do_not_count_the_signs_vanish() -> None:
    same = with_content(warm_reaction=0.0, offer_reaction=1.0)
    assert value("personality_and_information_2x2", same) < 1


@pytest.mark.slow
def test_without_compounding_all_articles_fade_alike() -> None:
    usual = value("traffic_share_top_decile_of_blog_posts", replications=4)
    assert value("traffic_share_top_decile_of_blog_posts", with_content(compounding=0.0), 4) < usual


def test_a_fuller_stream_hides_a_post() -> None:
    assert value("share_probability_falls_with_inflow", replications=4) == 1


def test_replies_are_counted_apart_from_clicks_and_vanish_where_nobody_writes() -> None:
    id = "share_posts_with_a_reply"
    assert 0 < value(id) < 0.3
    assert value(id, with_content(reaction=0.0)) == value(id)
    assert value(id, with_content(message=0.0)) == 0
