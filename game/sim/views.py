"""Views: posts that will be seen, kept by attention day until the day comes.

How they arise is in `publishing.py`; what the seeing does is in `attention.py`.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from game.sim.cause import CAUSES
from game.sim.clock import DAY, DAYS_PER_SEASON, DAYS_PER_WEEK, MORNING, WEEKS_PER_SEASON
from game.sim.draws import Flags, Ints
from game.sim.inbox import MessageKind
from game.sim.kernels.viewing import SHARED, Views
from game.sim.limits import MOST_WEEKS
from game.sim.receiving import receive

if TYPE_CHECKING:
    from game.sim.world import World

WEEKS_FROM, SEASONS_FROM = 1 << 20, 1 << 21  # slots below are days
FURTHEST = DAYS_PER_WEEK * (MOST_WEEKS + 1)  # days ahead; no run goes on for longer


def pick(views: Views, which: Flags | Ints) -> Views:
    """The views that *which* marks or names."""
    if which.dtype == np.bool_:
        return Views(views.columns.compress(which, axis=1))
    return Views(views.columns.take(which, axis=1))


def joined(parts: list[Views]) -> Views:
    """All the views of *parts*, one after the other."""
    parts = [part for part in parts if len(part)] or parts[:1]
    if len(parts) == 1:
        return parts[0]
    return Views(np.concatenate([part.columns for part in parts], axis=1))


def add_today(world: World, views: Views) -> None:
    """Views that fall into the present attention day: they count when it closes, but who writes, writes today."""
    if not len(views):
        return
    world.today.append(views)
    if world.quiet:
        return
    writes = views.luck < world.posts.facts(views.post)["message"]
    writes &= views.kind != SHARED
    if not np.count_nonzero(writes):
        return
    views = pick(views, writes)
    cause, stage = world.posts.facts(views.post)["cause"], world.relations.stage[views.row]
    columns = views.row, views.second, views.luck, cause, stage
    for row, seen, luck, why, known in zip(*(one.tolist() for one in columns), strict=True):
        runner, person = divmod(row, world.people.count)
        when = seen + 60 + luck % 1800
        receive(world, runner, person, when, _written(luck, known), CAUSES[why])


#: Enquiries among a hundred messages, by the stage of the sender: strangers do not know what to ask for, and those
#: who are close know already; loose ties bring what is new.
ENQUIRIES = (8, 16, 24, 20, 12, 8, 8, 4)


def _written(luck: int, stage: int) -> MessageKind:
    """What a reader writes: mostly a question."""
    choice, enquiries = luck * 7919 % 100, ENQUIRIES[stage]
    if choice < 72 - enquiries:
        return MessageKind.QUESTION
    return (
        MessageKind.ENQUIRY
        if choice < 72
        else MessageKind.THANKS
        if choice < 92
        else MessageKind.COMPLAINT
    )


def day_of(second: int) -> int:
    """The attention day in which *second* lies."""
    return (second - MORNING) // DAY


def put_off(world: World, views: Views) -> None:
    """Keep *views* until they are due: this week's by day, this season's by week, the others by season."""
    today = day_of(world.now)
    ahead = (views.second - (MORNING + today * DAY)) // DAY
    slots = _slots_ahead(today % DAYS_PER_SEASON).take(ahead, mode="clip")
    order = slots.argsort(kind="stable")
    columns, slots = views.columns.take(order, axis=1), slots[order]
    bounds = [0, *((slots[1:] != slots[:-1]).nonzero()[0] + 1).tolist(), len(slots)]
    for first, last in pairwise(bounds):
        slot = _slot_of(today, int(slots[first]))
        world.waiting.setdefault(slot, []).append(Views(columns[:, first:last]))


@lru_cache(maxsize=DAYS_PER_SEASON)
def _slots_ahead(place: int) -> npt.NDArray[np.int16]:
    """Where to keep what is due so many days from now, on the day at *place* in its season; counted as in `_slot_of`.

    Two bytes a slot: numbers that short are sorted by their digits.
    """
    day = place + np.arange(FURTHEST)
    season = WEEKS_PER_SEASON + day // DAYS_PER_SEASON
    slot = np.where(season == WEEKS_PER_SEASON, day // DAYS_PER_WEEK, season)
    this_week = day // DAYS_PER_WEEK == place // DAYS_PER_WEEK
    return np.where(this_week, day % DAYS_PER_WEEK, DAYS_PER_WEEK + slot).astype(np.int16)


def _slot_of(today: int, number: int) -> int:
    """The slot for one of 7 days of this week, of 13 weeks of this season, or of the seasons from this one on."""
    if number < DAYS_PER_WEEK:
        return today // DAYS_PER_WEEK * DAYS_PER_WEEK + number
    number -= DAYS_PER_WEEK
    season = today // DAYS_PER_SEASON
    if number < WEEKS_PER_SEASON:
        return WEEKS_FROM + season * WEEKS_PER_SEASON + number
    return SEASONS_FROM + season + number - WEEKS_PER_SEASON


def take_up(world: World) -> None:
    """Bring forward what was drawn earlier for the attention day that begins now."""
    today = day_of(world.now)
    if today % DAYS_PER_SEASON == 0:
        _sort_again(world, SEASONS_FROM + today // DAYS_PER_SEASON)
    if today % DAYS_PER_WEEK == 0:
        _sort_again(world, WEEKS_FROM + today // DAYS_PER_WEEK)
    if world.later:
        put_off(world, joined(world.later))
        world.later = []
    due = world.waiting.pop(today, [])
    if due:
        add_today(world, joined(due))
    for views in world.tomorrow:
        add_today(world, views)
    world.tomorrow = []


def _sort_again(world: World, slot: int) -> None:
    """A season or a week begins: what waited for it is sorted more finely."""
    views = world.waiting.pop(slot, [])
    if views:
        put_off(world, joined(views))
