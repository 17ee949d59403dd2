"""Attention: what the posts seen in an attention day do when it closes.

The day goes from 06:00 to 06:00 and is closed for all runners together. The arithmetic is in `kernels/`; who sees a
post is fixed in `publishing.py`; the views wait in `views.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.booking import book_effects, follow, unfollow
from game.sim.cause import Cause
from game.sim.clock import DAY
from game.sim.draws import SPAN, Ints, Purpose, draw
from game.sim.kernels import reference
from game.sim.kernels.reference import PostColumns, Views, effects_of_views, trust_of
from game.sim.ledger import CAUSE_COUNT
from game.sim.parameter import MILLION
from game.sim.posts import PostKind
from game.sim.tables import familiarity_after_views
from game.sim.trade import purchase
from game.sim.views import FOLLOWING, SHARED, identity_of, joined, take_up

if TYPE_CHECKING:
    from game.sim.world import World

LATER_GENERATIONS = 10  # beyond the first, a tenth is passed on: most have seen it (K4)


def close_day(world: World) -> None:
    """Close the attention day that ends now: views, effects, stages, follows; then take up the next day's views."""
    start = world.today_starts - DAY
    day = start // DAY
    views = joined(world.today) if world.today else None
    world.today = []
    batches = []
    if views is not None:
        batches.append(_views_become_effects(world, views, start))
        _pass_on(world, views, day)
        _buy_on_offer(world, views, day)
    if world.effects:
        batches.append(np.array(world.effects, dtype=np.int64).T)
        world.effects = []
    if batches:
        effects = batches[0] if len(batches) == 1 else np.concatenate(batches, axis=1)
        world.array_calls += 1
        book_effects(
            world, reference.apply_effects(world.relations, effects, world.lines, start), day
        )
    if views is not None:
        _tire(world, views, day)
        _newcomers_follow(world, views, day)
    take_up(world)


def _views_become_effects(world: World, views: Views, start: int) -> Ints:
    table = world.posts
    columns = PostColumns(table.column("liking"), table.column("good"), table.column("cause"))
    rates = world.parameters.relationship
    runner = views.row // world.people.count
    cause = np.where(views.kind == SHARED, int(Cause.SHARED), columns.cause[views.post])
    keys = runner * CAUSE_COUNT + cause
    world.ledger.book_many("reach", keys)
    reacts = views.draw > SPAN - int(world.parameters.content.reaction * SPAN)
    if reacts.any():
        world.ledger.book_many("reactions", keys[reacts])
    world.array_calls += 1
    familiar = familiarity_after_views(rates.seen_familiarity)
    satiety = round(rates.satiety_posts * 1000)
    return effects_of_views(
        views, columns, world.relations, familiar, satiety, int(Cause.SHARED), start
    )


def _pass_on(world: World, views: Views, day: int) -> None:
    """Some pass a post on: their contacts see it within a day, and so does an audience outside the market."""
    table = world.posts
    chance = table.column("share")[views.post]
    chance = np.where(views.kind == SHARED, chance // LATER_GENERATIONS, chance)
    low = table.column("message")[views.post]
    shares = np.flatnonzero((views.draw >= low) & (views.draw < low + chance))
    if not len(shares):
        return
    people = world.people.count
    row, post = views.row[shares], views.post[shares]
    runner, person = row // people, row % people
    outside = (
        world.people.outside[person] * int(world.parameters.content.outside_share * 1000) // 1000
    )
    world.ledger.book_many("reach", runner * CAUSE_COUNT + int(Cause.SHARED), outside)
    owner, contact = world.people.contacts_of(person)
    if not len(owner):
        return
    target = runner[owner] * people + contact
    key = table.column("key")[post[owner]] * 64 + 1 + person[owner] % 61
    luck = draw(world.seed(day * DAY), Purpose.REFERRAL, identity_of(world, target), key)
    sees = luck < SPAN // 3
    second = world.today_starts + luck[sees] % (16 * 3600) + 3600
    react = draw(
        world.seed(day * DAY), Purpose.REACTION, identity_of(world, target[sees]), key[sees]
    )
    kind = np.full(len(second), SHARED)
    world.tomorrow.append(Views(target[sees], post[owner][sees], second, react, kind))


def _buy_on_offer(world: World, views: Views, day: int) -> None:
    """An offer sells at once to some of those who trust (and tires the rest, below)."""
    kinds = world.posts.column("kind")[views.post]
    offers = np.flatnonzero(kinds == int(PostKind.OFFER))
    if not len(offers):
        return
    people, relations = world.people.count, world.relations
    row = views.row[offers]
    trust = np.maximum(trust_of(relations.good[row], relations.bad[row]) * 2 - MILLION, 0)
    liking = relations.liking[row]
    bold = world.posts.column("bold")[views.post[offers]]
    # some buy whatever is offered, once
    warm = 300_000 + trust // 2 + np.where(liking > 0, liking // 5, 2 * liking)
    warm = np.maximum(warm, 0)
    # who has just bought needs nothing yet
    due = MILLION - np.minimum(relations.custom[row], MILLION)
    keen = int(world.parameters.trade.offer * SPAN) * warm // MILLION
    chance = keen * due // MILLION * (8 + bold) // 8
    luck = draw(
        world.seed(day * DAY), Purpose.AFTERTHOUGHT, identity_of(world, row), views.second[offers]
    )
    buys = np.flatnonzero((luck < chance) & (world.people.catchment[row % people] != 0))
    for index in buys.tolist():
        purchase(
            world,
            int(row[index]) // people,
            int(row[index]) % people,
            int(views.second[offers[index]]),
            Cause.OFFERS,
        )


def _tire(world: World, views: Views, day: int) -> None:
    """Some of those who saw stop following."""
    following = np.flatnonzero(views.kind == FOLLOWING)
    if not len(following):
        return
    row, post = views.row[following], views.post[following]
    liking = np.clip(world.relations.liking[row], 0, MILLION)
    spared = int(world.parameters.fatigue.liking * 1000)
    chance = (
        world.posts.column("tire")[post]
        * (1000 - spared * np.minimum(liking * 3, MILLION) // MILLION)
        // 1000
    )
    key = world.posts.column("key")[post]
    goes = np.flatnonzero(
        draw(world.seed(day * DAY), Purpose.UNFOLLOW, identity_of(world, row), key) < chance
    )
    if len(goes):
        bits = np.int64(1) << world.posts.column("place")[post[goes]]
        unfollow(world, row[goes], bits, Cause.TIRED, day, left=True)


def _newcomers_follow(world: World, views: Views, day: int) -> None:
    """Of those who were shown a post by a friend or found it, some follow."""
    fresh = np.flatnonzero(views.kind != FOLLOWING)
    if not len(fresh):
        return
    row, post = views.row[fresh], views.post[fresh]
    place = world.posts.column("place")[post]
    members = np.stack([state.members for state in world.places])
    can = (members[place, row % world.people.count] != 0) & (
        world.relations.follows[row] >> place & 1 == 0
    )
    luck = draw(
        world.seed(day * DAY),
        Purpose.FOLLOW,
        identity_of(world, row),
        world.posts.column("key")[post],
    )
    chance = int(world.parameters.content.follow_after_share * SPAN)
    joins = np.flatnonzero(
        can
        & (luck < chance * np.clip(world.posts.column("quality")[post], 0, 2 * MILLION) // MILLION)
    )
    if len(joins):
        follow(world, row[joins], place[joins], Cause.SHARED, day)
