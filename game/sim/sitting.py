"""Sittings: the plan becomes two sittings a day, and in each the owner works through the levers.

The owner is a preemptive resource: a crisis takes a sitting over, and what was not finished carries over. The inbox is
served by `replying.py`, people are sought out in `meeting.py`, posts are written in `posting.py`.
"""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from typing import TYPE_CHECKING

import simpy

from game.sim.agenda import Record
from game.sim.clock import HOUR, MINUTE, SITTINGS_PER_WEEK, Phase
from game.sim.lever import IN_ORDER, Lever
from game.sim.meeting import acknowledge, meet_people
from game.sim.plan import HALF_HOUR
from game.sim.posting import CARRIED_AT_MOST, write
from game.sim.presence import set_up
from game.sim.replying import answer

if TYPE_CHECKING:
    from game.sim.inbox import Message
    from game.sim.state import RunnerState
    from game.sim.world import World

TALKS = (Lever.HELP, Lever.CONVERSE, Lever.MEET)
LONGEST = 4 * HOUR + 50 * MINUTE  # a sitting ends before its posts go out


def length_of(world: World, state: RunnerState) -> int:
    """Seconds that the next sitting takes; none while the owner is away."""
    if state.away_until > world.now or world.quiet or world.parameters.inbox.working:
        return 0
    planned = state.week_plan.spent * HALF_HOUR // SITTINGS_PER_WEEK
    return min(LONGEST, planned + sum(state.carried.values()))


def begin(world: World) -> None:
    """Every owner who is there sits down."""
    now, agenda = world.now, world.agenda
    ends = [now + length_of(world, state) for state in world.runners]
    disturbed = any(map(partial(_may_be_disturbed, world), world.runners, ends))
    for state, end in zip(world.runners, ends, strict=True):
        if end > now and disturbed:
            agenda.environment.process(sit(world, state, agenda.owners[state.index]))
        elif end > now:
            agenda.put(Record(end, Phase.WORK, state.index, 0, "work", (now,)))


def _may_be_disturbed(world: World, state: RunnerState, ends: int) -> bool:
    """Whether a crisis has the owner, or one that brews may strike before the sitting *ends*."""
    if world.agenda.owners[state.index].users:
        return True
    return "sign" in [one.stage for one in state.setbacks] and any(
        record.kind == "setback" and record.runner == state.index and record.when <= ends
        for record in world.agenda.pending
    )


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
    budgets, carried, left = dict.fromkeys(IN_ORDER, 0), state.carried, elapsed
    for lever, planned in state.week_plan.sitting_seconds:
        wanted = planned + carried.get(lever, 0)
        if not wanted:
            continue
        if state.owed_seconds:
            paid = min(state.owed_seconds, wanted)
            state.owed_seconds -= paid
            wanted -= paid
            left -= paid
        given = max(0, min(wanted, left))
        left -= given
        budgets[lever] = given
        carried[lever] = min(CARRIED_AT_MOST, wanted - given)
    return budgets


def work(world: World, state: RunnerState, began: int, ended: int) -> None:
    """What the owner did between *began* and *ended*."""
    budgets = _budgets(state, ended - began)
    listens, studies, tries = budgets[Lever.LISTEN], budgets[Lever.STUDY], budgets[Lever.TRY]
    at = _reply(world, state, began, budgets[Lever.REPLY])
    for lever in TALKS:
        if budgets[lever]:
            at = meet_people(world, state, lever, at, budgets[lever])
    write(world, state, ended, budgets)
    if listens:
        acknowledge(world, state, at, listens)
    state.listened += listens
    state.season_listened += listens
    state.studied += studies
    state.tried += studies + tries
    if tries:
        set_up(world, state, tries)


def _reply(world: World, state: RunnerState, began: int, budget: int) -> int:
    """Serve the inbox; reply minutes that nobody needs go to listening."""
    if not budget:
        return began
    halves = state.week_plan.care_of(Lever.REPLY).minutes_factor_halves

    def done(message: Message, at: int) -> None:
        answer(world, state, message, at)

    last = state.inbox.serve(began, began + budget, done, halves=halves)
    unused = began + budget - last
    if state.inbox.is_waited_at(last):
        state.carried[Lever.REPLY] = min(CARRIED_AT_MOST, state.carried[Lever.REPLY] + unused)
    else:
        state.listened += unused
        state.season_listened += unused
    return last
