"""Cascades of ordinary accounts' posts: how many, how deep, how large (K4)."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.sim.cascade import Cascades, cascades
from game.sim.draws import Purpose, draw
from game.sim.parameter import Parameters
from game.sim.tables import appeal_in_billionths, log_normal, look_up
from game.study.observables.observable import observable

POSTS = 100_000
LARGE = 100


@lru_cache(maxsize=4)
def _cascades(parameters: Parameters, seed: int) -> Cascades:
    """A post of average quality by each of many ordinary accounts, resolved by the engine."""
    content, network = parameters.content, parameters.network
    ids = np.arange(POSTS)
    audience = look_up(
        log_normal(network.audience, network.audience_spread), draw(seed, Purpose.PERSON, ids, 4)
    )
    lot = look_up(log_normal(1000, content.appeal_spread), draw(seed, Purpose.TIE_STRENGTH, ids, 0))
    usual = appeal_in_billionths(content.appeal, content.appeal_spread)
    return cascades(
        seed, ids, ids * 0, audience, usual * lot / 1e12, content.outside_share, network
    )


@observable(unit="share", fact="K4")
def p_cascade_none(parameters: Parameters, seed: int) -> float:
    """Of 100,000 posts of ordinary accounts (audience log-normal): share that nobody passes on."""
    return float((_cascades(parameters, seed).adopters == 0).mean())


@observable(unit="share", fact="K4", replications=20)
def p_cascade_100_or_more(parameters: Parameters, seed: int) -> float:
    """Of the same posts: share that a hundred people or more pass on."""
    return float((_cascades(parameters, seed).adopters >= LARGE).mean())


@observable(unit="share", fact="K4")
def share_nonempty_cascades_depth_1(parameters: Parameters, seed: int) -> float:
    """Of the posts that anybody passes on: share in which nobody passes it on from them."""
    found = _cascades(parameters, seed)
    some = found.adopters > 0
    return float((found.first == found.adopters)[some].mean()) if some.any() else float("nan")


@observable(unit="share", replications=20)
def median_largest_broadcast_share_cascades_100(parameters: Parameters, seed: int) -> float:
    """Of the posts that a hundred or more pass on: share of them won by the largest single broadcast, median."""
    found = _cascades(parameters, seed)
    large = found.adopters >= LARGE
    if not large.any():
        return float("nan")
    return float(np.median(found.largest[large] / found.adopters[large]))
