"""The view: what a runner may know. Screens, phones, strategies and exports during play read nothing else.

Until a light is lit, the measures it uncovers answer with it. What is true is in `ledger.py`, what a view is made of in
`seen.py`, who was met in `guests.py` and what they did in `stories.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from game.sim.clock import DAY, HOUR, MINUTE, WEEK, season_of_week, year_of_week
from game.sim.company import offers_of_week, ties_among
from game.sim.guests import face_of, guest_of, guests_of, name_of
from game.sim.ledger import WhyLine
from game.sim.lever import Lever
from game.sim.light import LIGHTS, Light
from game.sim.measure import Stage, measure_named
from game.sim.plan import Plan
from game.sim.planning import moves_left
from game.sim.seen import (
    CardSeen,
    Covered,
    Guest,
    PlaceView,
    RivalView,
    SetbackView,
    Sign,
    StaleView,
)
from game.sim.stories import Deed, Story, deeds, tell, tell_of

if TYPE_CHECKING:
    from game.sim.scenario import Scenario
    from game.sim.state import RunnerState
    from game.sim.world import World

SEEN_AS_LIT = ("lit", "habit", "off")


class View:
    """What one runner may know at one moment. Good until the answer is given; raises `StaleView` afterwards."""

    def __init__(self, world: World, runner: int) -> None:
        self._world_then = world
        self._index = runner
        self._closed = False
        self._deeds: dict[int, list[Deed]] = {}

    def close(self) -> None:
        """The moment has passed."""
        self._closed = True

    @property
    def _world(self) -> World:
        if self._closed:
            raise StaleView(
                "This view is of a moment that has passed; ask the run or the request for a new one."
            )
        return self._world_then

    @property
    def _state(self) -> RunnerState:
        return self._world.runners[self._index]

    @property
    def runner(self) -> str:
        """The runner's id."""
        return self._state.definition.id

    @property
    def name(self) -> str:
        """The business's name."""
        return self._state.definition.name

    @property
    def scenario(self) -> Scenario:
        """The scenario, which everybody may read."""
        return self._world.scenario

    @property
    def second(self) -> int:
        """The present second."""
        return self._world.now

    @property
    def day(self) -> int:
        """The present day, from 0."""
        return self._world.now // DAY

    @property
    def week(self) -> int:
        """The present week, from 0."""
        return self._world.now // WEEK

    @property
    def season(self) -> int:
        """The present season, from 0."""
        return season_of_week(self.week)

    @property
    def year(self) -> int:
        """The present year of the scenario, from 0."""
        return year_of_week(self.week)

    @property
    def weeks(self) -> int:
        """Weeks to the horizon, from the start."""
        return self._world.scenario.weeks

    @property
    def plan(self) -> Plan:
        """The present plan."""
        return self._state.plan

    @property
    def moves_left(self) -> int:
        """Moves that may still be made this season."""
        return moves_left(self._state)

    @property
    def purse(self) -> int:
        """Half-hours a week that the partner grants."""
        return self._state.purse

    @property
    def unlocked(self) -> frozenset[Lever]:
        """Levers that can be used."""
        return self._state.lever_unlocks

    @property
    def energy(self) -> int:
        """The owner's energy, 0 to 100."""
        return self._state.energy // 10_000

    @property
    def away(self) -> bool:
        """Whether the owner is away, burnt out or ill."""
        return self._state.away_until > self._world.now

    @property
    def goal(self) -> str:
        """The id of this year's goal, or an empty text."""
        return self._state.goal

    @property
    def promise(self) -> str:
        """The promise about the list: none, kept or broken."""
        return self._state.promise

    @property
    def sales_total(self) -> int:
        """Purchases since the start: the till is always in view."""
        return self._state.sales

    @property
    def lights(self) -> Mapping[Light, str]:
        """How far each light has come: unseen, puzzled, lit, habit or off."""
        return {light: self._state.lights[light].state for light in LIGHTS}

    def sees(self, id: str) -> bool:
        """Whether a measure is uncovered."""
        light = measure_named(id).light
        return light is None or self._state.lights[light].state in SEEN_AS_LIT

    def _covered(self, id: str) -> Covered | None:
        light = measure_named(id).light
        return None if light is None or self.sees(id) else Covered(light)

    def measure(self, id: str) -> int | Covered:
        """The value of a measure: of a level now, of a flow in the week that ended, or what covers it."""
        covered = self._covered(id)
        if covered:
            return covered
        if measure_named(id).kind == "level":
            return self._world.ledger.value_now(self._index, id)
        line = self._world.ledger.timeline(self._index, id)
        return line[-1] if line else 0

    def history(self, id: str) -> tuple[int, ...] | Covered:
        """The value at each week's end so far."""
        return self._covered(id) or tuple(self._world.ledger.timeline(self._index, id))

    def why(self, id: str, weeks: int = 13) -> tuple[WhyLine, ...] | Covered:
        """The causes of what a measure did in the last *weeks* weeks, largest first; they sum to the change exactly."""
        covered = self._covered(id)
        if covered:
            return covered
        last = len(self._world.ledger.weeks)
        return self._world.ledger.why(self._index, id, last - weeks, last)

    def change(self, id: str, weeks: int = 13) -> int | Covered:
        """What a measure did in the last *weeks* weeks: the sum of its why-lines."""
        lines = self.why(id, weeks)
        return lines if isinstance(lines, Covered) else sum(line.amount for line in lines)

    @property
    def waiting(self) -> int:
        """Messages that wait in the runner's own inbox."""
        return self._state.inbox.count(self._world.now)

    @property
    def oldest_wait_hours(self) -> int:
        """Hours that the oldest of them has waited."""
        return self._state.inbox.oldest_wait(self._world.now) // HOUR

    @property
    def posts_last_week(self) -> int:
        """Posts that went out in the week before."""
        return sum(self._state.posts_before.values())

    @property
    def offers_last_week(self) -> int:
        """Offers and announcements among the posts of the seven days that end now."""
        return offers_of_week(self._world, self._index)

    @cached_property
    def places(self) -> tuple[PlaceView, ...]:
        """All places, in the scenario's order."""
        world, state, week, crowds = self._world, self._state, self.week, self._world.crowds()
        follows = world.relations.follows[world.span_of(self._index)]
        on_each = follows[follows != 0] >> np.arange(len(world.places))[:, None] & 1
        followers = on_each.sum(axis=1).tolist()
        definitions = [place.definition for place in world.places]
        return tuple(
            PlaceView(
                id=definition.id,
                name=definition.name,
                kind=definition.kind,
                owned=definition.owned,
                invitation=definition.invitation,
                is_open=place.is_open,
                closed=place.closed,
                joined=number in state.joined,
                setup_left_minutes=state.setup_left.get(number, 0) // MINUTE,
                followers=followers[number],
                posts_last_week=state.posts_before.get(number, 0),
                crowd=0 if definition.owned else crowds[number] * 1000 // world.people.count,
                weeks_open=max(0, week - definition.opens_week),
            )
            for number, (place, definition) in enumerate(
                zip(world.places, definitions, strict=True)
            )
        )

    @property
    def signs(self) -> tuple[Sign, ...]:
        """Early signs of setbacks still brewing, as far as listening has shown them."""
        return tuple(
            Sign(setback.kind, setback.noticed // DAY)
            for setback in self._state.setbacks
            if setback.stage == "sign" and setback.noticed >= 0
        )

    @property
    def setbacks(self) -> tuple[SetbackView, ...]:
        """The runner's own setbacks that have struck."""
        return tuple(
            SetbackView(one.kind, one.stage, one.born // DAY, one.answered >= 0, one.answer)
            for one in self._state.setbacks
            if one.stage not in ("sign", "averted")
        )

    @cached_property
    def rivals(self) -> tuple[RivalView, ...]:
        """The others, as the street sees them."""
        world = self._world
        struck: dict[int, list[tuple[int, str]]] = {}
        for line in world.ledger.log:
            if line.what == "setback":
                struck.setdefault(line.runner, []).append((line.second // DAY, line.detail))
        return tuple(
            RivalView(
                other.definition.id,
                other.definition.name,
                world.ledger.value_now(other.index, "followers"),
                sum(other.posts_before.values()),
                tuple(struck.get(other.index, [])),
                offers_of_week(world, other.index),
                other.interactions,
                other.interaction_seconds // MINUTE,
            )
            for other in world.runners
            if other.index != self._index
        )

    @property
    def cards(self) -> tuple[CardSeen, ...]:
        """The cards so far."""
        return tuple(CardSeen(*seen) for seen in self._state.seen_cards)

    def name_of(self, person: int) -> str:
        """A person's first name: the same in every run of the scenario under the same luck."""
        return name_of(self._world, person)

    def face_of(self, person: int) -> int:
        """A number from which a person's face is drawn; the same person keeps the same face."""
        return face_of(self._world, person)

    def guests(self, limit: int = 120) -> tuple[Guest, ...]:
        """Those who have met the runner most, at most *limit*; with the ladder lit, those who like it or more first."""
        return guests_of(self._world, self._index, self._taken_for, limit)

    def guest(self, person: int) -> Guest:
        """One person as the runner knows them."""
        return guest_of(self._world, self._index, self._taken_for, person)

    @property
    def _taken_for(self) -> tuple[Stage, ...] | None:
        """What the runner takes each stage for; None until the ladder is lit."""
        if not self.sees("likes"):
            return None
        return tuple(self._shown_stage(one) for one in Stage)

    def _shown_stage(self, stage: Stage) -> Stage:
        """A stage as the runner sees it: what another light would tell apart is still taken for its neighbour."""
        if stage is Stage.ADVOCATE and not self.sees("advocates"):
            return Stage.CUSTOMER
        if stage in (Stage.LAPSED, Stage.HOSTILE) and not self.sees("lapsed"):
            return Stage.KNOWS
        return stage

    def ties(self, persons: Iterable[int]) -> tuple[tuple[int, int], ...]:
        """Who of *persons* know each other: whoever stands together at the party."""
        return ties_among(self._world.people, persons)

    @property
    def crowd(self) -> int:
        """How many people have met the runner at all."""
        return int(np.count_nonzero(self._world.relations.met[self._world.span_of(self._index)]))

    def stories(self, limit: int = 6, weeks: int = 13) -> tuple[Story, ...]:
        """What named people did lately, latest first: what is covered by a light is left out."""
        if weeks not in self._deeds:
            self._deeds[weeks] = deeds(self, self._world.ledger, self._index, weeks)
        return tell(self, self._deeds[weeks], limit)

    def stories_of(self, person: int, limit: int = 12) -> tuple[Story, ...]:
        """All that one person did, latest first: what is covered by a light is left out."""
        return tell_of(self, self._world.ledger, self._index, person, limit)
