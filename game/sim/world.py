"""The world: everything that a checkpoint must hold, and the few ways of writing to it.

The processes that change it are next door, one a file; the clockwork that calls them is `engine.py`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from itertools import chain

import numpy as np

from game.sim.agenda import Agenda
from game.sim.cause import Cause
from game.sim.clock import DAY, MORNING
from game.sim.condition import Condition
from game.sim.decision import Request
from game.sim.draws import Ints, Purpose, RelationDraws
from game.sim.followers import Followers
from game.sim.kernels.choice import choose
from game.sim.kernels.effect import (
    BAD,
    CAUSE,
    EFFECT_FIELDS,
    FAMILIARITY,
    LIKING,
    ROW,
    SECOND,
)
from game.sim.kernels.viewing import Views
from game.sim.ladder import thresholds
from game.sim.ledger import Ledger
from game.sim.luck import Luck
from game.sim.members import Members
from game.sim.parameter import Parameters
from game.sim.people import People
from game.sim.place import Place
from game.sim.posts import Draft, Made, PostTable
from game.sim.rates import Rates
from game.sim.relations import Relations
from game.sim.scenario import Scenario
from game.sim.state import PlaceState, RunnerState
from game.sim.tables import seconds_until_seen


def delays_of(places: Sequence[Place]) -> Ints:
    """Quantiles of the delay between a post and a view, by place."""
    return np.stack([seconds_until_seen(one.half_life_hours, one.decay) for one in places])


class World:
    """The state of one run. Everything but the agenda's clockwork goes into a checkpoint."""

    def __init__(
        self, scenario: Scenario, luck: Luck, people: People, places: list[PlaceState]
    ) -> None:
        self.scenario = scenario
        self.parameters: Parameters = scenario.parameters
        self.luck = luck
        self.people = people
        self.places = places
        self.kind = people.kind.astype(np.int8)  # temperaments drift
        self.runners: list[RunnerState] = []
        self.relations = Relations.between(len(scenario.runners), people.count)
        self.draws = RelationDraws(len(scenario.runners), people.count)
        self.kernels = choose(len(self.relations.stage))
        self.members_table, self.followers = Members(), Followers()
        self.delays = delays_of(scenario.places)
        self.ledger = Ledger(len(scenario.runners))
        self.lines, self.rates = thresholds(scenario.parameters.ladder), Rates.of(self.parameters)
        self.posts, self.made = PostTable(), Made()
        self.streams = np.zeros((len(places), people.count), dtype=np.uint16)
        self.drafts: list[Draft] = []
        self.today: list[Views] = []
        self.waiting: dict[int, list[Views]] = {}  # by slot, see `put_off`
        self.later: list[Views] = []  # not put off yet
        self.tomorrow: list[Views] = []
        self.effects: list[tuple[int, ...]] = []
        self.effects_at_once: list[Ints] = []  # columns as `EFFECT_FIELDS`
        self.needs: dict[int, list[Ints]] = {}  # by day: columns of person, second
        self.requests: deque[Request] = deque()
        self.array_calls = 0
        self.views: Ints = np.zeros((0, 0), dtype=np.int64)
        self.quiet = False
        self.digest = b""
        self.digests: list[str] = []
        self.place_number = {place.definition.id: number for number, place in enumerate(places)}
        self.conditions: dict[str, Condition] = {}
        self.setback_luck: Ints = np.zeros((0, 0, 0), dtype=np.int64)
        self.at_checkpoint = False
        self.finished = False
        self.agenda: Agenda

    @property
    def now(self) -> int:
        """The present second."""
        return self.agenda.now

    @property
    def today_starts(self) -> int:
        """The second at which the present attention day began."""
        return (self.now - MORNING) // DAY * DAY + MORNING

    def seed(self, second: int) -> int:
        """The seed that rules the day of *second*."""
        return self.luck.seed_on(second // DAY)

    def draw(self, second: int, purpose: Purpose, rows: Ints, when: Ints | int) -> Ints:
        """One draw for each relation in *rows* and moment in *when*, under the luck of the day of *second*."""
        return self.kernels.draw_rows(self.draws, self.seed(second), purpose, rows, when)

    def members(self) -> Ints:
        """Who is a member where, by place and person."""
        return self.members_table.table([place.members for place in self.places])

    def crowds(self) -> list[int]:
        """How many members each place has."""
        return self.members_table.counts([place.members for place in self.places])

    def state_of(self, runner: str) -> RunnerState:
        """How the runner of that id stands. Raises `ValueError` for an unknown one."""
        for state in self.runners:
            if state.definition.id == runner:
                return state
        known = ", ".join(one.id for one in self.scenario.runners)
        raise ValueError(f"There is no runner {runner}; there are {known}.")

    def row(self, runner: int, person: int) -> int:
        """The row of a relation in the columns."""
        return runner * self.people.count + person

    def span_of(self, runner: int) -> slice:
        """The rows of all relations of *runner*."""
        return slice(runner * self.people.count, (runner + 1) * self.people.count)

    def not_seen_yet(self) -> list[Views]:
        """Views that wait for another day than today."""
        return [*(one for several in self.waiting.values() for one in several), *self.later]

    def touch_each(
        self,
        rows: Ints,
        second: Ints | int,
        cause: Ints | int,
        *,
        familiarity: int = 0,
        liking: Ints,
        bad: Ints | int = 0,
    ) -> None:
        """As `touch`: one effect on each of the relations in *rows*."""
        if not len(rows):
            return
        effects = np.zeros((len(EFFECT_FIELDS), len(rows)), dtype=np.int64)
        effects[ROW], effects[SECOND], effects[CAUSE] = rows, second, cause
        effects[FAMILIARITY], effects[LIKING], effects[BAD] = familiarity, liking, bad
        self.effects_at_once.append(effects)

    def effects_of_today(self) -> list[Ints]:
        """What happened today and is not applied yet, in parts of columns as `EFFECT_FIELDS`."""
        if not self.effects:
            return list(self.effects_at_once)
        count, fields = len(self.effects), len(EFFECT_FIELDS)
        numbers = np.fromiter(chain.from_iterable(self.effects), np.int64, count * fields)
        return [*self.effects_at_once, numbers.reshape(count, fields).T]

    def held_against_today(self, row: int) -> int:
        """The evidence against that today brought for one relation, before it is applied."""
        at_once = sum(int(part[BAD][part[ROW] == row].sum()) for part in self.effects_at_once)
        return at_once + sum(effect[BAD] for effect in self.effects if effect[ROW] == row)

    def touch(
        self,
        runner: int,
        person: int,
        second: int,
        cause: Cause,
        *,
        familiarity: int = 0,
        liking: int = 0,
        good: int = 0,
        bad: int = 0,
        contact: int = 0,
        custom: int = 0,
    ) -> None:
        """An effect on one relation, dated to *second*; it is applied when the attention day closes."""
        self.effects.append(
            (
                runner * self.people.count + person,
                second,
                int(cause),
                familiarity,
                liking,
                good,
                bad,
                contact,
                custom,
                0,
            )
        )
