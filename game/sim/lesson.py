"""Lessons: what makes a kind of setback less likely for a while - a near miss that was noticed, a cause repaired.

What makes a setback likely in the first place is in `hazard.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.clock import DAY, HOUR
from game.sim.draws import SPAN, Purpose, draw_one
from game.sim.hazard import SETBACK_KINDS
from game.sim.parameter import MILLION, millionths

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World


def learn_lesson(world: World, state: RunnerState, kind: str, cut: float, days: float) -> None:
    """From now on, for so many *days*, a setback of this *kind* is less likely by the share *cut*."""
    today = world.now // DAY
    state.lessons = [one for one in state.lessons if one[1] > today]
    state.lessons.append((kind, today + round(days), MILLION - millionths(cut)))


def with_lessons(state: RunnerState, kind: str, chance: int, today: int) -> int:
    """The *chance* of a *kind* of setback after what was learned about it and still holds *today*."""
    for about, ends, kept in state.lessons:
        if about == kind and today < ends:
            chance = chance * kept // MILLION
    return chance


def near_miss(world: World, state: RunnerState, kind: str) -> None:
    """It almost happened: who listens may notice, and takes care for half a year (literature: near misses)."""
    relation = state.index * 64 + SETBACK_KINDS.index(kind)
    luck = draw_one(world.seed(world.now), Purpose.NEAR_MISS, relation, world.now // DAY)
    rates = world.parameters.hazards
    if luck < int(rates.near_miss_seen * SPAN) * min(state.listened, 4 * HOUR) // (4 * HOUR):
        learn_lesson(world, state, kind, rates.near_miss_cut, rates.near_miss_days)
        world.ledger.note(world.now, "near_miss", state.index, -1, kind)
