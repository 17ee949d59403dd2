"""Packs: entries of other files join a scenario, keep their file in messages, and travel with its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring import check, load_scenario
from game.authoring.load import examine_text
from tests.authoring.mistake import SMALL, YEAR
from tests.authoring.mistakes_beside import PACK, USES


@pytest.fixture
def square(tmp_path: Path) -> Path:
    """A scenario that uses a pack, in its folder."""
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "square.yaml").write_text(PACK, encoding="utf-8")
    path = tmp_path / "tea.yaml"
    path.write_text(SMALL.replace(YEAR, USES), encoding="utf-8")
    return path


def change(path: Path, old: str, new: str) -> None:
    """Change a file that holds *old*."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_entries_of_a_pack_come_behind_those_of_the_scenario(square: Path) -> None:
    tea = load_scenario(square)
    assert [place.id for place in tea.places] == ["blog", "natter", "lapel"]
    assert [runner.id for runner in tea.runners] == ["you", "harry", "pinn"]
    assert [card.id for card in tea.cards] == ["sour_review", "screenshot", "rain"]
    assert tea.seat == "you"


def test_a_pack_by_its_file_is_the_same_as_by_its_id(square: Path) -> None:
    by_id = load_scenario(square)
    change(square, "[square]", "[packs/square.yaml]")
    assert load_scenario(square) == by_id


def test_an_entry_stands_in_for_one_of_a_pack_only_where_it_says_so(square: Path) -> None:
    choices = "choices: [{id: a, label: Go, hours: 1}]"
    mine = f"  - {{id: rain, replaces: rain, kind: request, title: Snow, text: x, {choices}}}"
    change(square, "  - id: screenshot", f"{mine}\n  - id: screenshot")
    tea = load_scenario(square)
    assert [card.title for card in tea.cards if card.id == "rain"] == ["Snow"]
    assert [card.replaces for card in tea.cards] == [None] * 3
    change(square, "replaces: rain, ", "")
    assert [problem.code for problem in check(square)] == ["L01"]


def test_the_text_of_a_scenario_with_packs_needs_no_other_file(square: Path) -> None:
    tea = load_scenario(square)
    again = examine_text(tea.text).scenario
    assert again is not None
    assert again.rules_hash == tea.rules_hash
    assert (again.cards, again.runners, again.uses) == (tea.cards, tea.runners, ())


def test_a_mistake_in_an_entry_is_told_in_the_file_of_the_pack(square: Path) -> None:
    pack = square.parent / "packs" / "square.yaml"
    change(pack, "place: lapel", "place: lapell")
    (alone,) = check(pack)
    (joined,) = check(square)
    assert (joined.file, joined.line, joined.col) == (str(pack), 13, 81)
    assert (alone.code, alone.line, alone.col) == ("L03", 13, 81)


def test_a_pack_is_checked_alone(square: Path) -> None:
    pack = square.parent / "packs" / "square.yaml"
    assert check(pack) == []
    change(pack, "on: [lapel]", "on: [natter]")
    assert [problem.code for problem in check(pack)] == ["L03"]


def test_packs_that_name_each_other_are_told_and_nobody_follows_them(square: Path) -> None:
    folder = square.parent / "packs"
    change(folder / "square.yaml", "id: square", "id: square\nuses: [round]")
    (folder / "round.yaml").write_text("format: long-race-pack/1\nid: round\nuses: [square]\n")
    change(square, "[square]", "[square, round]")
    problems = check(square)
    assert [(Path(one.file).name, one.code) for one in problems] == [
        ("round.yaml", "P03"),
        ("square.yaml", "P03"),
    ]
