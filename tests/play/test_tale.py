"""The tale of a run and its headline: told by what happened, with names, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.authoring.words import load_words
from game.play.presenters import tale
from game.play.presenters.chronicle import Closed, Person, Trouble, YearGoal
from game.sim.gait import Gait
from game.sim.light import Light
from tests.play.journeys import small_bakery
from tests.play.races import CALM, QUIET, a_race

WORDS = load_words()


def told(**facts: object) -> list[str]:
    """The sentences for a quiet run in which only these facts happened."""
    return [line.text for line in tale.tale(replace(QUIET, **facts), small_bakery(), WORDS)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mine", "theirs", "results", "sentence"),
    [
        ((1, 2, 9), (0, 1, 2), (), "You were ahead early, and nobody caught you."),
        ((1, 2, 9), (3, 4, 5), (), "Rival 1 was ahead of you until week 2. Not after that."),
        ((3, 4, 5), (1, 2, 9), (), "You were ahead of Rival 1 until week 2. Then you were not."),
        ((1, 2, 3), (3, 4, 9), (), "Rival 1 was ahead of you from the start, and stayed there."),
        ((1, 2, 3, 9), (0, 1, 4, 5), (), "You were ahead of Rival 1 most of the way, and at the end."),
        ((0, 1, 4, 5), (1, 2, 3, 9), (), "Rival 1 was ahead of you most of the way, and at the end."),
        ((1, 2, 100), (3, 4, 99), (), "After 0.1 years, you and Rival 1 came in side by side."),
        ((1, 2, 9), (0, 1, 2), (9, 30),
         "At the end you stood ahead of Rival 1. A quiet year later, Rival 1 stood ahead of you."),
        ((1, 2, 3), (3, 4, 9), (40, 9), "At the end Rival 1 stood ahead of you. A quiet year later, you did."),
    ],
)  # fmt: skip
def test_the_headline_says_how_the_race_went(
    mine: tuple[int, ...], theirs: tuple[int, ...], results: tuple[int, ...], sentence: str
) -> None:
    assert tale.headline(a_race(mine, theirs, results=results), WORDS) == sentence


def test_a_winner_is_told_of_the_last_rival_passed() -> None:
    race = a_race((1, 5, 9, 20), (2, 3, 4, 12), (1, 6, 10, 11))
    assert tale.headline(race, WORDS).startswith("Rival 2 was ahead of you until week 3")


def test_a_rival_who_was_ahead_for_a_moment_hides_no_turn_of_the_race() -> None:
    race = a_race((1, 2, 3, 4, 5, 9), (2, 3, 1, 1, 1, 1), (0, 0, 0, 0, 6, 7))
    assert tale.headline(race, WORDS) == "Rival 1 was ahead of you until week 2. Not after that."


def test_whoever_ran_alone_is_told_so() -> None:
    assert tale.headline(a_race((1, 2)), WORDS) == "You had the road to yourself."


def test_whoever_met_a_setback_on_a_card_is_not_told_that_nothing_became_known() -> None:
    assert "Nothing that went wrong became known." not in told(setback_cards=1)


def test_a_run_in_which_nothing_happened_is_told_as_such() -> None:
    assert told() == [
        "Nobody new bought in all that time.",
        "Nothing that went wrong became known.",
        "No light went on in all that time.",
    ]


def test_the_first_customer_and_the_first_who_recommends_are_named() -> None:
    said = told(
        first_customer=Person("Ada", 1, "get_it", 2),
        first_advocate=Person("Omar", 2, "scissors", 40),
        friends_sent=1,
    )
    assert "Ada was the first new customer, in week 2." in said
    assert any(
        line.startswith("Omar was the first to recommend you, in week 40. One person")
        for line in said
    )


def test_the_worst_setback_is_told_with_what_was_done_about_it() -> None:
    answered = Trouble("rumour", 30, 1_234, "apologise+repair", 0, True, True)
    (said,) = [line for line in told(worst=answered) if "worst" in line]
    assert said == (
        "The worst of it was a rumour, in week 30; it reached 1,234 people. You had noticed the sign. "
        "You answered within a day. What you did: you said sorry, and you put it right."
    )
    ignored = Trouble("slip", 9, 12, "", None, False, False)
    (said,) = [line for line in told(worst=ignored) if "worst" in line]
    assert said.endswith("it reached 12 people. Nobody answered it.")


@pytest.mark.parametrize("answer", [one for one in WORDS if one.startswith("ending.answer.")])
def test_every_answer_has_words(answer: str) -> None:
    assert WORDS(answer)


def test_every_answer_of_the_model_has_words() -> None:
    from game.sim.response import ANSWERS

    assert all(f"ending.answer.{answer}" in WORDS for answer in ANSWERS)


@pytest.mark.parametrize(
    ("place", "left", "sentence"),
    [
        (Closed("Shoal", 89, 40, True), (), "Shoal closed in week 89, and 40 followers were gone."),
        (Closed("Shoal", 89, 0, True), (), "Shoal closed in week 89. Nobody followed you there."),
        (Closed("Shoal", 89, 0, False), (), "Shoal closed in week 89. You had never been there."),
        (Closed("Shoal", 89, 0, True), (("Shoal", 72),), "Shoal closed in week 89. You had left it before."),
    ],
)  # fmt: skip
def test_a_place_that_died_is_told_by_what_was_lost(
    place: Closed, left: tuple[tuple[str, int], ...], sentence: str
) -> None:
    said = told(closed=(place,), left_places=left)
    assert sentence in said
    assert sum("Shoal" in line for line in said) == 1


def test_goals_lights_and_strain_are_told() -> None:
    said = told(
        goals=(YearGoal(1, "A crowd", 40, False), YearGoal(2, "A crowd", 400, True)),
        lights=((Light.WAITING, 12),),
        gave_up=20, worst_season=6, burnouts=(50,), averted=2, hostile=1, own_words=("A full shop",),
    )  # fmt: skip
    assert "The goal of year 1 was missed: A crowd. It came to 40." in said
    assert "The goal of year 2 was met: A crowd." in said
    assert "In week 12 it dawned on you: They have been waiting." in said
    assert any("20 people gave up waiting" in line and "of year 2." in line for line in said)
    assert "In week 50 you could not go on, and had to stay at home." in said
    assert "One person warns others of you." in said
    assert "In your own words, you had wanted: “A full shop”." in said


@pytest.mark.parametrize(
    ("facts", "gait", "wrong", "name"),
    [
        ({"burnouts": (3,)}, CALM, 0, "energy"),
        ({"worst": Trouble("slip", 1, 9, "", None, False, True)}, CALM, 0, "sign"),
        ({"worst": Trouble("slip", 1, 9, "explain", 0, True, True)}, CALM, 0, "giving"),
        ({"closed": (Closed("X", 1, 9, True),)}, CALM, 0, "ground"),
        ({"gave_up": 40}, CALM, 0, "waiting"),
        ({}, CALM, 3, "sure"),
        ({}, replace(CALM, tempo=40.0), 0, "tempo"),
        ({}, CALM, 0, "giving"),
        ({"first_advocate": Person("A", 1, "get_it", 1)}, CALM, 0, "late"),
    ],
)
def test_the_question_is_opened_by_what_happened(
    facts: dict[str, object], gait: Gait, wrong: int, name: str
) -> None:
    asked = tale.question(replace(QUIET, **facts), gait, wrong, WORDS)  # type: ignore[arg-type]
    assert asked == WORDS(f"ending.question.{name}")
    assert asked.endswith("?")
