"""Who the people of a game are is told where their name stands, to whoever asks, and costs nobody else a word."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

import game
from game import paths
from game.authoring.words import load_words
from game.play.kit.terms import Terms, TermSpot
from game.play.pilot import Pilot
from game.play.presenters.cast import cast
from game.play.screens.table import TableScreen
from tests.play.conftest import Launch
from tests.play.journeys import a_journey, on
from tests.play.table import bakery, new_game, tab_to, until_card

WORDS = load_words()
LABELS = {
    "tortoise",
    "hare",
    "adaptive",
    "adapter",
    "traditional",
    "scissors",
    "shouter",
    "flitter",
}


def spots(pilot: Pilot) -> dict[str, pygame.Rect]:
    """Where the names and words that can be explained stand on what lies on top."""
    walked = pilot.app.scene.top.walk()
    return {one.term: one.rect for one in walked if isinstance(one, TermSpot)}


def rest_on(pilot: Pilot, where: pygame.Rect) -> str:
    """Rest the mouse there; what is told."""
    pygame.event.post(
        pygame.Event(
            pygame.MOUSEMOTION, pos=where.center, rel=(0, 0), buttons=(0, 0, 0), touch=False
        )
    )
    pilot.wait(0.7)
    note = pilot.app.scene.note
    return "" if note is None else " ".join(one.name() for one in note.walk() if one.name())


@pytest.mark.parametrize("name", paths.scenario_ids(paths.scenarios()))
def test_everybody_with_a_part_is_told_of_and_nobody_is_labelled(name: str) -> None:
    scenario = game.load_scenario(name)
    told = cast(scenario, WORDS)
    others = [one.name for one in scenario.runners if one.id != scenario.seat]
    staff = [one.name for one in scenario.staff]
    assert [one.word for one in told.values()] == [
        scenario.partner,
        scenario.coach,
        *staff,
        *others,
    ]
    for one in told.values():
        assert len(one.text.split()) >= 8
        assert not LABELS & set(one.text.lower().replace(".", "").split())


def test_what_the_scenario_says_of_somebody_is_told_with_their_part() -> None:
    told = cast(game.load_scenario("first-steps"), WORDS)
    assert told["cast.partner"].text.endswith("Colin drives the van and has opinions.")
    assert told["cast.coach"].text.startswith(WORDS("cast.coach"))
    assert "tulips" in told["cast.coach"].text
    assert "florist" in told["cast.runner.bloomers"].text


def test_a_name_is_met_as_it_is_written_and_goes_before_a_word_that_is_in_it() -> None:
    terms = Terms(
        {"trust": ("trust",), "kit": ("kit",)}, {"cast.a": "Kit", "cast.b": "Trust & Sons"}
    )
    found = terms.find("Kit has a kit, and I trust Trust & Sons; Kitty does not.")
    assert [one.term for one in found] == ["cast.a", "kit", "trust", "cast.b"]
    assert [one.term for one in terms.find("Kit, I trust you", names_only=True)] == ["cast.a"]
    assert Terms({}, {"cast.a": ""}).find("Nobody") == ()


@pytest.mark.window
def test_who_runs_in_a_lane_is_told_to_the_mouse_and_to_the_keys(launch: Launch) -> None:
    session = new_game()
    pilot = launch(TableScreen(session))
    rival = session.view.rivals[0]
    told = rest_on(pilot, pilot.find("lane.1").rect)
    assert rival.name in told
    assert WORDS("cast.rival") in told
    tab_to(pilot, "race")
    pilot.press("down", "down")
    assert any(rival.name in said and WORDS("cast.rival") in said for said in pilot.spoken)
    pilot.press("up", "up")
    assert pilot.focus != "race", "from the first lane one goes on to what stands above"


@pytest.mark.window
def test_in_the_words_of_a_card_names_are_explained_and_nothing_else(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = new_game()
    pilot = launch(TableScreen(session))
    until_card(pilot, session, "card")
    assert session.request is not None
    text = f"{session.scenario.coach} says that followers trust {session.view.rivals[0].name}."
    card = pilot.find("card.text")
    monkeypatch.setattr(card, "text", text)
    card.resized()
    pilot.frame()
    inside = [one for one in card.walk() if isinstance(one, TermSpot)]
    assert [one.term for one in inside] == [
        "cast.coach",
        f"cast.runner.{session.view.rivals[0].id}",
    ]
    assert WORDS("cast.coach") in rest_on(pilot, inside[0].rect)
    pilot.press("f3")
    assert pilot.shows("word.cast.coach")
    assert not pilot.shows("word.trust")
    pilot.click("word.cast.coach")
    assert WORDS("cast.coach") in pilot.find("pin.text").name()


@pytest.mark.window
def test_the_almanac_begins_with_who_plays_along_and_only_in_their_game(
    launch: Launch, tmp_path: Path
) -> None:
    pilot = launch(TableScreen(new_game()))
    pilot.press("f1")
    first = list(cast(bakery(), WORDS))
    listed = [one.id for one in pilot.app.scene.top.walk() if one.id.startswith("almanac.cast.")]
    assert listed == [f"almanac.{id}" for id in first]
    journey = a_journey(tmp_path / "saves", bakery())
    with on(journey.title(), tmp_path) as other:
        other.press("f1")
        assert other.shows("almanac.care")
        assert not other.shows("almanac.cast.coach")


@pytest.mark.window
def test_a_menu_over_the_game_knows_them_too_and_the_briefing_does_before_it(
    tmp_path: Path,
) -> None:
    journey = a_journey(tmp_path / "saves", bakery())
    with on(journey.briefing(bakery(), 7), tmp_path) as pilot:
        rival = next(iter(spots(pilot)))
        assert rival.startswith("cast.runner.")
        assert WORDS("cast.rival") in rest_on(pilot, spots(pilot)[rival])
        pilot.press("1", "escape")
        assert pilot.screen == "menu"
        pilot.press("f1")
        assert pilot.shows("almanac.cast.partner")
