"""The endings: reached by runs that were really played, told of the people it happened to, scripted by nobody."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

import game
from game.authoring.words import languages, load_words
from game.play.figures.vignette import VIGNETTES
from game.play.game_session import Game
from game.play.presenters import chronicle, standings
from game.play.presenters.account import account
from game.play.presenters.aftermath import Aftermath, aftermath
from game.play.presenters.endings import ENDINGS, STREET, ending, ending_story, is_spoken
from game.play.presenters.tale import SLOW_ANSWER_DAYS
from game.sim.market import Market
from game.sim.measure import LIKING_OR_MORE
from game.sim.run import Run
from game.sim.scenario import Scenario
from tests.play.journeys import small_bakery

WORDS = load_words()
ALL = (*ENDINGS, STREET)

PLAYED = (
    ("found_out", "braggart", 3),
    ("home", "running-with-scissors", 2),
    ("queue", "shouter", 1),
    ("friends", "connector", 2),
    ("room", "adaptive", 0),
    ("faces", "collector", 3),
    ("late", "flitter", 0),
    ("empty", "wallflower", 0),
    ("street", "get-it", 0),
)
"""An ending, and two years of a small town, by whom and under which luck, that come to it."""


@cache
def run_of(strategy: str, luck: int) -> Run:
    """Two years in a small town."""
    return game.simulate(small_bakery(seasons=8), {"you": strategy}, seed=luck)


def after(run: Run, ghost: dict[str, list[int]] | None = None) -> Aftermath:
    """What a run came to."""
    told = chronicle.chronicle(run, "you")
    return aftermath(run, "you", told, standings.standings(run, "you"), ghost or {})


@pytest.mark.parametrize(("id", "strategy", "luck"), PLAYED)
def test_an_ending_is_reached_by_playing(id: str, strategy: str, luck: int) -> None:
    assert_told(id, run_of(strategy, luck))


def assert_told(id: str, run: Run) -> None:
    """The run came to that ending, and its story names only people whom there are."""
    came_to = after(run)
    assert ending(came_to).id == id
    story = ending_story(came_to, WORDS)
    assert story.title == WORDS(f"ending.story.{id}.title")
    view = run.view("you")
    names = {view.name_of(person) for person in range(came_to.people)}
    for line in story.lines:
        if line.person is not None:
            assert line.person.name in line.text
            assert line.person.name in names


HARSHER = (
    ("voice", "collector", 3, 4, {"machine_talk": 0.06, "rumour": 0.0, "slip": 0.0}),
    ("warned", "hare", 0, 8, {"claim_found_out": 0.08, "spread": 0.5}),
    ("weathered", "tortoise", 2, 6, {"sour_review": 0.03, "spread": 0.6}),
    ("unhappened", "get-it", 1, 6, {"sour_review": 0.08, "spread": 0.0, "rumour": 0.0}),
)
"""The same in towns where something goes wrong more often: hazards that differ from the usual."""


def a_harsher_town(seasons: int, hazards: Mapping[str, float]) -> Scenario:
    """The small town with other hazards."""
    town = small_bakery(seasons=seasons)
    harsher = town.parameters.hazards.model_copy(update=dict(hazards))
    parameters = town.parameters.model_copy(update={"hazards": harsher})
    return town.model_copy(update={"parameters": parameters}).with_text("")


@pytest.mark.parametrize(("id", "strategy", "luck", "seasons", "hazards"), HARSHER)
def test_an_ending_is_reached_in_a_town_that_asks_for_it(
    id: str, strategy: str, luck: int, seasons: int, hazards: Mapping[str, float]
) -> None:
    assert_told(id, game.simulate(a_harsher_town(seasons, hazards), {"you": strategy}, seed=luck))


def test_whoever_promises_and_sends_it_all_the_same_is_told_of_the_promise() -> None:
    town = a_harsher_town(
        4, {"rumour": 0.0, "slip": 0.0, "delegate_slip": 0.0, "broken_promise": 0.3}
    )
    asked_soon = ("above_the_box", "only_the_once")
    cards = tuple(
        card.model_copy(update={"chance": 0.5}) if card.id in asked_soon else card
        for card in town.cards
    )
    town = town.model_copy(update={"cards": cards}).with_text("")
    assert_told("promise", game.simulate(town, {"you": "running-with-scissors"}, seed=12))


def test_whoever_saw_almost_everything_is_told_of_the_lamps() -> None:
    town = small_bakery(seasons=6)
    insight = town.parameters.insight.model_copy(update={"evidence": 2})
    hazards = town.parameters.hazards.model_copy(update={"rumour": 0.0})
    parameters = town.parameters.model_copy(update={"insight": insight, "hazards": hazards})
    town = town.model_copy(update={"parameters": parameters}).with_text("")
    came_to = after(game.simulate(town, {"you": "get-it"}, seed=0))
    assert ending(came_to).id == "lamps"
    assert came_to.lights >= 7


def test_whoever_lived_well_on_a_place_that_closed_is_told_of_it() -> None:
    whole = game.load_scenario("first-steps")
    failing = {"retention": 0.93, "company_needed": 0.95, "imitation": 0.0, "innovation": 0.0}
    places = tuple(
        one.model_copy(update=failing) if one.id == "parish_pump" else one for one in whole.places
    )
    platforms = whole.parameters.platforms.model_copy(update={"faded": 0.33})
    town = whole.model_copy(
        update={
            "market": Market(people=300, first_names=whole.market.first_names, needs_per_year=6.0),
            "parameters": whole.parameters.model_copy(update={"platforms": platforms}),
            "places": places,
            "tests": (),
        }
    ).with_text("")
    run = game.simulate(town, {"you": "get-it"}, seed=1)
    came_to = after(run)
    assert ending(came_to).id == "gate"
    assert "The Parish Pump" in ending_story(came_to, WORDS).lines[0].text
    weeks = run.timeline("you", "followers")
    assert came_to.lost == max(before - now for before, now in itertools.pairwise(weeks))


def test_under_many_lucks_the_same_way_of_playing_comes_to_several_endings() -> None:
    found = {ending(after(run_of("flitter", luck))).id for luck in (0, 1, 7)}
    assert len(found) >= 3


def test_whoever_gets_further_than_their_own_ghost_is_told_so() -> None:
    ghost = run_of("wallflower", 0)
    lines = {measure: ghost.timeline("you", measure) for measure in LIKING_OR_MORE}
    further = after(run_of("flitter", 3), lines)
    assert ending(further).id == "ghost"
    behind = after(ghost, {m: run_of("flitter", 3).timeline("you", m) for m in LIKING_OR_MORE})
    assert ending(behind).id != "ghost"


def test_what_a_player_said_is_quoted_as_it_stood_on_the_card() -> None:
    run = run_of("connector", 2)
    labels = {choice.label for card in run.scenario.cards for choice in card.choices}
    story = ending_story(after(run), WORDS)
    assert story.quote
    assert any(label in story.quote for label in labels)
    chosen = {(one.title, one.label) for one in after(run).said}
    taken = {(id, option) for id, _, option in run.world.runners[0].seen_cards}
    for card in run.scenario.cards:
        for choice in card.choices:
            assert ((card.title, choice.label) in chosen) <= ((card.id, choice.id) in taken)


@pytest.mark.parametrize(
    ("label", "spoken"),
    [
        ("“It can.”", True),
        ("„Den Otter.“", True),
        ("“Open till six”, at the top, in capitals", False),
        ("Say that “it can”", False),
    ],
)
def test_only_what_is_said_and_nothing_else_counts_as_words(label: str, spoken: bool) -> None:
    assert is_spoken(label) is spoken


def test_a_quote_names_whoever_brought_the_card() -> None:
    town = small_bakery(seasons=8)
    cards = tuple(
        card.model_copy(
            update={
                "title": "{person} again",
                "choices": tuple(
                    one.model_copy(update={"label": f"{{person}}: {one.id}"})
                    for one in card.choices
                ),
            }
        )
        if card.from_ is not None
        else card
        for card in town.cards
    )
    town = town.model_copy(update={"cards": cards}).with_text("")
    run = game.simulate(town, {"you": "connector"}, seed=2)
    came_to, view = after(run), run.view("you")
    log = [line for line in run.world.ledger.log if line.runner == 0 and line.what == "card"]
    brought = {line.person for line in log if line.person >= 0}
    assert brought
    assert not [one for one in came_to.said if "{" in one.title + one.label]
    assert "{" not in ending_story(came_to, WORDS).quote
    quoted = " ".join(one.title for one in came_to.said)
    assert [view.name_of(one) for one in brought if view.name_of(one) in quoted]


@pytest.mark.parametrize(
    ("kind", "answer", "days", "helped", "is_weathered"),
    [
        ("rumour", "deny", 1, True, True),
        ("slip", "delete", 1, True, True),
        ("slip", "apologise+deny", 1, False, False),
        ("slip", "apologise", SLOW_ANSWER_DAYS, True, True),
        ("slip", "apologise", SLOW_ANSWER_DAYS + 1, True, False),
    ],
)
def test_a_setback_is_weathered_by_an_answer_that_helped_whatever_it_was(
    kind: str, answer: str, days: int, helped: bool, is_weathered: bool
) -> None:
    run = run_of("connector", 2)
    told = chronicle.chronicle(run, "you")
    trouble = chronicle.Trouble(kind, 2, 40, answer, days, helped, was_noticed=False)
    race = standings.standings(run, "you")
    came_to = aftermath(run, "you", replace(told, worst=trouble), race, {})
    assert came_to.weathered == (40 if is_weathered else 0)


def test_an_answer_helped_where_it_softened_what_was_still_to_come() -> None:
    run = game.simulate(a_harsher_town(2, {"sour_review": 0.06}), {"you": "tortoise"}, seed=1)
    struck = run.world.runners[0].setbacks
    assert struck
    for softened in (-1, 0, 1):
        for one in struck:
            one.softened = softened
        worst = chronicle.chronicle(run, "you").worst
        assert worst is not None
        assert worst.helped == (softened > 0)


def test_the_ending_is_told_on_the_first_leaf_and_changes_nothing() -> None:
    run = run_of("shouter", 1)
    digest = run.digest
    made = account(Game(run, seat="you"), WORDS)
    assert made.ending.id == "queue"
    assert run.digest == digest


def test_whoever_came_most_often_is_told_with_every_time_they_bought() -> None:
    run = run_of(*PLAYED[0][1:])
    purchases = run.world.runners[0].purchases
    told = after(run).known["regular"]
    assert told.times == max(Counter(person for _, person, _ in purchases).values())
    assert told.times > 1, "in all that time somebody came twice"


def test_whoever_is_remembered_as_gone_had_gone_and_for_that_reason() -> None:
    run = run_of("hare", 0)
    warns = after(run).known["warns"]
    stories = run.view("you")
    assert warns.cause is not None
    assert any(
        stories.name_of(person) == warns.person.name
        for chunk in run.world.ledger.stage_changes
        for _, runner, person, _, new, cause in chunk.T.tolist()
        if runner == 0 and new == 7 and cause == warns.cause
    )


@pytest.mark.parametrize("language", languages())
def test_every_ending_has_a_picture_and_words_of_its_own(language: str) -> None:
    words = load_words(language)
    came_to = replace(after(run_of("shouter", 0)), lost_place="Shoal")
    titles = set()
    for one in ALL:
        assert one.id in VIGNETTES
        for part in ("title", "open", "last"):
            assert f"ending.story.{one.id}.{part}" in words
        titles.add(words(f"ending.story.{one.id}.title"))
        for what in one.people:
            assert f"ending.who.{what}" in words
    assert len(titles) == len(ALL)
    assert ending_story(came_to, words).lines


def test_a_stronger_measure_takes_the_ending_over_and_a_weaker_one_does_not() -> None:
    came_to = after(run_of("get-it", 0))
    assert ending(came_to).id == "street"
    assert ending(replace(came_to, burnouts=1)).id == "home"
    assert ending(replace(came_to, averted=1)).id == "street"
    assert ending(replace(came_to, averted=2)).id == "unhappened"
    many = came_to.people // 10
    assert ending(replace(came_to, lost=many, most_followers=many)).id == "gate"
    assert ending(replace(came_to, lost=4, most_followers=many)).id == "street"
