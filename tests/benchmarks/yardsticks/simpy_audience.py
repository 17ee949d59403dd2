"""The audience in SimPy with a process a person, a process an owner, and one each for mornings and outings."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from tests.benchmarks.yardsticks.audience import DAY, MORNING, OUTINGS, SITTINGS, Audience, Person
from tests.benchmarks.yardsticks.scene import RUNNERS, Statistics

WEEK = 7 * DAY
Process = Generator[simpy.Event, None, None]


def simulate(people: int, weeks: int, seed: int) -> Statistics:
    """The statistics of the scene after *weeks*."""
    environment = simpy.Environment()
    members = [Person() for _ in range(people)]
    audience = Audience(members, weeks, seed)

    def life(person: Person) -> Process:
        while True:
            yield environment.timeout(WEEK)
            person.week()

    def owner(runner: int) -> Process:
        for day in range(weeks * 7):
            for sitting in SITTINGS:
                yield environment.timeout(day * DAY + sitting - environment.now)
                if day % 7 < 6:
                    audience.sitting(runner, int(environment.now))

    def mornings() -> Process:
        for day in range(weeks * 7):
            yield environment.timeout(day * DAY + MORNING - environment.now)
            audience.morning(int(environment.now))
            if day % 7 == 0:
                audience.monday()

    def outings() -> Process:
        for day in range(weeks * 7):
            for outing in OUTINGS:
                yield environment.timeout(day * DAY + outing - environment.now)
                audience.outing(int(environment.now))

    for person in members:
        environment.process(life(person))
    for process in (mornings(), outings(), *(owner(runner) for runner in range(RUNNERS))):
        environment.process(process)
    environment.run(until=weeks * WEEK + 1)
    return audience.counted()
