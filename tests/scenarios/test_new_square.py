"""New Square, 2009 to 2013: its dates are those of history, its cards keep to the model.

What any scenario that ships must fulfil is in `test_shelf.py`.
"""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from game.authoring.load import load_scenario
from game.sim.clock import WEEK
from game.sim.deck import Act, Card, Choice, SetbackKind
from game.sim.lever import Care
from game.sim.place import Place
from game.sim.plan import Automation
from game.sim.scenario import Scenario
from game.strategies.runs import Run, simulate

FIRST_MONDAY = date(2009, 1, 5)
MINUTES = {"help": 15, "introduce": 15, "converse": 8, "reply": 8, "post": 20, "offer": 12}
ON_CARDS = {"apologise", "explain", "inform", "repair", "compensate"}
CARE = {Care.BRIEF: 0.5, Care.NORMAL: 1.0, Care.THOROUGH: 2.0}


@pytest.fixture(scope="module")
def square() -> Scenario:
    """The scenario as shipped."""
    return load_scenario("new-square-2009")


def place(square: Scenario, name: str) -> Place:
    return next(one for one in square.places if one.id == name)


def week_of(day: date) -> int:
    """The week of the scenario, from 0, in which *day* falls."""
    return (day - FIRST_MONDAY).days // 7


def choices(square: Scenario) -> list[tuple[Card, Choice]]:
    return [(card, choice) for card in square.cards for choice in card.choices]


def does(choice: Choice, act: str) -> bool:
    return any(one.act == act for one in choice.acts)


def test_it_lasts_from_2009_to_the_end_of_2013(square: Scenario) -> None:
    assert (square.year, square.weeks) == (2009, 5 * 52)


@pytest.mark.parametrize(
    ("name", "day"),
    [("google_wave", date(2009, 9, 30)), ("google_plus", date(2011, 6, 28))],
)
def test_a_place_opens_on_the_day_it_opened(square: Scenario, name: str, day: date) -> None:
    assert place(square, name).opens_week == week_of(day)


@pytest.mark.parametrize("name", ["linkedin", "twitter", "facebook"])
def test_what_was_there_before_2009_is_there_at_the_start(square: Scenario, name: str) -> None:
    assert place(square, name).opens_week < 0


def test_wave_ends_at_the_latest_when_it_was_switched_off(square: Scenario) -> None:
    wave = place(square, "google_wave")
    assert wave.closes_week == week_of(date(2012, 4, 30))
    assert wave.invitation
    assert wave.retention <= 0.3 < 10 * wave.company_needed


@pytest.mark.parametrize(
    ("day", "reach"),
    [(date(2012, 3, 1), 0.160), (date(2013, 9, 9), 0.126), (date(2013, 12, 9), 0.078)],
)
def test_what_a_facebook_page_reaches_is_what_was_measured(
    square: Scenario, day: date, reach: float
) -> None:
    facebook = place(square, "facebook")
    chance = facebook.seen
    for change in facebook.rule_changes:
        chance *= change.reach if change.week <= week_of(day) else 1.0
    assert chance == pytest.approx(reach, abs=0.005)


def test_ten_places_of_every_kind_that_people_spoke_of(square: Scenario) -> None:
    kinds = {one.kind for one in square.places}
    assert kinds == set(get_args(Place.model_fields["kind"].annotation))
    assert {one.id for one in square.places if one.owned} == {"website", "blog", "mailing_list"}


def test_a_website_is_met_with_more_resistance_than_a_blog(square: Scenario) -> None:
    website, blog = place(square, "website"), place(square, "blog")
    assert website.conversion < blog.conversion / 3
    assert website.seen < blog.seen / 3


def test_the_player_begins_with_a_profile_that_stands_idle(square: Scenario) -> None:
    you = next(one for one in square.runners if one.seat)
    assert "linkedin" in you.on
    assert not {"twitter", "facebook", "blog", "mailing_list"} & set(you.on)
    assert sum(you.opens_with.values()) == you.purse_hours * 2


def test_no_rival_is_a_textbook_case(square: Scenario) -> None:
    field = {"tortoise", "hare", "adaptive", "get-it", "traditional"}
    rivals = [one for one in square.runners if not one.seat]
    assert len(rivals) == 3
    assert all(one.with_ for one in rivals if one.plays in field)


def test_a_first_plan_uses_only_what_is_unlocked(square: Scenario) -> None:
    you = next(one for one in square.runners if one.seat)
    assert all(square.unlock[lever] == 1 for lever in you.opens_with)


