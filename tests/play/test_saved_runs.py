"""What a saved run is called, and what can be told of it without playing it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.autosave import new_path
from game.play.saved_runs import SavedRun, game_name, read
from game.study.replaying import replay
from tests.play.shelf import WORDS, a_shelf


@pytest.mark.parametrize(
    ("file", "name"),
    [("corner-bakery-12", "Game 12"), ("mine", "mine"), ("corner-bakery-x", "corner-bakery-x")],
)
def test_a_game_is_called_by_its_number_or_by_its_file(file: str, name: str) -> None:
    assert game_name(file, "corner-bakery", WORDS) == name


def test_the_number_of_a_game_thrown_away_is_not_given_again_while_a_later_one_is_there(
    tmp_path: Path,
) -> None:
    saves = a_shelf(tmp_path)
    (saves / "corner-bakery-2.run").unlink()
    assert new_path(saves, "corner-bakery").stem == "corner-bakery-4"


def test_a_saved_game_tells_the_followers_of_its_seasons(tmp_path: Path) -> None:
    saves = a_shelf(tmp_path)
    saved = read(saves / "corner-bakery-1.run")
    assert isinstance(saved, SavedRun)
    run = replay(saved.path)
    mine = run.timeline("you", "followers")
    assert saved.arcs[0] == (mine[12], mine[25])
    assert len(saved.arcs) == len(run.scenario.runners)
