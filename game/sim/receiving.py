"""Receiving: how a message comes into a runner's inbox.

The queue itself is in `inbox.py`; what an answer is worth and what silence costs is in `replying.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.cause import Cause
from game.sim.clock import DAY, HOUR, MINUTE, MORNING
from game.sim.draws import SPAN, Purpose, draw_one
from game.sim.inbox import Message, MessageKind
from game.sim.tables import BITS, exponential

if TYPE_CHECKING:
    from game.sim.world import World


def receive(
    world: World, runner: int, person: int, second: int, kind: MessageKind, cause: Cause
) -> bool:
    """Put a message into a runner's inbox, at most one from a person in an attention day; the first wins."""
    day = (second - MORNING) // DAY
    row = world.row(runner, person)
    if world.relations.asked[row] == day:
        return False
    world.relations.asked[row] = day
    rates = world.parameters.inbox
    seed, relation = world.seed(second), (runner << 32) | person
    patience = draw_one(seed, Purpose.PATIENCE, relation, day)
    hurried = int(world.people.impatient[person]) < int(rates.impatient * SPAN)
    hours = rates.impatient_hours if hurried else rates.patience_hours
    # an exponential with this median: mean = median / ln 2
    wait = int(exponential(hours * HOUR / 0.693147)[patience >> BITS])
    service = _service_seconds(world, relation, day)
    world.runners[runner].inbox.add(Message(second, person, kind, second + wait, service))
    world.ledger.book(runner, "unanswered", cause, 1)
    if kind is not MessageKind.THANKS:
        world.ledger.note(second, "asked", runner, person, kind.name.lower())
    return True


def _service_seconds(world: World, relation: int, day: int) -> int:
    mean = world.parameters.inbox.reply_minutes * MINUTE
    if world.parameters.inbox.steady_service:
        return round(mean)
    return int(
        exponential(mean)[draw_one(world.seed(day * DAY), Purpose.SERVICE, relation, day) >> BITS]
    )
