"""The inbox watched as a queue: who came when, what each took, and whether a mean is what theory says.

The theory itself is in `theory.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
from scipy import stats

from game.sim.clock import DAY, MINUTE, MORNING, WEEK
from game.sim.draws import SPAN, Purpose, draw_one
from game.sim.inbox import Message, MessageKind
from game.sim.receiving import _service_seconds
from game.sim.replying import answer
from game.sim.run import Run
from tests.sim.lab import NOBODY_BUYS, a_room, numbers, you

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
