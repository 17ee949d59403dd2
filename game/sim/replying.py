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
from game.sim.trade import purchase

if TYPE_CHECKING:
    from game.sim.world import RunnerState, World

CARE_WORTH = {
    Care.BRIEF: 400_000,
    Care.NORMAL: MILLION,
    Care.THOROUGH: 1_900_000,
}  # diminishing in minutes


def worth_of_wait(world: World, wait: int) -> int:
    """What an answer after *wait* seconds is worth, in millionths: 1 / (1 + t / quick), with a floor (S2)."""
    rates = world.parameters.inbox
    quick = round(rates.quick_minutes * MINUTE)
    prompt = MILLION * quick // (quick + wait)
    least = millionths(rates.least_worth)
    return least + (MILLION - least) * prompt // MILLION


def answer(
    world: World, state: RunnerState, message: Message, at: int, given: Care | None = None
) -> None:
    """The owner answers *message*, finishing at second *at*, with the plan's care or the care *given*."""
    rates = world.parameters.relationship
    care_given = given or state.week_plan.care_of(Lever.REPLY)
    care = CARE_WORTH[care_given] * quality_of_owner(world, state) // MILLION
    wait = at - message.arrival
    worth = worth_of_wait(world, wait) * care // MILLION
    cause = Cause.REPLY if wait < DAY else Cause.LATE_REPLY
    spent = message.service * care_given.minutes_factor_halves // 2
    world.touch(
        state.index,
        message.person,
        at,
        cause,
        familiarity=100_000,
        liking=millionths(rates.reply_liking) * worth // MILLION,
        good=millionths(rates.reply_trust) * worth // MILLION,
        contact=spent,
    )
    count_contact(world, state, spent, cause)
    state.waits.append(wait // MINUTE)
    world.ledger.book(state.index, "unanswered", cause, -1)
    if message.kind is MessageKind.ENQUIRY:
        _enquiry_may_sell(world, state, message, at, wait)


def count_contact(world: World, state: RunnerState, seconds: int, cause: Cause) -> None:
    """Count one interaction of *seconds* for the measures and the gait."""
    state.interactions += 1
    state.interaction_seconds += seconds
    state.two_way_seconds += seconds
    minutes, state.two_way_seconds = divmod(state.two_way_seconds, MINUTE)
    world.ledger.book(state.index, "two_way_minutes", cause, minutes)


def quality_of_owner(world: World, state: RunnerState) -> int:
    """The quality of what the owner does now, in millionths: tiredness takes, habits give."""
    tired = state.energy < millionths(world.parameters.energy.tired)
    gain = millionths(world.parameters.insight.habit_gain) * state.habits
    return (700_000 if tired else MILLION) + gain


def _enquiry_may_sell(
    world: World, state: RunnerState, message: Message, at: int, wait: int
) -> None:
    """An enquiry cools within hours: the odds fall to a seventh after one hour, a sixtieth after a day (S3)."""
    first = world.parameters.inbox.enquiry_sale
    if wait <= HOUR:
        factor = 1.0
    elif wait >= DAY:
        factor = 1 / 60
    else:
        factor = 1 / (7 + 53 * (wait - HOUR) / (DAY - HOUR))
    odds = first / (1 - first) * factor if first < 1 else 60 * factor
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
