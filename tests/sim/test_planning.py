"""Plans: how often one may change them, what the world allows, and standing orders that look through the fog.

What the hours do is tested in `test_owner.py` and beside it; strategies' turns in `tests/strategies`.
"""

from __future__ import annotations

from typing import Any

import pytest

from game.sim.asked import state_at_end, state_of
from game.sim.cause import Cause
from game.sim.clock import DAY, HOUR, WEEK, WEEKS_PER_SEASON
from game.sim.decision import Decision
from game.sim.lever import Lever
from game.sim.light import Light
from game.sim.plan import (
    HALF_HOURS_IN_WEEK,
    HalfHours,
    IllegalMove,
    JoinPlace,
    LeavePlace,
    Move,
    SetClaims,
    SetDelegate,
    SetOrders,
    SetShares,
    SetVoice,
    StandingOrder,
)
from game.sim.planning import EARNED_BY_LISTENING, check_moves, legal_part, moves_left
from game.sim.run import Run
from game.sim.season import PURSE_LEAST, PURSE_MOST, answer_review
from tests.builders import a_scenario
from tests.sim.lab import a_room, after, numbers, you

TO_CREATE = HalfHours(Lever.SHOP, Lever.CREATE, 1)
FOUR = (TO_CREATE, SetVoice(1), SetClaims(1), SetVoice(0))


def asked(**settings: Any) -> Run:
    """A run whose seat is a person, asked for the first plan."""
    run = Run(
        a_scenario(people=60, parameters=numbers(), **settings), 1, strategies={}, people=["you"]
    )
    assert run.advance() is not None
    return run


def to_next_plan(run: Run) -> Run:
    while (request := run.advance()) and (request.kind != "plan" or request.day == 0):
        run.decide(request.default)
    return run


# moves


def test_three_moves_a_season_and_no_fourth() -> None:
    run = asked()
    with pytest.raises(IllegalMove, match="4 moves are more than the 3 left"):
        run.decide(Decision(moves=FOUR))
    assert run.open_request is not None
    run.decide(Decision(moves=FOUR[:3]))
    assert moves_left(you(run)) == 0
    with pytest.raises(IllegalMove, match="more than the 0 left"):
        run.preview([SetVoice(3)])


def test_moves_that_were_not_made_are_not_saved_up() -> None:
    run = to_next_plan(asked())
    assert moves_left(you(run)) == 3 + you(run).moves_earned <= 4


def test_corrections_are_drawn_from_the_same_three() -> None:
    run = asked()
    run.decide(Decision(moves=FOUR[:2]))
    run.advance(until=9 * DAY)
    run.correct("you", [SetVoice(0)])
    run.advance(until=11 * DAY)
    assert you(run).plan.voice == 0
    run.advance(until=16 * DAY)
    with pytest.raises(IllegalMove):
        run.correct("you", [SetVoice(3)])


@pytest.mark.parametrize(
    ("seconds", "moves"),
    [(EARNED_BY_LISTENING - 1, 3), (EARNED_BY_LISTENING, 4), (9 * EARNED_BY_LISTENING, 4)],
)
def test_one_more_move_is_earned_by_listening_and_only_one(seconds: int, moves: int) -> None:
    run = asked()
    run.decide(Decision())
    run.advance(until=12 * WEEK + 6 * DAY + 20 * HOUR)
    you(run).season_listened = seconds
    assert moves_left(you(to_next_plan(run))) == moves


def test_two_half_hours_of_listening_a_week_earn_the_move_by_themselves() -> None:
    earned = []
    for hours in (1, 3):
        run = after(a_room({Lever.LISTEN: hours}), WEEKS_PER_SEASON + 0.1)
        earned.append(you(run).moves_earned)
    assert earned == [0, 1]


@pytest.mark.parametrize(
    ("moves", "says"),
    [
        ((HalfHours(Lever.TRY, Lever.CREATE, 1),), "has 0 half-hours"),
        ((HalfHours(Lever.SHOP, Lever.HELP, 1),), "not unlocked"),
        ((HalfHours(Lever.SHOP, Lever.SHOP, 1),), "from one lever to another"),
        ((SetVoice(5),), "from 0 to 4"),
        ((JoinPlace("moon"),), "There is no place moon"),
        ((JoinPlace("square"),), "on square already"),
        ((LeavePlace("diary"),), "not on diary"),
        ((SetShares((("diary", 1),)),), "not on diary"),
        ((SetDelegate("ghost"),), "nobody called ghost"),
        ((SetOrders((StandingOrder("waitting > 3", Lever.SHOP, Lever.REPLY, 1),)),), "Standing order"),
        ((SetOrders((StandingOrder("week > 3", Lever.SHOP, Lever.SHOP, 1),)),), "from one lever to another"),
        ((SetOrders((StandingOrder("week > 3", Lever.SHOP, Lever.REPLY, 1),) * 4),), "At most 3"),
    ],
)  # fmt: skip
def test_what_the_plan_or_the_world_does_not_allow_is_refused_in_a_sentence(
    moves: tuple[Move, ...], says: str
) -> None:
    run = asked(unlock={Lever.HELP: 3})
    before = you(run).plan
    with pytest.raises(IllegalMove, match=says):
        run.preview(moves)
    assert you(run).plan == before


def test_of_moves_that_do_not_all_fit_the_legal_part_is_made_in_order() -> None:
    run = asked()
    moves = (TO_CREATE, JoinPlace("moon"), SetVoice(1), SetVoice(9), SetClaims(2), SetVoice(0))
    assert legal_part(run.world, you(run), moves) == (TO_CREATE, SetVoice(1), SetClaims(2))
    assert legal_part(run.world, you(run), ()) == ()


