"""Lights: each can be lit and shows what it hid; being lit changes nothing in the world, practising does."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest

from game.sim.decision import Request
from game.sim.insight import reflect
from game.sim.lever import Care, Lever
from game.sim.light import ACTS_ON, LIGHTS, Light, LightWords
from game.sim.measure import MEASURES
from game.sim.place import Place
from game.sim.run import Run
from game.sim.seen import Covered
from tests.builders import SQUARE, a_scenario
from tests.sim.lab import a_room, after, numbers, set_plan, you

UNCOVERS = {light: [one.id for one in MEASURES if one.light is light] for light in LIGHTS}


def lighting(light: Light, **room: Any) -> Run:
    """A shop whose record points to one light, and which studies."""
    run = after(a_room({Lever.STUDY: 10}, **room), 2.5)
    lamp = you(run).lights[light]
    lamp.evidence, lamp.state = 10_000, "puzzled"
    return run


def only(light: Light) -> dict[Light, LightWords]:
    """All lights switched off but one."""
    return {other: LightWords(off=True) for other in LIGHTS if other is not light}


@pytest.mark.parametrize("light", LIGHTS)
def test_each_light_dawns_on_who_has_evidence_and_reflects(light: Light) -> None:
    run = after(lighting(light, lights=only(light)), 12)
    assert you(run).lights[light].state in ("lit", "habit")
    assert light in [line.detail for line in run.world.ledger.log if line.what == "lit"]


@pytest.mark.parametrize("light", LIGHTS)
def test_without_reflection_no_light_dawns(light: Light) -> None:
    run = lighting(light, lights=only(light))
    set_plan(you(run), {})
    you(run).studied = you(run).listened = 0
    assert you(after(run, 12)).lights[light].state == "puzzled"


def test_without_evidence_no_light_dawns() -> None:
    run = a_room({Lever.STUDY: 20}, known_by=0.0, parameters=numbers(insight={"evidence": 1000}))
    assert {lamp.state for lamp in you(after(run, 12)).lights.values()} == {"unseen"}


def busy(**room: Any) -> Run:
    """A shop that does a little of everything, much of it too hastily, with setbacks about."""
    parameters = numbers(
        hazards={"rumour": 0.05, "fuse_days": 2}, content={"message": 0.2, "post_minutes": 10}, insight={"evidence": 6},
    )  # fmt: skip
    hours = {Lever.CREATE: 8, Lever.CONVERSE: 4, Lever.HELP: 4, Lever.STUDY: 12, Lever.REPLY: 1}
    return a_room(
        hours, people=400, seasons=8, parameters=parameters, settings={"claims": 2}, **room
    )


def test_evidence_for_all_but_the_ground_comes_from_ones_own_record() -> None:
    run = after(busy(), 60)
    assert {light for light in LIGHTS if you(run).lights[light].evidence >= 6} >= {*LIGHTS} - {
        Light.GROUND
    }


def test_a_place_that_closed_is_evidence_for_the_ground() -> None:
    run = a_room(places=(a_closing_place(),), on=("square",))
    after(run, 10)
    assert you(run).lights[Light.GROUND].evidence > 0


def a_closing_place() -> Place:
    return SQUARE.model_copy(update={"closes_week": 4})


def test_one_light_at_a_time_and_a_fortnight_apart() -> None:
    run = after(busy(), 100)
    days = sorted(lamp.lit_day for lamp in you(run).lights.values() if lamp.lit_day >= 0)
    assert len(days) >= 3
    assert all(later - earlier >= 14 for earlier, later in itertools.pairwise(days))


# what it shows


@pytest.mark.parametrize("light", [light for light in LIGHTS if UNCOVERS[light]])
def test_a_lit_light_uncovers_its_measures_and_no_others(light: Light) -> None:
    run = after(a_room(), 3)
    before = {one.id: run.view("you").measure(one.id) for one in MEASURES}
    you(run).lights[light].state = "lit"
    view = run.view("you")
    for one in MEASURES:
        if one.light is light:
            assert before[one.id] == Covered(light)
            assert isinstance(view.measure(one.id), int)
        else:
            assert view.measure(one.id) == before[one.id]


@pytest.mark.parametrize("light", LIGHTS)
def test_every_light_shows_something(light: Light) -> None:
    shown_otherwise = {
        Light.GROUND
    }  # whose places stand open to all; it brings a question and a habit
    assert UNCOVERS[light] or light in shown_otherwise


def test_no_view_leaks_a_covered_measure() -> None:
    run = after(busy(), 30)
    for lamp in you(run).lights.values():
        lamp.state = "unseen"
    view = run.view("you")
    for one in MEASURES:
        if one.light is not None:
            found = [
                view.measure(one.id),
                view.history(one.id),
                view.why(one.id),
                view.change(one.id),
            ]
            assert found == [Covered(one.light)] * 4
    assert {guest.stage for guest in view.guests()} == {None}
    told = {story.what for story in view.stories(limit=500)}
    assert told <= {"followed", "asked", "bought"}


def test_a_light_that_is_off_covers_nothing_and_never_dawns() -> None:
    run = after(a_room({Lever.STUDY: 20}, lights={Light.LADDER: LightWords(off=True)}), 12)
    assert run.view("you").sees("likes")
    assert you(run).lights[Light.LADDER].state == "off"


def test_being_lit_changes_what_is_seen_and_never_the_world() -> None:
    dark, lit = busy(), busy()
    for run in (dark, lit):
        after(run, 4)
        # a light that will not become a habit, and one that cannot dawn
        for lamp in you(run).lights.values():
            lamp.state = "off"
    for lamp in you(dark).lights.values():
        lamp.state = "unseen"
        lamp.evidence = -(10**9)
    after(dark, 20), after(lit, 20)
    assert dark.view("you").sees("trust") != lit.view("you").sees("trust")
    for name, column in dark.world.relations.columns().items():
        np.testing.assert_array_equal(column, lit.world.relations.columns()[name], err_msg=name)
    assert dark.digest == lit.digest


# what it asks, and what practising does


def asked_by(light: Light) -> tuple[Run, Request]:
    run = Run(a_scenario(people=80, parameters=numbers()), 1, strategies={}, people=["you"])
    run.advance()
    you(run).lights[light].evidence, you(run).lights[light].state = 10_000, "puzzled"
    you(run).studied = 10**6
    run.world.requests.clear()
    run.open_request = None
    reflect(run.world, you(run))
    request = run.advance()
    assert request is not None
    return run, request


@pytest.mark.parametrize("light", LIGHTS)
def test_a_light_asks_for_a_small_act_or_much_more_or_nothing_now(light: Light) -> None:
    run, request = asked_by(light)
    assert (request.kind, request.name) == ("light", light)
    assert [option.id for option in request.options] == ["act", "more", "later"]
    assert request.default.option == "later"
    target = ACTS_ON[light][0]
    before = you(run).plan.hours_of(target)
    run.decide(request.option("more"))
    assert you(run).plan.hours_of(target) == before + 6


def test_acting_on_a_light_for_some_weeks_makes_a_habit_that_betters_the_work() -> None:
    run = after(a_room({Lever.CONVERSE: 6}), 1.5)
    you(run).lights[Light.DEPTH].state = "lit"
    after(run, 4)
    assert you(run).habits == 0
    after(run, 9)
    assert you(run).lights[Light.DEPTH].state == "habit"
    assert you(run).habits == 1
    set_plan(you(run), {Lever.CONVERSE: 6}, care=((Lever.CONVERSE, Care.BRIEF),))
    other = after(
        a_room({Lever.CONVERSE: 6}, settings={"care": ((Lever.CONVERSE, Care.BRIEF),)}), 1.5
    )
    you(other).lights[Light.DEPTH].state = "lit"
    assert you(after(other, 12)).habits == 0
