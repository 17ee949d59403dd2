"""The scenarios that speak German: every word of them, the same game, offered to whoever plays in German.

How files of words are read and checked is tested in `tests/authoring/test_translation.py`.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from game import paths
from game.authoring.load import check, load_scenario, words_so_far
from game.authoring.text_ids import text_ids
from game.authoring.translation import plain
from game.play.scenarios import Scenarios

GERMAN = sorted(path.name.removesuffix(".de.yaml") for path in paths.scenarios().glob("*.de.yaml"))
SAME = {"Blip", "Tig"}  # names that need no translation
GAP = re.compile(r"\{\w+\}")


def words(id: str, language: str) -> dict[str, str]:
    """Every text of a scenario by its id, in one language."""
    data = plain(load_scenario(id, language=language))
    found: dict[str, str] = {}
    for name, path in text_ids(data).items():
        text: Any = data
        for step in path:
            text = text[step]
        found[name] = str(text)
    return found


@pytest.mark.parametrize("id", GERMAN)
def test_its_german_has_no_gap_and_no_mistake(id: str) -> None:
    path = paths.scenarios() / f"{id}.de.yaml"
    assert check(path) == []
    assert set(words(id, "en")) <= set(words_so_far(path))


@pytest.mark.parametrize("id", GERMAN)
def test_no_text_of_it_stayed_english_and_each_names_the_same_person(id: str) -> None:
    english, german = words(id, "en"), words(id, "de")
    assert {text for name, text in german.items() if text == english[name]} <= SAME
    for name, text in english.items():
        assert set(GAP.findall(text)) == set(GAP.findall(german[name])), name


@pytest.mark.parametrize("id", GERMAN)
def test_it_is_the_same_game_in_german(id: str) -> None:
    assert load_scenario(id, language="de").rules_hash == load_scenario(id).rules_hash


def test_two_at_least_speak_german() -> None:
    assert {"first-steps", "seaside-pop-up"} <= set(GERMAN)


def test_whoever_plays_in_german_is_offered_them_in_german() -> None:
    offered = {one.id: one for one in Scenarios(language="de").offer()}
    assert {id for id, one in offered.items() if one.language == "de"} >= set(GERMAN)
    assert offered["first-steps"].title == "Erste Schritte"
    assert offered["seaside-pop-up"].title == "Der gefrorene Otter"
