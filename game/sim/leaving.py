"""Leaving: why one who saw a post stops following, and what keeps people (R8).

Bursts, dull posts and offers drive people away (that stands with the post, `publishing.py`); two-way contact, being
acknowledged, an old tie, company among the followers and liking protect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.booking import unfollow
from game.sim.cause import Cause
from game.sim.draws import Ints
from game.sim.kernels.viewing import Views
from game.sim.parameter import MILLION
from game.sim.relations import ACKNOWLEDGED
from game.sim.tables import kept_by_age

if TYPE_CHECKING:
    from game.sim.world import World

DAYS_IN_MONTH = 30


def tire(world: World, tired: Views, luck: Ints, day: int) -> None:
    """Of those who had enough over what they saw, the views *tired*, some stop following: *luck* against the risk."""
    if not len(tired):
        return
    row, posts = tired.row, world.posts.facts(tired.post)
    goes = luck < posts["tire"] * _left_of_risk(world, row, day) // 1000
    if goes.any():
        bits = np.int64(1) << posts["place"][goes]
        unfollow(world, row[goes], bits, Cause.TIRED, day, left=True)


def _left_of_risk(world: World, row: Ints, day: int) -> Ints:
    """Thousandths of the risk that what binds a person to the runner leaves."""
    rates, relations, people = world.parameters.fatigue, world.relations, world.people
    liking = np.maximum(relations.liking[row], 0)
    left = 1000 - int(rates.liking * 1000) * np.minimum(liking * 3, MILLION) // MILLION
    left = np.where(relations.contact[row] > 0, left * int(rates.reciprocal * 1000) // 1000, left)
    known = (relations.marks[row] & ACKNOWLEDGED) > 0
    left = np.where(known, left * int(rates.acknowledged * 1000) // 1000, left)
    table = kept_by_age(rates.age)
    months = np.maximum(0, day - relations.since[row]) // DAYS_IN_MONTH
    left = left * table[np.minimum(months, len(table) - 1)] // 1000
    runner, person = row // people.count, row % people.count
    owner, contact = people.contacts_of(person)
    follow_too = relations.follows[runner[owner] * people.count + contact] != 0
    company = np.bincount(owner[follow_too], minlength=len(row)) * 1000
    share = company // np.maximum(people.degree[person], 1)
    result: Ints = left * (1000 - int(rates.overlap * 1000) * share // 1000) // 1000
    return result
