"""Background businesses: starters of all sorts whose luck, hours and patience differ, and what becomes of them.

How a single business fares by what it does is measured next door, one mechanism a file. Here nobody is singled out: a
street of twelve starters, of whom some blog, some give up, and few do everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar, NamedTuple

import numpy as np

from game.sim.cause import Cause
from game.sim.clock import DAY, WEEK, WEEKS_PER_YEAR
from game.sim.decision import Decision, Request
from game.sim.draws import SPAN, Ints, Purpose, draw_one
from game.sim.lever import SOCIAL_LEVERS, Lever
from game.sim.parameter import Parameters
from game.sim.plan import HalfHours
from game.sim.posts import PostKind
from game.sim.run import Run
from game.sim.runner import Runner
from game.sim.strategy import Strategy
from game.sim.tables import Reals
from game.study.observables.observable import observable
from game.study.observables.standard import BLOG, NETWORK
from game.study.observables.vignette import Held, a_vignette

STARTERS, PEOPLE, WEEKS = 12, 300, 104
WINDOW_DAYS, MONTH_DAYS, STILL_BLOGS_DAYS = 51, 28, 120
HALF_YEAR_WEEKS = 26
LEVERS = (Lever.CREATE, Lever.PROMOTE, Lever.REPLY, Lever.CONVERSE)
MOST_HALF_HOURS = (12, 4, 6, 6)
BY_PLATFORM = (Cause.OFFERS, Cause.REPLY, Cause.AUTOMATIC)


@dataclass(frozen=True)
class Starter(Strategy):
    """Keeps a plan; after so many seasons in a row without more sales than in the one before, gives up for good."""

    patience: int
    name: ClassVar[str] = "starter"

    def decide(self, request: Request) -> Decision:
        """Go on, or put the social hours back on the shop floor, as many levers a season as there are moves."""
        view = request.view
        if request.kind != "plan" or not self.has_enough(view.history("sales")):  # type: ignore[arg-type]  # no light covers it
            return request.default
        spent = [lever for lever in SOCIAL_LEVERS if view.plan.hours_of(lever)]
        moves = [HalfHours(lever, Lever.SHOP, view.plan.hours_of(lever)) for lever in spent]
        return Decision(moves=tuple(moves[: view.moves_left]))

    def has_enough(self, sales: tuple[int, ...]) -> bool:
        """Whether sales by week have not risen for too many seasons in a row, at any time so far."""
        seasons = [sum(sales[week - 13 : week]) for week in range(13, len(sales) + 1, 13)]
        disappointed = 0
        for before, now in pairwise(seasons):
            disappointed = disappointed + 1 if now <= before else 0
            if disappointed >= self.patience:
                return True
        return False


def _pick(seed: int, starter: int, about: int, most: int) -> int:
    return draw_one(seed, Purpose.STRATEGY, starter, 950 + about) * (most + 1) // SPAN


def blogs(seed: int, starter: int) -> bool:
    """Whether a starter has a blog beside the network: every other."""
    return _pick(seed, starter, 10, 1) == 1


class Street(NamedTuple):
    """The finished run, and the seconds of two-way contact by starter and person: *before* and *then*, in mid-year."""

    run: Run
    before: Ints
    then: Ints


@lru_cache(maxsize=32)
def street(parameters: Parameters, seed: int) -> Street:
    """Two years of twelve starters among three hundred people, on a network, half of them with a blog.

    Each spends up to 6 hours a week on posts, 2 on offers, 3 on replies and 3 on talk, by luck, and has the patience of
    one to four seasons.
    """
    runners, cast = [], {}
    for nth in range(STARTERS):
        hours = {
            lever: _pick(seed, nth, about, most)
            for about, (lever, most) in enumerate(zip(LEVERS, MOST_HALF_HOURS, strict=True))
        }
        id, places = f"starter-{nth}", ("blog", "network") if blogs(seed, nth) else ("network",)
        runners.append(
            Runner(
                id=id, name=id, seat=nth == 0, on=places, known_by=0.02, purse_hours=7, opens_with=hours
            )
        )  # fmt: skip
        cast[id] = Starter(patience=1 + _pick(seed, nth, 11, 3))
    scenario = a_vignette(
        parameters, people=PEOPLE, seasons=WEEKS // 13, places=(NETWORK, BLOG), runners=runners,
        market={"catchment": 0.5},
    )  # fmt: skip
    run = Run(scenario, seed, strategies=cast)
    contact = []
    for days in (HALF_YEAR_WEEKS * 7 - MONTH_DAYS, HALF_YEAR_WEEKS * 7):
        run.advance(until=days * DAY)
        contact.append(run.world.relations.contact.copy().reshape(STARTERS, PEOPLE))
    return Street(run.finish(), *contact)


def _posts_since(run: Run, week: int) -> Ints:
    posts = run.world.posts
    recent = posts.column("second") >= week * WEEK
    return np.bincount(posts.column("runner")[recent], minlength=STARTERS)


def _follows(run: Run, until: int) -> Ints:
    """Who follows whom (runners by people) when day *until* begins."""
    follows = np.zeros((STARTERS, PEOPLE), dtype=np.int64)
    for days, runner, person, change, _ in run.world.ledger.follow_changes:
        earlier = days < until
        np.add.at(follows, (runner[earlier], person[earlier]), change[earlier])
    return follows


def _share(of: int, among: int) -> float:
    return of / among if among else float("nan")


@observable(unit="share", replications=10)
def share_npc_blogs_active_after_24_months(parameters: Parameters, seed: int) -> float:
    """Of the starters who wrote on a blog of theirs: share with an article in the last 120 days of two years."""
    posts = street(parameters, seed).run.world.posts
    articles = posts.column("kind") == int(PostKind.ARTICLE)
    late = articles & (posts.column("second") >= WEEKS * WEEK - STILL_BLOGS_DAYS * DAY)
    wrote, writes = (set(posts.column("runner")[which].tolist()) for which in (articles, late))
    return _share(len(writes), len(wrote))


@observable(unit="correlation", replications=20)
def spearman_followers_vs_engagement_per_post(parameters: Parameters, seed: int) -> float:
    """Rank correlation of followers and reactions a post, over the starters who posted in the last half of two years.

    Twelve starters a luck: twenty lucks are 240.
    """
    run = street(parameters, seed).run
    posts = _posts_since(run, WEEKS - HALF_YEAR_WEEKS)
    some = [nth for nth in range(STARTERS) if posts[nth]]
    if len(some) < 3:
        return float("nan")
    followers = [run.timeline(f"starter-{nth}", "followers")[-1] for nth in some]
    reactions = [
        sum(run.timeline(f"starter-{nth}", "reactions")[-HALF_YEAR_WEEKS:]) / posts[nth]
        for nth in some
    ]
    ranks = [_ranks(np.array(values, dtype=np.float64)) for values in (followers, reactions)]
    if not all(one.std() for one in ranks):
        return float("nan")
    return float(np.corrcoef(ranks[0], ranks[1])[0, 1])


def _ranks(values: Reals) -> Reals:
    """Mean ranks: equal values share one."""
    below = (values[:, None] > values).sum(axis=1)
    equal = (values[:, None] == values).sum(axis=1)
    ranks: Reals = below + (equal + 1) / 2
    return ranks


@observable(unit="share", replications=10)
def share_accounts_two_way_with_over_half_ties(parameters: Parameters, seed: int) -> float:
    """Starters in two-way contact with over half of their followers in the last four weeks of their first half year.

    Contact is a message answered, help or talk. People have no accounts of their own in this model: businesses alone
    are counted, those with a follower.
    """
    made = street(parameters, seed)
    follows = _follows(made.run, HALF_YEAR_WEEKS * 7) > 0
    there = follows.sum(axis=1)
    close = ((made.then > made.before) & follows).sum(axis=1)
    return _share(int((2 * close > there)[there > 0].sum()), int((there > 0).sum()))


@observable(unit="share", replications=10)
def share_users_unfollowing_once_in_51_days(parameters: Parameters, seed: int) -> float:
    """Of the people who follow any starter after a year: share who stop following one of them within 51 days."""
    run, start = street(parameters, seed).run, WEEKS_PER_YEAR * 7
    active = (_follows(run, start) > 0).any(axis=0)
    stopped = np.zeros(PEOPLE, dtype=bool)
    for days, _, person, change, _ in run.world.ledger.follow_changes:
        within = (days >= start) & (days < start + WINDOW_DAYS) & (change < 0)
        stopped[person[within]] = True
    return _share(int((stopped & active).sum()), int(active.sum()))


def _closed(run: Run, starter: int, until_week: int) -> bool:
    """Whether a sale came by an offer, an answered enquiry or a machine's message, or to somebody who followed then."""
    changes = [
        (int(day), int(person), int(change))
        for block in run.world.ledger.follow_changes
        for day, runner, person, change, _ in block.T.tolist()
        if runner == starter
    ]
    for second, person, cause in run.world.runners[starter].purchases:
        if second >= until_week * WEEK:
            continue
        followed = sum(
            change for day, who, change in changes if who == person and day < second // DAY
        )
        if Cause(cause) in BY_PLATFORM or followed > 0:
            return True
    return False


