"""Platforms: people join and leave places, places open, change their rules, fade and close.

Joining follows others (Bass); staying needs company of one's own contacts. What is posted there is in `attention.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.booking import unfollow
from game.sim.cause import Cause
from game.sim.clock import DAY, WEEK, WEEKS_PER_YEAR
from game.sim.column import bare, kept
from game.sim.draws import SPAN, Ints, Purpose, draw
from game.sim.kernels.reference import trust_of
from game.sim.parameter import MILLION, millionths
from game.sim.parameters.platforms import Platforms
from game.sim.people import PEOPLE_AT_ONCE, People
from game.sim.place import Place

if TYPE_CHECKING:
    from game.sim.state import PlaceState
    from game.sim.world import World

MONTH_WEEKS = 4
MONTHS = WEEKS_PER_YEAR // MONTH_WEEKS


def eagerness(rates: Platforms) -> Ints:
    """How fast people join, in thousandths of the get-its, by kind."""
    kinds = (rates.traditional, rates.get_it, rates.scissors)
    return np.array([round(kind * 1000) for kind in kinds], dtype=np.int64)


def first_members(place: Place, people: People, rates: Platforms, seed: int, number: int) -> Ints:
    """Who is a member before the start."""
    luck = draw(seed, Purpose.JOIN, np.arange(people.count) | (number << 32), -1)
    share = int(place.starting_share * SPAN) if place.opens_week <= 0 else 0
    eager = eagerness(rates)[people.kind]
    return kept(luck < np.minimum(share // 1000 * (400 + eager * 6 // 10), SPAN), np.int8)


def open_and_close(world: World) -> None:
    """Each Monday: launches, fixed ends, changes of the rules; every fourth Monday people come and go."""
    week = world.now // WEEK
    for number, place in enumerate(world.places):
        definition = place.definition
        if not place.is_open and not place.closed and definition.opens_week <= week:
            _open(world, place, number)
        if place.is_open and definition.closes_week is not None and week >= definition.closes_week:
            close(world, number)
        for change in definition.rule_changes:
            if change.week == week:
                place.reach = place.reach * millionths(change.reach) // MILLION
                world.ledger.note(world.now, "rule_change", -1, -1, definition.id)
        if place.is_open and week % MONTH_WEEKS == 0 and not definition.owned:
            come_and_go(world, place, number, week)
            if faded(world, place, week):
                close(world, number)


def _open(world: World, place: PlaceState, number: int) -> None:
    place.is_open = True
    if place.definition.opens_week > 0:
        seed = world.seed(world.now)
        luck = draw(seed, Purpose.JOIN, np.arange(world.people.count) | (number << 32), -1)
        share = int(place.definition.starting_share * SPAN)
        eager = eagerness(world.parameters.platforms)[world.kind]
        place.members = kept(luck < share // 1000 * (eager // 2), np.int8)
    world.ledger.note(world.now, "opened", -1, -1, place.definition.id)


def company(world: World, place: PlaceState) -> Ints:
    """Per mille of each person's contacts who are members."""
    people = world.people
    there = people.sum_over_contacts(place.members)
    share: Ints = there * 1000 // np.maximum(people.degree, 1)
    return share


def come_and_go(world: World, place: PlaceState, number: int, week: int) -> None:
    """Four weeks: people join after their contacts (Bass), try and go quiet, leave where they are lonely, or for good.

    Who joins by a push or a pull stays if there is company; beside them some open an account and do not stay (P5).
    Leaving for good goes with the contacts who left for good (the infectious recovery of Cannarella & Spechler 2014).
    """
    here, gone = company(world, place), _desertion(world, place)
    for first in range(0, world.people.count, PEOPLE_AT_ONCE):
        last = min(first + PEOPLE_AT_ONCE, world.people.count)
        _come_and_go(world, place, number, week, slice(first, last), here, gone)
    place.members = place.members.copy()  # replaced as a whole, see `members.py`
    world.array_calls += 1


