"""Drafts become the plan they show, in as few moves as can be."""

from __future__ import annotations

from functools import reduce
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from game.play.presenters.draft import Draft, transfers
from game.sim.lever import Care, Lever
from game.sim.plan import HalfHours, JoinPlace, LeavePlace, Plan, apply_move, make_plan

BASE = make_plan(
    {Lever.LISTEN: 2, Lever.REPLY: 3, Lever.CREATE: 4, Lever.PROMOTE: 3, Lever.HELP: 2},
    shares=(("blog", 1), ("natter", 2)),
)
LEVERS = (
    Lever.LISTEN,
    Lever.REPLY,
    Lever.CREATE,
    Lever.PROMOTE,
    Lever.HELP,
    Lever.MEET,
    Lever.REST,
)
STEPS = some.lists(
    some.tuples(some.sampled_from(LEVERS), some.integers(0, 12), some.booleans()), max_size=6
)


def drafted(steps: list[tuple[Lever, int, bool]]) -> Draft:
    """A draft after some presses of plus and minus."""
    draft = Draft.of(BASE)
    for lever, count, from_rest in steps:
        payer = Lever.REST if from_rest and lever is not Lever.REST else Lever.SHOP
        draft = draft.with_hours(lever, count, payer)
    return draft


def after(draft: Draft) -> Plan:
    """The plan that the draft's moves make."""
    return reduce(apply_move, draft.moves(), draft.base)


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_the_moves_of_a_draft_make_the_plan_it_shows(steps: list[tuple[Lever, int, bool]]) -> None:
    draft = drafted(steps)
    assert after(draft).half_hours == draft.plan.half_hours
    assert sum(count for _, count in draft.plan.half_hours) == 100
    assert min(count for _, count in draft.plan.half_hours) >= 0


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_no_fewer_transfers_would_do(steps: list[tuple[Lever, int, bool]]) -> None:
    draft = drafted(steps)
    changed = {
        lever: draft.plan.hours_of(lever) - BASE.hours_of(lever)
        for lever, _ in BASE.half_hours
        if draft.plan.hours_of(lever) != BASE.hours_of(lever)
    }
    assert len(transfers(BASE, draft.plan)) == len(changed) - most_balanced_groups(
        list(changed.values())
    )


def most_balanced_groups(amounts: list[int]) -> int:
    """Into how many groups that each sum to nothing the amounts can be split, by trying all."""
    if not amounts:
        return 0
    best, rest = 0, range(1, len(amounts))
    for size in range(len(amounts)):
        for chosen in combinations(rest, size):
            if amounts[0] + sum(amounts[n] for n in chosen) == 0:
                left = [amounts[n] for n in rest if n not in chosen]
                best = max(best, 1 + most_balanced_groups(left))
    return best


def test_taking_from_one_lever_and_giving_to_another_is_one_move() -> None:
    draft = Draft.of(BASE).with_hours(Lever.PROMOTE, 1).with_hours(Lever.REPLY, 5)
    assert draft.moves() == (HalfHours(Lever.PROMOTE, Lever.REPLY, 2),)


def test_several_changes_of_care_are_one_move() -> None:
    draft = Draft.of(BASE).with_care(Lever.REPLY, Care.THOROUGH).with_care(Lever.CREATE, Care.BRIEF)
    assert len(draft.moves()) == 1
    assert after(draft).care_of(Lever.REPLY) is Care.THOROUGH
    assert (
        not draft.with_care(Lever.REPLY, Care.NORMAL).with_care(Lever.CREATE, Care.NORMAL).moves()
    )


def test_what_is_spent_beyond_is_taken_from_whom_the_player_says() -> None:
    from_shop = Draft.of(BASE).with_hours(Lever.MEET, 6)
    from_rest = from_shop.with_payer(Lever.REST)
    assert from_shop.plan.hours_of(Lever.SHOP) == BASE.hours_of(Lever.SHOP) - 6
    assert from_rest.plan.hours_of(Lever.SHOP) == BASE.hours_of(Lever.SHOP)
    assert from_rest.plan.hours_of(Lever.REST) == BASE.hours_of(Lever.REST) - 6
    assert from_rest.with_payer(Lever.SHOP) == from_shop


def test_each_setting_and_place_is_a_move_of_its_own() -> None:
    draft = Draft.of(BASE).with_settings(voice=0).with_settings(claims=1)
    draft = draft.with_joining("wall").with_leaving("natter", True)
    assert len(draft.moves()) == 4
    assert LeavePlace("natter") in draft.moves()
    assert JoinPlace("wall") in draft.moves()
    assert draft.with_joining("").with_leaving("natter", False).with_settings(
        voice=2, claims=0
    ) == (Draft.of(BASE))


@pytest.mark.parametrize("share", [0, 3])
def test_shares_of_places_that_stay_are_one_move(share: int) -> None:
    draft = Draft.of(BASE).with_settings(shares=(("blog", share), ("natter", 5)))
    assert len(draft.moves()) == 1
    assert dict(after(draft).shares) == {"blog": share, "natter": 5}
