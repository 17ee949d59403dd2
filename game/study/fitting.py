"""Fitting: parameters moved so that the observables fall inside their bands; a search that a stranger can rerun.

The loss is the sum over the targets of the squared distance outside the band, in widths of the band, a target of grade
A counting four times one of grade C, plus a pull to the start. Every evaluation uses the same lucks, so that the loss
is a plain function of the parameters. The search goes through the parameters in a seeded order and tries each a step up
and a step down; a round without gain halves the steps (a pattern search: Hooke and Jeeves 1961, J. ACM 8:212).
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from game.sim.limits import Limits, whole_within
from game.sim.parameter import Parameters
from game.sim.spelling import suggestion
from game.study.calibration import calibrated, missed_by

WEIGHT = {"A": 4.0, "B": 2.0, "C": 1.0, "sign": 2.0}
PULL = 0.02  # cost of doubling or halving a parameter
BUDGET = 40  # evaluations, where nothing is said
EVALUATIONS = Limits("a whole number", 1, 100_000, False, "evaluations")
FIRST_STEP, LEAST_STEP = 0.25, 0.03  # relative steps

#: What was free in the fit, by the facts that it was fitted to.
FREE: dict[tuple[str, ...], tuple[str, ...]] = {
    ("R4",): ("relationship.half_life_liking_days",),
    ("R12",): ("relationship.bad_weight",),
    ("S1",): ("inbox.defect",),
    ("S2",): ("inbox.quick_minutes", "inbox.least_worth"),
    ("S6", "S7"): ("hazards.match_weight", "hazards.damage_liking", "hazards.damage_trust"),
    ("T8",): ("practice.learning",),
    ("T9",): ("energy.drain", "energy.burnout"),
    ("K3", "K4"): ("content.reaction", "content.share"),
}


class Fitted(NamedTuple):
    """What the search ended with: the values by `group.name`, the loss before and after, and evaluations used."""

    values: dict[str, float]
    before: float
    after: float
    evaluations: int


def loss(
    parameters: Parameters, facts: Sequence[str], pulled: float, replications: int | None, seed: int
) -> float:
    """How far *parameters* miss the targets of *facts*, with the pull of *pulled* squared doublings."""
    rows = calibrated(facts, parameters=parameters, replications=replications, seed=seed, workers=1)
    missed = 0.0
    for row in rows:
        value = row.seen.value if row.seen else None  # what is not measured is missed by a band
        off = missed_by(row.target, float(value)) if isinstance(value, float | int) else 1.0
        missed += WEIGHT[row.target.grade] * off * off
    return missed + PULL * pulled


def changed(parameters: Parameters, values: dict[str, float]) -> Parameters | None:
    """*parameters* with these *values*, or None where one lies outside what is allowed."""
    try:
        return _with(parameters, values)
    except ValueError:
        return None


def _with(parameters: Parameters, values: Mapping[str, float]) -> Parameters:
    """*parameters* with these *values*. Raises `BadInputError` where one lies outside what is allowed."""
    everything: dict[str, dict[str, Any]] = parameters.model_dump()
    for id, value in values.items():
        group, name = id.split(".")
        everything[group][name] = value
    return Parameters.model_validate(everything)


def start_of(id: str) -> float:
    """The default of the parameter *id* (`group.name`). Raises `ValueError` for one that no step can move."""
    known = {
        f"{group}.{name}": getattr(declared.default, name)
        for group, declared in Parameters.model_fields.items()
        for name in type(declared.default).model_fields
    }
    if id not in known:
        raise ValueError(f"There is no parameter {id}. {suggestion(id, known)}")
    value: float = known[id]
    if isinstance(value, bool) or value == 0:
        raise ValueError(
            f"{id} is {str(value).lower()} at first; steps by a factor cannot move it."
        )
    return value


def _like(usual: float, value: float) -> float:
    """*value* as a number with a fraction, where *usual* is one: else steps would be whole."""
    return value if isinstance(usual, int) else float(value)


def stepped(value: float, factor: float) -> float:
    """*value* times *factor*: four figures, or a whole number where it was one."""
    return round(value * factor) if isinstance(value, int) else float(f"{value * factor:.4g}")


def fit(
    facts: Sequence[str],
    *,
    free: Sequence[str] | None = None,
    begin: Mapping[str, float] | None = None,
    budget: int = BUDGET,
    replications: int | None = None,
    seed: int = 1,
    told: Callable[[str], None] | None = None,
) -> Fitted:
    """Search *budget* evaluations from the defaults for parameters that meet the targets of *facts*.

    *free* names the parameters that may move; without it those that `FREE` lists for the facts. *begin* says where some
    of them begin instead of at the default. Raises `ValueError` where none is free, for a fact or a parameter that
    there is not, and for a beginning that is not allowed.
    """
    whole_within("budget", budget, EVALUATIONS)
    if not facts:
        raise ValueError("A fit needs facts to meet: name one or more, such as S2.")
    start = Parameters()
    names = list(free or [n for those, ids in FREE.items() if set(those) & set(facts) for n in ids])
    if not names:
        raise ValueError(
            f"No parameter is declared free for {', '.join(facts)}; name some, such as inbox.defect."
        )
    begin = begin or {}
    for id in begin:
        if id not in names:
            raise ValueError(
                f"{id} is not free in this fit, so it begins nowhere. {suggestion(id, names)}"
            )
    first = {id: _like(start_of(id), begin[id]) if id in begin else start_of(id) for id in names}
    _with(start, first)
    used = 0

    def score(values: dict[str, float]) -> float:
        nonlocal used
        parameters = changed(start, values)
        if parameters is None or used >= budget:
            return float("inf")
        used += 1
        pulled = sum(math.log2(values[id] / first[id]) ** 2 for id in names)
        result = loss(parameters, facts, pulled, replications, seed)
        if told:
            told(f"{used}: {result:.4f} {values}")
        return result

    best, before = dict(first), score(first)
    lowest, step = before, FIRST_STEP
    order = random.Random(seed)
    while step >= LEAST_STEP and used < budget and lowest > 0:
        gained = False
        for id in order.sample(names, len(names)):
            for factor in (1 + step, 1 / (1 + step)):
                trial = best | {id: stepped(best[id], factor)}
                if trial == best:
                    continue
                result = score(trial)
                if result < lowest:
                    best, lowest, gained = trial, result, True
                    break
        if not gained:
            step /= 2
    return Fitted(best, before, lowest, used)
