"""Answering: what an answer is worth, and what silence costs.

How a message comes in is in `receiving.py`, the queue in `inbox.py`; when the owner sits down to it is in `sitting.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.booking import unfollow
from game.sim.cause import Cause
from game.sim.clock import DAY, HOUR, MINUTE
from game.sim.draws import SPAN, Purpose, draw_one
from game.sim.inbox import Message, MessageKind
from game.sim.lever import Care, Lever
from game.sim.parameter import MILLION, millionths
from game.sim.tables import BITS
from game.sim.trade import purchase

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World


def worth_of_care(world: World, care: Care) -> int:
    """What contact given with *care* is worth, in millionths of normal care: less than its minutes (R6)."""
    return world.rates.care[care]


def worth_of_wait(world: World, wait: int) -> int:
    """What an answer after *wait* seconds is worth, in millionths of one given at once (S2).

    It is 1 / (1 + t / quick), with a floor (our fit to three published points).
    """
    quick, least = world.rates.quick, world.rates.least_worth
    return least + (MILLION - least) * (MILLION * quick // (quick + wait)) // MILLION


def expected_wait(world: World, runner: int, person: int, arrival: int) -> int:
    """The seconds of waiting that the sender of a message expects: an hour, or a log-normal's draw (S1)."""
    if world.people.impatient[person] < world.rates.impatient:
        return HOUR
    relation = (runner << 32) | person
    luck = draw_one(world.seed(arrival), Purpose.EXPECTED, relation, arrival // DAY)
    return world.rates.expected[luck >> BITS]


def answer(
    world: World, state: RunnerState, message: Message, at: int, given: Care | None = None
) -> None:
    """The owner answers *message*, finishing at second *at*, with the plan's care or the care *given*."""
    care_given = given or state.week_plan.care_of(Lever.REPLY)
    wait = at - message.arrival
    cause = Cause.REPLY if wait < DAY else Cause.LATE_REPLY
    spent = message.service * care_given.minutes_factor_halves // 2
    liking, good, bad = _worth(world, state, message, wait, care_given)
    world.touch(
        state.index, message.person, at, cause, familiarity=100_000, liking=liking, good=good, bad=bad, contact=spent
    )  # fmt: skip
    count_contact(world, state, spent, cause)
    state.waits.append(wait // MINUTE)
    world.ledger.book(state.index, "unanswered", cause, -1)
    if message.kind is MessageKind.ENQUIRY:
        _enquiry_may_sell(world, state, message, at, wait)


def _worth(
    world: World, state: RunnerState, message: Message, wait: int, given: Care
) -> tuple[int, int, int]:
    """The liking, the evidence for and the evidence against that an answer brings, in millionths.

    Answering a complaint takes back part of what bad service cost, and is no better evidence than good service would
    have been: trust stays below that of those who were never failed, while liking may end higher (S9).
    """
    rates = world.rates
    care = rates.care[given] * quality_of_owner(world, state) // MILLION
    usual = worth_of_wait(world, rates.usual_wait)
    worth = worth_of_wait(world, wait) * MILLION // usual * care // MILLION
    if wait > expected_wait(world, state.index, message.person, message.arrival):
        worth = worth * (MILLION - rates.unexpected) // MILLION
    liking = rates.reply_liking * worth // MILLION
    good = rates.reply_trust * worth // MILLION
    if message.kind is not MessageKind.COMPLAINT:
        return liking, good, 0
    back = rates.recovered * min(MILLION, worth) // MILLION
    back = min(back, _held_against(world, state, message.person))
    return liking, min(good, rates.service_trust), -back


def _held_against(world: World, state: RunnerState, person: int) -> int:
    """The evidence against that *person* holds now, what happened today included."""
    row = world.row(state.index, person)
    return max(0, int(world.relations.bad[row]) + world.held_against_today(row))


def count_contact(world: World, state: RunnerState, seconds: int, cause: Cause) -> None:
    """Count one interaction of *seconds* for the measures and the gait."""
    state.interactions += 1
    state.interaction_seconds += seconds
    state.two_way_seconds += seconds
    minutes, state.two_way_seconds = divmod(state.two_way_seconds, MINUTE)
    world.ledger.book(state.index, "two_way_minutes", cause, minutes)


def quality_of_owner(world: World, state: RunnerState) -> int:
    """The quality of what the owner does now, in millionths: tiredness takes, habits give."""
    rates = world.rates
    return (700_000 if state.energy < rates.tired else MILLION) + rates.habit_gain * state.habits


def _enquiry_may_sell(
    world: World, state: RunnerState, message: Message, at: int, wait: int
) -> None:
    """An enquiry cools within hours: its odds fall after one hour, and on until a day has passed (S3)."""
    rates = world.parameters.inbox
    first = rates.enquiry_sale
    if wait <= HOUR:
        factor = 1.0
    elif wait >= DAY:
        factor = 1 / rates.day_later
    else:
        colder = (rates.day_later - rates.hour_later) * (wait - HOUR) / (DAY - HOUR)
        factor = 1 / (rates.hour_later + colder)
    odds = first / (1 - first) * factor if first < 1 else rates.day_later * factor
    chance = int(odds / (1 + odds) * SPAN)
    luck = draw_one(
        world.seed(message.arrival), Purpose.CHOICE, (state.index << 32) | message.person, at // DAY
    )
    if luck < chance and world.people.catchment[message.person]:
        purchase(world, state.index, message.person, at + HOUR, Cause.REPLY)


def give_up(world: World, state: RunnerState) -> None:
    """Senders who have waited too long give up; it is dated to their deadline (S1)."""
    rates = world.parameters
    for message in state.inbox.give_up(world.now):
        world.ledger.book(state.index, "unanswered", Cause.SILENCE, -1)
        if message.kind is MessageKind.THANKS:
            continue
        world.ledger.book(state.index, "left_waiting", Cause.SILENCE, 1)
        world.ledger.note(
            message.deadline, "gave_up", state.index, message.person, message.kind.name.lower()
        )
        weight = 2 if message.kind is MessageKind.COMPLAINT else 1
        world.touch(
            state.index,
            message.person,
            message.deadline,
            Cause.SILENCE,
            liking=-weight * millionths(rates.inbox.silence_liking),
            bad=weight * millionths(rates.inbox.silence_trust * rates.relationship.bad_weight / 3),
        )
        _may_defect(world, state, message)


def _may_defect(world: World, state: RunnerState, message: Message) -> None:
    relation = (state.index << 32) | message.person
    luck = draw_one(world.seed(message.arrival), Purpose.DEFECT, relation, message.arrival // DAY)
    if luck < int(world.parameters.inbox.defect * SPAN):
        row = np.array([world.row(state.index, message.person)])
        unfollow(
            world, row, world.relations.follows[row], Cause.SILENCE, world.now // DAY, left=True
        )
