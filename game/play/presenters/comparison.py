"""Two runs side by side: the same numbers on one scale, and what was decided otherwise.

The runs come as reels (`reel.py`), their answers from `answers.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.play.presenters.answers import Answer
from game.play.presenters.reel import LINES, Reel


@dataclass(frozen=True)
class Difference:
    """A question to which the two runs gave different answers; an answer is empty where it was never asked."""

    week: int
    icon: str
    title: str
    first: str
    second: str


@dataclass(frozen=True)
class Pair:
    """One number of both runs, week by week; a line is None where the fog covers it."""

    measure: str
    first: tuple[int, ...] | None
    second: tuple[int, ...] | None


@dataclass(frozen=True)
class Comparison:
    """Two runs: their numbers, in how many questions they agree, and where they do not."""

    pairs: tuple[Pair, ...]
    differences: tuple[Difference, ...]
    agreed: int
    same_luck: bool


def comparison(first: Reel, second: Reel) -> Comparison:
    """Compare two runs of one scenario."""
    one, other = _by_question(first), _by_question(second)
    questions = sorted(
        {*one, *other},
        key=lambda about: (min(a.week for a in (one.get(about), other.get(about)) if a), about),
    )
    differences = tuple(
        found for about in questions if (found := _difference(one.get(about), other.get(about)))
    )
    return Comparison(
        tuple(Pair(id, first.lines.get(id), second.lines.get(id)) for id in LINES),
        differences,
        len(questions) - len(differences),
        first.run.luck == second.run.luck,
    )


def _by_question(reel: Reel) -> dict[tuple[str, int], Answer]:
    """The answers by question; one that comes again is numbered."""
    found: dict[tuple[str, int], Answer] = {}
    for answer in reel.answers:
        number = sum(about == answer.about for about, _ in found)
        found[answer.about, number] = answer
    return found


def _difference(one: Answer | None, other: Answer | None) -> Difference | None:
    either = one or other
    assert either is not None, "a question was asked in one of the two"
    said = one.said if one else ""
    otherwise = other.said if other else ""
    if said == otherwise:
        return None
    week = min(answer.week for answer in (one, other) if answer)
    return Difference(week, either.icon, either.title, said, otherwise)
