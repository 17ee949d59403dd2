"""The knob beside a lever: how much care each interaction gets, as one, two or three bars.

The levers it stands beside are in `plan_panel.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Unpack

import pygame

from game.play.kit.buttons import Pressable
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.theme import SMALLEST_TARGET
from game.play.kit.widget import Extent, Options
from game.sim.lever import Care


class CareKnob(Pressable):
    """A small square with bars; pressing it turns to the next care."""

    focus_radius = 9
    focus_margin = 2

    def __init__(
        self, care: str, *, on_press: Callable[[], None], **options: Unpack[Options]
    ) -> None:
        super().__init__(on_press=on_press, sound="tick", **options)
        self.bars = list(Care).index(Care(care)) + 1

    def measure_width(self, look: Look) -> Extent:
        """A square that can be clicked well."""
        return Extent(look.px(SMALLEST_TARGET + 2), look.px(SMALLEST_TARGET + 2))

    def measure_height(self, look: Look, width: int) -> Extent:
        """A square."""
        return self.measure_width(look)

    def paint(self, painter: Painter) -> None:
        """The square, and as many filled bars as there is care."""
        look, rect = painter.look, self.rect
        fill = self.ground_of(painter, "ground", "hover")
        painter.box(rect, fill, radius=9, border="line")
        for place in range(3):
            bar = pygame.Rect(0, 0, look.px(8 + 4 * place), look.px(3))
            bar.center = (rect.centerx, rect.centery + look.px(6) - place * look.px(6))
            painter.box(bar, "ink" if place < self.bars else "well", radius=1.5)
