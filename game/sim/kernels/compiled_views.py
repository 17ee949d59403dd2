"""The kernels of `reference_views.py`, compiled: the same bits, person by person."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.sim.column import bare
from game.sim.draws import Ints, Purpose, RelationDraws
from game.sim.kernels.compiled_draws import drawn, relation_of, word_of
from game.sim.kernels.compiling import compiled
from game.sim.kernels.effect import MILLION, trust_at
from game.sim.kernels.reference import Views
from game.sim.kernels.reference_views import (
    CHANCE,
    FOLLOWING,
    FOUND,
    KEY,
    MOMENT,
    NUMBER,
    PLACE,
    RUNNER,
    Buys,
    Standing,
    Stream,
    Tired,
)
from game.sim.people import People
from game.sim.posts import COLUMN, PostFacts, PostKind
from game.sim.relations import Relations

_KEY, _TIRE, _KIND, _BOLD = (COLUMN[name] for name in ("key", "tire", "kind", "bold"))
_OFFER = int(PostKind.OFFER)


@compiled
def _sees(
    due: Any, nth: Any, row: Any, chance: Any, kind: Any, people: Any, delays: Any, view: Any, react: Any,
    told: Any, at: Any,
) -> Any:  # fmt: skip
    """Let the person of one *row* see the post or not; return how many views are told of now."""
    relation, key = relation_of(row, people), due[KEY, nth]
    luck = drawn(view, relation, key)
    if luck >= chance:
        return at
    told[0, at], told[1, at], told[4, at] = row, due[NUMBER, nth], kind
    told[2, at] = due[MOMENT, nth] + delays[due[PLACE, nth], luck * 1024 // chance]
    told[3, at] = drawn(react, relation, key)
    return at + 1


@compiled
def _who_sees(
    due: Any,
    shown: Any,
    follows: Any,
    members: Any,
    posts: Any,
    half: Any,
    found: Any,
    delays: Any,
    view: Any,
    react: Any,
) -> Any:
    people = members.shape[1]
    told = np.empty((5, due.shape[1] * people + shown.shape[1]), dtype=np.int64)
    at, given = 0, 0
    for nth in range(due.shape[1]):
        place, first = due[PLACE, nth], due[RUNNER, nth] * people
        for person in range(people):
            if (np.int64(follows[first + person]) >> place) & 1 and members[place, person]:
                chance = due[CHANCE, nth] * half // (half + np.int64(posts[place, person]))
                at = _sees(
                    due, nth, first + person, chance, FOLLOWING, people, delays, view, react, told, at
                )  # fmt: skip
        while given < shown.shape[1] and shown[1, given] == nth:
            row = shown[0, given]
            given += 1
            if not (np.int64(follows[row]) >> place) & 1:
                at = _sees(due, nth, row, found, FOUND, people, delays, view, react, told, at)
    return told[:, :at].copy()


def who_sees(
    due: Ints, shown: Ints, follows: Ints, members: Ints, stream: Stream, delays: Ints, draws: RelationDraws, seed: int
) -> Ints:  # fmt: skip
    """Who sees the posts *due*, and when."""
    view, react = word_of(seed, Purpose.VIEW), word_of(seed, Purpose.REACTION)
    seen: Ints = _who_sees(
        due,
        shown,
        bare(follows),
        members,
        stream.posts,
        stream.half,
        stream.shown,
        delays,
        view,
        react,
    )
    return seen


@compiled
def _who_tires(views: Any, posts: Any, people: Any, key: Any) -> Any:
    told, at = np.empty((2, views.shape[1]), dtype=np.int64), 0
    for index in range(views.shape[1]):
        if views[4, index] != FOLLOWING:
            continue
        luck = drawn(key, relation_of(views[0, index], people), posts[_KEY, index])
        if luck < posts[_TIRE, index]:
            told[0, at], told[1, at] = index, luck
            at += 1
    return told[:, :at]


def who_tires(views: Views, posts: PostFacts, draws: RelationDraws, seed: int) -> Tired:
    """The followers who would stop following over what they saw, were nothing to keep them."""
    key = word_of(seed, Purpose.UNFOLLOW)
    return Tired(*_who_tires(views.columns, posts.columns, draws.people, key))


@compiled
def _who_buys(
    views: Any, posts: Any, good: Any, bad: Any, liking: Any, custom: Any, catchment: Any, key: Any, offer: Any,
    floor: Any,
) -> Any:  # fmt: skip
    people = len(catchment)
    told, at = np.empty((2, views.shape[1]), dtype=np.int64), 0
    for index in range(views.shape[1]):
        row = views[0, index]
        if posts[_KIND, index] != _OFFER or not catchment[row % people]:
            continue
        trust = max(trust_at(np.int64(good[row]), np.int64(bad[row])) * 2 - MILLION, 0)
        liked = np.int64(liking[row])
        warm = floor + trust // 2 + (liked // 5 if liked > 0 else 2 * liked)
        due = MILLION - min(int(custom[row]), MILLION)
        chance = offer * max(warm, 0) // MILLION * due // MILLION * (8 + posts[_BOLD, index]) // 8
        if drawn(key, relation_of(row, people), views[2, index]) < chance:
            told[0, at], told[1, at] = row, views[2, index]
            at += 1
    return told[:, :at]


def who_buys(
    views: Views, posts: PostFacts, relations: Relations, catchment: Ints, draws: RelationDraws, seed: int, offer: int,
    floor: int,
) -> Buys:  # fmt: skip
    """An offer sells at once to some of those who trust."""
    key = word_of(seed, Purpose.AFTERTHOUGHT)
    return Buys(
        *_who_buys(
            views.columns, posts.columns, *map(bare, (relations.good, relations.bad, relations.liking)),
            bare(relations.custom), bare(catchment), key, offer, floor,
        )
    )  # fmt: skip


@compiled
def _who_comes_across(
    rates: Any, search: Any, voice: Any, by_friends: Any, members: Any, starts: Any, contacts: Any, stage: Any,
    key: Any, week: Any,
) -> Any:  # fmt: skip
    people = members.shape[1]
    told, at = np.empty((4, len(search) * people), dtype=np.int64), 0
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
    return told[:, :at].copy()


def who_comes_across(
    standing: Standing, members: Ints, people: People, stage: Ints, draws: RelationDraws, seed: int, week: int
) -> Ints:  # fmt: skip
    """Who comes across whom this week."""
    key = word_of(seed, Purpose.DISCOVERY)
    came: Ints = _who_comes_across(
        standing.rates, standing.search, standing.voice, standing.by_friends, members, bare(people.starts),
        bare(people.contacts), bare(stage), key, week,
    )  # fmt: skip
    return came
