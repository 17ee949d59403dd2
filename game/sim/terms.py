"""The words of conditions in cards and standing orders: what may be asked about a runner.

Each term stands here once, with what it means; authoring checks scenarios against this list, and
whoever asks a condition gives each term its worth. How conditions are read: `condition.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.lever import Lever
from game.sim.light import Light
from game.sim.measure import MEASURES
from game.sim.vocabulary import Function, Kind, Vocabulary

if TYPE_CHECKING:
    from game.sim.scenario import Scenario


@dataclass(frozen=True)
class Term:
    """A number or flag, or with arguments a function of ids, and its meaning."""

    name: str
    kind: Kind
    meaning: str
    arguments: tuple[str, ...] = ()
    unit: str = ""

    @property
    def written(self) -> str:
        """The term as it is written: `chose(card, choice)`."""
        return f"{self.name}({', '.join(self.arguments)})" if self.arguments else self.name


TERMS = (
    *(
        Term(measure.id, "number", measure.definition, unit=measure.unit)
        for measure in MEASURES
        if measure.id != "sales"
    ),
    *(
        Term(
            f"hours_{lever}",
            "number",
            f"of the plan, what is given to {lever}",
            unit="half-hours a week",
        )
        for lever in Lever
    ),
    Term("sales", "number", "purchases since the start", unit="purchases"),
    Term("sales_last_week", "number", "purchases in the week before", unit="purchases"),
    Term(
        "week",
        "number",
        "the week of the scenario, from 1; a year has 52, and `begins` says where in it week 1 is",
        unit="weeks",
    ),
    Term(
        "season",
        "number",
        "the season of the scenario, from 1, which is called what `begins` says",
        unit="seasons",
    ),
    Term("year", "number", "the year of the scenario, from 1", unit="years"),
    Term("voice", "number", "the plan's voice: 0 personal to 4 formal", unit="steps, 0 to 4"),
    Term(
        "claims",
        "number",
        "how bold the plan's claims are: 0 plain to 4 bold",
        unit="steps, 0 to 4",
    ),
    Term("posts_last_week", "number", "posts that went out in the week before", unit="posts"),
    Term(
        "skill",
        "number",
        "skill on the place that is best mastered, 0 to 100",
        unit="points, 0 to 100",
    ),
    Term("waiting_hours", "number", "hours that the oldest message waits", unit="hours"),
    Term("automated", "flag", "whether anything is left to a machine"),
    Term("direct_messages", "flag", "whether a machine sends direct messages"),
    Term("delegated", "flag", "whether creating is in somebody else's hands"),
    Term("expectations", "flag", "whether they have written content expectations"),
    Term("promised", "flag", "whether a promise about the list was made and not broken"),
    Term("seen", "flag", "whether the card has come to this runner", ("card",)),
    Term("weeks_since", "number", "weeks since the card last came, or 9999", ("card",), "weeks"),
    Term("chose", "flag", "whether that choice of that card was ever taken", ("card", "choice")),
    Term("on", "flag", "whether the runner is on that place", ("place",)),
    Term("open", "flag", "whether that place is open", ("place",)),
    Term("lit", "flag", "whether that light is lit for the runner", ("light",)),
)


def vocabulary(
    *, cards: Iterable[str], choices: Iterable[str], places: Iterable[str]
) -> Vocabulary:
    """All terms, for a scenario with these ids."""
    return vocabulary_from(
        TERMS,
        {
            "card": frozenset(cards),
            "choice": frozenset(choices),
            "place": frozenset(places),
            "light": frozenset(light.value for light in Light),
        },
    )


def vocabulary_from(terms: Iterable[Term], ids: Mapping[str, frozenset[str]]) -> Vocabulary:
    """These terms, and the ids that their arguments may be."""
    terms = tuple(terms)
    return Vocabulary(
        values={term.name: term.kind for term in terms if not term.arguments},
        functions={
            term.name: Function(term.arguments, term.kind) for term in terms if term.arguments
        },
        ids=ids,
    )


def vocabulary_of(scenario: Scenario) -> Vocabulary:
    """All terms that the cards of *scenario* and the orders of its runners may name."""
    return vocabulary(
        cards=[card.id for card in scenario.cards],
        choices=[choice.id for card in scenario.cards for choice in card.choices],
        places=[place.id for place in scenario.places],
    )
