"""The runners at the start line, hooded: the picture on a scenario's card and in the briefing.

The picture behind the title is next door in `title_art.py`.
"""

from __future__ import annotations

import math
from functools import partial

import pygame

from game.play.figures.runner import paint_runner
from game.play.kit import Canvas
from game.play.kit.painter import Painter
from game.play.kit.theme import Colour, mix

MOST_RUNNERS = 6
SKY: Colour = (250, 238, 212)
HILLS: tuple[Colour, ...] = ((208, 220, 198), (180, 202, 170))
GRASS: Colour = (146, 178, 136)
ROAD: Colour = (238, 218, 184)
ROAD_EDGE: Colour = (206, 176, 134)


def start_canvas(count: int, label: str, *, least_height: float = 150, grow: float = 1) -> Canvas:
    """A canvas with that many runners, the player in front."""
    shown = min(count, MOST_RUNNERS)
    return Canvas(
        partial(draw_start, shown),
        label=label,
        moving=True,
        least_height=least_height,
        grow=grow,
        id="start-line",
    )


def draw_start(count: int, painter: Painter, rect: pygame.Rect) -> None:
    """The road from the side, and on it the runners, shifting from foot to foot."""
    shelf = painter.look.drawer.shapes.images
    painter.image(shelf.get(("start", rect.size), lambda: _still(rect.size)), rect.topleft)
    now = 0.0 if painter.look.reduced_motion else painter.now
    pitch = min(rect.w * 0.8 / max(1, count), rect.h * 0.62)
    left = rect.centerx - pitch * (count - 1) / 2
    size = round(min(rect.h * 0.56, pitch * 1.25))
    for number in reversed(range(count)):
        bounce = abs(math.sin(now * 1.6 + number * 1.1)) * size * 0.03
        front = size * 0.1 if number == 0 else 0.0
        height = round(size * 1.14) if number == 0 else size
        feet = (left + pitch * number, rect.y + rect.h * 0.80 + front - bounce)
        paint_runner(painter, feet, height, number)
    painter.ring(rect, "line", radius=3, width=1)


def _still(size: tuple[int, int]) -> pygame.Surface:
    wide, high = size[0] * 2, size[1] * 2
    surface = pygame.Surface((wide, high))
    for y in range(0, high, 4):
        surface.fill(mix(SKY, (255, 250, 238), min(1.0, y / (high * 0.5))), (0, y, wide, 4))
    for number, colour in enumerate(HILLS):
        crest = high * (0.36 + 0.1 * number)
        points = [
            (wide * step / 40, crest - high * 0.07 * math.sin(step / 40 * 5.5 + number * 2.2))
            for step in range(41)
        ]
        pygame.draw.polygon(surface, colour, [(0, high), *points, (wide, high)])
    pygame.draw.rect(surface, GRASS, (0, high * 0.56, wide, high * 0.44))
    road = pygame.Rect(0, round(high * 0.64), wide, round(high * 0.26))
    pygame.draw.rect(surface, ROAD_EDGE, road.inflate(0, high * 0.03))
    pygame.draw.rect(surface, ROAD, road)
    _draw_line(surface, road)
    return pygame.transform.smoothscale(surface, size)


def _draw_line(surface: pygame.Surface, road: pygame.Rect) -> None:
    """A chequered line at the right, over which they will start."""
    side = max(2, road.h // 8)
    x = road.right - side * 4
    for row in range(-(-road.h // side)):
        for column in range(2):
            ink = (52, 48, 60) if (row + column) % 2 else (255, 253, 246)
            high = min(side, road.bottom - (road.y + row * side))
            pygame.draw.rect(surface, ink, (x + column * side, road.y + row * side, side, high))
