"""The shelf: what every shorter scenario must fulfil, whatever its trade and lesson.

What is true of one scenario alone stands in its own file (`tests:`) or next door. To put a scenario on the shelf, add
its id to `SHELF`.
"""

from __future__ import annotations

import re
from typing import get_args

import pytest

from game.authoring.load import check, load_scenario, shipped_scenarios
from game.sim.deck import Act, Card, Choice
from game.sim.lever import Care
from game.sim.parameter import Parameters
from game.sim.scenario import Scenario
from game.strategies.runs import simulate

SHELF = {  # the cards that a run of it should show, at least and at most
    "garden-centre": (9, 24),
    "second-hand-books": (9, 26),
    "clock-repairer": (9, 22),
    "first-steps": (7, 15),
    "seaside-pop-up": (9, 22),
    "honest-soap": (9, 24),
    "not-our-fault": (9, 24),
    "three-bridges": (9, 24),
    "the-invited": (9, 24),
    "the-polite-machine": (9, 24),
    "somebody-elses-voice": (9, 24),
}
FIELD = ("tortoise", "hare", "adaptive", "get-it", "traditional")
MINUTES = {"help": 15, "introduce": 15, "converse": 8}
CARE = {Care.BRIEF: 0.5, Care.NORMAL: 1.0, Care.THOROUGH: 2.0}
REAL = r"\b(twitter|tweets?|facebook|linkedin|google|pinterest|instagram|myspace|groupon|youtube)\b"
GAITS = r"\b(slow and steady|runners?|the race|hurry slowly)\b"
MERIT = r"\b(best option|right thing|wisely|properly|honourable|sensible|unethical|spam)\b"


LONG = ("corner-bakery", "new-square-2009")  # what else is true of them stands next door


@pytest.fixture(scope="module", params=[*SHELF, *LONG])
def any_scenario(request: pytest.FixtureRequest) -> Scenario:
    """Each scenario that ships."""
    return load_scenario(request.param)


@pytest.fixture(scope="module", params=SHELF)
def scenario(request: pytest.FixtureRequest) -> Scenario:
    """Each scenario of the shelf, as shipped."""
    return load_scenario(request.param)


def options(scenario: Scenario) -> list[tuple[Card, Choice]]:
    return [(card, choice) for card in scenario.cards for choice in card.choices]


def words(scenario: Scenario) -> str:
    """Everything that a player may read on cards and places."""
    told = [f"{card.title} {card.text}" for card in scenario.cards]
    told += [choice.label for _, choice in options(scenario)]
    told += [one.name for one in scenario.places] + [one.name for one in scenario.runners]
    told += [one.name for one in scenario.staff]
    return " ".join([scenario.title, scenario.summary, *told])


def test_every_scenario_that_ships_is_looked_at_here() -> None:
    assert {*SHELF, *LONG} == set(shipped_scenarios())


def test_nothing_is_wrong_with_it(any_scenario: Scenario) -> None:
    assert check(any_scenario.id) == []


def test_it_says_what_it_teaches_and_what_was_invented(scenario: Scenario) -> None:
    assert scenario.lesson
    assert scenario.sources
    assert len(scenario.notes) > 800
    assert "Monday" in scenario.notes


def test_it_has_cards_of_every_kind_and_enough_of_them(scenario: Scenario) -> None:
    assert len(scenario.cards) >= 20
    assert {card.kind for card in scenario.cards} == set(
        get_args(Card.model_fields["kind"].annotation)
    )


def test_every_option_says_how_it_looks_and_not_all_of_a_card_look_alike(
    any_scenario: Scenario,
) -> None:
    assert [(card.id, one.id) for card, one in options(any_scenario) if not one.looks] == []
    for card in any_scenario.cards:
        assert len({frozenset(one.looks) for one in card.choices}) > 1, card.id


def test_two_options_at_least_and_a_way_out_that_costs_nothing(any_scenario: Scenario) -> None:
    for card in any_scenario.cards:
        assert 2 <= len(card.choices) <= 4, card.id
        assert [one.hours for one in card.choices if one.default] == [0], card.id
        done = [(one.acts, one.later) for one in card.choices]
        assert all(done.count(one) == 1 for one in done), card.id


