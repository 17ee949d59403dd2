"""Content: how a post is seen, answered and passed on, and how that fades (K1-K3, K8-K10, K12).

Many posts are published at once into a small town in which everybody follows; what the engine resolves is counted.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from game.sim import engine
from game.sim.clock import DAY, HOUR
from game.sim.draws import Flags, Ints
from game.sim.kernels.reference_views import reactions, shares
from game.sim.kernels.viewing import Views
from game.sim.luck import Luck
from game.sim.parameter import Parameters, millionths
from game.sim.place import Place
from game.sim.posting import draft_post
from game.sim.posts import PostFacts, PostKind
from game.sim.publishing import fill_streams, publish
from game.sim.views import joined
from game.sim.world import World
from game.study.observables.observable import observable
from game.study.observables.standard import BLOG, MICROBLOG, NETWORK, PROFESSIONAL
from game.study.observables.vignette import a_vignette

USUAL_QUALITY = 800_000
FOLLOWERS = 100  # of a small firm's account
POSTS = 400
MORNING_POST = 9 * HOUR
RUNNERS_IN_A_STREAM, POSTS_A_WEEK_EACH = 14, 350


class Seen(NamedTuple):
    """What became of the posts: their views, what is known of each view's post, and how many posts there were."""

    views: Views
    facts: PostFacts
    posts: int
    later: int  # how often what was passed on is passed on again, in millionths of the first time

    def per_post(self, which: Flags) -> Ints:
        """How many of the views that *which* marks each post has."""
        return np.bincount(self.views.post[which], minlength=self.posts)

    @property
    def reacts(self) -> Flags:
        """Which views end in a reaction."""
        return reactions(self.views, self.facts)

    @property
    def passed_on(self) -> Flags:
        """Which views end in sharing."""
        return shares(self.views, self.facts, self.later)

    @property
    def writes(self) -> Flags:
        """Which views end in a message."""
        found: Flags = self.views.luck < self.facts["message"]
        return found

    @property
    def delay(self) -> Ints:
        """Seconds from the post to the view."""
        found: Ints = self.views.second - self.facts["second"]
        return found


def a_town(parameters: Parameters, seed: int, place: Place, people: int) -> World:
    """A world in which everybody follows one runner on one place, at its first midnight."""
    scenario = a_vignette(parameters, people=people, places=(place,))
    world = engine.build(scenario, Luck(((0, seed),)), 52)
    world.relations.follows[:] = 1
    return world


