"""Sittings: the plan becomes two sittings a day, and in each the owner works through the levers.

The owner is a preemptive resource: a crisis takes a sitting over, and what was not finished carries over. Posts go out
when a sitting is over (`attention.py`); the inbox is served by `replying.py`.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

import numpy as np
import simpy

from game.sim.cause import Cause
from game.sim.clock import DAY, HOUR, MINUTE, MORNING, SITTINGS_PER_WEEK, WEEK
from game.sim.draws import SPAN, Ints, Purpose, draw
from game.sim.lever import SOCIAL_LEVERS, Lever
from game.sim.parameter import MILLION, millionths
from game.sim.plan import Automation
from game.sim.posts import Draft, PostKind
from game.sim.practice import learn, quality_of_posts
from game.sim.relations import HELPED
from game.sim.replying import CARE_WORTH, answer, count_contact, quality_of_owner

if TYPE_CHECKING:
    from game.sim.inbox import Message
    from game.sim.world import RunnerState, World

HALF_HOUR = 30 * MINUTE
HELP_MINUTES, TALK_MINUTES, MEET_MINUTES = 15, 8, 20
LONGEST = 4 * HOUR + 50 * MINUTE  # a sitting ends before its posts go out
CARRIED_AT_MOST = 6 * HOUR
AFTERNOON = 15 * HOUR  # sittings that begin before this are the first of the day
ARTICLE_PLACES = ("blog", "website")

#: How likely a person of each stage is to be sought out, per mille, by lever.
SOUGHT: dict[Lever, tuple[int, ...]] = {
    Lever.CONVERSE: (0, 600, 800, 700, 500, 400, 200, 0),
    Lever.HELP: (20, 900, 800, 500, 300, 300, 400, 100),
    Lever.MEET: (150, 700, 700, 600, 400, 300, 200, 0),
}


def length_of(world: World, state: RunnerState) -> int:
    """Seconds that the next sitting takes; none while the owner is away."""
    if state.away_until > world.now or world.quiet or world.parameters.inbox.working:
        return 0
    planned = state.week_plan.spent * HALF_HOUR // SITTINGS_PER_WEEK
    return min(LONGEST, planned + sum(state.carried.values()))


def sit(
    world: World, state: RunnerState, owner: simpy.PreemptiveResource
) -> Generator[simpy.Event, object, None]:
    """One sitting, as a process: it waits for the owner, works, and yields to a crisis."""
    length, began = length_of(world, state), world.now
    with owner.request(priority=1) as turn:
        try:
            yield turn
            began = world.now
            yield world.agenda.environment.timeout(length)
        except simpy.Interrupt:
            pass
    work(world, state, began, world.now)


def crisis(
    world: World, owner: simpy.PreemptiveResource, seconds: int
) -> Generator[simpy.Event, object, None]:
    """A crisis takes the owner at once, whatever they were doing."""
    with owner.request(priority=0, preempt=True) as turn:
        yield turn
        yield world.agenda.environment.timeout(seconds)


def _budgets(state: RunnerState, elapsed: int) -> dict[Lever, int]:
    """Seconds for each lever in this sitting, after what is owed; what does not fit into *elapsed* is carried."""
    budgets = {}
    left = elapsed
    for lever in (Lever.REPLY, *(lever for lever in SOCIAL_LEVERS if lever is not Lever.REPLY)):
        wanted = state.week_plan.hours_of(
            lever
        ) * HALF_HOUR // SITTINGS_PER_WEEK + state.carried.get(lever, 0)
        paid = min(state.owed_seconds, wanted)
        state.owed_seconds -= paid
        wanted -= paid
        left -= paid
        given = max(0, min(wanted, left))
        left -= given
        budgets[lever] = given
        state.carried[lever] = min(CARRIED_AT_MOST, wanted - given)
    return budgets


def work(world: World, state: RunnerState, began: int, ended: int) -> None:
    """What the owner did between *began* and *ended*."""
    budgets = _budgets(state, ended - began)
    at = _reply(world, state, began, budgets[Lever.REPLY])
    for lever in (Lever.HELP, Lever.CONVERSE, Lever.MEET):
        if budgets[lever]:
            at = _meet_people(world, state, lever, at, budgets[lever])
    _write(world, state, Lever.CREATE, ended, budgets[Lever.CREATE])
    _write(world, state, Lever.PROMOTE, ended, budgets[Lever.PROMOTE])
    state.listened += budgets[Lever.LISTEN]
    state.season_listened += budgets[Lever.LISTEN]
    state.studied += budgets[Lever.STUDY]
    _set_up(world, state, budgets[Lever.TRY])


def _reply(world: World, state: RunnerState, began: int, budget: int) -> int:
    """Serve the inbox; reply minutes that nobody needs go to listening."""
    if not budget:
        return began
    halves = state.week_plan.care_of(Lever.REPLY).minutes_factor_halves

    def done(message: Message, at: int) -> None:
        answer(world, state, message, at)

    last = state.inbox.serve(began, began + budget, done, halves=halves)
    unused = began + budget - last
    if state.inbox.count(last):
        state.carried[Lever.REPLY] = min(CARRIED_AT_MOST, state.carried[Lever.REPLY] + unused)
    else:
        state.listened += unused
        state.season_listened += unused
    return last


def choose_targets(world: World, state: RunnerState) -> None:
    """On Monday: whom the owner means to talk to, help or meet this week."""
    state.targets = {}
    span = world.span_of(state.index)
    wanted = [
        lever for lever in SOUGHT if state.week_plan.hours_of(lever) or state.carried.get(lever, 0)
    ]
    if not wanted:
        return
    ids = np.arange(world.people.count, dtype=np.int64)
    luck = draw(
        world.seed(world.now), Purpose.CONTACT, (state.index << 32) | ids, world.now // WEEK
    )
    stage, follows = world.relations.stage[span], world.relations.follows[span]
    for lever in wanted:
        weight = np.array(SOUGHT[lever], dtype=np.int64)[stage]
        reachable = (
            (follows != 0) | (stage > 0) if lever is not Lever.MEET else world.people.catchment != 0
        )
        score = np.where(reachable, luck // 1000 * weight, 0)
        minutes = (state.week_plan.hours_of(lever) * 30 + state.carried.get(lever, 0) // 60) * 2
        most = min(len(score), minutes // (TALK_MINUTES // 2) + 2)
        best = np.argpartition(score, -most)[-most:] if most < len(score) else ids
        best = best[np.argsort(-score[best], kind="stable")]
        state.targets[lever] = best[score[best] > 0].tolist()
    world.array_calls += 1


def _meet_people(world: World, state: RunnerState, lever: Lever, began: int, budget: int) -> int:
    """One-to-one contact with as many of the week's people as the time allows."""
    rates, care = world.parameters.relationship, state.week_plan.care_of(lever)
    minutes = {Lever.HELP: HELP_MINUTES, Lever.CONVERSE: TALK_MINUTES, Lever.MEET: MEET_MINUTES}[
        lever
    ]
    liking, good, cause, known = {
        Lever.HELP: (rates.help_liking, rates.help_trust, Cause.HELP, 250_000),
        Lever.CONVERSE: (rates.talk_liking, rates.talk_trust, Cause.CONVERSATION, 150_000),
        Lever.MEET: (rates.meet_liking, rates.meet_trust, Cause.MEETING, 350_000),
    }[lever]
    each = minutes * MINUTE * care.minutes_factor_halves // 2
    worth = CARE_WORTH[care] * quality_of_owner(world, state) // MILLION
    warmth = 100 + 8 * (2 - state.week_plan.voice)
    at, people = began, state.targets.get(lever, [])
    while budget >= each and people:
        person = people.pop(0)
        at, budget = at + each, budget - each
        before = 1
        if lever is Lever.MEET and world.relations.follows[world.row(state.index, person)]:
            before = 2  # contact online before the meeting counts double
        world.touch(
            state.index, person, at, cause, familiarity=known, contact=each,
            liking=before * millionths(liking) * worth // MILLION * warmth // 100, good=millionths(good) * worth // MILLION,
        )  # fmt: skip
        if lever is Lever.HELP:
            world.relations.marks[world.row(state.index, person)] |= HELPED
            _introduce(world, state, person, at)
        count_contact(world, state, each, cause)
    state.carried[lever] = min(
        CARRIED_AT_MOST, state.carried.get(lever, 0) + (budget if people else 0)
    )
    return at


