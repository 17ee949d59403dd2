"""Energy: overload drains, rest restores; who burns out is away for weeks (T9).

Skill, which work builds, is in `practice.py`; when the owner sits down to work, in `sitting.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.cause import Cause
from game.sim.clock import DAY, WEEK
from game.sim.draws import SPAN, Purpose, draw_one
from game.sim.lever import Lever
from game.sim.parameter import MILLION, millionths

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World

USUAL_REST = 8  # half-hours a week


def settle_energy(world: World, state: RunnerState) -> None:
    """On Monday: the week's load and rest move energy; below a line the owner may burn out."""
    rates, plan = world.parameters.energy, state.week_plan
    rest = plan.hours_of(Lever.REST)
    over = max(0, plan.spent - state.purse) * MILLION // max(1, state.purse)
    tired = max(0, USUAL_REST - rest) * MILLION // USUAL_REST
    drain = 7 * millionths(rates.drain) * (over + 2 * tired) // MILLION
    easy = max(0, MILLION - 2 * (over + tired))  # the heavier the week, the less rest restores
    gain = 7 * millionths(rates.rest) * rest // USUAL_REST * easy // MILLION
    if state.away_until >= world.now:  # the week that ended was spent away
        gain, drain = 7 * millionths(rates.rest) * 4, 0
    state.energy = max(0, min(MILLION, state.energy + gain - drain))
    line = millionths(rates.tired) // 2
    luck = draw_one(world.seed(world.now), Purpose.BURNOUT, state.index, world.now // WEEK)
    if (
        state.energy < line
        and state.away_until <= world.now
        and luck < int(7 * rates.burnout * SPAN)
    ):
        state.away_until = world.now + rates.weeks_away * WEEK
        world.ledger.note(world.now, "burnout", state.index, -1, str(world.now // DAY))


def book_energy(world: World, state: RunnerState) -> None:
    """Write the change of energy into the ledger, in hundredths."""
    change = state.energy // 10_000 - world.ledger.value_now(state.index, "energy")
    if change:
        cause = (
            Cause.SETBACK
            if change < 0 and any(s.stage in ("spark", "spread") for s in state.setbacks)
            else Cause.TIME
        )
        world.ledger.book(state.index, "energy", cause, change)
