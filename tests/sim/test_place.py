"""Places: they live by company, die without it, and take with them whoever trusts nobody there."""

from __future__ import annotations

import numpy as np
import pytest

from game.sim.booking import follow
from game.sim.cause import Cause
from game.sim.parameter import MILLION
from game.sim.people import People
from game.sim.place import Place
from game.sim.platform import close, company
from game.sim.run import Run
from tests.builders import SQUARE
from tests.sim.lab import LUCKS, a_room, after, mine

INVITED = Place(
    id="wave", name="Wave", kind="wave", invitation=True, opens_week=0, starting_share=0.10, imitation=0.5,
    retention=0.3, company_needed=0.3,
)  # fmt: skip


def with_contacts(run: Run, each: int) -> Run:
    """Give everybody so many contacts, all of them close by."""
    count = run.world.people.count
    circle = (
        np.arange(count)[:, None] // 20 * 20
        + (np.arange(count)[:, None] + np.arange(1, each + 1)) % 20
    )
    old = run.world.people
    run.world.people = People(
        count, old.kind, old.catchment, old.impatient, old.outside, old.needs,
        np.arange(count + 1) * each, circle.reshape(-1),
    )  # fmt: skip
    return run


def crowd(run: Run) -> float:
    return float(run.world.places[0].members.mean())


@pytest.mark.parametrize("seed", LUCKS)
def test_an_invited_place_dies_among_strangers_and_lives_among_friends(seed: int) -> None:
    scattered = a_room(places=(INVITED,), on=(), seed=seed, people=400, seasons=8)
    dense = with_contacts(a_room(places=(INVITED,), on=(), seed=seed, people=400, seasons=8), 12)
    people = np.arange(400)
    scattered.world.places[0].members = (people % 10 == 0).astype(np.int64)
    dense.world.places[0].members = (people < 40).astype(np.int64)
    after(scattered, 80), after(dense, 80)
    assert scattered.world.places[0].closed
    assert dense.world.places[0].is_open
    assert crowd(dense) > 0.05 > crowd(scattered)


def test_nobody_joins_an_invited_place_without_company_there() -> None:
    run = a_room(places=(INVITED,), on=(), people=400)
    run.world.places[0].members[:] = 0
    assert crowd(after(run, 10)) == 0


def test_an_open_place_is_found_without_company() -> None:
    run = a_room(
        places=(
            INVITED.model_copy(update={"invitation": False, "innovation": 0.3, "retention": 1.0}),
        ),
        on=(),
        people=400,
    )
    run.world.places[0].members[:] = 0
    assert crowd(after(run, 20)) > 0


def test_company_is_the_share_of_ones_contacts_who_are_there() -> None:
    run = with_contacts(a_room(people=100), 4)
    run.world.places[0].members = (np.arange(100) % 2).astype(np.int64)
    assert set(company(run.world, run.world.places[0]).tolist()) == {500}


def test_scissors_come_early_and_the_traditional_late() -> None:
    place = SQUARE.model_copy(update={"starting_share": 0.05, "imitation": 1.0})
    run = after(a_room(places=(place,), people=3000, seasons=4), 26)
    members, kind = run.world.places[0].members, run.world.people.kind
    shares = [members[kind == one].mean() for one in range(3)]
    assert shares[0] < shares[1] < shares[2]


@pytest.mark.parametrize("seed", LUCKS)
def test_followers_on_a_place_that_closes_are_lost_but_for_those_who_trust_and_move(
    seed: int,
) -> None:
    places = (
        SQUARE.model_copy(update={"starting_share": 1.0}),
        SQUARE.model_copy(update={"id": "green", "name": "Green", "starting_share": 1.0}),
    )
    run = after(
        a_room(places=places, on=("square", "green"), seed=seed, people=1000, known_by=0.0), 1
    )
    rows = np.arange(1000)
    follow(run.world, rows, np.zeros(1000, dtype=np.int64), Cause.START, 7)
    run.world.relations.good[:500] = 20 * MILLION
    close(run.world, 0)
    follows = mine(run, "follows")
    assert not (follows & 1).any()
    trusting, others = follows[:500].astype(bool).mean(), follows[500:].astype(bool).mean()
    assert 0 < others < trusting - 0.05 < 1


def test_with_no_other_place_all_followers_of_a_closed_place_are_lost() -> None:
    run = after(a_room(places=(SQUARE,), known_by=0.0), 1)
    rows = np.flatnonzero(run.world.places[0].members)
    follow(run.world, rows, np.zeros(len(rows), dtype=np.int64), Cause.START, 7)
    before = run.world.ledger.value_now(0, "followers")
    close(run.world, 0)
    assert before == len(rows) > 0
    assert run.world.ledger.value_now(0, "followers") == 0
    assert run.view("you").places[0].closed


def test_a_place_ends_when_its_history_says_so() -> None:
    place = SQUARE.model_copy(update={"closes_week": 6})
    run = a_room(places=(place,))
    assert after(run, 6).world.places[0].is_open
    assert after(run, 7).world.places[0].closed


def test_a_place_opens_in_its_week_with_the_eager_first() -> None:
    place = SQUARE.model_copy(update={"opens_week": 5, "starting_share": 0.1})
    run = a_room(places=(place,), on=(), people=3000)
    assert not after(run, 5).world.places[0].is_open
    assert crowd(run) == 0
    assert after(run, 6).world.places[0].is_open
    kind = run.world.people.kind[run.world.places[0].members == 1]
    assert (kind == 2).mean() > (run.world.people.kind == 2).mean()


def test_people_leave_for_good_after_contacts_who_did_and_never_come_back() -> None:
    left = []
    for abandonment, every in ((0.0, 4), (6.0, 400), (6.0, 4)):
        place = SQUARE.model_copy(
            update={"starting_share": 1.0, "retention": 1.0, "abandonment": abandonment, "innovation": 1.0}
        )  # fmt: skip
        run = with_contacts(a_room(places=(place,), on=(), people=400), 12)
        state, gone = run.world.places[0], np.arange(400) % every == 0
        state.members, state.departed = (~gone).astype(np.int64), gone.astype(np.int64)
        after(run, 9)
        assert not state.members[gone].any()
        left.append(float((state.members[~gone] == 0).mean()))
    assert left[0] == 0 < left[1] < left[2] / 2
