"""Publishing: a post appears, and who of the followers will see it, and when, is fixed at once.

How a post is written is in `posting.py`; the views wait in `views.py`; what they do is in `attention.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.cause import Cause
from game.sim.clock import DAY
from game.sim.draws import SPAN, Ints, Purpose, draw, draw_one
from game.sim.kernels.reference import Views
from game.sim.parameter import MILLION, millionths
from game.sim.posts import Draft, PostKind
from game.sim.tables import BITS, log_normal, seconds_until_seen
from game.sim.views import FOLLOWING, FOUND, add_today, identity_of, pick

if TYPE_CHECKING:
    from game.sim.world import World

CAUSE_OF = {
    PostKind.POST: Cause.POSTS,
    PostKind.ARTICLE: Cause.ARTICLES,
    PostKind.OFFER: Cause.OFFERS,
}
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
    relation = identity_of(world, row)
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
        world.soon.append(pick(views, ~soon & (second < week_ends)))
        world.later.append(pick(views, second >= week_ends))
        views = pick(views, soon)
    add_today(world, views)


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
