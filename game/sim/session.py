"""An agenda: how a scenario is cut into rounds when somebody leads a session of 20, 45 or 90 minutes.

It rules nothing in the run. What a scenario is stands next door, in `scenario.py`; the levers that a session unlocks by
round are those that the scenario unlocks by season.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from game.sim.declared import Contradiction
from game.sim.part import Part


class Agenda(Part):
    """One way to lead a scenario: its length, the seasons of a round, and what is kept for talking."""

    minutes: Literal[20, 45, 90] = Field(description="minutes of the whole session")
    seasons_per_round: int = Field(ge=1, le=40, description="seasons that are played in one go")
    debrief_minutes: int = Field(ge=1, le=80, description="of the minutes, those kept for talking")

    def contradictions(self) -> Iterator[Contradiction]:
        """Something is left to play in."""
        if self.debrief_minutes >= self.minutes:
            sentence = (
                f"agenda: debrief_minutes is {self.debrief_minutes} of {self.minutes} minutes; "
                "something must be left to play in."
            )
            yield Contradiction("debrief_minutes", sentence)

    def rounds(self, seasons: int) -> int:
        """The rounds that so many seasons take; the last may be shorter."""
        return -(-seasons // self.seasons_per_round)


def usual_agendas(seasons: int) -> tuple[Agenda, ...]:
    """The agendas of a scenario of so many seasons that writes none: 3, 6 or 12 rounds at most."""
    lengths: tuple[tuple[Literal[20, 45, 90], int, int], ...] = (
        (20, 3, 8),
        (45, 6, 16),
        (90, 12, 30),
    )
    return tuple(
        Agenda(minutes=minutes, seasons_per_round=-(-seasons // rounds), debrief_minutes=debrief)
        for minutes, rounds, debrief in lengths
    )
