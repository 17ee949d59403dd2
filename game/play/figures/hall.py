"""The room of the party without its guests: wall, windows, lights on a string, tables, rug and plants.

Drawn once for each size and kept. Who stands in it is painted over it by `game/play/screens/table/party.py`.
"""

from __future__ import annotations

import math
from functools import partial

import pygame

from game.play.figures.person import Pen
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.theme import HUES, Colour, mix

WALL: Colour = (223, 206, 182)
WALL_LINE: Colour = (190, 168, 140)
FLOOR: Colour = (246, 233, 211)
BOARD: Colour = (238, 222, 196)
RUG: tuple[Colour, ...] = (
    (201, 108, 88),
    (246, 222, 190),
    (218, 128, 104),
    (226, 142, 116),
    (218, 128, 104),
)
WALL_SHARE = 0.16
"""The part of the height that is wall; people stand below."""

BULBS = ("orange", "sky", "green", "vermillion", "purple", "yellow")


def floor_of(rect: pygame.Rect) -> pygame.Rect:
    """The part of the room that people stand in."""
    top = round(rect.h * (WALL_SHARE - 0.05))
    return pygame.Rect(rect.x, rect.y + top, rect.w, rect.h - top)


def hall_picture(look: Look, size: tuple[int, int]) -> pygame.Surface:
    """The empty room at a size in pixels, kept."""
    return look.drawer.shapes.images.get(("hall", size), lambda: _draw_hall(look, size))


def _draw_hall(look: Look, size: tuple[int, int]) -> pygame.Surface:
    surface = pygame.Surface(size)
    painter = Painter(surface, look)
    rect = surface.get_rect()
    wall = pygame.Rect(0, 0, rect.w, round(rect.h * WALL_SHARE))
    surface.fill(FLOOR)
    _draw_boards(surface, wall.bottom)
    surface.fill(WALL, wall)
    _draw_panels(surface, wall)
    surface.fill(WALL_LINE, (0, wall.bottom - 3, rect.w, 3))
    unit = rect.h / 440
    _draw_windows(painter, wall, unit)
    _draw_lights(painter, wall, unit)
    _draw_rug(painter, rect)
    _put(
        painter, "bar", (rect.w * 0.025, rect.h * 0.085), (rect.w * 0.19, rect.h * 0.155), _draw_bar
    )
    _put(
        painter,
        "cakes",
        (rect.w * 0.76, rect.h * 0.1),
        (rect.w * 0.215, rect.h * 0.135),
        _draw_cakes,
    )
    for x in (0.002, 0.928):
        _put(
            painter,
            "plant",
            (rect.w * x, rect.h * 0.83),
            (rect.w * 0.07, rect.h * 0.165),
            _draw_plant,
        )
    return surface


def _draw_boards(surface: pygame.Surface, top: int) -> None:
    """Floor boards, wider towards the front."""
    y, step, row = float(top), 18.0, 0
    width, height = surface.get_size()
    while y < height:
        pygame.draw.line(surface, BOARD, (0, y), (width, y), 2)
        for part in range(4):
            x = width * ((part + (row % 3) / 3) / 4 + 0.06)
            pygame.draw.line(surface, BOARD, (x, y), (x, y + step), 2)
        y, step, row = y + step, step * 1.13, row + 1


def _draw_panels(surface: pygame.Surface, wall: pygame.Rect) -> None:
    low = wall.copy()
    low.h = wall.h // 3
    low.bottom = wall.bottom
    surface.fill(mix(WALL, (120, 84, 60), 0.14), low)
    surface.fill(WALL_LINE, (0, low.y, wall.w, 2))


