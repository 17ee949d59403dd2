"""Cascades outside the market: what one share sets off among people who never buy here and count in reach only (K4).

A spreader shows a post to their audience, log-normal in size; each of those who see it adopts it with the post's
appeal, and spreads it to an audience of their own, of which only a part has not seen it yet. Most posts end at once,
hardly any goes deep, and the rare large one is one large broadcast. The spread inside the market, over the contacts of
its people, is in `attention.py`.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from game.sim.draws import Ints, Purpose, draw
from game.sim.parameters.network import Network
from game.sim.tables import Reals, log_normal, look_up, poisson

DEEPEST = 40  # generations; none was ever seen to come near
MOST_ADOPTERS = 2_000  # of one spreader
MOST_IN_ALL = 20_000  # then everybody has seen it
ORDINALS = 1 << 20


class Cascades(NamedTuple):
    """What each root set off: adopters in all, adopters of the root itself, the most of one spreader, people shown."""

    adopters: Ints
    first: Ints
    largest: Ints
    shown: Ints


def cascades(
    seed: int,
    relation: Ints,
    when: Ints,
    audience: Ints,
    appeal: Reals,
    afresh: float,
    network: Network,
) -> Cascades:
    """Let each root (keyed by *relation* and *when*) show a post to its *audience*.

    *appeal* is the chance that one who is shown it adopts it; *afresh* the share of a later audience that has not seen
    it yet; *network* says how large audiences are.
    """
    roots = len(relation)
    counts = np.zeros((4, roots), dtype=np.int64)
    root, ordinal = np.arange(roots), np.zeros(roots, np.int64)
    shown: Reals = audience.astype(np.float64)
    for generation in range(DEEPEST):
        at = (when[root] * 64 + generation) * ORDINALS + ordinal
        luck = draw(seed, Purpose.CASCADE, relation[root], at)
        adopt = np.minimum(poisson(luck, shown * appeal[root]), MOST_ADOPTERS)
        counts[3] += np.bincount(root, weights=shown, minlength=roots).astype(np.int64)
        np.maximum.at(counts[2], root, adopt)
        adopt[counts[0][root] >= MOST_IN_ALL] = 0
        root = np.repeat(root, adopt)
        if not len(root):
            break
        added = np.bincount(root, minlength=roots)
        counts[0] += added
        if generation == 0:
            counts[1] += added
        first = np.cumsum(added) - added
        ordinal = np.minimum(np.arange(len(root)) - first[root], ORDINALS - 1)
        size = draw(
            seed,
            Purpose.AUDIENCE,
            relation[root],
            (when[root] * 64 + generation) * ORDINALS + ordinal,
        )
        shown = look_up(log_normal(network.audience, network.audience_spread), size) * np.float64(
            afresh
        )
    return Cascades(*counts)
