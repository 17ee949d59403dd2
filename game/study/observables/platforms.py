"""Platforms: how they grow, how they are left, and what is left of them after fifteen years (P1, P5, P7).

The engine's monthly step of one place, in a market where nothing else happens.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.sim import engine
from game.sim.clock import WEEK
from game.sim.draws import Ints, Purpose, draw_one
from game.sim.luck import Luck
from game.sim.parameter import Parameters
from game.sim.place import Place
from game.sim.platform import (
    MONTH_WEEKS,
    MONTHS,
    come_and_go,
    faded,
    first_members,
    minutes_per_account,
)
from game.sim.state import PlaceState
from game.sim.tables import BITS, log_normal
from game.sim.world import World
from game.study.observables.observable import observable
from game.study.observables.vignette import a_vignette

YEARS = 15
PEOPLE = 1500
RANDOM_PEOPLE, RANDOM_PLACES = 500, 200
DEAD = 0.1  # of the peak
BET_YEARS, LATE_YEARS = 10, 2

#: Priors of a random platform: median and spread (sigma) of log-normals, by field of a place. Assumed, about the
#: platforms whose growth is on record: Facebook-like p 0.01 q 0.32, Twitter-like q 0.69, MySpace-like q 2.15.
PRIORS = {
    "innovation": (0.010, 0.7),
    "imitation": (0.7, 0.6),
    "abandonment": (0.25, 1.6),
    "company_needed": (0.05, 0.5),
    "retention": (0.85, 0.1),
}
LIMITS = {
    "innovation": 1.0,
    "imitation": 5.0,
    "abandonment": 20.0,
    "company_needed": 0.6,
    "retention": 0.98,
}

STANDARD = Place(
    id="standard", name="A platform", opens_week=0, starting_share=0.05, innovation=0.01, imitation=0.8,
    company_needed=0.05,
)  # fmt: skip


def a_market(parameters: Parameters, seed: int, people: int = PEOPLE) -> World:
    """People and their contacts, and nothing that happens."""
    return engine.build(a_vignette(parameters, people=people), Luck(((0, seed),)), 4)


class Life(NamedTuple):
    """A place month by month: its users and the accounts ever opened; the month in which it closed, or -1."""

    users: Ints
    accounts: Ints
    closed: int


def live(world: World, place: Place, seed: int, *, years: int = YEARS, number: int = 0) -> Life:
    """The life of *place* from its opening."""
    state = PlaceState(
        place, first_members(place, world.people, world.parameters.platforms, seed, number)
    )
    users, accounts, closed = [], [], -1
    for month in range(years * MONTHS):
        week = month * MONTH_WEEKS
        world.agenda.now = week * WEEK
        come_and_go(world, state, number, week)
        users.append(int((state.members != 0).sum()))
        accounts.append(int(state.registered.sum()))
        if faded(world, state, week):
            closed = month
            break
    return Life(np.array(users), np.array(accounts), closed)


def bass(users: Ints, market: int) -> tuple[float, float]:
    """P and q a year, by regressing each month's growth on users and their square, up to the peak (Bass 1969)."""
    peak = int(users.argmax())
    level, growth = users[:peak].astype(float), np.diff(users[: peak + 1]).astype(float)
    if peak < 6:
        return float("nan"), float("nan")
    a, b, c = np.linalg.lstsq(
        np.stack([np.ones(peak), level, level**2], axis=1), growth, rcond=None
    )[0]
    root = b * b - 4 * a * c
    if root < 0 or c == 0:
        return float("nan"), float("nan")
    ceiling = max((-b - root**0.5) / (2 * c), (-b + root**0.5) / (2 * c))
    ceiling = min(max(ceiling, float(users.max())), float(market))
    return a / ceiling * MONTHS, -c * ceiling * MONTHS


@lru_cache(maxsize=8)
def _standard(parameters: Parameters, seed: int) -> Life:
    return live(a_market(parameters, seed), STANDARD, seed)


@observable(unit="a year", fact="P1")
def bass_p_of_platform(parameters: Parameters, seed: int) -> float:
    """Bass p fitted to the users of one usual platform (p 0.01, q 0.8 by contact) up to its peak."""
    return bass(_standard(parameters, seed).users, PEOPLE)[0]


@observable(unit="a year", fact="P1")
def bass_q_of_platform(parameters: Parameters, seed: int) -> float:
    """Bass q fitted to the same."""
    return bass(_standard(parameters, seed).users, PEOPLE)[1]


