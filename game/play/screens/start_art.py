"""The start of a game in a picture: the player's shop, and on the road before it the runners, hooded.

It stands on a scenario's card and in the briefing. The picture behind the title is next door in `title_art.py`.
"""

from __future__ import annotations

import math
from functools import partial
from zlib import crc32

import pygame

from game.play.figures.runner import paint_runner
from game.play.figures.shopfront import board_of, draw_shopfront
from game.play.kit import Canvas
from game.play.kit.painter import Painter
from game.play.kit.shapes import rounded
from game.play.kit.theme import Colour, mix
from game.sim.scenario import Scenario

MOST_RUNNERS = 6
FINE = 2
CORNERS = 10
"""The radius of the picture's corners, in design units."""
SKY: Colour = (250, 238, 212)
HILLS: tuple[Colour, ...] = ((208, 220, 198), (180, 202, 170))
GRASS: Colour = (146, 178, 136)
ROAD: Colour = (238, 218, 184)
ROAD_EDGE: Colour = (206, 176, 134)
NAME_STYLES = ("title", "heading", "strong", "small-strong", "small")


def start_canvas(scenario: Scenario, label: str, *, least_height: float = 70) -> Canvas:
    """A canvas with the shop of the player's seat and all who run, the player in front."""
    return Canvas(
        partial(draw_start, scenario),
        label=label,
        moving=True,
        least_height=least_height,
        grow=1,
        id="start-line",
    )


def draw_start(scenario: Scenario, painter: Painter, rect: pygame.Rect) -> None:
    """The shop and the road from the side, and on it the runners, shifting from foot to foot."""
    shelf = painter.look.drawer.shapes.images
    key = ("start", scenario.id, scenario.counter, rect.size)
    painter.image(shelf.get(key, lambda: _still(scenario, painter, rect.size)), rect.topleft)
    house = _house(rect)
    _paint_name(painter, board_of(house), scenario.seated.name)
    _paint_runners(painter, rect, house, min(len(scenario.runners), MOST_RUNNERS))


def _house(rect: pygame.Rect) -> pygame.Rect:
    """The shop: at the left where the picture is broad, else in the middle behind the runners."""
    broad = _is_broad(rect)
    high = round(min(rect.h * (0.50 if broad else 0.46), rect.w * (0.34 if broad else 0.62)))
    house = pygame.Rect(0, 0, round(high * 1.24), high)
    house.midbottom = (
        round(rect.x + rect.w * (0.25 if broad else 0.5)),
        round(rect.y + rect.h * 0.645),
    )
    return house


def _is_broad(rect: pygame.Rect) -> bool:
    return rect.w > rect.h * 1.5


def _paint_name(painter: Painter, board: pygame.Rect, name: str) -> None:
    """In the largest letters that the board bears; a name that is too long for any is left out."""
    room = board.w - painter.look.px(8)
    for style in NAME_STYLES:
        prose = painter.look.set(name, style, None)
        if prose.width <= room and prose.line_height <= board.h * 1.25:
            painter.text(name, board.center, style, (255, 250, 238), anchor="middle")
            return


def _paint_runners(painter: Painter, rect: pygame.Rect, house: pygame.Rect, count: int) -> None:
    now = 0.0 if painter.look.reduced_motion else painter.now
    left, right = rect.x + rect.w * 0.08, rect.right - rect.w * 0.12
    if _is_broad(rect):
        left = max(left, house.right + rect.w * 0.02)
    pitch = min((right - left) / max(1, count), rect.h * 0.5)
    size = round(min(rect.h * (0.52 if _is_broad(rect) else 0.36), pitch * 1.25))
    first = (left + right) / 2 - pitch * (count - 1) / 2
    for number in reversed(range(count)):
        bounce = abs(math.sin(now * 1.6 + number * 1.1)) * size * 0.03
        front = size * 0.1 if number == 0 else 0.0
        height = round(size * 1.14) if number == 0 else size
        feet = (first + pitch * number, rect.y + rect.h * 0.80 + front - bounce)
        paint_runner(painter, feet, height, number)


def _still(scenario: Scenario, painter: Painter, size: tuple[int, int]) -> pygame.Surface:
    wide, high = size[0] * FINE, size[1] * FINE
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
    house = _house(pygame.Rect(0, 0, wide, high))
    for x, scale in (
        (house.x - high * 0.09, 1.0),
        (house.right + high * 0.10, 0.8),
        (wide * 0.93, 0.7),
    ):
        _draw_tree(surface, (x, high * 0.62), high * 0.075 * scale)
    draw_shopfront(surface, house, scenario.counter, crc32(scenario.id.encode()))
    road = pygame.Rect(0, round(high * 0.66), wide, round(high * 0.24))
    pygame.draw.rect(surface, ROAD_EDGE, road.inflate(0, high * 0.03))
    pygame.draw.rect(surface, ROAD, road)
    _draw_line(surface, road)
    image = pygame.transform.smoothscale(surface, size)
    return rounded(image, painter.look.px(CORNERS))


def _draw_tree(surface: pygame.Surface, foot: tuple[float, float], radius: float) -> None:
    trunk = pygame.Rect(0, 0, round(radius * 0.34), round(radius * 1.5))
    trunk.midbottom = (round(foot[0]), round(foot[1]))
    pygame.draw.rect(surface, (134, 102, 76), trunk)
    for dx, dy, share in ((-0.5, -1.5, 0.72), (0.5, -1.5, 0.72), (0.0, -2.1, 0.85)):
        middle = (foot[0] + dx * radius, foot[1] + dy * radius)
        pygame.draw.circle(surface, (98, 140, 98), middle, radius * share)


def _draw_line(surface: pygame.Surface, road: pygame.Rect) -> None:
    """A chequered line at the right, over which they will start."""
    side = max(2, road.h // 8)
    x = road.right - side * 4
    for row in range(-(-road.h // side)):
        for column in range(2):
            ink = (52, 48, 60) if (row + column) % 2 else (255, 253, 246)
            high = min(side, road.bottom - (road.y + row * side))
            pygame.draw.rect(surface, ink, (x + column * side, road.y + row * side, side, high))
