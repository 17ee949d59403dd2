"""The inbox is a queue: with a server who never leaves, it must do what queueing theory says.

Services of any kind and senders who give up are in `test_queue_theory.py`; what answers do in `test_answering.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
from scipy import stats

from game.sim.clock import DAY, HOUR, MINUTE, MORNING, WEEK
from game.sim.draws import SPAN, Purpose, draw_one
from game.sim.inbox import Inbox, Message, MessageKind
from game.sim.lever import Care, Lever
from game.sim.receiving import _service_seconds
from game.sim.replying import answer
from game.sim.run import Run
from tests.sim.lab import LUCKS, NOBODY_BUYS, a_room, numbers, you
from tests.sim.theory import mg1_wait, mm1_wait

Floats = npt.NDArray[np.float64]
MEAN = 6.0  # minutes of a reply
FAR = 100_000 * DAY
BATCHES = 20
WEEKS = 39


@dataclass
class Queue:
    """What was seen of a queue, in the order of service: arrivals, begins and ends of service, in minutes."""

    arrival: list[float]
    ends: list[float]
    service: list[float]
    messages: list[Message]

    @property
    def stays(self) -> Floats:
        """Minutes in the system."""
        stays: Floats = np.array(self.ends) - np.array(self.arrival)
        return stays

    @property
    def waits(self) -> Floats:
        """Minutes until the service begins."""
        waits: Floats = self.stays - np.array(self.service)
        return waits

    @property
    def minutes(self) -> float:
        """How long the queue was watched."""
        return self.ends[-1] - self.arrival[0]

    @property
    def mean_number(self) -> float:
        """How many were there, averaged over time, from the path itself."""
        steps = sorted([*((at, 1) for at in self.arrival), *((at, -1) for at in self.ends)])
        area, there = 0.0, 0
        for (at, change), (following, _) in pairwise(steps):
            there += change
            area += there * (following - at)
        return area / self.minutes


def arrivals(load: float, seed: int) -> list[int]:
    """A Poisson stream of keyed draws: the seconds from the first morning on."""
    found, at, nth = [], float(MORNING), 0
    while at < WEEKS * WEEK - DAY:
        luck = (draw_one(seed, Purpose.STRATEGY, 1, nth) + 0.5) / SPAN
        at += -math.log(luck) * MEAN / load * MINUTE
        found.append(round(at))
        nth += 1
    return found


def questions(run: Run, seconds: list[int]) -> list[Message]:
    """Questions that come at *seconds*, whose senders never give up; each takes the service that the model draws."""
    return [
        Message(at, nth % 50, MessageKind.QUESTION, FAR, _service_seconds(run.world, nth, at // DAY))
        for nth, at in enumerate(seconds)
    ]  # fmt: skip


def feed(run: Run, messages: list[Message]) -> None:
    """Let the run go on day by day, with the messages that come in each."""
    inbox, coming = you(run).inbox, messages[::-1]
    while coming:
        tonight = (run.now - MORNING) // DAY * DAY + DAY + MORNING
        while coming and coming[-1].arrival < tonight:
            inbox.add(coming.pop())
        run.advance(until=tonight)


def watched(
    load: float,
    patch: pytest.MonkeyPatch,
    *,
    steady: bool = False,
    seed: int = 11,
    alter: Callable[[Message, int], Message] = lambda message, nth: message,
) -> Queue:
    """A whole run whose owner sits at the inbox day and night; *alter* may change each message before it comes."""
    parameters = numbers(
        inbox={"working": True, "steady_service": steady, "reply_minutes": MEAN},
        trade=NOBODY_BUYS,  # nobody else writes
    )
    run = a_room(people=50, seasons=3, known_by=0.0, parameters=parameters)
    queue = Queue([], [], [], [])

    def watch(world: object, state: object, message: Message, at: int) -> None:
        queue.arrival.append(message.arrival / MINUTE)
        queue.ends.append(at / MINUTE)
        queue.service.append(message.service / MINUTE)
        queue.messages.append(message)
        answer(world, state, message, at)  # type: ignore[arg-type]

    patch.setattr("game.sim.engine.answer", watch)
    coming = questions(run, arrivals(load, seed))
    feed(run, [alter(message, nth) for nth, message in enumerate(coming)])
    return queue


@pytest.fixture(scope="module")
def patch() -> Iterator[pytest.MonkeyPatch]:
    """Watching the server changes nothing else, and ends with this file."""
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture(scope="module", params=[0.5, 0.75], ids="load {}".format)
def crowded(request: pytest.FixtureRequest, patch: pytest.MonkeyPatch) -> tuple[float, Queue]:
    """The load, and an M/M/1 queue with it."""
    load: float = request.param
    with pytest.MonkeyPatch.context() as inner:
        return load, watched(load, inner)


def interval(values: Floats) -> tuple[float, float]:
    """The 95 % interval of a mean, by batch means."""
    means = [batch.mean() for batch in np.array_split(values, BATCHES)]
    half = stats.t.ppf(0.975, BATCHES - 1) * np.std(means, ddof=1) / math.sqrt(BATCHES)
    return float(np.mean(means) - half), float(np.mean(means) + half)


def assert_holds(values: Floats, theory: float) -> None:
    """The interval holds what theory says, and is narrow enough to say something."""
    low, high = interval(values)
    assert low <= theory <= high, (low, theory, high)
    assert high - low < 0.35 * theory


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
