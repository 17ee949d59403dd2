"""Where the focus goes: round the ring by Tab, through space by arrows.

Who has it now is kept by the scene (`scene.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.play.kit.keys import Action
from game.play.kit.panels import Bar
from game.play.kit.widget import Widget

SIDEWAYS = 2.2
"""How much dearer a pixel aside is than a pixel ahead, when an arrow looks for the nearest."""


def ring(top: Widget) -> list[Widget]:
    """Everything below a widget that takes the focus now, in reading order."""
    return [widget for widget in top.walk() if widget.takes_focus]


def start(widgets: Sequence[Widget], pointed_at: pygame.Rect | None = None) -> Widget | None:
    """Where the keys begin: at what is *pointed_at*, or else at the first that stands in no bar."""
    pointed = [one for one in widgets if pointed_at and pointed_at.contains(one.rect)]
    within = [one for one in widgets if not any(isinstance(up, Bar) for up in one.above())]
    return next(iter([*pointed, *within, *widgets]), None)


def following(
    widgets: Sequence[Widget], current: Widget | None, by: int, first: Widget | None = None
) -> Widget | None:
    """The next (or, by -1, the previous) in the ring; it comes round, and begins at *first*."""
    if not widgets:
        return None
    if current not in widgets:
        return (first or widgets[0]) if by > 0 else widgets[-1]
    return widgets[(widgets.index(current) + by) % len(widgets)]


def beside(
    widgets: Sequence[Widget], current: Widget | None, arrow: Action, first: Widget | None = None
) -> Widget | None:
    """The nearest in the arrow's direction, or None at the edge; without a focus, *first*."""
    if current is None or current not in widgets:
        return first or (widgets[0] if widgets else None)
    scored = [
        (cost, place)
        for place, widget in enumerate(widgets)
        if widget is not current and (cost := _cost(current.rect, widget.rect, arrow)) is not None
    ]
    return widgets[min(scored)[1]] if scored else None


def _cost(start: pygame.Rect, end: pygame.Rect, arrow: Action) -> float | None:
    """How far a widget lies ahead, and aside; None if it does not lie ahead."""
    match arrow:
        case Action.UP:
            ahead, aside = (
                start.centery - end.centery,
                _apart(start.x, start.right, end.x, end.right),
            )
            clear = end.bottom <= start.centery
        case Action.DOWN:
            ahead, aside = (
                end.centery - start.centery,
                _apart(start.x, start.right, end.x, end.right),
            )
            clear = end.top >= start.centery
        case Action.LEFT:
            ahead, aside = (
                start.centerx - end.centerx,
                _apart(start.y, start.bottom, end.y, end.bottom),
            )
            clear = end.right <= start.centerx
        case _:
            ahead, aside = (
                end.centerx - start.centerx,
                _apart(start.y, start.bottom, end.y, end.bottom),
            )
            clear = end.left >= start.centerx
    if ahead <= 0 or not clear:
        return None
    return ahead + SIDEWAYS * aside


def _apart(start: int, end: int, other_start: int, other_end: int) -> float:
    """The gap between two stretches, and a little for how far their middles differ.

    What lies wholly aside costs the first one's length as well: in a column of knobs, down is the next knob.
    """
    gap = max(0, other_start - end, start - other_end)
    past = end - start if gap else 0
    return gap + past + abs((start + end) - (other_start + other_end)) * 0.05