@observable(unit="users", kind="curve")
def users_by_year(parameters: Parameters, seed: int) -> tuple[float, ...]:
    """Active users at each of fifteen years' ends, of 1,500 people, of the same platform."""
    users = _standard(parameters, seed).users
    padded = np.pad(users, (0, YEARS * MONTHS - len(users)))
    return tuple(float(one) for one in padded[MONTHS - 1 :: MONTHS])


@observable(unit="share", kind="curve")
def active_share_of_accounts_by_year(parameters: Parameters, seed: int) -> tuple[float, ...]:
    """Of all accounts ever opened there: share in use at each of fifteen years' ends; 0 once it has closed."""
    life = _standard(parameters, seed)
    share = np.zeros(YEARS * MONTHS)
    share[: len(life.users)] = life.users / np.maximum(life.accounts, 1)
    return tuple(float(one) for one in share[MONTHS - 1 :: MONTHS])


@observable(unit="share", fact="P5")
def share_new_accounts_inactive_after_1_month(parameters: Parameters, seed: int) -> float:
    """Usual platform, first three years: accounts opened and not kept, of all opened."""
    world = a_market(parameters, seed)
    state = PlaceState(
        STANDARD, first_members(STANDARD, world.people, parameters.platforms, seed, 0)
    )
    opened = kept = 0
    for month in range(3 * MONTHS):
        before = state.registered.copy()
        world.agenda.now = month * MONTH_WEEKS * WEEK
        come_and_go(world, state, 0, month * MONTH_WEEKS)
        new = (state.registered != 0) & (before == 0)
        opened += int(new.sum())
        kept += int((new & (state.members != 0)).sum())
    return 1 - kept / opened if opened else float("nan")


GHOST = STANDARD.model_copy(
    update={
        "innovation": 0.07,
        "imitation": 0.05,
        "trials": 8.0,
        "retention": 0.75,
        "company_needed": 0.4,
    }
)
LIVELY = STANDARD.model_copy(update={"imitation": 1.2, "trials": 0.3})


@observable(unit="ratio", fact="P7")
def minutes_per_user_ratio_best_to_worst(parameters: Parameters, seed: int) -> float:
    """Minutes a month for each account, of a lively place over a ghost town that all were pushed into.

    Mean of the last twelve months: of five years, and of the ghost town's two.
    """
    minutes = []
    for place in (LIVELY, GHOST):
        world = a_market(parameters, seed)
        state = PlaceState(place, first_members(place, world.people, parameters.platforms, seed, 0))
        by_month = []
        for month in range((5 if place is LIVELY else 2) * MONTHS):
            world.agenda.now = month * MONTH_WEEKS * WEEK
            come_and_go(world, state, 0, month * MONTH_WEEKS)
            by_month.append(minutes_per_account(world, state))
        minutes.append(sum(by_month[-MONTHS:]) / MONTHS)
    return minutes[0] / minutes[1] if minutes[1] else float("nan")


def a_random_place(seed: int, number: int) -> Place:
    """A platform drawn from the priors."""
    values = {}
    for place, (name, (median, spread)) in enumerate(PRIORS.items()):
        luck = draw_one(seed, Purpose.PERSON, number, 100 + place)
        value = float(log_normal(1_000_000, spread)[luck >> BITS]) / 1_000_000 * median
        values[name] = min(LIMITS[name], value)
    return STANDARD.model_copy(update=values)


@lru_cache(maxsize=3)
def random_lives(parameters: Parameters, seed: int) -> tuple[Life, ...]:
    """Fifteen years of two hundred random platforms in one market, each by itself."""
    world = a_market(parameters, seed, RANDOM_PEOPLE)
    return tuple(
        live(world, a_random_place(seed, number), seed, number=number)
        for number in range(RANDOM_PLACES)
    )


def _median_bass(parameters: Parameters, seed: int, which: int) -> float:
    fits = [bass(life.users, RANDOM_PEOPLE)[which] for life in random_lives(parameters, seed)]
    return float(np.nanmedian(fits))


@observable(unit="a year", replications=3)
def median_bass_q_over_200_random_platforms(parameters: Parameters, seed: int) -> float:
    """Median Bass q, fitted up to the peak, over two hundred platforms drawn from the priors."""
    return _median_bass(parameters, seed, 1)


@observable(unit="a year", replications=3)
def median_bass_p_over_200_random_platforms(parameters: Parameters, seed: int) -> float:
    """Median Bass p over the same."""
    return _median_bass(parameters, seed, 0)


