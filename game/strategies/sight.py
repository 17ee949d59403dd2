"""Sight: what a strategy reads off its view, and what it falls back on where the fog still lies.

Who makes what of it is said by each archetype; what may be seen at all is said by the simulation's
view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.sim.clock import WEEKS_PER_SEASON

if TYPE_CHECKING:
    from game.sim.seen import PlaceView
    from game.sim.view import View

LIVE_STAGES = ("spark", "spread", "answered")


def shown(view: View, measure: str) -> int | None:
    """The measure as of now, or None while its light is not lit."""
    value = view.measure(measure)
    return value if isinstance(value, int) else None


def growth(view: View, measure: str, weeks: int) -> int | None:
    """How far a measure has risen over the last *weeks*; None behind the fog or too early."""
    past = view.history(measure)
    if not isinstance(past, tuple) or len(past) <= weeks:
        return None
    return past[-1] - past[-1 - weeks]


def total(view: View, measure: str, weeks: int, *, before: int = 0) -> int | None:
    """The sum of a weekly measure over *weeks*, ending *before* weeks ago; None behind the fog."""
    past = view.history(measure)
    if not isinstance(past, tuple) or len(past) < weeks + before:
        return None
    end = len(past) - before
    return sum(past[end - weeks : end])


def sales_rise(view: View, weeks: int = WEEKS_PER_SEASON) -> int | None:
    """Sales of the last *weeks* less those of the weeks before; None where it is too early."""
    now, then = total(view, "sales", weeks), total(view, "sales", weeks, before=weeks)
    return None if now is None or then is None else now - then


def friends(view: View) -> int | None:
    """How many people trust the runner or have gone further; None behind the fog."""
    counts = [shown(view, stage) for stage in ("trusts", "customers")]
    return None if None in counts else sum(count for count in counts if count is not None)


def here(view: View) -> tuple[PlaceView, ...]:
    """The places on which the runner is set up."""
    return tuple(place for place in view.places if place.joined and place.is_open)


def in_trouble(view: View) -> bool:
    """Whether a setback of one's own has struck and still makes the round."""
    return any(one.stage in LIVE_STAGES for one in view.setbacks)


def warned(view: View, days: int | None = None) -> bool:
    """Whether an early sign of a setback is in sight, noticed within *days* if those are given."""
    return any(days is None or view.day - sign.day <= days for sign in view.signs)
