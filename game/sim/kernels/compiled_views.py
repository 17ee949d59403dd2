"""The kernels of `reference_views.py`, compiled: the same bits, person by person."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.sim.cause import CAUSE_COUNT, Cause
from game.sim.column import bare
from game.sim.draws import SPAN, Ints, Purpose, RelationDraws
from game.sim.kernels.compiled_draws import drawn, relation_of, word_of
from game.sim.kernels.compiling import compiled
from game.sim.kernels.effect import (
    CAUSE,
    EFFECT_FIELDS,
    FAMILIARITY,
    GOOD,
    LIKING,
    ROW,
    SECOND,
    SEEN,
    trust_at,
)
from game.sim.kernels.reference import SPAN_OF_DAY
from game.sim.kernels.reference_views import in_order
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
from game.sim.posts import COLUMN, PostKind, PostTable
from game.sim.relations import Relations

_CAUSE, _REACT, _MESSAGE, _SHARE, _KEY, _TIRE, _KIND, _BOLD, _LIKING, _GOOD = (
    COLUMN[name]
    for name in ("cause", "react", "message", "share", "key", "tire", "kind", "bold", "liking", "good")
)  # fmt: skip
_OFFER, _SHARED_CAUSE, _FIELDS = int(PostKind.OFFER), int(Cause.SHARED), len(EFFECT_FIELDS)
_OTHERS = 256  # posts in a stream up to which the chance of one is worked out once


@compiled
def _who_sees(
    due: Any, rows: Any, people: Any, posts: Any, half: Any, delays: Any, view: Any, react: Any, chances: Any,
    maybe: Any, told: Any,
) -> Any:  # fmt: skip
    at, first = 0, 0
    for group in range(due.shape[1]):
        place, key, moment = due[PLACE, group], due[KEY, group], due[MOMENT, group]
        most, number, kind = due[CHANCE, group], due[NUMBER, group], due[KIND, group]
        for others in range(_OTHERS):
            chances[others] = most * half // (half + others)
        last = first + due[COUNT, group]
        runner, candidates = rows[first] // people if first < last else 0, 0
        for index in range(first, last):
            person = rows[index] - runner * people
            luck = drawn(view, (runner << 32) | person, key)
            maybe[0, candidates], maybe[1, candidates] = person, luck
            # no branch, which nobody could foretell: that takes longer than all the draws
            candidates += luck < most
        for index in range(candidates):
            person, luck = maybe[0, index], maybe[1, index]
            beside = np.int64(posts[place, person]) if kind == FOLLOWING else 0
            chance = chances[beside] if beside < _OTHERS else most * half // (half + beside)
            if luck < chance:
                told[0, at], told[1, at], told[4, at] = runner * people + person, number, kind
                told[2, at] = moment + delays[place, luck * 1024 // chance]
                told[3, at] = drawn(react, (runner << 32) | person, key)
                at += 1
        first = last
    return at


def who_sees(
    due: Ints, rows: Ints, stream: Stream, delays: Ints, draws: RelationDraws, seed: int
) -> Ints:
    """Who sees the posts *due*, and when."""
    view, react = word_of(seed, Purpose.VIEW), word_of(seed, Purpose.REACTION)
    told = np.empty((5, len(rows)), dtype=np.int64)
    # by what else is in the stream, as far as it is common
    chances = np.empty(_OTHERS, dtype=np.int64)
    # who sees it where the stream is empty: person and luck, and room for one who does not
    maybe = np.empty((2, due[COUNT].max(initial=0) + 1), dtype=np.int64)
    count = _who_sees(
        due, rows, draws.people, stream.posts, stream.half, delays, view, react, chances, maybe, told
    )  # fmt: skip
    return told[:, :count].copy()


@compiled
def _receive(
    views: Any, posts: Any, people: Any, start: Any, later: Any, tire: Any, keys: Any, counted: Any, told: Any,
    luck: Any,
) -> Any:  # fmt: skip
    """One look at each view, in their order: the key by which it is sorted; what is counted; who does what."""
    passed, tired, offers, fresh = 0, 0, 0, 0
    for index in range(views.shape[1]):
        row, post, kind = views[0, index], views[1, index], views[4, index]
        cause = _SHARED_CAUSE if kind == SHARED else posts[_CAUSE, post]
        moment = min(max(views[2, index] - start, 0), SPAN_OF_DAY - 1)
        keys[index] = (row * 32 + cause) * SPAN_OF_DAY + moment
        at = row // people * CAUSE_COUNT + cause
        counted[0, at] += 1
        if views[3, index] > SPAN - posts[_REACT, post]:
            counted[1, at] += 1
        above = views[3, index] - posts[_MESSAGE, post]
        share = posts[_SHARE, post]
        if 0 <= above < (share if kind != SHARED else share * later // MILLION):
            told[0, passed] = index
            passed += 1
        if kind == FOLLOWING and posts[_TIRE, post]:
            drawn_one = drawn(tire, relation_of(row, people), posts[_KEY, post])
            if drawn_one < posts[_TIRE, post]:
                told[1, tired], luck[tired] = index, drawn_one
                tired += 1
        if kind != FOLLOWING:
            told[3, fresh] = index
            fresh += 1
        if posts[_KIND, post] == _OFFER:
            told[2, offers] = index
            offers += 1
    return passed, tired, offers, fresh


@compiled
def _who_buys(
    views: Any, posts: Any, offers: Any, good: Any, bad: Any, liking: Any, custom: Any, catchment: Any, key: Any,
    offer: Any, floor: Any,
) -> Any:  # fmt: skip
    people, at = len(catchment), 0
    for nth in range(len(offers)):
        index = offers[nth]
        row = views[0, index]
        if not catchment[row % people]:
            continue
        trust = max(trust_at(np.int64(good[row]), np.int64(bad[row])) * 2 - MILLION, 0)
        liked = np.int64(liking[row])
        warm = floor + trust // 2 + (liked // 5 if liked > 0 else 2 * liked)
        due = MILLION - min(int(custom[row]), MILLION)
        bold = posts[_BOLD, views[1, index]]
        chance = offer * max(warm, 0) // MILLION * due // MILLION * (8 + bold) // 8
        if drawn(key, relation_of(row, people), views[2, index]) < chance:
            offers[at] = index
            at += 1
    return at


@compiled
def _effects_of(
    group: Any, order: Any, views: Any, posts: Any, seen: Any, familiar: Any, satiety: Any, effects: Any
) -> Any:  # fmt: skip
    groups, index = 0, 0
    while index < len(order):
        first, one = index, group[index] // SPAN_OF_DAY
        liked, good = np.int64(0), np.int64(0)
        while index < len(order) and group[index] // SPAN_OF_DAY == one:
            post = views[1, order[index]]
            liked += posts[_LIKING, post]
            good += posts[_GOOD, post]
            index += 1
        count, row = index - first, one // 32
        new = MILLION - np.int64(seen[row]) * MILLION // satiety
        effects[ROW, groups], effects[CAUSE, groups] = row, one % 32
        effects[SECOND, groups] = views[2, order[first]]
        effects[FAMILIARITY, groups] = familiar[min(count, len(familiar) - 1)]
        effects[LIKING, groups] = liked * max(new, -MILLION) // MILLION if liked > 0 else liked
        effects[GOOD, groups] = good * max(new, 0) // MILLION
        effects[SEEN, groups] = count * 1000
        groups += 1
    return groups


def what_views_do(
    views: Views, posts: PostTable, relations: Relations, people: People, draws: RelationDraws, seed: int,
    rates: ViewRates, start: int,
) -> Reception:  # fmt: skip
    """What those who saw the *posts* of the attention day that began at *start* do, and what it does to them."""
    columns, table, count = np.ascontiguousarray(views.columns), posts.table, len(views)
    counted = np.zeros((2, len(relations.stage) // people.count * CAUSE_COUNT), dtype=np.int64)
    keys, luck = np.empty((2, count), dtype=np.int64)
    told = np.empty((4, count), dtype=np.int64)
    passed, tired, offers, fresh = _receive(
        columns, table, people.count, start, rates.later, word_of(seed, Purpose.UNFOLLOW), keys, counted, told, luck,
    )  # fmt: skip
    buys = told[2, :offers]
    if offers:
        sold = _who_buys(
            columns, table, buys, *map(bare, (relations.good, relations.bad, relations.liking, relations.custom)),
            bare(people.catchment), word_of(seed, Purpose.AFTERTHOUGHT), rates.offer, rates.floor,
        )  # fmt: skip
        buys = buys[:sold]
    group, order = in_order(keys)
    effects = np.zeros((_FIELDS, count), dtype=np.int64)
    groups = _effects_of(
        group, order, columns, table, bare(relations.seen), rates.familiar, rates.satiety, effects
    )
    return Reception(
        effects[:, :groups],
        counted[0],
        counted[1],
        told[0, :passed],
        told[1, :tired],
        luck[:tired],
        buys,
        told[3, :fresh],
    )


@compiled
def _who_comes_across(
    rates: Any, search: Any, voice: Any, by_friends: Any, members: Any, starts: Any, contacts: Any, stage: Any,
    key: Any, week: Any, told: Any,
) -> Any:  # fmt: skip
    people, at = members.shape[1], 0
    for runner in range(len(search)):
        for person in range(people):
            chance = search[runner]
            for place in range(members.shape[0]):
                chance += rates[runner, place] * np.int64(members[place, person])
            luck = drawn(key, (runner << 32) | person, week)
            if luck >= chance + by_friends:
                continue
            heard = np.int64(0)
            for index in range(starts[person], starts[person + 1]):
                heard += voice[stage[runner * people + contacts[index]]]
            share = max(heard, 0) // max(starts[person + 1] - starts[person], 1)
            voices = by_friends * min(share, 1000) // 1000
            chance += voices
            if luck < chance:
                told[0, at], told[1, at] = runner * people + person, luck * 1024 // max(chance, 1)
                told[2, at], told[3, at] = luck < voices, luck - voices
                at += 1
    return at


def who_comes_across(
    standing: Standing, members: Ints, people: People, stage: Ints, draws: RelationDraws, seed: int, week: int
) -> Ints:  # fmt: skip
    """Who comes across whom this week."""
    key, told = word_of(seed, Purpose.DISCOVERY), np.empty((4, len(stage)), dtype=np.int64)
    count = _who_comes_across(
        standing.rates, standing.search, standing.voice, standing.by_friends, members, bare(people.starts),
        bare(people.contacts), bare(stage), key, week, told,
    )  # fmt: skip
    return told[:, :count].copy()
