"""What turns whom: one question at a time, by what the character sees.

In what whole runs of the characters differ is in `test_characters.py`.
"""

from __future__ import annotations

import pytest

from game.sim.decision import Decision, Request
from game.sim.lever import LEVERS, Lever
from game.sim.plan import HalfHours, JoinPlace, LeavePlace, apply_move, make_plan
from game.sim.seen import SetbackView, Sign
from game.sim.view import View
from game.strategies import named, names
from game.strategies.archetype import Archetype
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

CHARACTERS = tuple(name for name in names() if name not in ("random", "scripted"))


def character(name: str, **parameters: int) -> Archetype:
    """The character of that name."""
    strategy = named(name, **parameters)
    assert isinstance(strategy, Archetype)
    return strategy


def moves_of(strategy: Archetype, view: View, kind: str = "plan") -> Decision:
    """What the character decides at the start of a season (or on another Monday) where it sees *view*."""
    return strategy.decide(a_request("plan" if kind == "plan" else "week", view=view))


def steady(name: str, **facts: object) -> tuple[Archetype, View]:
    """The character with the plan that it wishes for, on the square."""
    one = character(name)
    places = (a_place_view("square", joined=True, followers=80),)
    view = a_view(
        plan=make_plan({}, shares=(("square", 1),)), moves_left=30, places=places, week=80
    )
    plan = view.plan
    for _ in range(3):
        for move in moves_of(one, a_view(plan=plan, moves_left=30, places=places, week=80)).moves:
            plan = apply_move(plan, move)
    return one, a_view(**{"plan": plan, "places": places, "week": 80} | facts)


@pytest.mark.parametrize("name", CHARACTERS)
def test_a_character_whose_wishes_are_fulfilled_moves_nothing(name: str) -> None:
    one, view = steady(name)
    assert moves_of(one, view).moves == ()
    assert moves_of(one, view, "week").moves == ()


