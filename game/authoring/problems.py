"""A problem in a file: where it is, what is wrong, what to do; and the three ways to print it.

Who finds problems: `reader.py` (the YAML itself), `shape.py` (the models), `checks/` (the meaning).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Severity = Literal["error", "warning"]
MOST_SHOWN = 110  # characters of a source line in an excerpt
LEAD = 70  # of them, at most, before the mark


@dataclass(frozen=True)
class Spot:
    """A stretch of one line of a file. All count from 1; `end` is the column behind it."""

    line: int
    col: int
    end: int
    excerpt: str

    def json(self) -> dict[str, Any]:
        """The spot as plain data, without the excerpt."""
        return {"line": self.line, "col": self.col, "end": self.end}


@dataclass(frozen=True)
class Related:
    """Another spot that belongs to a problem, and why; `file` where it stands in another file."""

    spot: Spot
    note: str
    file: str = ""

    @property
    def shown(self) -> str:
        """The note, with the other file."""
        return f"{self.note} ({self.file})" if self.file else self.note

    def json(self) -> dict[str, Any]:
        """The spot as plain data, with the note and the other file."""
        return {**self.spot.json(), "note": self.note, **({"file": self.file} if self.file else {})}


@dataclass(frozen=True)
class Problem:
    """One mistake in a file, with its code, its spot, a sentence about it, and a remedy."""

    code: str
    severity: Severity
    file: str
    spot: Spot
    message: str
    remedy: str = ""
    related: tuple[Related, ...] = ()

    @property
    def line(self) -> int:
        """The line, from 1."""
        return self.spot.line

    @property
    def col(self) -> int:
        """The first column, from 1."""
        return self.spot.col

    def __str__(self) -> str:
        return "\n".join([self._head(), *self._excerpts(), *self._remedy()])

    def json(self) -> dict[str, Any]:
        """The problem as plain data, for `--json`."""
        return {
            "file": self.file,
            **self.spot.json(),
            "severity": self.severity,
            "code": self.code,
            "message": self.message,
            "remedy": self.remedy,
            "related": [other.json() for other in self.related],
        }

    def github(self) -> str:
        """The problem as a workflow command, which GitHub shows beside the changed line."""
        place = f"file={_escape(self.file, in_property=True)},line={self.line},col={self.col}"
        text = f"{self.message} {self.remedy}".strip()
        ends = f"endColumn={self.spot.end},title={self.code}"
        return f"::{self.severity} {place},{ends}::{_escape(text)}"

    def _head(self) -> str:
        place = f"{self.file}:{self.line}:{self.col}"
        return f"{place}: {self.severity} {self.code}: {self.message}"

    @property
    def _margin(self) -> int:
        return max(len(str(spot.line)) for spot, _ in self._marks())

    def _marks(self) -> list[tuple[Spot, str]]:
        marks = [(self.spot, ""), *((other.spot, other.shown) for other in self.related)]
        if any(other.file for other in self.related):
            return marks
        return sorted(marks, key=lambda mark: (mark[0].line, mark[0].col))

    def _excerpts(self) -> Iterable[str]:
        for spot, note in self._marks():
            shown, pad, length = _cut(spot)
            sign = "-" if note else "^"
            yield f"{spot.line:>{self._margin}} | {shown}".rstrip()
            yield f"{'':>{self._margin}} | {pad}{sign * length} {note}".rstrip()

    def _remedy(self) -> Iterable[str]:
        if self.remedy:
            yield f"{'':>{self._margin}} = {self.remedy}"


class Mistakes(ValueError):
    """A file with mistakes in it: `problems` has them all, the text shows them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        shown = [str(problem) for problem in self.problems]
        return "\n\n".join([*shown, f"{self.problems[0].file}: {count(self.problems)}."])


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems from the top of the file down, none of them twice."""
    first: dict[tuple[str, int, int, str, str], Problem] = {}
    for problem in problems:
        told = (problem.file, problem.line, problem.col, problem.code, problem.message)
        first.setdefault(told, problem)
    return [first[key] for key in sorted(first)]


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems is more than a warning."""
    return any(problem.severity == "error" for problem in problems)


def count(problems: Sequence[Problem]) -> str:
    """`2 errors and 1 warning`, or `no problems`."""
    parts = []
    for severity in ("error", "warning"):
        number = sum(problem.severity == severity for problem in problems)
        if number:
            parts.append(f"{number} {severity}{'s' if number > 1 else ''}")
    return " and ".join(parts) or "no problems"


def _cut(spot: Spot) -> tuple[str, str, int]:
    """What of a line is shown, the blanks below it up to the mark, and the mark's length."""
    start = max(0, spot.col - 1 - LEAD)
    shown = spot.excerpt[start : start + MOST_SHOWN]
    before = spot.excerpt[start : spot.col - 1]
    pad = "".join("\t" if character == "\t" else " " for character in before)
    dots = "…" if start else ""
    length = max(1, min(spot.end - 1, start + MOST_SHOWN) - (spot.col - 1))
    return dots + shown, " " * len(dots) + pad, length


def _escape(text: str, *, in_property: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text
