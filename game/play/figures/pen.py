"""A pen: outlined shapes on a large surface, in units of a picture that may be shifted or widened as a whole.

What it draws is next door: people, runners, the furniture of the hall.
"""

from __future__ import annotations

import math
from itertools import pairwise

import pygame

from game.play.kit.painter import Point
from game.play.kit.theme import Colour


class Pen:
    """Draws outlined shapes on a large surface, in units of the picture."""

    def __init__(self, surface: pygame.Surface, units: float, down: float = 0.0) -> None:
        self.surface = surface
        self.scale = surface.get_height() / units
        self.down = down

    def at(self, x: float, y: float) -> Point:
        """A point of the picture in pixels."""
        return x * self.scale, (y + self.down) * self.scale

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
