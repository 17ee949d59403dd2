"""Setbacks: from the first sign to the fading memory.

What makes one likely lives in `hazard.py`; what an answer does lives in `response.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.agenda import Record
from game.sim.booking import unfollow
from game.sim.card import ask_about
from game.sim.cause import Cause
from game.sim.clock import DAY, DAYS_PER_SEASON, HOUR, MINUTE, Phase
from game.sim.draws import SPAN, Ints, Purpose, draw, draw_one
from game.sim.hazard import BLAME, MOST_A_DAY, SETBACK_KINDS, today
from game.sim.hearing import character, heal, hear, key_of, next_healing, take
from game.sim.lesson import near_miss, with_lessons
from game.sim.parameter import MILLION, millionths
from game.sim.relations import HEARD
from game.sim.response import number_of
from game.sim.sitting import crisis
from game.sim.state import Setback
from game.sim.tables import ONE, halving

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World

LIVE = ("sign", "spark", "spread", "answered")
CRISIS_SECONDS = 75 * MINUTE


def chances_of_season(world: World) -> Ints:
    """The keyed uniforms of a season: one for each (day, runner, kind)."""
    first = world.now // DAY
    relation = np.arange(len(world.runners))[:, None] * 64 + np.arange(len(SETBACK_KINDS))
    return world.luck.draw_days(Purpose.SETBACK, relation, first, DAYS_PER_SEASON)


def brew(world: World, state: RunnerState, luck: list[int]) -> None:
    """In the morning: is a setback born today, or was it a near miss? At most one live setback of a kind."""
    day, misses = world.now // DAY, round(world.parameters.hazards.near_misses)
    for kind, value in zip(SETBACK_KINDS, luck, strict=True):
        if value >= MOST_A_DAY:
            continue
        chance = with_lessons(state, kind, today(world, state, kind), day)
        if value < chance:
            if not any(s.kind == kind and s.stage in LIVE for s in state.setbacks):
                bear(world, state, kind, chance)
        elif value < chance * (1 + misses) and state.listened:
            near_miss(world, state, kind)


def bear(world: World, state: RunnerState, kind: str, hazard: int) -> Setback:
    """A first sign of a setback of this *kind* appears now; *hazard* is today's chance of it."""
    setback = Setback(kind, world.now, BLAME[kind] * MILLION // 100, hazard)
    character(world, state, setback)
    state.setbacks.append(setback)
    world.ledger.book(state.index, "warnings", Cause.SETBACK, 1)
    world.ledger.note(world.now, "sign", state.index, -1, kind)
    relation = state.index * 64 + SETBACK_KINDS.index(kind)
    luck = draw_one(world.seed(world.now), Purpose.FUSE, relation, world.now // DAY)
    fuse = round(world.parameters.hazards.fuse_days)
    days = max(1, fuse // 2 + luck * fuse // SPAN)
    at = world.now // DAY * DAY + days * DAY + 9 * HOUR + luck % (8 * HOUR)
    _next(world, state, setback, at)
    return setback


def _next(world: World, state: RunnerState, setback: Setback, at: int, *what: str) -> None:
    number = number_of(state, setback)
    world.agenda.put(Record(at, Phase.SETBACK, state.index, number, "setback", what))


def notice_signs(world: World, state: RunnerState) -> None:
    """In the morning: those who listen see the early signs (an hour a week sees about half of them in a week)."""
    heard = state.listened
    if heard <= 0:
        return
    for setback in state.setbacks:
        if setback.stage == "sign" and setback.noticed < 0:
            relation = state.index * 64 + SETBACK_KINDS.index(setback.kind)
            luck = draw_one(
                world.seed(setback.born), Purpose.SEEN_CLAIM, relation, world.now // DAY
            )
            if luck < SPAN // 8 * min(heard, 4 * HOUR) // HOUR:
                setback.noticed = world.now
                world.ledger.note(world.now, "noticed", state.index, -1, setback.kind)


def on_setback(world: World, record: Record) -> None:
    """One step of a setback's life. Blame decides the damage; the answer only softens it (S5, S7, S9)."""
    state = world.runners[record.runner]
    setback = state.setbacks[record.person]
    if record.data == ("heal",):
        if heal(world, state, setback) or setback.stage in LIVE:
            _next(world, state, setback, next_healing(world.now), "heal")
        return
    if world.quiet:
        return
    if record.data == ("denied",):
        _come_out(world, state, setback)
        return
    match setback.stage:
        case "sign":
            if _mended_in_time(world, state, setback):
                setback.stage = "averted"
                world.ledger.note(world.now, "averted", state.index, -1, setback.kind)
                return
            setback.stage = "spark"
            _strike(world, state, setback)
            _next(world, state, setback, world.now + HOUR)
        case "spark" | "spread" | "answered":
            setback.stage = "answered" if setback.answered >= 0 else "spread"
            _spread_once(world, state, setback)
            setback.days_spreading += 1
            rates = world.parameters.hazards
            calm = setback.answered >= 0 and setback.softened >= 0
            if setback.days_spreading >= (rates.answered_days if calm else rates.spread_days):
                setback.stage = "fading"
                _remember(world, state, setback)
            else:
                _next(world, state, setback, world.now + DAY)
        case "fading":
            _resurface(world, state, setback)
        case _:
            return


def _mended_in_time(world: World, state: RunnerState, setback: Setback) -> bool:
    """Whether the cause was mended before the spark: the hazard has fallen below half of what it was."""
    chance = today(world, state, setback.kind)
    if with_lessons(state, setback.kind, chance, world.now // DAY) * 2 > setback.hazard:
        return False
    relation = state.index * 64 + SETBACK_KINDS.index(setback.kind)
    luck = draw_one(world.seed(setback.born), Purpose.SLIP, relation, -setback.born)
    averted = luck < int(world.parameters.hazards.mended_early * SPAN)
    if averted and setback.noticed >= 0:
        state.correction_delays.append((setback.noticed - setback.born) // DAY)
    return averted


def _strike(world: World, state: RunnerState, setback: Setback) -> None:
    """It strikes: the owner is taken from what they were doing, and must say what to do."""
    world.ledger.note(world.now, "setback", state.index, -1, setback.kind)
    drain = millionths(world.parameters.energy.crisis)
    state.energy = max(0, state.energy - drain)
    owner = world.agenda.owners[state.index]
    world.agenda.environment.process(crisis(world, owner, CRISIS_SECONDS))
    if setback.kind == "claim_found_out":
        world.relations.marks[world.span_of(state.index)] &= ~HEARD  # nobody believes it now
    if setback.kind == "broken_promise":
        state.promise = "none"  # it is out; there is no promise left to break
    ask_about(world, state, setback)


def _spread_once(world: World, state: RunnerState, setback: Setback) -> None:
    """Today some of those who know or follow the runner hear of it; the talk grows with blame and dies by itself."""
    rates = world.parameters.hazards
    span = world.span_of(state.index)
    near = np.flatnonzero((world.relations.follows[span] != 0) | (world.relations.stage[span] >= 2))
    if not len(near):
        return
    chance = int(rates.spread * SPAN) * setback.virulence // MILLION
    chance = chance * (MILLION + setback.blame) // MILLION
    chance = chance * halving(rates.talk_half_life_days, setback.days_spreading) // ONE
    chance = chance * 1000 // setback.calmed
    if setback.days_spreading == 0:
        _next(world, state, setback, next_healing(world.now), "heal")
    _some_leave(world, state, hear(world, state, setback, near, min(SPAN, chance)))


def _some_leave(world: World, state: RunnerState, persons: Ints) -> None:
    rows = persons + state.index * world.people.count
    rows = rows[world.relations.stage[rows] < 3]
    if len(rows):
        unfollow(
            world, rows, world.relations.follows[rows], Cause.SETBACK, world.now // DAY, left=True
        )


def _remember(world: World, state: RunnerState, setback: Setback) -> None:
    """What is public stays findable: it may be found again, once (S7)."""
    yearly = world.parameters.hazards.resurface
    relation = state.index * 64 + SETBACK_KINDS.index(setback.kind)
    luck = draw_one(world.seed(setback.born), Purpose.RESURFACE, relation, setback.born // DAY)
    years = luck / SPAN
    if years < min(0.9, yearly * 3):
        _next(world, state, setback, world.now + (20 + luck % 500) * DAY)


def _resurface(world: World, state: RunnerState, setback: Setback) -> None:
    """Somebody finds it again: it hurts a third as much, and nothing can be answered any more."""
    setback.stage = "forgotten"
    world.ledger.note(world.now, "resurfaced", state.index, -1, setback.kind)
    rates = world.parameters.hazards
    near = np.flatnonzero(world.relations.follows[world.span_of(state.index)] != 0)
    luck = draw(
        world.seed(setback.born), Purpose.RESURFACE, (state.index << 32) | near, key_of(setback)
    )
    found = near[luck < min(SPAN, int(rates.spread * SPAN) * setback.virulence // MILLION)]
    share = millionths(rates.resurface_share)
    if not setback.hurt:  # else it heals already, week by week
        _next(world, state, setback, next_healing(world.now), "heal")
    take(world, state, setback, found, Cause.MEMORY, share)


def _come_out(world: World, state: RunnerState, setback: Setback) -> None:
    """A false denial comes out: a second setback, and a breach of integrity (S6)."""
    setback.stage = "fading"
    again = Setback(
        setback.kind, world.now, BLAME["broken_promise"] * MILLION // 100, setback.hazard
    )
    again.breach, again.stage = True, "spark"
    character(world, state, again)
    state.setbacks.append(again)
    world.ledger.note(world.now, "denial_found_out", state.index, -1, setback.kind)
    _strike(world, state, again)
    _next(world, state, again, world.now + HOUR)
