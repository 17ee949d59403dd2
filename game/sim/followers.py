"""Followers: the rows of those who follow a runner on a place and are still there, kept until that may have changed.

Who begins and ceases to follow is in `booking.py`; who is a member where, in `members.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.draws import Ints

if TYPE_CHECKING:
    from game.sim.world import World


class Followers:
    """What was looked up, each with the members of its place as they were: those are replaced as a whole."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, int], tuple[Ints, Ints]] = {}

    def forget(self) -> None:
        """Somebody began or ceased to follow."""
        self._found.clear()

    def rows(self, world: World, runner: int, place: int) -> Ints:
        """Rows of those who follow *runner* on *place* and are members there."""
        members = world.places[place].members
        known = self._found.get((runner, place))
        if known is not None and known[0] is members:
            return known[1]
        span = world.span_of(runner)
        here = (world.relations.follows[span] & (1 << place)) != 0
        # truths: looking through numbers for those that are not 0 takes far longer
        here &= world.members()[place] != 0
        rows: Ints = here.nonzero()[0]
        rows += span.start
        if world.relations.table is not None:  # else they are too many to be kept
            self._found[runner, place] = members, rows
        return rows
