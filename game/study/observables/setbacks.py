"""Setbacks: how blame and the fit of an answer move a reputation, how often it drops, and whom social media harms.

Reputation is liking plus trust, of one person or as a mean. Where a setback is made to befall, it is the model's own:
its responsibility, its luck and how each person takes it are drawn as in any run.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from game.sim.cause import Cause
from game.sim.clock import DAY, WEEK
from game.sim.draws import SPAN, Purpose, draw_one
from game.sim.hazard import CLUSTER, SETBACK_KINDS
from game.sim.hearing import take
from game.sim.kernels.reference import trust_of
from game.sim.lever import Lever
from game.sim.parameter import MILLION, Parameters
from game.sim.response import FIT, answer_setback
from game.sim.run import Run
from game.sim.setback import bear
from game.sim.state import Setback
from game.study.observables.observable import observable
from game.study.observables.service import START, a_shop, with_numbers

Floats = npt.NDArray[np.float64]
MIX = (
    ("victim", 0.2),
    ("accidental", 0.5),
    ("preventable", 0.3),
)  # of investigated crises (Coombs 2007)
SETBACKS, HEARERS = 120, 5
SMALL = 0.2  # deviations: a small effect (Cohen 1988)
NO_OTHERS = dict.fromkeys(SETBACK_KINDS, 0.0)
WRONGS = tuple(kind for kind in SETBACK_KINDS if kind != "rumour")


def reputation(run: Run) -> Floats:
    """Liking plus trust of each person, of 1."""
    relations = run.world.relations
    total: Floats = (relations.liking + trust_of(relations.good, relations.bad)) / MILLION
    return total


def _luck(seed: int, nth: int, about: int) -> float:
    return draw_one(seed, Purpose.STRATEGY, about, nth) / SPAN


def _some_kind(seed: int, nth: int) -> str:
    """A kind of setback: a cluster by its usual share, then any of its kinds."""
    mark, within = _luck(seed, nth, 901), _luck(seed, nth, 902)
    for cluster, share in MIX:
        if mark < share or cluster == MIX[-1][0]:
            kinds = [kind for kind in SETBACK_KINDS if CLUSTER[kind] == cluster]
            return kinds[int(within * len(kinds))]
        mark -= share
    raise AssertionError("The last cluster takes what is left.")


def _best(kind: str) -> str:
    return max(FIT[kind], key=lambda act: FIT[kind][act])


def _told(
    parameters: Parameters, seed: int, kinds: list[str], acts: list[str]
) -> tuple[list[Setback], Floats]:
    """One setback of these *kinds* a day, each answered at once by one of *acts* ('' is no answer) and told to five.

    Each person hears of one. Returned are the setbacks and what the hearing did to each person's reputation.
    """
    calm = with_numbers(parameters, hazards=NO_OTHERS)
    run = a_shop(calm, seed, people=len(kinds) * HEARERS, known_by=1.0, seasons=3)
    world, state = run.world, run.world.runners[0]
    changes, told = [], []
    for nth, (kind, act) in enumerate(zip(kinds, acts, strict=True)):
        hearers = np.arange(nth * HEARERS, (nth + 1) * HEARERS)
        setback = bear(world, state, kind, 0)
        if act:
            answer_setback(world, state, setback, (act,), "everyone")
            setback.answer = ""  # each is a case of its own: nobody recalls the words of the last
        take(world, state, setback, hearers, Cause.SETBACK)
        setback.stage = "averted"  # it goes no further
        before = reputation(run)[hearers]
        run.advance(until=run.now + DAY)
        changes.append(reputation(run)[hearers] - before)
        told.append(setback)
    return told, np.concatenate(changes)


@lru_cache(maxsize=8)
def _study(parameters: Parameters, seed: int) -> tuple[float, float]:
    """Correlations of responsibility and of match with the change of reputation, over a mix of setbacks."""
    kinds = [_some_kind(seed, nth) for nth in range(SETBACKS)]
    acts = [_best(kind) if _luck(seed, nth, 903) < 0.5 else "" for nth, kind in enumerate(kinds)]
    told, change = _told(parameters, seed, kinds, acts)
    blame = np.repeat([one.blame / MILLION for one in told], HEARERS)
    match = np.repeat([1.0 if act else 0.0 for act in acts], HEARERS)
    return _correlation(blame, change), _correlation(match, change)


def _correlation(one: Floats, other: Floats) -> float:
    if one.std() == 0 or other.std() == 0:
        return math.nan
    return float(np.corrcoef(one, other)[0, 1])


@observable(unit="correlation", fact="S5", replications=8)
def corr_responsibility_reputation(parameters: Parameters, seed: int) -> float:
    """Correlation of responsibility with the change of reputation among 600 hearers of 120 setbacks of all clusters."""
    return _study(parameters, seed)[0]


@observable(unit="correlation", fact="S5", replications=8)
def corr_match_reputation(parameters: Parameters, seed: int) -> float:
    """Correlation of a matched answer (half of the cases; the others have none) with the change of reputation."""
    return _study(parameters, seed)[1]


@observable(unit="deviations", fact="S6", replications=8)
def cohens_d_apology_pooled(parameters: Parameters, seed: int) -> float:
    """Reputation kept by an apology at once over silence, in pooled deviations, over all kinds of wrongs."""
    kinds = [WRONGS[int(_luck(seed, nth, 904) * len(WRONGS))] for nth in range(SETBACKS)]
    acts = ["apologise" if _luck(seed, nth, 905) < 0.5 else "" for nth in range(SETBACKS)]
    _, change = _told(parameters, seed, kinds, acts)
    arm = np.repeat([act != "" for act in acts], HEARERS)
    deviation = math.sqrt((change[arm].var(ddof=1) + change[~arm].var(ddof=1)) / 2)
    if deviation == 0:
        return math.nan
    return float(change[arm].mean() - change[~arm].mean()) / deviation


def _a_firestorm(run: Run, kind: str, act: str, days: int) -> None:
    """A setback strikes as soon as its fuse has burnt and is answered (with '' it is not) so many *days* later."""
    world, state = run.world, run.world.runners[0]
    setback = bear(world, state, kind, -1)
    while setback.stage == "sign":
        run.advance(until=run.now + DAY)
    run.advance(until=run.now + days * DAY)
    if act:
        answer_setback(world, state, setback, (act,), "everyone")


@lru_cache(maxsize=128)
def _drops(parameters: Parameters, seed: int) -> tuple[float, float]:
    """By how many deviations a firestorm lowers mean reputation, some four weeks and half a year after it strikes."""
    calm = with_numbers(parameters, hazards=NO_OTHERS)
    hit, spared = (
        a_shop(calm, seed, people=200, known_by=1.0, seasons=6, followed=True) for _ in range(2)
    )
    kind = _some_kind(seed, 0)
    act = _best(kind) if _luck(seed, 0, 906) < 0.5 else ""
    _a_firestorm(hit, kind, act, 1)
    drops = []
    for weeks in (6, 30):
        for run in (hit, spared):
            run.advance(until=START + weeks * WEEK)
        people = reputation(spared)
        drops.append(float((people - reputation(hit)).mean() / people.std()))
    return drops[0], drops[1]


@observable(unit="share", fact="S7", kind="direction", replications=60)
def share_firestorms_short_term_drop(parameters: Parameters, seed: int) -> float:
    """Whether a firestorm lowers mean reputation by 0.2 deviations or more after a month, against the same run without.

    A setback from the usual mix of clusters befalls a shop that 200 people follow; half are answered well next day.
    """
    return float(_drops(parameters, seed)[0] >= SMALL)


@observable(unit="share", fact="S7", kind="direction", replications=60)
def share_firestorms_long_term_drop(parameters: Parameters, seed: int) -> float:
    """Whether it is still lower by 0.2 deviations after half a year, when all that heals soon has healed."""
    return float(_drops(parameters, seed)[1] >= SMALL)


def _kept(parameters: Parameters, seed: int, second: str) -> float:
    """Mean reputation two months after a second slip, answered by *second*; the first was answered by an apology."""
    calm = with_numbers(parameters, hazards=NO_OTHERS | {"resurface": 0.0})
    run = a_shop(calm, seed, people=150, known_by=1.0, seasons=4, followed=True)
    _a_firestorm(run, "slip", "apologise", 0)
    run.advance(until=START + 8 * WEEK)
    _a_firestorm(run, "slip", second, 0)
    run.advance(until=START + 16 * WEEK)
    return float(reputation(run).mean())


@observable(unit="share of pairs", fact="S8", kind="direction", replications=20)
def repeated_identical_reply_worse_than_varied(parameters: Parameters, seed: int) -> float:
    """Whether the same apology again leaves a lower reputation than an explanation does, after a second slip.

    The first slip, two months before, was answered by an apology. An apology in new words would fit better than an
    explanation.
    """
    again, varied = (_kept(parameters, seed, words) for words in ("apologise", "explain"))
    return math.nan if again == varied else float(again < varied)  # a slip that nobody talks of


def _a_starter(parameters: Parameters, seed: int, *, social: bool) -> tuple[float, int]:
    """Reputation and sales of a starter after a year, with a plan that luck picks or without any social media."""

    def pick(about: int, most: int) -> int:
        return int(_luck(seed, 0, about) * (most + 1))

    hours = {
        Lever.CREATE: pick(911, 16), Lever.PROMOTE: pick(912, 8), Lever.REPLY: pick(913, 10),
        Lever.LISTEN: pick(914, 6), Lever.CONVERSE: pick(915, 8),
    }  # fmt: skip
    run = a_shop(parameters, seed, people=300, known_by=0.1, hours=hours if social else {})
    state = run.world.runners[0]
    if social:
        state.plan = state.week_plan = replace(state.plan, claims=pick(916, 4), voice=pick(917, 4))
    run.advance(until=52 * WEEK)
    return float(reputation(run).sum()), state.sales


@observable(unit="share", kind="direction", replications=40)
def share_firms_net_harmed_12_months(parameters: Parameters, seed: int) -> float:
    """Whether a starter's reputation or sales after twelve months lie below the same firm's without social media.

    The plan is drawn: up to 8 hours of posts, 4 of offers, 5 of replies, 3 of listening, 4 of talk a week; any voice
    and claims. Reputation is the sum of liking and trust over 300 people; same luck.
    """
    with_it, without = (_a_starter(parameters, seed, social=social) for social in (True, False))
    return float(with_it[0] < without[0] or with_it[1] < without[1])
