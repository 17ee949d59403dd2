"""Articles: a blog's archive, what it brings by searching, and what giving brings in followers (K5, K6)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.sim.clock import WEEK
from game.sim.draws import Ints
from game.sim.lever import Lever
from game.sim.parameter import Parameters
from game.sim.run import Run
from game.sim.runner import Runner
from game.study.observables.observable import observable
from game.study.observables.standard import BLOG, NETWORK
from game.study.observables.vignette import Held, a_vignette, lived

PEOPLE = 3000
WEEKS = 104
EASY_TO_FIND = 0.05  # so that two years give visits enough to count


class Blog(NamedTuple):
    """A blog after two years: visits by searchers of each article, which of them compound, and both week by week."""

    visits: Ints
    lasts: Ints
    articles: tuple[int, ...]
    all_visits: tuple[int, ...]


@lru_cache(maxsize=8)
def _blog(parameters: Parameters, seed: int) -> Blog:
    content = parameters.content.model_copy(update={"searchers": EASY_TO_FIND})
    easy = parameters.model_copy(update={"content": content})
    writer = Runner(
        id="you", name="You", seat=True, on=("blog",), known_by=0.02, purse_hours=6, opens_with={Lever.CREATE: 7}
    )  # fmt: skip
    scenario = a_vignette(easy, people=PEOPLE, seasons=8, places=(BLOG,), runners=(writer,))
    run = Run(scenario, seed, strategies={"you": Held()}, weeks=WEEKS)
    articles, visits = [], []
    for week in range(1, WEEKS + 1):
        run.advance(week * WEEK - 1)
        articles.append(run.world.posts.count)
        visits.append(int(run.world.posts.visits.sum()))
    posts = run.world.posts
    return Blog(posts.visits.copy(), posts.column("lasts").copy(), tuple(articles), tuple(visits))


@observable(unit="ratio", fact="K5", replications=20)
def lifetime_visits_compounding_over_decaying_article(parameters: Parameters, seed: int) -> float:
    """Visits by searchers over two years: mean of a compounding article of the first quarter over that of another."""
    blog = _blog(parameters, seed)
    early = np.arange(len(blog.visits)) < len(blog.visits) // 4
    compounding, decaying = (
        blog.visits[early & (blog.lasts == 1)],
        blog.visits[early & (blog.lasts == 0)],
    )
    if not len(compounding) or not decaying.sum():
        return float("nan")
    return float(compounding.mean() / decaying.mean())


@observable(unit="share", replications=20)
def traffic_share_top_decile_of_blog_posts(parameters: Parameters, seed: int) -> float:
    """A blog of a hundred articles or more after two years: share of the visits by searchers to the top tenth."""
    visits = np.sort(_blog(parameters, seed).visits)[::-1]
    if len(visits) < 100 or not visits.sum():
        return float("nan")
    return float(visits[: len(visits) // 10].sum() / visits.sum())


@observable(unit="ratio", fact="K6", replications=20)
def leads_52plus_over_24_to_51_articles(parameters: Parameters, seed: int) -> float:
    """Visits by searchers a week, of whom a fixed share ask, with 52 articles or more over those with 24 to 51."""
    blog = _blog(parameters, seed)
    weekly = np.diff((0, *blog.all_visits))
    articles = np.array(blog.articles)
    some, many = (articles >= 24) & (articles <= 51), articles >= 52
    if not many.any() or not weekly[some].sum():
        return float("nan")
    return float(weekly[many].mean() / weekly[some].mean())


@observable(unit="ratio", replications=10)
def follower_ratio_give_first_vs_about_me(parameters: Parameters, seed: int) -> float:
    """Followers after a year of one who writes and helps, over those of one who spends the same hours on offers."""
    followers = []
    for hours in ({Lever.CREATE: 8, Lever.HELP: 4}, {Lever.PROMOTE: 12}):
        runner = Runner(
            id="you", name="You", seat=True, on=("network",), known_by=0.05, opens_with=hours
        )
        scenario = a_vignette(parameters, people=600, places=(NETWORK,), runners=(runner,))
        run = lived(scenario, seed, weeks=52)
        followers.append(run.timeline("you", "followers")[-1])
    return followers[0] / followers[1] if followers[1] else float("nan")
