"""Attention: what the posts seen in an attention day do when it closes.

The day goes from 06:00 to 06:00 and is closed for all runners together. The arithmetic is in `kernels/`; who sees a
post is fixed in `publishing.py`; the views wait in `views.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.booking import book_effects, follow
from game.sim.cascade import cascades
from game.sim.cause import Cause
from game.sim.clock import DAY
from game.sim.draws import SPAN, Flags, Ints, Purpose
from game.sim.kernels.reference import Views
from game.sim.kernels.reference_views import SHARED
from game.sim.leaving import tire
from game.sim.ledger import CAUSE_COUNT
from game.sim.parameter import MILLION, millionths
from game.sim.posts import PostFacts
from game.sim.relations import HEARD
from game.sim.tables import familiarity_after_views
from game.sim.trade import purchase
from game.sim.views import joined, take_up

if TYPE_CHECKING:
    from game.sim.world import World

BILLION = 1_000_000_000
BOLD = 2  # claims from here on are believed, or not, for what they say


def close_day(world: World) -> None:
    """Close the attention day that ends now: views, effects, stages, follows; then take up the next day's views."""
    start = world.today_starts - DAY
    day = start // DAY
    views = joined(world.today) if world.today else Views.none()
    world.today = []
    posts = world.posts.facts(views.post)
    batches = []
    if len(views):
        batches.append(_views_become_effects(world, views, posts, start))
        _pass_on(world, views, posts, day)
        _buy_on_offer(world, views, posts, day)
        _hear_claims(world, views, posts)
    batches += world.effects_of_today()
    world.effects, world.effects_at_once = [], []
    if batches:
        effects = batches[0] if len(batches) == 1 else np.concatenate(batches, axis=1)
        world.array_calls += 1
        book_effects(
            world, world.kernels.apply_effects(world.relations, effects, world.lines, start), day
        )
    if len(views):
        tire(world, views, posts, day)
        _newcomers_follow(world, views, posts, day)
    take_up(world)


def _hear_claims(world: World, views: Views, posts: PostFacts) -> None:
    """Who is told boldly how good it is believes it, until the claim is found out."""
    if world.posts.boldest >= BOLD:
        world.relations.marks[views.row[posts["bold"] >= BOLD]] |= HEARD


def _views_become_effects(world: World, views: Views, posts: PostFacts, start: int) -> Ints:
    rates = world.parameters.relationship
    cause = np.where(views.kind == SHARED, int(Cause.SHARED), posts["cause"])
    keys = views.row // world.people.count * CAUSE_COUNT + cause
    world.ledger.book_many("reach", keys)
    reacts = reactions(views, posts)
    world.ledger.book_many("reactions", keys[reacts])
    world.array_calls += 1
    familiar = familiarity_after_views(rates.seen_familiarity)
    satiety = round(rates.satiety_posts * 1000)
    return world.kernels.effects_of_views(
        views, cause, posts, world.relations, familiar, satiety, start
    )


def reactions(views: Views, posts: PostFacts) -> Flags:
    """Which views end in a one-click reaction."""
    reacts: Flags = views.luck > SPAN - posts["react"]
    return reacts


def shares(views: Views, posts: PostFacts, later: float) -> Flags:
    """Which views end in the post being passed on; of what was passed on before, the share *later* is (K4)."""
    above = views.luck - posts["message"]
    passed: Flags = (above >= 0) & (above < posts["share"])
    again = (passed & (views.kind == SHARED)).nonzero()[0]
    if len(again):
        passed[again] = above[again] < posts["share"][again] * millionths(later) // MILLION
    return passed


def _pass_on(world: World, views: Views, posts: PostFacts, day: int) -> None:
    """Some pass a post on: their contacts see it within a day, and so does an audience outside the market."""
    content = world.parameters.content
    passed = shares(views, posts, content.later_shares).nonzero()[0]
    if not len(passed):
        return
    people = world.people.count
    row, post, key = views.row[passed], views.post[passed], posts["key"][passed]
    runner, person = row // people, row % people
    afresh = content.outside_share
    outside = cascades(
        world.seed(day * DAY), runner << 32 | person, key, (world.people.outside[person] * afresh).astype(np.int64),
        posts["appeal"][passed] / BILLION, afresh, world.parameters.network,
    ).shown  # fmt: skip
    world.ledger.book_many("reach", runner * CAUSE_COUNT + int(Cause.SHARED), outside)
    owner, contact = world.people.contacts_of(person)
    if not len(owner):
        return
    target = runner[owner] * people + contact
    key = key[owner] * 64 + 1 + person[owner] % 61
    luck = world.draw(day * DAY, Purpose.REFERRAL, target, key)
    sees = (luck < int(content.contacts_see * SPAN)).nonzero()[0]
    second = world.today_starts + luck[sees] % (16 * 3600) + 3600
    react = world.draw(day * DAY, Purpose.REACTION, target[sees], key[sees])
    world.tomorrow.append(Views.of(target[sees], post[owner[sees]], second, react, SHARED))


def _buy_on_offer(world: World, views: Views, posts: PostFacts, day: int) -> None:
    """An offer sells at once to some of those who trust (and tires the rest, below)."""
    buys = world.kernels.who_buys(
        views, posts, world.relations, world.people.catchment, world.draws, world.seed(day * DAY),
        int(world.parameters.trade.offer * SPAN), millionths(world.parameters.trade.offer_floor),
    )  # fmt: skip
    for relation, when in zip(buys.row.tolist(), buys.second.tolist(), strict=True):
        runner, person = divmod(relation, world.people.count)
        purchase(world, runner, person, when, Cause.OFFERS)


def _newcomers_follow(world: World, views: Views, posts: PostFacts, day: int) -> None:
    """Of those who were shown a post by a friend or found it, some follow."""
    fresh = views.kind.nonzero()[0]
    if not len(fresh):
        return
    row, place = views.row[fresh], posts["place"][fresh]
    luck = world.draw(day * DAY, Purpose.FOLLOW, row, posts["key"][fresh])
    quality = np.minimum(np.maximum(posts["quality"][fresh], 0), 2 * MILLION)
    chance = int(world.parameters.content.follow_after_share * SPAN)
    keen = (luck < chance * quality // MILLION).nonzero()[0]
    if not len(keen):
        return
    row, place = row[keen], place[keen]
    can = (world.members()[place, row % world.people.count] != 0) & (
        world.relations.follows[row] >> place & 1 == 0
    )
    if can.any():
        follow(world, row[can], place[can], Cause.SHARED, day)
