"""Guests: the people who have met a runner, as the runner knows them: name, face, stage, and where they follow.

What the fog leaves of a stage is decided in `view.py`; what named people did is told in `stories.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from game.sim.draws import Purpose, draw, draw_one
from game.sim.measure import Stage
from game.sim.people import KIND_NAMES
from game.sim.seen import Guest

if TYPE_CHECKING:
    from game.sim.scenario import Scenario
    from game.sim.world import World

FEW_NAMES = (
    "Alex", "Bo", "Chris", "Dee", "Eli", "Fran", "Gus", "Hal", "Ira", "Jo", "Kim", "Lee", "Max", "Nat", "Pat",
)  # fmt: skip


def face_of(world: World, person: int) -> int:
    """A number from which a person's face is drawn; the same person keeps the same face."""
    return draw_one(world.luck.seed_on(0), Purpose.FACE, person, 0)


def name_of(world: World, person: int) -> str:
    """A person's first name: the same in every run of the scenario under the same luck."""
    return _name_by(world.scenario, face_of(world, person))


def _name_by(scenario: Scenario, face: int) -> str:
    names = scenario.market.first_names or FEW_NAMES
    return names[face % len(names)]


def guests_of(
    world: World, runner: int, taken_for: Sequence[Stage] | None, limit: int
) -> tuple[Guest, ...]:
    """Those who have met *runner* most, at most *limit*.

    *taken_for* says what the runner takes each stage for; with it, those who like the runner or more come first.
    Without it no stage can be told.
    """
    relations, span = world.relations, world.span_of(runner)
    met, stage = relations.met[span], relations.stage[span]
    likes = (stage >= Stage.LIKES) & (stage <= Stage.ADVOCATE)
    score = met if taken_for is None else met + np.where(likes, 1_000_000, 0)
    known = np.flatnonzero(met)
    best = known[np.argsort(-score[known], kind="stable")][:limit]
    faces = draw(world.luck.seed_on(0), Purpose.FACE, best, 0)
    columns = (best, faces, met[best], world.kind[best])
    stages = repeat(None) if taken_for is None else [taken_for[one] for one in stage[best].tolist()]
    followed = map(_places_by_bits(world), relations.follows[span][best].tolist())
    lines = zip(*(column.tolist() for column in columns), strict=True)
    return tuple(
        Guest(person, _name_by(world.scenario, face), face, times, KIND_NAMES[kind], stands, places)
        for (person, face, times, kind), stands, places in zip(
            lines, stages, followed, strict=False
        )
    )


def guest_of(world: World, runner: int, taken_for: Sequence[Stage] | None, person: int) -> Guest:
    """One person as *runner* knows them; *taken_for* as in `guests_of`."""
    relations, row = world.relations, world.row(runner, person)
    return Guest(
        person,
        name_of(world, person),
        face_of(world, person),
        int(relations.met[row]),
        KIND_NAMES[int(world.kind[person])],
        None if taken_for is None else taken_for[int(relations.stage[row])],
        _places_by_bits(world)(int(relations.follows[row])),
    )


def _places_by_bits(world: World) -> Callable[[int], tuple[str, ...]]:
    """What gives the ids of the places whose bit is set; the same bits are looked up once."""
    ids = [place.definition.id for place in world.places]

    @cache
    def places(bits: int) -> tuple[str, ...]:
        return tuple(id for number, id in enumerate(ids) if bits >> number & 1)

    return places
