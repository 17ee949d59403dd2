"""Trade: needs arise, people choose among the runners they know and the rest of the world, and are served.

How trust and liking came about is next door in `attention.py`, `replying.py` and `sitting.py`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from game.sim.cause import Cause
from game.sim.clock import DAY, HOUR, MINUTE, MORNING, WEEK
from game.sim.draws import SPAN, Ints, Purpose, draw, draw_one
from game.sim.inbox import MessageKind
from game.sim.kernels.effect import KNOW
from game.sim.kernels.reference import trust_of
from game.sim.lever import Lever
from game.sim.parameter import MILLION, millionths
from game.sim.receiving import receive
from game.sim.relations import HEARD, REFERRED

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World

DAYS_PER_YEAR = 364
OPENING = 9 * HOUR
OPEN_SECONDS = 9 * HOUR


def draw_needs(world: World) -> None:
    """On Monday: who will need something of the trade this week, and on which day."""
    buyers, week = world.people.buyers, world.now // WEEK
    luck = draw(world.seed(world.now), Purpose.NEED, buyers, week)
    weekly = int(world.scenario.market.needs_per_year * 7 / DAYS_PER_YEAR * SPAN)
    chance = np.minimum(weekly * world.people.needs[buyers] // 1000, SPAN)
    needy = (luck < chance).nonzero()[0]
    luck, chance = luck[needy], chance[needy]
    day = week * 7 + luck * 7 // chance
    second = day * DAY + OPENING + luck * 7919 % OPEN_SECONDS
    order = day.argsort(kind="stable")
    needs = np.stack([buyers[needy], second])[:, order]
    bounds = day[order].searchsorted(np.arange(week * 7, week * 7 + 8)).tolist()
    for one, (first, last) in enumerate(pairwise(bounds), week * 7):
        if last > first:
            world.needs.setdefault(one, []).append(needs[:, first:last])


def meet_needs(world: World) -> None:
    """In the morning: those who need something today choose where to buy, by what they know, like and trust."""
    needs, trade = world.needs.pop(world.now // DAY, []), world.parameters.trade
    draws_anybody = trade.known or trade.liked or trade.trusted
    if not needs or not draws_anybody:
        return
    person, second = np.concatenate(needs, axis=1)
    weights = choice_weights(world, person)
    # a person alone is drawn as a relation to the first runner is
    luck = world.draw(world.now, Purpose.CHOICE, person, world.now // DAY)
    up_to = weights.cumsum(axis=0)
    mark = luck * (up_to[-1] + millionths(trade.outside)) // SPAN
    reached = mark < up_to
    buys = reached[-1].nonzero()[0]
    chosen = reached.argmax(axis=0)  # the first runner whose weight reaches the mark
    for runner, one, when in np.stack([chosen[buys], person[buys], second[buys]]).T.tolist():
        purchase(world, runner, one, when, Cause.NEED)
    world.array_calls += 1


def choice_weights(world: World, person: Ints) -> Ints:
    """The weight of each runner for each person, in millionths: liking and trust count for those who know it."""
    trade, lines = world.parameters.trade, world.lines
    rows = np.arange(len(world.runners))[:, None] * world.people.count + person
    relations = world.relations
    familiarity, raw, good, bad, *_, stage, marks, _ = relations.at(rows)
    knows = familiarity >= lines.by_stage[KNOW, 1]
    liking = np.minimum(np.maximum(raw, 0), MILLION)
    trust = np.maximum(trust_of(good, bad) * 2 - MILLION, 0)
    # who is put off stays away
    spoilt = np.maximum(MILLION + 3 * np.minimum(raw, 0), 0)
    weight = (
        millionths(trade.known) * spoilt // MILLION + millionths(trade.liked) * liking // MILLION
    )
    weight = weight + millionths(trade.trusted) * (trust * trust // MILLION) // MILLION
    sent = (marks & REFERRED) > 0
    if np.count_nonzero(sent):
        weight = weight + np.where(sent, weight * millionths(trade.referred) // MILLION, 0)
    bold = [state.week_plan.claims for state in world.runners]
    if any(bold) and not world.quiet:
        lift = millionths(trade.claim_lift) * np.array(bold)[:, None] // 4
        weight = weight + np.where((marks & HEARD) > 0, weight * lift // MILLION, 0)
    result: Ints = weight * (knows & (stage != 7))  # nobody buys where they are hostile
    return result


def service_quality(world: World, state: RunnerState) -> int:
    """Chance (in millionths) of being well served: it falls as hours leave the shop floor."""
    trade = world.parameters.trade
    needed = 100 - 8 - state.purse
    staffed = min(MILLION, state.week_plan.hours_of(Lever.SHOP) * MILLION // max(1, needed))
    lost = millionths(trade.starved_service) * 2 * (MILLION - staffed) // MILLION
    return max(50_000, millionths(trade.good_service) - lost)


def purchase(world: World, runner: int, person: int, second: int, cause: Cause) -> None:
    """One purchase: counted, served well or badly, and remembered; who came for an offer puts less down to the shop."""
    state = world.runners[runner]
    state.sales += 1
    state.purchases.append((second, person, int(cause)))
    world.ledger.book(runner, "sales", cause, 1)
    rates, contact = (
        world.parameters.relationship,
        round(world.parameters.trade.bought_minutes * MINUTE),
    )
    relation, day = (runner << 32) | person, second // DAY
    served = draw_one(world.seed(second), Purpose.EXPERIENCE, relation, day) * MILLION // SPAN
    if world.relations.custom[world.row(runner, person)] == 0:
        world.ledger.note(second, "bought", runner, person, cause.name.lower())
    if served < service_quality(world, state):
        credit = world.parameters.trade.promoted if cause is Cause.OFFERS else 1.0
        world.touch(
            runner, person, second, Cause.GOOD_SERVICE, familiarity=400_000,
            liking=millionths(rates.service_liking * credit), good=millionths(rates.service_trust * credit),
            contact=contact, custom=MILLION,
        )  # fmt: skip
        return
    bad = millionths(rates.service_trust * rates.bad_weight)
    world.touch(
        runner, person, second, Cause.POOR_SERVICE, familiarity=400_000, liking=-2 * millionths(rates.service_liking),
        bad=bad, contact=contact, custom=MILLION,
    )  # fmt: skip
    if served % 2 and not world.quiet:
        receive(
            world,
            runner,
            person,
            min(second + HOUR, _last_second(world)),
            MessageKind.COMPLAINT,
            Cause.POOR_SERVICE,
        )


def _last_second(world: World) -> int:
    return (world.now - MORNING) // DAY * DAY + MORNING + DAY - 1


def recommend(world: World) -> None:
    """On Monday: some advocates send a contact, who comes with a little trust (R15)."""
    _forget_referrers(world)
    relations, people = world.relations, world.people.count
    praising = np.flatnonzero(relations.stage == 5)
    if not len(praising):
        return
    week = world.now // WEEK
    runner, person = praising // people, praising % people
    luck = draw(world.seed(world.now), Purpose.REFERRAL, (runner << 32) | person, week)
    chance = int(world.parameters.trade.recommend * SPAN)
    for index in np.flatnonzero(luck < chance).tolist():
        first, last = world.people.starts[person[index]], world.people.starts[person[index] + 1]
        if last > first:
            friend = int(world.people.contacts[first + int(luck[index]) % int(last - first)])
            _send(world, int(runner[index]), int(person[index]), friend, int(luck[index]))


def _forget_referrers(world: World) -> None:
    """Who was sent by a friend stays closer only while some friend still buys there (R15)."""
    relations, people = world.relations, world.people
    rows = np.flatnonzero((relations.marks & REFERRED) != 0)
    if not len(rows):
        return
    owner, contact = people.contacts_of(rows % people.count)
    stage = relations.stage[rows[owner] // people.count * people.count + contact]
    stays = np.bincount(owner[(stage == 4) | (stage == 5)], minlength=len(rows)) > 0
    relations.marks[rows[~stays]] &= ~REFERRED


def _send(world: World, runner: int, advocate: int, friend: int, luck: int) -> None:
    second = world.now + 3 * HOUR + luck % (5 * DAY)
    second = min(second, _last_second(world))
    row = world.row(runner, friend)
    world.relations.marks[row] |= REFERRED
    world.touch(
        runner, friend, second, Cause.REFERRAL, familiarity=350_000, liking=30_000, good=400_000
    )
    world.ledger.note(second, "referred", runner, friend, str(advocate))
