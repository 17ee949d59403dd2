"""Strategies by rules: the plan is aimed at, rules change it while they hold, and the fog makes them idle."""

from __future__ import annotations

from typing import Any

import pytest

from game.sim.lever import Care, Lever
from game.sim.plan import (
    HalfHours,
    JoinPlace,
    LeavePlace,
    Plan,
    SetCare,
    SetClaims,
    apply_move,
    make_plan,
)
from game.sim.view import View
from game.strategies.rules import ByRules
from game.strategies.sheet import Sheet
from tests.builders import (
    a_card,
    a_card_request,
    a_choice,
    a_goal,
    a_place_view,
    a_request,
    a_scenario,
    a_view,
)

WEEK = {"reply": 4, "create": 6, "try": 2}


def by_rules(*rules: dict[str, Any], plan: dict[str, Any] | None = None, **keys: Any) -> ByRules:
    """A strategy that aims at `WEEK`, changed by these rules."""
    told = {
        "format": "long-race-strategy/1",
        "id": "mine",
        "name": "Mine",
        "summary": "For tests.",
        "plan": {"half_hours": WEEK} | (plan or {}),
        "rules": list(rules),
    }
    return ByRules("mine", "", Sheet.model_validate(told | keys, strict=False))


def rule(when: str, **step: Any) -> dict[str, Any]:
    return {"when": (when,), "do": (step,)}


def after(strategy: ByRules, view: View) -> Plan:
    """The plan that the strategy's moves at a season's start lead to."""
    plan = view.plan
    for move in strategy.decide(a_request(view=view)).moves:
        plan = apply_move(plan, move)
    return plan


def test_a_plan_is_aimed_at_and_try_counts_only_where_there_is_a_place_to_set_up() -> None:
    plan = after(by_rules(), a_view())
    assert (plan.hours_of(Lever.REPLY), plan.hours_of(Lever.CREATE)) == (4, 6)
    assert plan.hours_of(Lever.TRY) == 0
    view = a_view(places=(a_place_view("natter"),), moves_left=9)
    moves = by_rules(plan={"join": ("crowded",)}).decide(a_request(view=view)).moves
    assert JoinPlace("natter") in moves
    assert HalfHours(Lever.SHOP, Lever.TRY, 2) in moves


def test_a_rule_changes_the_plan_while_it_holds() -> None:
    waiting = rule("waiting_hours > 48", **{"from": "create", "to": "reply", "half_hours": 3})
    strategy = by_rules(waiting)
    assert after(strategy, a_view(oldest_wait_hours=48)).hours_of(Lever.REPLY) == 4
    plan = after(strategy, a_view(oldest_wait_hours=49))
    assert (plan.hours_of(Lever.REPLY), plan.hours_of(Lever.CREATE)) == (7, 3)


def test_on_a_monday_within_the_season_it_moves_only_where_a_rule_holds() -> None:
    strategy = by_rules(rule("claims >= 2", claims=0), plan={"claims": 2})
    as_planned = make_plan({Lever.REPLY: 4, Lever.CREATE: 6})
    for claims, moves in ((1, ()), (2, (SetClaims(0),))):
        view = a_view(week=3, plan=apply_move(as_planned, SetClaims(claims)))
        assert strategy.decide(a_request("week", view=view)).moves == moves


def test_a_rule_about_what_is_covered_is_idle() -> None:
    strategy = by_rules(rule("trusts < 5", claims=3))
    assert after(strategy, a_view()).claims == 0
    assert after(strategy, a_view(lines={"trusts": (4,)})).claims == 3
    growing = by_rules(rule("grown(trusts, 2) < 5", claims=3))
    assert after(growing, a_view()).claims == 0
    assert after(growing, a_view(lines={"trusts": (4, 5, 6)})).claims == 3
    assert after(growing, a_view(lines={"trusts": (4, 5, 12)})).claims == 0


@pytest.mark.parametrize("when", ["not on(nowhere)", "not seen(nothing)", "not chose(card, what)"])
def test_a_rule_about_what_is_not_in_the_scenario_is_idle(when: str) -> None:
    scenario = a_scenario(cards=(a_card(a_choice("yes")),))
    assert after(by_rules(rule(when, claims=3)), a_view(scenario=scenario)).claims == 0


def test_several_rules_change_the_plan_one_after_the_other() -> None:
    strategy = by_rules(
        rule("week >= 1", **{"from": "shop", "to": "create", "half_hours": 2}),
        rule("week >= 1", **{"from": "create", "to": "rest", "half_hours": 40}),
        rule("week >= 1", care={"reply": "thorough"}),
    )
    plan = after(strategy, a_view(moves_left=9))
    assert (plan.hours_of(Lever.CREATE), plan.hours_of(Lever.REST)) == (0, 16)
    assert plan.care_of(Lever.REPLY) is Care.THOROUGH
    assert sum(count for _, count in plan.half_hours) == 100


def test_places_are_joined_and_left_by_what_they_are_like() -> None:
    places = (
        a_place_view("old", crowd=500, weeks_open=200),
        a_place_view("young", crowd=100, weeks_open=3),
        a_place_view("diary", owned=True),
        a_place_view("closed", is_open=False),
        a_place_view("here", joined=True, followers=9),
        a_place_view("there", joined=True, followers=3),
    )
    wished = {"crowded": "old", "new": "young", "own": "diary"}
    for word, place in wished.items():
        strategy = by_rules(plan={"join": (word,), "most_places": 3})
        assert strategy.aim(a_view(places=places)).join == (place,)
    assert by_rules(plan={"join": ("own",), "most_places": 2}).aim(a_view(places=places)).join == ()
    leaving = by_rules(rule("week > 0", leave="emptiest"))
    view = a_view(places=places, plan=make_plan({}, shares=(("here", 1), ("there", 1))))
    assert LeavePlace("there") in leaving.decide(a_request(view=view)).moves


def test_cards_lights_reviews_and_goals_are_answered_as_the_sheet_says() -> None:
    strategy = by_rules(
        cards={"likes": ("help",), "shuns": ("delete",), "hours_at_most": 2},
        lights="act", review="ask", goals=("trusts",),
    )  # fmt: skip
    card = a_card(
        a_choice("gone", "delete"), a_choice("dear", "help", hours=3), a_choice("do", "help")
    )
    assert strategy.decide(a_card_request(card)).option == "do"
    assert strategy.decide(a_request("light", options=("act", "later"))).option == "act"
    assert strategy.decide(a_request("review", options=("ask", "keep"))).option == "ask"
    view = a_view(scenario=a_scenario(goals=(a_goal("sales"), a_goal("trusts"))))
    goals = a_request("goals", view=view, options=("sales", "trusts", "none"))
    assert strategy.decide(goals).option == "trusts"


def test_care_is_moved_at_once_for_several_levers() -> None:
    strategy = by_rules(plan={"care": {"reply": "brief", "create": "thorough"}})
    care = next(m for m in strategy.decide(a_request()).moves if isinstance(m, SetCare))
    assert dict(care.care) == {Lever.REPLY: Care.BRIEF, Lever.CREATE: Care.THOROUGH}
