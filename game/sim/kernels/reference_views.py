"""The kernels of seeing in plain NumPy: who sees a post, what that does, and who comes across a runner.

When they are called, and what follows, is in `publishing.py`, `attention.py` and `discovery.py`.
"""

from __future__ import annotations

import numpy as np

from game.sim.cause import CAUSE_COUNT, Cause
from game.sim.draws import SPAN, Flags, Ints, Purpose, RelationDraws
from game.sim.kernels.effect import (
    CAUSE,
    EFFECT_FIELDS,
    FAMILIARITY,
    GOOD,
    LIKING,
    ROW,
    SECOND,
    SEEN,
)
from game.sim.kernels.reference import BITS_OF_DAY, SPAN_OF_DAY, trust_of, within_day
from game.sim.kernels.viewing import (
    CHANCE,
    COUNT,
    FOLLOWING,
    KEY,
    KIND,
    MOMENT,
    NUMBER,
    PLACE,
    SHARED,
    Reception,
    Standing,
    Stream,
    ViewRates,
    Views,
)
from game.sim.parameter import MILLION
from game.sim.people import People
from game.sim.posts import PostFacts, PostKind, PostTable
from game.sim.relations import ROWS_AT_ONCE, Relations


def draw_rows(
    draws: RelationDraws, seed: int, purpose: Purpose, rows: Ints, when: Ints | int
) -> Ints:
    """One draw for each row; *when* is one moment, or one a row."""
    return draws.draw(seed, purpose, rows, when)


def who_sees(
    due: Ints, rows: Ints, stream: Stream, delays: Ints, draws: RelationDraws, seed: int
) -> Ints:
    """Who sees which post, and when: columns of `Views`, in the order of the *rows*.

    The posts are *due* to groups of relations of one runner (columns as `DUE_FIELDS`), which stand in *rows* one group
    after the other. Each sees one by its chance; a follower, by that less what else is in their stream (K9).
    """
    group = np.repeat(np.arange(due.shape[1]), due[COUNT])
    key, most = due[KEY].take(group), due[CHANCE].take(group)
    luck = draws.draw(seed, Purpose.VIEW, rows, key)
    maybe = (luck < most).nonzero()[0]  # nobody's chance is above that of an empty stream
    rows, group, luck, most = (one.take(maybe) for one in (rows, group, luck, most))
    place = due[PLACE].take(group)
    others = stream.posts.ravel().take(place * draws.people + rows % draws.people)
    if np.count_nonzero(due[KIND] != FOLLOWING):
        others *= due[KIND].take(group) == FOLLOWING
    chance = most * stream.half // (others + np.int64(stream.half))
    sees = (luck < chance).nonzero()[0]
    views = np.empty((5, len(sees)), dtype=np.int64)
    group, where = group.take(sees), luck.take(sees) * 1024 // chance.take(sees)  # uniform again
    rows.take(sees, out=views[0])
    due[NUMBER].take(group, out=views[1])
    delay = delays.ravel().take(place.take(sees) * delays.shape[1] + where)
    np.add(due[MOMENT].take(group), delay, out=views[2])
    views[3] = draws.draw(seed, Purpose.REACTION, views[0], due[KEY].take(group))
    due[KIND].take(group, out=views[4])
    return views


def what_views_do(
    views: Views, posts: PostTable, relations: Relations, people: People, draws: RelationDraws, seed: int,
    rates: ViewRates, start: int,
) -> Reception:  # fmt: skip
    """What those who saw the *posts* of the attention day that began at *start* do, and what it does to them."""
    facts = posts.facts(views.post)
    cause = facts["cause"]
    shared = views.kind == SHARED
    if np.count_nonzero(shared):
        cause = np.where(shared, int(Cause.SHARED), cause)
    size = len(relations.stage) // people.count * CAUSE_COUNT
    keys = views.row // people.count * CAUSE_COUNT + cause
    tired, luck = who_tires(views, facts, draws, seed)
    return Reception(
        _effects_of(views, cause, facts, relations, rates, start),
        np.bincount(keys, minlength=size),
        np.bincount(keys[reactions(views, facts)], minlength=size),
        shares(views, facts, rates.later).nonzero()[0],
        tired,
        luck,
        _who_buys(views, facts, relations, people.catchment, draws, seed, rates),
        views.kind.nonzero()[0],
    )


def reactions(views: Views, posts: PostFacts) -> Flags:
    """Which views end in a one-click reaction."""
    reacts: Flags = views.luck > SPAN - posts["react"]
    return reacts


def shares(views: Views, posts: PostFacts, later: int) -> Flags:
    """Which views end in the post being passed on; of what was passed on before, the share *later* is (K4)."""
    above = views.luck - posts["message"]
    share = posts["share"]
    passed: Flags = (above >= 0) & (above < share)
    again = (passed & (views.kind == SHARED)).nonzero()[0]
    if len(again):
        passed[again] = above[again] < share[again] * later // MILLION
    return passed


def who_tires(views: Views, posts: PostFacts, draws: RelationDraws, seed: int) -> tuple[Ints, Ints]:
    """The followers who would stop following over what they saw, were nothing to keep them (R8): places, luck."""
    tires = posts["tire"]
    if not np.count_nonzero(tires):
        return tires[:0], tires[:0]
    luck = draws.draw(seed, Purpose.UNFOLLOW, views.row, posts["key"])
    at = ((luck < tires) & (views.kind == FOLLOWING)).nonzero()[0]
    return at, luck[at]


