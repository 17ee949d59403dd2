"""Posts: a growing table of what has been published, read by attention, fatigue and cascades.

How one is written is in `posting.py`; what it is like, and who sees it, in `publishing.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

import numpy as np

from game.sim.draws import Ints
from game.sim.parameter import Parameters

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
    "react",
    "appeal",
    "lasts",
)

COLUMN = {name: number for number, name in enumerate(FIELDS)}


class PostKind(IntEnum):
    """What a post is."""

    POST = 0
    ARTICLE = 1
    OFFER = 2


class Draft(NamedTuple):
    """A post written and not yet out: whose, where, its kind, quality (millionths), boldness 0-4 and key.

    *audience* are people shown it beside the followers; *nth* counts the day's posts there that went before.
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
    nth: int = 0


class Makings(NamedTuple):
    """What a post is like before luck has its say: chances of `SPAN`, *appeal* of a thousand million."""

    liking: int
    good: int
    cause: int
    tires: int
    message: int
    share: int
    quality: int
    reaction: int
    appeal: int
    seen: int


class Made:
    """The makings of posts so far: the same posts go out again and again, and are worked out once."""

    def __init__(self) -> None:
        self.parameters: Parameters | None = None
        self.makings: dict[tuple[object, ...], Makings] = {}


class PostFacts:
    """What some posts are like: a column for each of `FIELDS`, one post after the other, looked up when asked for."""

    def __init__(self, columns: Ints, numbers: Ints) -> None:
        self._columns, self._numbers = columns, numbers

    def __getitem__(self, name: str) -> Ints:
        """The column called *name*."""
        column: Ints = self._columns[COLUMN[name]].take(self._numbers)
        return column


class PostTable:
    """Columns by post. The number of a post is its place here; draws use its key instead."""

    def __init__(self) -> None:
        self.count, self.boldest = 0, 0
        self._columns = np.zeros((len(FIELDS), 256), dtype=np.int64)
        self._visits = np.zeros(256, dtype=np.int64)

    def add(self, posts: Sequence[tuple[int, ...]]) -> int:
        """Add *posts*, each with its values in the order of `FIELDS`; return the number of the first."""
        first = self.count
        self.count += len(posts)
        while self.count > self._columns.shape[1]:
            self._columns = np.concatenate([self._columns, np.zeros_like(self._columns)], axis=1)
            self._visits = np.concatenate([self._visits, np.zeros_like(self._visits)])
        new = np.array(posts, dtype=np.int64)
        self._columns[:, first : self.count] = new.T
        self.boldest = max(self.boldest, *new[:, COLUMN["bold"]].tolist())
        return first

    def facts(self, numbers: Ints) -> PostFacts:
        """What the posts of these *numbers* are like, one after the other."""
        return PostFacts(self._columns, numbers)

    @property
    def table(self) -> Ints:
        """All columns by post, in the order of `FIELDS`; there is room behind the last post."""
        return self._columns

    def visit(self, numbers: Ints) -> None:
        """Count one visit by a searcher for each of these posts."""
        np.add.at(self._visits, numbers, 1)

    @property
    def visits(self) -> Ints:
        """How often each post was found by searching."""
        found: Ints = self._visits[: self.count]
        return found

    def column(self, name: str) -> Ints:
        """One column of all posts."""
        found: Ints = self._columns[COLUMN[name], : self.count]
        return found
