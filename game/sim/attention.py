"""Attention: what the posts seen in an attention day do when it closes.

The day goes from 06:00 to 06:00 and is closed for all runners together. The arithmetic is in `kernels/`; who sees a
post is fixed in `publishing.py`; the views wait in `views.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.booking import book_moved, follow
from game.sim.cascade import cascades
from game.sim.cause import Cause
from game.sim.clock import DAY
from game.sim.draws import SPAN, Purpose
from game.sim.kernels.viewing import SHARED, Reception, ViewRates, Views
from game.sim.leaving import tire
from game.sim.parameter import MILLION, millionths
from game.sim.relations import HEARD
from game.sim.tables import familiarity_after_views
from game.sim.trade import purchase
from game.sim.views import joined, pick, take_up

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
    received = _receive(world, views, start) if len(views) else None
    batches = []
    if received:
        batches.append(received.effects)
        _pass_on(world, pick(views, received.passed), day)
        _buy_on_offer(world, pick(views, received.buys))
        _hear_claims(world, views)
    batches += world.effects_of_today()
    world.effects, world.effects_at_once = [], []
    if batches:
        effects = batches[0] if len(batches) == 1 else np.concatenate(batches, axis=1)
        world.array_calls += 1
        people = world.people.count
        moved = world.kernels.apply_effects(world.relations, effects, world.lines, start, people)
        book_moved(world, moved, day)
    if received:
        tire(world, pick(views, received.tired), received.tired_luck, day)
        _newcomers_follow(world, pick(views, received.fresh), day)
    take_up(world)


def _receive(world: World, views: Views, start: int) -> Reception:
    """What the viewers do; the reach and the reactions are booked."""
    rates, content, trade = (
        world.parameters.relationship, world.parameters.content, world.parameters.trade,
    )  # fmt: skip
    common = ViewRates(
        familiarity_after_views(rates.seen_familiarity), round(rates.satiety_posts * 1000),
        millionths(content.later_shares), int(trade.offer * SPAN), millionths(trade.offer_floor),
    )  # fmt: skip
    received = world.kernels.what_views_do(
        views, world.posts, world.relations, world.people, world.draws, world.seed(start), common, start
    )  # fmt: skip
    world.array_calls += 1
    world.ledger.book_sums("reach", received.reach)
    world.ledger.book_sums("reactions", received.reactions)
    return received


def _hear_claims(world: World, views: Views) -> None:
    """Who is told boldly how good it is believes it, until the claim is found out."""
    if world.posts.boldest >= BOLD:
        bold = world.posts.column("bold")[views.post] >= BOLD
        world.relations.marks[views.row[bold]] |= HEARD


def _pass_on(world: World, views: Views, day: int) -> None:
    """Those of *views* pass the post on: contacts see it within a day, and so does an audience outside the market."""
    if not len(views):
        return
    content, posts = world.parameters.content, world.posts.facts(views.post)
    people = world.people.count
    runner, person, key = views.row // people, views.row % people, posts["key"]
    afresh = content.outside_share
    outside = cascades(
        world.seed(day * DAY), runner << 32 | person, key, (world.people.outside[person] * afresh).astype(np.int64),
        posts["appeal"] / BILLION, afresh, world.parameters.network,
    ).shown  # fmt: skip
    for one, shown in zip(runner.tolist(), outside.tolist(), strict=True):
        world.ledger.book(one, "reach", Cause.SHARED, shown)
    owner, contact = world.people.contacts_of(person)
    if not len(owner):
        return
    target = runner[owner] * people + contact
    key = key[owner] * 64 + 1 + person[owner] % 61
    luck = world.draw(day * DAY, Purpose.REFERRAL, target, key)
    sees = (luck < int(content.contacts_see * SPAN)).nonzero()[0]
    second = world.today_starts + luck[sees] % (16 * 3600) + 3600
    react = world.draw(day * DAY, Purpose.REACTION, target[sees], key[sees])
    world.tomorrow.append(Views.of(target[sees], views.post[owner[sees]], second, react, SHARED))


def _buy_on_offer(world: World, views: Views) -> None:
    """An offer sells at once to those of *views* (and tires the rest)."""
    for relation, when in zip(views.row.tolist(), views.second.tolist(), strict=True):
        runner, person = divmod(relation, world.people.count)
        purchase(world, runner, person, when, Cause.OFFERS)


def _newcomers_follow(world: World, views: Views, day: int) -> None:
    """Of those who were shown a post by a friend or found it, some follow."""
    if not len(views):
        return
    posts, row = world.posts.facts(views.post), views.row
    luck = world.draw(day * DAY, Purpose.FOLLOW, row, posts["key"])
    quality = np.minimum(np.maximum(posts["quality"], 0), 2 * MILLION)
    chance = int(world.parameters.content.follow_after_share * SPAN)
    keen = (luck < chance * quality // MILLION).nonzero()[0]
    if not len(keen):
        return
    row, place = row[keen], posts["place"][keen]
    can = (world.members()[place, row % world.people.count] != 0) & (
        world.relations.follows[row] >> place & 1 == 0
    )
    if can.any():
        follow(world, row[can], place[can], Cause.SHARED, day)