def _who_buys(
    views: Views, posts: PostFacts, relations: Relations, catchment: Ints, draws: RelationDraws, seed: int,
    rates: ViewRates,
) -> Ints:  # fmt: skip
    """An offer sells at once to some of those who trust."""
    offers: Ints = (posts["kind"] == int(PostKind.OFFER)).nonzero()[0]
    if not len(offers):
        return offers
    row, second = views.row[offers], views.second[offers]
    trust = np.maximum(trust_of(relations.good[row], relations.bad[row]) * 2 - MILLION, 0)
    liking = relations.liking[row]
    warm = rates.floor + trust // 2 + np.where(liking > 0, liking // 5, 2 * liking)
    # who has just bought needs nothing yet
    due = MILLION - np.minimum(relations.custom[row], MILLION)
    keen = rates.offer * np.maximum(warm, 0) // MILLION
    chance = keen * due // MILLION * (8 + posts["bold"][offers]) // 8
    luck = draws.draw(seed, Purpose.AFTERTHOUGHT, row, second)
    buys: Ints = offers[(luck < chance) & (catchment[row % len(catchment)] != 0)]
    return buys


def _effects_of(
    views: Views, cause: Ints, posts: PostFacts, relations: Relations, rates: ViewRates, start: int
) -> Ints:
    """One effect for all posts of a cause that a person saw of a runner in the day, dated to the first."""
    key = (views.row * 32 + cause) * SPAN_OF_DAY + within_day(views.second, start)
    # what is seen at the same second of the same cause adds up in any order
    group, order = in_order(key)
    group >>= BITS_OF_DAY  # a shift takes a tenth of the time of a division
    fresh = np.empty(len(group), dtype=bool)
    fresh[0] = True
    np.not_equal(group[1:], group[:-1], out=fresh[1:])
    firsts = fresh.nonzero()[0]
    lasts = np.empty_like(firsts)
    lasts[:-1], lasts[-1] = firsts[1:] - 1, len(group) - 1
    effects = np.zeros((len(EFFECT_FIELDS), len(firsts)), dtype=np.int64)
    group, seen = group.take(firsts), lasts - firsts + 1
    row = group >> 5
    # R11: below zero beyond satiety
    new = MILLION - relations.seen[row] * MILLION // rates.satiety
    liked, good = (_sums(posts[name].take(order), lasts) for name in ("liking", "good"))
    effects[ROW], effects[CAUSE] = row, group & 31
    effects[SECOND] = views.second.take(order.take(firsts))
    effects[FAMILIARITY] = rates.familiar[np.minimum(seen, len(rates.familiar) - 1)]
    effects[LIKING] = np.where(liked > 0, liked * np.maximum(new, -MILLION) // MILLION, liked)
    effects[GOOD] = good * np.maximum(new, 0) // MILLION
    effects[SEEN] = seen * 1000
    return effects


def _sums(values: Ints, lasts: Ints) -> Ints:
    """The sums of groups of *values*, of which the last ones stand at *lasts*; adding up all is quicker than each."""
    sums: Ints = values.cumsum().take(lasts)
    sums[1:] -= sums[:-1].copy()
    return sums


def in_order(key: Ints) -> tuple[Ints, Ints]:
    """The *key*s in order, and where each stood. Keys and places packed into one word are sorted faster than places."""
    bits = len(key).bit_length()
    if int(key.max(initial=0)).bit_length() + bits > 63:
        order = key.argsort(kind="stable")
        return key[order], order
    words = key << bits
    words |= np.arange(len(key))
    words.sort()
    return words >> bits, words & ((1 << bits) - 1)


def who_comes_across(
    standing: Standing, members: Ints, people: People, stage: Ints, draws: RelationDraws, seed: int, week: int
) -> Ints:  # fmt: skip
    """Who comes across whom this week: rows, the luck (of 1024), whether by hearsay, the luck beyond."""
    # nobody's chance is above that of a member of every place
    most = standing.rates.sum(axis=1) + standing.search + standing.by_friends
    found = []
    for first in range(0, len(stage), ROWS_AT_ONCE):
        block = slice(first, min(first + ROWS_AT_ONCE, len(stage)))
        luck = draws.draw(seed, Purpose.DISCOVERY, block, week)
        bound = most[np.arange(block.start, block.stop) // people.count]
        maybe = (luck < bound).nonzero()[0]
        found.append(_found(standing, members, people, stage, maybe + first, luck[maybe]))
    return np.concatenate(found, axis=1)


def _found(
    standing: Standing, members: Ints, people: People, stage: Ints, maybe: Ints, luck: Ints
) -> Ints:
    runner, person = np.divmod(maybe, people.count)
    chance = (standing.rates[runner].T * members[:, person]).sum(axis=0) + standing.search[runner]
    voices = _voices(standing, maybe, people, stage)
    chance += voices
    found = luck < chance
    again = luck[found] * 1024 // np.maximum(chance[found], 1)  # uniform again, if found
    beyond = luck[found] - voices[found]
    return np.stack([maybe[found], again, beyond < 0, beyond])


def _voices(standing: Standing, rows: Ints, people: People, stage: Ints) -> Ints:
    """Chance (of `SPAN`) a week to look a runner up because of contacts who speak well of it."""
    runner, person = rows // people.count, rows % people.count
    owner, contact = people.contacts_of(person)
    said = standing.voice[stage[runner[owner] * people.count + contact]]
    heard = np.bincount(owner, weights=said, minlength=len(rows)).astype(np.int64)
    share = np.maximum(heard, 0) // np.maximum(people.degree[person], 1)
    result: Ints = standing.by_friends * np.minimum(share, 1000) // 1000
    return result
