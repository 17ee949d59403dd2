"""The clockwork: which handler each kind of record has, how a world is built, and how one is armed again.

The rules themselves live in the files that the handlers call; worlds are frozen and thawed in `checkpoint.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np
import simpy

from game.sim import (
    attention,
    card,
    discovery,
    insight,
    meeting,
    season,
    setback,
    settlement,
    sitting,
    trade,
)
from game.sim.agenda import Agenda, Record
from game.sim.clock import (
    DAY,
    DAYS_PER_SEASON,
    EVENING_POST,
    FIRST_SITTING,
    HOUR,
    MIDDAY_POST,
    MORNING,
    SECOND_SITTING,
    WEEK,
    Phase,
    is_season_start,
    is_year_start,
)
from game.sim.column import kept
from game.sim.inbox import Inbox, Message
from game.sim.knack import first_views, judge_views, learn_from_others
from game.sim.ledger import Ledger
from game.sim.luck import Luck
from game.sim.measure import MEASURE_INDEX
from game.sim.orders import plan_of_week
from game.sim.people import make_people
from game.sim.plan import make_plan
from game.sim.planning import first_plan, unlocked_in
from game.sim.platform import first_members, open_and_close
from game.sim.practice import UNIT, learn_from_week, mean_quality
from game.sim.presence import join
from game.sim.publishing import fill_streams, publish
from game.sim.replying import answer, give_up
from game.sim.scenario import Scenario
from game.sim.state import PlaceState, RunnerState
from game.sim.temperament import people_drift
from game.sim.world import World


def build(scenario: Scenario, luck: Luck, weeks: int) -> World:
    """A new world for *scenario* under *luck*, at midnight of its first Monday."""
    seed = luck.seed_on(0)
    people = make_people(scenario.market, scenario.parameters.network, seed)
    places = [
        PlaceState(place, first_members(place, people, scenario.parameters.platforms, seed, number))
        for number, place in enumerate(scenario.places)
    ]
    world = World(scenario, luck, people, places)
    world.conditions = card.conditions_of(scenario)
    arm(world, 0, ())
    for place in places:
        place.is_open = place.definition.opens_week <= 0
        if place.definition.owned:
            place.members = kept(np.ones(people.count), np.int8)
    for index in range(len(scenario.runners)):
        _seat(world, index)
    world.views = first_views(world)
    judge_views(world)
    _open_ledger(world.ledger, world)
    _first_records(world, weeks)
    return world


def _seat(world: World, index: int) -> None:
    definition = world.scenario.runners[index]
    purse = round(definition.purse_hours * 2)
    blank = make_plan({})
    state = RunnerState(index, definition, blank, blank, purse, Inbox(), partner=definition.partner)
    state.lever_unlocks = unlocked_in(world, 0)
    state.plan = state.week_plan = first_plan(state)
    for light, words in world.scenario.lights.items():
        if words.off:
            state.lights[light].state = "off"
    world.runners.append(state)
    for id in definition.on:
        number = world.place_number[id]
        state.experience[number] = round(world.parameters.practice.at_start * UNIT)
        join(world, state, number)
    discovery.start_known(world, state)


def _open_ledger(ledger: Ledger, world: World) -> None:
    """Everybody is a stranger before anything is booked."""
    ledger.values[:, MEASURE_INDEX["strangers"]] = world.people.count
    ledger.values[:, MEASURE_INDEX["energy"]] = 100


def _first_records(world: World, weeks: int) -> None:
    end = weeks * WEEK
    put = world.agenda.put
    put(Record(0, Phase.SEASON, 0, 0, "season"))
    put(Record(0, Phase.REQUESTS, 0, 0, "requests"))
    put(Record(MORNING, Phase.MORNING, 0, 0, "morning"))
    put(Record(WEEK, Phase.SETTLEMENT, 0, 0, "settlement"))
    put(Record(MIDDAY_POST, Phase.POST, 0, 0, "post"))
    put(Record(FIRST_SITTING, Phase.SITTING, 0, 0, "sitting"))
    put(Record(end, Phase.END, 0, 0, "end"))


def arm(world: World, start: int, pending: tuple[Record, ...]) -> None:
    """Give *world* a clockwork at second *start* with these *pending* records, and an owner to each runner."""
    world.agenda = Agenda(start, partial(handle, world))
    environment = world.agenda.environment
    owners = [simpy.PreemptiveResource(environment) for _ in world.scenario.runners]
    world.agenda.owners = owners
    world.agenda.put_all(pending)


def handle(world: World, record: Record) -> None:
    """Let *record* happen."""
    HANDLERS[record.kind](world, record)


def on_settlement(world: World, record: Record) -> None:
    """Monday, midnight: the week that ended is settled; at a season's turn the record is sealed."""
    week = record.when // WEEK
    settlement.settle_week(world)
    put = world.agenda.put
    if is_season_start(week):
        put(Record(record.when, Phase.DIGEST, 0, 0, "digest"))
        put(Record(record.when, Phase.CHECKPOINT, 0, 0, "checkpoint"))
        put(Record(record.when, Phase.SEASON, 0, 0, "season"))
    put(Record(record.when, Phase.REQUESTS, 0, 0, "requests"))
    put(Record(record.when + WEEK, Phase.SETTLEMENT, 0, 0, "settlement"))


