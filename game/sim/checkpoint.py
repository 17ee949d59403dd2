"""Checkpoints: a world frozen into bytes, and thawed again to go on from there.

When one is kept, and what is begun from it, is in `run.py` and `fork.py`.
"""

from __future__ import annotations

import pickle
from collections import deque
from typing import NamedTuple

from game.sim.engine import arm
from game.sim.followers import Followers
from game.sim.world import World


class Frozen(NamedTuple):
    """A world that can go on: what changes as bytes, what never changes by reference. Good in this process only."""

    changing: bytes
    shared: dict[str, object]


class Checkpoint(NamedTuple):
    """A cache of a run at a season's first Monday: never the truth, which is the decisions.

    *entries* and *answered* count what was decided until then.
    """

    season: int
    frozen: Frozen
    entries: int
    answered: int


SHARED = (
    "scenario", "parameters", "people", "lines", "rates", "luck", "conditions", "place_number", "draws", "delays",
    "kernels", "members_table", "made",
)  # fmt: skip
MADE_ANEW = ("agenda", "requests", "followers")


def freeze(world: World) -> Frozen:
    """The world as it stands: its arrays and its pending records. No request may be open."""
    everything = vars(world)
    changing = {
        name: value for name, value in everything.items() if name not in (*SHARED, *MADE_ANEW)
    }
    agenda = world.agenda
    return Frozen(
        pickle.dumps((agenda.now, tuple(agenda.pending), changing), protocol=5),
        {name: everything[name] for name in SHARED},
    )


def thaw(frozen: Frozen) -> World:
    """A world that goes on from where `freeze` was called."""
    now, pending, changing = pickle.loads(frozen.changing)
    world = World.__new__(World)
    vars(world).update(frozen.shared)
    vars(world).update(changing)
    world.requests, world.followers = deque(), Followers()
    arm(world, now, pending)
    return world
