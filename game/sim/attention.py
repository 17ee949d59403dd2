"""Attention: who sees a post and when, and what the seeing does when the attention day closes.

A post is resolved once, when it appears; its views are opened by attention day (06:00 to 06:00), for all runners
together. The arithmetic is in `kernels/`; how a post is written is in `sitting.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.booking import book_effects, follow, unfollow
from game.sim.cause import Cause
from game.sim.clock import DAY, WEEK
from game.sim.draws import SPAN, Ints, Purpose, draw, draw_one
from game.sim.inbox import MessageKind
from game.sim.kernels import reference
from game.sim.kernels.reference import PostColumns, Views, effects_of_views, trust_of
from game.sim.ledger import CAUSE_COUNT
from game.sim.parameter import MILLION, millionths
from game.sim.posts import Draft, PostKind
from game.sim.replying import receive
from game.sim.tables import BITS, familiarity_after_views, log_normal, seconds_until_seen

if TYPE_CHECKING:
    from game.sim.world import World

FOLLOWING, SHARED, FOUND = 0, 1, 2
CAUSE_OF = {
    PostKind.POST: Cause.POSTS,
    PostKind.ARTICLE: Cause.ARTICLES,
    PostKind.OFFER: Cause.OFFERS,
}
LATER_GENERATIONS = 10  # beyond the first, a tenth is passed on: most have seen it (K4)
DULL_BELOW = 500_000  # quality in millionths


def publish(world: World) -> None:
    """Let the drafts appear: fix who will see each, and when."""
    drafts, world.drafts = world.drafts, []
    rows, posts, kinds, chances, tables = [], [], [], [], []
    for draft in drafts:
        number = _enter(world, draft)
        place = world.places[draft.place]
        for kind, people in ((FOLLOWING, _followers(world, draft)), (FOUND, _shown(world, draft))):
            rows.append(people)
            posts.append(np.full(len(people), number))
            kinds.append(np.full(len(people), kind))
        chances.append(_seen_chance(world, draft))
        tables.append(seconds_until_seen(place.definition.half_life_hours, place.definition.decay))
    if rows:
        world.array_calls += 1
        _resolve(
            world,
            (np.concatenate(rows), np.concatenate(posts), np.concatenate(kinds)),
            np.array(chances),
            np.stack(tables),
        )


def _followers(world: World, draft: Draft) -> Ints:
    """Rows of those who follow on the draft's place and are still there."""
    span = world.span_of(draft.runner)
    here = (world.relations.follows[span] & (1 << draft.place) != 0) & (
        world.places[draft.place].members != 0
    )
    rows: Ints = np.flatnonzero(here) + span.start
    return rows


def _shown(world: World, draft: Draft) -> Ints:
    """Rows of the people shown the draft beside the followers."""
    rows = np.array([world.row(draft.runner, person) for person in draft.audience], dtype=np.int64)
    if len(rows):
        rows = rows[world.relations.follows[rows] & (1 << draft.place) == 0]
    return rows


