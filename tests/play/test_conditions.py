"""Standing orders from menus: what is in view can be looked at, what is in the fog cannot, and each says itself."""

from __future__ import annotations

import pytest

from game.authoring.words import load_words
from game.play.game_session import Game
from game.play.presenters.conditions import (
    FIRST,
    STEPS,
    Look,
    condition_words,
    first_value,
    look_name,
    offered,
)
from game.sim.condition import compile_condition
from game.sim.measure import MEASURES
from game.sim.orders import covered_terms
from game.sim.terms import TERMS, vocabulary_of
from tests.play.table import new_game

WORDS = load_words("en")


@pytest.fixture(scope="module")
def session() -> Game:
    """A game whose first season begins."""
    return new_game()


def test_only_what_is_in_view_is_on_offer(session: Game) -> None:
    covered = covered_terms(session.run.world.runners[0])
    assert covered
    assert not set(offered(session.view)) & covered
    for lamp in session.run.world.runners[0].lights.values():
        lamp.state = "lit"
    assert set(STEPS) < set(offered(session.view))
    for lamp in session.run.world.runners[0].lights.values():
        lamp.state = "unseen"


def test_every_menu_makes_a_condition_that_the_game_reads(session: Game) -> None:
    vocabulary = vocabulary_of(session.run.world.scenario)
    for what in (*STEPS, *(one for one in offered(session.view) if one.startswith("place:"))):
        for over in (True, False):
            compile_condition(Look(what, over, first_value(what)).condition, vocabulary)


def test_what_is_counted_by_the_week_says_of_which_week(session: Game) -> None:
    weekly = {one.id for one in MEASURES if one.kind == "flow"} & set(STEPS)
    assert weekly
    for language, last in (("en", "last week"), ("de", "letzte woche")):
        words = load_words(language)
        for what in (*weekly, "sales_last_week"):
            assert last in look_name(what, {}, words).lower()
            assert last in condition_words(f"{what} >= 5", {}, words).lower()
    assert {"reach", "sales_last_week"} <= set(offered(session.view))
    assert "left_waiting" not in offered(session.view)


def test_every_number_on_offer_is_a_term_and_starts_at_one_of_its_values() -> None:
    assert set(STEPS) <= {term.name for term in TERMS if term.kind == "number"}
    assert all(first_value(what) in steps for what, steps in STEPS.items())
    assert set(FIRST) <= set(STEPS)


def test_turning_goes_through_everything_and_comes_back(session: Game) -> None:
    names, look, seen = offered(session.view), Look(), []
    for _ in names:
        seen.append(look.what)
        look = look.turned(names, 1)
    assert sorted(seen) == sorted(names)
    assert look.what == seen[0]
    assert look.turned(names, -1).what == seen[-1]


def test_a_condition_reads_as_a_sentence_and_a_foreign_one_as_it_is_written() -> None:
    places = {"natter": "Natter"}
    both = "waiting_hours >= 24 and not open(natter)"
    said = condition_words(both, places, WORDS)
    assert said == "Hours the oldest message has waited at least 24; and Natter is not open"
    assert condition_words("unanswered > 5", places, WORDS) == "Unanswered at least 6"
    assert condition_words("trusts > 2 * likes", places, WORDS) == "trusts > 2 * likes"
