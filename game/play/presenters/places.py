"""Places as lines of the plan's settings: what one sees of each, and whether one may join or leave it.

What is changed there goes into the draft (`draft.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.words import Words
from game.play.presenters.doors import ICONS
from game.sim.lever import Lever
from game.sim.seen import PlaceView
from game.sim.view import View


@dataclass(frozen=True)
class PlaceLine:
    """A place: what is known of it in one line, and what may be done about it now."""

    id: str
    name: str
    note: str
    icon: str
    may_join: bool
    may_leave: bool


def place_lines(view: View, words: Words) -> tuple[PlaceLine, ...]:
    """All places that are open or were, those joined first."""
    shares = dict(view.plan.shares)
    lines = [_line(place, place.id in shares, view, words) for place in view.places]
    return tuple(sorted(lines, key=lambda line: not line.may_leave))


def _line(place: PlaceView, mine: bool, view: View, words: Words) -> PlaceLine:
    may_join = place.is_open and not mine and Lever.TRY in view.unlocked
    return PlaceLine(
        id=place.id,
        name=place.name,
        note=", ".join(_notes(place, mine, words)),
        icon=ICONS[place.kind],
        may_join=may_join,
        may_leave=mine and not place.closed,
    )


def _notes(place: PlaceView, mine: bool, words: Words) -> list[str]:
    if place.closed:
        return [words("adjust.is_closed")]
    if not place.is_open:
        return [words("adjust.not_open")]
    found = [words("adjust.followers", n=place.followers)] if mine else []
    if place.owned:
        found.append(words("adjust.yours"))
    elif place.crowd:
        found.append(words("adjust.crowd", share=max(1, place.crowd // 10)))
    if place.invitation:
        found.append(words("adjust.by_invitation"))
    if mine and place.setup_left_minutes:
        left = words.number(place.setup_left_minutes / 60)
        found.append(words("adjust.setting_up", hours=left))
    return found
