"""Doors: each place of the town as a door in the wall of the party. The street's own door is at the side.

Which doors there are, and how busy, is decided in `game/play/presenters/doors.py`; the wall is in `hall.py`.
"""

from __future__ import annotations

import pygame

from game.play.figures.hall import WALL_SHARE
from game.play.figures.pen import Pen
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.theme import HUES, Colour, mix
from game.play.presenters.doors import Door
from game.play.presenters.floor import STREET_DOOR

FIRST, LAST = 0.165, 0.838
"""The stretch of the wall that doors stand in, as shares of its width."""

PAINTS: tuple[Colour, ...] = (
    (86, 128, 140), (156, 96, 74), (106, 132, 84), (128, 100, 140), (176, 132, 66), (84, 106, 150), (150, 84, 104),
    (104, 112, 108),
)  # fmt: skip
WARM: tuple[Colour, ...] = (
    (96, 84, 84),
    (206, 164, 112),
    (244, 204, 130),
    (255, 222, 140),
    (255, 238, 178),
)
"""What one sees through a door: dark where nobody is, brighter the more there are."""


def door_rects(rect: pygame.Rect, count: int) -> list[pygame.Rect]:
    """Where the doors stand in a room of that place and size, in pixels, in their order."""
    wall = rect.h * WALL_SHARE
    tall = round(wall * 0.76)
    stretch = rect.w * (LAST - FIRST)
    wide = round(min(tall * 0.78, stretch / max(1, count) * 0.72))
    found = []
    for place in range(count):
        middle = rect.x + rect.w * FIRST + stretch * (place + 0.5) / count
        found.append(pygame.Rect(round(middle - wide / 2), round(rect.y + wall - tall), wide, tall))
    return found


def paint_doors(painter: Painter, rect: pygame.Rect, doors: tuple[Door, ...]) -> None:
    """All the doors, each with its icon, and its name below where there is room for it; the street's door."""
    look = painter.look
    for door, place in zip(doors, door_rects(rect, len(doors)), strict=True):
        painter.image(_picture(look, place.size, door), place.topleft)
        side = round(place.w * 0.42)
        ink: Colour = (120, 110, 104) if door.state == "closed" else (64, 46, 36)
        painter.icon(door.icon, (place.centerx, place.y + place.h * 0.36), side, ink, 2.4)
    _paint_street_door(painter, rect)


def threshold(doors: tuple[Door, ...], id: str) -> tuple[float, float]:
    """Where one steps in through a place's door, as shares of the floor; at the street's door where there is none."""
    for number, door in enumerate(doors):
        if door.id == id and door.state == "open":
            x = FIRST + (LAST - FIRST) * (number + 0.5) / len(doors)
            return x, 0.05 / (1 - WALL_SHARE + 0.05)
    return STREET_DOOR


def street_rect(rect: pygame.Rect) -> pygame.Rect:
    """The street's door, at the left, in pixels."""
    top = rect.y + rect.h * (WALL_SHARE - 0.05)
    floor = rect.h * (1 - WALL_SHARE + 0.05)
    wide, tall = round(rect.w * 0.03), round(rect.h * 0.15)
    return pygame.Rect(rect.x, round(top + floor * STREET_DOOR[1] - tall * 0.86), wide, tall)


def _picture(look: Look, size: tuple[int, int], door: Door) -> pygame.Surface:
    paint = PAINTS[door.number % len(PAINTS)]
    return look.drawer.shapes.sprite(
        ("door", paint, door.state, door.busy, door.mine),
        size,
        lambda surface, _: _draw_door(surface, paint, door),
    )


def _draw_door(surface: pygame.Surface, paint: Colour, door: Door) -> None:
    pen = Pen(surface, 100.0)
    wide = surface.get_width() / surface.get_height() * 100
    pen.box(0, 0, wide, 100, (92, 70, 56), 9)
    if door.state == "closed":
        pen.box(5, 5, wide - 10, 95, mix(paint, (140, 132, 128), 0.6), 6)
        for y, slant in ((30, 7), (56, -6), (76, 5)):
            pen.stroke((3, y - slant), (wide - 3, y + slant), 10, (96, 72, 52))
            pen.stroke((4, y - slant), (wide - 4, y + slant), 6.4, (178, 140, 98))
        return
    pen.box(5, 5, wide - 10, 95, WARM[door.busy], 6)
    _draw_visitors(pen, wide, door.busy)
    # The leaf stands open against the frame; its upper half carries the place's icon on a pale sign.
    pen.box(5, 5, wide * 0.16, 95, mix(paint, (0, 0, 0), 0.3), 3)
    pen.box(6.5, 6.5, wide * 0.13, 92, paint, 3)
    if door.mine:
        _draw_flag(pen, wide)
    pen.disc(wide * 0.5, 36, wide * 0.33, mix(paint, (0, 0, 0), 0.35))
    pen.disc(wide * 0.5, 36, wide * 0.29, (255, 250, 238))


def _draw_visitors(pen: Pen, wide: float, busy: int) -> None:
    """Heads behind the door: one for each step of crowdedness."""
    shade = mix(WARM[busy], (70, 52, 48), 0.62)
    for number in range(busy):
        x = wide * (0.32 + 0.17 * number)
        y = 74 + (number % 2) * 6
        pen.disc(x, y, 8.2, shade)
        pen.box(x - 9, y + 7, 18, 40, shade, 7)


def _draw_flag(pen: Pen, wide: float) -> None:
    """On the doors of places where one is: a small flag in one's own colour."""
    x = wide * 0.93
    pen.stroke((x, 3), (x, 30), 4.4, (70, 52, 44))
    pen.shape([(x, 2), (x - wide * 0.42, 11), (x, 21)], (0, 74, 68))
    pen.shape([(x - 2, 5), (x - wide * 0.32, 11), (x - 2, 17)], HUES["green"])


def _paint_street_door(painter: Painter, rect: pygame.Rect) -> None:
    place = street_rect(rect)
    mat = (round(place.w * 2.2), round(place.h * 0.3))
    image = painter.sprite(("street mat",), mat, _sketch_mat)
    painter.image(image, (place.right - place.w // 3, place.bottom - mat[1] + 2))
    image = painter.sprite(("street door",), place.size, _sketch_street)
    painter.image(image, place.topleft)


def _sketch_street(surface: pygame.Surface, _: float) -> None:
    pen = Pen(surface, 100.0)
    wide = surface.get_width() / surface.get_height() * 100
    pen.shape([(0, 0), (wide, 10), (wide, 90), (0, 100)], (92, 70, 56))
    pen.shape([(0, 7), (wide * 0.8, 15), (wide * 0.8, 86), (0, 93)], (255, 236, 178))
    pen.shape([(0, 50), (wide * 0.8, 52), (wide * 0.8, 86), (0, 93)], (216, 190, 150))


def _sketch_mat(surface: pygame.Surface, _: float) -> None:
    rect = surface.get_rect()
    pygame.draw.ellipse(surface, (150, 116, 84), rect)
    pygame.draw.ellipse(surface, (182, 146, 108), rect.inflate(-rect.w // 8, -rect.h // 5))
