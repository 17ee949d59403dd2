"""A replication: one run of a study, and what of it is kept.

Where replications are run is in `workers.py`; how they are laid side by side, in `comparison.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from game.sim.outcome import Outcome
from game.sim.scenario import Scenario
from game.sim.strategy import Strategy
from game.strategies.runs import Run, simulate


class Task(NamedTuple):
    """One run to be made: *strategy* in the seat, luck *seed*. *number* is the replication's, from 0."""

    number: int
    seed: int
    strategy: Strategy


@dataclass(frozen=True)
class Study:
    """What the runs of a study have in common: the scenario, who is varied, who plays else, and how many weeks."""

    scenario: Scenario
    seat: str
    others: Mapping[str, Strategy]
    weeks: int


@dataclass(frozen=True)
class Replication:
    """What is kept of one run: the seat's outcome, and two of its lines, a value a week. *sales* is cumulative."""

    strategy: str
    number: int
    seed: int
    digest: str
    outcome: Outcome
    followers: tuple[int, ...]
    sales: tuple[int, ...]

    def value(self, measure: str) -> float:
        """The value of a field of the outcome or of its gait, or the sum of the relationships."""
        if measure == "relationships":
            return self.outcome.relationships
        holder = self.outcome if hasattr(self.outcome, measure) else self.outcome.gait
        return float(getattr(holder, measure))


def replicate(study: Study, task: Task) -> Replication:
    """Make one run, and keep what a comparison needs."""
    cast = {**study.others, study.seat: task.strategy}
    run = simulate(study.scenario, cast, seed=task.seed, weeks=study.weeks)
    return kept(run, study.seat, task.number)


def kept(run: Run, seat: str, number: int) -> Replication:
    """What is kept of a finished run, replication *number*, for whoever plays *seat*."""
    return Replication(
        strategy=run.played_by(seat),
        number=number,
        seed=run.seed,
        digest=run.digest,
        outcome=run.outcome(seat),
        followers=tuple(run.timeline(seat, "followers")),
        sales=tuple(accumulate(run.timeline(seat, "sales"))),
    )
