"""How each one stands: a light, a setback, a platform, a runner.

They are held together, and written to, by `world.py`; what a runner and a place are by definition is in `runner.py` and
`place.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from game.sim.draws import Ints
from game.sim.inbox import Inbox
from game.sim.lever import Lever
from game.sim.light import LIGHTS, Light
from game.sim.parameter import MILLION
from game.sim.place import Place
from game.sim.plan import Plan
from game.sim.runner import Runner


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
