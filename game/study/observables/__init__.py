"""Observables: every quantity that the model can report about itself, each a documented function of (parameters, seed).

`observe` measures them with their intervals. Those that the model was fitted to have a band in `targets.yaml`; a file
for each part of the model holds the functions and the small worlds (vignettes) in which they are measured.
"""

from game.study.observables import (  # noqa: F401 - each file declares its observables
    articles,
    background,
    burnout,
    cascades,
    content,
    custom,
    entry,
    following,
    learning,
    platforms,
    service,
    setbacks,
    ties,
)
from game.study.observables.observable import (
    OBSERVABLES,
    Observable,
    Observation,
    UnknownObservableError,
    named,
    observe,
)

__all__ = [
    "OBSERVABLES",
    "Observable",
    "Observation",
    "UnknownObservableError",
    "named",
    "observe",
]
