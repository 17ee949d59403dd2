"""Going on from a week of a saved run: a new game is made and the old one is left as it is."""

from __future__ import annotations

import gc
from pathlib import Path
from weakref import ref

import pytest

import game
from game.play.autosave import Autosave
from game.play.saved_runs import Branch, read
from game.play.screens.table import TableScreen
from game.sim.history import HistoryError
from game.study.replaying import replay
from tests.play.journeys import LUCK, a_journey, on, shown, small_bakery, until
from tests.play.shelf import at_the_shelf, contents, walk_of

pytestmark = pytest.mark.window


def test_going_on_from_a_week_makes_a_new_game_and_leaves_the_old_one_as_it_is(
    tmp_path: Path,
) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        before = contents(tmp_path / "saves")
        pilot.click(f"walk.{row(1)}")
        until(pilot, lambda: pilot.screen == "walk")
        assert not pilot.find("branch").enabled, "after the end there is nothing to go on with"
        for _ in range(8):
            pilot.press("-")
        pilot.click("branch")
        until(pilot, lambda: pilot.screen == "table")
        after = contents(tmp_path / "saves")
        assert {name: after[name] for name in before} == before
        assert set(after) - set(before) == {"corner-bakery-4.run"}
        table = pilot.app.screen
        assert isinstance(table, TableScreen)
        assert (
            table.game.run.timeline("you", "followers")
            == (
                replay(tmp_path / "saves" / "corner-bakery-1.run").timeline("you", "followers")[:18]
            )
        )
        branch = read(tmp_path / "saves" / "corner-bakery-4.run")
        assert branch.branch == Branch("corner-bakery-1", 18)
        pilot.app.reset(a_journey(tmp_path / "saves").shelf())
        said = shown(pilot)
        assert "Branched off Game 1 in year 1, week 19" in said
        pilot.click(f"open.{row(4)}")
        until(pilot, lambda: pilot.screen == "table")


def test_a_branch_taken_at_a_seasons_start_asks_for_its_plan_again(tmp_path: Path) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        pilot.click(f"walk.{row(3)}")
        until(pilot, lambda: pilot.screen == "walk")
        walk_of(pilot).go_to(13)
        pilot.click("branch")
        until(pilot, lambda: pilot.screen == "table")
        table = pilot.app.screen
        assert isinstance(table, TableScreen)
        assert table.game.request is not None
        assert table.game.request.day == 13 * 7
        run = table.game.run
        answered = list(run.asked)[: run.answered]
        plans = [one for one in answered if "/plan/" in one and one.startswith("you")]
        assert len(plans) == 1, "the plan of the second season is still to be made"


def test_a_branch_that_cannot_be_saved_is_played_all_the_same_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with at_the_shelf(tmp_path) as (pilot, row):
        before = contents(tmp_path / "saves")
        pilot.click(f"walk.{row(3)}")
        until(pilot, lambda: pilot.screen == "walk")
        walk_of(pilot).go_to(5)
        monkeypatch.setattr(Autosave, "__call__", full)
        pilot.click("branch")
        until(pilot, lambda: pilot.screen == "table")
        assert "No space left on device" in shown(pilot)
        assert contents(tmp_path / "saves") == before


def test_a_run_that_nobody_played_by_hand_can_be_walked_but_not_gone_on_with(
    tmp_path: Path,
) -> None:
    run = game.simulate(small_bakery(seasons=1), {"you": "tortoise"}, seed=LUCK)
    path = tmp_path / "saves" / "alone.run"
    path.parent.mkdir()
    run.save(path)
    with on(a_journey(path.parent).shelf(), tmp_path) as pilot:
        pilot.click("walk.0")
        until(pilot, lambda: pilot.screen == "walk")
        walk_of(pilot).go_to(4)
        assert not pilot.find("branch").enabled


def test_whatever_showed_the_old_run_goes_when_a_branch_is_played(tmp_path: Path) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        pilot.click(f"walk.{row(3)}")
        until(pilot, lambda: pilot.screen == "walk")
        walk_of(pilot).go_to(5)
        walk, made = ref(walk_of(pilot)), ref(walk_of(pilot).reel)
        pilot.click("branch")
        until(pilot, lambda: pilot.screen == "table")
        pilot.frame()
        assert gc.get_freeze_count() > 0, "else this test proves nothing"
        assert walk() is None, "it was kept from the garbage collector"
        assert made() is None, "something that lives as long as the game holds the old run"


def test_a_run_that_cannot_be_cut_short_leads_back_to_the_shelf_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def another_way(*_: object) -> None:
        raise HistoryError("you/card/parrot/17: There is no option dance.")

    monkeypatch.setattr("game.play.screens.history.rewinding.cut", another_way)
    with at_the_shelf(tmp_path) as (pilot, row):
        before = contents(tmp_path / "saves")
        pilot.click(f"walk.{row(3)}")
        until(pilot, lambda: pilot.screen == "walk")
        walk_of(pilot).go_to(5)
        pilot.click("branch")
        until(pilot, lambda: pilot.screen == "shelf")
        assert "There is no option dance." in pilot.find("notice").name()
        assert contents(tmp_path / "saves") == before
