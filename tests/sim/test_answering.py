"""Answers and silence: what a reply is worth, what a wait costs, and who leaves for want of an answer.

The queue itself is tested in `test_queue.py`.
"""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.sim.cause import Cause
from game.sim.clock import DAY, HOUR, MINUTE
from game.sim.inbox import Message, MessageKind
from game.sim.kernels.effect import LIKING
from game.sim.lever import Care, Lever
from game.sim.parameter import MILLION
from game.sim.replying import answer, worth_of_wait
from game.sim.run import Run
from tests.sim.lab import (
    LUCKS,
    NOBODY_BUYS,
    a_room,
    after,
    mine,
    now,
    numbers,
    set_plan,
    total,
    trust,
    you,
)

PEOPLE = tuple(range(40))


def ask(run: Run, kind: MessageKind = MessageKind.QUESTION, patience: int = 2 * DAY) -> None:
    """Let forty people write now."""
    for person in PEOPLE:
        message = Message(run.now, person, kind, run.now + patience, 5 * MINUTE)
        you(run).inbox.add(message)
        run.world.ledger.book(0, "unanswered", Cause.POSTS, 1)


def answered_after(wait: int, care: Care = Care.NORMAL) -> Run:
    """Forty people wrote *wait* seconds ago and are all answered now; a day later."""
    run = after(a_room(settings={"care": ((Lever.REPLY, care),)}), 1.5)
    for person in PEOPLE:
        message = Message(run.now - wait, person, MessageKind.QUESTION, run.now + DAY, 5 * MINUTE)
        answer(run.world, you(run), message, run.now)
    run.advance(until=run.now + DAY)
    return run


def test_faster_replies_never_lower_trust() -> None:
    waits = (MINUTE, 10 * MINUTE, HOUR, 5 * HOUR, DAY - 1, 3 * DAY)
    runs = [answered_after(wait) for wait in waits]
    for measure in ("trust", "liking"):
        worth = [now(run, measure) for run in runs]
        assert worth == sorted(worth, reverse=True)
        assert worth[0] > worth[-1]


def test_an_answer_is_worth_half_of_what_can_be_lost_after_the_quick_minutes() -> None:
    world = a_room().world
    rates = world.parameters.inbox
    least = rates.least_worth * MILLION
    quick = worth_of_wait(world, round(rates.quick_minutes * MINUTE))
    assert quick == pytest.approx(least + (MILLION - least) / 2, rel=1e-4)
    assert worth_of_wait(world, 0) == MILLION
    assert all(
        worth_of_wait(world, some) >= worth_of_wait(world, more) >= least
        for some, more in pairwise(range(0, 40 * DAY, 7 * HOUR))
    )


def test_a_thorough_answer_is_worth_more_and_a_brief_one_less_but_not_in_proportion() -> None:
    still = now(after(a_room(), 1.5 + 1 / 7), "liking")
    brief, normal, thorough = (now(answered_after(HOUR, care), "liking") - still for care in Care)
    assert 0 < brief < normal < thorough
    assert brief > 0.35 * normal
    assert thorough < 2 * normal


def test_an_answer_that_comes_after_a_day_is_told_as_late() -> None:
    for wait, cause in ((HOUR, Cause.REPLY), (2 * DAY, Cause.LATE_REPLY)):
        run = after(answered_after(wait), 2)
        assert cause in [line.cause for line in run.why("you", "trust")]


def silent(seed: int, *, asks: bool, hours: int = 0) -> Run:
    """Four weeks of a town that follows a shop, in which forty people ask, or nobody does."""
    run = after(a_room({Lever.REPLY: hours}, seed=seed, parameters=numbers(trade=NOBODY_BUYS)), 1.5)
    run.world.relations.follows[:] = 1
    if asks:
        ask(run)
    return after(run, 5)


@pytest.mark.parametrize("seed", LUCKS)
def test_unanswered_messages_cost_trust_and_liking_and_some_leave(seed: int) -> None:
    asked, quiet = silent(seed, asks=True), silent(seed, asks=False)
    assert total(asked, "left_waiting") == len(PEOPLE)
    assert trust(asked) < trust(quiet)
    assert now(asked, "liking") < now(quiet, "liking")
    assert 0 < total(asked, "unfollowed") < len(PEOPLE)
    assert {line.cause for line in asked.why("you", "unfollowed")} == {Cause.SILENCE}
    assert total(quiet, "unfollowed") == 0


def test_a_share_as_large_as_the_parameter_says_leaves_over_silence() -> None:
    left = sum(total(silent(seed, asks=True), "unfollowed") for seed in LUCKS)
    assert left / (len(PEOPLE) * len(LUCKS)) == pytest.approx(0.30, abs=0.08)


@pytest.mark.parametrize("seed", LUCKS)
def test_answering_is_better_than_silence(seed: int) -> None:
    assert trust(silent(seed, asks=True, hours=20)) > trust(silent(seed, asks=False))
    assert total(silent(seed, asks=True, hours=20), "left_waiting") == 0


def test_thanks_that_nobody_answers_cost_nothing() -> None:
    run = after(a_room(), 1.5)
    ask(run, MessageKind.THANKS)
    assert trust(after(run, 3)) == trust(after(a_room(), 3))
    assert total(run, "left_waiting") == 0


def test_a_complaint_without_an_answer_costs_twice_a_questions() -> None:
    runs = []
    for kind in (MessageKind.QUESTION, MessageKind.COMPLAINT):
        run = after(a_room(known_by=0.0), 1.5)
        ask(run, kind)
        runs.append(after(run, 5))
    bad = [int(mine(run, "bad").sum()) for run in runs]
    assert bad[1] == pytest.approx(2 * bad[0], rel=0.001)


def test_silence_is_dated_to_the_deadline_not_to_the_morning_it_is_found() -> None:
    run = after(a_room(), 1.5)
    ask(run, patience=30 * HOUR)
    deadline = run.now + 30 * HOUR
    gone = [line.second for line in after(run, 3).world.ledger.log if line.what == "gave_up"]
    assert gone == [deadline] * len(PEOPLE)


def test_reply_minutes_that_nobody_needs_go_to_listening() -> None:
    busy, idle = (after(a_room({Lever.REPLY: 6}, known_by=0.0), 1.99) for _ in range(2))
    assert you(idle).season_listened == pytest.approx(2 * 6 * 30 * 60, rel=0.01)
    set_plan(you(busy), {Lever.REPLY: 0})
    assert you(after(busy, 3)).season_listened < you(after(idle, 3)).season_listened


@pytest.mark.parametrize(("wait", "worth"), [(HOUR, 1.0), (HOUR + 1, 0.5)])
def test_an_answer_later_than_its_sender_expected_is_worth_less(wait: int, worth: float) -> None:
    liking = []
    for unexpected in (0.0, 0.5):
        inbox = {"impatient": 1.0, "unexpected": unexpected}
        run = after(a_room(parameters=numbers(inbox=inbox)), 0.5)
        asked = Message(run.now - wait, 0, MessageKind.QUESTION, run.now + DAY, MINUTE)
        answer(run.world, you(run), asked, run.now)
        liking.append(run.world.effects[-1][LIKING])
    assert liking[1] == pytest.approx(worth * liking[0], abs=2)
