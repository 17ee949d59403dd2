"""The kernels of seeing in plain NumPy: who sees a post, who tires of it, who buys, who comes across a runner.

When they are called, and what follows, is in `publishing.py`, `attention.py` and `discovery.py`.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.sim.draws import Ints, Purpose, RelationDraws
from game.sim.kernels.effect import MILLION
from game.sim.kernels.reference import Views, trust_of
from game.sim.people import People
from game.sim.posts import PostFacts, PostKind
from game.sim.relations import Relations

FOLLOWING, SHARED, FOUND = 0, 1, 2
DUE_FIELDS = ("runner", "place", "key", "second", "chance", "number")
RUNNER, PLACE, KEY, MOMENT, CHANCE, NUMBER = range(6)
ROWS_AT_ONCE = 1 << 16  # of the relations, so that memory grows by their columns alone


class Tired(NamedTuple):
    """Views over which one may stop following: where they stand, and the luck (of `SPAN`) held against the risk."""

    at: Ints
    luck: Ints


class Buys(NamedTuple):
    """Who buys, and when."""

    row: Ints
    second: Ints


class Standing(NamedTuple):
    """What makes a runner be come across: by runner and place, by runner, and by what contacts say.

    *rates* and *search* are chances (of `SPAN`), *by_friends* the most that contacts add; *voice* is in thousandths,
    by stage.
    """

    rates: Ints
    search: Ints
    voice: Ints
    by_friends: int


class Stream(NamedTuple):
    """What else people are shown: posts a week by place and person, how many of them halve the chance of one.

    *shown* is the chance (of `SPAN`) of one that is put before somebody who does not follow.
    """

    posts: npt.NDArray[np.uint16]
    half: int
    shown: int


def draw_rows(draws: RelationDraws, seed: int, purpose: Purpose, rows: Ints, when: Ints) -> Ints:
    """One draw for each row and moment."""
    return draws.draw(seed, purpose, rows, when)


def who_sees(
    due: Ints, shown: Ints, follows: Ints, members: Ints, stream: Stream, delays: Ints, draws: RelationDraws, seed: int
) -> Ints:  # fmt: skip
    """Who sees the posts *due* (columns as `DUE_FIELDS`), and when: columns of `Views`, post by post.

    Followers who are still members see one by its chance, less what else is in their stream (K9). *shown* are others
    it is shown to: rows, and which of *due*.
    """
    row, nth, kind = _audience(due, shown, follows, members)
    if not len(row):
        return Views.none().columns
    facts = due.take(nth, axis=1)
    others = stream.posts[facts[PLACE], row % members.shape[1]]
    chance = facts[CHANCE] * stream.half // (others + np.int64(stream.half))
    if shown.size:
        chance[kind == FOUND] = stream.shown
    luck = draws.draw(seed, Purpose.VIEW, row, facts[KEY])
    seen = (luck < chance).nonzero()[0]
    row, facts, kind = row[seen], facts.take(seen, axis=1), kind[seen]
    where = luck[seen] * 1024 // chance[seen]  # uniform again, given that it is seen
    second = facts[MOMENT] + delays[facts[PLACE], where]
    react = draws.draw(seed, Purpose.REACTION, row, facts[KEY])
    return Views.of(row, facts[NUMBER], second, react, kind).columns


def _audience(due: Ints, shown: Ints, follows: Ints, members: Ints) -> tuple[Ints, Ints, Ints]:
    """To whom each post may be shown: the rows, which post it is, and whether they follow or find it."""
    followers: dict[tuple[int, int], Ints] = {}
    rows, sizes, numbers, kinds = [], [], [], []
    for nth, where in enumerate(zip(due[RUNNER].tolist(), due[PLACE].tolist(), strict=True)):
        if where not in followers:
            followers[where] = _followers(*where, follows, members)
        rows.append(followers[where])
        sizes.append(len(rows[-1]))
        numbers.append(nth)
        kinds.append(FOLLOWING)
        if shown.size:
            row = shown[0][shown[1] == nth]
            rows.append(row[follows[row] & (1 << where[1]) == 0])
            sizes.append(len(rows[-1]))
            numbers.append(nth)
            kinds.append(FOUND)
    nth_of, kind_of = np.array([numbers, kinds]).repeat(sizes, axis=1)
    return np.concatenate(rows), nth_of, kind_of


def _followers(runner: int, place: int, follows: Ints, members: Ints) -> Ints:
    """Rows of those who follow the runner on the place and are still there."""
    people = members.shape[1]
    here = (follows[runner * people : (runner + 1) * people] & (1 << place)) != 0
    here &= (
        members[place] != 0
    )  # truths: looking through numbers for those that are not 0 takes far longer
    rows: Ints = here.nonzero()[0] + runner * people
    return rows


def who_tires(views: Views, posts: PostFacts, draws: RelationDraws, seed: int) -> Tired:
    """The followers who would stop following over what they saw, were nothing to keep them (R8)."""
    luck = draws.draw(seed, Purpose.UNFOLLOW, views.row, posts["key"])
    at = ((luck < posts["tire"]) & (views.kind == FOLLOWING)).nonzero()[0]
    return Tired(at, luck[at])


def who_buys(
    views: Views, posts: PostFacts, relations: Relations, catchment: Ints, draws: RelationDraws, seed: int, offer: int,
    floor: int,
) -> Buys:  # fmt: skip
    """An offer, with the chance *offer* (of `SPAN`), sells at once to some; *floor* (millionths): without trust."""
    offers = (posts["kind"] == int(PostKind.OFFER)).nonzero()[0]
    row, second = views.row[offers], views.second[offers]
    if not len(offers):
        return Buys(row, second)
    trust = np.maximum(trust_of(relations.good[row], relations.bad[row]) * 2 - MILLION, 0)
    liking = relations.liking[row]
    warm = floor + trust // 2 + np.where(liking > 0, liking // 5, 2 * liking)
    # who has just bought needs nothing yet
    due = MILLION - np.minimum(relations.custom[row], MILLION)
    keen = offer * np.maximum(warm, 0) // MILLION
    chance = keen * due // MILLION * (8 + posts["bold"][offers]) // 8
    luck = draws.draw(seed, Purpose.AFTERTHOUGHT, row, second)
    buys = (luck < chance) & (catchment[row % len(catchment)] != 0)
    return Buys(row[buys], second[buys])


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
