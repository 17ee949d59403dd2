"""Before a room: everything larger and starker, every choice by a number, and votes by hands."""

from __future__ import annotations

from pathlib import Path

import pytest

import game
from game import paths
from game.authoring.words import load_words
from game.play.game_session import Game
from game.play.kit import Option, Settings
from game.play.kit.panels import Scroll
from game.play.kit.settings import load
from game.play.launch import play
from game.play.pilot import Pilot
from game.play.screens.table import TableScreen
from game.play.screens.vote import MOST_HANDS, Hands
from game.play.window import Application
from game.sim.decision import Request
from game.sim.light import Light
from tests.play.conftest import Launch
from tests.play.journeys import a_journey, on
from tests.play.overflow import misfits, scrolled_away, small_targets
from tests.play.places import come_to
from tests.play.table import about_to_see, bakery, new_game

pytestmark = pytest.mark.window
PROJECTOR = Settings(projector=True)
ROOMS = ((1280, 720), (1920, 1080))
LEAST_SHARE = 0.03
"""The least height of a line that is read from the back row, as a share of the picture's height."""


def at_a_card(launch: Launch, size: tuple[int, int] = (1280, 720)) -> Pilot:
    """A game before a room, stopped by its first card."""
    pilot = launch(TableScreen(new_game()), size=size, settings=PROJECTOR)
    come_to("card")(pilot)
    return pilot


# --- counting -------------------------------------------------------------------------------------


def test_hands_are_counted_one_by_one_and_taken_back_in_order() -> None:
    hands = Hands(3)
    assert hands.leaders == []
    for option in (0, 1, 1):
        hands.raised(option)
    assert (hands.counts, hands.leaders, hands.total) == ([1, 2, 0], [1], 3)
    assert hands.lowered() == 1
    assert hands.leaders == [0, 1]
    assert [hands.lowered(), hands.lowered(), hands.lowered()] == [1, 0, None]


def test_a_written_count_stands_and_nonsense_is_held_within_bounds() -> None:
    hands = Hands(2)
    hands.set(0, 12)
    hands.set(1, -3)
    assert hands.counts == [12, 0]
    hands.set(1, 10**9)
    assert hands.leaders == [1]


def test_hands_counted_before_a_count_was_written_down_are_not_taken_out_of_it() -> None:
    hands = Hands(2)
    for option in (1, 0):
        hands.raised(option)
    hands.set(0, 12)
    assert hands.lowered() == 1, "the last hand that was counted and not overruled"
    assert hands.lowered() is None
    assert hands.counts == [12, 0]
    hands.raised(0)
    assert hands.lowered() == 0
    assert hands.counts == [12, 0]


def test_a_hand_above_the_most_is_neither_counted_nor_taken_back() -> None:
    hands = Hands(1)
    hands.set(0, MOST_HANDS)
    hands.raised(0)
    assert hands.lowered() is None
    assert hands.counts == [MOST_HANDS]


def test_a_hand_that_a_written_count_has_overruled_is_not_taken_back_below_nothing() -> None:
    hands = Hands(2)
    hands.raised(0)
    hands.set(0, 0)
    assert hands.lowered() is None
    assert hands.counts == [0, 0]


# --- on screen ------------------------------------------------------------------------------------


def test_one_switch_makes_it_larger_and_starker_and_back(tmp_path: Path) -> None:
    with on(a_journey(tmp_path / "saves").settings(), tmp_path) as pilot:
        pilot.click("projector")
        assert pilot.app.look.text_scale == 1.5
        assert pilot.app.look.theme.name == "high contrast"
        pilot.click("projector")
        assert pilot.app.look.text_scale == 1.0
        assert pilot.app.look.theme.name == "standard"


def test_whoever_wants_larger_text_still_than_a_projector_s_keeps_it() -> None:
    assert Settings(projector=True, text_size=2.0).text_scale == 2.0


