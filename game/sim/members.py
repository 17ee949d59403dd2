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
        self._counts: list[int] = []

    def table(self, columns: Sequence[Ints]) -> Ints:
        """The members by place and person, from each place's column."""
        parts, table = self._kept
        if len(parts) == len(columns) and all(map(_is, parts, columns)):
            return table
        table = np.stack([bare(column) for column in columns])
        self._kept, self._counts = (tuple(columns), table), np.count_nonzero(table, axis=1).tolist()
        return table

    def counts(self, columns: Sequence[Ints]) -> list[int]:
        """How many members each place has."""
        self.table(columns)
        return self._counts


def _is(one: Ints, other: Ints) -> bool:
    return one is other
