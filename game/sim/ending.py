"""The endings: how a run is told when it is over, in the game's words or in a scenario's; they are no rules.

Which of them a run has come to is found out in `game/play/presenters/endings.py`; the game's own words are in its
language files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import Field

from game.sim.declared import Contradiction
from game.sim.expectation import RELATIONSHIPS
from game.sim.part import Id, Many, Part
from game.sim.terms import Term, vocabulary_from, vocabulary_of
from game.sim.vocabulary import Vocabulary

if TYPE_CHECKING:
    from game.sim.scenario import Scenario


class Ending(StrEnum):
    """The endings that every scenario has. The value is the id used in files."""

    GHOST = "ghost"
    FOUND_OUT = "found_out"
    PROMISE = "promise"
    HOME = "home"
    GATE = "gate"
    WARNED = "warned"
    VOICE = "voice"
    WEATHERED = "weathered"
    QUEUE = "queue"
    FRIENDS = "friends"
    ROOM = "room"
    FACES = "faces"
    UNHAPPENED = "unhappened"
    LATE = "late"
    LAMPS = "lamps"
    EMPTY = "empty"
    STREET = "street"


MEANINGS: Mapping[Ending, str] = {
    Ending.GHOST: "no fewer people like the player than in the last run, which came along as a ghost",
    Ending.FOUND_OUT: "a claim was found out",
    Ending.PROMISE: "a promise was broken, and it became known",
    Ending.HOME: "the owner could not go on, and had to stay at home",
    Ending.GATE: "a place closed on which the player had many followers",
    Ending.WARNED: "many people warn others",
    Ending.VOICE: "something that somebody else or a machine had said for the player became known",
    Ending.WEATHERED: "a setback reached many, was answered in time, and the answer helped",
    Ending.QUEUE: "many of those who wrote gave up waiting",
    Ending.FRIENDS: "many came because a friend had sent them",
    Ending.ROOM: "almost a third of the town likes the player or more",
    Ending.FACES: "many follow, and few of them like",
    Ending.UNHAPPENED: "two setbacks or more never came, because their signs were seen",
    Ending.LATE: "a rival was ahead at the end, and behind a quiet year later",
    Ending.LAMPS: "seven lights or more are lit",
    Ending.EMPTY: "hardly anybody follows or likes the player",
    Ending.STREET: "nothing of all this stood out",
}
"""When each is told. Where several have come about, it is the strongest."""

TERMS = (
    Term(RELATIONSHIPS, "number", "people who like the player or more", unit="people"),
    Term("won", "flag", "whether no rival has come further by the yardstick"),
    Term("ahead_of", "flag", "whether the player has come further than that rival", ("rival",)),
    Term("came_to", "flag", "whether that ending of the game has come about", ("ending",)),
)
"""What a condition of an ending may name beside what a card's may."""


@dataclass(frozen=True)
class Slot:
    """Something that is filled into the words of an ending: its name in braces, and its meaning."""

    name: str
    meaning: str


SLOTS = (
    Slot(
        "person",
        "who tells it: like `room` whoever came most often, like `queue` whoever waited, like `warned` whoever warns",
    ),
    Slot("business", "the player's business"),
    Slot("rival", "the rival who came furthest"),
    Slot("place", "the place that closed on the player"),
    Slot("followers", "how many follow at the end"),
    Slot("close", "how many like the player or more at the end"),
    Slot("sales", "purchases since the start"),
)
TEXTS = ("title", "text", "last")


class EndingWords(Part):
    """How a scenario words one of the game's endings, or an ending of its own."""

    PREFIX = "ending"

    id: Id = Field(
        description="its name; where it is that of one of the game's, that one is told in these words"
    )
    when: Many[str] = Field(
        (),
        description="conditions on the end of the run, for an ending of one's own; all lines must hold",
    )
    like: Ending | None = Field(
        None,
        strict=False,
        description="for an ending of one's own: the game's ending whose picture and people it has; usually street",
    )
    title: str = Field("", max_length=40, description="its headline")
    text: str = Field(
        "",
        max_length=240,
        description="how it begins; {person}, {business} and others are filled in",
    )
    last: str = Field("", max_length=160, description="what is told last, after the people")

    @property
    def is_own(self) -> bool:
        """Whether it is an ending of the scenario's own, and no other wording of one of the game's."""
        return self.id not in MEANINGS

    def contradictions(self) -> Iterator[Contradiction]:
        """One's own says when it is told; the game's are told by what happened."""
        for key, why in (_NEEDED if self.is_own else _REFUSED).items():
            if bool(getattr(self, key)) is not self.is_own:
                yield Contradiction("id" if self.is_own else key, f"Ending {self.id} {why}")
                return
        if not any(getattr(self, key) for key in TEXTS):
            sentence = f"Ending {self.id} is one of the game's, and here are no words for it: title, text or last."
            yield Contradiction("id", sentence)


_NEEDED = {
    "when": "is one of your own, so it needs `when`: the conditions under which it is told.",
    "title": "is one of your own, so it needs `title`: its headline.",
    "text": "is one of your own, so it needs `text`: what is told.",
}
_REFUSED = {
    "when": "is one of the game's: what happened decides that it is told, not `when`.",
    "like": "is one of the game's, and has a picture and people: leave `like` out.",
}


def with_ends(terms: Vocabulary, rivals: Iterable[str]) -> Vocabulary:
    """What `when` of an ending may name: the *terms* of cards, and what is certain only when the race is over."""
    ids = {"rival": frozenset(rivals), "ending": frozenset(MEANINGS)}
    return terms | vocabulary_from(TERMS, ids)


def vocabulary_at_end(scenario: Scenario) -> Vocabulary:
    """All terms that the endings of *scenario* may name."""
    rivals = [runner.id for runner in scenario.runners if runner.id != scenario.seat]
    return with_ends(vocabulary_of(scenario), rivals)
