"""What is still to come: a table of records, each with one handler, carried by SimPy events.

No generator lives across midnight; what lasts longer is a record here. That is what makes checkpoints cheap: a
restart arms every pending record again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import simpy
from simpy.core import SimTime
from simpy.events import Event

from game.sim.clock import Phase, priority


class Record(NamedTuple):
    """Something that will happen: when (second), its phase, whose it is, its kind and what the handler needs."""

    when: int
    phase: Phase
    runner: int
    person: int
    kind: str
    data: tuple[int | str, ...] = ()


class At(Event):
    """A SimPy event at a given time, ordered among those of its instant by a priority of our own."""

    def __init__(
        self,
        environment: simpy.Environment,
        delay: SimTime,
        rank: int,
        act: Callable[[At], None],
        record: Record,
    ) -> None:
        self.env, self.record = environment, record
        self.callbacks, self._ok, self._value = [act], True, None
        environment.schedule(self, rank, delay)  # type: ignore[arg-type]  # SimPy types 0 and 1; any integer orders


class Agenda:
    """The pending records, the SimPy environment that brings them up, and each runner's owner."""

    def __init__(self, start: int, handle: Callable[[Record], None]) -> None:
        self.environment = simpy.Environment(initial_time=start)
        self.owners: list[simpy.PreemptiveResource] = []
        self.pending: dict[Record, int] = {}
        self.events = 0
        self.now = start  # the present second
        self._handle = handle

    def put(self, record: Record) -> None:
        """Add *record*. One that stands there already is not added again."""
        if record in self.pending:
            return
        self.pending[record] = 1
        rank = priority(record.phase, record.runner, record.person)
        At(self.environment, record.when - self.now, rank, self._due, record)

    def put_all(self, records: Iterable[Record]) -> None:
        """Add *records* in an order that does not depend on when each was first added."""
        for record in sorted(records, key=lambda record: (record.when, record.phase, record[2:])):
            self.put(record)

    def _due(self, event: At) -> None:
        record = event.record
        if self.pending.pop(record, 0):
            self._handle(record)

    def step(self) -> None:
        """Let the next event happen."""
        self.now = int(self.environment.peek())
        self.environment.step()
        self.events += 1

    def next_time(self) -> float:
        """When the next event happens; infinite where nothing is left."""
        return float(self.environment.peek())
