"""A guest as a small picture: skin, hair, clothes; a hat, glasses or spiky hair by kind; a mark over the head by stage.

The same face number always gives the same person. Colours are next door in `palette.py`.
"""

from __future__ import annotations

import math
from itertools import pairwise

import pygame

from game.play.figures.palette import (
    CLOTHES,
    CROWD,
    CROWD_EDGE,
    HAIRS,
    MARKS,
    OUTLINE,
    PLAIN_CLOTHES,
    SKINS,
)
from game.play.kit.look import Look
from game.play.kit.painter import Painter, Point
from game.play.kit.shapes import draw_mark
from game.play.kit.theme import Colour, mix

TALL, WIDE = 48.0, 30.0
"""A person's picture in units of its own; the feet stand at the middle of its lower edge."""

HEAD = (15.0, 20.5)
HEAD_RADIUS = 6.6


class Pen:
    """Draws outlined shapes on a large surface, in units of the picture."""

    def __init__(self, surface: pygame.Surface, units: float) -> None:
        self.surface = surface
        self.scale = surface.get_height() / units

    def at(self, x: float, y: float) -> Point:
        """A point of the picture in pixels."""
        return x * self.scale, y * self.scale

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """A filled circle."""
        pygame.draw.circle(self.surface, colour, self.at(x, y), radius * self.scale)

    def oval(self, x: float, y: float, wide: float, tall: float, colour: Colour) -> None:
        """A filled ellipse about a middle."""
        corner = self.at(x - wide / 2, y - tall / 2)
        pygame.draw.ellipse(self.surface, colour, (*corner, wide * self.scale, tall * self.scale))

    def box(
        self, x: float, y: float, wide: float, tall: float, colour: Colour, radius: float = 0
    ) -> None:
        """A filled box with rounded corners, by its upper left."""
        rect = pygame.Rect(
            *(round(v) for v in (*self.at(x, y), wide * self.scale, tall * self.scale))
        )
        pygame.draw.rect(self.surface, colour, rect, border_radius=round(radius * self.scale))

    def shape(self, points: list[tuple[float, float]], colour: Colour) -> None:
        """A filled polygon."""
        pygame.draw.polygon(self.surface, colour, [self.at(x, y) for x, y in points])

    def stroke(
        self, start: tuple[float, float], end: tuple[float, float], wide: float, colour: Colour
    ) -> None:
        """A thick line with round ends."""
        pygame.draw.line(
            self.surface, colour, self.at(*start), self.at(*end), max(1, round(wide * self.scale))
        )
        for point in (start, end):
            self.disc(*point, wide / 2, colour)

    def arc(
        self,
        x: float,
        y: float,
        radius: float,
        first: float,
        last: float,
        wide: float,
        colour: Colour,
    ) -> None:
        """Part of a circle's line, angles in turns clockwise from the right."""
        steps = 12
        points = [
            (
                x + math.cos(2 * math.pi * (first + (last - first) * n / steps)) * radius,
                y + math.sin(2 * math.pi * (first + (last - first) * n / steps)) * radius,
            )
            for n in range(steps + 1)
        ]
        for start, end in pairwise(points):
            self.stroke(start, end, wide, colour)


