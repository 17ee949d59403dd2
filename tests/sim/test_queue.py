"""The inbox is a queue: with a server who never leaves, it must do what queueing theory says.

Services of any kind and senders who give up are in `test_queue_theory.py`; what answers do in `test_answering.py`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from game.sim.clock import HOUR, MORNING, WEEK
from game.sim.draws import Purpose, draw_one
from game.sim.inbox import Inbox, Message, MessageKind
from game.sim.lever import Care, Lever
from game.sim.replying import answer
from tests.sim.lab import LUCKS, a_room
from tests.sim.queueing import (
    BATCHES,
    FAR,
    MEAN,
    Queue,
    assert_holds,
    feed,
    interval,
    questions,
    watched,
)
from tests.sim.theory import mg1_wait, mm1_wait


@pytest.fixture(scope="module", params=[0.5, 0.75], ids="load {}".format)
def crowded(request: pytest.FixtureRequest) -> tuple[float, Queue]:
    """The load, and an M/M/1 queue with it."""
    load: float = request.param
    with pytest.MonkeyPatch.context() as patch:
        return load, watched(load, patch)


def test_the_time_in_an_m_m_1_system_is_what_theory_says(crowded: tuple[float, Queue]) -> None:
    load, queue = crowded
    assert_holds(queue.stays, MEAN / (1 - load))


def test_the_wait_in_an_m_m_1_queue_is_what_theory_says(crowded: tuple[float, Queue]) -> None:
    load, queue = crowded
    assert_holds(queue.waits, mm1_wait(load / MEAN, MEAN))


def test_the_server_of_an_m_m_1_system_is_busy_as_theory_says(
    crowded: tuple[float, Queue],
) -> None:
    load, queue = crowded
    gaps = np.diff(queue.arrival)
    busy = np.array(queue.service[:-1])
    batches = [
        service.sum() / gap.sum()
        for service, gap in zip(
            np.array_split(busy, BATCHES), np.array_split(gaps, BATCHES), strict=True
        )
    ]
    low, high = interval(np.array(batches))
    assert low <= load <= high
    assert sum(queue.service) / queue.minutes == pytest.approx(load, rel=0.03)


def test_the_number_in_an_m_m_1_system_obeys_little_and_theory(
    crowded: tuple[float, Queue],
) -> None:
    load, queue = crowded
    rate = len(queue.ends) / queue.minutes
    assert queue.mean_number == pytest.approx(rate * queue.stays.mean(), rel=0.01)
    low, high = interval(queue.stays * rate)
    assert low <= load / (1 - load) <= high


def test_with_steady_service_the_wait_is_pollaczek_and_khinchines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load = 0.75
    queue = watched(load, monkeypatch, steady=True)
    assert set(queue.service) == {MEAN}
    assert_holds(queue.waits, mg1_wait(load / MEAN, MEAN, variance=0))


# the owner's own hours


def waits_of(
    hours: int, seed: int, care: Care = Care.NORMAL, patch: pytest.MonkeyPatch | None = None
) -> list[int]:
    """What each of the same hundred messages waited, with so many half-hours; unanswered ones wait to the end."""
    run = a_room({Lever.REPLY: hours}, people=50, known_by=0.0, seasons=1, seed=seed)
    stream = [MORNING + draw_one(seed, Purpose.STRATEGY, 2, nth) % (6 * WEEK) for nth in range(100)]
    messages = questions(run, sorted(stream))
    ended = dict.fromkeys(messages, 7 * WEEK)
    watch_sittings(patch or pytest.MonkeyPatch(), ended.__setitem__)
    feed(run, messages)
    run.advance(until=7 * WEEK)
    return [at - message.arrival for message, at in ended.items()]


def watch_sittings(patch: pytest.MonkeyPatch, tell: Callable[[Message, int], None]) -> None:
    """Be told of every answer given in a sitting."""

    def watch(world: object, state: object, message: Message, at: int) -> None:
        tell(message, at)
        answer(world, state, message, at)  # type: ignore[arg-type]

    patch.setattr("game.sim.sitting.answer", watch)


@pytest.mark.parametrize("seed", LUCKS)
def test_more_hours_of_replying_never_lengthen_waiting(seed: int) -> None:
    means = []
    for hours in (1, 2, 3, 5, 8, 13):
        with pytest.MonkeyPatch.context() as patch:
            means.append(sum(waits_of(hours, seed, patch=patch)) / 100)
    assert means == sorted(means, reverse=True)
    assert means[-1] < means[0] / 2


# order and limits


def served(inbox: Inbox, until: int, **how: bool) -> list[tuple[MessageKind, int]]:
    found: list[tuple[MessageKind, int]] = []
    inbox.serve(0, until, lambda message, at: found.append((message.kind, at)), **how)
    return found


def message(kind: MessageKind, arrival: int, service: int = 100, deadline: int = FAR) -> Message:
    return Message(arrival, int(kind) * 1000 + arrival, kind, deadline, service)


def test_complaints_come_first_then_enquiries_questions_thanks() -> None:
    inbox = Inbox()
    for kind in reversed(MessageKind):
        inbox.add(message(kind, 0))
    assert [kind for kind, _ in served(inbox, HOUR)] == list(MessageKind)


def test_who_came_first_is_answered_first_among_equals() -> None:
    inbox = Inbox()
    for arrival in (30, 10, 20):
        inbox.add(message(MessageKind.QUESTION, arrival))
    order: list[int] = []
    inbox.serve(40, HOUR, lambda one, at: order.append(one.arrival))
    assert order == [10, 20, 30]


def test_what_does_not_fit_into_the_sitting_waits_for_the_next() -> None:
    inbox = Inbox()
    for arrival in (0, 1, 2):
        inbox.add(message(MessageKind.QUESTION, arrival, service=100))
    assert [at for _, at in served(inbox, 250)] == [100, 200]
    assert inbox.count(250) == 1
    assert [at for _, at in served(inbox, 250, finish=True)] == [102]


def test_who_has_given_up_is_not_answered() -> None:
    inbox = Inbox()
    inbox.add(message(MessageKind.QUESTION, 0, deadline=50))
    inbox.add(message(MessageKind.QUESTION, 60))
    order: list[int] = []
    inbox.serve(55, HOUR, lambda one, at: order.append(one.arrival))
    assert order == [60]
    assert [one.deadline for one in inbox.give_up(55)] == [50]


def test_a_message_is_not_answered_before_it_arrives() -> None:
    inbox = Inbox()
    inbox.add(message(MessageKind.QUESTION, 500))
    assert served(inbox, HOUR) == [(MessageKind.QUESTION, 600)]


def test_brief_replies_take_half_and_thorough_ones_double() -> None:
    for halves, ends in ((1, 50), (2, 100), (4, 200)):
        inbox = Inbox()
        inbox.add(message(MessageKind.QUESTION, 0))
        assert inbox.serve(0, HOUR, lambda one, at: None, halves=halves) == ends
