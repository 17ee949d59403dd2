"""Learning: practice, what failures teach, what watching is worth, and how firms take something up (T2, T5-T8)."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import numpy as np

from game.sim import engine
from game.sim.cause import Cause
from game.sim.clock import HOUR, WEEK
from game.sim.knack import first_views, knack, learn_from_others
from game.sim.luck import Luck
from game.sim.parameter import MILLION, Parameters
from game.sim.platform import MONTHS
from game.sim.practice import (
    from_failures,
    learn,
    learn_from_week,
    skill,
)
from game.sim.runner import Runner
from game.sim.state import Setback
from game.sim.world import World
from game.study.observables.observable import observable
from game.study.observables.platforms import PEOPLE, STANDARD, a_market, live
from game.study.observables.vignette import a_vignette

RUNNERS, WEEKS = 12, 260
SPEEDS = (0.003, 0.01, 0.03, 0.07, 0.15, 0.3, 0.5, 0.75, 1.0)
WATCHERS = (1, 3, 6, 9, 12)


def a_trade(parameters: Parameters, seed: int, runners: int) -> World:
    """A world of as many equal businesses, at its first midnight."""
    seats = tuple(
        Runner(id=f"shop-{n}", name=f"Shop {n}", seat=n == 0, on=("town",)) for n in range(runners)
    )
    return engine.build(a_vignette(parameters, runners=seats), Luck(((0, seed),)), 4)


@observable(unit="ratio", fact="T8", replications=3)
def time_or_error_ratio_per_doubling(parameters: Parameters, seed: int) -> float:
    """What is missing to full skill after twice the experience, over what was missing before: mean over 16 to 512."""
    world = a_trade(parameters, seed, 1)
    state, missing = world.runners[0], []
    for units in (16, 32, 64, 128, 256, 512):
        state.experience = {0: 0}
        learn(state, 0, units * 1000)
        missing.append(MILLION - skill(world, state, 0))
    return float(np.mean([later / before for before, later in pairwise(missing)]))


def _learned(
    parameters: Parameters, seed: int, *, posts: int = 0, noticed: int = 0, other: str = ""
) -> int:
    """Experience gained in one week with these own posts, of which some were noticed, or by watching another."""
    world = a_trade(parameters, seed, 2)
    state, rival = world.runners
    state.posts_before, state.experience = {0: posts}, {0: 0}
    world.ledger.book(0, "reactions", Cause.POSTS, noticed)
    world.ledger.close_week()
    state.listened = 2 * HOUR if other else 0
    if other == "failure":
        rival.setbacks.append(Setback("slip", 0, MILLION, 0, stage="spread"))
    if other == "success":
        rival.posts_before = {0: posts + 1}
    learn_from_week(world, state)
    return state.experience[0]


@observable(unit="holds", fact="T7", kind="direction", replications=3)
def learning_order(parameters: Parameters, seed: int) -> float:
    """One own success teaches more than one own failure, another's failure more than another's success.

    Own failures teach most in the middle: too many discourage.
    """
    own = _learned(parameters, seed, posts=1, noticed=2) > _learned(parameters, seed, posts=1)
    others = _learned(parameters, seed, other="failure") > _learned(
        parameters, seed, other="success"
    )
    rates = parameters.practice
    taught = [from_failures(rates, failures) for failures in (1, 8, 32)]
    return float(own and others and taught[0] < taught[1] > taught[2])


def _after_years(
    parameters: Parameters, seed: int, speed: float, watchers: int, tried: int
) -> tuple[float, float]:
    """Mean knack of watchers and of the others after five years; the others try out *tried* seconds a week."""
    practice = parameters.practice.model_copy(update={"copying": speed})
    world = a_trade(parameters.model_copy(update={"practice": practice}), seed, RUNNERS)
    world.views = first_views(world)
    for week in range(WEEKS):
        world.agenda.now = week * WEEK
        for state in world.runners:
            state.listened = 2 * HOUR if state.index < watchers else 0
            state.tried = 0 if state.index < watchers else tried
        learn_from_others(world)
    known = [knack(world, runner) / MILLION for runner in range(RUNNERS)]
    watching, trying = known[:watchers], known[watchers:]
    return float(np.mean(watching)), float(np.mean(trying)) if trying else float("nan")


@lru_cache(maxsize=16)
def _by_speed(parameters: Parameters, seed: int) -> tuple[float, ...]:
    return tuple(_after_years(parameters, seed, speed, RUNNERS, 0)[0] for speed in SPEEDS)


@observable(unit="share", kind="curve", replications=20)
def skill_by_adaptation_speed(parameters: Parameters, seed: int) -> tuple[float, ...]:
    """Twelve firms that learn only from what is commonly done: mean knack after five years, by speed of copying."""
    return _by_speed(parameters, seed)


@observable(unit="holds", kind="direction", replications=20)
def long_run_skill_inverted_u_in_adaptation_speed(parameters: Parameters, seed: int) -> float:
    """Mean of that curve over ten trades: its best speed is neither the slowest nor the fastest."""
    curves = [_by_speed(parameters, seed * 1000 + luck) for luck in range(10)]
    curve = np.mean(curves, axis=0)
    return float(0 < int(curve.argmax()) < len(SPEEDS) - 1)


@lru_cache(maxsize=16)
def _edges(parameters: Parameters, seed: int) -> tuple[float, ...]:
    edges = []
    for watchers in WATCHERS:
        explored = _after_years(
            parameters, seed, parameters.practice.copying, min(watchers, RUNNERS - 1), HOUR
        )
        alone = _after_years(parameters, seed, parameters.practice.copying, RUNNERS, 0)[0]
        edges.append((explored[0] if watchers < RUNNERS else alone) - explored[1])
    return tuple(edges)


@observable(unit="share", kind="curve", replications=10)
def watcher_minus_explorer_by_share(parameters: Parameters, seed: int) -> tuple[float, ...]:
    """Knack of watchers less that of explorers after five years, with 1, 3, 6, 9 and 12 watchers of twelve."""
    return _edges(parameters, seed)


@observable(unit="holds", kind="direction", replications=10)
def watcher_edge_shrinks_to_zero_as_all_watch(parameters: Parameters, seed: int) -> float:
    """What watchers know after five years less what explorers know: less where all watch than where few do."""
    edges = _edges(parameters, seed)
    return float(edges[-1] <= 0 and edges[-1] < max(edges[:2]))


@observable(unit="months", fact="T2", replications=5)
def months_for_adoption_to_double_from_12_percent(parameters: Parameters, seed: int) -> float:
    """Months from 12 to 24 % of 1,500 firms on a usual platform, each taking it up after those it knows."""
    users = live(a_market(parameters, seed), STANDARD, seed, years=8).users / PEOPLE
    first, last = int((users >= 0.12).argmax()), int((users >= 0.24).argmax())
    return (last - first) * 12 / MONTHS if last > first > 0 else float("nan")
