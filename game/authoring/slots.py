"""Slots in texts: `{person}` and its like, and braces that were meant to be one.

Which of them a text may have, and what is said of the others: `checks/slots.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["slot", "doubled", "open", "close"]

_BRACES = re.compile(
    r"(?=\{\{|\{[^{}]*\}\})\{{1,2}(?P<doubled>[^{}]*)\}{1,2}"
    r"|\{(?P<slot>[^{}]*)\}"
    r"|\{ *(?P<open>\w*)[\])>]?"
    r"|(?<!\w)(?P<close>\w*) {0,3}\}"
)


@dataclass(frozen=True)
class Slot:
    """What stands in braces, or beside one that has no other: where in the text, and how it is written there."""

    kind: Kind
    name: str
    start: int
    end: int
    written: str


def slots_in(text: str) -> Iterator[Slot]:
    """Everything in a text that is a slot, or was meant to be one."""
    if "{" not in text and "}" not in text:
        return
    for found in _BRACES.finditer(text):
        kind: Kind = found.lastgroup  # type: ignore[assignment]  # the names of the groups
        yield Slot(kind, found[kind], found.start(), found.end(), found[0])


def names_in(text: str) -> set[str]:
    """The names of the slots that are written as they must be, with their braces."""
    return {one.written for one in slots_in(text) if one.kind == "slot" and one.name.isidentifier()}


def is_broken(text: str) -> bool:
    """Whether a brace in a text has no other."""
    return any(one.kind != "slot" for one in slots_in(text))
