"""Company: what anybody at the party can see of others - who knows whom, who makes offers, who talks how long.

What of it a runner may be shown is decided in `view.py`; what named people did is told in `stories.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from game.sim.clock import WEEK
from game.sim.people import People
from game.sim.posts import PostKind

if TYPE_CHECKING:
    from game.sim.world import World


def ties_among(people: People, persons: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """The pairs among *persons* who know each other, each pair once, in the order of the people."""
    known = np.array(sorted(set(persons)), dtype=np.int64)
    if not len(known):
        return ()
    owners, contacts = people.contacts_of(known)
    inside = np.isin(contacts, known)
    pairs = zip(known[owners[inside]].tolist(), contacts[inside].tolist(), strict=True)
    return tuple(sorted((one, other) for one, other in pairs if one < other))


def offers_of_week(world: World, runner: int) -> int:
    """How many offers and announcements a runner has put out in the seven days that end now."""
    posts = world.posts
    second = posts.column("second")
    recent = (second > world.now - WEEK) & (second <= world.now)
    mine = recent & (posts.column("runner") == runner)
    return int(np.count_nonzero(mine & (posts.column("kind") == PostKind.OFFER)))
