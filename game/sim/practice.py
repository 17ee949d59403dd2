"""Practice: skill from experience, and what can be learned from others by listening and study (T5, T7, T8).

How skill enters a post or a talk is in `sitting.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.clock import HOUR
from game.sim.draws import Ints
from game.sim.knack import betters
from game.sim.parameter import MILLION, millionths
from game.sim.tables import skill_after

if TYPE_CHECKING:
    from game.sim.world import RunnerState, World

SUCCESS, FAILURE, OTHERS_FAILURE, OTHERS_SUCCESS = (
    1000,
    300,
    500,
    200,
)  # thousandths of a unit of experience (T7)
OWN_FAILURES_AT_MOST = 8  # unprocessed failures teach nothing more until they are studied


def skill(world: World, state: RunnerState, place: int) -> int:
    """The runner's skill on *place*, in millionths; experience elsewhere counts in part."""
    rates = world.parameters.practice
    own, other = state.experience.get(place, 0), 0
    for number, elsewhere in state.experience.items():
        if number != place and elsewhere > other:
            other = elsewhere
    units = max(own, int(other * rates.transfer)) // 1000
    table: Ints = skill_after(rates.starting_skill, rates.learning)
    return int(table[min(units, len(table) - 1)])


def learn(state: RunnerState, place: int, thousandths: int) -> None:
    """Add experience on *place*."""
    state.experience[place] = state.experience.get(place, 0) + thousandths


def unsettle(world: World, state: RunnerState, moves: int) -> None:
    """A change of plan costs attention and a little practice."""
    rates = world.parameters.practice
    state.owed_seconds += moves * round(rates.change_minutes * 60)
    for place in state.experience:
        state.experience[place] -= (
            state.experience[place] * moves * millionths(rates.change_loss) // MILLION
        )


def learn_from_week(world: World, state: RunnerState) -> None:
    """On Monday: own posts that were noticed teach most; others' failures teach those who listen."""
    if not state.joined:
        return
    place = max(
        sorted(state.posts_before),
        key=lambda number: state.posts_before[number],
        default=min(state.joined),
    )
    posts = sum(state.posts_before.values())
    noticed = world.ledger.last_week(state.index, "reactions")
    good = min(posts, noticed // 2)
    learn(state, place, good * SUCCESS + from_failures(posts - good))
    watching = min(MILLION, state.listened * MILLION // (2 * HOUR))
    for other in world.runners:
        if other.index == state.index:
            continue
        failing = any(setback.stage in ("spread", "answered") for setback in other.setbacks)
        shown = (
            OTHERS_FAILURE
            if failing
            else OTHERS_SUCCESS
            if sum(other.posts_before.values()) > posts
            else 0
        )
        learn(state, place, shown * watching // MILLION)


def from_failures(failures: int) -> int:
    """Experience from a week's own failures, in thousandths: the first teach, too many only discourage (T7)."""
    taught = min(failures, OWN_FAILURES_AT_MOST) * FAILURE
    return max(0, taught - max(0, failures - OWN_FAILURES_AT_MOST) * FAILURE // 3)


def quality_of_posts(world: World, state: RunnerState, place: int, care: int, owner: int) -> int:
    """The quality of what is posted, in millionths, from skill, care and the owner's state."""
    quality = (400_000 + skill(world, state, place)) * care // MILLION * owner // MILLION
    return quality * betters(world, state.index) // MILLION


def mean_quality(state: RunnerState) -> int:
    """The mean quality of last week's posts, in millionths; a beginner's where there were none."""
    posts = sum(state.posts_now.values())
    return state.quality_sum // posts if posts else state.quality_before
