"""Following: who stops, and why (R8), and how a voice is taken."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.sim.clock import DAY
from game.sim.draws import Ints
from game.sim.kernels.reference_views import who_tires
from game.sim.kernels.viewing import Views
from game.sim.leaving import tire
from game.sim.parameter import Parameters
from game.sim.posting import draft_post
from game.sim.posts import PostKind
from game.sim.publishing import publish
from game.sim.relations import ACKNOWLEDGED
from game.sim.views import joined, pick
from game.sim.world import World
from game.study.observables.content import MORNING_POST, a_town
from game.study.observables.observable import observable
from game.study.observables.standard import NETWORK

DULL, GOOD = 100_000, 900_000
POSTS, PEOPLE = 60, 400
MONTHS = 12


def _left(
    parameters: Parameters,
    seed: int,
    bind: Callable[[World], None] = lambda world: None,
    *,
    kind: PostKind = PostKind.POST,
    quality: int = GOOD,
    a_day: int = 1,
) -> float:
    """Followers who leave over sixty posts, for each view, after *bind* has tied them to the runner in some way."""
    fatigue = parameters.fatigue.model_copy(
        update={"unfollow": 0.02}
    )  # so that there is something to count
    world = a_town(parameters.model_copy(update={"fatigue": fatigue}), seed, NETWORK, PEOPLE)
    world.relations.since[:] = 0
    bind(world)
    watched = world.relations.follows > 0
    for number in range(POSTS):
        day, nth = divmod(number, a_day)
        second = day * DAY + MORNING_POST + nth * 3600
        draft_post(world, world.runners[0], 0, kind, quality, second, nth, bold=0, voice=2)
    publish(world)
    views: Views = joined([*world.today, *world.not_seen_yet()])
    tired, luck = who_tires(views, world.posts.facts(views.post), world.draws, world.seed(0))
    tire(world, pick(views, tired), luck, 0)
    return float((watched & (world.relations.follows == 0)).sum() / max(1, len(views)))


def _old(world: World) -> None:
    world.relations.since[:] = -30 * MONTHS


def _two_way(world: World) -> None:
    world.relations.contact[:] = 600


def _known(world: World) -> None:
    world.relations.marks[:] |= ACKNOWLEDGED


def _alone(world: World) -> None:
    """Only those go on following none of whose contacts does."""
    follows: Ints = np.zeros(PEOPLE, dtype=np.int64)
    for person in range(PEOPLE):
        first, last = world.people.starts[person], world.people.starts[person + 1]
        if not follows[world.people.contacts[first:last]].any():
            follows[person] = 1
    world.relations.follows[:] = follows.astype(world.relations.follows.dtype)


@observable(unit="holds", fact="R8", kind="direction", replications=10)
def causes_of_unfollowing(parameters: Parameters, seed: int) -> float:
    """Followers lost for each view of the same sixty posts.

    Two-way contact, an old tie, acknowledgement, company and articles lower it; bursts, dull posts and offers raise it.
    """
    usual = _left(parameters, seed)
    fewer = [
        _left(parameters, seed, _two_way),
        _left(parameters, seed, _old),
        _left(parameters, seed, _known),
        _left(parameters, seed, kind=PostKind.ARTICLE),
    ]
    more = [
        _left(parameters, seed, a_day=4),
        _left(parameters, seed, quality=DULL),
        _left(parameters, seed, kind=PostKind.OFFER),
    ]
    more.append(_left(parameters, seed, _alone))
    return float(all(one < usual for one in fewer) and all(one > usual for one in more))


@observable(unit="holds", kind="direction", replications=10)
def sincere_grows_and_is_hurt_more_exciting_flat(parameters: Parameters, seed: int) -> float:
    """Liking over two months of talk in a personal or a formal voice, with and without one broken word at mid-time.

    The personal one grows more, and loses more by the transgression.
    """
    from game.study.observables.transgression import liking_with

    grown, hurt = {}, {}
    for voice in (0, 4):
        calm = liking_with(parameters, seed, voice, strike=False)
        struck = liking_with(parameters, seed, voice, strike=True)
        grown[voice], hurt[voice] = calm, calm - struck
    return float(grown[0] > grown[4] and hurt[0] > hurt[4])