def _resolve(world: World, shown: tuple[Ints, Ints, Ints], chances: Ints, tables: Ints) -> None:
    """Draw who sees which post and when; what is seen today goes to today, the rest waits."""
    row, post, kind = shown
    if not len(row):
        return
    nth = post - (world.posts.count - len(chances))
    key = world.posts.column("key")[post]
    relation = _relation(world, row)
    seed = world.seed(world.now)
    luck = draw(seed, Purpose.VIEW, relation, key)
    chance = np.where(kind == FOUND, SPAN // 2, chances[nth])
    seen = np.flatnonzero(luck < chance)
    where = luck[seen] * 1024 // chance[seen]  # uniform again, given that it is seen
    second = world.posts.column("second")[post[seen]] + tables[nth[seen], where]
    react = draw(seed, Purpose.REACTION, relation[seen], key[seen])
    views = Views(row[seen], post[seen], second, react, kind[seen])
    tonight = world.today_starts + DAY
    week_ends = world.week_ends
    if len(seen) and int(second.max()) >= tonight:
        soon = second < tonight
        world.soon.append(_pick(views, ~soon & (second < week_ends)))
        world.later.append(_pick(views, second >= week_ends))
        views = _pick(views, soon)
    _add_today(world, views)


def _enter(world: World, draft: Draft) -> int:
    """Enter *draft* into the table of posts, with what it does to those who see it."""
    rates, place = world.parameters.relationship, world.places[draft.place].definition
    off = abs(draft.voice - place.formality)
    quality = draft.quality * (100 - 8 * off) // 100
    warmth = 100 + 12 * (2 - draft.voice)  # K10: personality raises the response
    liked = {
        PostKind.POST: millionths(rates.post_liking) * (quality - 350_000) // MILLION,
        PostKind.ARTICLE: millionths(rates.article_liking) * (quality - 250_000) // MILLION,
        PostKind.OFFER: millionths(rates.offer_liking) * 2 * MILLION // (MILLION + quality),
    }[draft.kind]
    good = 0 if draft.kind is PostKind.OFFER else millionths(rates.post_trust) * quality // MILLION
    good *= 2 if draft.kind is PostKind.ARTICLE else 1
    return world.posts.add(
        (
            liked * warmth // 100 if liked > 0 else liked,
            good,
            int(Cause.DELEGATE if draft.by_staff else CAUSE_OF[draft.kind]),
            _tiring(world, draft, quality),
            draft.runner,
            draft.place,
            _message_chance(world, draft, quality),
            _share_chance(world, draft, quality),
            int(draft.kind),
            draft.bold,
            draft.key,
            draft.second,
            quality,
        )
    )


def _tiring(world: World, draft: Draft, quality: int) -> int:
    """Chance (of `SPAN`) that one who sees this post stops following over it (R8)."""
    rates, place = world.parameters.fatigue, world.places[draft.place].definition
    sent = world.runners[draft.runner].posts_before.get(draft.place, 0)
    excess = max(0.0, sent / place.tolerated_per_week - 1)
    dull = (DULL_BELOW - quality) / DULL_BELOW if quality < DULL_BELOW else 0.0
    offered = 1.0 if draft.kind is PostKind.OFFER else 0.0
    factor = 1 + rates.per_excess * excess + rates.dull * dull + rates.offers * offered
    return int(rates.unfollow * factor * SPAN)


def _message_chance(world: World, draft: Draft, quality: int) -> int:
    conversion = world.places[draft.place].definition.conversion
    return int(
        min(0.5, world.parameters.content.message * (0.4 + 0.6 * quality / MILLION) * conversion)
        * SPAN
    )


def _share_chance(world: World, draft: Draft, quality: int) -> int:
    """Chance (of `SPAN`) to be passed on: mostly luck in the appeal, quality at most triples it (K4)."""
    if draft.kind is PostKind.OFFER:
        return 0
    content = world.parameters.content
    luck = draw_one(world.seed(draft.second), Purpose.TIE_STRENGTH, draft.runner, draft.key)
    appeal = int(log_normal(1000, content.appeal_spread)[luck >> BITS])
    return min(
        SPAN // 8, int(content.share * min(3.0, quality / MILLION * 1.5) * SPAN) * appeal // 1000
    )


def _seen_chance(world: World, draft: Draft) -> int:
    """Chance (of `SPAN`) that a follower sees the post: the more on a day, the less each (K8)."""
    place = world.places[draft.place]
    today = draft.key % 100
    chance = int(place.definition.seen * SPAN) * place.reach // MILLION
    return max(1, min(SPAN, chance * 10 // (10 + 2 * today)))


def _relation(world: World, row: Ints) -> Ints:
    people = world.people.count
    return (row // people << 32) | row % people


def _pick(views: Views, which: Ints) -> Views:
    return Views(*(column[which] for column in views))


def _joined(parts: list[Views]) -> Views:
    parts = [part for part in parts if len(part.row)] or parts[:1]
    return (
        parts[0]
        if len(parts) == 1
        else Views(*(np.concatenate(column) for column in zip(*parts, strict=True)))
    )


def _add_today(world: World, views: Views) -> None:
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


def close_day(world: World) -> None:
    """Close the attention day that ends now: views, effects, stages, follows; then take up the next day's views."""
    start = world.today_starts - DAY
    day = start // DAY
    views = _joined(world.today) if world.today else None
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
    _take_up(world)


def _take_up(world: World) -> None:
    """Bring forward what was drawn earlier for the attention day that begins now."""
    if world.now >= world.week_ends:
        world.week_ends = world.now + WEEK
        later = _joined([*world.soon, *world.later])
        near = later.second < world.week_ends
        world.soon, world.later = [_pick(later, near)], [_pick(later, ~near)]
    pool = _joined(world.soon)
    due = pool.second < world.today_starts + DAY
    world.soon = [_pick(pool, ~due)]
    _add_today(world, _pick(pool, due))
    for views in world.tomorrow:
        _add_today(world, views)
    world.tomorrow = []


def _views_become_effects(world: World, views: Views, start: int) -> Ints:
    table = world.posts
    columns = PostColumns(
        table.column("liking"), table.column("good"), table.column("cause"), table.column("tire")
    )
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
    luck = draw(world.seed(day * DAY), Purpose.REFERRAL, _relation(world, target), key)
    sees = luck < SPAN // 3
    second = world.today_starts + luck[sees] % (16 * 3600) + 3600
    react = draw(world.seed(day * DAY), Purpose.REACTION, _relation(world, target[sees]), key[sees])
    kind = np.full(len(second), SHARED)
    world.tomorrow.append(Views(target[sees], post[owner][sees], second, react, kind))


def _buy_on_offer(world: World, views: Views, day: int) -> None:
    """An offer sells at once to some of those who trust (and tires the rest, below)."""
    kinds = world.posts.column("kind")[views.post]
    offers = np.flatnonzero(kinds == int(PostKind.OFFER))
    if not len(offers):
        return
    from game.sim.trade import (
        purchase,
    )  # circular: a purchase is an effect like others, and trade also finds posts

    people, relations = world.people.count, world.relations
    row = views.row[offers]
    trust = np.maximum(trust_of(relations.good[row], relations.bad[row]) * 2 - MILLION, 0)
    liking = relations.liking[row]
    bold = world.posts.column("bold")[views.post[offers]]
    warm = (
        300_000 + trust // 2 + np.where(liking > 0, liking // 5, 2 * liking)
    )  # some buy whatever is offered, once
    warm = np.maximum(warm, 0)
    due = MILLION - np.minimum(
        relations.custom[row], MILLION
    )  # who has just bought needs nothing yet
    chance = (
        int(world.parameters.trade.offer * SPAN)
        * warm
        // MILLION
        * due
        // MILLION
        * (8 + bold)
        // 8
    )
    luck = draw(
        world.seed(day * DAY), Purpose.AFTERTHOUGHT, _relation(world, row), views.second[offers]
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
        draw(world.seed(day * DAY), Purpose.UNFOLLOW, _relation(world, row), key) < chance
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
        _relation(world, row),
        world.posts.column("key")[post],
    )
    chance = int(world.parameters.content.follow_after_share * SPAN)
    joins = np.flatnonzero(
        can
        & (luck < chance * np.clip(world.posts.column("quality")[post], 0, 2 * MILLION) // MILLION)
    )
    if len(joins):
        follow(world, row[joins], place[joins], Cause.SHARED, day)
