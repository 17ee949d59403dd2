"""The quiet year: what was built goes on paying while nobody works.

By the usual yardstick, its sales count with those of the race.
"""

from __future__ import annotations

from game.sim.checkpoint import freeze, thaw
from game.sim.clock import WEEK, WEEKS_PER_YEAR
from game.sim.world import World


def a_quiet_year_on(world: World) -> World:
    """A copy of *world*, a Monday's midnight, a year later: no sittings, messages, cards or setbacks in it."""
    quiet = thaw(freeze(world))
    quiet.quiet, quiet.finished = True, False
    ends = world.now // WEEK * WEEK + WEEKS_PER_YEAR * WEEK
    while quiet.agenda.next_time() <= ends:
        quiet.agenda.step()
    return quiet
