"""Weighing a scenario: the fixed field takes the seat in turn under the same lucks, and what comes of it is laid out.

One run is in `played.py`; what is said of it, in `report.py` and `page.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from game.sim.clock import WEEKS_PER_YEAR
from game.sim.declared import check_again
from game.sim.limits import LUCKS, SEED, WEEKS, Limits, whole_within
from game.sim.scenario import Goal, Scenario
from game.strategies.cast import cast, player
from game.study.balance.cards import (
    CardSeen,
    LookSeen,
    all_moments,
    cards_seen,
    looks_seen,
    shared_by_neighbours,
)
from game.study.balance.played import Cell, Field, Played, play
from game.study.comparison import Comparison
from game.study.interval import Interval, share_of
from game.study.workers import spread

FIELD = ("tortoise", "hare", "adaptive", "get-it", "traditional")
PURE = ("tortoise", "hare")
MOST_WON = 0.6
"""No strategy may win more of the cells, and no look be the best in more of the moments."""
SECONDS_A_WEEK, SECONDS_A_CARD, SECONDS_A_PLAN, SECONDS_A_YEAR = 0.95, 25, 75, 40
"""Of a person at play: a week at the game's first speed, and what is allowed for reading and deciding."""
EASY, HARD = 0.6, 0.25
MOMENTS = Limits("a whole number", 0, 100_000, False, "moments")
FRESH_LUCKS = Limits("a whole number", 0, 1000, False, "lucks")
Told = Callable[[int, int], None]


@dataclass(frozen=True)
class Sizes:
    """How much is run: lucks for each strategy, moments at cards in all, fresh lucks for each option, weeks ahead."""

    lucks: int = 8
    moments: int = 16
    fresh: int = 0
    ahead: int = 26
    seed: int = 1

    def check(self) -> None:
        """Raise `BadInputError` for a size that cannot be."""
        whole_within("runs", self.lucks, LUCKS)
        whole_within("states", self.moments, MOMENTS)
        whole_within("fresh", self.fresh, FRESH_LUCKS)
        whole_within("seed", self.seed, SEED)
        whole_within("ahead", self.ahead, WEEKS)


