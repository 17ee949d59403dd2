"""Small signs over heads: what somebody did this week, and the noise of whoever shouts.

The figures themselves are next door in `person.py` and `runner.py`.
"""

from __future__ import annotations

import pygame

from game.play.figures.pen import Pen
from game.play.kit.painter import Painter, Point
from game.play.kit.theme import INK, WHITE, Colour

NOISE: Colour = (213, 94, 0)
A_SHOUT = 0.55
"""Seconds from one shout to the next."""


def paint_sign(painter: Painter, tip: Point, icon: str, side: int) -> None:
    """A small bubble with an icon, over a head."""
    wide = max(16, side)
    image = painter.sprite(("sign",), (wide, round(wide * 1.2)), _sketch_sign)
    corner = (round(tip[0] - wide * 0.12), round(tip[1] - wide * 1.2))
    painter.image(image, corner)
    painter.icon(icon, (corner[0] + wide / 2, corner[1] + wide / 2), round(wide * 0.62), INK, 2.6)


def _sketch_sign(surface: pygame.Surface, _: float) -> None:
    side = surface.get_width()
    line = max(2, side // 16)
    for inset, ink in ((0, INK), (line, WHITE)):
        pygame.draw.polygon(
            surface,
            ink,
            [
                (side * 0.2 + inset, side * 0.8),
                (side * 0.55 - inset, side * 0.8),
                (side * 0.14 + inset, side * 1.2 - 2 * inset),
            ],
        )
        pygame.draw.circle(surface, ink, (side / 2, side / 2), side / 2 - inset)


def paint_shouting(painter: Painter, feet: Point, height: int) -> None:
    """Arcs beside somebody who shouts, coming and going; in still pictures they stay."""
    still = painter.look.reduced_motion
    step = 2 if still else int(painter.now / A_SHOUT) % 3
    size = (round(height * 1.9), round(height * 1.2))
    image = painter.sprite(("shout", step), size, lambda surface, _: _sketch_shout(surface, step))
    corner = (round(feet[0] - size[0] / 2), round(feet[1] - height * 1.14))
    painter.image(image, corner)


def _sketch_shout(surface: pygame.Surface, step: int) -> None:
    pen = Pen(surface, 120.0)
    x, y = 95.0, 60.0
    for number in range(step + 1):
        radius = 40 + 15 * number
        for first in (-0.085, 0.415):
            pen.arc(x, y, radius, first, first + 0.17, 7.5 - number, (120, 52, 0))
            pen.arc(x, y, radius, first, first + 0.17, 4.6 - number, NOISE)
