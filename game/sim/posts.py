"""Posts: a growing table of what has been published, read by attention, fatigue and cascades.

How one is made is in `sitting.py`; who sees it is in `attention.py`.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

import numpy as np

from game.sim.draws import Ints

FIELDS = (
    "liking",
    "good",
    "cause",
    "tire",
    "runner",
    "place",
    "message",
    "share",
    "kind",
    "bold",
    "key",
    "second",
    "quality",
)


class PostKind(IntEnum):
    """What a post is."""

    POST = 0
    ARTICLE = 1
    OFFER = 2


class Draft(NamedTuple):
    """A post written and not yet out: whose, where, its kind, quality (millionths), boldness 0-4 and key.

    *audience* are people shown it beside the followers.
    """

    runner: int
    place: int
    kind: PostKind
    quality: int
    bold: int
    voice: int
    key: int
    second: int
    by_staff: bool = False
    audience: tuple[int, ...] = ()


class PostTable:
    """Columns by post. The number of a post is its place here; draws use its key instead."""

    def __init__(self) -> None:
        self.count = 0
        self._columns = np.zeros((len(FIELDS), 256), dtype=np.int64)

    def add(self, values: tuple[int, ...]) -> int:
        """Add a post with *values* in the order of `FIELDS`; return its number."""
        if self.count == self._columns.shape[1]:
            self._columns = np.concatenate([self._columns, np.zeros_like(self._columns)], axis=1)
        self._columns[:, self.count] = values
        self.count += 1
        return self.count - 1

    def column(self, name: str) -> Ints:
        """One column, as long as the table."""
        found: Ints = self._columns[FIELDS.index(name)]
        return found
