"""Meeting: whom the owner seeks out to help, talk to or see in person, and what it does.

When there is time is in `sitting.py`; answers to those who wrote are in `replying.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.cause import Cause
from game.sim.clock import HOUR, MINUTE, WEEK
from game.sim.draws import Ints, Purpose
from game.sim.lever import Lever
from game.sim.parameter import MILLION, millionths
from game.sim.parameters.relationship import Relationship
from game.sim.posting import CARRIED_AT_MOST
from game.sim.relations import ACKNOWLEDGED, HELPED
from game.sim.replying import count_contact, quality_of_owner, worth_of_care
from game.sim.tables import log_normal, look_up

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World

#: How likely a person of each stage is to be sought out, per mille, by lever.
SOUGHT: dict[Lever, Ints] = {
    Lever.CONVERSE: np.array((0, 600, 800, 700, 500, 400, 200, 0), dtype=np.int64),
    Lever.HELP: np.array((20, 900, 800, 500, 300, 300, 400, 100), dtype=np.int64),
    Lever.MEET: np.array((150, 700, 700, 600, 400, 300, 200, 0), dtype=np.int64),
    Lever.LISTEN: np.array((100, 500, 500, 500, 500, 500, 200, 0), dtype=np.int64),
}


def choose_targets(world: World, state: RunnerState) -> None:
    """On Monday: whom the owner means to talk to, help or meet this week."""
    state.targets = {}
    span = world.span_of(state.index)
    wanted = [
        lever for lever in SOUGHT if state.week_plan.hours_of(lever) or state.carried.get(lever, 0)
    ]
    if not wanted:
        return
    stage, follows = world.relations.stage[span], world.relations.follows[span]
    in_reach = (follows != 0) | (stage > 0)
    if Lever.MEET in wanted:
        in_reach |= world.people.catchment != 0
    near = in_reach.nonzero()[0]
    if not len(near):
        return
    stage, in_touch = stage[near], (follows[near] != 0) | (stage[near] > 0)
    luck = world.draw(world.now, Purpose.CONTACT, near + span.start, world.now // WEEK) // 1000
    # one gets on with some better than with others, and seeks them again
    liked = world.draw(0, Purpose.AFFINITY, near + span.start, 0)
    luck = luck * look_up(log_normal(1000, world.parameters.relationship.affinity), liked) // 1000
    # brief care takes half as long
    shortest = max(1, int(world.parameters.relationship.talk_minutes / 2))
    for lever in wanted:
        reachable = in_touch if lever is not Lever.MEET else world.people.catchment[near] != 0
        score = luck * SOUGHT[lever][stage] * reachable
        minutes = (state.week_plan.hours_of(lever) * 30 + state.carried.get(lever, 0) // 60) * 2
        most = min(len(score), minutes // shortest + 2)
        best = score.argpartition(-most)[-most:] if most < len(score) else np.arange(most)
        best = best[(-score[best]).argsort(kind="stable")]
        state.targets[lever] = near[best[score[best] > 0]].tolist()
    world.array_calls += 1


def acknowledge(world: World, state: RunnerState, at: int, listened: int) -> None:
    """By the way, while listening: a click for somebody now and then, who notices (R6, R8)."""
    rates = world.parameters.relationship
    each, people = round(rates.like_minutes * MINUTE), state.targets.get(Lever.LISTEN, [])
    for person in people[: listened // each]:
        world.touch(
            state.index, person, at, Cause.CONVERSATION, liking=millionths(rates.like_liking)
        )
        world.relations.marks[world.row(state.index, person)] |= ACKNOWLEDGED
    del people[: listened // each]


def _at_an_event(world: World, state: RunnerState) -> bool:
    """Whether the runner goes to an event that is open."""
    return any(
        world.places[number].definition.kind == "event" and world.places[number].is_open
        for number in state.joined
    )


def _talk(rates: Relationship, lever: Lever) -> tuple[float, float, float, Cause, int]:
    """One contact: its minutes, the liking and the trust that it brings, its cause, and how far one gets known."""
    if lever is Lever.HELP:
        return rates.help_minutes, rates.help_liking, rates.help_trust, Cause.HELP, 250_000
    if lever is Lever.CONVERSE:
        return rates.talk_minutes, rates.talk_liking, rates.talk_trust, Cause.CONVERSATION, 150_000
    return rates.meet_minutes, rates.meet_liking, rates.meet_trust, Cause.MEETING, 350_000


def meet_people(world: World, state: RunnerState, lever: Lever, began: int, budget: int) -> int:
    """One-to-one contact with as many of the week's people as the time allows."""
    rates, care = world.parameters.relationship, state.week_plan.care_of(lever)
    at, people = began, state.targets.get(lever, [])
    minutes, liking, good, cause, known = _talk(rates, lever)
    each = round(minutes * MINUTE) * care.minutes_factor_halves // 2
    if lever is Lever.MEET and _at_an_event(world, state):
        each = each * 3 // 5  # everybody is in one room
    while budget >= each and people:
        person = people.pop(0)
        at, budget = at + each, budget - each
        worth = worth_of_care(world, care) * quality_of_owner(world, state) // MILLION
        warmth = 100 + 8 * (2 - state.week_plan.voice)
        before = 1
        if lever is Lever.MEET and world.relations.follows[world.row(state.index, person)]:
            before = 2  # contact online before the meeting counts double
        world.touch(
            state.index, person, at, cause, familiarity=known, contact=each,
            liking=before * millionths(liking) * worth // MILLION * warmth // 100,
            good=millionths(good) * worth // MILLION,
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
