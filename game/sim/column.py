"""A column: whole numbers kept in few bytes each, and read as 64 bits, so that no sum or product of them overflows.

Which columns there are is said in `relations.py` and `people.py`. A value that does not fit its bytes must not arise:
the range of each column is given where it is made.
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import numpy.typing as npt

from game.sim.draws import Ints

#: What cannot leave the range of its operands, and so may be done in few bytes.
_SAFE = frozenset(
    (
        np.equal,
        np.not_equal,
        np.less,
        np.less_equal,
        np.greater,
        np.greater_equal,
        np.bitwise_and,
        np.bitwise_or,
        np.right_shift,
    )
)


class Column(np.ndarray[Any, Any]):
    """An array whose entries come out as int64, alone, by row numbers, by a slice or in sums; always as copies."""

    def __getitem__(self, key: Any) -> Any:
        return self.view(np.ndarray)[key].astype(np.int64)

    def __setitem__(self, key: Any, value: Any) -> None:
        # NumPy would assign to a slice through the copy that `__getitem__` gives
        self.view(np.ndarray)[key] = value

    def __array_ufunc__(
        self, ufunc: np.ufunc, method: str, *inputs: Any, out: tuple[Any, ...] = (), **more: Any
    ) -> Any:
        if method == "at":  # in place, on some rows
            target, rows, *values = (bare(one) for one in inputs)
            ufunc.at(target, rows, *(np.asarray(one).astype(target.dtype) for one in values))
            return None
        found = getattr(ufunc, method)(
            *(bare(one) if ufunc in _SAFE else _wide(one) for one in inputs), **more
        )
        if not out:
            return found
        out[0][...] = found
        return out[0]


def bare(column: Any) -> Any:
    """The same memory as a plain array in few bytes: for kernels, which widen what they read themselves."""
    return column.view(np.ndarray) if isinstance(column, Column) else column


def _wide(column: Any) -> Any:
    return np.asarray(column, dtype=np.int64) if isinstance(column, Column) else column


FEW = 200_000  # entries: up to here there is room for eight bytes each, and no need of a column


def kept(values: npt.ArrayLike, kind: npt.DTypeLike) -> Ints:
    """These *values* as they are read quickest: a few as plain 64 bits, many as a column of *kind*."""
    found = np.asarray(values)
    return found.astype(np.int64) if found.size <= FEW else column_of(found, kind)


def column_of(values: npt.ArrayLike, kind: npt.DTypeLike) -> Ints:
    """A column with these *values*, kept as *kind* (such as `numpy.int8`), into which they must fit."""
    return cast(Ints, np.asarray(values).astype(kind).view(Column))
