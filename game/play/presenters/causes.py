"""Why a number moved, in words: the causes under it, and what people did where a cause's sign alone says the contrary.

The numbers that moved are next door in `reveal.py`; what each cause is called, in `wording.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from game.authoring.words import Words
from game.play.presenters.wording import cause_words
from game.sim.cause import Cause
from game.sim.ledger import WhyLine
from game.sim.seen import Covered
from game.sim.view import View

FEWEST_LINES = 3
SMALL_SHARE = 0.06

RUNGS = ("knows", "likes", "trusts", "customers")
"""Each person stands on one of these at most, so that whoever comes closer or falls back leaves one for another."""

CLOSER = frozenset(
    {Cause.GOOD_SERVICE, Cause.CONVERSATION, Cause.HELP, Cause.MEETING, Cause.REPLY, Cause.REFERRAL,
     Cause.FOUND, Cause.TALKED_ABOUT, Cause.SHARED}
)  # fmt: skip
"""Causes that only bring people closer: who leaves a rung by one of them has gone up."""

BACK = frozenset({Cause.SILENCE, Cause.POOR_SERVICE})
"""Causes that only take people away: who comes to a rung by one of them has come down. Time does, and it heals."""


@dataclass(frozen=True)
class Reason:
    """A cause in words, with its amount; several small ones may stand together."""

    text: str
    amount: int


def reasons_of(
    view: View, measure: str, lines: tuple[WhyLine, ...], weeks: int, words: Words
) -> tuple[Reason, ...]:
    """The causes of what a measure did in the last weeks: their amounts add up exactly."""
    if measure == "energy":
        return tuple(Reason(_of_energy(one, words), one.amount) for one in lines)
    return folded(lines, words, partial(_told, view, measure, weeks, words=words))


def _of_energy(line: WhyLine, words: Words) -> str:
    """What moved energy: it does not come and go with time, but with the weeks that one works."""
    if line.cause is not Cause.TIME:
        return cause_words(line.cause, words)
    return words("cause.strain" if line.amount < 0 else "cause.recovery")


def _told(view: View, measure: str, weeks: int, line: WhyLine, words: Words) -> str:
    """A cause under a number, with what people did where its sign alone would tell the contrary."""
    why = cause_words(line.cause, words)
    way = _way(view, measure, weeks, line)
    return words(f"reveal.{way}", why=why) if way else why


def _way(view: View, measure: str, weeks: int, line: WhyLine) -> str:
    """Whether they came closer, fell back or came back, or bought in spite of it all; nothing where it is plain."""
    came, cause = line.amount > 0, line.cause
    if cause is Cause.POOR_SERVICE and (measure, came) == ("customers", True):
        return "bought"  # nobody is served without buying
    if measure == "lapsed" and not came:
        return "returned" if cause in CLOSER or cause is Cause.POOR_SERVICE else ""
    if measure == "advocates":
        return "closer" if came and cause is Cause.TIME else ""
    if measure not in RUNGS or (measure == "customers" and not view.sees("advocates")):
        return ""
    if not came:
        return "closer" if cause in CLOSER else ""
    fell = cause in BACK or (cause is Cause.TIME and _only_fell(view, measure, weeks))
    return "back" if fell else ""


def _only_fell(view: View, measure: str, weeks: int) -> bool:
    """Whether time took nobody from below a rung: then whoever it brought there has come down."""
    below = ("strangers", *RUNGS[: RUNGS.index(measure)], "lapsed", "hostile")
    lines = (view.why(one, weeks) for one in below)
    return all(
        line.amount >= 0
        for found in lines
        if not isinstance(found, Covered)
        for line in found
        if line.cause is Cause.TIME
    )


def folded(
    lines: tuple[WhyLine, ...], words: Words, told: Callable[[WhyLine], str]
) -> tuple[Reason, ...]:
    """The why-lines as *told*, largest first; what is small stands together as one line: the sum stays exact.

    Small ones that make up for each other are left out.
    """
    whole = sum(abs(line.amount) for line in lines)
    small = [
        place
        for place, line in enumerate(lines)
        if place >= FEWEST_LINES or (place > 0 and abs(line.amount) < SMALL_SHARE * whole)
    ]
    kept = [line for place, line in enumerate(lines) if len(small) < 2 or place not in small]
    reasons = [Reason(told(line), line.amount) for line in kept]
    rest = sum(lines[place].amount for place in small)
    if len(small) >= 2 and rest:
        reasons.append(Reason(words("reveal.others", n=len(small)), rest))
    return tuple(reasons)