def _decliners(parameters: Parameters, seed: int) -> list[Ints]:
    lives = [life.users for life in random_lives(parameters, seed)]
    return [users for users in lives if users[-1] < 0.9 * users.max()]


@observable(unit="years", replications=3)
def median_age_at_peak_years_of_decliners(parameters: Parameters, seed: int) -> float:
    """Of the same platforms, those that fall below nine tenths of their peak: median age at the peak."""
    return float(np.median([users.argmax() / MONTHS for users in _decliners(parameters, seed)]))


@observable(unit="share", replications=3)
def worst_one_year_change_of_decliners(parameters: Parameters, seed: int) -> float:
    """Of these: median of the worst change of users over one year, as a share; the year of closing counts."""
    worst = []
    for users in _decliners(parameters, seed):
        later, earlier = users[MONTHS:].astype(float), users[:-MONTHS].astype(float)
        if len(later) and earlier.min() > 0:
            worst.append(float((later / earlier - 1).min()))
    return float(np.median(worst)) if worst else float("nan")


@observable(unit="share", replications=3)
def share_first_entrant_bets_on_dead_platforms(parameters: Parameters, seed: int) -> float:
    """Share of the same platforms that are closed, or below a tenth of their peak, ten years after they opened."""
    return float(np.mean([_is_dead(life) for life in random_lives(parameters, seed)]))


@observable(unit="share", replications=3)
def share_late_entrant_bets_on_dead_platforms(parameters: Parameters, seed: int) -> float:
    """The same share of those on which one bets who waits two years: where half of the most users are still there."""
    seen = [life.users[: LATE_YEARS * MONTHS] for life in random_lives(parameters, seed)]
    lives = [
        life
        for life, users in zip(random_lives(parameters, seed), seen, strict=True)
        if len(users) == LATE_YEARS * MONTHS and 2 * users[-1] >= users.max()
    ]
    return float(np.mean([_is_dead(life) for life in lives])) if lives else float("nan")


def _is_dead(life: Life) -> bool:
    """Whether a bet made when the platform opened has ended, ten years later, where hardly anybody is."""
    users = life.users[: BET_YEARS * MONTHS]
    return len(users) < BET_YEARS * MONTHS or bool(users[-1] < DEAD * users.max())


@observable(unit="ratio")
def reach_ratio_retention_070_vs_040(parameters: Parameters, seed: int) -> float:
    """Users after five years where people come by themselves and all are lonely: retention 0.70 over 0.40."""
    users = []
    for retention in (0.70, 0.40):
        place = STANDARD.model_copy(
            update={
                "retention": retention,
                "imitation": 0.0,
                "innovation": 0.05,
                "company_needed": 1.0,
            }
        )
        users.append(float(live(a_market(parameters, seed), place, seed, years=5).users[-1]))
    return users[0] / users[1] if users[1] else float("nan")


@observable(unit="months")
def months_preview_to_cancel_low_retention(parameters: Parameters, seed: int) -> float:
    """A place opened by invitation with monthly retention 0.3: months until its operator gives it up.

    No operator gives up in the first year; a place that is empty by then ends 56 weeks after it opened.
    """
    place = STANDARD.model_copy(
        update={"retention": 0.3, "invitation": True, "starting_share": 0.05, "company_needed": 0.3}
    )
    closed = live(a_market(parameters, seed), place, seed).closed
    return closed * MONTH_WEEKS / 4.345 if closed >= 0 else float("nan")


@observable(unit="holds", kind="direction")
def same_cost_shock_kills_sparse_not_dense_platform(parameters: Parameters, seed: int) -> float:
    """As many members, scattered or in whole neighbourhoods, when staying begins to need more company.

    After two years the scattered place has lost nine tenths or more, the dense one has kept half.
    """
    left = []
    for dense in (False, True):
        world = a_market(parameters, seed)
        place = STANDARD.model_copy(
            update={"retention": 0.6, "company_needed": 0.5, "innovation": 0.0, "imitation": 0.1}
        )
        members = np.zeros(PEOPLE, dtype=np.int64)
        if dense:
            members[: PEOPLE // 4] = 1
        else:
            members[::4] = 1
        state = PlaceState(place, members)
        for month in range(2 * MONTHS):
            world.agenda.now = month * MONTH_WEEKS * WEEK
            come_and_go(world, state, 0, month * MONTH_WEEKS)
        left.append(float((state.members != 0).sum()) / (PEOPLE // 4))
    return float(left[0] <= 0.1 and left[1] >= 0.5)
