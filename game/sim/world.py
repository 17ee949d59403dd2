"""The world: everything that a checkpoint must hold, and the few ways of writing to it.

The processes that change it are next door, one a file; the clockwork that calls them is `engine.py`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np

from game.sim.agenda import Agenda
from game.sim.cause import Cause
from game.sim.clock import DAY, MORNING
from game.sim.condition import Condition
from game.sim.decision import Request
from game.sim.draws import Ints, Purpose, RelationDraws
from game.sim.followers import Followers
from game.sim.inbox import Inbox
from game.sim.kernels.choice import choose
from game.sim.kernels.effect import (
    BAD,
    CAUSE,
    EFFECT_FIELDS,
    FAMILIARITY,
    LIKING,
    ROW,
    SECOND,
    Thresholds,
)
from game.sim.kernels.viewing import Views
from game.sim.ledger import Ledger
from game.sim.lever import Lever
from game.sim.light import LIGHTS, Light
from game.sim.luck import Luck
from game.sim.members import Members
from game.sim.parameter import MILLION, Parameters, millionths
from game.sim.parameters.relationship import Ladder
from game.sim.people import People
from game.sim.place import Place
from game.sim.plan import Plan
from game.sim.posts import Draft, Made, PostTable
from game.sim.rates import Rates
from game.sim.relations import Relations
from game.sim.runner import Runner
from game.sim.scenario import Scenario
from game.sim.tables import seconds_until_seen


@dataclass
class LightState:
    """How far a light has come for one runner."""

    state: str = "unseen"
    evidence: int = 0
    reflected_seconds: int = 0
    lit_day: int = -1
    acted_weeks: int = 0


@dataclass
class Setback:
    """One setback of one runner, from the first sign to the fading memory. *blame* is in millionths.

    *softened* is how well the answer matches (millionths of the best, given at once), *virulence* how it catches on (a
    million is usual), *heard* the chance (of `SPAN`) to have heard by now; *calmed* divides the talk (thousandths), and
    *hurt* is what will heal by itself: columns of person, liking, evidence.
    """

    kind: str
    born: int
    blame: int
    hazard: int
    stage: str = "sign"
    noticed: int = -1
    answer: str = ""
    answered: int = -1
    softened: int = 0
    reached: int = 0
    days_spreading: int = 0
    virulence: int = MILLION
    heard: int = 0
    calmed: int = 1000
    lasting: bool = False
    breach: bool = False
    hurt: list[Ints] = field(default_factory=list)


@dataclass
class PlaceState:
    """A platform as it stands: who is a member, and whether it is open.

    *members* are those who use it; *registered*, all who ever opened an account; *departed*, those who left for good.
    """

    definition: Place
    members: Ints
    registered: Ints = field(init=False)
    departed: Ints = field(init=False)
    is_open: bool = False
    closed: bool = False
    closed_week: int = -1
    reach: int = MILLION

    def __post_init__(self) -> None:
        self.registered = (self.members != 0).astype(np.int8)
        self.departed = np.zeros(len(self.members), dtype=np.int8)


@dataclass
class RunnerState:
    """One business and its owner, as they stand."""

    index: int
    definition: Runner
    plan: Plan
    week_plan: Plan
    purse: int
    inbox: Inbox
    moves_used: int = 0
    moves_earned: int = 0
    energy: int = MILLION
    away_until: int = 0
    experience: dict[int, int] = field(default_factory=dict)
    carried: dict[Lever, int] = field(default_factory=dict)
    owed_seconds: int = 0
    joined: dict[int, int] = field(default_factory=dict)
    setup_left: dict[int, int] = field(default_factory=dict)
    credit: dict[int, int] = field(default_factory=dict)
    posts_now: dict[int, int] = field(default_factory=dict)
    posts_before: dict[int, int] = field(default_factory=dict)
    posted: dict[int, list[int]] = field(default_factory=dict)
    quality_sum: int = 0
    quality_before: int = MILLION // 2
    listened: int = 0
    studied: int = 0
    tried: int = 0
    betters: int = MILLION  # what the views are worth, see `knack.py`
    season_listened: int = 0
    lights: dict[Light, LightState] = field(
        default_factory=lambda: {light: LightState() for light in LIGHTS}
    )
    habits: int = 0
    setbacks: list[Setback] = field(default_factory=list)
    lessons: list[tuple[str, int, int]] = field(default_factory=list)  # kind, until day, kept
    seen_cards: list[tuple[str, int, str]] = field(default_factory=list)
    corrected_week: int = -1
    promise: str = "none"
    staff_away_until: int = 0
    targets: dict[Lever, list[int]] = field(default_factory=dict)
    waits: list[int] = field(default_factory=list)
    all_waits: list[int] = field(default_factory=list)
    goal: str = ""
    partner: str = ""
    acts: int = 0
    interaction_seconds: int = 0
    interactions: int = 0
    two_way_seconds: int = 0
    plan_changes: int = 0
    departures: int = 0
    correction_delays: list[int] = field(default_factory=list)
    sales: int = 0
    purchases: list[tuple[int, int, int]] = field(default_factory=list)
    lever_unlocks: frozenset[Lever] = frozenset()


def thresholds(ladder: Ladder) -> Thresholds:
    """The ladder's lines by present stage: a stage is kept until the value lies below by the slack."""
    slack = millionths(ladder.slack)

    def kept_by(line: float, *stages: int) -> Ints:
        return np.array(
            [millionths(line) - (slack if stage in stages else 0) for stage in range(8)],
            dtype=np.int64,
        )

    def left_by(line: float) -> Ints:
        return np.array(
            [millionths(line) + (slack if stage == 7 else 0) for stage in range(8)], dtype=np.int64
        )

    by_stage = np.stack(
        [
            kept_by(ladder.know, 1, 2, 3, 4, 5, 6, 7),
            kept_by(ladder.like, 2, 3, 5),
            kept_by(ladder.trust, 3),
            kept_by(ladder.advocate, 5),
            kept_by(ladder.customer, 4, 5),
            left_by(ladder.hostile_trust),
            left_by(ladder.hostile_liking),
        ]
    )
    minutes = ladder.like_minutes, ladder.trust_minutes, ladder.advocate_minutes
    like, trust, advocate = (round(one * 60) for one in minutes)
    return Thresholds(by_stage, (like, trust, advocate))


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
