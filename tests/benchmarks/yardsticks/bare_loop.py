"""The compiled kernels in a bare loop: the calls that a run made, made again without calendar, record and requests."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import numpy as np

from game.sim.kernels.choice import Kernels
from game.sim.relations import Relations
from game.sim.run import Run

Call = tuple[str, list[Any]]


def record(run: Run) -> list[Call]:
    """Let *run* write down each call of a kernel from now on: its name and what it was given."""
    calls: list[Call] = []
    kernels = run.world.kernels

    def watched(name: str) -> Callable[..., Any]:
        kernel = getattr(kernels, name)

        def watch(*given: Any) -> Any:
            calls.append((name, [_kept(one) for one in given]))
            return kernel(*given)

        return watch

    names = [name for name in Kernels._fields if name != "name"]
    run.world.kernels = Kernels(kernels.name, *map(watched, names))
    return calls


def _kept(given: Any) -> Any:
    """What a call was given, as it was then; the relations are those of the loop."""
    if isinstance(given, np.ndarray):
        return given.copy()
    if isinstance(given, tuple) and any(isinstance(one, np.ndarray) for one in given):
        parts = [_kept(one) for one in given]
        return type(given)(*parts) if hasattr(given, "_fields") else tuple(parts)
    return given


def ready(calls: list[Call], kernels: Kernels, start: Relations) -> Callable[[], None]:
    """A loop over *calls*, to be run once: the relations begin as in *start*."""
    relations = deepcopy(start)
    bound = [
        (
            getattr(kernels, name),
            [relations if isinstance(one, Relations) else one for one in given],
        )
        for name, given in calls
    ]

    def loop() -> None:
        for kernel, given in bound:
            kernel(*given)

    return loop
