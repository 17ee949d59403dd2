"""Everyday ways to say a condition: each is refused, and what is proposed in its place is one."""

from __future__ import annotations

import re

import pytest

from game.sim.condition import find_errors
from game.sim.terms import vocabulary

TERMS = vocabulary(cards=["fair"], choices=["yes"], places=["blog"])

SAID = {
    "after week 10": "week > 10",
    "week 10-20": "week >= 10 and week <= 20",
    "week between 10 and 20": "week >= 10 and week <= 20",
    "between week 3 and week 5": "week >= 3 and week <= 5",
    "week 3 to week 5": "week >= 3 and week <= 5",
    "followers more than 20": "followers > 20",
    "energy is under 50": "energy < 50",
    "at least 20 followers": "followers >= 20",
    "in week 12": "week == 12",
    "week 10": "week >= 10",
    "never seen(fair)": "not seen(fair)",
    "no promised": "not promised",
    "24 December": "week == 52",
    "Dec 24": "week == 52",
    "1st of May": "week == 18",
    "week == 24.12.": "week == 52",
    "week >= 2012-12-24": "week == 52",
    "24/12/2012": "week == 52",
    "December": "week >= 48",
    "week >= christmas": "week >= 51 and week <= 52",
    "month == 12": "week >= 48",
    "season == winter": "season == 1",
}


@pytest.mark.parametrize(("said", "meant"), SAID.items())
def test_what_people_say_is_refused_with_a_condition_in_its_place(said: str, meant: str) -> None:
    (error,) = find_errors(said, TERMS)
    found = re.search(r"(?:Write|write|is|example)  (.*?)(?:  |$)", error.remedy)
    assert found, error.remedy
    assert found[1] == meant
    assert find_errors(meant, TERMS) == []
    assert 0 <= error.start < error.end <= len(said)


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        ("energy >= 50%", "Write 50, not 50%"),
        ("week is 10", "Write == for is, != for is not."),
        ("week >= 3 weeks", "Take it away; another condition begins with and."),
        ("if week >= 3", "Take it away: all of it is a condition."),
        ("followers >= 1.000", "Write 1000"),
    ],
)
def test_what_is_too_much_is_named(said: str, remedy: str) -> None:
    assert [error.remedy for error in find_errors(said, TERMS)] == [remedy]


@pytest.mark.parametrize(
    "said",
    ["between 3 and 5", "from 3 to 5", "after 10", "more than 20", "until 5", "there are 20 of them", "week in 3 to 5"],
)  # fmt: skip
def test_no_little_word_is_taken_for_a_name(said: str) -> None:
    (error,) = find_errors(said, TERMS)
    assert error.code == "E02"
    assert not re.search("[Ww]rite ", error.remedy), error.remedy


@pytest.mark.parametrize(
    "right",
    [
        "sales / 2 / 3 >= 12", "sales >= 1.5 and week >= 2", "seen(fair) and week == 12 or week == 24",
        "followers - 20 - 12 >= 3", "weeks_since(fair) >= 4", "season >= 2",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date_is_none(right: str) -> None:
    assert find_errors(right, TERMS) == []


def test_an_id_with_a_date_in_it_may_be_asked_for() -> None:
    terms = vocabulary(cards=["fair-2012-12-24", "may-12"], choices=[], places=[])
    for id in ("fair-2012-12-24", "may-12"):
        assert find_errors(f"seen({id})", terms) == []
