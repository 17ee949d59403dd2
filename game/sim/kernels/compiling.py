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

    Numba keeps it beside the source, or in the user's cache where that is read-only, or else not at all.
    """
    done: Callable[..., Any]
    try:
        done = njit(cache=True, nogil=True)(function)
    except RuntimeError:  # no folder can be written
        done = njit(nogil=True)(function)
    return done


def translated(function: Callable[..., Any]) -> None:
    """Let compiled functions contain *function*, which stays plain Python for everybody else.

    It is put in place of its call: a call would count every array that it is given as used and unused again.
    """
    register_jitable(inline="always")(function)