def on_digest(world: World, record: Record) -> None:
    """The season that ended is sealed."""
    settlement.seal(world)


def on_checkpoint(world: World, record: Record) -> None:
    """The instant at which a checkpoint may be taken; the run looks for it."""
    world.at_checkpoint = True


def on_season(world: World, record: Record) -> None:
    """A season begins: moves, levers, and the keyed uniforms of its setbacks and cards."""
    for state in world.runners:
        season.begin_season(world, state)
    if world.quiet:
        return
    if is_year_start(record.when // WEEK) and record.when:
        people_drift(world)
    world.setback_luck = setback.chances_of_season(world)
    first = record.when // DAY
    for day, runner, number in (
        card.candidates(world, card.chances_of_season(world)) if world.scenario.cards else []
    ):
        if day < DAYS_PER_SEASON:
            at = (first + day) * DAY + 12 * HOUR
            world.agenda.put(Record(at, Phase.CARD, runner, number, "card", ("perhaps",)))


def on_requests(world: World, record: Record) -> None:
    """Monday, midnight: lights may dawn, and each runner is asked."""
    if world.quiet:
        return
    for state in world.runners:
        insight.reflect(world, state)
    for state in world.runners:
        season.ask_monday(world, state)


def on_morning(world: World, record: Record) -> None:
    """Every day at 06:00: the attention day closes, and the new one opens."""
    if record.when > MORNING:
        attention.close_day(world)
    if world.parameters.inbox.working:
        _serve_day_and_night(world)  # before anybody is found to have given up
    for state in world.runners:
        give_up(world, state)
    if record.when % WEEK == MORNING:
        _begin_week(world)
    trade.meet_needs(world)
    if not world.quiet:
        _brew(world, record.when // DAY)
    world.agenda.put(record._replace(when=record.when + DAY))


def _begin_week(world: World) -> None:
    for state in world.runners:
        state.quality_before = mean_quality(state)
        state.posts_before, state.posts_now, state.quality_sum = state.posts_now, {}, 0
        state.week_plan = plan_of_week(world, state)
        learn_from_week(world, state)
    learn_from_others(world)
    open_and_close(world)
    trade.draw_needs(world)
    fill_streams(world)
    discovery.look_around(world)
    trade.recommend(world)
    if world.quiet:
        return
    for state in world.runners:
        meeting.choose_targets(world, state)


def _brew(world: World, day: int) -> None:
    luck = world.setback_luck[day % DAYS_PER_SEASON].tolist()
    for state in world.runners:
        setback.notice_signs(world, state)
        setback.brew(world, state, luck[state.index])


def _serve_day_and_night(world: World) -> None:
    """The queueing check: a server who never leaves the inbox, so that theory can be met."""
    for state in world.runners:
        inbox = state.inbox
        began = max(inbox.free_at, world.now - DAY)

        def done(message: Message, at: int, state: RunnerState = state) -> None:
            answer(world, state, message, at)

        inbox.free_at = max(began, inbox.serve(began, world.now, done, finish=True))


def on_sitting(world: World, record: Record) -> None:
    """The owners sit down, unless away; the next sitting is put into the calendar."""
    sitting.begin(world)
    in_week = record.when % WEEK
    if in_week % DAY == FIRST_SITTING:
        step = SECOND_SITTING - FIRST_SITTING
    else:
        step = DAY - (SECOND_SITTING - FIRST_SITTING) + (DAY if in_week // DAY == 5 else 0)
    world.agenda.put(record._replace(when=record.when + step))


def on_work(world: World, record: Record) -> None:
    """A sitting that nothing disturbed is over."""
    sitting.work(world, world.runners[record.runner], int(record.data[0]), record.when)


def on_post(world: World, record: Record) -> None:
    """What was written goes out."""
    if world.drafts:
        publish(world)
    step = (
        EVENING_POST - MIDDAY_POST
        if record.when % DAY == MIDDAY_POST
        else DAY - (EVENING_POST - MIDDAY_POST)
    )
    world.agenda.put(record._replace(when=record.when + step))


def on_card(world: World, record: Record) -> None:
    """A card comes: certain where a choice led to it, else if its conditions hold."""
    if world.quiet:
        return
    state, one = world.runners[record.runner], world.scenario.cards[record.person]
    if record.data:
        card.maybe_ask(world, state, one)
    else:
        card.follow_up(world, state, one)


def on_correction(world: World, record: Record) -> None:
    """A correction asked for earlier opens as a week request."""
    season.ask_correction(world, world.runners[record.runner])


def on_end(world: World, record: Record) -> None:
    """The horizon."""
    world.finished = True


HANDLERS: Mapping[str, Callable[[World, Record], None]] = {
    "settlement": on_settlement,
    "digest": on_digest,
    "checkpoint": on_checkpoint,
    "season": on_season,
    "requests": on_requests,
    "morning": on_morning,
    "sitting": on_sitting,
    "work": on_work,
    "post": on_post,
    "setback": setback.on_setback,
    "card": on_card,
    "correction": on_correction,
    "end": on_end,
}
