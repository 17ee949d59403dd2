"""Steering: moves towards an aim are the largest first, legal, and never more than there are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.lever import LEVERS, SOCIAL_LEVERS, Care, Lever
from game.sim.plan import (
    Automation,
    HalfHours,
    JoinPlace,
    LeavePlace,
    Move,
    SetAutomation,
    SetCare,
    SetClaims,
    SetShares,
    apply_move,
    make_plan,
)
from game.strategies.steering import Aim, apportion, may_join, steer
from tests.builders import a_place_view, a_view


def an_aim(hours: dict[Lever, int], **settings: Any) -> Aim:
    """An aim with these half-hours, and the usual rest."""
    return Aim(half_hours=tuple(({Lever.REST: 8} | hours).items()), **settings)


def test_nothing_is_moved_where_the_plan_is_as_wished() -> None:
    plan = make_plan({Lever.REPLY: 4, Lever.CREATE: 6})
    assert steer(a_view(plan=plan), an_aim({Lever.REPLY: 4, Lever.CREATE: 6})) == ()


def test_the_largest_distance_comes_first_and_new_hours_come_from_the_shop_floor() -> None:
    view = a_view(plan=make_plan({}), moves_left=2)
    aim = an_aim({Lever.REPLY: 3, Lever.CREATE: 6, Lever.HELP: 2})
    assert steer(view, aim) == (
        HalfHours(Lever.SHOP, Lever.CREATE, 6),
        HalfHours(Lever.SHOP, Lever.REPLY, 3),
    )


def test_hours_that_are_too_many_go_where_they_are_missed() -> None:
    view = a_view(plan=make_plan({Lever.PROMOTE: 6}))
    assert steer(view, an_aim({Lever.HELP: 6})) == (HalfHours(Lever.PROMOTE, Lever.HELP, 6),)


def test_what_is_hardly_off_is_left_alone() -> None:
    view = a_view(plan=make_plan({Lever.REPLY: 4}))
    assert steer(view, an_aim({Lever.REPLY: 5}), least=2) == ()


def test_moves_are_kept_for_later_in_the_season() -> None:
    aim = an_aim({Lever.REPLY: 3, Lever.CREATE: 6, Lever.HELP: 2})
    assert len(steer(a_view(moves_left=3), aim, keep=1)) == 2
    assert steer(a_view(moves_left=1), aim, keep=2) == ()


def test_a_locked_lever_gets_nothing() -> None:
    view = a_view(unlocked=frozenset(LEVERS) - {Lever.HELP})
    assert steer(view, an_aim({Lever.HELP: 6})) == ()


def test_the_care_of_several_levers_is_one_move() -> None:
    wish = ((Lever.REPLY, Care.BRIEF), (Lever.CREATE, Care.BRIEF))
    view = a_view(plan=make_plan({Lever.REPLY: 4, Lever.CREATE: 6}))
    assert steer(view, an_aim({Lever.REPLY: 4, Lever.CREATE: 6}, care=wish)) == (SetCare(wish),)


def test_a_setting_without_a_wish_stays_and_one_with_a_wish_changes() -> None:
    view = a_view(plan=make_plan({}, claims=3, automation=Automation.DIRECT))
    assert steer(view, an_aim({})) == ()
    wish = an_aim({}, claims=0, automation=Automation.NONE)
    assert set(steer(view, wish)) == {SetClaims(0), SetAutomation(Automation.NONE)}


def test_the_most_wanted_place_is_joined_and_only_one_at_a_time() -> None:
    view = a_view(
        places=(a_place_view("old"), a_place_view("new"), a_place_view("shut", is_open=False))
    )
    assert steer(view, an_aim({}, join=("shut", "new", "old"))) == (JoinPlace("new"),)


def test_no_place_is_joined_while_another_is_being_set_up_or_trying_is_locked() -> None:
    places = (a_place_view("old"), a_place_view("new"))
    assert may_join(a_view(places=places, plan=make_plan({}, joining="old"))) == ()
    assert may_join(a_view(places=places, unlocked=frozenset(LEVERS) - {Lever.TRY})) == ()
    settled = (a_place_view("old", joined=True), a_place_view("new"))
    assert may_join(a_view(places=settled, plan=make_plan({}, joining="old"))) == ("new",)


def test_a_place_is_left_only_where_one_is() -> None:
    view = a_view(plan=make_plan({}, shares=(("old", 1),)))
    assert steer(view, an_aim({}, leave=("old", "never"))) == (LeavePlace("old"),)


def test_shares_are_set_for_the_places_one_is_on() -> None:
    view = a_view(plan=make_plan({}, shares=(("blog", 1), ("old", 1))))
    aim = an_aim({}, shares=(("blog", 1), ("old", 4), ("never", 9)))
    assert steer(view, aim) == (SetShares((("blog", 1), ("old", 4))),)


@pytest.mark.parametrize(
    ("total", "parts"),
    [(10, (1, 1, 1)), (7, (5, 3, 1)), (0, (1, 2, 3)), (5, (0, 0, 0)), (-4, (1, 1, 1))],
)
def test_apportioning_divides_all_there_is(total: int, parts: tuple[int, int, int]) -> None:
    shares = apportion(total, dict(zip(SOCIAL_LEVERS, parts, strict=False)))
    assert sum(shares.values()) == (max(0, total) if sum(parts) else 0)
    assert min(shares.values()) >= 0


hours_by_lever = st.dictionaries(st.sampled_from(SOCIAL_LEVERS), st.integers(0, 10), max_size=9)


@given(
    now=hours_by_lever,
    wished=hours_by_lever,
    unlocked=st.frozensets(st.sampled_from(SOCIAL_LEVERS)),
    moves_left=st.integers(0, 4),
)
def test_every_move_is_legal_and_brings_the_plan_nearer(
    now: dict[Lever, int], wished: dict[Lever, int], unlocked: frozenset[Lever], moves_left: int
) -> None:
    plan = make_plan(now)
    open_now = unlocked | {Lever.SHOP, Lever.REST}
    moves = steer(a_view(plan=plan, unlocked=open_now, moves_left=moves_left), an_aim(wished))
    assert len(moves) <= moves_left
    aim: dict[Lever, int] = {
        lever: wished.get(lever, 0) * (lever in unlocked) for lever in SOCIAL_LEVERS
    }
    before = _distance(dict(plan.half_hours), aim)
    for move in moves:
        plan = apply_move(plan, move)
        after = _distance(dict(plan.half_hours), aim)
        assert after < before
        before = after
        _assert_allowed(move, open_now)
    assert len(moves) == moves_left or before == 0


def _distance(hours: dict[Lever, int], aim: dict[Lever, int]) -> int:
    return sum(abs(hours[lever] - aim[lever]) for lever in SOCIAL_LEVERS)


def _assert_allowed(move: Move, unlocked: frozenset[Lever]) -> None:
    assert isinstance(move, HalfHours)
    assert move.target in unlocked
