"""Publishing: a post appears, and who of the followers will see it, and when, is fixed at once.

How a post is written is in `posting.py`; the views wait in `views.py`; what they do is in `attention.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.archive import lasts
from game.sim.cause import Cause
from game.sim.clock import DAY
from game.sim.draws import SPAN, Ints, Purpose, draw_one
from game.sim.kernels.viewing import FOLLOWING, FOUND, Stream, Views
from game.sim.parameter import MILLION, millionths
from game.sim.parameters.content import MOST_BETTER, MOST_PASS_ON
from game.sim.posts import Draft, Makings, PostKind
from game.sim.relations import ROWS_AT_ONCE
from game.sim.tables import BITS, appeal_in_billionths, crowding, log_normal
from game.sim.views import add_today, pick

if TYPE_CHECKING:
    from game.sim.world import World

MOST_PASSED_ON = int(MOST_PASS_ON * SPAN)
CAUSE_OF = {
    PostKind.POST: Cause.POSTS,
    PostKind.ARTICLE: Cause.ARTICLES,
    PostKind.OFFER: Cause.OFFERS,
}


def publish(world: World) -> None:
    """Let the drafts appear: fix who will see each, and when."""
    drafts, world.drafts = world.drafts, []
    makings = [_makings(world, draft) for draft in drafts]
    first = world.posts.add(
        [_facts(world, one, makes) for one, makes in zip(drafts, makings, strict=True)]
    )
    due: list[tuple[int, ...]] = []
    rows: list[Ints] = []
    shown = int(world.parameters.content.shown * SPAN)
    for number, (one, makes) in enumerate(zip(drafts, makings, strict=True), first):
        groups = [(makes.seen, FOLLOWING, world.followers.rows(world, one.runner, one.place))]
        if one.audience:
            groups.append((shown, FOUND, _strangers(world, one)))
        for chance, kind, group in groups:
            due.append((one.place, one.key, one.second, chance, number, kind, len(group)))
            rows.append(group)
        if sum(map(len, rows)) > ROWS_AT_ONCE:  # many relations are looked at post by post
            _show(world, due, rows)
            due, rows = [], []
    if due:
        _show(world, due, rows)


def _show(world: World, due: list[tuple[int, ...]], rows: list[Ints]) -> None:
    """Fix who of these *rows* sees what is *due* to them, and keep it."""
    columns = world.kernels.who_sees(
        np.array(due, dtype=np.int64).T.copy(), rows[0] if len(rows) == 1 else np.concatenate(rows),
        _stream_of(world), world.delays, world.draws, world.seed(world.now),
    )  # fmt: skip
    world.array_calls += 1
    _keep(world, Views(columns))


def _strangers(world: World, draft: Draft) -> Ints:
    """Rows of those in the audience of a post who do not follow where it appears."""
    rows = np.array(draft.audience, dtype=np.int64) + world.row(draft.runner, 0)
    strangers: Ints = rows[world.relations.follows[rows] & (1 << draft.place) == 0]
    return strangers


def _keep(world: World, views: Views) -> None:
    """What is seen today goes to today, the rest waits."""
    waits = views.second >= world.today_starts + DAY
    if np.count_nonzero(waits):
        world.later.append(pick(views, waits))
        views = pick(views, ~waits)
    add_today(world, views)


HOURS_IN_WEEK = 168
MOST_IN_A_STREAM = np.iinfo(np.uint16).max  # posts a week; two bytes hold them


def _stream_of(world: World) -> Stream:
    """What else is in people's streams, and what that takes off the chance to be seen (K9)."""
    content = world.parameters.content
    return Stream(world.streams, round(content.stream * HOURS_IN_WEEK))


def fill_streams(world: World) -> None:
    """On Monday: how many posts a week there are in each person's stream on each place, from whom they follow."""
    world.streams[:] = 0
    for state in world.runners:
        follows = world.relations.follows[world.span_of(state.index)]
        for place, posts in state.posts_before.items():
            full = np.minimum(
                world.streams[place] + (follows >> place & 1) * posts, MOST_IN_A_STREAM
            )
            world.streams[place] = full


def _makings(world: World, draft: Draft) -> Makings:
    """What is known of a post: above all what it does to those who see it."""
    made, place = world.made, world.places[draft.place]
    if made.parameters is not world.parameters:
        made.parameters, made.makings = world.parameters, {}
    sent = world.runners[draft.runner].posts_before.get(draft.place, 0)
    key = (
        draft.place, place.reach, draft.kind, draft.quality, draft.voice, draft.by_staff, draft.nth, sent,
    )  # fmt: skip
    found = made.makings.get(key)
    if found is None:
        found = made.makings[key] = _make(world, draft, sent)
    return found


