"""Trade: who is chosen at a need, what a bold claim and a friend's word add, what an offer sells and what it costs."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.sim.cause import Cause
from game.sim.clock import DAY
from game.sim.inbox import MessageKind
from game.sim.lever import Lever
from game.sim.market import Market
from game.sim.parameter import MILLION
from game.sim.relations import HEARD, REFERRED
from game.sim.run import Run
from game.sim.trade import choice_weights, meet_needs, purchase, recommend
from tests.sim.lab import a_room, after, mine, now, numbers, set_plan, total, you

PERSON = np.arange(1)
TRADE = {"known": 0.1, "liked": 0.5, "trusted": 4.0, "referred": 0.5, "claim_lift": 0.8}


def a_shop(*, claims: int = 0, **relation: int) -> Run:
    """A shop of which person 0 has these columns; who is known, by half."""
    run = a_room(people=60, known_by=0, parameters=numbers(trade=TRADE))
    set_plan(you(run), {}, claims=claims)
    for column, value in ({"familiarity": MILLION // 2} | relation).items():
        getattr(run.world.relations, column)[0] = value
    return run


def weight(**relation: Any) -> float:
    return float(choice_weights(a_shop(**relation).world, PERSON)[0, 0]) / MILLION


def test_knowing_liking_and_the_square_of_trust_add_to_the_chance_to_be_chosen() -> None:
    assert weight() == pytest.approx(0.1)
    assert weight(liking=MILLION // 2) == pytest.approx(0.35)
    good = 2 * MILLION  # trust is 3/4, half of what there is above the prior
    assert weight(good=good) == pytest.approx(0.1 + 4 * 0.25)


def test_nobody_buys_where_they_know_nothing_or_are_hostile() -> None:
    assert weight(familiarity=0, liking=MILLION) == 0
    assert weight(liking=MILLION, stage=7) == 0


@pytest.mark.parametrize(("liking", "left"), [(-100_000, 0.7), (-400_000, 0.0)])
def test_who_is_put_off_stays_away(liking: int, left: float) -> None:
    assert weight(liking=liking) == pytest.approx(0.1 * left, abs=1e-5)


def test_a_friends_word_makes_a_runner_likelier_by_the_parameters_share() -> None:
    assert weight(liking=MILLION // 2, marks=REFERRED) == pytest.approx(1.5 * 0.35)


@pytest.mark.parametrize(("claims", "lift"), [(0, 1.0), (2, 1.4), (4, 1.8)])
def test_a_bold_claim_lifts_the_choice_of_who_heard_it_and_of_nobody_else(
    claims: int, lift: float
) -> None:
    assert weight(marks=HEARD, claims=claims) == pytest.approx(0.1 * lift)
    assert weight(claims=claims) == pytest.approx(0.1)


def test_who_reads_a_bold_post_believes_it_and_who_reads_a_plain_one_does_not() -> None:
    for claims in (1, 2):
        run = after(a_room({Lever.CREATE: 12}, settings={"claims": claims}), 3)
        assert (mine(run, "marks") & HEARD).any() == (claims == 2)


def test_a_need_is_met_in_proportion_to_the_weights() -> None:
    run = a_room(people=2000, known_by=0, parameters=numbers(trade=TRADE | {"outside": 1.0}))
    relations = run.world.relations
    relations.familiarity[:] = MILLION // 2
    relations.good[:1000] = 2 * MILLION  # a weight of 1.1; of the others 0.1
    second = np.full(2000, 10 * 3600)
    run.world.needs[0] = [np.array([np.arange(2000), second])]
    meet_needs(run.world)
    buyers = np.array([person for _, person, _ in you(run).purchases])
    assert (buyers < 1000).sum() == pytest.approx(1000 * 1.1 / 2.1, rel=0.1)
    assert (buyers >= 1000).sum() == pytest.approx(1000 * 0.1 / 1.1, rel=0.25)


OFFERS = {"offer": 0.5, "offer_floor": 0.5} | dict.fromkeys(("known", "liked", "trusted"), 0)


def an_offering_shop(
    hours: int = 20, catchment: float = 1.0, relationship: dict[str, float] | None = None, **trade: float
) -> Run:  # fmt: skip
    """A shop that makes offers to people who buy by them or not at all."""
    parameters = numbers(trade=OFFERS | trade, relationship=relationship or {})
    market = Market(people=300, catchment=catchment)
    return after(a_room({Lever.PROMOTE: hours}, parameters=parameters, market=market), 10)


def test_offers_sell_at_once_and_nothing_sells_without_them() -> None:
    run = an_offering_shop()
    assert {cause for _, _, cause in you(run).purchases} == {int(Cause.OFFERS)}
    assert total(run, "sales") > 5
    assert total(an_offering_shop(hours=0), "sales") == 0
    assert total(an_offering_shop(offer=0), "sales") == 0


def test_an_offer_sells_more_to_who_trusts_and_less_where_there_is_no_floor() -> None:
    assert total(an_offering_shop(offer_floor=0.0), "sales") < total(an_offering_shop(), "sales")


def test_only_the_catchment_buys_what_is_offered() -> None:
    few, all_ = an_offering_shop(catchment=0.3), an_offering_shop()
    assert 0 < total(few, "sales") < total(all_, "sales")
    assert all(few.world.people.catchment[person] for _, person, _ in you(few).purchases)


def test_who_has_just_bought_needs_nothing_yet() -> None:
    soon, late = (
        an_offering_shop(offer=1.0, relationship={"half_life_custom_days": days})
        for days in (20, 1000)
    )
    assert total(late, "sales") < 0.7 * total(soon, "sales")


def test_an_offer_costs_liking_by_its_parameter() -> None:
    free = an_offering_shop(offer=0, relationship={"offer_liking": 0.0})
    dear = an_offering_shop(offer=0, relationship={"offer_liking": -0.02})
    assert now(dear, "liking") < now(free, "liking")


def test_a_customer_won_by_an_offer_puts_less_of_good_service_down_to_the_shop() -> None:
    gained = {}
    for cause in (Cause.NEED, Cause.OFFERS):
        trade = {"good_service": 1.0, "starved_service": 0.0, "promoted": 0.25}
        run = a_room(people=60, known_by=0, parameters=numbers(trade=trade))
        purchase(run.world, 0, 0, 3600, cause)
        run.advance(until=2 * DAY)
        gained[cause] = mine(run, "liking")[0], mine(run, "good")[0]
        assert mine(run, "custom")[0] == MILLION
    for all_, part in zip(gained[Cause.NEED], gained[Cause.OFFERS], strict=True):
        assert part == pytest.approx(all_ / 4, rel=0.01)


def test_half_of_those_who_are_served_badly_complain_within_the_day() -> None:
    trade = {"good_service": 0.05, "starved_service": 0.0}
    run = after(a_room(people=400, known_by=0, parameters=numbers(trade=trade)), 0.2)
    for person in range(400):
        purchase(run.world, 0, person, run.now, Cause.NEED)
    complaints = [m for m in you(run).inbox.waiting if m.kind is MessageKind.COMPLAINT]
    assert len(complaints) == len(you(run).inbox.waiting) == pytest.approx(190, abs=30)


def test_a_friends_word_holds_only_while_a_contact_buys_there() -> None:
    run = a_room(people=60, known_by=0)
    relations, people = run.world.relations, run.world.people
    friend = int(people.contacts[people.starts[0]])
    relations.marks[0] |= REFERRED
    relations.stage[friend] = 4
    recommend(run.world)
    assert relations.marks[0] & REFERRED
    relations.stage[friend] = 1
    recommend(run.world)
    assert not relations.marks[0] & REFERRED
