"""Customers: what brings them, and what a friend's word is worth."""

from __future__ import annotations

from tests.study.observables.valued import value


def test_a_friends_word_sells_more_than_articles_posts_and_offers_in_this_order() -> None:
    assert value("conversion_by_source_order", 2) == 1


def test_the_order_breaks_where_articles_please_no_more_than_offers() -> None:
    dull = {"article_liking": 0.0, "post_trust": 0.0}
    assert value("conversion_by_source_order", 1, relationship=dull) == 0


def test_where_trust_hardly_sells_a_friends_word_is_worth_no_twice_an_offers() -> None:
    trade = {"trusted": 0.0, "liked": 0.0, "referred": 0.0}
    assert value("conversion_by_source_order", 1, trade=trade) == 0
