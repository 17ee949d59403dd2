"""Ties between people and a business: how liking and trust move, how many there is time for, what they bring."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.sim import engine
from game.sim.automation import greet
from game.sim.cause import Cause
from game.sim.clock import MINUTE, WEEK
from game.sim.draws import Ints
from game.sim.kernels.reference import apply_effects, trust_of
from game.sim.lever import Lever
from game.sim.luck import Luck
from game.sim.parameter import MILLION, Parameters
from game.sim.plan import Automation
from game.sim.run import Run
from game.sim.runner import Runner
from game.sim.world import World
from game.study.observables.observable import observable
from game.study.observables.standard import NETWORK
from game.study.observables.vignette import Held, a_vignette, lived

NOTHING = {Lever.SHOP: 92, Lever.REST: 8}
RARE_NEEDS = {"catchment": 1.0, "needs_per_year": 0.01}


def a_world(parameters: Parameters, seed: int, *, people: int = 50, known_by: float = 1.0) -> World:
    """A world at its first midnight, with what is known of the shop already applied."""
    seat = Runner(id="you", name="You", seat=True, on=("network",), known_by=known_by)
    scenario = a_vignette(
        parameters, people=people, places=(NETWORK,), runners=(seat,), market=RARE_NEEDS
    )
    world = engine.build(scenario, Luck(((0, seed),)), 52)
    settle(world)
    return world


def settle(world: World) -> None:
    """Apply the effects that wait for the day's end."""
    waiting = world.effects_of_today()
    world.effects, world.effects_at_once = [], []
    if waiting:
        effects = np.concatenate(waiting, axis=1)
        apply_effects(world.relations, effects, world.lines, 0, world.people.count)


@observable(unit="share", fact="R4", replications=5)
def liking_loss_without_contact_18_months(parameters: Parameters, seed: int) -> float:
    """Share of the liking of fifty people that is lost over 78 weeks in which nobody hears of the business."""
    seat = Runner(id="you", name="You", seat=True, known_by=1.0, opens_with=NOTHING)
    scenario = a_vignette(parameters, people=50, seasons=6, runners=(seat,), market=RARE_NEEDS)
    first = float(lived(scenario, seed, weeks=1).world.relations.liking.sum())
    last = float(lived(scenario, seed, weeks=78).world.relations.liking.sum())
    return 1 - last / first if first else float("nan")


@observable(unit="holds", fact="R3", kind="direction", replications=3)
def two_way_minutes_at_like_trust_advocate(parameters: Parameters, seed: int) -> float:
    """Two-way minutes at which people come to like, trust and praise, a minute at a time: 1 : 1.8 : 4 within 25 %."""
    world = a_world(parameters, seed, known_by=0.0)
    at: dict[int, float] = {}
    for minute in range(1, 200):
        for person in range(world.people.count):
            world.touch(
                0, person, minute * MINUTE, Cause.CONVERSATION, familiarity=300_000, liking=60_000,
                good=600_000, contact=MINUTE, custom=MILLION if 2 in at and 3 in at else 0,
            )  # fmt: skip
        settle(world)
        stage = int(np.median(world.relations.stage))
        for reached in (2, 3, 5):
            if stage >= reached and reached not in at:
                at[reached] = minute
    if len(at) < 3:
        return 0.0
    return float(abs(at[3] / at[2] / 1.8 - 1) <= 0.25 and abs(at[5] / at[2] / 4 - 1) <= 0.25)


def _liking_after(
    parameters: Parameters, seed: int, hours: dict[Lever, int], weeks: int = 4
) -> float:
    """Mean liking gained for each contact, in millionths: one business, no posts, no needs."""
    seat = Runner(id="you", name="You", seat=True, on=("network",), known_by=1.0, opens_with=hours)
    scenario = a_vignette(
        parameters, people=200, places=(NETWORK,), runners=(seat,), market=RARE_NEEDS
    )
    run = lived(scenario, seed, weeks=weeks)
    gained = sum(
        line.amount for line in run.why("you", "liking") if line.cause is Cause.CONVERSATION
    )
    return float(gained)


@observable(unit="holds", fact="R6", kind="direction", replications=5)
def gain_per_composed_message_at_least_3x_gain_per_like(parameters: Parameters, seed: int) -> float:
    """Liking gained by one composed message of normal care, over that by one click given while listening: 3 or more."""
    talked = _liking_after(parameters, seed, {Lever.CONVERSE: 8})
    clicked = _liking_after(parameters, seed, {Lever.LISTEN: 8})
    each, click = parameters.relationship.talk_minutes, parameters.relationship.like_minutes
    return float(talked / (4 * 240 / each) >= 3 * clicked / (4 * 240 / click) > 0)


@observable(unit="share", fact="R10")
def share_recipients_losing_liking_auto_dm(parameters: Parameters, seed: int) -> float:
    """Of two hundred new followers greeted by an automatic direct message: share whose liking falls."""
    world = a_world(parameters, seed, people=200)
    state = world.runners[0]
    state.week_plan = replace(state.week_plan, automation=Automation.DIRECT)
    before = world.relations.liking.copy()
    greet(world, state, np.arange(200))
    settle(world)
    return float((world.relations.liking < before).mean())