@dataclass(frozen=True)
class Balance:
    """A scenario, weighed: all its runs, and what they say. Of *sizes*, only what was done before it was stopped."""

    scenario: Scenario
    sizes: Sizes
    comparison: Comparison
    played: tuple[Played, ...]

    def of(self, strategy: str) -> list[Played]:
        """The runs of *strategy*, in the order of their lucks."""
        return [one for one in self.played if one.replication.strategy == strategy]

    def wins(self, measure: str = "yardstick") -> dict[str, float]:
        """The share of the lucks in which each strategy of the field had the most; a tie is shared."""
        return self.comparison.wins(measure)

    def won(self, strategy: str) -> Interval:
        """The share of the lucks that *strategy* wins by the yardstick, with its 95 % interval."""
        return share_of(self.wins()[strategy] * self.sizes.lucks, self.sizes.lucks)

    def adaptive_less(self, strategy: str) -> Interval:
        """The yardstick of the adaptive one less that of *strategy*, paired by luck, with its 95 % interval."""
        return self.comparison.difference("adaptive", strategy)

    @cached_property
    def cards(self) -> tuple[CardSeen, ...]:
        """Every card."""
        return cards_seen(self.scenario, self.played)

    @cached_property
    def looks(self) -> tuple[LookSeen, ...]:
        """Every look that options have."""
        return looks_seen(self.scenario, all_moments(self.played))

    @cached_property
    def moments(self) -> int:
        """Moments at which options were tried."""
        return len(all_moments(self.played))

    @cached_property
    def decided(self) -> int:
        """Of them, those at which the options differed."""
        return sum(one.decided for one in all_moments(self.played))

    def mean(self, worth: Callable[[Played], float], strategy: str | None = None) -> float:
        """The mean of something over the runs of *strategy*, or over all."""
        runs = self.of(strategy) if strategy else list(self.played)
        return sum(worth(one) for one in runs) / len(runs)

    def came_first(self, strategy: str | None = None) -> float:
        """The share of the runs in which the seat was ahead of the scenario's own rivals by the yardstick."""
        return self.mean(lambda one: one.first, strategy)

    @property
    def difficulty(self) -> str:
        """In a word: by how often the field comes first against the scenario's own rivals."""
        first = self.came_first()
        return "easy" if first >= EASY else "fair" if first >= HARD else "hard"

    @property
    def cards_per_run(self) -> float:
        """Cards that come in a run."""
        return self.mean(lambda one: len(one.cards))

    @property
    def shared_cards(self) -> float | None:
        """Of the cards of a run, the share that the next luck brings too; None for a single luck."""
        return shared_by_neighbours(self.played)

    def setbacks(self, strategy: str | None = None) -> float:
        """Setbacks that broke out in a run."""
        return self.mean(lambda one: one.replication.outcome.setbacks, strategy)

    @property
    def untroubled(self) -> float:
        """The share of the runs in which nothing went wrong."""
        return self.mean(lambda one: one.replication.outcome.setbacks == 0)

    @property
    def goals(self) -> dict[str, float]:
        """Each goal with the share of the runs in which its measure was high enough at a year's end."""

        def reached(goal: Goal) -> float:
            return self.mean(lambda one: goal.id in one.goals)

        return {goal.id: reached(goal) for goal in self.scenario.goals}

    @property
    def minutes(self) -> float:
        """Minutes that a person takes for a whole game at the first speed, with allowances for cards, plans, years."""
        years = -(-self.scenario.weeks // WEEKS_PER_YEAR)
        seconds = (
            self.scenario.weeks * SECONDS_A_WEEK
            + self.cards_per_run * SECONDS_A_CARD
            + self.scenario.seasons * SECONDS_A_PLAN
            + years * SECONDS_A_YEAR
        )
        return seconds / 60


def weigh(
    scenarios: Sequence[Scenario],
    sizes: Sizes = Sizes(),
    *,
    workers: int | None = None,
    progress: Told | None = None,
) -> list[Balance]:
    """Each of *scenarios*, weighed. The numbers are the same for any number of *workers*.

    Whoever interrupts it gets those of the lucks that are done, of the scenarios that have any. Raises `ValueError` for
    a size that cannot be, `WorkersDiedError`, and `KeyboardInterrupt` where no luck is done.
    """
    sizes.check()
    for scenario in scenarios:
        check_again(scenario)
    field = Field(
        tuple((one, cast(one, (one.seat,), {})) for one in scenarios), sizes.fresh, sizes.ahead
    )
    tasks = [cell for number, one in enumerate(scenarios) for cell in _cells(number, one, sizes)]
    tasks.sort(
        key=lambda cell: cell.number
    )  # whoever stops it early has some lucks of each scenario
    done: dict[int, Played] = {}
    try:
        spread(play, field, tasks, workers, progress, keep=done.__setitem__, at_once=1)
    except KeyboardInterrupt:
        if not any(_whole_lucks(number, tasks, done) for number in range(len(scenarios))):
            raise
    return [
        _balance(one, sizes, whole)
        for number, one in enumerate(scenarios)
        if (whole := _whole_lucks(number, tasks, done))
    ]


def _whole_lucks(number: int, tasks: Sequence[Cell], done: Mapping[int, Played]) -> list[Played]:
    """The runs of a scenario under the first lucks of which every run is done."""
    own = [task for task, cell in enumerate(tasks) if cell.scenario == number]
    first_owed = next((nth for nth, task in enumerate(own) if task not in done), len(own))
    return [done[task] for task in own[: first_owed // len(FIELD) * len(FIELD)]]


def _cells(number: int, scenario: Scenario, sizes: Sizes) -> list[Cell]:
    """The runs of one scenario; the moments are spread over them evenly, strategies in turn."""
    pairs = [(luck, name) for luck in range(sizes.lucks) for name in FIELD]
    each, left = divmod(sizes.moments, len(pairs))
    return [
        Cell(number, luck, sizes.seed + luck, player(scenario, name), each + (nth < left))
        for nth, (luck, name) in enumerate(pairs)
    ]


def _balance(scenario: Scenario, sizes: Sizes, played: Sequence[Played]) -> Balance:
    comparison = Comparison(
        scenario.id, sizes.seed, scenario.weeks, FIELD, tuple(one.replication for one in played)
    )
    made = replace(sizes, lucks=len(played) // len(FIELD))
    return Balance(scenario, made, comparison, tuple(played))
