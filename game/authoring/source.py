"""One file that was read: its data, and the place of every key and value in it.

How the text becomes data lives in `reader.py`; what a problem looks like, in `problems.py`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from game.authoring.problems import Problem, Related, Severity, Spot

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Span:
    """From where to where something stands; lines and columns from 0, the end exclusive.

    `of` is the file it stands in, where that is another than the one that is read: an entry of a pack.
    """

    line: int
    col: int
    end_line: int
    end_col: int
    of: Source | None = field(default=None, compare=False, repr=False)


@dataclass
class Source:
    """One file that was read: its data, its problems so far, and where everything stands."""

    file: str
    text: str
    text_keys: Collection[str] = ()
    data: Any = None
    problems: list[Problem] = field(default_factory=list)
    keys: dict[Path, Span] = field(default_factory=dict)
    values: dict[Path, Span] = field(default_factory=dict)
    plain: dict[Path, str] = field(default_factory=dict)
    doubtful: set[Path] = field(default_factory=set)
    mended: set[int] = field(default_factory=set)
    lines: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")

    def spot(self, span: Span) -> Spot:
        """The part of a span that stands on its first line."""
        line = self.line(span)
        end = span.end_col if span.end_line == span.line else len(line)
        return Spot(span.line + 1, span.col + 1, max(end, span.col + 1) + 1, line)

    def line(self, span: Span, number: int | None = None) -> str:
        """The line that a span begins on, or another of the file that it stands in."""
        lines, wanted = (span.of or self).lines, span.line if number is None else number
        return lines[wanted] if wanted < len(lines) else ""

    def place(self, path: Path) -> Span:
        """Where the value at a path stands, or the nearest block round it that has a place."""
        while path and path not in self.values and path not in self.keys:
            path = path[:-1]
        key, value = self.keys.get(path), self.values.get(path)
        if value is not None and not isinstance(self.at(path), dict | list):
            return value
        return key or value or Span(0, 0, 0, 1)

    def key_place(self, path: Path) -> Span:
        """Where the key at a path stands."""
        return self.keys.get(path) or self.place(path)

    def inside(self, path: Path, start: int, end: int) -> Span:
        """Where the characters from `start` to `end` of the text at a path stand."""
        span = self.values.get(path) or self.place(path)
        text = str(self.at(path))
        shift = 0 if path in self.plain else 1
        region = self.line(span)[span.col + shift :]
        if region.startswith(text):
            first = span.col + shift
            return Span(span.line, first + start, span.line, first + max(end, start + 1), span.of)
        return self._search(span, text, start, end) or span

    def _search(self, span: Span, text: str, start: int, end: int) -> Span | None:
        """The same-numbered occurrence of a piece of a text that runs over several lines."""
        piece = text[start:end].strip()
        if not piece or "\n" in piece:
            return None
        wanted = text.count(piece, 0, start)
        for number in range(span.line, span.end_line + 1):
            first = span.col if number == span.line else 0
            for found in re.finditer(re.escape(piece), self.line(span, number)[first:]):
                if wanted == 0:
                    col = first + found.start()
                    return Span(number, col, number, col + len(piece), span.of)
                wanted -= 1
        return None

    def at(self, path: Path) -> Any:
        """The value at a path, or None where there is none."""
        value = self.data
        for part in path:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def behind(self, path: Path) -> str:
        """What follows a value on the line it ends on."""
        span = self.values.get(path)
        return self.line(span, span.end_line)[span.end_col :] if span else ""

    def name(self, path: Path) -> str:
        """What an author would call the block at a path: choice `sorry` of card `sour_review`."""
        names: list[str] = []
        for length in range(1, len(path) + 1):
            part, above = path[length - 1], path[length - 2] if length > 1 else ""
            if isinstance(part, int):
                given = self.at((*path[:length], "id"))
                shown = f"`{given}`" if isinstance(given, str) and given else str(part + 1)
                names[-1] = f"{_singular(str(above))} {shown}"
            else:
                names.append(f"`{part}`")
        return " of ".join(reversed(names))

    def report(
        self,
        span: Span,
        code: str,
        message: str,
        remedy: str = "",
        *,
        severity: Severity = "error",
        related: tuple[tuple[Span, str], ...] = (),
        about: Path = (),
    ) -> None:
        """Add a problem at a span, unless its value was misread anyway, or its line read as it was meant."""
        if span.of is None and span.line in self.mended:
            return
        if any(about[:length] in self.doubtful for length in range(1, len(about) + 1)):
            return
        file = (span.of or self).file
        others = tuple(
            Related(self.spot(other), note, "" if there == file else there)
            for other, note in related
            for there in [(other.of or self).file]
        )
        problem = Problem(code, severity, file, self.spot(span), message, remedy, others)
        self.problems.append(problem)


def _singular(key: str) -> str:
    return key.replace("_", " ").removesuffix("s")
