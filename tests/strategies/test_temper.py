"""Temper: cards are answered by what an option does, never by its name or place."""

from __future__ import annotations

import pytest

from game.sim.decision import Option
from game.sim.hazard import SETBACK_KINDS
from game.sim.plan import Automation
from game.strategies.temper import FITTING, Temper, words_of
from tests.builders import a_card, a_card_request, a_choice, a_request

REVIEW = a_card(
    a_choice("one", "delete"),
    a_choice("two", "apologise", "repair", hours=3),
    a_choice("three", "deny"),
    a_choice("four", "stay_silent"),
    about="sour_review",
)


def test_the_most_liked_act_on_offer_decides() -> None:
    temper = Temper(likes=("deny", "apologise"))
    assert temper.answer(a_card_request(REVIEW)).option == "three"


def test_what_costs_too_much_is_not_chosen() -> None:
    temper = Temper(likes=("apologise", "deny"), hours_at_most=2.5)
    assert temper.answer(a_card_request(REVIEW)).option == "three"


def test_an_option_with_a_shunned_act_is_not_chosen_for_another_that_is_liked() -> None:
    temper = Temper(likes=("apologise", "delete"), shuns=("repair",))
    assert temper.answer(a_card_request(REVIEW)).option == "one"


def test_nothing_liked_leaves_it_to_the_default() -> None:
    assert Temper(likes=("introduce",)).answer(a_card_request(REVIEW)).option == "four"


def test_a_shunned_default_is_replaced_by_the_first_that_is_not_shunned() -> None:
    assert Temper(shuns=("stay_silent", "delete")).answer(a_card_request(REVIEW)).option == "two"


def test_where_everything_is_shunned_the_default_stands() -> None:
    everything = Temper(shuns=("stay_silent", "delete", "apologise", "deny"))
    assert everything.answer(a_card_request(REVIEW)).option == "four"


def test_the_fitting_answer_goes_before_what_is_liked_by_those_who_seek_it() -> None:
    likes = ("deny", "delete")
    assert Temper(likes=likes).answer(a_card_request(REVIEW)).option == "three"
    assert Temper(likes=likes, fits=True).answer(a_card_request(REVIEW)).option == "two"


def test_there_is_a_fitting_answer_to_every_kind_of_setback() -> None:
    assert {kind for kind, _ in FITTING} == set(SETBACK_KINDS)


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (a_choice("x", "offer", bold=3), {"offer", "bold"}),
        (a_choice("x", "post", bold=2), {"post"}),
        (a_choice("x", "set", claims=4), {"set", "bold"}),
        (
            a_choice("x", "set", automation=Automation.DIRECT),
            {"set", "automate", "automate_direct"},
        ),
        (a_choice("x", "set", automation=Automation.WELCOME), {"set", "automate"}),
        (a_choice("x", "set", automation=Automation.NONE), {"set"}),
        (a_choice("x", "delegate", staff="jo"), {"delegate", "delegate_untold"}),
        (a_choice("x", "delegate", staff="jo", expectations=True), {"delegate"}),
        (a_choice("x"), {"quiet"}),
    ],
)
def test_the_words_of_an_option_say_what_it_does(choice: object, words: set[str]) -> None:
    card = a_card(choice, a_choice("other"))  # type: ignore[arg-type]
    assert words_of(card, Option("x", "x")) == words


def test_a_question_without_a_card_is_answered_by_the_names_of_its_options() -> None:
    request = a_request("card", options=("deny", "apologise", "wait"))
    assert Temper(likes=("apologise",)).answer(request).option == "apologise"
