"""Responses: what an answer to a setback does, by how it fits, how late it comes and how sincere it is (S5-S9).

An answer only softens: no setback leaves trust above where it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.agenda import Record
from game.sim.clock import DAY, Phase
from game.sim.draws import Purpose, draw_one
from game.sim.lesson import learn_lesson
from game.sim.parameter import MILLION, millionths
from game.sim.tables import BITS, exponential

if TYPE_CHECKING:
    from game.sim.state import RunnerState, Setback
    from game.sim.world import World

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
        "apologise": 45,
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
        "apologise": 50,
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


CALMING = ("apologise", "explain", "inform", "reply")


def answer_setback(
    world: World, state: RunnerState, setback: Setback, acts: tuple[str, ...], seen_by: str
) -> None:
    """Answer *setback* with *acts*: together they soften what is still to come.

    They soften less with each day of delay, less where fewer people get to hear the answer, and less in words that
    were used before. Calming words damp the talk; repairing mends the cause; a false denial may come out later.
    """
    said = tuple(act for act in acts if act in ANSWERS)
    if not said or said == ("stay_silent",):
        return
    rates, now = world.parameters.hazards, world.now
    fits = sorted((FIT[setback.kind].get(act, 0) for act in said), reverse=True)
    together = (
        fits[0]
        + sum(fit // 4 for fit in fits[1:] if fit > 0)
        + sum(fit for fit in fits[1:] if fit < 0)
    )
    delay = max(0, now - setback.born - _fuse(world))
    halves = round(rates.delay_halves_days * DAY)
    worth = MILLION * halves // (halves + delay)
    heard = HEARD_BY[seen_by] if together > 0 else 100
    softened = MILLION * min(110, together) // 100 * heard // 100
    words = "+".join(said)
    again = _said_before(world, state, words)
    if softened > 0:
        softened = softened * worth // MILLION
        softened = softened * millionths(rates.repeated) // MILLION if again else softened
    setback.softened = softened
    setback.calmed = _calmed(world, said, delay, again=again, fits=together > 0)
    setback.answer, setback.answered = words, now
    state.correction_delays.append((now - setback.born) // DAY)
    if "repair" in said:
        learn_lesson(world, state, setback.kind, rates.repair_cut, rates.repair_days)
    if "deny" in said and setback.blame >= millionths(rates.guilty):
        _may_come_out(world, state, setback)


def _calmed(world: World, said: tuple[str, ...], delay: int, *, again: bool, fits: bool) -> int:
    """What the talk is divided by, in thousandths (S8)."""
    rates = world.parameters.hazards
    calm = rates.calm if fits and not again and any(act in CALMING for act in said) else 1.0
    fuel = rates.fuel if "compensate" in said and delay < DAY else 1.0
    return round(1000 * calm * fuel)


def _said_before(world: World, state: RunnerState, words: str) -> bool:
    """Whether people still recall that the same was said about an earlier setback."""
    since = world.now - round(world.parameters.hazards.repeated_days * DAY)
    return any(one.answer == words and one.answered >= since for one in state.setbacks)


def _may_come_out(world: World, state: RunnerState, setback: Setback) -> None:
    """A true charge was denied: the day on which that comes out is drawn now; it may be long after the race (S6)."""
    daily = world.parameters.hazards.denial_found_out
    if not daily:
        return
    number = number_of(state, setback)
    luck = draw_one(
        world.seed(setback.born), Purpose.REVEALED, state.index, setback.born // DAY * 64 + number
    )
    at = world.now + int(exponential(DAY / daily)[luck >> BITS])
    world.agenda.put(Record(at, Phase.SETBACK, state.index, number, "setback", ("denied",)))


def number_of(state: RunnerState, setback: Setback) -> int:
    """The place of *setback* among those of its runner."""
    return next(nth for nth, one in enumerate(state.setbacks) if one is setback)


def _fuse(world: World) -> int:
    return round(world.parameters.hazards.fuse_days * DAY)
