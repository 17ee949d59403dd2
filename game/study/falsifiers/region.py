"""The region: who wins when every number that nobody measured is another one, and the horizon another too.

A Latin hypercube over all assumed parameters, each between half and twice its default (a share near one: its distance
from one between half and twice), and over the seasons to the horizon. Where two of them contradict each other, such as
the trust of those who trust and of those who recommend, they change places. Markets of a thousand people, the seat
alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from statistics import NormalDist, pvariance
from typing import Any, NamedTuple

from game.sim.limits import BadInputError
from game.sim.parameter import Parameters
from game.sim.parameters.base import Group
from game.sim.scenario import Scenario
from game.strategies.runs import simulate
from game.study.falsifiers.town import small
from game.study.workers import spread

FIELD = ("tortoise", "hare", "adaptive")
FEWEST_SEASONS, MOST_SEASONS = 2, 12
FACTOR = 2.0
HYPERCUBE_SEED = 20261123


class Assumed(NamedTuple):
    """A parameter whose value nobody measured, with the bounds between which it is varied."""

    group: str
    name: str
    low: float
    high: float
    whole: bool

    @property
    def id(self) -> str:
        """`group.name`."""
        return f"{self.group}.{self.name}"

    def at(self, share: float) -> float | int:
        """The value at *share* (0 to 1) of the way from low to high; by equal factors where both have one sign."""
        if self.low > 0:
            value: float = self.low * (self.high / self.low) ** share
        else:
            value = self.low + (self.high - self.low) * share
        return round(value) if self.whole else float(f"{value:.5g}")


class Point(NamedTuple):
    """One place of the region: its number, the seasons to the horizon, and a value for each assumed parameter."""

    number: int
    seasons: int
    values: tuple[float, ...]


class Cell(NamedTuple):
    """What one strategy reached at one point under one luck."""

    point: int
    seed: int
    strategy: str
    yardstick: int
    sales: int
    followers: int


class _Task(NamedTuple):
    point: Point
    seed: int
    strategy: str


def assumed() -> list[Assumed]:
    """All parameters without a source of their own, in the order of their declaration."""
    return [
        one
        for group, declared in Parameters.model_fields.items()
        for one in _assumed_in(group, declared.default)
    ]


def _assumed_in(group: str, declared: Group) -> Iterator[Assumed]:
    for name, field in type(declared).model_fields.items():
        extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        source = str(extra.get("source", "assumed"))
        default = field.default
        if isinstance(default, bool) or not ("assumed" in source or "order" in source):
            continue
        least = next((rule.ge for rule in field.metadata if hasattr(rule, "ge")), None)
        most = next((rule.le for rule in field.metadata if hasattr(rule, "le")), None)
        low, high = _around(float(default), most)
        low = low if least is None else max(low, float(least))
        high = high if most is None else min(high, float(most))
        if low < high:
            yield Assumed(group, name, low, high, isinstance(default, int))


def _around(default: float, most: float | None) -> tuple[float, float]:
    if most == 1 and default > 0.5:
        return 1 - (1 - default) * FACTOR, 1 - (1 - default) / FACTOR
    ends = (default / FACTOR, default * FACTOR)
    return min(ends), max(ends)


def hypercube(points: int, seed: int = HYPERCUBE_SEED) -> list[Point]:
    """*points* places spread evenly over every dimension. Needs the extra `study` (scipy)."""
    from scipy.stats import qmc

    dimensions = assumed()
    sample = qmc.LatinHypercube(len(dimensions) + 1, rng=seed).random(points)
    seasons = MOST_SEASONS - FEWEST_SEASONS + 1
    return [
        Point(
            number,
            FEWEST_SEASONS + int(row[0] * seasons),
            _in_order(
                [one.at(float(share)) for one, share in zip(dimensions, row[1:], strict=True)]
            ),
        )
        for number, row in enumerate(sample)
    ]


def _in_order(values: list[float]) -> tuple[float, ...]:
    """*values* of the assumed parameters, in which those that contradict each other have changed places."""
    place = {one.id: number for number, one in enumerate(assumed())}
    rules = [
        (place[f"{group}.{rule.less}"], place[f"{group}.{rule.more}"], rule)
        for group, declared in Parameters.model_fields.items()
        for rule in declared.default.RULES
        if {f"{group}.{rule.less}", f"{group}.{rule.more}"} <= place.keys()
    ]
    for _ in rules:  # a chain of so many rules is in order after so many rounds
        for less, more, rule in rules:
            if rule.is_broken(values[less], values[more]):
                values[less], values[more] = values[more], values[less]
    return tuple(values)


def parameters_at(point: Point) -> Parameters | None:
    """The parameters at *point*, or None where they contradict each other."""
    groups: dict[str, dict[str, Any]] = {}
    for one, value in zip(assumed(), point.values, strict=True):
        groups.setdefault(one.group, {})[one.name] = value
    try:
        return Parameters.model_validate(groups)
    except BadInputError:
        return None


def _scenario_at(scenario: Scenario, point: Point) -> Scenario:
    parameters = parameters_at(point)
    return small(scenario).model_copy(update={"seasons": point.seasons, "parameters": parameters})


def measure(scenario: Scenario, task: _Task) -> Cell:
    """Run one cell."""
    there = _scenario_at(scenario, task.point)
    run = simulate(there, {there.seat: task.strategy}, seed=task.seed)
    outcome = run.outcome(there.seat)
    return Cell(
        task.point.number, task.seed, task.strategy, outcome.yardstick, outcome.sales, outcome.followers
    )  # fmt: skip


def explore(
    scenario: Scenario,
    points: Sequence[Point],
    lucks: Sequence[int],
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Cell]:
    """Every strategy of the field at every point under every luck. Points that contradict themselves are left out."""
    tasks = [
        _Task(point, seed, strategy)
        for point in points
        if parameters_at(point) is not None
        for seed in lucks
        for strategy in FIELD
    ]
    return spread(measure, scenario, tasks, workers, progress)


def won(cells: Sequence[Cell], by: str = "yardstick") -> dict[int, dict[str, float]]:
    """For each point the share of its lucks that each strategy won; a tie is shared."""
    lucks: dict[tuple[int, int], list[Cell]] = {}
    for cell in cells:
        lucks.setdefault((cell.point, cell.seed), []).append(cell)
    shares: dict[int, dict[str, float]] = {}
    for (point, _), rivals in lucks.items():
        best = max(getattr(cell, by) for cell in rivals)
        winners = [cell.strategy for cell in rivals if getattr(cell, by) == best]
        here = shares.setdefault(point, dict.fromkeys(FIELD, 0.0))
        for name in winners:
            here[name] += 1 / len(winners)
    for point, here in shares.items():
        count = sum(1 for which, _ in lucks if which == point)
        shares[point] = {name: share / count for name, share in here.items()}
    return shares


class Influence(NamedTuple):
    """How one dimension moves a strategy's share of wins: the mean over its upper half less that over its lower.

    *chance* is the shift that the strongest of all dimensions stays below in 95 of 100 hypercubes if none does anything
    (normal, with Bonferroni's share of the error for each).
    """

    id: str
    shift: float
    chance: float


Shares = dict[int, dict[str, float]]


def influences(points: Sequence[Point], shares: Shares, strategy: str) -> list[Influence]:
    """Every dimension's influence on *strategy*, the largest first."""
    there = [point for point in points if point.number in shares]
    names = ["seasons", *(one.id for one in assumed())]
    found = []
    for place, name in enumerate(names):
        order = sorted(there, key=lambda point: (point.seasons, *point.values)[place])
        half = len(order) // 2
        low, high = ([shares[p.number][strategy] for p in part] for part in (order[:half], order[-half:]))  # fmt: skip
        spread_of_both = pvariance(low) + pvariance(high)
        error = math.sqrt(spread_of_both / (half - 1)) if half > 1 else math.inf
        chance = NormalDist().inv_cdf(1 - 0.025 / len(names)) * error
        found.append(Influence(name, sum(high) / half - sum(low) / half, chance))
    return sorted(found, key=lambda one: -abs(one.shift))
