"""Practice: skill from experience, and what can be learned from others by listening and study (T5, T7, T8).

What is posted with it is in `posting.py`; help and talk go by care and by the owner's state alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.clock import HOUR
from game.sim.draws import Ints
from game.sim.parameter import MILLION, millionths
from game.sim.parameters.practice import Practice
from game.sim.tables import skill_after

if TYPE_CHECKING:
    from game.sim.state import RunnerState
    from game.sim.world import World

UNIT = 1000  # experience is counted in thousandths


def skill(world: World, state: RunnerState, place: int) -> int:
    """The runner's skill on *place*, in millionths; experience elsewhere counts in part."""
    rates = world.parameters.practice
    own, other = state.experience.get(place, 0), 0
    for number, elsewhere in state.experience.items():
        if number != place and elsewhere > other:
            other = elsewhere
    units = max(own, int(other * rates.transfer)) // UNIT
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
    rates = world.parameters.practice
    learn(state, place, good * round(rates.success * UNIT) + from_failures(rates, posts - good))
    watching = min(MILLION, state.listened * MILLION // (2 * HOUR))
    for other in world.runners:
        if other.index == state.index:
            continue
        failing = any(setback.stage in ("spread", "answered") for setback in other.setbacks)
        does_more = sum(other.posts_before.values()) > posts
        shown = rates.others_failure if failing else rates.others_success if does_more else 0.0
        learn(state, place, round(shown * UNIT) * watching // MILLION)


def from_failures(rates: Practice, failures: int) -> int:
    """Experience from a week's own failures, in thousandths: the first teach, too many only discourage (T7)."""
    each, most = round(rates.failure * UNIT), rates.failures_at_most
    return max(0, min(failures, most) * each - max(0, failures - most) * each // 3)


def quality_of_posts(world: World, state: RunnerState, place: int, care: int, owner: int) -> int:
    """The quality of what is posted, in millionths, from skill, care and the owner's state."""
    quality = (400_000 + skill(world, state, place)) * care // MILLION * owner // MILLION
    return quality * state.betters // MILLION


def mean_quality(state: RunnerState) -> int:
    """The mean quality of last week's posts, in millionths; a beginner's where there were none."""
    posts = sum(state.posts_now.values())
    return state.quality_sum // posts if posts else state.quality_before
