"""The scripted strategy gives the answers it was given; chance gives any, and the same twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.decision import Decision
from game.sim.lever import Lever
from game.sim.plan import HalfHours, JoinPlace, apply_move, make_plan
from game.strategies import named, written
from game.strategies.runs import simulate
from game.strategies.scripted import Scripted
from tests.builders import a_card, a_choice, a_place_view, a_request, a_scenario, a_view

MORE = Decision(moves=(HalfHours(Lever.SHOP, Lever.CREATE, 4),))
LESS = Decision(moves=(HalfHours(Lever.CREATE, Lever.SHOP, 1),))


def test_the_most_particular_line_of_the_script_counts() -> None:
    second = a_request("plan", view=a_view(week=13), name="week-14")
    script = {"plan": LESS, "plan/1": MORE}
    assert Scripted.of(script).decide(second) == MORE
    assert Scripted.of(script | {"plan/week-14": LESS}).decide(second) == LESS
    assert Scripted.of({"plan/week-14": LESS, second.id: MORE}).decide(second) == MORE
    assert Scripted.of(script).decide(a_request("plan")) == LESS


def test_where_the_script_is_silent_the_default_stands() -> None:
    request = a_request("card", options=("yes", "no"), default="no", name="parrot")
    assert Scripted().decide(request).option == "no"
    assert Scripted.of({"card/parrot": Decision("yes")}).decide(request).option == "yes"
    assert Scripted.of({"card/other": Decision("yes")}).decide(request).option == "no"


def test_a_script_can_be_written_down_and_read_back() -> None:
    script = Scripted.of(
        {"plan/0": Decision(moves=(*MORE.moves, JoinPlace("diary"))), "light": Decision("act")}
    )
    name, parameters = written(script)
    assert named(name, **parameters) == script


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ('{"plan": 3}', "A decision is an object"),
        ('{"plan": {"moves": [{"move": "fly"}]}}', "no move that the game knows"),
        ("{", "script is no JSON"),
    ],
)
def test_a_script_that_cannot_be_read_is_told_at_once(script: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Scripted(script)


def test_what_a_run_did_can_be_done_again_by_its_script() -> None:
    town = a_scenario(
        people=120, seasons=3, cards=(a_card(a_choice("yes", "post"), a_choice("no"), chance=0.1),)
    )
    run = simulate(town, {"you": "adaptive"}, seed=5)
    script = Scripted.of(
        {entry.request: entry.decision for entry in run.entries if entry.runner == "you"}
    )
    again = simulate(town, {"you": script}, seed=5)
    assert again.digest == run.digest


@given(luck=st.integers(0, 2**62), week=st.integers(0, 500))
def test_chance_answers_the_same_question_alike_and_legally(luck: int, week: int) -> None:
    chance = named("random", luck=luck, idle=0)
    plan = make_plan({Lever.CREATE: 6, Lever.REPLY: 3}, shares=(("square", 1),))
    places = (a_place_view("square", joined=True), a_place_view("diary", owned=True))
    request = a_request("plan", view=a_view(week=week, plan=plan, places=places))
    decision = chance.decide(request)
    assert chance.decide(request) == decision
    assert len(decision.moves) <= 3
    for move in decision.moves:
        plan = apply_move(plan, move)
    assert sum(count for _, count in plan.half_hours) == 100


def test_chance_uses_every_kind_of_move_and_every_option() -> None:
    kinds, options = set(), set()
    places = (a_place_view("square", joined=True), a_place_view("diary", owned=True))
    for week in range(300):
        view = a_view(week=week, plan=make_plan({}, shares=(("square", 1),)), places=places)
        kinds |= {
            type(move).__name__
            for move in named("random").decide(a_request("plan", view=view)).moves
        }
        options.add(
            named("random")
            .decide(a_request("light", view=view, options=("act", "more", "later")))
            .option
        )
    assert len(kinds) == 10
    assert options == {"act", "more", "later"}


def test_other_luck_brings_other_decisions() -> None:
    decided = {named("random", luck=luck).decide(a_request("plan")) for luck in range(30)}
    assert len(decided) > 10