def test_the_command_switches_it_on(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr("game.play.launch.INVISIBLE", ())
    monkeypatch.setattr(Application, "run", lambda application, _: application.end())
    play(projector=True)
    settings, _ = load(home / "settings" / "settings.json")
    assert settings.projector


@pytest.mark.parametrize("size", ROOMS)
def test_a_card_is_large_enough_for_the_back_row(launch: Launch, size: tuple[int, int]) -> None:
    pilot = at_a_card(launch, size)
    drawn = pilot.texts()
    options = [f"option.{number}" for number in (1, 2, 3, 4) if pilot.shows(f"option.{number}")]
    inside = [one for id in options for one in pilot.find(id).walk()]
    sizes = [one.size for one in drawn if one.owner in inside]
    assert len(sizes) >= 3 * len(options), "its number, what it is and what it takes"
    assert min(sizes) / size[1] >= LEAST_SHARE
    line = max(one.size for one in drawn if one.owner in inside and not one.text.isdigit())
    numbers = [one.size for one in drawn if one.owner in inside and one.text.isdigit()]
    assert min(numbers) > line, "the numbers are larger still"
    assert misfits(pilot) == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_question_of_a_light_is_read_without_scrolling(
    launch: Launch, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr("game.play.window.load_words", lambda _: load_words(language))
    session = about_to_see(new_game(), Light.LADDER)
    pilot = launch(TableScreen(session), settings=PROJECTOR)
    come_to("lamp")(pilot)
    question = pilot.find("card.text")
    seen = pilot.app.window.get_surface().get_rect()
    for one in question.above():
        seen = seen.clip(one.rect) if isinstance(one, Scroll) else seen
    assert seen.contains(question.rect)
    assert misfits(pilot) == []


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("size", ROOMS)
@pytest.mark.parametrize("name", paths.scenario_ids(paths.scenarios()))
def test_all_of_a_briefing_is_seen_by_the_room_without_scrolling(
    tmp_path: Path, name: str, size: tuple[int, int], language: str
) -> None:
    scenario = game.load_scenario(name)
    journey, words = a_journey(tmp_path / "saves", scenario), load_words(language)
    settings = Settings(projector=True, reduced_motion=True, language=language)
    screen = journey.briefing(scenario, 7)
    with on(screen, tmp_path, size=size, settings=settings, words=words) as pilot:
        assert scrolled_away(pilot) == 0
        assert misfits(pilot) == []
        board = [one.text for one in pilot.texts() if one.owner and one.owner.id == "start-line"]
        assert board == [scenario.seated.name]


def test_a_briefing_is_arranged_anew_in_a_larger_window_and_keeps_what_was_written(
    tmp_path: Path,
) -> None:
    journey = a_journey(tmp_path / "saves", bakery())
    with on(journey.briefing(bakery(), 7), tmp_path, settings=PROJECTOR) as pilot:
        pilot.click("own-words")
        pilot.type("bread")
        vote, none = pilot.find("vote").rect, pilot.find("begin").rect
        assert vote.centery == none.centery, "side by side where all would not fit else"
        pilot.resize(1280, 1000)
        assert pilot.find("vote").rect.bottom < pilot.find("own-words").rect.top
        assert pilot.find("own-words").value_text() == "bread"


@pytest.mark.parametrize("size", ROOMS)
def test_the_room_sees_the_plan_the_people_and_the_race_at_once(
    launch: Launch, size: tuple[int, int]
) -> None:
    pilot = launch(TableScreen(new_game()), size=size, settings=PROJECTOR)
    window = pilot.app.window.get_surface().get_rect()
    for id in ("lever.listen", "main", "room", "race"):
        assert window.contains(pilot.find(id).rect), id


def test_the_room_votes_by_number_keys_and_what_most_want_is_done(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[str] = []
    pilot = at_a_card(launch)
    monkeypatch.setattr(Game, "answer", lambda _, one: chosen.append(str(one.option)))
    offered = [option.id for option in _asked(pilot).options]
    second = pilot.find("option.2").name().partition(",")[0]
    pilot.press("v")
    assert pilot.shows("vote.panel")
    assert not pilot.find("vote.take").enabled
    pilot.press("return")
    assert pilot.shows("vote.panel"), "nothing is done before a hand was raised"
    pilot.press("1", "2", "2")
    assert f"2: {second} (2 of 3)" in pilot.find("vote.result").name()
    pilot.press("1")
    assert "A tie of 2 hands each: 1, 2" in pilot.find("vote.result").name()
    assert not pilot.find("vote.take").enabled
    pilot.press("-", "return")
    assert not pilot.shows("vote.panel")
    assert chosen[0] == offered[1]


def _asked(pilot: Pilot) -> Request:
    table = pilot.app.screen
    assert isinstance(table, TableScreen)
    assert table.game.request is not None
    return table.game.request


def test_counts_can_be_typed_and_letters_are_left_out(launch: Launch) -> None:
    pilot = at_a_card(launch)
    pilot.click("vote")
    pilot.click("vote.hands.1")
    pilot.type("1x2")
    pilot.press("tab")
    pilot.type("7")
    assert "(12 of 19)" in pilot.find("vote.result").name()
    assert pilot.find("vote.hands.1").value_text() == "12"
    pilot.press("return")
    assert not pilot.shows("vote.panel")


def test_what_was_typed_is_not_lessened_by_taking_back_a_hand_raised_before(launch: Launch) -> None:
    pilot = at_a_card(launch)
    pilot.press("v", "2", "1")
    pilot.click("vote.hands.1")
    pilot.press("backspace")
    pilot.type("12")
    assert "(12 of 13)" in pilot.find("vote.result").name()
    pilot.press("shift+tab", "-")
    assert "(12 of 12)" in pilot.find("vote.result").name()
    pilot.press("-")
    assert "(12 of 12)" in pilot.find("vote.result").name()


def test_one_may_go_back_without_a_vote(launch: Launch) -> None:
    pilot = at_a_card(launch)
    pilot.press("v", "1", "escape")
    assert not pilot.shows("vote.panel")
    assert pilot.shows("option.1"), "the card still waits"


def test_the_goal_of_the_first_year_is_voted_on_too(tmp_path: Path) -> None:
    journey = a_journey(tmp_path / "saves", bakery())
    with on(journey.briefing(bakery(), 7), tmp_path, settings=PROJECTOR) as pilot:
        pilot.click("vote")
        pilot.press("5", "5", "3")
        assert "(2 of 3)" in pilot.find("vote.result").name()
        pilot.press("return")
        assert pilot.screen == "table"


def test_alone_there_is_no_vote(launch: Launch) -> None:
    pilot = launch(TableScreen(new_game()))
    come_to("card")(pilot)
    assert not pilot.shows("vote")
    pilot.press("v")
    assert not pilot.shows("vote.panel")


def test_a_guess_is_made_by_number_keys(launch: Launch) -> None:
    pilot = launch(TableScreen(new_game()), settings=PROJECTOR)
    shown = {one.text for one in pilot.texts()}
    assert {"1", "2", "3"} <= shown, "the numbers stand on the buttons"
    pilot.press("1", "2")
    assert pilot.shows("reason.none")
    pilot.press("1")
    assert "65 % sure" in pilot.find("guess.said").name()


@pytest.mark.parametrize("language", ["en", "de", "longer"])
@pytest.mark.parametrize("size", ROOMS)
def test_the_vote_fits(
    launch: Launch, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], language: str
) -> None:
    words = load_words(pseudo=True) if language == "longer" else load_words(language)
    monkeypatch.setattr("game.play.window.load_words", lambda _: words)
    pilot = at_a_card(launch, size)
    for press in ("v", "1", "1", "2"):
        pilot.press(press)
        assert misfits(pilot) == []
        assert small_targets(pilot) == []


def test_a_long_option_wraps_in_the_vote(tmp_path: Path) -> None:
    from game.play.screens.vote import VoteDialog

    journey = a_journey(tmp_path / "saves")
    with on(journey.title(), tmp_path, size=(960, 540), settings=PROJECTOR) as pilot:
        options = [Option("A very long option indeed, " * 6), Option("Donaudampfschiff" * 3)]
        chosen: list[int] = []
        pilot.app.open(VoteDialog(pilot.app, "A long question, " * 5, options, chosen.append))
        pilot.frame()
        assert misfits(pilot) == []
        assert len([one for one in pilot.texts() if "long option" in one.text]) >= 3
        pilot.press("2", "return")
        assert chosen == [1]
