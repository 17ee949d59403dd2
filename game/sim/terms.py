"""The words of conditions in cards and standing orders: what may be asked about a runner.

Each term stands here once, with what it means; authoring checks scenarios against this list, and
whoever asks a condition gives each term its worth. How conditions are read: `condition.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.sim.lever import Lever
from game.sim.light import Light
from game.sim.measure import MEASURES
from game.sim.vocabulary import Function, Kind, Vocabulary


@dataclass(frozen=True)
class Term:
    """A number or flag, or with arguments a function of ids, and its meaning."""

    name: str
    kind: Kind
    meaning: str
    arguments: tuple[str, ...] = ()


TERMS = (
    *(Term(measure.id, "number", measure.definition) for measure in MEASURES),
    Term("week", "number", "the week of the scenario, from 1"),
    Term("season", "number", "the season of the scenario, from 1"),
    Term("year", "number", "the calendar year"),
    Term("voice", "number", "the plan's voice: 0 personal to 4 formal"),
    Term("claims", "number", "how bold the plan's claims are: 0 plain to 4 bold"),
    Term("delegated", "flag", "whether creating and promoting are in somebody else's hands"),
    Term("seen", "flag", "whether the card has come to this runner", ("card",)),
    Term("weeks_since", "number", "weeks since the card last came, or 9999", ("card",)),
    Term("chose", "flag", "whether that choice of that card was ever taken", ("card", "choice")),
    Term("on", "flag", "whether the runner is on that place", ("place",)),
    Term("open", "flag", "whether that place is open", ("place",)),
    Term("lit", "flag", "whether that light is lit for the runner", ("light",)),
    Term("half_hours", "number", "half-hours a week of the plan for that lever", ("lever",)),
)


def vocabulary(
    *, cards: Iterable[str], choices: Iterable[str], places: Iterable[str]
) -> Vocabulary:
    """All terms, for a scenario with these ids."""
    return Vocabulary(
        values={term.name: term.kind for term in TERMS if not term.arguments},
        functions={
            term.name: Function(term.arguments, term.kind) for term in TERMS if term.arguments
        },
        ids={
            "card": frozenset(cards),
            "choice": frozenset(choices),
            "place": frozenset(places),
            "light": frozenset(light.value for light in Light),
            "lever": frozenset(lever.value for lever in Lever),
        },
    )
