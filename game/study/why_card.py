"""Why a card came or did not: its conditions week by week, the dice, and what kept it away.

How a card comes is in `game/sim/card.py`; the worth of the terms, in `game/sim/asked.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from game.sim.agenda import Record
from game.sim.asked import state_of
from game.sim.card import hindrance
from game.sim.clock import DAY, HOUR, WEEK
from game.sim.condition import Explained
from game.sim.deck import Card
from game.sim.scenario import Scenario
from game.sim.spelling import suggestion
from game.sim.strategy import Strategy
from game.strategies.runs import Run

TEN = 10 * HOUR  # before it, no card comes


@dataclass(frozen=True)
class Chance:
    """A day on which the card could have come: by the dice, by an earlier choice, or by a setback it asks about.

    *kept_away* says what kept it away, empty where it came.
    """

    day: int
    by: str
    kept_away: str

    @property
    def came(self) -> bool:
        """Whether it came."""
        return not self.kept_away


@dataclass(frozen=True)
class Week:
    """One week (from 1): each line of the condition as it stood on Monday before ten, and the chances in the week."""

    week: int
    lines: tuple[Explained, ...]
    chances: tuple[Chance, ...]

    @property
    def holds(self) -> bool:
        """Whether all lines held."""
        return all(line.holds for line in self.lines)


@dataclass(frozen=True)
class Why:
    """A card through a whole run of the seat."""

    card: Card
    scenario: Scenario
    seed: int
    strategy: str
    weeks: tuple[Week, ...]

    @property
    def came(self) -> tuple[int, ...]:
        """The weeks in which it came."""
        return tuple(one.week for one in self.weeks for chance in one.chances if chance.came)

    def as_json(self) -> dict[str, Any]:
        """All of it as a JSON object."""
        return {
            "scenario": self.scenario.id,
            "card": self.card.id,
            "seed": self.seed,
            "strategy": self.strategy,
            "lines": list(self.card.when),
            "came": list(self.came),
            "weeks": [
                {
                    "week": one.week,
                    "holds": one.holds,
                    "lines": [
                        {"line": line.line, "holds": line.holds, "values": line.values}
                        for line in one.lines
                    ],
                    "chances": [
                        {"day": chance.day, "by": chance.by, "kept_away": chance.kept_away}
                        for chance in one.chances
                    ],
                }
                for one in self.weeks
            ],
        }


def why(
    scenario: Scenario,
    card: str,
    *,
    seed: int = 0,
    strategy: Strategy | str | None = None,
    weeks: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Why:
    """Follow *card* through a run in which *strategy* (by default what the scenario says) plays the seat.

    Raises `ValueError` for a card that there is not and for an unknown strategy.
    """
    known = [one.id for one in scenario.cards]
    if card not in known:
        raise ValueError(f"{scenario.id} has no card {card!r}. {suggestion(card, known)}")
    seated = {} if strategy is None else {scenario.seat: strategy}
    run = Run(scenario, seed, strategies=seated, weeks=weeks)
    told = progress or (lambda done, total: None)
    followed = []
    for week in _Follower(run, known.index(card)).weeks():
        followed.append(week)
        told(week.week, run.weeks)
    played = run.played_by(scenario.seat)
    return Why(scenario.cards[known.index(card)], scenario, seed, played, tuple(followed))


class _Follower:
    """One walk through a run, stopping where the card may come."""

    def __init__(self, run: Run, number: int) -> None:
        self.run, self.number = run, number
        self.card = run.scenario.cards[number]
        index = [runner.id for runner in run.scenario.runners].index(run.scenario.seat)
        self.state = run.world.runners[index]
        self.condition = run.world.conditions.get(self.card.id)
        self.logged = 0

    def weeks(self) -> Iterator[Week]:
        """Each week of the run."""
        for week in range(self.run.weeks):
            self.run.advance(until=week * WEEK + TEN - 1)
            lines = self._lines()
            chances = [self._chance(record) for record in self._due(week)]
            self.run.advance(until=(week + 1) * WEEK - 1)
            chances += self._struck()
            yield Week(week + 1, lines, tuple(sorted(chances, key=lambda one: one.day)))

    def _lines(self) -> tuple[Explained, ...]:
        if self.condition is None:
            return ()
        return tuple(self.condition.explain(state_of(self.run.world, self.state)))

    def _due(self, week: int) -> list[Record]:
        """The moments of *week* at which the dice or an earlier choice bring the card."""
        mine = (self.state.index, self.number, "card")
        due = [
            record
            for record in self.run.world.agenda.pending
            if (record.runner, record.person, record.kind) == mine
        ]
        return sorted(record for record in due if record.when < (week + 1) * WEEK)

    def _chance(self, record: Record) -> Chance:
        self.run.advance(until=record.when - 1)
        dice = bool(record.data)
        kept = hindrance(self.run.world, self.state, self.card, by_chance=dice)
        before = len(self.state.seen_cards)
        self.run.advance(until=record.when)
        came = any(id == self.card.id for id, _, _ in self.state.seen_cards[before:])
        told = "" if came else self._told(kept or "apart")
        return Chance(record.when // DAY, "the dice" if dice else "an earlier choice", told)

    def _told(self, kept: str) -> str:
        """What kept the card away, in words."""
        if kept == "apart":
            last = self.state.seen_cards[-1][0] if self.state.seen_cards else "another card"
            return f"too soon after {last}"
        if kept == "light":
            return f"the light {self.card.after_light} is not lit"
        if kept == "times":
            return (
                f"it came {self.card.times} times already"
                if self.card.times > 1
                else "it came already"
            )
        missing = [number for number, line in enumerate(self._lines(), 1) if not line.holds]
        return f"line {', '.join(map(str, missing))} does not hold"

    def _struck(self) -> list[Chance]:
        """Setbacks of the card's kind that struck this week: this card asked, or another about the same."""
        log = self.run.world.ledger.log
        lines, self.logged = log[self.logged :], len(log)
        if self.card.about is None or self.card.only_later:
            return []
        struck = [
            line
            for line in lines
            if (line.what, line.runner, line.detail)
            == ("setback", self.state.index, self.card.about)
        ]
        return [self._asked(line.second // DAY) for line in struck]

    def _asked(self, day: int) -> Chance:
        about = {one.id for one in self.run.scenario.cards if one.about == self.card.about}
        asked = [id for id, seen, _ in self.state.seen_cards if seen == day and id in about]
        kept = "" if self.card.id in asked else f"{', '.join(asked) or 'nothing'} asked instead"
        return Chance(day, f"a setback ({self.card.about})", kept)
