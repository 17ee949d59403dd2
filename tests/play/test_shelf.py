"""The shelf: what was saved, with its picture; what is damaged or was changed, with a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.play.kit import Settings
from game.play.saved_runs import newest, read, saved_runs
from tests.play.journeys import a_journey, at_the_title, dance, on, shown, small_bakery, until
from tests.play.shelf import a_saved_game

pytestmark = pytest.mark.window


def test_the_shelf_shows_what_was_saved_with_its_picture(tmp_path: Path) -> None:
    path = a_saved_game(tmp_path)
    saved = read(path)
    assert saved.picture is not None
    assert saved.picture.read_bytes().startswith(b"\x89PNG")
    assert (saved.title, saved.name, saved.week) == ("The Corner Bakery", "The Corner Bakery", 0)
    with at_the_title(tmp_path) as pilot:
        pilot.click("shelf")
        assert str(saved.saved.year) in shown(pilot)
        pilot.click("open.0")
        until(pilot, lambda: pilot.screen == "table")


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b'{"format": "something else"}\n',
        b"[1, 2]\n",
    ],
)
def test_a_damaged_file_is_shown_with_one_sentence_and_cannot_be_opened(
    tmp_path: Path, damage: bytes
) -> None:
    good = a_saved_game(tmp_path)
    broken = good.with_name("broken.run")
    broken.write_bytes(damage)
    with at_the_title(tmp_path) as pilot:
        assert pilot.shows("continue"), "one damaged file is no reason to forget the others"
        pilot.click("shelf")
        said = shown(pilot)
        assert "Cannot be opened" in said
        assert "broken.run" in said
        assert str(tmp_path) not in said
        assert pilot.shows("open.0") != pilot.shows("open.1")


def test_a_file_of_another_model_says_so(tmp_path: Path) -> None:
    path = a_saved_game(tmp_path)
    head, *rest = path.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = json.loads(head) | {"model": 999}
    path.write_text(json.dumps(changed) + "\n" + "".join(rest), encoding="utf-8")
    saved = read(path)
    assert saved.other_model
    assert "model 999" in saved.problem
    assert newest(tmp_path / "saves") is None
    with at_the_title(tmp_path) as pilot:
        assert pilot.shows("play")
        pilot.click("shelf")
        assert "Of another version" in shown(pilot)


def test_a_file_that_was_changed_is_found_out_when_it_is_opened(tmp_path: Path) -> None:
    path = a_saved_game(tmp_path)
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[-1] = json.dumps(json.loads(lines[-1]) | {"digest": "0" * 64})
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with at_the_title(tmp_path) as pilot:
        pilot.press("return")
        until(pilot, lambda: pilot.screen == "shelf")
        assert "This game cannot be opened." in shown(pilot)
        pilot.press("escape")
        assert pilot.screen == "title"


def test_a_decision_that_was_changed_is_found_out_with_file_and_cause(tmp_path: Path) -> None:
    path = a_saved_game(tmp_path)
    dance(path)
    with at_the_title(tmp_path) as pilot:
        pilot.press("return")
        until(pilot, lambda: pilot.screen == "shelf")
        said = pilot.find("notice").name()
        assert f"{path.name}: Played again, this run goes another way: you/goals/year-1/0" in said
        assert "The file was changed" in said
        assert str(tmp_path) not in said


def test_a_broken_picture_is_no_picture(tmp_path: Path) -> None:
    path = a_saved_game(tmp_path)
    path.with_suffix(".png").write_bytes(b"no picture")
    with at_the_title(tmp_path) as pilot:
        pilot.click("shelf")
        assert pilot.shows("open.0")


def test_a_game_is_thrown_away_only_after_asking(tmp_path: Path) -> None:
    path = a_saved_game(tmp_path)
    with at_the_title(tmp_path) as pilot:
        pilot.click("shelf")
        pilot.click("remove.0")
        pilot.click("keep")
        assert path.exists()
        pilot.click("remove.0")
        pilot.click("remove")
        assert not path.exists()
        assert not path.with_suffix(".png").exists()
        assert "Nothing has been saved yet." in shown(pilot)


def test_the_latest_game_is_the_one_that_goes_on(tmp_path: Path) -> None:
    import os

    first = a_saved_game(tmp_path)
    with on(a_journey(tmp_path / "saves", small_bakery()).title(), tmp_path) as pilot:
        pilot.click("new")
        pilot.press("return", "1")
    second = first.with_name("corner-bakery-2.run")
    os.utime(first, (2_000_000_000, 2_000_000_000))
    found = newest(tmp_path / "saves")
    assert found is not None
    assert found.path == first
    os.utime(second, (2_000_000_100, 2_000_000_100))
    found = newest(tmp_path / "saves")
    assert found is not None
    assert found.path == second


def test_an_unreadable_shelf_is_empty(tmp_path: Path) -> None:
    assert saved_runs(tmp_path / "nowhere") == ()
    with at_the_title(tmp_path, settings=Settings()) as pilot:
        pilot.app.push(a_journey(tmp_path / "nowhere").shelf())
        assert "Nothing has been saved yet." in shown(pilot)
