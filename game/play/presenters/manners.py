"""Manners: how somebody behaves at the party, measured from what all can see, and never from who they are.

Whoever makes many offers in a week shouts; whoever gives people a moment each flits; whoever says nothing stands
alone. What the room does about it is next door in `room.py`.
"""

from __future__ import annotations

from typing import Literal

from game.sim.lever import TALKING, Care
from game.sim.seen import RivalView
from game.sim.view import View

Manner = Literal["", "shouts", "flits", "alone"]

SHOUT_OFFERS = 5
"""Offers and announcements in a week, from which on people step back."""

FLIT_MINUTES, FLIT_TALKS = 4, 10
"""Under so many minutes for each of at least so many talks, faces stay blank."""

QUIET_WEEKS = 2


def manner_of_rival(rival: RivalView, week: int) -> Manner:
    """How a rival behaves, as the street sees it."""
    if rival.offers_last_week >= SHOUT_OFFERS:
        return "shouts"
    if rival.talks >= FLIT_TALKS and rival.talk_minutes < FLIT_MINUTES * rival.talks:
        return "flits"
    return "alone" if week >= QUIET_WEEKS and not rival.posts_last_week else ""


def manner_of_host(view: View) -> Manner:
    """How the player behaves: by the posts that are out and by the plan, which they know."""
    if view.offers_last_week >= SHOUT_OFFERS:
        return "shouts"
    plan = view.plan
    talking = [lever for lever in TALKING if plan.hours_of(lever)]
    if (
        view.week >= QUIET_WEEKS
        and talking
        and all(plan.care_of(one) is Care.BRIEF for one in talking)
    ):
        return "flits"
    quiet = not view.posts_last_week and not talking
    return "alone" if view.week >= QUIET_WEEKS and quiet else ""
