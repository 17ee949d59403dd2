"""The formats of files that authors write: which one a file says it is, and whether this program knows it.

What stands in a scenario or a pack is shaped by their models in `game/sim`; words of another language are read in
`translation.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.authoring.source import Source, Span
from game.sim.spelling import closest


@dataclass(frozen=True)
class Format:
    """A format: its name without the number, the newest number, and what a file of it is called."""

    name: str
    what: str
    newest: int = 1

    @property
    def line(self) -> str:
        """What the first line of such a file says."""
        return f"{self.name}/{self.newest}"


SCENARIO = Format("long-race", "A scenario")
PACK = Format("long-race-pack", "A pack")
WORDS = Format("long-race-words", "A file of words")
STRATEGY = Format("long-race-strategy", "A strategy by rules")
FORMATS = (SCENARIO, PACK, WORDS, STRATEGY)
SUFFIXES = (".yaml", ".yml")


def format_of(source: Source) -> Format | None:
    """The format of a file, or None, with a problem, where nothing can be said about it.

    A file that says nothing, or something misspelt, is taken for what it is most like.
    """
    if not isinstance(source.data, dict):
        message = "A scenario is a block of `key: value` lines."
        source.report(Span(0, 0, 0, 1), "S00", message, f"Begin with  format: {SCENARIO.line}")
        return None
    given = source.data.get("format")
    if given is None:
        message = "The first line must say which format this is."
        source.report(_first_line(source), "S03", message, f"Write  format: {SCENARIO.line}")
        source.data["format"] = SCENARIO.line  # so that it is not reported again
        return SCENARIO if {"id", "title", "places", "runners"} & {*source.data} else None
    name, _, number = str(given).partition("/")
    found = next((one for one in FORMATS if one.name == name), None)
    if found and number == str(found.newest):
        return found
    if found and re.fullmatch(r"\d{1,6}", number) and int(number) > found.newest:
        message = (
            f"This file is of format {number}; this program knows formats up to {found.newest}."
        )
        remedy = "Install a newer version of the game."
        source.report(source.place(("format",)), "S04", message, remedy)
        return None
    return _misspelt(source, str(given))


def _misspelt(source: Source, given: str) -> Format:
    near = closest(given, [one.line for one in FORMATS])
    meant = next((one for one in FORMATS if one.line == near), SCENARIO)
    message = f"`{given[:40]}` is no format that this program knows."
    source.report(source.place(("format",)), "S05", message, f"Write  format: {meant.line}")
    source.data["format"] = meant.line
    return meant


def _first_line(source: Source) -> Span:
    for number, line in enumerate(source.lines):
        if line.strip() and not line.lstrip().startswith("#"):
            return Span(number, 0, number, len(line))
    return Span(0, 0, 0, 1)
