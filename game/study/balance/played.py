"""One run of the balance report: a strategy in the seat under one luck, and what is kept of it.

What a replication of a comparison keeps is in `game/study/replication.py`; cards, goals and moments are kept besides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from game.sim.clock import WEEKS_PER_YEAR
from game.sim.scenario import Scenario
from game.sim.strategy import Strategy
from game.strategies.runs import Run
from game.study.balance.moment import Moment, moments
from game.study.replication import Replication, kept


class Cell(NamedTuple):
    """One run to be made, of *scenario* (a number): *strategy* in the seat, luck *seed*, and how many moments of it."""

    scenario: int
    number: int
    seed: int
    strategy: Strategy
    moments: int


@dataclass(frozen=True)
class Field:
    """What all cells have in common: the scenarios with those who play against the seat, and how options are tried."""

    scenarios: tuple[tuple[Scenario, Mapping[str, Strategy]], ...]
    fresh: int
    ahead: int


@dataclass(frozen=True)
class Played:
    """What is kept of one run.

    *cards* are the cards that came with what was chosen; *goals* those that were reached at a year's end; *first* is
    whether the seat had the most of all runners by the yardstick.
    """

    replication: Replication
    cards: tuple[tuple[str, str], ...]
    goals: frozenset[str]
    first: bool
    moments: tuple[Moment, ...]


def play(field: Field, cell: Cell) -> Played:
    """Make one run, and try the options of some of its cards."""
    scenario, others = field.scenarios[cell.scenario]
    seat = scenario.seat
    run = Run(
        scenario, cell.seed, strategies={**others, seat: cell.strategy}, keep_checkpoints=cell.moments > 0
    )  # fmt: skip
    run.finish()
    worth = {runner.id: run.outcome(runner.id).yardstick for runner in scenario.runners}
    index = [runner.id for runner in scenario.runners].index(seat)
    return Played(
        replication=kept(run, seat, cell.number),
        cards=tuple((card, option) for card, _, option in run.world.runners[index].seen_cards),
        goals=frozenset(_reached(run, seat)),
        first=all(worth[seat] > value for id, value in worth.items() if id != seat),
        moments=moments(run, seat, cell.moments, fresh=field.fresh, ahead=field.ahead)
        if cell.moments
        else (),
    )


def _reached(run: Run, seat: str) -> list[str]:
    """The goals whose measure was high enough at the end of some year, whether or not they were set."""
    ends = range(WEEKS_PER_YEAR, run.weeks + WEEKS_PER_YEAR, WEEKS_PER_YEAR)
    return [
        goal.id
        for goal in run.scenario.goals
        if (line := run.timeline(seat, goal.measure))
        and any(line[min(end, len(line)) - 1] >= goal.at_least for end in ends)
    ]
