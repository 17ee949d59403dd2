"""Service: what an answer is worth by its wait, what silence costs, and what a failure that was made good leaves."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np

from game.sim.booking import follow
from game.sim.cause import Cause
from game.sim.clock import DAY, HOUR, MINUTE, WEEK
from game.sim.inbox import Message, MessageKind
from game.sim.kernels.effect import KNOW
from game.sim.lever import Lever
from game.sim.parameter import MILLION, Parameters
from game.sim.plan import make_plan
from game.sim.receiving import receive
from game.sim.replying import answer
from game.sim.run import Run
from game.sim.runner import Runner
from game.sim.trade import purchase
from game.study.observables.observable import observable
from game.study.observables.vignette import Held, a_vignette

START = 10 * DAY + 12 * HOUR  # a Thursday noon, when a new business has been there for a week
YEAR = 52 * WEEK


def a_shop(
    parameters: Parameters,
    seed: int,
    *,
    people: int,
    known_by: float,
    hours: dict[Lever, int] | None = None,
    seasons: int = 6,
    followed: bool = False,
) -> Run:
    """A shop on the town board at noon of its second Thursday, with a plan of these half-hours a week (else of none).

    *known_by* is the share who know it; *followed* lets all of the people follow it.
    """
    you = Runner(id="you", name="You", seat=True, on=("town",), known_by=known_by)
    scenario = a_vignette(parameters, people=people, seasons=seasons, runners=(you,))
    run = Run(scenario, seed, strategies={"you": Held()})
    state = run.world.runners[0]
    state.plan = state.week_plan = replace(make_plan(hours or {}), shares=state.plan.shares)
    run.advance(until=START)
    if followed:
        rows = np.arange(people)
        follow(run.world, rows, np.zeros_like(rows), Cause.START, START // DAY)
    return run


def with_numbers(parameters: Parameters, **groups: dict[str, Any]) -> Parameters:
    """*parameters* with these numbers of these groups."""
    whole = parameters.model_dump()
    for name, numbers in groups.items():
        whole[name] |= numbers
    return Parameters.model_validate(whole, strict=False)


def _answered(run: Run, persons: range, waits: list[int], kind: MessageKind) -> None:
    for person, wait in zip(persons, waits, strict=True):
        message = Message(run.now - wait, person, kind, run.now + DAY, 5 * MINUTE)
        answer(run.world, run.world.runners[0], message, run.now)


def _spread(low: int, high: int, count: int) -> list[int]:
    return [low + (high - low) * (2 * nth + 1) // (2 * count) for nth in range(count)]


@observable(unit="ratio", fact="S2", replications=5)
def benefit_reply_6min_over_60min(parameters: Parameters, seed: int) -> float:
    """Liking gained from an answer within six minutes over that from one after an hour or more.

    Two hundred strangers each ask something; half are answered after 0 to 6 minutes, half after 60 to 180.
    """
    run = a_shop(parameters, seed, people=200, known_by=0.0)
    _answered(run, range(100), _spread(0, 6 * MINUTE, 100), MessageKind.QUESTION)
    _answered(run, range(100, 200), _spread(HOUR, 3 * HOUR, 100), MessageKind.QUESTION)
    run.advance(until=START + DAY)
    liking = run.world.relations.liking
    late = float(liking[100:].sum())
    return float(liking[:100].sum()) / late if late > 0 else float("nan")


ENQUIRERS = 3000


@lru_cache(maxsize=8)
def _enquiries(parameters: Parameters, seed: int) -> tuple[float, float, float]:
    """The share of enquiries that end in a sale, answered within an hour, within the next, and after a day."""
    run = a_shop(parameters, seed, people=ENQUIRERS, known_by=0.0, seasons=1)
    state, shares = run.world.runners[0], []
    for low, high in ((0, HOUR), (HOUR, 2 * HOUR), (DAY, 2 * DAY)):
        before = state.sales
        waits = _spread(low, high, ENQUIRERS)
        _answered(run, range(ENQUIRERS), waits, MessageKind.ENQUIRY)
        shares.append((state.sales - before) / ENQUIRERS)
        run.advance(until=run.now + DAY)
    return shares[0], shares[1], shares[2]


def _odds_ratio(first: float, second: float) -> float:
    if not 0 < second < 1 or not 0 < first < 1:
        return float("nan")
    return first / (1 - first) / (second / (1 - second))


@observable(unit="ratio", fact="S3", replications=8)
def enquiry_odds_within_1h_over_2h(parameters: Parameters, seed: int) -> float:
    """Odds of a sale from an enquiry answered within the hour over one answered in the second hour (3,000 each)."""
    within, later, _ = _enquiries(parameters, seed)
    return _odds_ratio(within, later)


@observable(unit="ratio", fact="S3", replications=8)
def enquiry_odds_within_1h_over_24h(parameters: Parameters, seed: int) -> float:
    """Odds of a sale from an enquiry answered within the hour over one answered on the second day (3,000 each)."""
    within, _, later = _enquiries(parameters, seed)
    return _odds_ratio(within, later)


@observable(unit="share", fact="S1", replications=6)
def share_defecting_after_silence(parameters: Parameters, seed: int) -> float:
    """Share of followers who ask, are never answered, and no longer follow eight weeks later."""
    calm = with_numbers(parameters, hazards={"silence": 0.0})
    run = a_shop(calm, seed, people=300, known_by=1.0, followed=True)
    for person in range(300):
        receive(run.world, 0, person, run.now, MessageKind.QUESTION, Cause.POSTS)
    run.advance(until=START + 8 * WEEK)
    return float(np.mean(run.world.relations.follows == 0))


@observable(unit="share", fact="S9", replications=8)
def retention_recovered_minus_never_failed(parameters: Parameters, seed: int) -> float:
    """Share that buys again within a year of customers whose complaint was made good, minus that of those never failed.

    Six hundred buy three times and are served well, then once more; now half of them are served badly. Those who
    complain are answered within ten minutes.
    """
    run = a_shop(parameters, seed, people=600, known_by=1.0)
    world, state = run.world, run.world.runners[0]
    for nth, good in enumerate((1.0, 1.0, 1.0, 0.5)):
        service = {"good_service": good, "starved_service": 0.0}
        world.parameters = with_numbers(parameters, trade=service)
        run.advance(until=START + nth * DAY)
        for person in range(600):
            purchase(world, 0, person, run.now, Cause.NEED)
    world.parameters = parameters
    failed = {int(effect[0]) for effect in world.effects if effect[2] == Cause.POOR_SERVICE}
    recovered = [one for one in state.inbox.waiting if one.kind is MessageKind.COMPLAINT]
    state.inbox.waiting = []
    for message in recovered:
        answer(world, state, message, message.arrival + 10 * MINUTE)
    again = np.zeros(600, dtype=bool)
    run.advance(until=run.now + DAY)
    before = world.relations.custom.copy()
    year = run.now + YEAR
    while run.now < year:
        run.advance(until=run.now + WEEK)
        again |= world.relations.custom > before
        before = world.relations.custom.copy()
    mended = np.array(sorted(one.person for one in recovered), dtype=np.int64)
    never = np.array(sorted(set(range(600)) - failed), dtype=np.int64)
    if not len(mended) or not len(never):
        return float("nan")
    return float(again[mended].mean() - again[never].mean())


@observable(unit="share of the scale", replications=10)
def rating_gain_always_reply_fraction_of_scale(parameters: Parameters, seed: int) -> float:
    """Mean liking of those who know a business after a year of posting, always replying minus never, over the scale.

    The scale of liking goes from -1 to 1. Always: three hours a week for the inbox; never: none. Same luck, same posts.
    """
    means = []
    for reply in (6, 0):
        hours = {Lever.CREATE: 6, Lever.REPLY: reply}
        run = a_shop(parameters, seed, people=150, known_by=0.6, hours=hours)
        run.advance(until=START + YEAR)
        relations = run.world.relations
        knows = relations.familiarity >= run.world.lines.by_stage[KNOW, 1]
        if not knows.any():
            return float("nan")
        means.append(float(relations.liking[knows].mean()) / MILLION)
    return (means[0] - means[1]) / 2