def minutes_of(act: Act) -> float:
    """The minutes that *act* takes where people are met one by one."""
    if act.act not in MINUTES or act.who is None:
        return 0.0
    people = 1 if act.who.group == "this_person" else act.who.people or 12
    return MINUTES[act.act] * people * CARE[act.care or Care.NORMAL]


def test_no_choice_gives_much_more_of_your_time_than_it_takes(any_scenario: Scenario) -> None:
    for card, choice in options(any_scenario):
        spent = sum(minutes_of(act) for act in choice.acts)
        assert spent <= choice.hours * 60 * 1.3 + 30, (card.id, choice.id)


def test_a_card_moves_hours_only_to_levers_that_are_unlocked_by_then(scenario: Scenario) -> None:
    for card, choice in options(scenario):
        if card.about or card.only_later or card.after_light:
            continue
        weeks = [int(week) for line in card.when for week in re.findall(r"week >= (\d+)", line)]
        for act in choice.acts:
            season = scenario.unlock.get(act.target, 1) if act.target else 1
            assert max(min(weeks, default=1), 1) > (season - 1) * 13, (card.id, choice.id)


def test_whoever_joins_a_place_by_card_also_gets_the_hours_to_set_it_up(scenario: Scenario) -> None:
    for card, choice in options(scenario):
        if any(act.act == "join_place" for act in choice.acts):
            assert any(act.target == "try" for act in choice.acts), (card.id, choice.id)


def test_a_coach_asks_and_never_tells(scenario: Scenario) -> None:
    coach = [card for card in scenario.cards if card.kind == "coach"]
    assert all("?" in card.text for card in coach)
    assert not any(re.search(r"\bshould\b", card.text) for card in coach)


def test_what_comes_later_comes_only_later(any_scenario: Scenario) -> None:
    later = {one.later.card for _, one in options(any_scenario) if one.later}
    assert later == {card.id for card in any_scenario.cards if card.only_later}
    assert len(later) >= 2


def test_no_word_takes_off_a_hood_or_praises_an_option(scenario: Scenario) -> None:
    for pattern in (REAL, GAITS, MERIT):
        assert re.findall(pattern, words(scenario), re.IGNORECASE) == []


def test_no_rival_is_a_textbook_case(scenario: Scenario) -> None:
    rivals = [one for one in scenario.runners if not one.seat]
    assert 1 <= len(rivals) <= 3
    assert all(one.with_ for one in rivals if one.plays in FIELD)


def test_each_number_that_is_not_the_usual_one_has_its_reason(scenario: Scenario) -> None:
    usual, own = Parameters().model_dump(), scenario.parameters.model_dump()
    changed = {
        f"{group}.{name}"
        for group, numbers in own.items()
        for name, number in numbers.items()
        if number != usual[group][name]
    }
    assert changed == set(scenario.reasons)


@pytest.mark.parametrize("minutes", [20, 45, 90])
def test_it_fits_into_each_agenda_with_a_third_left_for_talking(
    any_scenario: Scenario, minutes: int
) -> None:
    agenda = any_scenario.agenda(minutes)
    assert 3 <= agenda.rounds(any_scenario.seasons) <= 12
    assert agenda.debrief_minutes * 3 >= minutes


def test_its_tests_say_who_wins_and_what_changes_that(scenario: Scenario) -> None:
    assert any(test.wins and not test.without for test in scenario.tests)
    assert any(test.without for test in scenario.tests)


def test_it_shares_few_cards_with_any_other(scenario: Scenario) -> None:
    own = {card.text for card in scenario.cards}
    for other in set(shipped_scenarios()) - {scenario.id}:
        shared = own & {card.text for card in load_scenario(other).cards}
        assert len(shared) * 3 <= len(own), other


def test_a_run_of_it_ends_and_is_interrupted_as_often_as_it_should(scenario: Scenario) -> None:
    run = simulate(scenario, {scenario.seat: "adaptive"}, seed=3)
    seen = run.world.runners[0].seen_cards
    least, most = SHELF[scenario.id]
    assert least <= len(seen) <= most
    assert all(option for _, _, option in seen)
