"""What documents say is typed: the commands of a console block, and the lines that should follow each.

Who types them: `test_docs.py` and `test_guide.py`.
"""

from __future__ import annotations

import shlex
from typing import NamedTuple

ANY_LINES = "..."


class Typed(NamedTuple):
    """A command of a console block, and the lines that should follow it."""

    command: list[str]
    expected: list[str]


def session(text: str) -> list[Typed]:
    """The commands of a console block, each with what it should print."""
    typed: list[Typed] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            typed.append(Typed(shlex.split(line[2:], comments=True), []))
        else:
            typed[-1].expected.append(line.rstrip())
    return typed


def matches(expected: list[str], printed: list[str]) -> bool:
    """Whether lines were printed as expected, where `...` stands for any lines."""
    if not expected:
        return not printed
    if expected[0] == ANY_LINES:
        return any(matches(expected[1:], printed[start:]) for start in range(len(printed) + 1))
    return bool(printed) and expected[0] == printed[0] and matches(expected[1:], printed[1:])
