"""Insight: how a light goes from unseen to puzzled to lit to habit.

It changes what the runner sees and the quality of what it practises; never the world. The eight are in `light.py`.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from game.sim.clock import DAY, MINUTE
from game.sim.decision import Decision, Option, Request
from game.sim.lever import Care, Lever
from game.sim.light import ACTS_ON, Light
from game.sim.measure import MEASURE_INDEX
from game.sim.plan import HalfHours, IllegalMove, Move
from game.sim.planning import adopt
from game.sim.view import View

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World

ACT_HALF_HOURS, MUCH_MORE_HALF_HOURS = 1, 6
APART_DAYS = 14


def evidence_of_week(world: World, state: RunnerState) -> dict[Light, int]:
    """Cases of the week that ended, in the runner's own record, by the light they point to."""
    week = world.ledger.ends[-1][state.index] if world.ledger.ends else None
    if week is None:
        return {}

    def value(id: str) -> int:
        return int(week[MEASURE_INDEX[id]])

    posts = sum(state.posts_before.values())
    others_closed = sum(1 for place in world.places if place.closed)
    live = sum(1 for setback in state.setbacks if setback.stage in ("spread", "answered", "fading"))
    return {
        Light.LADDER: value("sales") + min(4, posts),
        Light.WAITING: value("left_waiting") + value("unanswered") // 3,
        Light.LEAVING: value("unfollowed") + value("hostile"),
        Light.DEPTH: min(4, value("two_way_minutes") // 15),
        Light.GIVING: value("advocates") // 2 + min(2, state.week_plan.hours_of(Lever.HELP)),
        Light.CANDOUR: min(3, posts) if state.week_plan.claims or state.week_plan.voice >= 2 else 1,
        Light.GROUND: 4 * others_closed + len([p for p in world.places if p.reach < 800_000]) * 2,
        Light.SIGNS: 6 * live,
    }


def reflect(world: World, state: RunnerState) -> None:
    """On Monday: evidence adds up, reflection lights a lamp, acting on it makes a habit."""
    rates = world.parameters.insight
    minutes = state.studied // MINUTE + state.listened // MINUTE // 2
    state.studied = 0
    for light, cases in evidence_of_week(world, state).items():
        lamp = state.lights[light]
        lamp.evidence += cases
        if lamp.state == "unseen" and lamp.evidence >= rates.evidence:
            lamp.state = "puzzled"
            world.ledger.note(world.now, "puzzled", state.index, -1, light)
        if lamp.state == "lit":
            _practise(world, state, light)
    _dawn(world, state, minutes)


def _dawn(world: World, state: RunnerState, minutes: int) -> None:
    """Reflection goes to the light with the most evidence; when it is enough, the light is lit."""
    puzzled = [light for light, lamp in state.lights.items() if lamp.state == "puzzled"]
    last = max((lamp.lit_day for lamp in state.lights.values()), default=-APART_DAYS)
    if not puzzled:
        return
    light = max(puzzled, key=lambda one: (state.lights[one].evidence, -list(Light).index(one)))
    lamp = state.lights[light]
    lamp.reflected_seconds += minutes * MINUTE
    words = world.scenario.lights.get(light)
    price = world.parameters.insight.reflect_minutes * (words.price if words else 1.0) * MINUTE
    if lamp.reflected_seconds >= price and world.now // DAY - last >= APART_DAYS:
        lamp.state, lamp.lit_day = "lit", world.now // DAY
        world.ledger.note(world.now, "lit", state.index, -1, light)
        world.requests.append(question_of(world, state, light))


def _practise(world: World, state: RunnerState, light: Light) -> None:
    lamp, plan = state.lights[light], state.week_plan
    acting = sum(plan.hours_of(lever) for lever in ACTS_ON[light]) >= 2
    if light is Light.CANDOUR:
        acting = plan.claims <= 1 and plan.voice <= 2
    if light is Light.DEPTH:
        acting = acting and plan.care_of(Lever.CONVERSE) is not Care.BRIEF
    lamp.acted_weeks += int(acting)
    if lamp.acted_weeks >= world.parameters.insight.habit_weeks:
        lamp.state = "habit"
        state.habits += 1
        world.ledger.note(world.now, "habit", state.index, -1, light)


def question_of(world: World, state: RunnerState, light: Light) -> Request:
    """The lightbulb moment asks for an action: a small one, much more at once (the temptation), or none now."""
    options = (
        Option("act", "light.act", moves=moves_towards(state, light, ACT_HALF_HOURS)),
        Option("more", "light.more", moves=moves_towards(state, light, MUCH_MORE_HALF_HOURS)),
        Option("later", "light.later"),
    )
    return Request(
        runner=state.definition.id, kind="light", name=light, day=world.now // DAY, options=options,
        default=Decision(option="later"), view=View(world, state.index),
    )  # fmt: skip


def moves_towards(state: RunnerState, light: Light, count: int) -> tuple[Move, ...]:
    """One move of *count* half-hours to what the light speaks of, from where most is spent.

    Where none of its levers is unlocked yet, one can at least listen.
    """
    plan = state.plan
    open_levers = [lever for lever in ACTS_ON[light] if lever in state.lever_unlocks]
    target = open_levers[0] if open_levers else Lever.LISTEN
    if count <= ACT_HALF_HOURS:
        sources = [
            lever
            for lever in (Lever.PROMOTE, Lever.CREATE, Lever.TRY, Lever.SHOP)
            if lever != target
        ]
        source = max(sources[:-1], key=plan.hours_of)
        source = source if plan.hours_of(source) else Lever.SHOP
    else:
        source = Lever.SHOP
    return (
        (HalfHours(source, target, min(count, plan.hours_of(source))),)
        if plan.hours_of(source)
        else ()
    )


def answer_light(world: World, state: RunnerState, request: Request, decision: Decision) -> None:
    """Do what the light moved the runner to do. It counts against no season's moves: it came by itself."""
    chosen = next(option for option in request.options if option.id == decision.option)
    for move in chosen.moves:
        with suppress(IllegalMove):
            adopt(world, state, (move,), counted=False)
