"""The value of one observable under numbers of a test's own."""

from __future__ import annotations

from game.sim.parameter import Parameters
from game.study.observables import observe
from game.study.observables.service import with_numbers


def value(id: str, replications: int = 3, **groups: dict[str, float]) -> float:
    """The observable with these numbers of these groups."""
    parameters = with_numbers(Parameters(), **groups)
    (seen,) = observe([id], parameters=parameters, replications=replications, workers=1)
    assert isinstance(seen.value, float)
    return seen.value
