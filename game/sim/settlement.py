"""Settlement: every Monday at midnight the week that ended is closed, and at a season's turn the record is sealed.

What fades is in `kernels/`; what the new week begins with is in `engine.py`.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from game.sim.booking import book_moved
from game.sim.clock import DAY
from game.sim.energy import book_energy, settle_energy
from game.sim.relations import ROWS_AT_ONCE
from game.sim.tables import ONE, halving

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World


def settle_week(world: World) -> None:
    """Close the week that ended: fading under the cause `time`, energy, medians; then the ledger."""
    rates = world.parameters.relationship
    kept = {
        "familiarity": halving(rates.half_life_familiarity_days),
        "liking": halving(rates.half_life_liking_days),
        "good": halving(rates.half_life_trust_days),
        "bad": halving(rates.half_life_trust_days),
        "custom": halving(rates.half_life_custom_days),
        "seen": halving(rates.satiety_days),
    }
    world.relations.make_room()
    rows, people = len(world.relations.stage), world.people.count
    for first in range(0, rows, ROWS_AT_ONCE):
        block = slice(first, min(first + ROWS_AT_ONCE, rows))
        faded = world.kernels.fade(world.relations, world.lines, kept, ONE, block, people)
        world.array_calls += 1
        book_moved(world, faded, world.now // DAY - 1)
    for state in world.runners:
        settle_energy(world, state)
        book_energy(world, state)
        state.listened //= 2
    world.ledger.close_week()
    for state in world.runners:
        world.ledger.set_value(state.index, "reply_minutes", _median(state.waits))
        state.all_waits += state.waits
        state.waits = []


def _median(waits: list[int]) -> int:
    ordered = sorted(waits)
    return ordered[len(ordered) // 2] if ordered else 0


def seal(world: World) -> None:
    """Add the season that ended to the digest."""
    world.digest = seal_of(world)
    world.digests.append(world.digest.hex())


def seal_of(world: World) -> bytes:
    """A SHA-256 over the digest so far, the recent record and the state. Changes nothing."""
    whole = hashlib.sha256(world.digest)
    for part in world.ledger.digest_parts():
        whole.update(part)
    for column in world.relations.columns().values():
        for first in range(0, len(column), ROWS_AT_ONCE):
            whole.update(column[first : first + ROWS_AT_ONCE].astype("<i8").tobytes())
    for state in world.runners:
        whole.update(_essence(state).encode())
    return whole.digest()


def _essence(state: RunnerState) -> str:
    return repr(
        (
            state.definition.id,
            state.plan,
            state.purse,
            state.energy,
            state.sales,
            sorted(state.joined.items()),
        )
    )