def _make(world: World, draft: Draft, sent: int) -> Makings:
    content = world.parameters.content
    off = abs(draft.voice - world.places[draft.place].definition.formality)
    quality = draft.quality * max(0, MILLION - millionths(content.off_voice) * off) // MILLION
    warmth = MILLION + millionths(content.warm_voice) * (2 - draft.voice)
    liked, good = _worth(world, draft.kind, quality)
    better = min(MOST_BETTER, quality / MILLION * 1.5)
    return Makings(
        liking=liked * warmth // MILLION if liked > 0 else liked,
        good=good,
        cause=int(Cause.DELEGATE if draft.by_staff else CAUSE_OF[draft.kind]),
        tires=_tiring(world, draft, quality, sent),
        message=_message_chance(world, draft, quality),
        share=int(content.share * better * SPAN),
        quality=quality,
        reaction=_reaction_chance(world, draft, quality),
        appeal=int(better * appeal_in_billionths(content.appeal, content.appeal_spread)),
        seen=_seen_chance(world, draft),
    )


def _facts(world: World, draft: Draft, makings: Makings) -> tuple[int, ...]:
    """What the table keeps of a post, in the order of its fields: its makings, and its luck in appeal (K4)."""
    luck = 0 if draft.kind is PostKind.OFFER else _luck_in_appeal(world, draft)
    is_article = draft.kind is PostKind.ARTICLE
    return (
        makings.liking,
        makings.good,
        makings.cause,
        makings.tires,
        draft.runner,
        draft.place,
        makings.message,
        min(MOST_PASSED_ON, makings.share * luck // 1000),
        int(draft.kind),
        draft.bold,
        draft.key,
        draft.second,
        makings.quality,
        makings.reaction,
        makings.appeal * luck // 1000,
        lasts(world, draft.runner, draft.key, draft.second) if is_article else 0,
    )


def _reaction_chance(world: World, draft: Draft, quality: int) -> int:
    """Chance (of `SPAN`) of a one-click reaction: personality raises it, a bare offer lowers it (K10)."""
    content = world.parameters.content
    warm = max(0.0, 1 + content.warm_reaction * (2 - draft.voice))
    offer = content.offer_reaction if draft.kind is PostKind.OFFER else 1.0
    return int(min(0.5, content.reaction * warm * offer * (0.5 + quality / MILLION)) * SPAN)


def _luck_in_appeal(world: World, draft: Draft) -> int:
    """Luck in how a post appeals, in thousandths of the median."""
    luck = draw_one(world.seed(draft.second), Purpose.TIE_STRENGTH, draft.runner, draft.key)
    return int(log_normal(1000, world.parameters.content.appeal_spread)[luck >> BITS])


def _worth(world: World, kind: PostKind, quality: int) -> tuple[int, int]:
    """What seeing a post adds to liking and to the evidence for trust, before the voice counts."""
    rates = world.parameters.relationship
    if kind is PostKind.OFFER:
        return millionths(rates.offer_liking) * 2 * MILLION // (MILLION + quality), 0
    good = millionths(rates.post_trust) * quality // MILLION
    if kind is PostKind.ARTICLE:
        return millionths(rates.article_liking) * (quality - 250_000) // MILLION, 2 * good
    return millionths(rates.post_liking) * (quality - 350_000) // MILLION, good


def _tiring(world: World, draft: Draft, quality: int, sent: int) -> int:
    """Chance (of `SPAN`) that one who sees this post stops following over it, with *sent* in the week before (R8)."""
    rates, place = world.parameters.fatigue, world.places[draft.place].definition
    excess = max(0.0, sent / place.tolerated_per_week - 1)
    dull = max(0.0, 1 - quality / millionths(rates.dull_below))
    offered = 1.0 if draft.kind is PostKind.OFFER else 0.0
    factor = 1 + rates.per_excess * excess + rates.dull * dull + rates.offers * offered
    factor += rates.burst * draft.nth
    informs = rates.information if draft.kind is PostKind.ARTICLE else 1.0
    return int(rates.unfollow * factor * informs * SPAN)


def _message_chance(world: World, draft: Draft, quality: int) -> int:
    conversion = world.places[draft.place].definition.conversion
    content = world.parameters.content
    least = content.dull_message
    offer = content.offer_clicks if draft.kind is PostKind.OFFER else 1.0
    return int(
        min(0.5, content.message * offer * (least + (1 - least) * quality / MILLION) * conversion)
        * SPAN
    )


def _seen_chance(world: World, draft: Draft) -> int:
    """Chance (of `SPAN`) that a follower sees the post: the more on a day, the less each (K8)."""
    place, content = world.places[draft.place], world.parameters.content
    free = max(1, round(place.definition.tolerated_per_week / 7 * content.free_posts))
    table = crowding(content.crowding)
    over = min(max(0, draft.nth + 1 - free), len(table) - 1)
    chance = int(place.definition.seen * SPAN) * place.reach // MILLION
    return max(1, min(SPAN, chance * int(table[over]) // 1000))
