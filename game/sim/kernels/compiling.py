"""How a kernel is compiled: by Numba, once for a machine, without the lock that keeps Python to one thread.

Only `choice.py` imports what imports this: Numba takes half a second to load.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from numba import njit
from numba.extending import register_jitable


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile *function* when it is first called with numbers of a kind, and keep the result on disk.

    Numba keeps it beside the source, or in the user's cache where that is read-only, or else not at all. What is
    compiled makes no arrays: its caller does, and gives them to be filled. Then Numba need not count who uses which
    array (`_nrt`), which it would do for every row and which takes several times as long as the kernels do.
    """
    done: Callable[..., Any]
    options: dict[str, Any] = {"nogil": True, "_nrt": False}
    try:
        done = njit(cache=True, **options)(function)
    except RuntimeError:  # no folder can be written
        done = njit(**options)(function)
    return done


def translated(function: Callable[..., Any]) -> None:
    """Let compiled functions contain *function*, in place of its call; it stays plain Python for everybody else."""
    register_jitable(inline="always")(function)
