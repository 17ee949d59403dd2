"""What may be named in a condition, each name with its kind; and the error that says what may not.

How conditions are read lives in `grammar.py`, how they are asked in `condition.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from keyword import iskeyword
from typing import Literal

Kind = Literal["number", "flag"]
Value = int | float | bool
State = Mapping[str, Value | Callable[..., Value]]


@dataclass(frozen=True)
class Function:
    """A call such as `seen(card)`: each argument is "number" or a kind of id."""

    arguments: tuple[str, ...]
    result: Kind = "flag"


@dataclass(frozen=True)
class Vocabulary:
    """Numbers and flags, functions, and the known ids of each kind that functions take."""

    values: Mapping[str, Kind]
    functions: Mapping[str, Function] = field(default_factory=dict)
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __or__(self, other: Vocabulary) -> Vocabulary:
        """What either names."""
        return Vocabulary(
            {**self.values, **other.values},
            {**self.functions, **other.functions},
            {**self.ids, **other.ids},
        )

    def names(self) -> list[str]:
        """Every name that may begin a term, in order of the alphabet."""
        return sorted([*self.values, *self.functions])


class ConditionError(ValueError):
    """One mistake in a condition: what is wrong, from which character to which, what to do.

    `start` and `end` count characters of the text, `line` the texts of a list, both from 0.
    """

    def __init__(self, code: str, span: tuple[int, int], text: str, remedy: str = "") -> None:
        super().__init__(f"{text} {remedy}".strip())
        self.code, self.text, self.remedy = code, text, remedy
        self.start, self.end = span
        self.line = 0

    def __reduce__(self) -> tuple[object, ...]:
        whole = (self.code, (self.start, self.end), self.text, self.remedy)
        return type(self), whole, {"line": self.line}

    def on_line(self, number: int) -> ConditionError:
        """This error, with the number of its text in a list."""
        self.line = number
        return self


def is_reserved(word: str) -> bool:
    """Whether a word means something to the language already and so cannot be an id."""
    return iskeyword(word) or word in ("true", "false")
