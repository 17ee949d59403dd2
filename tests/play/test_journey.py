"""From the title to the ending and back: by keys, by mouse, with few words, and without losing anything."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from game.authoring.words import load_words
from game.play.demonstration import drafted
from game.play.game_session import Game
from game.play.pilot import Pilot
from game.play.presenters.cards import card
from game.play.presenters.draft import Draft
from game.play.saved_runs import saved_runs
from game.play.screens.ending.screen import Ending
from game.play.screens.played_table import PlayedTable
from game.sim.clock import WEEK
from game.sim.lever import Care, Lever
from game.sim.plan import HalfHours, Plan, SetCare, SetVoice
from game.study.replaying import replay
from tests.builders import a_scenario
from tests.play.journeys import (
    LUCK,
    MOST_INPUTS,
    MOST_WORDS,
    a_journey,
    at_the_title,
    on,
    play_by_keys,
    play_by_mouse,
    shown,
    small_bakery,
    until,
)
from tests.play.table import bakery

pytestmark = pytest.mark.window


def test_the_first_plan_is_decided_after_few_words_and_few_inputs(tmp_path: Path) -> None:
    with at_the_title(tmp_path, bakery()) as pilot:
        pilot.press("return")
        assert pilot.screen == "briefing"
        pilot.press("1")
        assert pilot.screen == "table"
        pilot.texts()
        assert pilot.words_read <= MOST_WORDS
        pilot.press("return")
        table = pilot.app.screen
        assert isinstance(table, PlayedTable)
        assert table.is_running
        assert pilot.inputs <= MOST_INPUTS


def test_by_the_choice_of_a_scenario_the_first_decision_is_as_near(tmp_path: Path) -> None:
    with at_the_title(tmp_path, bakery(), a_scenario()) as pilot:
        pilot.press("1", "2", "return")  # behind the shorter one
        assert pilot.screen == "briefing"
        assert pilot.words_read <= MOST_WORDS
        pilot.press("1")
        assert pilot.screen == "table"
        assert pilot.inputs <= MOST_INPUTS


def test_play_is_reached_by_two_presses(tmp_path: Path) -> None:
    with at_the_title(tmp_path) as pilot:
        pilot.press("return", "2")
        assert pilot.screen == "table"
        assert pilot.app.screen.game.view.goal == bakery().goals[1].id  # type: ignore[attr-defined]


def test_a_whole_game_can_be_played_by_keys_alone(tmp_path: Path) -> None:
    with at_the_title(tmp_path) as pilot:
        pilot.press("return", "1")
        play_by_keys(pilot)
        until(pilot, lambda: pilot.screen == "ending")
        ending = pilot.app.screen
        assert isinstance(ending, Ending)
        pilot.press("return", "return")
        assert ending.hoods_off
        pilot.press("return", "return")
        assert pilot.shows("calibration") == bool(ending.account.guesses.count)
        while pilot.focus != "to-title":
            pilot.press("tab")
        pilot.press("return")
        assert pilot.screen == "title"


def test_a_whole_game_can_be_played_by_mouse_alone(tmp_path: Path) -> None:
    with at_the_title(tmp_path) as pilot:
        pilot.click("new")
        pilot.click("start")
        pilot.click("goal.crowd")
        play_by_mouse(pilot)
        until(pilot, lambda: pilot.screen == "ending")
        for id in ("next", "hoods-off", "next", "next", "again"):
            pilot.click(id)
        assert pilot.screen == "briefing"
        pilot.click("back")
        assert pilot.screen == "title"


def test_a_game_whose_window_was_closed_goes_on_and_ends_as_if_it_had_not_been(
    tmp_path: Path,
) -> None:
    def is_deep_in_the_season() -> bool:
        return played.run.now > 5 * WEEK + 12_345

    with at_the_title(tmp_path) as pilot:
        pilot.press("return", "1")
        table = pilot.app.screen
        assert isinstance(table, PlayedTable)
        played = table.game
        play_by_keys(pilot, is_deep_in_the_season)
        pilot.close_window()
    left_at, digest = played.run.now, played.run.digest
    with at_the_title(tmp_path) as pilot:
        assert pilot.shows("continue")
        pilot.press("return")
        until(pilot, lambda: pilot.screen == "table")
        again = pilot.app.screen
        assert isinstance(again, PlayedTable)
        assert (again.game.run.now, again.game.run.digest) == (left_at, digest)
        play_by_keys(pilot)
        until(pilot, lambda: pilot.screen == "ending")
    assert again.game.run.digest == finished_by_first_options(played).run.digest


def finished_by_first_options(session: Game) -> Game:
    """A game brought to its end without a window, as the keys above do: the first option of every card."""
    while request := session.run.advance():
        if request.kind == "plan":
            session.run.decide(request.default)
        else:
            first = card(request, session.view, load_words()).options[0].id
            session.run.decide(request.option(first))
    return session


def test_what_was_saved_is_the_game_that_was_played(tmp_path: Path) -> None:
    with at_the_title(tmp_path) as pilot:
        pilot.press("return", "1")
        play_by_keys(pilot)
        until(pilot, lambda: pilot.screen == "ending")
        ending = pilot.app.screen
        assert isinstance(ending, Ending)
        digest = ending.game.run.digest
    (saved,) = saved_runs(tmp_path / "saves")
    assert saved.is_over
    assert replay(saved.path).digest == digest


def test_a_finished_game_is_opened_at_its_ending(tmp_path: Path) -> None:
    journey = a_journey(tmp_path / "saves")
    with on(journey.title(), tmp_path) as pilot:
        pilot.press("return", "1")
        play_by_keys(pilot)
        until(pilot, lambda: pilot.screen == "ending")
    with at_the_title(tmp_path) as pilot:
        assert not pilot.shows("continue")
        pilot.click("shelf")
        pilot.click("open.0")
        until(pilot, lambda: pilot.screen == "ending")


def test_each_new_game_has_a_file_of_its_own(tmp_path: Path) -> None:
    for _ in range(2):
        with at_the_title(tmp_path) as pilot:
            pilot.click("new")
            pilot.press("return", "1")
    names = sorted(run.path.name for run in saved_runs(tmp_path / "saves"))
    assert names == ["corner-bakery-1.run", "corner-bakery-2.run"]


def test_the_same_luck_again_brings_a_ghost_and_another_luck_brings_none(tmp_path: Path) -> None:
    journey = a_journey(tmp_path / "saves", small_bakery(seasons=1))
    with on(journey.title(), tmp_path) as pilot:
        pilot.press("return", "1")
        play_by_keys(pilot)
        until(pilot, lambda: pilot.screen == "ending")
        ending = pilot.app.screen
        assert isinstance(ending, Ending)
        followers = ending.game.run.timeline("you", "followers")
        pilot.click("again")
        pilot.press("1")
        table = pilot.app.screen
        assert isinstance(table, PlayedTable)
        assert table.game.run.seed == LUCK
        assert table.game.ghost["followers"] == tuple(followers)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are made read-only otherwise there")
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="nothing stops this user")
def test_where_the_folder_cannot_be_written_to_one_sentence_says_so_and_play_goes_on(
    tmp_path: Path,
) -> None:
    saves = tmp_path / "saves"
    saves.mkdir()
    saves.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with at_the_title(tmp_path) as pilot:
            pilot.press("return", "1")
            _is_told_and_goes_on(pilot)
    finally:
        saves.chmod(stat.S_IRWXU)


def test_where_the_folder_is_a_file_one_sentence_says_so_and_play_goes_on(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("not a folder")
    with at_the_title(tmp_path) as pilot:
        pilot.press("return", "1")
        _is_told_and_goes_on(pilot)


def _is_told_and_goes_on(pilot: Pilot) -> None:
    assert pilot.screen == "table"
    table = pilot.app.screen
    assert isinstance(table, PlayedTable)
    assert table.game.save_problem
    assert pilot.app.words("table.not_saved", reason=table.game.save_problem) in shown(pilot)
    pilot.press("return")
    pilot.wait(1)
    assert table.game.run.now > 0


def test_the_menu_saves_leads_away_and_back(tmp_path: Path) -> None:
    with at_the_title(tmp_path) as pilot:
        pilot.press("return", "1", "return")
        pilot.wait(0.5)
        if pilot.shows("option.1"):
            pilot.press("1")
        pilot.press("escape")
        assert pilot.screen == "menu"
        pilot.press("ctrl+s")
        assert "Saved." in {one.text for one in pilot.texts()}
        pilot.press("escape")
        assert pilot.screen == "table"
        pilot.press("escape")
        pilot.click("to-title")
        assert pilot.screen == "title"
        assert pilot.shows("continue")


def test_leaving_by_the_menu_where_nothing_can_be_saved_takes_a_second_press(
    tmp_path: Path,
) -> None:
    (tmp_path / "saves").write_text("not a folder")
    with at_the_title(tmp_path) as pilot:
        pilot.press("return", "1", "escape")
        pilot.click("to-title")
        assert pilot.screen == "menu"
        assert pilot.shows("notice")
        pilot.click("to-title")
        assert pilot.screen == "title"


def test_own_words_go_into_the_notes_and_not_into_the_simulation(tmp_path: Path) -> None:
    journey = a_journey(tmp_path / "saves")
    with on(journey.title(), tmp_path) as pilot:
        pilot.press("return")
        pilot.click("own-words")
        pilot.type("A full shop on Sundays")
        pilot.press("return")
        table = pilot.app.screen
        assert isinstance(table, PlayedTable)
        notes = [note["text"] for note in table.game.run.notes if note.get("kind") == "goal"]
        assert notes == ["A full shop on Sundays"]
        with_words = table.game.run.digest
    with on(a_journey(tmp_path / "others").title(), tmp_path) as pilot:
        pilot.press("return")
        pilot.click("begin")
        without = pilot.app.screen
        assert isinstance(without, PlayedTable)
        assert without.game.run.digest == with_words


def test_moves_laid_on_the_desk_are_the_moves_that_were_meant() -> None:
    plan = a_plan()
    moves = (
        HalfHours(Lever.PROMOTE, Lever.REPLY, 2),
        SetCare(((Lever.REPLY, Care.THOROUGH),)),
        SetVoice(1),
    )
    draft = drafted(Draft.of(plan), moves)
    assert set(draft.moves()) == set(moves)


def a_plan() -> Plan:
    """The bakery's first plan."""
    from tests.play.table import new_game

    return new_game().view.plan
