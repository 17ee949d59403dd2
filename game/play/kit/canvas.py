"""A place that a screen draws by itself, with nameable spots on it: the room, the race.

The drawing tools are in `painter.py`; charts are ready-made next door in `chart.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Unpack

import pygame

from game.play.kit.buttons import Pressable
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.widget import Extent, Options, Widget

Draw = Callable[[Painter, pygame.Rect], None]
Where = Callable[[pygame.Rect, Look], pygame.Rect]


class Spot(Pressable):
    """Something on a canvas that can be reached, pressed and spoken.

    `where` gives its rect (pixels) from the canvas's rect and the look. It draws only its focus
    ring.
    """

    role = "spot"

    def __init__(
        self,
        where: Where,
        *,
        on_press: Callable[[], None] | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(on_press=on_press, **options)
        self.where = where


class Canvas(Widget):
    """Calls `draw` with a painter and its rect in pixels; spots are its children.

    A moving canvas is drawn in every frame (not while motion is reduced), others when `changed`.
    """

    role = "picture"

    def __init__(
        self,
        draw: Draw,
        *spots: Widget,
        moving: bool = False,
        least_width: float = 80,
        least_height: float = 60,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(*spots, **options)
        self.draw = draw
        self.moving = moving
        self.least = (least_width, least_height)

    def measure_width(self, look: Look) -> Extent:
        """The least it was given."""
        return Extent(look.px(self.least[0]), look.px(self.least[0]))

    def measure_height(self, look: Look, width: int) -> Extent:
        """The least it was given."""
        return Extent(look.px(self.least[1]), look.px(self.least[1]))

    def place(self, look: Look) -> None:
        """Every spot where it says."""
        for child in self.children:
            rect = child.where(self.rect, look) if isinstance(child, Spot) else self.rect
            child.arrange(look, rect)

    def paint(self, painter: Painter) -> None:
        """What the screen draws: nothing of it is seen outside its place."""
        if self.rect.colliderect(painter.clip):
            with painter.clipped(self.rect):
                self.draw(painter, self.rect)
