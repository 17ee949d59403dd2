"""Moments: a question that a card asked in a run, and what each of its options would have come to.

Each option is tried as a fork with the same past, under the run's own luck and under some fresh ones from the next day
on; after it, the strategy decides anew. What an option came to is the mean of the yardstick over these lucks.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from game.sim.clock import DAYS_PER_WEEK, WEEK
from game.sim.decision import Decision
from game.sim.outcome import yardstick_of
from game.sim.quiet_year import a_quiet_year_on
from game.sim.run import Run

FRESH = 1_000_003  # fresh lucks lie far from those under which whole runs are made


@dataclass(frozen=True)
class Moment:
    """A card at one moment of one run, and the worth of each option, in the order of the card."""

    card: str
    options: tuple[str, ...]
    worth: tuple[float, ...]

    @property
    def decided(self) -> bool:
        """Whether the options differ at all."""
        return max(self.worth) > min(self.worth)

    @property
    def best(self) -> tuple[str, ...]:
        """The option that came to most; several where they are level."""
        most = max(self.worth)
        return tuple(
            one for one, worth in zip(self.options, self.worth, strict=True) if worth == most
        )


def moments(run: Run, seat: str, count: int, *, fresh: int, ahead: int) -> tuple[Moment, ...]:
    """*count* moments of a finished run that kept its checkpoints, picked by chance: fewer where fewer cards came.

    A fork ends *ahead* weeks after the card at the latest, and the yardstick is that of a race that ended there.
    """
    asked = [id for id in run.asked if id.startswith(f"{seat}/card/")]
    choices = {card.id: [choice.id for choice in card.choices] for card in run.scenario.cards}
    open_ones = [id for id in asked if len(choices[id.split("/")[2]]) > 1]
    picked = sorted(open_ones, key=lambda id: _lot(run.seed, id))[:count]
    return tuple(_moment(run, seat, id, choices[id.split("/")[2]], fresh, ahead) for id in picked)


def _lot(seed: int, id: str) -> str:
    return hashlib.sha256(f"{seed}/{id}".encode()).hexdigest()


def _moment(
    run: Run, seat: str, request: str, options: list[str], fresh: int, ahead: int
) -> Moment:
    lucks = [None, *(FRESH * (run.seed + 1) + number for number in range(fresh))]
    week = run.asked[request] // DAYS_PER_WEEK
    worth = [
        sum(_worth(run, seat, request, option, luck, week, ahead) for luck in lucks) / len(lucks)
        for option in options
    ]
    return Moment(request.split("/")[2], tuple(options), tuple(worth))


def _worth(
    run: Run, seat: str, request: str, option: str, luck: int | None, week: int, ahead: int
) -> int:
    """The yardstick of the fork in which *option* is chosen."""
    fork = run.fork(
        at=request, decision=Decision(option=option), luck=luck, runner=seat,
        strategies={seat: run.strategies[seat]},
    )  # fmt: skip
    if week + 1 + ahead >= run.weeks:
        return fork.finish().outcome(seat).yardstick
    fork.advance(until=(week + 1 + ahead) * WEEK)
    index = [runner.id for runner in run.scenario.runners].index(seat)
    return yardstick_of(a_quiet_year_on(fork.world), index)
