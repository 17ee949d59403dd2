"""A runner with the hood down: the cloak and emblem of the race, and at last a face.

With the hood up, the same runner is next door in `runner.py`; heads are those of `person.py`.
"""

from __future__ import annotations

import math
from typing import Unpack

import pygame

from game.play.figures.features import features_of
from game.play.figures.palette import runner_colour
from game.play.figures.pen import Pen
from game.play.figures.person import TALL as PERSON_TALL
from game.play.figures.person import person_picture
from game.play.figures.portraits import Portrait
from game.play.figures.runner import TALL, WIDE, runner_picture
from game.play.kit.look import Look
from game.play.kit.painter import Painter, Point
from game.play.kit.shapes import FINE
from game.play.kit.theme import mix
from game.play.kit.widget import Options
from game.sim.people import KIND_NAMES

SHOULDERS = 27.0
"""From the top of the picture to where the cloak begins, in its own units."""

CHIN = 29.5
"""From the top of a person's picture to below the chin, in that picture's units."""


def unhooded_picture(look: Look, height: int, number: int, face: int) -> pygame.Surface:
    """A runner *height* pixels tall without the hood, kept."""
    size = (max(1, round(height * WIDE / TALL)), height)
    cloak = runner_picture(look, height * FINE, number)
    head = person_picture(look, round(height * FINE * 0.96), face, KIND_NAMES[number % 3], "")
    return look.drawer.shapes.sprite(
        ("unhooded", number, features_of(face)),
        size,
        lambda surface, _: _draw_unhooded(surface, cloak, head, number),
    )


def paint_unhooded(
    painter: Painter, feet: Point, height: int, number: int, face: int
) -> pygame.Rect:
    """Paint a runner without the hood standing at a point (pixels); gives back where."""
    image = unhooded_picture(painter.look, height, number, face)
    corner = (round(feet[0] - image.get_width() / 2), round(feet[1] - height))
    painter.image(image, corner)
    return image.get_rect(topleft=corner)


def face_of_runner(number: int, luck: int) -> int:
    """A face for a runner: the owner of the business, the same one in every game of a luck."""
    return (luck * 7919 + (number + 1) * 104_729) % 2_147_483_647


def _draw_unhooded(
    surface: pygame.Surface, cloak: pygame.Surface, head: pygame.Surface, number: int
) -> None:
    pen = Pen(surface, TALL)
    colour = runner_colour(number)
    dark = mix(colour, (0, 0, 0), 0.45)
    for radius, ink in ((11.2, dark), (9.8, mix(colour, (0, 0, 0), 0.2))):
        # The hood lies on the shoulders, behind the head.
        pen.shape(_fold(radius), ink)
    top = round(SHOULDERS * pen.scale)
    surface.blit(cloak, (0, top), (0, top, cloak.get_width(), cloak.get_height() - top))
    chin = round(CHIN / PERSON_TALL * head.get_height())
    corner = (surface.get_width() // 2 - head.get_width() // 2, round(31.5 * pen.scale) - chin)
    surface.blit(head, corner, (0, 0, head.get_width(), chin))


def _fold(radius: float) -> list[tuple[float, float]]:
    angles = [2 * math.pi * n / 40 for n in range(40)]
    return [(22 + math.cos(a) * radius, 28.5 + math.sin(a) * radius * 0.45) for a in angles]


class UnhoodedFigure(Portrait):
    """A runner without the hood, as a widget."""

    def __init__(
        self, number: int, face: int, size: float = 30, **options: Unpack[Options]
    ) -> None:
        super().__init__(size, **options)
        self.number = number
        self.face = face

    def paint(self, painter: Painter) -> None:
        """The picture, standing in the middle of its square."""
        side = painter.look.text_px(self.size)
        image = unhooded_picture(painter.look, side, self.number, self.face)
        painter.image(image, (self.rect.centerx - image.get_width() // 2, self.rect.y))
