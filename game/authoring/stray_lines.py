"""Lines that are neither a key with its value nor part of the text above, and dashes that are none.

The reader stumbles over the line behind such a one; `syntax.py`, next door, tells its other errors.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.authoring.misreading import KEY_AND_TEXT, Misreading
from game.sim.deck import Card, Choice
from game.sim.place import Place
from game.sim.runner import Runner
from game.sim.scenario import Scenario

_OTHER_COLON = re.compile(r"([a-z_]+) *(?:=|\uff1a|;) *(\S.*)$")
FALSE_DASH = re.compile(r"([\u2010-\u2015\u2022\u2212\u00b7*]|-(?=[a-z_]+:))")
_BLOCK_TEXT = re.compile(r": *[|>][-+0-9]* *(#.*)?$")
_KEYS = frozenset(
    field.alias or name
    for model in (Scenario, Place, Runner, Card, Choice)
    for name, field in model.model_fields.items()
)


def stray_line(lines: Sequence[str], number: int) -> Misreading:
    """What a line is that should be a key, : and its value, and is not."""
    bare = lines[number].strip()
    start = indent_of(lines[number])
    message = f"`{_short(bare)}` has no : behind it."
    remedy = "Write a key, : and its value; or indent it if it belongs to the text above."
    instead = ""
    dash = FALSE_DASH.match(bare)
    if dash:
        message, remedy = told_dash(bare, dash)
    elif found := _OTHER_COLON.match(bare):
        remedy = f"Write  {found[1]}: {found[2]}"
    elif (word := bare.partition(" "))[0] in _KEYS and word[2].strip():
        remedy = (
            f"Write  {word[0]}: {word[2].strip()}  or indent it if it belongs to the text above."
        )
    elif ":" in bare:
        message = f"`{_short(bare)}` has no space behind its colon."
        remedy = f"Write  {bare.replace(':', ': ', 1)}"
        instead = lines[number].replace(":", ": ", 1)
    elif spaces := _text_above(lines, number):
        message = f"`{_short(bare)}` is not as far in as the text above it."
        remedy = f"If it belongs to that text, put {spaces} spaces before it."
    return Misreading(number, start, start + len(bare), "Y18", message, remedy, instead)


def _text_above(lines: Sequence[str], number: int) -> int:
    """How far in the text behind a | or > is that ends above a line; 0 where none does."""
    far = 0
    for above in range(number - 1, -1, -1):
        line = lines[above]
        if _BLOCK_TEXT.search(line):
            return far if far > indent_of(lines[number]) else 0
        if line.strip():
            if KEY_AND_TEXT.match(line) or indent_of(line) <= indent_of(lines[number]):
                return 0
            far = indent_of(line)
    return 0


def indent_of(line: str) -> int:
    """How far in a line begins."""
    return len(line) - len(line.lstrip())


def told_dash(line: str, dash: re.Match[str]) -> tuple[str, str]:
    """What is said of a line that begins with something like "- "."""
    right = f"Write  - {line[dash.end() :].lstrip()}"
    if dash[1] == "-":
        return "Behind this - a space is missing.", right
    return f"This line begins with {dash[1]} in place of -.", right


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."
