"""The player's own guess before a season: what may be named, which reasons are on offer, how it came out.

There is no forecast: what the game knows of the future is nothing. Keeping guesses is `game/play/game_session.py`'s.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.words import Words
from game.play.game_session import Prediction, Says
from game.play.presenters.gauges import is_level
from game.play.presenters.wording import cause_id
from game.sim.cause import Cause
from game.sim.ledger import WhyLine
from game.sim.lever import Lever
from game.sim.seen import Covered
from game.sim.view import View

NAMED = ("followers", "customers", "trusts", "likes", "knows", "advocates", "lapsed")
HOLD_SHARE, HOLD_PEOPLE = 0.05, 2
UPWARDS = (
    Cause.POSTS, Cause.OFFERS, Cause.FOUND, Cause.REPLY, Cause.GOOD_SERVICE, Cause.CONVERSATION, Cause.HELP,
    Cause.MEETING, Cause.REFERRAL,
)  # fmt: skip
DOWNWARDS = (
    Cause.TIME, Cause.SILENCE, Cause.TIRED, Cause.POOR_SERVICE, Cause.SETBACK, Cause.CLAIM, Cause.PLACE, Cause.RIVAL,
)  # fmt: skip
STEADY = (
    Cause.POSTS, Cause.REPLY, Cause.GOOD_SERVICE, Cause.CONVERSATION, Cause.TIME, Cause.SILENCE, Cause.TIRED,
    Cause.SETBACK,
)  # fmt: skip
NEEDS_LEVER = {
    Cause.OFFERS: Lever.PROMOTE, Cause.CONVERSATION: Lever.CONVERSE, Cause.HELP: Lever.HELP, Cause.MEETING: Lever.MEET,
}  # fmt: skip


@dataclass(frozen=True)
class Verdict:
    """How a guess came out: which way the number went, and whether direction and reason were right."""

    went: Says
    start: int
    end: int
    is_right: bool
    reason_right: bool | None
    main_cause: Cause | None


def nameable(view: View) -> tuple[str, ...]:
    """The numbers that can be guessed at: the year's goal first, then what is in view."""
    goal = next((one.measure for one in view.scenario.goals if one.id == view.goal), "")
    seen = [id for id in NAMED if view.sees(id)]
    first = [goal] if goal in seen and is_level(goal) else []
    return tuple(dict.fromkeys([*first, *seen]))


def reasons(view: View, says: Says) -> tuple[Cause, ...]:
    """The causes on offer as a reason: those the why-lines know, as far as their lever is unlocked."""
    offered = {"rise": UPWARDS, "fall": DOWNWARDS, "hold": STEADY}[says]
    return tuple(
        one for one in offered if one not in NEEDS_LEVER or NEEDS_LEVER[one] in view.unlocked
    )


def direction(start: int, end: int) -> Says:
    """Rise or fall; hold within five per cent or two people."""
    if abs(end - start) <= max(HOLD_PEOPLE, HOLD_SHARE * start):
        return "hold"
    return "rise" if end > start else "fall"


def verdict(prediction: Prediction, end: int, why: tuple[WhyLine, ...]) -> Verdict:
    """What became of a guess; *why* are the season's causes, largest first."""
    went = direction(prediction.start, end)
    main = _main_cause(why, end - prediction.start)
    right = None if not prediction.reason or main is None else cause_id(main) == prediction.reason
    return Verdict(went, prediction.start, end, went == prediction.says, right, main)


def _main_cause(why: tuple[WhyLine, ...], change: int) -> Cause | None:
    """The largest cause that pulled the way the number went; of all, where it stood still."""
    same = [line.cause for line in why if line.amount * change > 0]
    return next(iter(same or [line.cause for line in why]), None)


def value_of(view: View, measure: str) -> int:
    """A number that may be named, as it is now; 0 where a light has gone out of view."""
    value = view.measure(measure)
    return 0 if isinstance(value, Covered) else value


def says_words(says: Says, words: Words) -> str:
    """Rise, hold or fall."""
    return words(f"predict.{says}")