def published(
    world: World, posts: int, *, kind: PostKind = PostKind.POST, voice: int = 2, a_day: int = 1
) -> Seen:
    """Let the runner publish *posts* posts, *a_day* of them on each day, and resolve who sees them."""
    state = world.runners[0]
    for number in range(posts):
        day, nth = divmod(number, a_day)
        second = day * DAY + MORNING_POST + nth * (12 * HOUR // a_day)
        draft_post(world, state, 0, kind, USUAL_QUALITY, second, nth, bold=0, voice=voice)
    publish(world)
    views = joined([*world.today, *world.not_seen_yet()])
    later = millionths(world.parameters.content.later_shares)
    return Seen(views, world.posts.facts(views.post), posts, later)


@lru_cache(maxsize=64)
def _usual(parameters: Parameters, seed: int, place: Place) -> Seen:
    return published(a_town(parameters, seed, place, FOLLOWERS), POSTS)


@observable(unit="share", fact="K3")
def share_posts_without_reaction(parameters: Parameters, seed: int) -> float:
    """Of 400 microblog posts of an account with a hundred followers: share without reaction, reply or share."""
    seen = _usual(parameters, seed, MICROBLOG)
    return float((seen.per_post(seen.reacts | seen.writes | seen.passed_on) == 0).mean())


@observable(unit="share")
def share_posts_with_a_reply(parameters: Parameters, seed: int) -> float:
    """Of the same posts: share to which at least one follower writes back."""
    seen = _usual(parameters, seed, MICROBLOG)
    return float((seen.per_post(seen.writes) > 0).mean())


@observable(unit="share", fact="K3")
def share_posts_shared(parameters: Parameters, seed: int) -> float:
    """Of the same posts: share that at least one follower passes on."""
    seen = _usual(parameters, seed, MICROBLOG)
    return float((seen.per_post(seen.passed_on) > 0).mean())


@observable(unit="holds", fact="K1", kind="direction")
def half_life_order_microblog_social_network_blog(parameters: Parameters, seed: int) -> float:
    """Median time from post to view: microblog, network, professional, blog, each within 25 % of what is declared."""
    places = (MICROBLOG, NETWORK, PROFESSIONAL, BLOG)
    medians = [float(np.median(_usual(parameters, seed, place).delay)) / HOUR for place in places]
    near = all(abs(m / p.half_life_hours - 1) < 0.25 for m, p in zip(medians, places, strict=True))
    return float(near and medians == sorted(medians))


@lru_cache(maxsize=8)
def _repost_hours(parameters: Parameters, seed: int) -> Ints:
    seen = published(a_town(parameters, seed, MICROBLOG, 1000), 1500)
    return seen.delay[seen.passed_on] // HOUR


def _reposts_in(parameters: Parameters, seed: int, hour: int) -> int:
    return int((_repost_hours(parameters, seed) == hour - 1).sum())


@observable(unit="share", fact="K2", replications=5)
def share_of_reposts_in_first_hour(parameters: Parameters, seed: int) -> float:
    """Microblog: share of all passing on by followers that happens within an hour of the post."""
    hours = _repost_hours(parameters, seed)
    return float((hours == 0).mean()) if len(hours) else float("nan")


@observable(unit="ratio", replications=5)
def retweets_hour2_over_hour1(parameters: Parameters, seed: int) -> float:
    """Microblog: posts passed on in the second hour over those in the first."""
    first = _reposts_in(parameters, seed, 1)
    return _reposts_in(parameters, seed, 2) / first if first else float("nan")


@observable(unit="ratio", replications=5)
def retweets_hour3_over_hour2(parameters: Parameters, seed: int) -> float:
    """Microblog: posts passed on in the third hour over those in the second."""
    second = _reposts_in(parameters, seed, 2)
    return _reposts_in(parameters, seed, 3) / second if second else float("nan")


@observable(unit="share of all reactions", kind="curve", replications=5)
def response_by_hour(parameters: Parameters, seed: int) -> tuple[float, ...]:
    """Microblog: share of all reactions to a post that come in each of its first 24 hours."""
    seen = _usual(parameters, seed, MICROBLOG)
    hours = seen.delay[seen.reacts] // HOUR
    return tuple(float((hours == hour).mean()) for hour in range(24))


@observable(unit="ratio", fact="K8", replications=20)
def facebook_response_per_post_2_per_day_vs_1(parameters: Parameters, seed: int) -> float:
    """Network: reactions and messages a post at two posts a day, over those at one."""
    responses = []
    for a_day in (2, 1):
        seen = published(a_town(parameters, seed, NETWORK, FOLLOWERS), POSTS, a_day=a_day)
        responses.append(float((seen.reacts | seen.writes).sum()))
    return responses[0] / responses[1] if responses[1] else float("nan")


@observable(unit="holds", fact="K10", kind="direction", replications=20)
def personality_and_information_2x2(parameters: Parameters, seed: int) -> float:
    """Four kinds of post, plain or offer in a formal or a personal voice.

    Personality raises reactions a view, an offer alone lowers them, both together raise them; offers bring messages.
    """
    cells = {}
    for kind in (PostKind.POST, PostKind.OFFER):
        for voice in (3, 1):
            seen = published(a_town(parameters, seed, NETWORK, 500), POSTS, kind=kind, voice=voice)
            cells[kind, voice] = float(seen.reacts.mean()), float(seen.writes.mean())
    plain, personal = cells[PostKind.POST, 3][0], cells[PostKind.POST, 1][0]
    offer, both = cells[PostKind.OFFER, 3][0], cells[PostKind.OFFER, 1][0]
    clicks = sum(cells[PostKind.OFFER, v][1] - cells[PostKind.POST, v][1] for v in (1, 3)) > 0
    return float(personal > plain > offer and both > plain and clicks)


@observable(unit="ratio", fact="K12", replications=20)
def lead_yield_professional_over_microblog(parameters: Parameters, seed: int) -> float:
    """Messages a view on the professional network over those on the microblog."""
    yields = []
    for place in (PROFESSIONAL, MICROBLOG):
        seen = _usual(parameters, seed, place)
        yields.append(float(seen.writes.mean()))
    return yields[0] / yields[1] if yields[1] else float("nan")


@observable(unit="holds", kind="direction", replications=10)
def share_probability_falls_with_inflow(parameters: Parameters, seed: int) -> float:
    """Chance that a follower passes a post on, with nothing else in the stream, some, and very much: it falls twice."""
    chances = []
    for posts in (0, POSTS_A_WEEK_EACH, 10 * POSTS_A_WEEK_EACH):
        world = a_town(parameters, seed, MICROBLOG, 1000)
        world.runners[0].posts_before = {0: RUNNERS_IN_A_STREAM * posts}
        fill_streams(world)
        seen = published(world, POSTS)
        chances.append(int(seen.passed_on.sum()))
    return float(chances[0] > chances[1] > chances[2])
