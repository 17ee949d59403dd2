"""A test of a scenario: what somebody who wrote it expects to come out of it, over several lucks.

Tests are run by `game/study/scenario_tests.py`; they are no rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from game.sim.declared import Contradiction
from game.sim.part import Many, Part
from game.sim.vocabulary import Vocabulary

ASKED = ("expect", "wins", "wins_not")
RELATIONSHIPS = "relationships"


def with_sums(terms: Vocabulary) -> Vocabulary:
    """What `expect` may name: the *terms* of cards, and `relationships`, the people who like the runner or more."""
    return terms | Vocabulary({RELATIONSHIPS: "number"})


class Expectation(Part):
    """What must come out in *at_least* of *runs* lucks: of one strategy in the seat, or of who wins a field of them."""

    PREFIX: ClassVar[str] = "test"

    name: str = Field(max_length=80, description="what is true if the test is passed")
    plays: str | None = Field(None, description="strategy in the seat, for `expect`")
    field: Many[str] = Field(
        (),
        max_length=12,
        description="strategies that take the seat in turn, for `wins` and `wins_not`",
    )
    by_week: int | None = Field(
        None, ge=1, le=520, description="week at whose end it is looked at; the last by default"
    )
    runs: int = Field(20, ge=1, le=1000, description="lucks under which it is tried")
    at_least: int = Field(ge=1, le=1000, description="of them, in how many it must come out so")
    expect: Many[str] = Field(
        (), description="conditions on the seat at that week's end; all lines must hold"
    )
    wins: str | None = Field(
        None, description="strategy of the field that nobody else equals by the yardstick"
    )
    wins_not: str | None = Field(
        None, description="strategy of the field that somebody else equals or beats"
    )
    without: Many[str] = Field(
        (),
        max_length=20,
        description="parameters set otherwise for this test, as `trade.offer=0`: what they do is taken away",
    )

    def contradictions(self) -> Iterator[Contradiction]:
        """One question a test, put to those who can answer it."""
        about = f"Test {self.name!r}"
        asked = [key for key in ASKED if getattr(self, key)]
        if not asked:
            sentence = f"{about} asks nothing; give it one of {', '.join(ASKED)}."
            yield Contradiction("name", sentence)
        elif len(asked) > 1:
            sentence = f"{about} has {' and '.join(asked)}; a test asks one thing."
            yield Contradiction(asked[-1], sentence)
        elif asked == ["expect"] and (self.plays is None or self.field):
            sentence = f"{about}: `expect` asks about one strategy; name it in `plays`, and leave `field` out."
            yield Contradiction("expect", sentence)
        elif asked != ["expect"]:
            yield from self._about_winners(about, asked[0])
        if self.at_least > self.runs:
            sentence = f"{about}: at_least is {self.at_least} of {self.runs} runs; it can be all of them at most."
            yield Contradiction("at_least", sentence)

    def _about_winners(self, about: str, asked: str) -> Iterator[Contradiction]:
        if len(set(self.field)) < 2 or len(set(self.field)) < len(self.field) or self.plays:
            sentence = (
                f"{about}: `{asked}` asks who wins; name at least two strategies in `field`, each once, and leave "
                "`plays` out."
            )
            yield Contradiction(asked, sentence)
        elif getattr(self, asked) not in self.field:
            sentence = (
                f"{about}: {getattr(self, asked)} must be in `field`: {', '.join(self.field)}."
            )
            yield Contradiction(asked, sentence)