def _desertion(world: World, place: PlaceState) -> Ints | None:
    """Per mille of the rate of leaving for good, by how many of one's contacts did; none where nobody does."""
    if not place.definition.abandonment:
        return None
    left = world.people.sum_over_contacts(place.departed)
    first = round(world.parameters.platforms.first_to_leave * 1000)
    gone: Ints = first + left * 1000 // np.maximum(world.people.degree, 1)
    return gone


def _come_and_go(
    world: World, place: PlaceState, number: int, week: int, some: slice, company: Ints, desertion: Ints | None
) -> None:  # fmt: skip
    definition, here = place.definition, company[some]
    relation = np.arange(some.start, some.stop) | (number << 32)
    member = bare(place.members)[some] != 0
    pull = int(definition.imitation * SPAN / MONTHS)
    push = 0 if definition.invitation else int(definition.innovation * SPAN / MONTHS)
    chance = (push + pull // 1000 * here) // 1000
    chance *= eagerness(world.parameters.platforms)[world.kind[some]]
    seed = world.seed(world.now)
    luck = draw(seed, Purpose.JOIN, relation, week)
    outside = ~member & (place.departed[some] == 0)
    joins = outside & (luck < np.minimum(chance, SPAN))
    tries = int(definition.trials * 1000) * (2000 - here) // 1000
    place.registered[some] |= outside & (luck < np.minimum(chance // 1000 * (1000 + tries), SPAN))
    needed = max(1, int(definition.company_needed * 1000))
    lonely = np.maximum(needed - here, 0) * 1000 // needed
    leaving = int((1 - definition.retention) * SPAN) // 1000 * lonely
    away = draw(seed, Purpose.LEAVE, relation, week)
    leaves = member & (away < leaving)
    if desertion is not None:
        drawn_away = int(definition.abandonment * SPAN / MONTHS) // 1000 * desertion[some]
        departs = member & (SPAN - 1 - away < drawn_away)
        place.departed[some] |= departs
        leaves |= departs
    place.members[some] = joins | (member & ~leaves)


def faded(world: World, place: PlaceState, week: int) -> bool:
    """Whether, after its first year, so few use the place that its operator gives it up."""
    age = week - place.definition.opens_week
    return (
        age > WEEKS_PER_YEAR
        and int(place.members.sum()) < world.parameters.platforms.faded * world.people.count
    )


def minutes_per_account(world: World, place: PlaceState) -> float:
    """Minutes a month for each account ever opened: the more company there is, the longer one stays (P7)."""
    spent = company(world, place) * (place.members != 0)
    accounts = max(1, int(place.registered.sum()))
    return float(spent.sum()) / 1000 * world.parameters.platforms.full_minutes / accounts


def close(world: World, number: int) -> None:
    """The place closes. Its followers are lost, but those who trust a runner may move to another of its places."""
    place = world.places[number]
    place.is_open, place.closed, place.closed_week = False, True, world.now // WEEK
    world.ledger.note(world.now, "closed", -1, -1, place.definition.id)
    people, relations = world.people.count, world.relations
    rows = np.flatnonzero(relations.follows >> number & 1)
    if len(rows):
        trust = trust_of(relations.good[rows], relations.bad[rows])
        rates = world.parameters.platforms
        carried, by_trust = millionths(rates.move_with_you), millionths(rates.move_by_trust)
        moves = draw(
            world.seed(world.now),
            Purpose.FOLLOW,
            (rows // people << 32) | rows % people,
            -2 - number,
        )
        follows_on = moves * MILLION // SPAN < carried + trust * by_trust // MILLION
        _carry_over(world, rows[follows_on], number)
        unfollow(world, rows, 1 << number, Cause.PLACE, world.now // DAY, left=False)
    for state in world.runners:
        state.setup_left.pop(number, None)
        state.joined.pop(number, None)
    place.members = np.zeros_like(place.members)


def _carry_over(world: World, rows: Ints, number: int) -> None:
    """Those who trust follow on another place of the same runner, if they are members there."""
    people = world.people.count
    world.followers.forget()
    for state in world.runners:
        others = [
            other
            for other in sorted(state.joined)
            if other != number and world.places[other].is_open
        ]
        mine = rows[rows // people == state.index]
        for other in others:
            there = mine[world.places[other].members[mine % people] != 0]
            world.relations.follows[there] |= np.int64(1) << other
