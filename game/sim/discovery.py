"""Discovery: how people who do not follow come across a runner: by looking around, by friends, by searching.

Those who follow are served by `attention.py`; recommendation by advocates is in `trade.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.booking import follow
from game.sim.cause import Cause
from game.sim.clock import DAY, HOUR, WEEK
from game.sim.draws import SPAN, Ints, Purpose, draw
from game.sim.parameter import MILLION, millionths

if TYPE_CHECKING:
    from game.sim.world import RunnerState, World

STANDING = np.array(
    [0, 0, 300, 600, 500, 1500, -200, -1500], dtype=np.int64
)  # thousandths of a voice, by stage
SEARCHERS = (
    0.010  # chance a week, with a full archive, that somebody with a question finds an article
)
FULL_ARCHIVE = 60  # articles at which half of those searches end here (K6)


def look_around(world: World) -> None:
    """On Monday: who comes across whom this week, from what was posted last week and what friends say."""
    week = world.now // WEEK
    members = np.stack([place.members for place in world.places])
    for state in world.runners:
        span = world.span_of(state.index)
        rates = _rates(world, state)
        voices = _voices(world, world.relations.stage[span])
        chance = voices + _search(world, state)
        for number in rates.nonzero()[0]:
            chance += members[number] * rates[number]
        luck = world.draw(world.now, Purpose.DISCOVERY, span, week)
        found = (luck < chance).nonzero()[0]
        if len(found):
            _come_across(world, state, found, luck[found], chance, members, rates, voices)
    world.array_calls += 1


def _rates(world: World, state: RunnerState) -> Ints:
    """Chance (of `SPAN`) a week that a member of each place comes across the runner there."""
    content = world.parameters.content
    rates = []
    for number, place in enumerate(world.places):
        posts = state.posts_before.get(number, 0)
        if number not in state.joined or not place.is_open or not posts:
            rates.append(0)
            continue
        busy = posts / (posts + content.discovery_posts)
        quality = min(1.5, 0.8 + 0.3 * state.quality_before / MILLION)
        rates.append(int(content.discovery * busy * quality * place.reach / MILLION * SPAN))
    return np.array(rates, dtype=np.int64)


def _voices(world: World, stage: Ints) -> Ints:
    """Chance (of `SPAN`) a week to look a runner up because of contacts who speak well of it."""
    people = world.people
    heard = people.sum_over_contacts(STANDING[stage])
    most = int(world.parameters.content.by_friends * SPAN)
    share = np.maximum(heard, 0) // np.maximum(people.degree, 1)
    result: Ints = most * np.minimum(share, 1000) // 1000
    return result


def _search(world: World, state: RunnerState) -> int:
    """Chance (of `SPAN`) that a person with a question finds one of the runner's old articles (K5, K6)."""
    searched = [n for n in state.joined if world.places[n].definition.searched]
    if not searched:
        return 0
    count = world.posts.count
    mine = (world.posts.column("runner")[:count] == state.index) & (
        world.posts.column("kind")[:count] == 1
    )
    articles = int(mine.sum())
    return int(SEARCHERS * articles / (articles + FULL_ARCHIVE) * SPAN)


def _come_across(
    world: World,
    state: RunnerState,
    found: Ints,
    luck: Ints,
    chance: Ints,
    members: Ints,
    rates: Ints,
    voices: Ints,
) -> None:
    """They see something of the runner, and some follow where they both are."""
    again = (
        luck * 1024 // np.maximum(chance[found], 1)
    )  # uniform below 1024, given that they found it
    second = world.now + again * 86_000 // 1024
    cause = np.where(luck < voices[found], int(Cause.TALKED_ABOUT), int(Cause.FOUND))
    liking = (
        millionths(world.parameters.relationship.post_liking)
        * (state.quality_before - 300_000)
        // MILLION
    )
    for person, when, why in zip(found.tolist(), second.tolist(), cause.tolist(), strict=True):
        world.touch(state.index, person, when, Cause(why), familiarity=120_000, liking=liking)
    present = (
        members[:, found]
        * np.array([1 if n in state.joined else 0 for n in range(len(world.places))])[:, None]
    )
    best = (present * (rates[:, None] + 1)).argmax(axis=0)
    keen = 350 + 150 * min(state.quality_before, 2 * MILLION) // MILLION
    joins = (present[best, np.arange(len(found))] > 0) & (again * 977 % 1024 < keen)
    for why_number in (Cause.TALKED_ABOUT, Cause.FOUND):
        picked = joins & (cause == int(why_number))
        if picked.any():
            rows = found[picked] + state.index * world.people.count
            follow(world, rows, best[picked], why_number, world.now // DAY)


def start_known(world: World, state: RunnerState) -> None:
    """Before the start: some of the catchment know the shop, a few have bought, and some of them follow."""
    ids = np.arange(world.people.count, dtype=np.int64)
    luck = draw(world.luck.seed_on(0), Purpose.DISCOVERY, (state.index << 32) | ids, -1)
    chance = int(state.definition.known_by * SPAN)
    known = np.flatnonzero((luck < chance) & (world.people.catchment != 0))
    for person in known.tolist():
        warm = luck[person] * 4 // max(chance, 1)  # 0 to 3
        world.touch(
            state.index, person, world.now + HOUR, Cause.START, familiarity=300_000 + 100_000 * int(warm),
            liking=60_000 * int(warm), good=300_000 * int(warm), contact=150 * int(warm),
            custom=MILLION // 2 if warm == 3 else 0,
        )  # fmt: skip
