"""Automation: the greeting and the direct message that a machine sends to whoever follows.

Scheduled posts are in `posting.py`; what makes machine talk a setback is in `hazard.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.cause import Cause
from game.sim.draws import SPAN, Ints, Purpose, draw
from game.sim.parameter import millionths
from game.sim.plan import Automation
from game.sim.trade import purchase

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World


def greet(world: World, state: RunnerState, persons: Ints) -> None:
    """Send the machine's message to *persons*, who have just begun to follow."""
    direct = state.week_plan.automation is Automation.DIRECT
    rates = world.parameters.inbox
    loss = -millionths(rates.machine_message_liking if direct else rates.machine_greeting_liking)
    gain, unwelcome = millionths(rates.machine_welcome_liking), int(rates.machine_unwelcome * SPAN)
    welcome = unwelcome + int(rates.machine_welcome * SPAN)
    luck = draw(
        world.seed(world.now), Purpose.AUTOMATIC, (state.index << 32) | persons, world.now // 86400
    )
    for person, value in zip(persons.tolist(), luck.tolist(), strict=True):
        liking = loss if value < unwelcome else gain if value < welcome else 0
        bought = 40_000 if direct else 20_000  # it is read, and so one is better known for it
        if direct and value % 256 == 0 and world.people.catchment[person]:
            purchase(
                world, state.index, person, world.now, Cause.AUTOMATIC
            )  # now and then somebody clicks
        world.touch(
            state.index, person, world.now, Cause.AUTOMATIC, familiarity=bought, liking=liking
        )
