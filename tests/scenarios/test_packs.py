"""The packs that ship: each is without a problem, and joins a scenario whose trade it does not know."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from game.authoring import check, load_scenario
from game.authoring.packs import shipped_packs
from tests.authoring.mistake import SMALL, YEAR
from tests.checkout import ROOT


def test_packs_ship() -> None:
    assert "any-street" in shipped_packs()


@pytest.mark.parametrize("name", shipped_packs())
def test_a_pack_that_ships_has_no_problems(name: str) -> None:
    assert check(ROOT / "scenarios" / "packs" / f"{name}.yaml") == []


@pytest.mark.parametrize("name", shipped_packs())
def test_the_cards_of_a_pack_join_any_scenario(name: str, tmp_path: Path) -> None:
    path = tmp_path / "tea.yaml"
    path.write_text(SMALL.replace(YEAR, f"uses: [{name}]\n{YEAR}"), encoding="utf-8")
    own = tmp_path / "own.yaml"
    own.write_text(SMALL, encoding="utf-8")
    joined = load_scenario(path)
    assert len(joined.cards) >= len(load_scenario(own).cards) + 5


@pytest.mark.parametrize("name", shipped_packs())
def test_every_option_of_a_pack_says_how_it_looks(name: str, tmp_path: Path) -> None:
    path = tmp_path / "tea.yaml"
    path.write_text(SMALL.replace(YEAR, f"uses: [{name}]\n{YEAR}"), encoding="utf-8")
    own = {card["id"] for card in yaml.safe_load(SMALL)["cards"]}
    theirs = [card for card in load_scenario(path).cards if card.id not in own]
    assert [(card.id, one.id) for card in theirs for one in card.choices if not one.looks] == []
