"""What a misspelt word may have meant, and the week of a month that somebody named."""

from __future__ import annotations

import pytest

from game.sim.spelling import closest, suggestion, week_of


def test_a_word_is_found_whatever_joins_its_parts_and_not_where_nothing_is_like_it() -> None:
    assert closest("Sour-Review", ["sour_review", "slip"]) == "sour_review"
    assert closest("market", ["meet", "rest"]) is None
    assert suggestion("market", ["meet", "rest"]) == "Known here: meet, rest."


@pytest.mark.parametrize(
    ("word", "week"), [("january", 1), ("Dec", 48), ("september", 35), ("Sept", 35), ("may", 18)]
)
def test_a_month_has_its_week(word: str, week: int) -> None:
    assert week_of(word) == week


@pytest.mark.parametrize("word", ["marker", "decade", "mayor", "week", ""])
def test_no_other_word_is_a_month(word: str) -> None:
    assert week_of(word) is None