def _draw_windows(painter: Painter, wall: pygame.Rect, unit: float) -> None:
    wide, tall = round(56 * unit * 1.15), round(32 * unit)
    for place in range(4):
        frame = pygame.Rect(0, 0, wide, tall)
        frame.center = (round(wall.w * (0.29 + 0.14 * place)), round(wall.h * 0.5))
        painter.surface.fill((252, 248, 240), frame)
        pane = frame.inflate(-6 * unit, -6 * unit)
        painter.surface.fill((178, 212, 234), pane)
        painter.surface.fill((206, 230, 244), (pane.x, pane.y, pane.w, pane.h // 2))
        painter.surface.fill((252, 248, 240), (frame.centerx - 1, frame.y, 3, frame.h))


def _draw_lights(painter: Painter, wall: pygame.Rect, unit: float) -> None:
    """A string of coloured bulbs in three swags."""
    points = []
    for step in range(97):
        x = step / 96
        sag = abs(math.sin(x * math.pi * 3)) * 15 * unit
        points.append((x * wall.w, 3 * unit + sag))
    pygame.draw.aalines(painter.surface, (120, 104, 92), False, points)
    for number in range(13):
        x, y = points[4 + number * 7]
        painter.mark("dot", (x, y + 4 * unit), round(11 * unit), HUES[BULBS[number % 6]])


def _draw_rug(painter: Painter, rect: pygame.Rect) -> None:
    size = (round(rect.w * 0.37), round(rect.h * 0.33))
    image = painter.sprite(("rug",), size, _sketch_rug)
    painter.image(image, (round(rect.w * 0.5 - size[0] / 2), round(rect.h * 0.585 - size[1] / 2)))


def _sketch_rug(surface: pygame.Surface, fine: float) -> None:
    rect = surface.get_rect()
    for colour, share in zip(RUG, (1.0, 0.93, 0.88, 0.62, 0.57), strict=True):
        inner = pygame.Rect(0, 0, rect.w * share, rect.h * share)
        inner.center = rect.center
        pygame.draw.ellipse(surface, colour, inner)


def _put(
    painter: Painter,
    name: str,
    corner: tuple[float, float],
    size: tuple[float, float],
    draw: object,
) -> None:
    """Place a piece of furniture, drawn with smooth edges."""
    pixels = (max(1, round(size[0])), max(1, round(size[1])))
    image = painter.sprite(("hall", name), pixels, partial(_sketch, draw))
    painter.image(image, (round(corner[0]), round(corner[1])))


def _sketch(draw: object, surface: pygame.Surface, fine: float) -> None:
    assert callable(draw)
    draw(Pen(surface, 100.0), surface.get_width() / surface.get_height() * 100)


def _draw_bar(pen: Pen, wide: float) -> None:
    for place, hue in enumerate(("blue", "green", "vermillion", "purple")):
        x = wide * (0.14 + 0.2 * place)
        pen.box(x, 6, 9, 34, mix(HUES[hue], (0, 0, 0), 0.35), 3)
        pen.box(x + 1.6, 14, 5.8, 25, HUES[hue], 2)
        pen.box(x + 2.4, 1, 4.2, 12, mix(HUES[hue], (0, 0, 0), 0.35), 1)
    pen.box(0, 36, wide, 62, (96, 60, 38), 12)
    pen.box(3, 39, wide - 6, 30, (186, 140, 100), 9)
    pen.box(3, 66, wide - 6, 29, (140, 94, 66), 9)


def _draw_cakes(pen: Pen, wide: float) -> None:
    pen.box(0, 40, wide, 58, (196, 176, 150), 14)
    pen.box(3, 43, wide - 6, 52, (255, 253, 246), 12)
    pen.box(3, 80, wide - 6, 15, (238, 228, 212), 10)
    for place, colour in enumerate(
        ((246, 214, 150), (196, 134, 92), (252, 226, 214), (206, 148, 100))
    ):
        x = wide * (0.08 + 0.225 * place)
        pen.box(x, 20, 34, 32, (150, 104, 70), 6)
        pen.box(x + 2, 22, 30, 28, colour, 5)
        pen.box(x + 2, 22, 30, 9, (255, 250, 240), 4)
        pen.disc(x + 17, 17, 5, (196, 66, 50))


def _draw_plant(pen: Pen, wide: float) -> None:
    middle = wide / 2
    for lean, tall in ((-0.42, 44), (-0.24, 24), (0, 12), (0.24, 24), (0.42, 44)):
        tip = (middle + lean * wide, float(tall))
        pen.stroke((middle, 66), tip, 13, (24, 92, 62))
        pen.stroke((middle, 66), tip, 9.5, (52, 140, 92))
        pen.stroke((middle, 64), tip, 1.6, (110, 186, 134))
    pen.box(middle - 20, 62, 40, 36, (150, 62, 70), 8)
    pen.box(middle - 17, 65, 34, 30, (222, 120, 124), 6)
    pen.box(middle - 20, 60, 40, 10, (150, 62, 70), 4)
    pen.box(middle - 17, 62, 34, 6, (234, 140, 140), 3)
