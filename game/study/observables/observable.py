"""What an observable is: one quantity that the model can report, how it is measured once, and how sure its mean is.

The quantities themselves are in the other files of this folder, a file for each part of the model.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from game.sim.declared import check_again
from game.sim.limits import LUCKS, SEED, whole_within
from game.sim.parameter import Parameters
from game.sim.spelling import closest
from game.study.interval import mean_of
from game.study.workers import spread

FIRST_SEED = 1

#: One replication: the value under these parameters and this seed; several numbers for a curve; 1 or 0 for a
#: direction that holds or does not; `nan` where this luck gives nothing to measure.
Measured = float | tuple[float, ...]
Measure = Callable[[Parameters, int], Measured]
Kind = Literal["number", "curve", "direction"]


@dataclass(frozen=True)
class Observable:
    """One quantity: *id*, the literature's *fact*, its *unit* and *definition*, and how many replications are usual."""

    id: str
    fact: str
    unit: str
    definition: str
    kind: Kind
    replications: int
    measure: Measure


class Observation(NamedTuple):
    """What was seen of an observable: the mean over *n* replications and its 95 % interval (lists for a curve)."""

    id: str
    value: float | list[float]
    low: float | list[float]
    high: float | list[float]
    n: int
    unit: str

    def as_json(self) -> dict[str, Any]:
        """The observation as a JSON object; bounds that do not exist are null."""
        return {name: _finite(value) for name, value in self._asdict().items()}


def _finite(value: Any) -> Any:
    if isinstance(value, list):
        return [_finite(one) for one in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


OBSERVABLES: dict[str, Observable] = {}


def observable(
    *, unit: str, fact: str = "", kind: Kind = "number", replications: int = 10
) -> Callable[[Measure], Measure]:
    """Declare the function below as the observable of its name; its docstring is the definition."""

    def declare(measure: Measure) -> Measure:
        id = str(getattr(measure, "__name__", ""))
        definition = " ".join((measure.__doc__ or "").split())
        if id in OBSERVABLES:
            raise ValueError(f"The observable {id} is declared twice.")
        OBSERVABLES[id] = Observable(id, fact, unit, definition, kind, replications, measure)
        return measure

    return declare


class UnknownObservableError(ValueError):
    """A name that is no observable and no fact."""

    def __init__(self, name: str) -> None:
        near = closest(
            name, [*OBSERVABLES, *(one.fact for one in OBSERVABLES.values() if one.fact)]
        )
        hint = f" Did you mean `{near}`?" if near else ""
        super().__init__(
            f"There is no observable called {name}.{hint} `longrace observe --list` says what each is."
        )


def named(names: Sequence[str] | str) -> list[Observable]:
    """The observables called *names* (ids, or facts such as K4), or the one *names* is; all where none is named."""
    names = [names] if isinstance(names, str) else names
    found: dict[str, Observable] = {}
    for name in names or list(OBSERVABLES):
        of_fact = [one for one in OBSERVABLES.values() if name in (one.id, one.fact)]
        if not of_fact:
            raise UnknownObservableError(name)
        found |= {one.id: one for one in of_fact}
    return list(found.values())


class _Sample(NamedTuple):
    id: str
    seed: int


def _sample(parameters: Parameters, task: _Sample) -> Measured:
    from game.study import observables  # a worker knows them only after this  # noqa: F401

    return OBSERVABLES[task.id].measure(parameters, task.seed)


def observe(
    names: Sequence[str] | str = (),
    *,
    parameters: Parameters | None = None,
    replications: int | None = None,
    seed: int = FIRST_SEED,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Observation]:
    """Measure the observables called *names* (all without any) under *parameters*, each on the lucks from *seed* on.

    *replications* replaces each one's usual number. Raises `UnknownObservableError` or `BadInputError`
    (each a `ValueError`) before anything is measured.
    """
    wanted = named(names)
    whole_within("seed", seed, SEED)
    if replications is not None:
        whole_within("replications", replications, LUCKS)
    if parameters is not None:
        check_again(parameters)
    tasks = [
        _Sample(one.id, seed + number)
        for one in wanted
        for number in range(replications or one.replications)
    ]
    values = spread(_sample, parameters or Parameters(), tasks, workers, progress)
    by_id: dict[str, list[Measured]] = {}
    for task, value in zip(tasks, values, strict=True):
        by_id.setdefault(task.id, []).append(value)
    return [summed_up(one, by_id[one.id]) for one in wanted]


def summed_up(one: Observable, values: Sequence[Measured]) -> Observation:
    """The mean of the replications' *values*, number by number; those that gave nothing to measure are left out."""
    curves = [value if isinstance(value, tuple) else (value,) for value in values]
    width = max(len(curve) for curve in curves)
    # a luck that gave nothing may have said so with a single nan
    curves = [curve if len(curve) == width else (math.nan,) * width for curve in curves]
    means = [_mean(one, [curve[place] for curve in curves]) for place in range(width)]
    value, low, high = ([mean[part] for mean in means] for part in range(3))
    count = min(int(mean[3]) for mean in means)
    if one.kind == "curve":
        return Observation(one.id, value, low, high, count, one.unit)
    return Observation(one.id, value[0], low[0], high[0], count, one.unit)


def _mean(one: Observable, numbers: Sequence[float]) -> tuple[float, float, float, int]:
    there = [number for number in numbers if not math.isnan(number)]
    if not there:
        return math.nan, math.nan, math.nan, 0
    if one.kind == "direction":
        share = sum(there) / len(there)
        return (share, *wilson(share, len(there)), len(there))
    mean = mean_of(there)
    return mean.mean, mean.low, mean.high, mean.count


def wilson(share: float, count: int, z: float = 1.959964) -> tuple[float, float]:
    """The 95 % interval of a share among *count* (Wilson 1927, J. American Statistical Association 22:209)."""
    middle = share + z * z / (2 * count)
    half = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    below = 1 + z * z / count
    low, high = (middle - half) / below, (middle + half) / below
    return (max(0.0, low) if share > 0 else 0.0), (min(1.0, high) if share < 1 else 1.0)
