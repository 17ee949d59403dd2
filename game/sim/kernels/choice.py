"""Which kernels a run uses: `reference` (NumPy, the definition) or `compiled` (Numba, the same bits).

The variable LONGRACE_KERNELS says `reference`, `compiled` or `auto`. Numba costs half a second to load, so `auto` takes
it only where it is there and there is enough to do.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec
from typing import NamedTuple

from game.sim.draws import Ints
from game.sim.kernels import reference, reference_views
from game.sim.kernels.effect import Moved
from game.sim.kernels.viewing import Reception

VARIABLE = "LONGRACE_KERNELS"
CHOICES = ("reference", "compiled", "auto")
WORTH_COMPILING = 70_000  # relations from which on one run pays for loading Numba


class Kernels(NamedTuple):
    """The hot functions, one set of them. What each does is said in `reference.py` and `reference_views.py`."""

    name: str
    apply_effects: Callable[..., Moved]
    fade: Callable[..., Moved]
    draw_rows: Callable[..., Ints]
    who_sees: Callable[..., Ints]
    what_views_do: Callable[..., Reception]
    who_comes_across: Callable[..., Ints]

    def __reduce__(self) -> tuple[Callable[[str], Kernels], tuple[str]]:
        """A copy is the set of that name."""
        return kernels_named, (self.name,)


def choose(relations: int, wanted: str | None = None) -> Kernels:
    """The kernels for a run of so many *relations*. Raises `ValueError` for a name that is none."""
    name = wanted or os.environ.get(VARIABLE, "auto")
    if name not in CHOICES:
        raise ValueError(f"{VARIABLE} is {name!r}; it may be {', '.join(CHOICES)}.")
    if name == "auto":
        loaded = "game.sim.kernels.compiled_views" in sys.modules
        worth = relations >= WORTH_COMPILING and find_spec("numba") is not None
        name = "compiled" if loaded or worth else "reference"
    return kernels_named(name)


@lru_cache(maxsize=2)
def kernels_named(name: str) -> Kernels:
    """The set called `reference` or `compiled`. Raises `ImportError` where Numba is not installed."""
    if name == "compiled":
        from game.sim.kernels import compiled, compiled_draws, compiled_views

        return Kernels(
            name,
            compiled.apply_effects,
            compiled.fade,
            compiled_draws.draw_rows,
            compiled_views.who_sees,
            compiled_views.what_views_do,
            compiled_views.who_comes_across,
        )
    return Kernels(
        name,
        reference.apply_effects,
        reference.fade,
        reference_views.draw_rows,
        reference_views.who_sees,
        reference_views.what_views_do,
        reference_views.who_comes_across,
    )
