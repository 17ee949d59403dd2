"""Automation: the greeting and the direct message that a machine sends to whoever follows.

Scheduled posts are in `sitting.py`; what makes machine talk a setback is in `hazard.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.cause import Cause
from game.sim.draws import SPAN, Ints, Purpose, draw
from game.sim.plan import Automation
from game.sim.trade import purchase

if TYPE_CHECKING:
    from game.sim.world import RunnerState, World

UNWELCOME = int(0.67 * SPAN)  # R10: about three in four unwelcome, a fiftieth welcome
WELCOME = int(0.02 * SPAN)
GREETING_LOSS, DIRECT_LOSS, GAIN = -15_000, -80_000, 20_000


def greet(world: World, state: RunnerState, persons: Ints) -> None:
    """Send the machine's message to *persons*, who have just begun to follow."""
    direct = state.week_plan.automation is Automation.DIRECT
    loss = DIRECT_LOSS if direct else GREETING_LOSS
    luck = draw(
        world.seed(world.now), Purpose.AUTOMATIC, (state.index << 32) | persons, world.now // 86400
    )
    for person, value in zip(persons.tolist(), luck.tolist(), strict=True):
        liking = loss if value < UNWELCOME else GAIN if value < UNWELCOME + WELCOME else 0
        bought = 40_000 if direct else 20_000  # it is read, and so one is better known for it
        if direct and value % 256 == 0 and world.people.catchment[person]:
            purchase(
                world, state.index, person, world.now, Cause.AUTOMATIC
            )  # now and then somebody clicks
        world.touch(
            state.index, person, world.now, Cause.AUTOMATIC, familiarity=bought, liking=liking
        )
