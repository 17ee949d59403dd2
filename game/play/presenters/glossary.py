"""The game's own words and what they mean, as far as a player may know: what a light covers is a question until then.

The words stand in the language file under `glossary`; how they are shown is `game/play/help`'s affair.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.authoring.words import Words
from game.sim.light import Light

COVERED: Mapping[str, Light] = {
    "knowing": Light.LADDER, "liking": Light.LADDER, "trust": Light.LADDER, "regular": Light.LADDER,
    "waiting": Light.WAITING, "turned_away": Light.LEAVING, "warning": Light.LEAVING,
    "depth": Light.DEPTH, "recommending": Light.GIVING, "claims": Light.CANDOUR,
    "own_ground": Light.GROUND, "sign": Light.SIGNS,
}  # fmt: skip
"""Ideas that are not in view from the first day, and the light that uncovers each."""

QuestionOf = Callable[[str], str]
"""The question that stands for what a light covers; empty once it is lit."""


@dataclass(frozen=True)
class Entry:
    """One word: what it means, or (then *is_covered*) the question that has to dawn on one first."""

    id: str
    word: str
    text: str
    is_covered: bool = False


def entry(id: str, words: Words, question_of: QuestionOf) -> Entry:
    """What may be told of a word now."""
    word, light = words(f"glossary.{id}.word"), COVERED.get(id)
    question = question_of(light.value) if light is not None else ""
    if question:
        return Entry(id, word, question, is_covered=True)
    return Entry(id, word, words(f"glossary.{id}.means"))


def ids(words: Words) -> tuple[str, ...]:
    """Every word of the glossary, in the order of the language's alphabet."""
    found = [
        one.split(".")[1] for one in words if one.startswith("glossary.") and one.endswith(".word")
    ]
    return tuple(sorted(found, key=lambda id: words(f"glossary.{id}.word").casefold()))


def forms(words: Words) -> dict[str, tuple[str, ...]]:
    """The forms in which each word is met in texts."""
    return {
        id: tuple(one.strip() for one in words.forms(f"glossary.{id}.forms")[0].split(","))
        for id in ids(words)
    }