def _introduce(world: World, state: RunnerState, person: int, at: int) -> None:
    """Whoever is helped mentions it to a contact."""
    first, last = world.people.starts[person], world.people.starts[person + 1]
    if last > first:
        friend = int(world.people.contacts[first + (at // MINUTE + person) % int(last - first)])
        world.touch(
            state.index, friend, at + HOUR, Cause.TALKED_ABOUT, familiarity=120_000, liking=15_000
        )


def _place_for(world: World, state: RunnerState) -> int | None:
    """The joined, open place that is furthest behind its share of the posts."""
    shares = dict(state.week_plan.shares)
    places = [
        n
        for n in sorted(state.joined)
        if world.places[n].is_open and shares.get(world.places[n].definition.id, 0)
    ]
    if not places:
        return None
    return min(
        places,
        key=lambda n: (
            (state.credit.get(n, 0) + 1) * 10_000 // shares[world.places[n].definition.id],
            n,
        ),
    )


def _write(world: World, state: RunnerState, lever: Lever, ended: int, budget: int) -> None:
    """Write posts, articles or offers with the time there is; what does not suffice is carried over."""
    content, care = world.parameters.content, state.week_plan.care_of(lever)
    staff = _staff_time(world, state, lever)
    budget += state.carried.pop(lever, 0) + staff
    nth = 0
    while budget > 0:
        number = _place_for(world, state)
        if number is None:
            budget = 0  # nowhere to put it
            break
        article = lever is Lever.CREATE and world.places[number].definition.kind in ARTICLE_PLACES
        minutes = (
            content.offer_minutes
            if lever is Lever.PROMOTE
            else content.article_minutes
            if article
            else content.post_minutes
        )
        cost = round(minutes * MINUTE) * care.minutes_factor_halves // 2
        if state.week_plan.automation is not Automation.NONE and not article:
            cost = cost * 7 // 10  # a machine sends them out
        if cost > budget:
            break
        budget -= cost
        state.credit[number] = state.credit.get(number, 0) + 1
        kind = (
            PostKind.OFFER
            if lever is Lever.PROMOTE
            else PostKind.ARTICLE
            if article
            else PostKind.POST
        )
        _draft(world, state, number, kind, ended, nth, by_staff=staff > 0)
        nth += 1
    state.carried[lever] = min(CARRIED_AT_MOST, budget)


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
    world.drafts.append(
        Draft(state.index, place, kind, quality, bold, voice, key, second, by_staff, audience)
    )
    state.posts_now[place] = state.posts_now.get(place, 0) + 1
    state.quality_sum += quality
    state.acts += 1
    learn(state, place, 100)


def _set_up(world: World, state: RunnerState, budget: int) -> None:
    """Hours of *try* set up the place that is being joined; without one they teach a little."""
    place = state.week_plan.joining
    if place is None or not budget:
        state.studied += budget // 2
        return
    number = world.person_place[place]
    if number not in state.setup_left or not world.places[number].is_open:
        return
    state.setup_left[number] -= budget
    if state.setup_left[number] <= 0:
        state.setup_left.pop(number)
        join(world, state, number)


def join(world: World, state: RunnerState, number: int) -> None:
    """The runner can post on the place from now on; customers and friends who are there begin to follow."""
    from game.sim.booking import (
        follow,
    )  # circular: following may bring a greeting, which is an effect

    state.joined[number] = world.now // DAY
    state.credit = {}
    world.ledger.note(world.now, "joined", state.index, -1, world.places[number].definition.id)
    span = world.span_of(state.index)
    known = (world.relations.stage[span] >= 1) & (world.places[number].members != 0)
    luck: Ints = draw(
        world.seed(world.now),
        Purpose.FOLLOW,
        (state.index << 32) | np.arange(world.people.count),
        world.now // DAY,
    )
    rows = np.flatnonzero(known & (luck < SPAN * 3 // 10))
    if len(rows):
        follow(world, rows + span.start, np.full(len(rows), number), Cause.START, world.now // DAY)
