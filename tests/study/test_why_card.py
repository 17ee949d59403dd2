"""Why a card came: the account of every week agrees with what the run itself did."""

from __future__ import annotations

import pytest

from game.sim.deck import Card, Choice, Later
from game.sim.scenario import Scenario
from game.strategies.runs import Run
from game.study.why_card import Why, why
from game.study.why_table import report
from tests.builders import a_card, a_choice, a_scenario

YES = a_choice("yes")


def a_street(*cards: Card) -> Scenario:
    return a_scenario(people=60, seasons=1, cards=cards)


def days_of(scenario: Scenario, card: str, seed: int) -> list[int]:
    run = Run(scenario, seed).finish()
    return [day for id, day, _ in run.world.runners[0].seen_cards if id == card]


def came_on(found: Why) -> list[int]:
    return [one.day for week in found.weeks for one in week.chances if one.came]


@pytest.mark.parametrize("seed", range(4))
def test_it_came_on_the_days_on_which_the_run_says_it_came(seed: int) -> None:
    late = a_card(YES, id="late", when=("week >= 4", "week <= 9"), chance=0.2, times=2)
    street = a_street(late, a_card(YES, id="other", chance=0.1, times=9))
    found = why(street, "late", seed=seed)
    assert came_on(found) == days_of(street, "late", seed)
    assert [one.holds for one in found.weeks] == [4 <= one.week <= 9 for one in found.weeks]


def test_what_kept_it_away_is_said() -> None:
    late = a_card(YES, id="late", when=("week >= 6",), chance=0.3)
    found = why(a_street(late), "late", seed=1)
    kept = [one.kept_away for week in found.weeks for one in week.chances if not one.came]
    assert kept[0] == "line 1 does not hold"
    assert kept[-1] == "it came already"
    other = a_card(YES, id="other", chance=0.9, times=50)
    crowded = why(a_street(other, a_card(YES, id="rare", chance=0.3)), "rare", seed=1)
    said = {one.kept_away for week in crowded.weeks for one in week.chances}
    assert "too soon after other" in said


def test_a_card_that_waits_for_a_light_says_so() -> None:
    street = a_street(a_card(YES, id="dawn", after_light="ladder", chance=0.3))
    kept = [one.kept_away for week in why(street, "dawn").weeks for one in week.chances]
    assert kept
    assert kept[0] == "the light ladder is not lit"


def test_a_card_that_an_earlier_choice_leads_to_is_followed_to_its_week() -> None:
    sent = Choice(id="yes", label="yes", default=True, later=Later(card="after", after_weeks=2))
    first = a_card(sent, id="first", chance=0.9, times=1)
    after = a_card(YES, id="after", only_later=True)
    found = why(a_street(first, after), "after", seed=2)
    (day,) = days_of(a_street(first, after), "after", 2)
    assert came_on(found) == [day]
    assert day - days_of(a_street(first, after), "first", 2)[0] == 14
    assert "an earlier choice" in report(found)


def test_following_a_card_changes_nothing() -> None:
    street = a_street(a_card(YES, id="late", chance=0.1, times=5))
    found = why(street, "late", seed=3)
    assert found.came == tuple(day // 7 + 1 for day in days_of(street, "late", 3))


def test_the_table_joins_weeks_in_which_nothing_changes() -> None:
    found = why(a_street(a_card(YES, id="late", when=("week >= 6",), chance=0)), "late")
    text = report(found)
    assert "1-5    no  week 1 to 5" in text
    assert "6-13   yes  week 6 to 13" in text
    assert "All lines hold in 8 of 13 weeks." in text
    assert text.endswith("It did not come.")
    never = report(why(a_street(a_card(YES, id="late", when=("week >= 60",))), "late"))
    assert "Line 1 never holds: week >= 60" in never


def test_a_card_that_is_not_there_is_told_so() -> None:
    with pytest.raises(ValueError, match="has no card 'lat'"):
        why(a_street(a_card(YES, id="late")), "lat")
