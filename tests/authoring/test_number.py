"""Numbers as people write them: what is proposed can be written, and means what was meant."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from game.authoring.ids import id_for
from game.authoring.number import number_meant, thousands
from game.authoring.reader import plain_value
from game.sim.limits import Limits

SHARE = Limits("a number", 0, 1, True, "share")
HOURS = Limits("a number", 0, 20, False, "hours")
WEEKS = Limits("a whole number", 0, 1040, False, "weeks")


@pytest.mark.parametrize(
    ("text", "key", "limits", "meant"),
    [
        ("20%", "catchment", SHARE, 0.2),
        ("2,5 per cent", "chance", SHARE, 0.025),
        ("20 %", "traditional", WEEKS, 20),
        ("3,000", "people", WEEKS, 3000),
        ("3k", "people", WEEKS, 3000),
        ("0,5", "catchment", SHARE, 0.5),
        ("½", "hours", HOURS, 0.5),
        ("2 1/4", "hours", HOURS, 2.25),
        ("half", "hours", HOURS, 0.5),
        ("A dozen", "people", WEEKS, 12),
        ("90 minutes", "hours", HOURS, 1.5),
        ("1:30", "hours", HOURS, 1.5),
        ("2 h", "hours", HOURS, 2),
        ("6 months", "opens_week", WEEKS, 26),
        ("2 years", "by_week", WEEKS, 104),
        ("10 days", "after_weeks", WEEKS, 1),
        ("3 weeks", "cards_apart_days", WEEKS, 21),
        ("2 years", "seasons", WEEKS, 8),
        ("1 year", "seasons_per_round", WEEKS, 4),
        ("1 hour", "half_hours", WEEKS, 2),
        ("1:30", "half_hours", WEEKS, 3),
        ("2 weeks", "half_life_hours", WEEKS, 336),
        ("1.5 h", "debrief_minutes", WEEKS, 90),
        ("10 days", "repair_days", WEEKS, 10),
        ("1 a week", "needs_per_year", WEEKS, 52),
        ("1/day", "tolerated_per_week", WEEKS, 7),
        ("4 people", "people", WEEKS, 4),
        ("4 hats", "by_week", WEEKS, 4),
        ("week 12", "opens_week", WEEKS, 12),
        ("ca. 3000", "people", WEEKS, 3000),
        ("24 December 2012", "year", WEEKS, 2012),
        ("December", "opens_week", WEEKS, 48),
    ],
)
def test_what_is_proposed_is_what_was_meant(
    text: str, key: str, limits: Limits, meant: float
) -> None:
    remedy = number_meant(text, key, limits)
    (number,) = re.findall(r"[Ww]rite ([0-9.]+)", remedy)
    assert plain_value(number.rstrip(".")) == meant, remedy


def test_a_time_that_does_not_fit_is_told_its_unit_alone() -> None:
    assert number_meant("1 day", "after_weeks", WEEKS._replace(low=1)) == "The unit is weeks."
    assert number_meant("1 year", "hours", HOURS) == "The unit is hours."
    assert number_meant("10 min", "half_hours", WEEKS._replace(low=1)) == "The unit is half-hours."


def test_nothing_is_proposed_with_its_sign_left_out() -> None:
    for text in ("-5 %", "-2 h", "-3 or so", "\u22125 people"):
        assert number_meant(text, "hours", HOURS) == ""


def test_a_point_that_parts_thousands_is_told_from_one_before_parts() -> None:
    assert [thousands(one) for one in ("3.000", "12.345.678", "3.5", "3", "1.0000")] == [
        "3000", "12345678", "", "", "",
    ]  # fmt: skip


@given(
    some.text("0123456789.,%/:½ kmhe-+dJanury", max_size=30),
    some.sampled_from(["hours", "by_week", "year", "x"]),
)
def test_whatever_stands_there_a_remedy_proposes_nothing_that_is_no_number(
    text: str, key: str
) -> None:
    for number in re.findall(r"Write (\S+)", number_meant(text, key, SHARE)):
        assert number in ("it", "one") or isinstance(plain_value(number.rstrip(".;")), int | float)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Hutgeschäft", "hutgeschaeft"),
        ("Café Zoë", "cafe-zoe"),
        ("Café", "cafe"),
        ("1001 Øl", "oel"),
        ("Straße 7", "strasse-7"),
        ("🎉", ""),
    ],
)
def test_an_id_keeps_the_letters_of_a_name(name: str, id: str) -> None:
    assert id_for(name) == id