def person_picture(look: Look, height: int, face: int, kind: str, stage: str) -> pygame.Surface:
    """A person *height* pixels tall (with the room over the head), kept."""
    size = (max(1, round(height * WIDE / TALL)), height)
    features = (face % 5, face // 5 % 5, face // 25 % 3, face // 75 % 5)
    key = ("person", features, kind, stage)
    return look.drawer.shapes.sprite(
        key, size, lambda surface, _: _draw_person(surface, features, kind, stage)
    )


def crowd_picture(look: Look, height: int) -> pygame.Surface:
    """A figure that stands for several people, kept."""
    size = (max(1, round(height * WIDE / TALL)), height)
    return look.drawer.shapes.sprite(("crowd",), size, lambda surface, _: _draw_crowd(surface))


def paint_person(
    painter: Painter, feet: Point, height: int, face: int, kind: str, stage: str = ""
) -> pygame.Rect:
    """Paint a person standing at a point (pixels); gives back where."""
    image = person_picture(painter.look, height, face, kind, stage)
    corner = (round(feet[0] - image.get_width() / 2), round(feet[1] - height))
    painter.image(image, corner)
    return image.get_rect(topleft=corner)


def face_picture(look: Look, side: int, face: int, kind: str, disc: Colour) -> pygame.Surface:
    """Head and shoulders on a round ground, kept."""
    features = (face % 5, face // 5 % 5, face // 25 % 3, face // 75 % 5)
    return look.drawer.shapes.sprite(
        ("face", features, kind, disc),
        (side, side),
        lambda surface, _: _draw_face(surface, features, kind, disc),
    )


def _draw_person(
    surface: pygame.Surface, features: tuple[int, int, int, int], kind: str, stage: str
) -> None:
    pen = Pen(surface, TALL)
    skin, hair = SKINS[features[0]], HAIRS[features[1]]
    clothes = CLOTHES.get(stage) or PLAIN_CLOTHES[features[3]]
    pen.oval(15, 45.6, 17, 4.2, (70, 50, 30))
    _fade(surface, pen, (70, 50, 30))
    _draw_legs(pen)
    _draw_body(pen, clothes, skin)
    _draw_head(pen, skin, hair, features[2], kind)
    if stage in MARKS:
        _draw_stage(surface, pen, stage)


def _fade(surface: pygame.Surface, pen: Pen, colour: Colour) -> None:
    """Turn the shadow that was just drawn into a soft one."""
    surface.fill((255, 255, 255, 62), special_flags=pygame.BLEND_RGBA_MULT)


def _draw_legs(pen: Pen) -> None:
    for x in (12.4, 17.6):
        pen.stroke((x, 38), (x, 43.6), 3.0, OUTLINE)
        pen.oval(x + (0.5 if x > 15 else -0.5), 45, 5, 2.8, OUTLINE)


def _draw_body(pen: Pen, clothes: Colour, skin: Colour) -> None:
    for x, hand in ((8.3, 6.4), (21.7, 23.6)):
        pen.stroke((x + (1 if x < 15 else -1), 29.5), (hand, 36), 4.6, OUTLINE)
        pen.stroke((x + (1 if x < 15 else -1), 29.5), (hand, 36), 2.8, clothes)
        pen.disc(hand, 36.6, 1.9, OUTLINE)
        pen.disc(hand, 36.6, 1.2, skin)
    pen.box(7.6, 26, 14.8, 15.2, OUTLINE, 5.6)
    pen.box(8.7, 27.1, 12.6, 13, clothes, 4.6)
    pen.box(8.7, 35.4, 12.6, 4.7, mix(clothes, (0, 0, 0), 0.12), 4)
    pen.shape([(12.4, 27.1), (17.6, 27.1), (15, 30.4)], mix(clothes, (255, 255, 255), 0.55))


def _draw_head(pen: Pen, skin: Colour, hair: Colour, style: int, kind: str) -> None:
    x, y = HEAD
    if style == 1:
        pen.box(x - 7.9, y - 4, 15.8, 12.4, OUTLINE, 6)
        pen.box(x - 7, y - 3, 14, 10.6, hair, 5.4)
    pen.disc(x, y, HEAD_RADIUS + 1.1, OUTLINE)
    pen.disc(x, y, HEAD_RADIUS, skin)
    _draw_hair(pen, hair, style)
    for eye in (x - 2.5, x + 2.5):
        pen.disc(eye, y + 0.8, 0.95, OUTLINE)
    pen.arc(x, y + 1.9, 2.3, 0.1, 0.4, 0.7, OUTLINE)
    if kind == "traditional":
        _draw_hat(pen)
    elif kind == "get_it":
        _draw_glasses(pen)
    else:
        _draw_spikes(pen, hair)


def _draw_hair(pen: Pen, hair: Colour, style: int) -> None:
    x, y = HEAD
    cap = [
        (x + math.cos(a) * HEAD_RADIUS, y + math.sin(a) * HEAD_RADIUS)
        for a in (math.pi + n * math.pi / 14 for n in range(15))
    ]
    pen.shape([*cap, (x + 4.6, y - 2.2), (x + 1.4, y - 3.4), (x - 3.6, y - 2.4)], hair)
    if style == 2:
        pen.disc(x, y - 7.2, 3.1, OUTLINE)
        pen.disc(x, y - 7.2, 2.2, hair)


def _draw_hat(pen: Pen) -> None:
    x, y = HEAD
    pen.box(x - 6.3, y - 11, 12.6, 8, OUTLINE, 3)
    pen.box(x - 9.4, y - 5.1, 18.8, 3.2, OUTLINE, 1.6)
    pen.box(x - 5.3, y - 10, 10.6, 5.2, (96, 84, 92), 2.4)
    pen.box(x - 5.3, y - 6.2, 10.6, 1.7, (196, 150, 90))


def _draw_glasses(pen: Pen) -> None:
    x, y = HEAD
    for side in (-2.9, 2.9):
        pen.disc(x + side, y + 0.8, 2.9, OUTLINE)
        pen.disc(x + side, y + 0.8, 2.0, (236, 246, 252))
        pen.disc(x + side, y + 0.9, 0.95, OUTLINE)
    pen.stroke((x - 0.8, y + 0.5), (x + 0.8, y + 0.5), 0.9, OUTLINE)


def _draw_spikes(pen: Pen, hair: Colour) -> None:
    x, y = HEAD
    outer = [(-7.6, -1.2), (-8.6, -7.4), (-4.9, -6.2), (-3.8, -11.2), (-0.6, -7.6), (2.6, -11.6), (4.2, -6.6),
             (8.4, -8), (7.6, -1.2)]  # fmt: skip
    inner = [(-6.2, -2), (-7, -5.9), (-4.2, -4.9), (-3.2, -9), (-0.4, -6), (2.2, -9.2), (3.6, -5.2), (6.9, -6.2),
             (6.2, -2), (3, -3.6), (-2.6, -3.4)]  # fmt: skip
    pen.shape([(x + dx, y + dy) for dx, dy in outer], OUTLINE)
    pen.shape([(x + dx, y + dy) for dx, dy in inner], hair)


def _draw_stage(surface: pygame.Surface, pen: Pen, stage: str) -> None:
    shape, colour = MARKS[stage]
    side = round(9.5 * pen.scale)
    mark = pygame.Surface((side, side), pygame.SRCALPHA)
    draw_mark(mark, shape, colour, mix(colour, (0, 0, 0), 0.45))
    surface.blit(mark, (round(15 * pen.scale - side / 2), 0))


def _draw_crowd(surface: pygame.Surface) -> None:
    pen = Pen(surface, TALL)
    pen.oval(15, 45.4, 15, 3.6, (70, 50, 30))
    _fade(surface, pen, (70, 50, 30))
    for x in (12.6, 17.4):
        pen.stroke((x, 38), (x, 44), 3.2, CROWD_EDGE)
    pen.box(8.2, 26.4, 13.6, 14.6, CROWD_EDGE, 5.4)
    pen.box(9.2, 27.4, 11.6, 12.6, CROWD, 4.6)
    pen.disc(*HEAD, HEAD_RADIUS + 0.4, CROWD_EDGE)
    pen.disc(*HEAD, HEAD_RADIUS - 0.6, CROWD)


def _draw_face(
    surface: pygame.Surface, features: tuple[int, int, int, int], kind: str, disc: Colour
) -> None:
    side = surface.get_width()
    pygame.draw.circle(surface, disc, (side / 2, side / 2), side / 2)
    bust = pygame.Surface((side, side), pygame.SRCALPHA)
    large = pygame.Surface(
        (round(side * 1.52 * WIDE / TALL * 1.06), round(side * 1.62)), pygame.SRCALPHA
    )
    pen = Pen(large, TALL)
    _draw_body(pen, PLAIN_CLOTHES[features[3]], SKINS[features[0]])
    _draw_head(pen, SKINS[features[0]], HAIRS[features[1]], features[2], kind)
    bust.blit(large, (round(side / 2 - 15 * pen.scale), round(-side * 0.2)))
    cover = pygame.Surface((side, side), pygame.SRCALPHA)
    pygame.draw.circle(cover, (255, 255, 255), (side / 2, side / 2), side / 2)
    bust.blit(cover, (0, 0), special_flags=pygame.BLEND_RGBA_MIN)
    surface.blit(bust, (0, 0))
