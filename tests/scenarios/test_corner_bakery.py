"""The Corner Bakery: the main game. Its cards tempt, its rivals wear hoods, its first minute is short.

What any scenario that ships must fulfil is in `test_shelf.py`.
"""

from __future__ import annotations

import re
from typing import get_args

import pytest

import game
from game.authoring.load import load_scenario
from game.sim.deck import Act, Card, Choice, Happening, SetbackKind
from game.sim.lever import SOCIAL_LEVERS
from game.sim.light import Light
from game.sim.place import Place
from game.sim.plan import Automation
from game.sim.scenario import Scenario
from game.strategies import named

REAL = r"\b(twitter|tweets?|facebook|linkedin|google|pinterest|instagram|myspace|groupon|youtube)\b"
GAITS = r"\b(tortoises?|hares?|rabbits?|turtles?|slow and steady|race|runners?)\b"
MERIT = r"\b(best option|right thing|wise|wisely|properly|honourable|sensible|unethical|spam)\b"


@pytest.fixture(scope="module")
def bakery() -> Scenario:
    """The scenario as shipped."""
    return load_scenario("corner-bakery")


def choices(bakery: Scenario) -> list[tuple[Card, Choice]]:
    return [(card, choice) for card in bakery.cards for choice in card.choices]


def acts(bakery: Scenario) -> list[Act]:
    return [act for _, choice in choices(bakery) for act in choice.acts]


def place(bakery: Scenario, name: str) -> Place:
    return next(one for one in bakery.places if one.id == name)


def words(bakery: Scenario) -> str:
    """Everything that a player may read on cards and places."""
    told = [f"{card.title} {card.text}" for card in bakery.cards]
    told += [choice.label for _, choice in choices(bakery)]
    told += [one.name for one in bakery.places]
    told += [one.name for one in bakery.runners] + [one.name for one in bakery.staff]
    told += [change.text for one in bakery.places for change in one.rule_changes]
    return " ".join([bakery.title, bakery.summary, *told])


def test_it_lasts_three_years(bakery: Scenario) -> None:
    assert (bakery.seasons, bakery.weeks) == (12, 3 * 52)


def test_the_summary_leaves_room_for_a_first_decision_within_150_words(bakery: Scenario) -> None:
    assert len(bakery.summary.split()) <= 45


def test_no_real_platform_is_named(bakery: Scenario) -> None:
    assert re.findall(REAL, f"{words(bakery)} {bakery.notes}", re.IGNORECASE) == []


def test_no_word_takes_a_hood_off_and_no_option_names_its_merit(bakery: Scenario) -> None:
    assert re.findall(f"{GAITS}|{MERIT}", words(bakery), re.IGNORECASE) == []


def test_rivals_are_no_textbook_cases(bakery: Scenario) -> None:
    rivals = [one for one in bakery.runners if not one.seat]
    assert len(rivals) == 3
    for rival in rivals:
        assert named(rival.plays, **rival.with_) != named(rival.plays), rival.id


def test_the_first_plan_is_simple_and_fills_the_purse(bakery: Scenario) -> None:
    you = next(one for one in bakery.runners if one.seat)
    assert you.name == "The Corner Bakery"
    assert len(you.opens_with) == 4
    assert all(bakery.unlock[lever] == 1 for lever in you.opens_with)
    assert sum(you.opens_with.values()) == you.purse_hours * 2


def test_each_of_the_first_five_seasons_brings_a_lever(bakery: Scenario) -> None:
    assert {bakery.unlock[lever] for lever in SOCIAL_LEVERS} == {1, 2, 3, 4, 5}


def test_there_are_names_enough_and_none_twice(bakery: Scenario) -> None:
    names = bakery.market.first_names
    assert len(names) == len(set(names)) >= 120
    assert max(map(len, names)) <= 9


def test_own_ground_lasts_and_rented_ground_passes(bakery: Scenario) -> None:
    owned = {one.id for one in bakery.places if one.owned}
    assert owned == {"blog", "bread_list"}
    rented = [one for one in bakery.places if not one.owned]
    assert place(bakery, "blog").half_life_hours > 100 * max(one.half_life_hours for one in rented)
    assert not any(place(bakery, name).rule_changes for name in owned)


def test_a_place_halves_its_reach_in_the_second_year(bakery: Scenario) -> None:
    changes = [change for one in bakery.places for change in one.rule_changes]
    assert [change.reach for change in changes] == [0.5]
    assert 52 <= changes[0].week < 104


def test_new_places_open_while_the_game_is_on(bakery: Scenario) -> None:
    new = {one.id: one.invitation for one in bakery.places if one.opens_week > 0}
    assert new == {"shoal": True, "windowsill": False}


def test_every_kind_of_setback_and_every_light_has_its_card(bakery: Scenario) -> None:
    assert {card.about for card in bakery.cards if card.about} == set(get_args(SetbackKind))
    assert {card.after_light for card in bakery.cards if card.after_light} == set(Light)


