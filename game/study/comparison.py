"""A comparison: each strategy takes the seat in turn, against the scenario's own rivals, under the same lucks.

One run is in `replication.py`; rows for a spreadsheet and pictures are next door.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from game.pages.number import whole
from game.sim.clock import WEEKS_PER_SEASON
from game.sim.declared import check_again
from game.sim.gait import Gait
from game.sim.limits import LUCKS, SEED, WEEKS, whole_within
from game.sim.outcome import Outcome
from game.sim.scenario import Scenario
from game.sim.spelling import suggestion
from game.sim.strategy import Strategy
from game.strategies.cast import cast, player
from game.strategies.registry import describe
from game.study.interval import Interval, mean_of, paired
from game.study.replication import Replication, Study, Task, replicate
from game.study.table import text_table
from game.study.workers import spread

MEASURES = (
    *(one.name for one in fields(Outcome) if one.name not in ("name", "strategy", "gait")),
    "relationships",
    *(one.name for one in fields(Gait)),
)
"""What strategies can be compared by: the fields of an outcome and of its gait, and the sum of the relationships."""

WON_BY = ("yardstick", "sales", "relationships", "followers")
SHOWN = ("sales", "followers", "customers", "advocates", "hostile", "unanswered", "median_reply_hours")  # fmt: skip


def compare(
    scenario: Scenario,
    strategies: Sequence[Strategy | str],
    *,
    replications: int = 200,
    seed: int = 0,
    weeks: int | None = None,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Comparison:
    """Seat each strategy under the lucks *seed*, *seed* + 1, ..., one a replication, and lay the outcomes side by side.

    The numbers are the same for any number of *workers* (processes; all cores without it). *progress* is told how
    many runs are done of how many. Raises `ValueError` for an unknown or repeated strategy and for nothing to do.
    """
    seated = [player(scenario, one) for one in strategies]
    whole_within("replications", replications, LUCKS)
    whole_within("seed", seed, SEED)
    horizon = scenario.weeks if weeks is None else whole_within("weeks", weeks, WEEKS)
    check_again(scenario)
    _check(seated)
    others = cast(scenario, (scenario.seat,), {})
    study = Study(scenario, scenario.seat, others, horizon)
    tasks = [Task(number, seed + number, one) for number in range(replications) for one in seated]
    made = spread(replicate, study, tasks, workers, progress)
    names = tuple(describe(one) for one in seated)
    return Comparison(scenario.id, seed, study.weeks, names, tuple(made))


def _check(seated: Sequence[Strategy]) -> None:
    names = [describe(one) for one in seated]
    if not names:
        raise ValueError("A comparison takes at least one strategy.")
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise ValueError(
            f"{twice[0]} is there twice; under the same luck it would tie with itself."
        )


@dataclass(frozen=True)
class Comparison:
    """The outcomes of several strategies in one seat, replication by replication under the same luck.

    *strategies* are named as they describe themselves: `hare`, or `hare(claims=3)`.
    """

    scenario: str
    seed: int
    weeks: int
    strategies: tuple[str, ...]
    replications: tuple[Replication, ...]

    @property
    def count(self) -> int:
        """Replications of each strategy."""
        return len(self.replications) // len(self.strategies)

    def of(self, strategy: str) -> tuple[Replication, ...]:
        """The runs of *strategy*, in the order of their luck. Raises `ValueError` for one that was not compared."""
        if strategy not in self.strategies:
            hint = suggestion(strategy, self.strategies)
            raise ValueError(f"{strategy!r} was not compared. {hint}")
        return tuple(one for one in self.replications if one.strategy == strategy)

    def values(self, strategy: str, measure: str) -> tuple[float, ...]:
        """The values of *measure* in the runs of *strategy*. Raises `ValueError` for an unknown one."""
        if measure not in MEASURES:
            hint = suggestion(measure, MEASURES, shown=len(MEASURES))
            raise ValueError(f"Outcomes have no {measure!r}. {hint}")
        return tuple(one.value(measure) for one in self.of(strategy))

    def mean(self, strategy: str, measure: str) -> Interval:
        """The mean of *measure* over the runs of *strategy*, with its 95 % interval."""
        return mean_of(self.values(strategy, measure))

    def difference(self, first: str, second: str, measure: str = "yardstick") -> Interval:
        """The mean of *measure* under *first* less that under *second*, paired by luck, with its 95 % interval."""
        return paired(self.values(first, measure), self.values(second, measure))

    def by_season(self, line: str) -> dict[str, tuple[Interval, ...]]:
        """The mean of *line* (`followers` or `sales`) at each season's end, by strategy, with its 95 % interval."""
        return {
            name: tuple(
                mean_of([getattr(one, line)[week] for one in self.of(name)])
                for week in self.season_ends
            )
            for name in self.strategies
        }

    @property
    def season_ends(self) -> range:
        """The last week of each season, from 0; a season that was not run to its end has none."""
        return range(WEEKS_PER_SEASON - 1, self.weeks, WEEKS_PER_SEASON)

    def wins(self, measure: str = "yardstick") -> dict[str, float]:
        """The share of the lucks in which each strategy had the most of *measure*; a tie is shared."""
        columns = [self.values(strategy, measure) for strategy in self.strategies]
        won = dict.fromkeys(self.strategies, 0.0)
        for values in zip(*columns, strict=True):
            best = [name for name, value in zip(won, values, strict=True) if value == max(values)]
            for name in best:
                won[name] += 1 / len(best)
        return {name: share / self.count for name, share in won.items()}

    def beats(self, first: str, second: str, measure: str = "yardstick") -> float:
        """The share of the lucks in which *first* had more of *measure* than *second*; a tie is half."""
        pairs = zip(self.values(first, measure), self.values(second, measure), strict=True)
        return sum((one > other) + (one == other) / 2 for one, other in pairs) / self.count

    def table(self) -> str:
        """Two tables in plain text: shares of the lucks won, and means with half the width of their 95 % intervals."""
        wins = {measure: self.wins(measure) for measure in WON_BY}
        first = text_table(
            ("won by", *WON_BY),
            [(name, *(f"{wins[by][name]:.0%}" for by in WON_BY)) for name in self.strategies],
        )
        second = text_table(
            ("mean", *(title.replace("_", " ") for title in ("yardstick", *SHOWN))),
            [
                (name, *(_short(self.mean(name, one)) for one in ("yardstick", *SHOWN)))
                for name in self.strategies
            ],
        )
        about = f"{self.scenario}, {self.weeks} weeks, {self.count} lucks from seed {self.seed}"
        return f"{about}\n\n{first}\n\n{second}"

    def as_json(self) -> dict[str, Any]:
        """The comparison as a JSON object: wins and means by strategy, and paired differences from the first."""
        return {
            "scenario": self.scenario,
            "seed": self.seed,
            "weeks": self.weeks,
            "replications": self.count,
            "strategies": [self._strategy_as_json(name) for name in self.strategies],
            "differences": [
                {"first": first, "second": second, "measure": by}
                | self.difference(first, second, by).as_json()
                for by in WON_BY
                for place, first in enumerate(self.strategies)
                for second in self.strategies[place + 1 :]
            ],
        }

    def _strategy_as_json(self, name: str) -> Mapping[str, Any]:
        return {
            "strategy": name,
            "wins": {by: round(self.wins(by)[name], 6) for by in WON_BY},
            "means": {one: self.mean(name, one).as_json() for one in MEASURES},
        }

    def to_csv(self, path: str | Path) -> None:
        """Write one row a run, to be read by any spreadsheet. Raises `OSError` where *path* cannot be written."""
        from game.study.spreadsheet import write_csv

        write_csv(self, Path(path))

    def plot(self, path: str | Path) -> None:
        """Draw followers and sales by week, a line a strategy. Raises `MissingExtraError` without matplotlib."""
        from game.study.plot import draw

        draw(self, Path(path))


def _short(interval: Interval) -> str:
    if interval.count < 2:
        return whole(interval.mean)
    return f"{whole(interval.mean)} ±{whole((interval.high - interval.low) / 2)}"