@observable(unit="holds", fact="R11", kind="direction", replications=5)
def liking_against_exposures_has_an_interior_maximum(parameters: Parameters, seed: int) -> float:
    """Mean liking after a quarter by hours of posting, where every post is seen: the most lies inside."""
    loud = NETWORK.model_copy(update={"seen": 1.0})
    content = parameters.content.model_copy(update={"post_minutes": 15.0})
    quick = parameters.model_copy(update={"content": content})
    likings = []
    for hours in (1, 6, 14, 30, 56):
        seat = Runner(
            id="you", name="You", seat=True, on=("network",), known_by=1.0, purse_hours=30,
            opens_with={Lever.CREATE: hours},
        )  # fmt: skip
        scenario = a_vignette(quick, people=60, places=(loud,), runners=(seat,), market=RARE_NEEDS)
        run = Run(scenario, seed, strategies={"you": Held()}, weeks=13).finish()
        likings.append(float(run.world.relations.liking.mean()))
    best = likings.index(max(likings))
    return float(0 < best < len(likings) - 1)


@observable(unit="ratio", fact="R12")
def negative_to_positive_trust_effect_ratio(parameters: Parameters, seed: int) -> float:
    """Trust lost by one purchase served badly over trust gained by one served well, mean over those who know a shop."""
    changes = []
    rates = parameters.relationship
    for good, bad in ((rates.service_trust, 0.0), (0.0, rates.service_trust * rates.bad_weight)):
        world = a_world(parameters, seed)
        relations = world.relations
        before = trust_of(relations.good, relations.bad)
        for person in range(world.people.count):
            cause = Cause.GOOD_SERVICE if good else Cause.POOR_SERVICE
            world.touch(
                0, person, 3600, cause, good=round(good * MILLION), bad=round(bad * MILLION)
            )
        settle(world)
        changes.append(float((trust_of(relations.good, relations.bad) - before).mean()))
    return -changes[1] / changes[0] if changes[0] else float("nan")


class Ties(NamedTuple):
    """Minutes of two-way contact with each person, by week (rows) and person, of a business that tends its ties."""

    minutes: Ints
    met: Ints


def tended(
    parameters: Parameters, seed: int, hours: dict[Lever, int], *, weeks: int, people: int
) -> Ties:
    """The contact of a business that keeps to one plan, week by week."""
    seat = Runner(
        id="you", name="You", seat=True, on=("network",), known_by=0.1, purse_hours=30, opens_with=hours
    )  # fmt: skip
    scenario = a_vignette(
        parameters, people=people, seasons=max(1, weeks // 13), places=(NETWORK,), runners=(seat,)
    )
    run = Run(scenario, seed, strategies={"you": Held()}, weeks=weeks)
    rows = []
    for week in range(1, weeks + 1):
        run.advance(week * WEEK - 1)
        rows.append(run.world.relations.contact.copy())
    total = np.array(rows)
    return Ties(np.diff(total, axis=0, prepend=0) // MINUTE, total[-1])


@lru_cache(maxsize=4)
def _three_years(parameters: Parameters, seed: int) -> Ties:
    hours = {Lever.REPLY: 4, Lever.HELP: 3, Lever.CONVERSE: 4, Lever.CREATE: 3, Lever.LISTEN: 1}
    return tended(parameters, seed, hours, weeks=156, people=800)


@observable(unit="people", replications=3)
def max_two_way_ties_kept_6_months(parameters: Parameters, seed: int) -> float:
    """Most people with two-way contact in each of six months, over 5, 15 and 25 hours a week given to contact."""
    kept = []
    for hours in (5, 15, 25):
        split = {
            Lever.REPLY: hours // 2,
            Lever.HELP: hours // 2,
            Lever.CONVERSE: hours,
            Lever.CREATE: 6,
        }
        ties = tended(parameters, seed, split, weeks=39, people=1500)
        months = ties.minutes[-26:-2].reshape(6, 4, -1).sum(axis=1)
        kept.append(int((months > 0).all(axis=0).sum()))
    return float(max(kept))


@observable(unit="share", replications=5)
def top5_share_of_relationship_minutes(parameters: Parameters, seed: int) -> float:
    """A business that tends its ties, third year: share of the two-way minutes spent with the five closest."""
    third = _three_years(parameters, seed).minutes[-52:].sum(axis=0)
    return float(np.sort(third)[-5:].sum() / third.sum()) if third.sum() else float("nan")


@observable(unit="area under the curve", replications=5)
def auc_first_4_weeks_contact_vs_12m_survival(parameters: Parameters, seed: int) -> float:
    """Chance that of two ties the one with more contact in its first four weeks lives after a year."""
    minutes = _three_years(parameters, seed).minutes
    early, alive = [], []
    for person in range(minutes.shape[1]):
        weeks = np.flatnonzero(minutes[:, person])
        if len(weeks) and weeks[0] + 60 <= minutes.shape[0]:
            first = int(weeks[0])
            early.append(int(minutes[first : first + 4, person].sum()))
            alive.append(bool(minutes[first + 48 : first + 60, person].sum()))
    return area_under_curve(np.array(early), np.array(alive))


def area_under_curve(score: Ints, true: Ints) -> float:
    """The chance that a true case has the higher *score* than a false one; half a point where they are equal."""
    yes, no = score[true.astype(bool)], score[~true.astype(bool)]
    if not len(yes) or not len(no):
        return float("nan")
    above = (yes[:, None] > no).sum() + 0.5 * (yes[:, None] == no).sum()
    return float(above / (len(yes) * len(no)))


@observable(unit="holds", kind="direction", replications=5)
def lead_yield_inverted_u_in_tie_strength(parameters: Parameters, seed: int) -> float:
    """Enquiries a contact by tie strength (liking) in ten equal bins: the best is neither the first nor the last."""
    from game.study.observables.custom import enquiries_by_liking

    yields = enquiries_by_liking(parameters, seed)
    best = yields.index(max(yields))
    return float(0 < best < len(yields) - 1)
