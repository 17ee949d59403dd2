"""Views: posts that will be seen, kept by attention day until the day comes.

How they arise is in `publishing.py`; what the seeing does is in `attention.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.cause import Cause
from game.sim.clock import DAY, WEEK
from game.sim.draws import Flags, Ints
from game.sim.inbox import MessageKind
from game.sim.kernels.reference import Views
from game.sim.receiving import receive

if TYPE_CHECKING:
    from game.sim.world import World

FOLLOWING, SHARED, FOUND = 0, 1, 2


def identity_of(world: World, row: Ints) -> Ints:
    """The identity of each relation in a draw: made of ids, never of row numbers."""
    people = world.people.count
    return (row // people << 32) | row % people


def pick(views: Views, which: Flags | Ints) -> Views:
    """The views that *which* marks or names."""
    return Views(*(column[which] for column in views))


def joined(parts: list[Views]) -> Views:
    """All the views of *parts*, one after the other."""
    parts = [part for part in parts if len(part.row)] or parts[:1]
    return (
        parts[0]
        if len(parts) == 1
        else Views(*(np.concatenate(column) for column in zip(*parts, strict=True)))
    )


def add_today(world: World, views: Views) -> None:
    """Views that fall into the present attention day: they count when it closes, but who writes, writes today."""
    if not len(views.row):
        return
    world.today.append(views)
    if world.quiet:
        return
    writes = np.flatnonzero(
        (views.draw < world.posts.column("message")[views.post]) & (views.kind != SHARED)
    )
    for index in writes.tolist():
        row, number = int(views.row[index]), int(views.post[index])
        second = int(views.second[index]) + 60 + int(views.draw[index]) % 1800
        cause = Cause(int(world.posts.column("cause")[number]))
        receive(
            world,
            row // world.people.count,
            row % world.people.count,
            second,
            _written(views, index),
            cause,
        )


def _written(views: Views, index: int) -> MessageKind:
    """What a reader writes: mostly a question."""
    choice = int(views.draw[index]) * 7919 % 100
    if choice < 55:
        return MessageKind.QUESTION
    return (
        MessageKind.ENQUIRY
        if choice < 72
        else MessageKind.THANKS
        if choice < 92
        else MessageKind.COMPLAINT
    )


def take_up(world: World) -> None:
    """Bring forward what was drawn earlier for the attention day that begins now."""
    if world.now >= world.week_ends:
        world.week_ends = world.now + WEEK
        later = joined([*world.soon, *world.later])
        near = later.second < world.week_ends
        world.soon, world.later = [pick(later, near)], [pick(later, ~near)]
    pool = joined(world.soon)
    due = pool.second < world.today_starts + DAY
    world.soon = [pick(pool, ~due)]
    add_today(world, pick(pool, due))
    for views in world.tomorrow:
        add_today(world, views)
    world.tomorrow = []
