"""Viewing: what the kernels of seeing are given and what they give back: views, and how a day's views were received.

What they do is in `reference_views.py` and, compiled, in `compiled_views.py`; an effect has its fields in `effect.py`.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.sim.draws import Ints

FOLLOWING, SHARED, FOUND = 0, 1, 2
DUE_FIELDS = ("place", "key", "second", "chance", "number", "kind", "count")
PLACE, KEY, MOMENT, CHANCE, NUMBER, KIND, COUNT = range(len(DUE_FIELDS))


class Views:
    """Posts seen or to be seen: columns by view."""

    def __init__(self, columns: Ints) -> None:
        self.columns = columns

    @classmethod
    def of(cls, row: Ints, post: Ints | int, second: Ints, luck: Ints, kind: Ints | int) -> Views:
        """Views with these columns."""
        columns = np.empty((5, len(row)), dtype=np.int64)
        columns[0], columns[1], columns[2], columns[3], columns[4] = row, post, second, luck, kind
        return cls(columns)

    @classmethod
    def none(cls) -> Views:
        """No views at all."""
        return cls(np.zeros((5, 0), dtype=np.int64))

    def __len__(self) -> int:
        return int(self.columns.shape[1])

    @property
    def row(self) -> Ints:
        """Whose view of which runner: the rows of the relations."""
        return self.columns[0]  # type: ignore[no-any-return]

    @property
    def post(self) -> Ints:
        """The numbers of the posts."""
        return self.columns[1]  # type: ignore[no-any-return]

    @property
    def second(self) -> Ints:
        """When the posts are seen."""
        return self.columns[2]  # type: ignore[no-any-return]

    @property
    def luck(self) -> Ints:
        """A draw that decides what the viewer does about it."""
        return self.columns[3]  # type: ignore[no-any-return]

    @property
    def kind(self) -> Ints:
        """Whence: 0 following, 1 shared, 2 found."""
        return self.columns[4]  # type: ignore[no-any-return]


class ViewRates(NamedTuple):
    """What the viewers of a day have in common.

    *familiar*: millionths of the missing familiarity gained by so many views in a day; *satiety*: thousandths of posts
    after which one more adds nothing; *later*: how often what was passed on is passed on again (millionths of the first
    time); *offer*: the chance (of `SPAN`) that an offer sells, to one without trust the share *floor* (millionths).
    """

    familiar: Ints
    satiety: int
    later: int
    offer: int
    floor: int


class Reception(NamedTuple):
    """How the views of a day were received.

    *effects* has columns as `EFFECT_FIELDS`; *reach* and *reactions* count by runner and cause; the others are places
    among the views: of those who pass the post on, who would stop following over it (*tired*, with the luck held
    against the risk), who buy what it offers, and who saw it without following.
    """

    effects: Ints
    reach: Ints
    reactions: Ints
    passed: Ints
    tired: Ints
    tired_luck: Ints
    buys: Ints
    fresh: Ints


class Standing(NamedTuple):
    """What makes a runner be come across: by runner and place, by runner, and by what contacts say.

    *rates* and *search* are chances (of `SPAN`), *by_friends* the most that contacts add; *voice* is in thousandths,
    by stage.
    """

    rates: Ints
    search: Ints
    voice: Ints
    by_friends: int


class Stream(NamedTuple):
    """What else people are shown: posts a week by place and person, and how many of them halve the chance of one."""

    posts: npt.NDArray[np.uint16]
    half: int
