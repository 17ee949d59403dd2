"""A lamp that goes on: dark at first, then lit, with a halo that spreads; and fog that parts where it shines.

Used by the lightbulb moment in `game/play/screens/table`.
"""

from __future__ import annotations

import math
from functools import partial
from typing import Unpack

import pygame

from game.play.figures.palette import OUTLINE
from game.play.figures.pen import Pen
from game.play.figures.portraits import Portrait
from game.play.kit.painter import Painter
from game.play.kit.theme import Colour, mix
from game.play.kit.widget import Options

GLOW: Colour = (255, 214, 92)
DARK_SECONDS, SPREAD_SECONDS = 0.25, 0.9
PUFFS = 9


class Lamp(Portrait):
    """A bulb on a square. It lights up a moment after it is first seen; in still pictures it is lit."""

    def __init__(self, size: float, **options: Unpack[Options]) -> None:
        super().__init__(size, **options)
        self.seen_at: float | None = None

    def is_spreading(self, now: float) -> bool:
        """Whether it still changes."""
        return self.seen_at is None or now < self.seen_at + DARK_SECONDS + SPREAD_SECONDS + 0.1

    def paint(self, painter: Painter) -> None:
        """The halo, as far as it has spread, and the bulb."""
        self.seen_at = painter.now if self.seen_at is None else self.seen_at
        side = painter.look.text_px(self.size)
        lit = (painter.now - self.seen_at - DARK_SECONDS) / SPREAD_SECONDS
        lit = 1.0 if painter.look.reduced_motion else max(0.0, min(1.0, lit))
        corner = (self.rect.centerx - side // 2, self.rect.centery - side // 2)
        if lit > 0:
            halo = painter.sprite(("lamp halo",), (side, side), _sketch_halo)
            halo.set_alpha(round(255 * lit))
            painter.image(halo, corner)
        image = painter.sprite(("lamp", lit > 0), (side, side), partial(_sketch_lamp, lit > 0))
        painter.image(image, corner)


def _sketch_halo(surface: pygame.Surface, _: float) -> None:
    side = surface.get_width()
    for step in range(16, 0, -1):
        alpha = round(120 * (1 - step / 16) ** 1.3) + 6
        pygame.draw.circle(surface, (*GLOW, alpha), (side / 2, side * 0.45), side / 2 * step / 16)
    pen = Pen(surface, 100.0)
    for number in range(12):
        turn = 2 * math.pi * (number + 0.5) / 12
        start = (50 + math.cos(turn) * 34, 45 + math.sin(turn) * 34)
        end = (50 + math.cos(turn) * 43, 45 + math.sin(turn) * 43)
        if end[1] < 82:
            pen.stroke(start, end, 2.6, (240, 170, 30))


def _sketch_lamp(lit: bool, surface: pygame.Surface, _: float) -> None:
    pen = Pen(surface, 100.0)
    glass: Colour = (255, 226, 120) if lit else (214, 216, 222)
    pen.disc(50, 42, 25, OUTLINE)
    pen.shape([(33, 56), (67, 56), (60, 70), (40, 70)], OUTLINE)
    pen.disc(50, 42, 22.4, glass)
    pen.shape([(36.4, 55), (63.6, 55), (57.4, 68), (42.6, 68)], glass)
    wire: Colour = (214, 120, 0) if lit else (120, 118, 124)
    for start, end in (((44, 66), (42, 46)), ((42, 46), (47, 51)), ((47, 51), (50, 45)),
                       ((50, 45), (53, 51)), ((53, 51), (58, 46)), ((58, 46), (56, 66))):  # fmt: skip
        pen.stroke(start, end, 1.8, wire)
    pen.arc(50, 42, 17, 0.55, 0.7, 3, mix(glass, (255, 255, 255), 0.75))
    for number in range(3):
        y = 70 + number * 6
        pen.box(40 + number * 1.5, y, 20 - number * 3, 6.4, OUTLINE, 3)
        pen.box(42 + number * 1.5, y + 1.5, 16 - number * 3, 3, (176, 178, 186), 1.5)


def paint_parting_fog(painter: Painter, rect: pygame.Rect, share: float) -> None:
    """Fog over a rect that has parted by a share from 0 to 1, and the light round what it lays open."""
    ring = rect.inflate(painter.look.px(10), painter.look.px(10))
    strength = math.sin(math.pi * min(1.0, share))
    painter.ring(
        ring, mix((255, 255, 255), (222, 150, 0), 0.25 + 0.75 * strength), radius=14, width=3
    )
    fade = (1 - share) ** 1.4
    side = max(8, round(min(rect.h * 1.5, rect.w * 0.5)))
    image = painter.sprite(("fog puff",), (side, side), _sketch_puff)
    image.set_alpha(round(245 * fade))
    for number in range(PUFFS):
        across = (number + 0.5) / PUFFS
        drift = (across - 0.5) * share * rect.w * 0.5
        rise = -share * rect.h * (0.35 + 0.3 * (number % 3))
        x = rect.x + rect.w * across + drift - side / 2
        y = rect.centery + ((number % 3) - 1) * rect.h * 0.2 + rise - side / 2
        painter.image(image, (round(x), round(y)))


def _sketch_puff(surface: pygame.Surface, _: float) -> None:
    side = surface.get_width()
    for step in range(10, 0, -1):
        alpha = round(210 * (1 - step / 11))
        pygame.draw.circle(
            surface, (226, 228, 236, alpha), (side / 2, side / 2), side / 2 * step / 10
        )
