"""Who is a member where, as one table: put together again only when a place's members were replaced.

Members are replaced as a whole, never changed within; that is what makes it safe to keep the table.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.sim.column import bare
from game.sim.draws import Ints


class Members:
    """The last table, and the columns that it was made of."""

    def __init__(self) -> None:
        self._kept: tuple[tuple[Ints, ...], Ints] = ((), np.zeros((0, 0), dtype=np.int64))

    def table(self, columns: Sequence[Ints]) -> Ints:
        """The members by place and person, from each place's column."""
        parts, table = self._kept
        if len(parts) == len(columns) and all(map(_is, parts, columns)):
            return table
        self._kept = tuple(columns), np.stack([bare(column) for column in columns])
        return self._kept[1]


def _is(one: Ints, other: Ints) -> bool:
    return one is other
