"""How a kernel is compiled: by Numba, once for a machine, without the lock that keeps Python to one thread.

Only `choice.py` imports what imports this: Numba takes half a second to load.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent


def keep_somewhere() -> None:
    """Where the installed files are read-only, what was compiled is kept in a folder of the user's instead."""
    if "NUMBA_CACHE_DIR" not in os.environ and not os.access(_HERE, os.W_OK):
        base = os.environ.get("XDG_CACHE_HOME")
        home = Path(base) if base else Path(tempfile.gettempdir()) / f"long-race-{os.getuid()}"
        os.environ["NUMBA_CACHE_DIR"] = str(home / "long-race-kernels")


keep_somewhere()

from numba import njit  # noqa: E402 - reads the folder when it is imported


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile *function* when it is first called with numbers of a kind, and keep the result on disk."""
    done: Callable[..., Any] = njit(cache=True, nogil=True)(function)
    return done