def test_every_kind_of_setback_has_a_card(square: Scenario) -> None:
    assert {card.about for card in square.cards if card.about} == set(get_args(SetbackKind))


def test_every_platform_is_the_matter_of_a_card(square: Scenario) -> None:
    told = {act.place for _, choice in choices(square) for act in choice.acts}
    told |= {happening.place for card in square.cards for happening in card.happenings}
    assert {one.id for one in square.places} - told == {"pinterest"}


def test_every_choice_does_something_and_no_two_of_a_card_do_the_same(square: Scenario) -> None:
    for card in square.cards:
        done = [(choice.acts, choice.hours, choice.later) for choice in card.choices]
        assert all(acts for acts, _, _ in done), card.id
        assert all(done.count(one) == 1 for one in done), card.id


def test_when_nobody_answers_nothing_is_done(square: Scenario) -> None:
    for card in square.cards:
        marked = [choice for choice in card.choices if choice.default]
        assert len(marked) == 1, card.id
        assert marked[0].hours == 0, card.id
        assert [act.act for act in marked[0].acts] == ["stay_silent"], card.id


def minutes_of(card: Card, act: Act) -> float:
    """The minutes that *act* takes where they are spent one to one."""
    if act.act not in MINUTES and (act.act not in ON_CARDS or card.about):
        return 0.0
    people = 1
    if act.who is not None and act.who.group != "this_person" and act.act not in ("post", "offer"):
        people = act.who.people or 12
    return MINUTES.get(act.act, 8) * people * CARE[act.care or Care.NORMAL]


def test_no_choice_gives_more_of_your_time_than_it_takes(square: Scenario) -> None:
    for card, choice in choices(square):
        spent = sum(minutes_of(card, act) for act in choice.acts)
        assert spent <= choice.hours * 60 * 1.3 + 30, (card.id, choice.id)


def test_the_machine_can_be_bought_and_switched_off(square: Scenario) -> None:
    bought = {act.automation for _, choice in choices(square) for act in choice.acts}
    assert set(Automation) <= bought


def test_the_list_is_promised_before_it_is_lent(square: Scenario) -> None:
    promises = {card.id for card, choice in choices(square) if does(choice, "promise")}
    breaks = [card for card, choice in choices(square) if does(choice, "break_promise")]
    assert "for_nothing_else" in promises
    for card in breaks:
        assert card.only_later or any("for_nothing_else" in line for line in card.when), card.id


def test_the_coach_only_asks(square: Scenario) -> None:
    coach = [card for card in square.cards if card.kind == "coach" and square.coach in card.text]
    assert len(coach) == 3
    assert all("?" in card.title + card.text for card in coach)


def test_a_light_brings_a_temptation_to_overdo_it(square: Scenario) -> None:
    after = [card for card in square.cards if card.after_light]
    assert len({card.after_light for card in after}) >= 4
    assert all(card.kind == "temptation" for card in after)


def test_the_hours_could_have_bought_a_better_trade(square: Scenario) -> None:
    to_the_shop = {
        card.id for card, choice in choices(square) for act in choice.acts if act.target == "shop"
    }
    assert {"edwins_wednesdays", "page_nineteen"} <= to_the_shop


@pytest.fixture(scope="module")
def five_years(square: Scenario) -> Run:
    """One whole run of a business that neither hurries nor waits."""
    return simulate(square, {"you": "get-it"}, seed=14)


def members(run: Run, name: str) -> int:
    world = run.world
    return int(world.places[world.place_number[name]].members.sum())


@pytest.mark.slow
def test_wave_empties_and_ends_long_before_it_was_switched_off(five_years: Run) -> None:
    ended = [
        one.second // WEEK
        for one in five_years.world.ledger.log
        if one.what == "closed" and one.detail == "google_wave"
    ]
    assert len(ended) == 1
    assert week_of(date(2010, 8, 4)) < ended[0] < week_of(date(2012, 4, 30))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("facebook", 0.55, 0.80), ("linkedin", 0.30, 0.60), ("twitter", 0.25, 0.55)],
)
def test_at_the_end_of_2013_the_town_is_where_towns_were(
    five_years: Run, square: Scenario, name: str, least: float, most: float
) -> None:
    share = members(five_years, name) / square.market.people
    assert place(square, name).starting_share * 2 < share
    assert least < share < most


@pytest.mark.slow
def test_five_years_bring_a_dozen_cards_or_two(five_years: Run) -> None:
    you = five_years.world.runners[0]
    assert 12 <= len(you.seen_cards) <= 24
    assert all(option for _, _, option in you.seen_cards)
