"""A runner: a hooded figure in a cloak with an emblem. Who is under the hood shows only when it comes off.

Guests, who wear no hoods, are next door in `person.py`.
"""

from __future__ import annotations

import math

import pygame

from game.play.figures.palette import OUTLINE, runner_colour
from game.play.figures.pen import Pen
from game.play.kit.look import Look
from game.play.kit.painter import Painter, Point
from game.play.kit.theme import Colour, mix

TALL, WIDE = 60.0, 44.0
SHADE: Colour = (34, 28, 38)


def runner_picture(look: Look, height: int, number: int) -> pygame.Surface:
    """A hooded runner *height* pixels tall, kept; *number* 0 is the player."""
    size = (max(1, round(height * WIDE / TALL)), height)
    return look.drawer.shapes.sprite(
        ("runner", number), size, lambda surface, _: _draw_runner(surface, number)
    )


def paint_runner(painter: Painter, feet: Point, height: int, number: int) -> pygame.Rect:
    """Paint a hooded runner standing at a point (pixels); gives back where."""
    image = runner_picture(painter.look, height, number)
    corner = (round(feet[0] - image.get_width() / 2), round(feet[1] - height))
    painter.image(image, corner)
    return image.get_rect(topleft=corner)


def _draw_runner(surface: pygame.Surface, number: int) -> None:
    pen, cloak = Pen(surface, TALL), runner_colour(number)
    dark = mix(cloak, (0, 0, 0), 0.45)
    pen.oval(22, 56.6, 32, 6, (60, 40, 20))
    surface.fill((255, 255, 255, 70), special_flags=pygame.BLEND_RGBA_MULT)
    _draw_cloak(pen, cloak, dark)
    _draw_hood(pen, cloak, dark)
    _draw_emblem(pen, number, (22.0, 44.0), 5.2)


def _draw_cloak(pen: Pen, cloak: Colour, dark: Colour) -> None:
    pen.shape(_bell(0.0), dark)
    pen.shape(_bell(1.4), cloak)
    pen.shape([(22, 30), (14.5, 55.2), (17.5, 55.6), (22, 36)], mix(cloak, (0, 0, 0), 0.16))
    pen.shape([(22, 30), (29.5, 55.2), (26.5, 55.6), (22, 36)], mix(cloak, (0, 0, 0), 0.16))
    pen.box(9.6, 54.2, 24.8, 2.0, dark, 1)


def _bell(inset: float) -> list[tuple[float, float]]:
    """The outline of the cloak: narrow shoulders, wide hem."""
    left = [(15.5 + inset * 0.6, 26), (11.6 + inset, 33), (9.2 + inset, 42), (6.8 + inset, 53.6)]
    hem = [(8.4 + inset, 56.6 - inset), (35.6 - inset, 56.6 - inset)]
    right = [(44 - x, y) for x, y in reversed(left)]
    return [*left, *hem, *right]


def _draw_hood(pen: Pen, cloak: Colour, dark: Colour) -> None:
    pen.shape([(14, 12), (24.5, 1.0), (32, 12)], dark)
    pen.disc(22, 17.5, 12.6, dark)
    pen.shape([(15.4, 12.4), (24.2, 3.2), (30.4, 12.4)], cloak)
    pen.disc(22, 17.5, 11.2, cloak)
    pen.oval(22, 19.6, 16.4, 17, dark)
    pen.oval(22, 20.2, 14.2, 14.6, SHADE)
    for eye in (18.7, 25.3):
        pen.oval(eye, 20.4, 2.6, 3.2, (255, 246, 214))
        pen.disc(eye + 0.3, 20.8, 0.8, OUTLINE)
    pen.arc(22, 17.5, 9.6, 0.56, 0.7, 1.1, mix(cloak, (255, 255, 255), 0.35))
    pen.disc(22, 31.6, 2.2, dark)
    pen.disc(22, 31.6, 1.3, (246, 224, 150))


def _draw_emblem(pen: Pen, number: int, middle: tuple[float, float], radius: float) -> None:
    """What tells runners apart without colour: disc, square, triangle, diamond, cross, ring, star."""
    x, y = middle
    pale: Colour = (255, 250, 238)
    match number % 7:
        case 0:
            pen.disc(x, y, radius * 0.82, pale)
        case 1:
            pen.box(x - radius * 0.75, y - radius * 0.75, radius * 1.5, radius * 1.5, pale, 0.8)
        case 2:
            pen.shape(_corners(x, y + 0.8, radius * 1.05, 3, -0.25), pale)
        case 3:
            pen.shape(_corners(x, y, radius, 4, -0.25), pale)
        case 4:
            pen.box(x - radius * 0.3, y - radius * 0.9, radius * 0.6, radius * 1.8, pale)
            pen.box(x - radius * 0.9, y - radius * 0.3, radius * 1.8, radius * 0.6, pale)
        case 5:
            pen.disc(x, y, radius * 0.9, pale)
            pen.disc(x, y, radius * 0.45, runner_colour(number))
        case _:
            pen.shape(_star(x, y, radius), pale)


def _corners(
    x: float, y: float, radius: float, count: int, turn: float
) -> list[tuple[float, float]]:
    angles = [2 * math.pi * (turn + n / count) for n in range(count)]
    return [(x + math.cos(a) * radius, y + math.sin(a) * radius) for a in angles]


def _star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    outer, inner = _corners(x, y, radius, 5, -0.25), _corners(x, y, radius * 0.45, 5, -0.15)
    return [point for pair in zip(outer, inner, strict=True) for point in pair]