def test_a_week_always_has_a_hundred_half_hours() -> None:
    run = asked()
    plan = check_moves(run.world, you(run), [TO_CREATE, HalfHours(Lever.REST, Lever.REPLY, 8)])
    assert sum(count for _, count in plan.half_hours) == HALF_HOURS_IN_WEEK


def test_levers_unlock_with_their_season() -> None:
    run = asked(unlock={Lever.HELP: 2, Lever.STUDY: 3})
    assert {Lever.HELP, Lever.STUDY} & run.view("you").unlocked == set()
    to_next_plan(run)
    assert Lever.HELP in run.view("you").unlocked
    assert Lever.STUDY not in run.view("you").unlocked
    assert run.preview([HalfHours(Lever.SHOP, Lever.HELP, 2)]).hours_of(Lever.HELP) == 2


# standing orders


def with_order(when: str, weeks: int, *, lit: bool = True) -> list[int]:
    """Half-hours of replying in each of so many weeks, under one standing order for eight more."""
    run = a_room({Lever.REPLY: 2})
    order = StandingOrder(when, Lever.SHOP, Lever.REPLY, 8)
    you(run).plan = check_moves(run.world, you(run), [SetOrders((order,))])
    if lit:
        you(run).lights[Light.WAITING].state = "lit"
    found = []
    for week in range(weeks):
        after(run, week + 0.9)
        found.append(you(run).week_plan.hours_of(Lever.REPLY))
    assert you(run).plan.hours_of(Lever.REPLY) == 2
    return found


def test_a_standing_order_shifts_hours_only_while_its_condition_holds() -> None:
    assert with_order("week >= 3 and week < 5", 6) == [2, 2, 10, 10, 2, 2]


def test_what_is_counted_by_the_week_is_in_an_order_that_of_the_week_just_closed() -> None:
    run = a_room({Lever.REPLY: 2})
    order = StandingOrder("reach >= 7 and reach < 9", Lever.SHOP, Lever.REPLY, 8)
    sold = StandingOrder("sales_last_week >= 300", Lever.SHOP, Lever.HELP, 4)
    you(run).plan = check_moves(run.world, you(run), [SetOrders((order, sold))])
    found = []
    for week, views in enumerate((7, 900, 8, 0, 0)):
        after(run, week + 0.5)
        found.append(
            (you(run).week_plan.hours_of(Lever.REPLY), you(run).week_plan.hours_of(Lever.HELP))
        )
        run.world.ledger.book(
            0, "reach", Cause.POSTS, views - run.world.ledger.value_now(0, "reach")
        )
        sales = 300 if week == 1 else 0
        run.world.ledger.book(
            0, "sales", Cause.POSTS, sales - run.world.ledger.value_now(0, "sales")
        )
        after(run, week + 0.99)
    assert [reply for reply, _ in found] == [2, 10, 2, 10, 2]
    assert [help for _, help in found] == [0, 0, 4, 0, 0]


def test_a_card_asks_for_the_week_so_far_and_an_ending_for_the_last_one() -> None:
    run = a_room({Lever.REPLY: 2}, seasons=1)
    after(run, 12.5)
    run.world.ledger.book(0, "reach", Cause.POSTS, 40)
    here = run.world.ledger.value_now(0, "reach")
    assert here >= 40
    assert state_of(run.world, you(run))["reach"] == here
    after(run, 13)
    assert state_of(run.world, you(run))["reach"] == 0
    assert state_at_end(run, "you")["reach"] == run.timeline("you", "reach")[-1]
    assert run.timeline("you", "reach")[-1] >= 40


def test_a_standing_order_on_a_measure_in_the_fog_is_idle() -> None:
    assert with_order("left_waiting >= 0", 3, lit=False) == [2, 2, 2]
    assert with_order("left_waiting >= 0", 3, lit=True) == [10, 10, 10]


# the yearly review


def review(partner: str, option: str, *, sales: tuple[int, int], followers: int = 0) -> int:
    """What the purse changes by, when sales of the first year and the second were so many a week."""
    run = a_room(seasons=8)
    world, state = run.world, you(run)
    state.partner = partner
    for week in range(104):
        world.ledger.close_week()
        world.ledger.ends[-1][0, 14] = sales[week // 52]
        world.ledger.ends[-1][0, 0] = 100 + followers * (week // 52)
    before = state.purse
    answer_review(world, state, Decision(option=option))
    return state.purse - before


def test_a_traditional_partner_looks_at_sales() -> None:
    assert review("traditional", "keep", sales=(4, 8)) > 0
    assert review("traditional", "keep", sales=(4, 4), followers=900) <= 0
    assert review("traditional", "keep", sales=(8, 4)) < 0


def test_scissors_look_at_followers() -> None:
    assert review("scissors", "keep", sales=(4, 4), followers=900) > 0
    assert review("scissors", "keep", sales=(4, 40)) <= 0


def test_who_asks_after_a_good_year_gets_more_and_after_a_poor_one_less() -> None:
    assert review("traditional", "ask", sales=(4, 8)) > review("traditional", "keep", sales=(4, 8))
    assert review("traditional", "ask", sales=(4, 4)) < review("traditional", "keep", sales=(4, 4))
    assert review("traditional", "fewer", sales=(4, 8)) < 0


def test_the_purse_keeps_within_its_bounds() -> None:
    run = a_room()
    for option, bound in (("fewer", PURSE_LEAST), ("ask", PURSE_MOST)):
        for _ in range(40):
            run.world.ledger.close_week()
            answer_review(run.world, you(run), Decision(option=option))
            assert PURSE_LEAST <= you(run).purse <= PURSE_MOST
        assert option != "fewer" or you(run).purse == bound
