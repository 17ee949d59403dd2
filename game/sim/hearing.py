"""Hearing of a setback: who hears of it on a day, how each takes it, what they lose by it, and how that heals.

A setback's life is in `setback.py`; what an answer is worth is in `response.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.cause import Cause
from game.sim.clock import DAY, WEEK
from game.sim.draws import SPAN, Ints, Purpose, draw_one
from game.sim.hazard import SETBACK_KINDS
from game.sim.parameter import MILLION, millionths
from game.sim.response import INTEGRITY
from game.sim.tables import BITS, ONE, halving, log_normal, normal

if TYPE_CHECKING:
    from game.sim.state import RunnerState, Setback
    from game.sim.world import World

HEALED = 2_000  # millionths of liking or evidence: less than this is not given back any more


def key_of(setback: Setback) -> int:
    """The number that a setback's draws go by: its day of birth, its kind, and whether a denial came out."""
    return (setback.born // DAY * 16 + SETBACK_KINDS.index(setback.kind)) * 2 + setback.breach


def character(world: World, state: RunnerState, setback: Setback) -> None:
    """What luck gives this one setback: how far one is to blame, how it catches on, and whether it lasts (S5, S7)."""
    rates, seed, key = world.parameters.hazards, world.seed(setback.born), key_of(setback)
    aside = normal()[draw_one(seed, Purpose.RESPONSIBILITY, state.index, key) >> BITS]
    blame = setback.blame + millionths(rates.responsibility_spread) * int(aside) // MILLION
    setback.blame = min(MILLION * 98 // 100, max(MILLION * 2 // 100, blame))
    caught = draw_one(seed, Purpose.VIRULENCE, state.index, key)
    setback.virulence = int(log_normal(MILLION, rates.virulence_spread)[caught >> BITS])
    lasts = draw_one(seed, Purpose.LASTING, state.index, key)
    setback.lasting = lasts < int(rates.lasting * SPAN)


def hear(world: World, state: RunnerState, setback: Setback, near: Ints, chance: int) -> Ints:
    """Let those of the persons *near* whose turn it is hear of it, with *chance* (of `SPAN`).

    Each has one number for this setback and hears once, on the day on which the growing chance passes that number.
    Returned are those who are upset enough to leave at once.
    """
    rows = world.row(state.index, 0) + near
    luck = world.draw(setback.born, Purpose.HEARD, rows, key_of(setback))
    before = setback.heard
    setback.heard = before + (SPAN - before) * chance // SPAN
    hears = (luck >= before) & (luck < setback.heard)
    cause = Cause.SETBACK if setback.answered < 0 else Cause.ANSWER
    take(world, state, setback, near[hears], cause)
    upset = (
        before + (setback.heard - before) * millionths(world.parameters.hazards.upset) // MILLION
    )
    leaving: Ints = near[hears & (luck < upset)]
    return leaving


def severity(world: World, state: RunnerState, setback: Setback, persons: Ints) -> Ints:
    """How badly each takes it, in millionths of a standard deviation, never below zero (S5, S9).

    Reputation changes by -0.54 z(responsibility) + 0.23 z(match) + 0.81 e (Ma & Zhan 2016, J. Public Relations Research
    28:102); e is normal by person and setback, and has the variance that is left.
    """
    rates = world.parameters.hazards
    blame = (
        (setback.blame - millionths(rates.responsibility_mean))
        * millionths(rates.responsibility_weight)
        // millionths(rates.responsibility_deviation)
    )
    match = setback.softened * millionths(rates.match_weight) // millionths(rates.match_deviation)
    rows = world.row(state.index, 0) + persons
    luck = world.draw(setback.born, Purpose.TAKEN, rows, key_of(setback))
    own = normal()[luck >> BITS] * millionths(rates.personal_weight) // MILLION
    taken: Ints = np.maximum(0, millionths(rates.severity) + blame - match + own)
    return taken


def take(
    world: World,
    state: RunnerState,
    setback: Setback,
    persons: Ints,
    cause: Cause,
    share: int = MILLION,
) -> None:
    """Let *persons* lose liking and trust by how they take it, of which *share* millionths; part of it will heal."""
    if not len(persons):
        return
    rates, weights = world.parameters.hazards, world.parameters.relationship
    breach = setback.breach or setback.kind in INTEGRITY
    weight = weights.breach_weight if breach else weights.bad_weight
    liking, evidence = millionths(rates.damage_liking), millionths(rates.damage_trust * weight / 3)
    if breach:  # a personal voice is taken at its word (Aaker, Fournier & Brasel 2004)
        liking = (
            liking * (1000 + int(rates.warm_breach * 1000) * (2 - state.week_plan.voice)) // 1000
        )
    quick = MILLION - (millionths(rates.lasting_share) if setback.lasting else 0)
    taken = severity(world, state, setback, persons) * share // MILLION
    lost, bad = liking * taken // MILLION, evidence * taken // MILLION
    rows = world.row(state.index, 0) + persons
    setback.reached += len(rows)
    world.touch_each(rows, world.now, int(cause), liking=-lost, bad=bad)
    fell = lost * np.maximum(0, MILLION + world.relations.liking[rows]) // MILLION
    setback.hurt.append(np.array([persons, fell * quick // MILLION, bad * quick // MILLION]))


def heal(world: World, state: RunnerState, setback: Setback) -> bool:
    """A week later: some of the quick part of the hurt is over, by itself; return whether more is to come (S7)."""
    if not setback.hurt:
        return False
    rates, ties = world.parameters.hazards, world.parameters.relationship
    back = ONE - halving(rates.quick_half_life_days)
    # it fades with the rest of liking and evidence
    kept = [[halving(ties.half_life_liking_days)], [halving(ties.half_life_trust_days)]]
    hurt = np.concatenate(setback.hurt, axis=1)
    rows = world.row(state.index, 0) + hurt[0]
    left = hurt[1:] * kept // ONE
    liked, eased = over = left * back // ONE
    eased = np.minimum(eased, np.maximum(0, world.relations.bad[rows]))
    gain = liked * MILLION // np.maximum(MILLION // 4, MILLION - world.relations.liking[rows])
    world.touch_each(rows, world.now, int(Cause.TIME), liking=gain, bad=-eased)
    hurt[1:] = left - over
    more = (hurt[1] > HEALED) | (hurt[2] > HEALED)
    setback.hurt = [hurt[:, more]] if np.count_nonzero(more) else []
    return bool(setback.hurt)


def next_healing(now: int) -> int:
    """When hurt heals next: a week from now."""
    return now + WEEK
