"""Discovery: how people who do not follow come across a runner: by looking around, by friends, by searching.

Those who follow are served by `attention.py`; recommendation by advocates is in `trade.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.archive import Archive, all_articles, found_by
from game.sim.booking import follow
from game.sim.cause import Cause
from game.sim.clock import DAY, HOUR, WEEK
from game.sim.draws import SPAN, Ints, Purpose, draw
from game.sim.kernels.effect import (
    CAUSE,
    CONTACT,
    CUSTOM,
    EFFECT_FIELDS,
    FAMILIARITY,
    GOOD,
    LIKING,
    ROW,
    SECOND,
)
from game.sim.kernels.viewing import FOUND, Standing, Views
from game.sim.parameter import MILLION, millionths

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World

VOICE = np.array(
    [0, 0, 300, 600, 500, 1500, -200, -1500], dtype=np.int64
)  # thousandths of a voice, by stage


def look_around(world: World) -> None:
    """On Monday: who comes across whom this week, from what was posted last week and what friends say."""
    articles = all_articles(world.posts)
    archives = [Archive.of(world, state, articles) for state in world.runners]
    standing = Standing(
        rates=np.array([_rates(world, state) for state in world.runners]),
        search=np.array([archive.chance for archive in archives], dtype=np.int64),
        voice=VOICE,
        by_friends=int(world.parameters.content.by_friends * SPAN),
    )
    rows, again, talked, beyond = world.kernels.who_comes_across(
        standing, world.members(), world.people, world.relations.stage, world.draws, world.seed(world.now),
        world.now // WEEK,
    )  # fmt: skip
    world.array_calls += 1
    if not len(rows):
        return
    cause = np.where(talked != 0, int(Cause.TALKED_ABOUT), int(Cause.FOUND))
    _come_across(world, rows, again, cause)
    _begin_to_follow(world, rows, again, cause, standing.rates, world.members())
    _read_articles(world, archives, rows, beyond, standing.search[rows // world.people.count])


def _read_articles(
    world: World, archives: list[Archive], rows: Ints, luck: Ints, search: Ints
) -> None:
    """Whoever found a runner by searching reads the article that was found, sometime in the week."""
    searched = ((luck >= 0) & (luck < search)).nonzero()[0]
    if not len(searched):
        return
    rows, share = rows[searched], luck[searched] * SPAN // search[searched]
    react = world.draw(world.now, Purpose.COMPOUNDS, rows, world.now // WEEK)
    second = world.now + DAY + share * 1009 % (5 * DAY)
    runner = rows // world.people.count
    for number, archive in enumerate(archives):
        mine = (runner == number).nonzero()[0]
        if len(mine):
            articles = found_by(archive.articles, archive.worth, share[mine])
            world.posts.visit(articles)
            world.later.append(Views.of(rows[mine], articles, second[mine], react[mine], FOUND))


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


def _come_across(world: World, rows: Ints, again: Ints, cause: Ints) -> None:
    """They see something of the runner."""
    usual = millionths(world.parameters.relationship.post_liking)
    liking = [usual * (one.quality_before - 300_000) // MILLION for one in world.runners]
    second = world.now + again * 86_000 // 1024
    liked = np.array(liking, dtype=np.int64)[rows // world.people.count]
    world.touch_each(rows, second, cause, familiarity=120_000, liking=liked)


def _begin_to_follow(
    world: World, rows: Ints, again: Ints, cause: Ints, rates: Ints, members: Ints
) -> None:
    """Of those who came across a runner, some follow where they both are."""
    runner, person = rows // world.people.count, rows % world.people.count
    places = range(len(world.places))
    joined = np.array([[number in one.joined for number in places] for one in world.runners])
    present = members[:, person] * joined[runner].T
    best = (present * (rates[runner].T + 1)).argmax(axis=0)
    quality = np.array([min(one.quality_before, 2 * MILLION) for one in world.runners])
    keen = again * 977 % 1024 < (350 + 150 * quality // MILLION)[runner]
    joins = keen & (present[best, np.arange(len(rows))] > 0)
    for why in (Cause.TALKED_ABOUT, Cause.FOUND):
        picked = joins & (cause == int(why))
        if picked.any():
            follow(world, rows[picked], best[picked], why, world.now // DAY)


def start_known(world: World, state: RunnerState) -> None:
    """Before the start: some of the catchment know the shop, and a few have bought; nobody follows yet."""
    ids = np.arange(world.people.count, dtype=np.int64)
    luck = draw(world.luck.seed_on(0), Purpose.DISCOVERY, (state.index << 32) | ids, -1)
    chance = int(state.definition.known_by * SPAN)
    known = np.flatnonzero((luck < chance) & (world.people.catchment != 0))
    warm = luck[known] * 4 // max(chance, 1)  # 0 to 3
    effects = np.zeros((len(EFFECT_FIELDS), len(known)), dtype=np.int64)
    effects[ROW], effects[SECOND] = world.row(state.index, 0) + known, world.now + HOUR
    effects[CAUSE], effects[FAMILIARITY] = int(Cause.START), 300_000 + 100_000 * warm
    effects[LIKING], effects[GOOD], effects[CONTACT] = 60_000 * warm, 300_000 * warm, 150 * warm
    effects[CUSTOM] = np.where(warm == 3, MILLION // 2, 0)
    if len(known):
        world.effects_at_once.append(effects)
