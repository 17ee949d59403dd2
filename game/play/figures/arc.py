"""The arc of a run as a small picture: the player's line with a runner at its end, the others' lines behind it.

The lines of a chart that can be read are in `game/play/kit/chart.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pygame

from game.play.figures.palette import RUNNER_COLOURS
from game.play.kit.shapes import FINE
from game.play.kit.theme import Colour, mix

PALE = 0.55
GROUND: Colour = (246, 240, 228)
MARGIN = 0.1


def arc_picture(arcs: Sequence[Sequence[int]], size: tuple[int, int]) -> pygame.Surface:
    """The lines on one scale, the player's (the first) on top; drawn larger and scaled down."""
    wide, high = size[0] * FINE, size[1] * FINE
    big = pygame.Surface((wide, high), pygame.SRCALPHA)
    top = max(1, max((max(line, default=0) for line in arcs), default=1))
    for number, line in reversed(list(enumerate(arcs))):
        colour = RUNNER_COLOURS[number % len(RUNNER_COLOURS)]
        if number:
            colour = mix(colour, GROUND, PALE)
        points = _points((0, *line), top, wide, high)
        thick = max(2, round(high * (0.02 if number else 0.04)))
        for start, end in pairwise(points):
            pygame.draw.line(big, colour, start, end, thick)
        for point in points:
            pygame.draw.circle(big, colour, point, thick / 2)
        if not number:
            pygame.draw.circle(big, colour, points[-1], high * 0.06)
    return pygame.transform.smoothscale(big, size)


def _points(line: Sequence[int], top: int, wide: int, high: int) -> list[tuple[float, float]]:
    step = wide * (1 - 2 * MARGIN) / max(1, len(line) - 1)
    return [
        (wide * MARGIN + step * n, high * (1 - MARGIN) - high * (1 - 2 * MARGIN) * value / top)
        for n, value in enumerate(line)
    ]
