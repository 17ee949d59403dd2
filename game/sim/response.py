"""Responses: what an answer to a setback does, by how it fits, how late it comes and how sincere it is (S5-S9).

An answer only softens: no setback leaves trust above where it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.clock import DAY
from game.sim.parameter import MILLION, millionths

if TYPE_CHECKING:
    from game.sim.world import RunnerState, Setback, World

ANSWERS = (
    "inform",
    "deny",
    "explain",
    "apologise",
    "repair",
    "compensate",
    "reply",
    "delete",
    "stay_silent",
    "leave_place",
)

#: How well an answer fits a kind of setback, per cent of the best; below zero it makes it worse (S5, S6, S8).
FIT: dict[str, dict[str, int]] = {
    "sour_review": {
        "apologise": 80,
        "explain": 60,
        "repair": 100,
        "compensate": 75,
        "reply": 60,
        "deny": -30,
        "delete": -40,
    },
    "slip": {
        "apologise": 100,
        "explain": 50,
        "delete": 30,
        "repair": 80,
        "deny": -40,
        "inform": 40,
    },
    "claim_found_out": {
        "apologise": 60,
        "repair": 90,
        "compensate": 60,
        "explain": 20,
        "deny": -60,
        "delete": -30,
    },
    "machine_talk": {"apologise": 90, "explain": 50, "repair": 100, "deny": -30, "delete": 20},
    "delegate_slip": {
        "apologise": 90,
        "explain": 60,
        "repair": 100,
        "delete": 25,
        "deny": -40,
        "inform": 50,
    },
    "silence": {
        "reply": 100,
        "apologise": 80,
        "explain": 30,
        "repair": 70,
        "deny": -30,
        "delete": -40,
    },
    "rumour": {
        "inform": 100,
        "deny": 70,
        "explain": 80,
        "apologise": 10,
        "reply": 60,
        "delete": -20,
    },
    "broken_promise": {
        "apologise": 70,
        "repair": 100,
        "compensate": 60,
        "explain": 10,
        "deny": -60,
        "delete": -20,
    },
}
#: How much of an answer reaches those who heard of the setback, per cent, by who sees it.
HEARD_BY = {"everyone": 100, "followers": 90, "those who asked": 75, "one person": 50, "nobody": 40}
INTEGRITY = ("claim_found_out", "broken_promise")


def answer_setback(
    world: World, state: RunnerState, setback: Setback, acts: tuple[str, ...], seen_by: str
) -> None:
    """Answer *setback* with *acts*: together they soften what is still to come.

    They soften less with each day of delay, and less where fewer people get to hear the answer.
    """
    now = world.now
    fits = sorted((FIT[setback.kind].get(act, 0) for act in acts if act in ANSWERS), reverse=True)
    if not fits or acts == ("stay_silent",):
        return
    together = (
        fits[0]
        + sum(fit // 4 for fit in fits[1:] if fit > 0)
        + sum(fit for fit in fits[1:] if fit < 0)
    )
    rates = world.parameters.hazards
    delay = max(0, now - setback.born - _fuse(world))
    worth = (
        MILLION
        * round(rates.delay_halves_days * DAY)
        // (round(rates.delay_halves_days * DAY) + delay)
    )
    best = millionths(rates.answered_well)
    heard = HEARD_BY[seen_by] if together > 0 else 100
    softened = best * min(110, together) // 100 * heard // 100
    setback.softened = softened * worth // MILLION if softened > 0 else softened
    setback.answer, setback.answered = "+".join(act for act in acts if act in ANSWERS), now
    state.correction_delays.append((now - setback.born) // DAY)


def _fuse(world: World) -> int:
    return round(world.parameters.hazards.fuse_days * DAY)
