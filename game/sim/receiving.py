"""Receiving: how a message comes into a runner's inbox.

The queue itself is in `inbox.py`; what an answer is worth and what silence costs is in `replying.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.cause import Cause
from game.sim.clock import DAY, MORNING
from game.sim.draws import Purpose, draw_one
from game.sim.inbox import Message, MessageKind
from game.sim.tables import BITS

if TYPE_CHECKING:
    from game.sim.world import World


def receive(
    world: World, runner: int, person: int, second: int, kind: MessageKind, cause: Cause
) -> bool:
    """Put a message into a runner's inbox, at most one from a person in an attention day; the first wins."""
    day = (second - MORNING) // DAY
    row, asked = world.row(runner, person), world.relations.asked
    if asked[row] == day:
        return False
    asked[row] = day
    rates, relation = world.rates, (runner << 32) | person
    hurried = world.people.impatient[person] < rates.impatient
    patience = draw_one(world.seed(second), Purpose.PATIENCE, relation, day) >> BITS
    wait = (rates.hurried_patience if hurried else rates.patience)[patience]
    message = Message(second, person, kind, second + wait, _service_seconds(world, relation, day))
    world.runners[runner].inbox.add(message)
    world.ledger.book(runner, "unanswered", cause, 1)
    if kind is not MessageKind.THANKS:
        world.ledger.note(second, "asked", runner, person, kind.name.lower())
    return True


def _service_seconds(world: World, relation: int, day: int) -> int:
    luck = draw_one(world.seed(day * DAY), Purpose.SERVICE, relation, day)
    return world.rates.service[luck >> BITS]
