"""Posting: how the time for creating and promoting becomes posts, articles and offers.

When there is time is in `sitting.py`; what happens when they go out is in `publishing.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from game.sim.clock import DAY, HOUR, MINUTE, MORNING, SITTINGS_PER_WEEK
from game.sim.lever import MAKING, Lever
from game.sim.parameter import millionths
from game.sim.parameters.content import Content
from game.sim.place import ARTICLE_KINDS
from game.sim.plan import HALF_HOUR, Automation
from game.sim.posts import Draft, PostKind
from game.sim.practice import learn, quality_of_posts
from game.sim.replying import quality_of_owner, worth_of_care

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World

CARRIED_AT_MOST = 6 * HOUR
AFTERNOON = 15 * HOUR  # sittings that begin before this are the first of the day


def write(world: World, state: RunnerState, ended: int, budgets: Mapping[Lever, int]) -> None:
    """Write posts and articles, then offers; what does not suffice is carried over."""
    shares = shares_of(world, state)
    for lever in MAKING:
        staff = _staff_time(world, state, lever)
        budget = budgets[lever] + staff
        if not shares:  # nowhere to put it
            state.carried[lever] = 0
        elif budget:
            undone = state.carried.get(lever, 0)  # what this sitting was too short for
            left = _write_while_it_lasts(world, state, lever, ended, budget, shares, staff > 0)
            state.carried[lever] = min(CARRIED_AT_MOST, left + undone)


def _write_while_it_lasts(
    world: World, state: RunnerState, lever: Lever, ended: int, budget: int, shares: dict[int, int], by_staff: bool,
) -> int:  # fmt: skip
    """Write one after the other, each where it is most due; return the seconds that are left over."""
    plan = state.week_plan
    by_machine = plan.automation is not Automation.NONE
    costs = costs_of(
        world.parameters.content, plan.care_of(lever).minutes_factor_halves, by_machine
    )
    promotes = lever is Lever.PROMOTE
    least = (
        costs[PostKind.OFFER] if promotes else min(costs[PostKind.POST], costs[PostKind.ARTICLE])
    )
    nth, credit = 0, state.credit
    while budget >= least:
        number = most_due(shares, credit)
        kind = kind_for(world, lever, number)
        if costs[kind] > budget:
            break
        budget -= costs[kind]
        credit[number] = credit.get(number, 0) + 1
        _draft(world, state, number, kind, ended, nth, by_staff=by_staff)
        nth += 1
    return budget


def most_due(shares: dict[int, int], credit: dict[int, int]) -> int:
    """The place whose posts so far are furthest behind its share."""
    if len(shares) == 1:
        return next(iter(shares))
    due = [((credit.get(n, 0) + 1) * 10_000 // share, n) for n, share in shares.items()]
    return min(due)[1]


def shares_of(world: World, state: RunnerState) -> dict[int, int]:
    """The share of the posts of each place that is joined, open and not to be quiet; an event takes none."""
    shares, found = state.week_plan.share_by_place, {}
    for n in state.joined:
        there = world.places[n]
        share = shares.get(there.definition.id, 0)
        if share and there.is_open and there.definition.kind != "event":
            found[n] = share
    return found


def takes_posts(world: World, state: RunnerState, place: int) -> bool:
    """Whether the runner can post there: joined, open, and not an event, where people only meet."""
    there = world.places[place]
    return place in state.joined and there.is_open and there.definition.kind != "event"


def kind_for(world: World, lever: Lever, place: int) -> PostKind:
    """What is written there with *lever*: an offer, an article or a post."""
    if lever is Lever.PROMOTE:
        return PostKind.OFFER
    kind = world.places[place].definition.kind
    return PostKind.ARTICLE if kind in ARTICLE_KINDS else PostKind.POST


def costs_of(content: Content, halves: int, by_machine: bool) -> tuple[int, ...]:
    """The seconds that one of each `PostKind` takes, with *halves* of the usual care."""
    minutes = content.post_minutes, content.article_minutes, content.offer_minutes
    return _costs(minutes, halves, by_machine)


@lru_cache(maxsize=256)
def _costs(minutes: tuple[float, float, float], halves: int, by_machine: bool) -> tuple[int, ...]:
    post, article, offer = (round(one * MINUTE) * halves // 2 for one in minutes)
    if by_machine:  # a machine sends them out, but not the articles
        post, offer = post * 7 // 10, offer * 7 // 10
    return post, article, offer


def _staff_time(world: World, state: RunnerState, lever: Lever) -> int:
    """Seconds that staff give to creating, where that is delegated."""
    who = state.week_plan.delegate
    if lever is not Lever.CREATE or who is None or world.now < state.staff_away_until:
        return 0
    staff = next(staff for staff in world.scenario.staff if staff.id == who)
    return staff.half_hours * HALF_HOUR // SITTINGS_PER_WEEK


def _draft(
    world: World,
    state: RunnerState,
    place: int,
    kind: PostKind,
    ended: int,
    nth: int,
    *,
    by_staff: bool,
) -> None:
    plan = state.week_plan
    if by_staff:
        staff = next(staff for staff in world.scenario.staff if staff.id == plan.delegate)
        quality = (400_000 + millionths(staff.skill)) * (85 if plan.expectations else 60) // 100
    else:
        lever = Lever.PROMOTE if kind is PostKind.OFFER else Lever.CREATE
        care = worth_of_care(world, plan.care_of(lever))
        quality = quality_of_posts(world, state, place, care, quality_of_owner(world, state))
    if plan.automation is not Automation.NONE:
        quality = quality * 85 // 100
    draft_post(
        world,
        state,
        place,
        kind,
        quality,
        ended,
        nth,
        bold=plan.claims,
        voice=plan.voice,
        by_staff=by_staff,
    )


def draft_post(
    world: World, state: RunnerState, place: int, kind: PostKind, quality: int, second: int, nth: int, *,
    bold: int, voice: int, by_staff: bool = False, audience: tuple[int, ...] = (),
) -> None:  # fmt: skip
    """Hand in a post; it appears with the next ones that go out. Its key is (place, day, sitting, lever, n-th)."""
    day, half = (second - MORNING) // DAY, int(second % DAY >= AFTERNOON)
    key = (((place * 16384 + day) * 2 + half) * 4 + int(kind)) * 100 + min(nth, 99)
    yesterday = second - DAY
    today = [before for before in state.posted.get(place, ()) if before > yesterday]
    state.posted[place] = [*today, second]
    world.drafts.append(
        Draft(
            state.index, place, kind, quality, bold, voice, key, second, by_staff, audience, len(today)
        )
    )  # fmt: skip
    state.posts_now[place] = state.posts_now.get(place, 0) + 1
    state.quality_sum += quality
    state.acts += 1
    learn(state, place, 100)
