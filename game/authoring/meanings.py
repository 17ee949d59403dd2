"""Meanings: what each word of the format that stands for something in the model does, and what it needs.

The pages lie in `assets/meanings.yaml`. `longrace explain WORD` prints one, the reference all of them. What the codes
of problems mean stands in `explanations.py`, next door.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from game import paths
from game.authoring.tables import read_table

WORD_FAMILIES = {
    "acts": "an act of an option",
    "groups": "a group of people, for `who` and `from`",
    "happenings": "a happening of a card",
    "setbacks": "a setback, for `about` of a card",
    "automation": "what is left to a machine, for `set`",
    "places": "a kind of place",
    "lights": "a light, for `lights` and `after_light`",
    "levers": "a lever: a way to spend half-hours",
}


@dataclass(frozen=True)
class Meaning:
    """One word: of which family it is, what it does, and what it needs where it needs something."""

    word: str
    family: str
    does: str
    needs: str = ""

    def __str__(self) -> str:
        needs = f"\n\nNeeds: {self.needs}." if self.needs else ""
        return f"{self.word} ({WORD_FAMILIES[self.family]})\n\n{self.does}{needs}"


@cache
def meanings() -> tuple[Meaning, ...]:
    """All words with their meanings, family by family, in the order of the file."""
    families = read_table(paths.assets() / "meanings.yaml")
    return tuple(
        Meaning(word, family, page["does"], page.get("needs", ""))
        for family, pages in families.items()
        for word, page in pages.items()
    )


def meanings_in(family: str) -> tuple[Meaning, ...]:
    """The words of one family."""
    return tuple(one for one in meanings() if one.family == family)


def meanings_of(word: str) -> tuple[Meaning, ...]:
    """What *word* stands for; nothing where it is no word of the format."""
    return tuple(one for one in meanings() if one.word == word.strip().lower())
