"""Customers: where they come from, what they are worth, and how they go (R14, R15)."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from game.sim.cause import Cause
from game.sim.clock import DAY, MORNING, WEEK
from game.sim.draws import Ints
from game.sim.lever import Lever
from game.sim.parameter import MILLION, Parameters, millionths
from game.sim.relations import REFERRED
from game.sim.run import Run
from game.sim.runner import Runner
from game.sim.trade import choice_weights
from game.study.observables.observable import observable
from game.study.observables.standard import NETWORK
from game.study.observables.ties import a_world, settle
from game.study.observables.vignette import Held, a_vignette

WEEKS = 208
PEOPLE = 1200
CUSTOMER = (4, 5)
SEASON_WEEKS = 13


class Shop(NamedTuple):
    """Four years of a shop that talks, helps and promotes.

    *stage* and *referred* by season (rows) and person; *purchases* as (day, person, cause); *enquiries* and *liking*,
    by week (rows) and person.
    """

    stage: Ints
    referred: Ints
    purchases: Ints
    enquiries: Ints
    liking: Ints


@lru_cache(maxsize=4)
def _shop(parameters: Parameters, seed: int) -> Shop:
    hours = {Lever.REPLY: 3, Lever.HELP: 3, Lever.CONVERSE: 3, Lever.CREATE: 6, Lever.PROMOTE: 4}
    seat = Runner(
        id="you", name="You", seat=True, on=("network",), known_by=0.1, purse_hours=10, opens_with=hours
    )  # fmt: skip
    place = NETWORK.model_copy(update={"tolerated_per_week": 28.0})
    scenario = a_vignette(parameters, people=PEOPLE, seasons=16, places=(place,), runners=(seat,))
    run = Run(scenario, seed, strategies={"you": Held()}, weeks=WEEKS)
    stages, referred, enquiries, liking = [], [], [], []
    for week in range(1, WEEKS + 1):
        run.advance(week * WEEK - 1)
        relations, asked = run.world.relations, np.zeros(PEOPLE, dtype=np.int64)
        for line in run.world.ledger.log:
            if (
                line.what == "asked"
                and line.detail == "enquiry"
                and line.second >= (week - 1) * WEEK
            ):
                asked[line.person] += 1
        enquiries.append(asked)
        liking.append(relations.liking.copy())
        if week % SEASON_WEEKS == 0:
            stages.append(relations.stage.copy())
            referred.append(relations.marks & REFERRED)
    bought = [
        (second // DAY, person, cause) for second, person, cause in run.world.runners[0].purchases
    ]
    return Shop(
        np.array(stages),
        np.array(referred),
        np.array(bought),
        np.array(enquiries),
        np.array(liking),
    )


@observable(unit="ratio", fact="R15", replications=10)
def churn_ratio_referred_vs_other(parameters: Parameters, seed: int) -> float:
    """Share of customers lost within half a year, of those sent by a friend who still buys, over that of the others."""
    shop = _shop(parameters, seed)
    lost, there = {True: 0, False: 0}, {True: 0, False: 0}
    for season in range(2, len(shop.stage) - 2):
        customers = np.isin(shop.stage[season], CUSTOMER)
        gone = customers & ~np.isin(shop.stage[season + 2], CUSTOMER)
        sent = shop.referred[season] > 0
        for which in (True, False):
            there[which] += int((customers & (sent == which)).sum())
            lost[which] += int((gone & (sent == which)).sum())
    if not there[True] or not lost[False]:
        return float("nan")
    return lost[True] / there[True] / (lost[False] / there[False])


def _value(parameters: Parameters, seed: int, days: int) -> float:
    """Purchases a customer within *days* of the first: won through people, over won by an offer."""
    shop = _shop(parameters, seed)
    first: dict[int, tuple[int, int]] = {}
    for day, person, cause in shop.purchases.tolist():
        first.setdefault(person, (day, cause))
    recommended = (shop.referred > 0).sum(axis=0) > 0
    counts: dict[bool, list[int]] = {True: [], False: []}
    by_person: dict[int, list[int]] = {}
    for day, person, _ in shop.purchases.tolist():
        by_person.setdefault(person, []).append(day)
    for person, (start, cause) in first.items():
        if start + days > WEEKS * 7:
            continue
        bought = sum(start <= day < start + days for day in by_person[person])
        if cause == Cause.OFFERS:
            counts[False].append(bought)
        elif recommended[person]:
            counts[True].append(bought)
    if not counts[True] or not counts[False]:
        return float("nan")
    return float(np.mean(counts[True]) / np.mean(counts[False]))


@observable(unit="ratio", replications=10)
def wom_vs_marketing_value_per_customer_3y(parameters: Parameters, seed: int) -> float:
    """Purchases in three years of a customer sent by a friend, over those of one won by an offer."""
    return _value(parameters, seed, 3 * 365)


@observable(unit="ratio", replications=10)
def wom_vs_marketing_value_first_quarter(parameters: Parameters, seed: int) -> float:
    """The same over the first thirteen weeks."""
    return _value(parameters, seed, 91)


SOURCES = ("referral", "article", "post", "offer")


@observable(unit="holds", fact="R14", kind="direction", replications=5)
def conversion_by_source_order(parameters: Parameters, seed: int) -> float:
    """Chance to be chosen at a need, after a friend's word or three articles, posts or offers: in this order.

    The first is two to four times the last.
    """
    rates = parameters.relationship
    chances = []
    for source in SOURCES:
        world = a_world(parameters, seed, people=50, known_by=0.0)
        for person in range(world.people.count):
            if source == "referral":
                world.relations.marks[person] |= REFERRED
                world.touch(
                    0, person, 60, Cause.REFERRAL, familiarity=350_000, liking=30_000, good=400_000
                )
                continue
            liking = {
                "article": rates.article_liking,
                "post": rates.post_liking,
                "offer": rates.offer_liking,
            }[source]
            good = {"article": 2 * rates.post_trust, "post": rates.post_trust, "offer": 0.0}[source]
            for nth in range(3):
                world.touch(
                    0, person, MORNING + nth * 60, Cause.POSTS, familiarity=millionths(rates.seen_familiarity),
                    liking=millionths(liking), good=millionths(good),
                )  # fmt: skip
        settle(world)
        weight = choice_weights(world, np.arange(50)).sum(axis=0) / MILLION
        chances.append(float((weight / (weight + parameters.trade.outside)).mean()))
    ordered = all(more > less for more, less in pairwise(chances))
    return float(ordered and 2 <= chances[0] / chances[-1] <= 4)


def enquiries_by_liking(parameters: Parameters, seed: int) -> list[float]:
    """Enquiries a person and week, by liking in ten equal bins from 0 to the highest seen."""
    shop = _shop(parameters, seed)
    liking, asked = shop.liking[:-1].ravel(), shop.enquiries[1:].ravel()
    known = liking > 0
    bins = np.minimum(liking[known] * 10 // max(1, int(np.percentile(liking[known], 99))), 9)
    people = np.bincount(bins, minlength=10)
    return [
        float(x)
        for x in np.bincount(bins, weights=asked[known], minlength=10) / np.maximum(people, 1)
    ]
