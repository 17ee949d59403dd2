"""Tests inside scenarios: what may be asked, and that neither they nor the looks of an option are rules."""

from __future__ import annotations

import re
from typing import Any

import pytest

from game.sim.deck import Choice
from game.sim.expectation import Expectation
from game.sim.limits import BadInputError
from tests.builders import a_card, a_choice, a_scenario

FIELD = ("tortoise", "hare")


def an_expectation(**fields: Any) -> Expectation:
    usual: dict[str, Any] = {"name": "patience pays", "at_least": 2, "runs": 3}
    return Expectation.model_validate(usual | fields)


def test_tests_and_looks_are_no_rules() -> None:
    plain = a_scenario(cards=(a_card(a_choice("yes"), a_choice("no")),))
    looking = Choice(id="yes", label="yes", looks=("kind", "slow"))
    described = a_scenario(
        cards=(a_card(looking, a_choice("no")),),
        tests=(an_expectation(plays="hare", expect=("sales >= 1",)),),
    )
    assert described.rules_hash == plain.rules_hash
    assert described.text != plain.text


def test_another_choice_is_another_rule() -> None:
    one, other = (a_scenario(cards=(a_card(a_choice(id)),)) for id in ("yes", "no"))
    assert one.rules_hash != other.rules_hash


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "asks nothing; give it one of expect, wins, wins_not"),
        (
            {"plays": "hare", "expect": ("sales > 1",), "wins": "hare"},
            "has expect and wins; a test asks one thing",
        ),
        ({"expect": ("sales > 1",)}, "name it in `plays`"),
        ({"plays": "hare", "expect": ("sales > 1",), "field": FIELD}, "leave `field` out"),
        ({"wins": "hare", "field": ("hare",)}, "at least two strategies"),
        ({"wins": "hare", "field": ("hare", "hare", "tortoise")}, "each once"),
        ({"wins": "hare", "field": FIELD, "plays": "hare"}, "leave `plays` out"),
        ({"wins_not": "adaptive", "field": FIELD}, "adaptive must be in `field`"),
        ({"wins": "hare", "field": FIELD, "at_least": 4}, "at_least is 4 of 3 runs"),
    ],
)
def test_a_test_that_cannot_be_asked_is_told_so(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(BadInputError, match=re.escape(said)):
        an_expectation(**fields)


def test_a_test_looks_no_further_than_the_scenario_runs() -> None:
    late = an_expectation(plays="hare", expect=("sales >= 1",), by_week=53)
    with pytest.raises(BadInputError, match="ends with week 52"):
        a_scenario(seasons=4, tests=(late,))