@pytest.mark.parametrize("name", CHARACTERS)
def test_a_character_that_has_no_move_left_does_not_look_for_one(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def corrects(self: Archetype, view: View) -> bool:
        asked.append(view.moves_left)
        return True

    monkeypatch.setattr(type(character(name)), "corrects", corrects)
    for left in (1, 0):
        moves_of(*steady(name, moves_left=left), "week")
    assert 1 in asked
    assert 0 not in asked


def test_a_long_wait_moves_the_adaptive_one_in_days_and_the_hare_never() -> None:
    crowded = {"waiting": 40, "oldest_wait_hours": 60}
    adaptive, view = steady("adaptive", **crowded)
    moved = moves_of(adaptive, view, "week").moves
    assert any(isinstance(move, HalfHours) and move.target is Lever.REPLY for move in moved)
    hare, view = steady("hare", **crowded)
    assert moves_of(hare, view, "week").moves == ()


def test_the_tortoise_bears_a_longer_wait_than_the_adaptive_one() -> None:
    for hours, turned in ((60, False), (100, True)):
        tortoise, view = steady("tortoise", waiting=40, oldest_wait_hours=hours)
        moved = moves_of(tortoise, view, "week").moves
        assert turned == any(
            isinstance(move, HalfHours) and move.target is Lever.REPLY for move in moved
        )


def two_places(**novelty: object) -> dict[str, object]:
    """On an old place and with a new one at hand."""
    old = a_place_view("square", joined=True, followers=80, weeks_open=200)
    new = a_place_view("novelty", **{"weeks_open": 3, "crowd": 40} | novelty)
    return {"places": (old, new), "plan": make_plan({}, shares=(("square", 1),))}


def test_something_new_is_joined_at_once_by_those_who_run_and_later_by_those_who_look() -> None:
    def joins(name: str, **novelty: object) -> bool:
        facts = two_places(**novelty) | {"week": 70, "moves_left": 9}
        return any(
            move == JoinPlace("novelty")
            for move in moves_of(character(name), a_view(**facts)).moves
        )

    assert [name for name in CHARACTERS if joins(name)] == [
        "hare", "adaptive", "wallflower", "shouter", "flitter", "braggart", "collector", "running-with-scissors",
    ]  # fmt: skip
    assert [name for name in ("get-it", "connector", "tortoise") if joins(name, weeks_open=15, crowd=160)] == [
        "get-it", "connector",
    ]  # fmt: skip
    assert joins("tortoise", weeks_open=60, crowd=160)
    assert not joins("traditional", weeks_open=60, crowd=900)


def test_own_ground_comes_first() -> None:
    places = (
        a_place_view("square", joined=True),
        a_place_view("rented", crowd=900),
        a_place_view("diary", owned=True),
    )
    view = a_view(places=places, plan=make_plan({}, shares=(("square", 1),)), week=70)
    assert character("tortoise").join(view) == ("diary", "rented")


@pytest.mark.parametrize(
    "trouble",
    [
        {"setbacks": (SetbackView("slip", "spread", 480, answered=False, answer=""),)},
        {"signs": (Sign("silence", 485),)},
        {"lines": {"followers": (100,) * 20}},
    ],
    ids=["a setback", "a sign", "slow growth"],
)
def test_at_the_first_bad_sign_the_hare_jumps_to_something_new_and_others_stay(
    trouble: dict[str, object],
) -> None:
    facts = two_places() | {"week": 70, "moves_left": 9}
    growing = facts | {"lines": {"followers": tuple(range(0, 400, 20))}}

    def leaves(name: str, seen: dict[str, object]) -> bool:
        return LeavePlace("square") in moves_of(character(name), a_view(**seen)).moves

    assert not leaves("hare", growing)
    assert leaves("hare", growing | trouble)
    assert not any(leaves(name, growing | trouble) for name in CHARACTERS if name != "hare")
    nowhere_to_go = {
        "places": (a_place_view("square", joined=True), a_place_view("old", weeks_open=200))
    }
    assert not leaves("hare", growing | trouble | nowhere_to_go)


def test_a_fading_place_is_left_by_the_adaptive_one_unless_its_followers_are_there() -> None:
    def leaves(followers: int, crowd: int) -> bool:
        square = a_place_view("square", joined=True, followers=100)
        faded = a_place_view("faded", joined=True, followers=followers, crowd=crowd)
        view = a_view(
            places=(square, faded),
            plan=make_plan({}, shares=(("faded", 1), ("square", 1))),
            week=70,
        )
        return LeavePlace("faded") in moves_of(character("adaptive"), view).moves

    assert leaves(followers=5, crowd=30)
    assert not leaves(followers=40, crowd=30)
    assert not leaves(followers=5, crowd=300)


def test_a_failed_experiment_is_ended_by_the_get_it_once_and_not_begun_again() -> None:
    square = a_place_view("square", joined=True, followers=100)
    failed = a_place_view("failed", joined=True, followers=2, weeks_open=60)
    plan = make_plan({}, shares=(("failed", 1), ("square", 1)))
    get_it = character("get-it")
    assert get_it.leave(a_view(places=(square, failed), plan=plan, week=70)) == ("failed",)
    left = a_place_view("failed", weeks_open=61)
    assert get_it.join(a_view(places=(square, left), plan=plan, week=71)) == ()


def test_the_adaptive_one_sprints_while_nobody_knows_it_and_rests_when_tired() -> None:
    adaptive = character("adaptive")
    young, known = a_view(lines={"followers": (20,)}), a_view(lines={"followers": (900,)})
    spent = [
        sum(c for lever, c in adaptive.hours(view).items() if lever is not Lever.REST)
        for view in (young, known)
    ]
    assert spent == [14, 12]
    tired = adaptive.hours(a_view(lines={"followers": (20,)}, energy=25))
    assert tired[Lever.REST] > 8
    assert sum(count for lever, count in tired.items() if lever is not Lever.REST) < 12


def test_the_hare_stops_its_sprint_when_out_of_breath() -> None:
    hare = character("hare")
    fresh, spent = a_view(energy=90), a_view(energy=20)
    assert (hare.extra(fresh), hare.extra(spent)) == (6, 0)
    assert hare.corrects(a_view(energy=20, plan=make_plan({Lever.CREATE: 18})))


def test_offers_wait_for_trust_behind_the_fog_as_well() -> None:
    adaptive = character("adaptive")

    def promoted(**lines: tuple[int, ...]) -> int:
        return adaptive.hours(a_view(lines={"followers": (900,), **lines}))[Lever.PROMOTE]

    assert promoted(trusts=(40,), customers=(10,)) > promoted(trusts=(4,), customers=(10,))
    assert promoted(sales=(1,) * 13 + (3,) * 13) > promoted(sales=(3,) * 13 + (1,) * 13)


def test_locked_levers_leave_their_hours_to_the_others() -> None:
    first = frozenset({Lever.LISTEN, Lever.REPLY, Lever.CREATE, Lever.SHOP, Lever.REST})
    hours = character("tortoise").hours(a_view(unlocked=first))
    assert set(hours) == {Lever.LISTEN, Lever.REPLY, Lever.CREATE, Lever.REST}
    assert sum(hours.values()) == 12 + 8
    everything = character("tortoise").hours(a_view(unlocked=frozenset(LEVERS)))
    assert sum(everything.values()) == 12 + 8


SOUR = a_card(
    a_choice("sorry", "apologise", "repair", hours=2),
    a_choice("never", "deny"),
    a_choice("gone", "delete"),
    a_choice("wait", "stay_silent"),
    about="sour_review",
)
PARROT = a_card(
    a_choice("machine", "set", automation="direct"),
    a_choice("boast", "offer", bold=4),
    a_choice("talk", "converse", hours=1),
    a_choice("no"),
)


@pytest.mark.parametrize(
    ("name", "sour", "parrot"),
    [
        ("tortoise", "sorry", "talk"),
        ("hare", "gone", "machine"),
        ("adaptive", "sorry", "talk"),
        ("wallflower", "wait", "no"),
        ("shouter", "never", "boast"),
        ("flitter", "wait", "no"),
        ("braggart", "never", "boast"),
        ("collector", "gone", "machine"),
        ("connector", "sorry", "talk"),
        ("traditional", "wait", "no"),
        ("get-it", "sorry", "talk"),
        ("running-with-scissors", "wait", "machine"),
    ],
)
def test_each_answers_cards_in_its_own_temper(name: str, sour: str, parrot: str) -> None:
    assert character(name).decide(a_card_request(SOUR)).option == sour
    assert character(name).decide(a_card_request(PARROT)).option == parrot


def test_a_light_moves_some_to_act_one_to_far_too_much_and_most_to_nothing() -> None:
    def answer(name: str) -> str | None:
        return character(name).decide(a_request("light", options=("act", "more", "later"))).option

    answers = {name: answer(name) for name in CHARACTERS}
    assert {name for name in answers if answers[name] == "act"} == {
        "tortoise",
        "adaptive",
        "connector",
        "get-it",
    }
    assert {name for name in answers if answers[name] == "more"} == {"running-with-scissors"}
    assert set(answers.values()) == {"act", "more", "later"}


def test_the_partner_hears_different_wishes() -> None:
    def wish(name: str, **lines: tuple[int, ...]) -> str | None:
        request = a_request("review", view=a_view(lines=lines), options=("ask", "keep", "fewer"))
        return character(name).decide(request).option

    assert (wish("hare"), wish("tortoise"), wish("traditional")) == ("ask", "keep", "fewer")
    assert wish("adaptive", sales=(1,) * 26 + (2,) * 26) == "ask"
    assert wish("adaptive", sales=(2,) * 26 + (1,) * 26) == "keep"


def test_goals_are_those_dear_to_the_character_or_none() -> None:
    scenario = a_scenario(goals=(a_goal("followers"), a_goal("trusts")))

    def goal(name: str) -> str | None:
        request: Request = a_request(
            "goals", view=a_view(scenario=scenario), options=("followers", "trusts", "none")
        )
        return character(name).decide(request).option

    assert (goal("hare"), goal("tortoise"), goal("traditional")) == ("followers", "trusts", "none")
