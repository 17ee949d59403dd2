"""Two saved runs side by side: chosen on the shelf, told apart by their decisions, covered where the fog still lies."""

from __future__ import annotations

from pathlib import Path

import pytest

import game
from game.play.presenters.comparison import comparison
from game.play.saved_runs import saved_runs
from tests.play.journeys import LUCK, dance, shown, small_bakery, until
from tests.play.shelf import a_reel, at_the_shelf

pytestmark = pytest.mark.window


def test_a_comparison_tells_what_was_decided_otherwise_and_nothing_else(tmp_path: Path) -> None:
    one, other = (a_reel(n, tmp_path, with_stills=False) for n in (0, 1))
    found = comparison(one, other)
    assert found.same_luck
    assert found.differences
    assert all(difference.first != difference.second for difference in found.differences)
    same = comparison(one, one)
    assert same.differences == ()
    assert same.agreed == len(one.answers)
    assert {pair.measure for pair in found.pairs} == {"followers", "relationships", "sales"}


def test_two_games_are_compared_by_keys_alone(tmp_path: Path) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        for number in (1, 2):
            while pilot.focus != f"compare.{row(number)}":
                pilot.press("tab")
            pilot.press("return")
            if number == 1:
                assert "Choose a second game" in pilot.spoken[-1]
        until(pilot, lambda: pilot.screen == "compare")
        assert "Game 1" in pilot.find("chart.sales").value_text()
        assert "Game 2" in pilot.find("chart.sales").value_text()
        assert "The same luck." in pilot.find("agreed").name()
        pilot.click("walk.1")
        until(pilot, lambda: pilot.screen == "walk")
        pilot.press("escape")
        assert pilot.screen == "compare"
        pilot.press("escape")
        assert pilot.screen == "shelf"


def test_a_choice_for_comparing_can_be_taken_back(tmp_path: Path) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        pilot.click(f"compare.{row(1)}")
        assert pilot.shows("notice")
        pilot.click(f"compare.{row(1)}")
        assert not pilot.shows("notice")
        assert pilot.screen == "shelf"


def test_a_game_chosen_for_comparing_that_is_thrown_away_is_chosen_no_longer(
    tmp_path: Path,
) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        pilot.click(f"compare.{row(1)}")
        pilot.click(f"remove.{row(1)}")
        pilot.click("remove")
        assert not (tmp_path / "saves" / "corner-bakery-1.run").exists()
        pilot.click(f"compare.{row(2)}")
        assert "Choose a second game" in pilot.find("notice").name()
        pilot.click(f"remove.{row(3)}")
        pilot.click("remove")
        assert pilot.find(f"compare.{row(2)}").selected, "another one was thrown away"  # type: ignore[attr-defined]


def test_of_two_games_one_of_which_goes_on_only_what_may_be_known_is_shown(tmp_path: Path) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        pilot.click(f"compare.{row(1)}")
        pilot.click(f"compare.{row(3)}")
        until(pilot, lambda: pilot.screen == "compare")
        assert "Game 3" not in pilot.find("chart.relationships").value_text()
        assert "Not to be seen yet: Game 3" in shown(pilot)


def test_games_of_another_scenario_cannot_be_chosen_for_comparing(tmp_path: Path) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        other = small_bakery(seasons=1).model_copy(update={"id": "another"}).with_text("")
        run = game.Run(other, LUCK, people=["you"])
        run.advance()
        run.save(tmp_path / "saves" / "another-1.run")
        pilot.app.screen.refresh()
        pilot.click(f"compare.{row(1)}")
        at = [one.path.stem for one in saved_runs(tmp_path / "saves")].index("another-1")
        assert not pilot.find(f"compare.{at}").enabled
        assert pilot.find(f"compare.{row(2)}").enabled


@pytest.mark.parametrize("bad", [1, 2])
def test_of_two_games_the_one_that_cannot_be_opened_is_named(tmp_path: Path, bad: int) -> None:
    with at_the_shelf(tmp_path) as (pilot, row):
        path = tmp_path / "saves" / f"corner-bakery-{bad}.run"
        dance(path)
        pilot.app.screen.refresh()
        pilot.click(f"compare.{row(1)}")
        pilot.click(f"compare.{row(2)}")
        until(pilot, lambda: pilot.screen == "shelf" and pilot.shows("notice"))
        said = pilot.find("notice").name()
        assert f"{path.name}: Played again, this run goes another way: " in said
        assert "The file was changed" in said
        assert str(tmp_path) not in said
