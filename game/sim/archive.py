"""The archive: old articles that people with a question find by searching (K5, K6).

Most articles are visited less and less; about one in ten compounds: it is visited more and more for half a year and
stays there. Who finds one reads it as a found view does. How people come across a runner otherwise is in
`discovery.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from game.sim.clock import WEEK
from game.sim.draws import SPAN, Ints, Purpose, draw_one
from game.sim.posts import PostKind, PostTable
from game.sim.tables import article_by_week

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World


def lasts(world: World, runner: int, key: int, second: int) -> int:
    """1 if the article of this *key* compounds, else 0: luck, and nothing else."""
    luck = draw_one(world.seed(second), Purpose.COMPOUNDS, runner, key)
    return int(luck < int(world.parameters.content.compounding * SPAN))


def articles_of(world: World, state: RunnerState, among: Ints | None = None) -> Ints:
    """The numbers of the runner's articles that can still be found: on open places where people search.

    *among* are the numbers of all articles, where they are known.
    """
    searched = [number for number in state.joined if world.places[number].definition.searched]
    posts = world.posts
    found = all_articles(posts) if among is None else among
    if not searched or not len(found):
        return found[:0]
    found = found[posts.column("runner")[found] == state.index]
    place = posts.column("place")[found]
    there = place == searched[0]
    for number in searched[1:]:
        there |= place == number
    mine: Ints = found[there]
    return mine


def all_articles(posts: PostTable) -> Ints:
    """The numbers of all articles, whoever wrote them."""
    found: Ints = (posts.column("kind") == int(PostKind.ARTICLE)).nonzero()[0]
    return found


def worth_of(world: World, articles: Ints) -> Ints:
    """What each article is worth to searchers now, in thousandths of a new one."""
    content = world.parameters.content
    table = article_by_week(
        content.article_half_life_weeks, content.compounding_weeks, content.compounding_to
    )
    age = np.minimum(
        (world.now - world.posts.column("second")[articles]) // WEEK, table.shape[1] - 1
    )
    worth: Ints = table[world.posts.column("lasts")[articles], np.maximum(age, 0)]
    return worth


def search_chance(world: World, worth: Ints) -> int:
    """Chance (of `SPAN`) a week that a person with a question finds one of these articles: more of them, more often."""
    content = world.parameters.content
    archive = int(worth.sum()) / 1000
    return int(content.searchers * archive / (archive + content.full_archive) * SPAN)


class Archive(NamedTuple):
    """What can be found of a runner by searching: its articles, the worth of each, the chance (of `SPAN`) a week."""

    articles: Ints
    worth: Ints
    chance: int

    @classmethod
    def of(cls, world: World, state: RunnerState, among: Ints | None = None) -> Archive:
        """The archive of a runner now; *among* are the numbers of all articles, where they are known."""
        articles = articles_of(world, state, among)
        if not len(articles):
            return cls(articles, articles, 0)
        worth = worth_of(world, articles)
        return cls(articles, worth, search_chance(world, worth))


def found_by(articles: Ints, worth: Ints, share: Ints) -> Ints:
    """Which article each searcher finds, given a *share* in [0, `SPAN`) of the whole worth."""
    bounds = worth.cumsum()
    place = bounds.searchsorted(share * int(bounds[-1]) // SPAN, side="right")
    chosen: Ints = articles[np.minimum(place, len(articles) - 1)]
    return chosen