def test_there_are_cards_of_every_kind(bakery: Scenario) -> None:
    kinds = [card.kind for card in bakery.cards]
    assert len(kinds) >= 45
    for kind in get_args(Card.model_fields["kind"].annotation):
        assert kinds.count(kind) >= 6, kind


def test_a_card_about_a_setback_fits_whenever_that_setback_strikes(bakery: Scenario) -> None:
    # The simulation takes the least seen of them and asks for no conditions.
    for kind in get_args(SetbackKind):
        cards = [card for card in bakery.cards if card.about == kind]
        assert not any(card.only_later for card in cards), kind
        assert any(not card.when for card in cards), kind


def test_no_option_costs_more_and_does_less_than_another(bakery: Scenario) -> None:
    for card in bakery.cards:
        for one in card.choices:
            for other in card.choices:
                less = one is not other and set(one.acts) <= set(other.acts)
                same_end = one.later == other.later
                assert not (less and same_end and one.hours >= other.hours > 0), (card.id, one.id)


def test_a_shift_of_hours_names_both_levers_and_is_a_setting(bakery: Scenario) -> None:
    shifts = [act for act in acts(bakery) if act.source or act.target]
    assert len(shifts) > 10
    assert all(act.act == "set" and act.source and act.target and act.half_hours for act in shifts)


def test_a_card_moves_hours_only_to_levers_that_are_unlocked_by_then(bakery: Scenario) -> None:
    for card, choice in choices(bakery):
        for act in choice.acts:
            season = bakery.unlock.get(act.target, 1) if act.target else 1
            if season > 1:
                assert first_week(card) > (season - 1) * 13, (card.id, choice.id)


def first_week(card: Card) -> int:
    """The first week in which a condition of *card* lets it come; 0 where none says."""
    found = [re.search(r"^week >= (\d+)|\bweek >= (\d+)", line) for line in card.when]
    weeks = [int(one[1] or one[2]) for one in found if one]
    later = {"what_is_it_for": 50, "news_of_shoal": 41}  # both follow the invitation of week 34
    return max([later.get(card.id, 0), *weeks])


def test_whoever_joins_a_place_by_card_also_gets_the_hours_to_set_it_up(bakery: Scenario) -> None:
    for card, choice in choices(bakery):
        if any(act.act == "join_place" for act in choice.acts):
            assert any(act.target == "try" for act in choice.acts), (card.id, choice.id)


def test_a_gift_comes_back_and_a_shortcut_too(bakery: Scenario) -> None:
    leads = {
        (card.id, choice.later.card): choice.later.after_weeks
        for card, choice in choices(bakery)
        if choice.later
    }
    gifts = [
        ("digger_cake", "more_diggers"),
        ("dobbs_oven", "hat_off"),
        ("three_shops", "butchers_dog"),
    ]
    assert all(leads[gift] >= 13 for gift in gifts)
    shortcuts = [
        ("grabbit", "voucher_queue"),
        ("auntie_carol", "colonel_again"),
        ("thousand_friends", "far_friends"),
    ]
    assert all(leads[shortcut] < 13 for shortcut in shortcuts)


def test_machine_staff_list_and_claims_can_each_be_taken_up_and_given_up(bakery: Scenario) -> None:
    done = acts(bakery)
    assert {act.automation for act in done} >= set(Automation)
    handed = {(act.staff, act.expectations) for act in done if act.act == "delegate"}
    assert handed == {("jo", True), ("jo", False), (None, False)}
    assert {"promise", "break_promise"} <= {act.act for act in done}
    assert {0, 4} <= {act.claims for act in done}


def test_every_act_and_happening_of_the_model_that_suits_a_shop_is_used(bakery: Scenario) -> None:
    known = set(get_args(Act.model_fields["act"].annotation))
    assert known - {act.act for act in acts(bakery)} == {
        "spend"
    }  # an option's own hours say the same
    befall = {one.happens for card in bakery.cards for one in card.happenings}
    assert set(get_args(Happening.model_fields["happens"].annotation)) - befall == {"rule_change"}


def test_the_coach_asks_and_never_tells(bakery: Scenario) -> None:
    coach = [card for card in bakery.cards if card.kind == "coach"]
    assert len(coach) >= 6
    for card in coach:
        assert "?" in card.text, card.id
        assert "should" not in card.text, card.id


def test_goals_are_of_different_measures_and_start_unreached(bakery: Scenario) -> None:
    assert 4 <= len({goal.measure for goal in bakery.goals}) == len(bakery.goals) <= 5


@pytest.mark.slow
def test_a_run_is_interrupted_often_enough_and_not_too_often(bakery: Scenario) -> None:
    asked = [len(cards_of(bakery, seed)) for seed in range(3)]
    assert 12 <= sum(asked) / len(asked) <= 22
    assert cards_of(bakery, 0) != cards_of(bakery, 1)


def cards_of(bakery: Scenario, seed: int) -> list[str]:
    """The cards that the seat was asked, in order, when it is played by a traditional."""
    run = game.Run(bakery, seed=seed, strategies={"you": "traditional"}).finish()
    return [seen.id for seen in run.view("you").cards]