@observable(unit="share", replications=10)
def p_closed_deal_under_6_months(parameters: Parameters, seed: int) -> float:
    """Share of all starters with a sale won through the platforms in their first half year.

    Won: by an offer, an answered enquiry, a machine's message, or by somebody who followed when they bought.
    """
    run = street(parameters, seed).run
    return _share(sum(_closed(run, nth, HALF_YEAR_WEEKS) for nth in range(STARTERS)), STARTERS)


@observable(unit="share", kind="curve", replications=10)
def p_closed_deal_24m_plus_survivors(parameters: Parameters, seed: int) -> tuple[float, float]:
    """Share with a sale won through the platforms within two years: of the starters who still post, and of all.

    Still active is who posted in the last thirteen weeks.
    """
    run = street(parameters, seed).run
    active = _posts_since(run, WEEKS - 13) > 0
    closed = np.array([_closed(run, nth, WEEKS) for nth in range(STARTERS)])
    return _share(int((closed & active).sum()), int(active.sum())), float(closed.mean())


@observable(unit="ratio", replications=10)
def collector_leads_1000_vs_500_followers(parameters: Parameters, seed: int) -> float:
    """Enquiries to a collector in twelve weeks with a thousand followers at the start, over those with five hundred.

    Nobody knows it but from there; it posts briefly for six hours a week, offers for two, and replies for one.
    """
    leads = [_leads(parameters, seed, count) for count in (1000, 500)]
    return leads[0] / leads[1] if leads[1] else float("nan")


def _leads(parameters: Parameters, seed: int, followers: int) -> int:
    hours = {Lever.CREATE: 12, Lever.PROMOTE: 4, Lever.REPLY: 2}
    seat = Runner(
        id="you", name="You", seat=True, on=("network",), known_by=0, purse_hours=9, opens_with=hours
    )  # fmt: skip
    scenario = a_vignette(parameters, people=2000, seasons=1, places=(NETWORK,), runners=(seat,))
    run = Run(scenario, seed, strategies={"you": Held()})
    run.world.relations.follows[:followers] = 1
    run.advance(until=12 * WEEK)
    return sum(line.what == "asked" and line.detail == "enquiry" for line in run.world.ledger.log)
