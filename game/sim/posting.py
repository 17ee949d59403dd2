"""Posting: how the time for creating and promoting becomes posts, articles and offers.

When there is time is in `sitting.py`; what happens when they go out is in `publishing.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.clock import DAY, HOUR, MINUTE, MORNING, SITTINGS_PER_WEEK
from game.sim.lever import Lever
from game.sim.parameter import millionths
from game.sim.plan import Automation
from game.sim.posts import Draft, PostKind
from game.sim.practice import learn, quality_of_posts
from game.sim.replying import CARE_WORTH, quality_of_owner

if TYPE_CHECKING:
    from game.sim.world import RunnerState, World

HALF_HOUR = 30 * MINUTE
CARRIED_AT_MOST = 6 * HOUR
AFTERNOON = 15 * HOUR  # sittings that begin before this are the first of the day
ARTICLE_PLACES = ("blog", "website")


def write(
    world: World, state: RunnerState, lever: Lever, ended: int, budget: int, shares: dict[int, int]
) -> None:
    """Write posts, articles or offers with the time there is; what does not suffice is carried over."""
    staff = _staff_time(world, state, lever)
    undone = state.carried.pop(lever, 0)  # what this sitting was too short for
    budget += staff
    if not shares:
        budget = undone = 0  # nowhere to put it
    nth, credit = 0, state.credit
    while budget:
        number = min(shares, key=lambda n: ((credit.get(n, 0) + 1) * 10_000 // shares[n], n))
        kind = kind_for(world, lever, number)
        cost = _seconds_for(world, state, lever, kind)
        if cost > budget:
            break
        budget -= cost
        credit[number] = credit.get(number, 0) + 1
        _draft(world, state, number, kind, ended, nth, by_staff=staff > 0)
        nth += 1
    state.carried[lever] = min(CARRIED_AT_MOST, budget + undone)


def shares_of(world: World, state: RunnerState) -> dict[int, int]:
    """The share of the posts of each place that is joined, open and not to be quiet; an event takes none."""
    shares = state.week_plan.share_by_place
    found = {
        n: shares.get(world.places[n].definition.id, 0)
        for n in state.joined
        if takes_posts(world, state, n)
    }
    return {n: share for n, share in found.items() if share}


def takes_posts(world: World, state: RunnerState, place: int) -> bool:
    """Whether the runner can post there: joined, open, and not an event, where people only meet."""
    there = world.places[place]
    return place in state.joined and there.is_open and there.definition.kind != "event"


def kind_for(world: World, lever: Lever, place: int) -> PostKind:
    """What is written there with *lever*: an offer, an article or a post."""
    if lever is Lever.PROMOTE:
        return PostKind.OFFER
    kind = world.places[place].definition.kind
    return PostKind.ARTICLE if kind in ARTICLE_PLACES else PostKind.POST


def _seconds_for(world: World, state: RunnerState, lever: Lever, kind: PostKind) -> int:
    """What one post of this kind takes."""
    content, plan = world.parameters.content, state.week_plan
    minutes = {
        PostKind.POST: content.post_minutes,
        PostKind.ARTICLE: content.article_minutes,
        PostKind.OFFER: content.offer_minutes,
    }[kind]
    cost = round(minutes * MINUTE) * plan.care_of(lever).minutes_factor_halves // 2
    if plan.automation is not Automation.NONE and kind is not PostKind.ARTICLE:
        cost = cost * 7 // 10  # a machine sends them out
    return cost


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
    lever = Lever.PROMOTE if kind is PostKind.OFFER else Lever.CREATE
    quality = quality_of_posts(
        world, state, place, CARE_WORTH[plan.care_of(lever)], quality_of_owner(world, state)
    )
    if by_staff:
        staff = next(staff for staff in world.scenario.staff if staff.id == plan.delegate)
        quality = (
            (400_000 + millionths(staff.skill)) * (85 if plan.expectations else 60) // 100
        )  # R of 2.10
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
    today = [before for before in state.posted.get(place, ()) if before > second - DAY]
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
