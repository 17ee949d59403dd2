"""The picture behind the title: a square with bunting, people on it, and hooded runners on a long road.

Runners and people are drawn in `game/play/figures`; the sheet with the buttons is in `title.py`.
"""

from __future__ import annotations

import math

import pygame

from game.play.figures.person import paint_person
from game.play.figures.runner import paint_runner
from game.play.kit.painter import Painter
from game.play.kit.theme import Colour, mix

FINE = 2
"""How much larger the still part is drawn before it is scaled down."""

SKY_TOP, SKY_LOW = (250, 236, 206), (255, 248, 232)
HILLS: tuple[Colour, ...] = ((206, 218, 196), (186, 206, 176), (164, 190, 154))
ROAD: Colour = (240, 220, 184)
ROAD_EDGE: Colour = (206, 176, 134)
GRASS: Colour = (150, 180, 138)
SQUARE: Colour = (236, 216, 186)
STONES: Colour = (220, 196, 160)
WALLS: tuple[Colour, ...] = (
    (238, 206, 170), (222, 180, 160), (206, 214, 216), (244, 224, 178), (214, 196, 220), (226, 208, 190),
)  # fmt: skip
ROOFS: tuple[Colour, ...] = (
    (176, 92, 70), (140, 82, 84), (110, 108, 124), (186, 116, 62), (120, 92, 126), (160, 98, 76),
)  # fmt: skip
FLAGS: tuple[Colour, ...] = (
    (230, 159, 0),
    (86, 180, 233),
    (0, 158, 115),
    (204, 121, 167),
    (240, 228, 66),
)

GUESTS = (
    # Where they stand (shares of the picture), how tall, whose face, which kind.
    (0.395, 0.905, 0.150, 11, "traditional"), (0.47, 0.985, 0.170, 238, "get_it"),
    (0.525, 0.885, 0.145, 77, "scissors"), (0.60, 0.965, 0.166, 341, "get_it"),
    (0.895, 0.985, 0.172, 19, "traditional"), (0.835, 0.900, 0.148, 154, "get_it"),
    (0.965, 0.925, 0.154, 263, "traditional"), (0.765, 0.970, 0.168, 302, "scissors"),
    (0.685, 0.895, 0.148, 128, "get_it"),
)  # fmt: skip
RUNNERS = ((0.08, 0), (0.25, 1), (0.42, 2), (0.60, 3))
"""How far along the road each runner is (0 near, 1 far) and which one."""

Point = tuple[float, float]


def draw_title(painter: Painter, rect: pygame.Rect) -> None:
    """The still part, kept; then the runners, who bob along, and the people."""
    shelf = painter.look.drawer.shapes.images
    painter.image(shelf.get(("title", rect.size), lambda: _still(rect.size)), rect.topleft)
    moving = 0.0 if painter.look.reduced_motion else painter.now
    for along, number in sorted(RUNNERS, reverse=True):
        _draw_runner(painter, rect, along, number, moving)
    for x, y, tall, face, kind in sorted(GUESTS, key=lambda one: one[1]):
        sway = math.sin(moving * 1.3 + face) * 0.0012
        feet = (rect.x + x * rect.w, rect.y + (y + sway) * rect.h)
        paint_person(painter, feet, round(tall * rect.h), face, kind)


def _draw_runner(
    painter: Painter, rect: pygame.Rect, along: float, number: int, now: float
) -> None:
    (x, y), width = road_at(along)
    size = round(rect.h * (0.062 + width * 0.62))
    bounce = abs(math.sin(now * (2.2 + 0.35 * number) + number)) * 0.06 * size
    side = (number % 2 - 0.5) * width * 0.5
    paint_runner(
        painter, (rect.x + (x + side) * rect.w, rect.y + y * rect.h - bounce), size, number
    )


def road_at(along: float) -> tuple[Point, float]:
    """The middle of the road and its width, in shares of the picture: near the square at 0, at the horizon at 1."""
    near = 1 - along
    x = 0.66 + 0.17 * math.sin(along * 6.6) * (0.2 + 0.8 * near) + 0.07 * along
    y = 0.335 + 0.485 * near**1.5
    return (x, y), 0.006 + 0.21 * near**1.8


def _still(size: tuple[int, int]) -> pygame.Surface:
    """Sky, hills, road, square and houses, drawn larger and scaled down."""
    wide, high = size[0] * FINE, size[1] * FINE
    large = pygame.Surface((wide, high))
    _draw_sky(large)
    for number, colour in enumerate(HILLS):
        _draw_hill(large, number, colour)
    _draw_meadow(large)
    _draw_road(large)
    _draw_trees(large)
    _draw_square(large)
    _draw_houses(large)
    _draw_bunting(large)
    return pygame.transform.smoothscale(large, size)


def _draw_sky(surface: pygame.Surface) -> None:
    wide, high = surface.get_size()
    for row in range(0, high // 2 + 1, 4):
        surface.fill(mix(SKY_TOP, SKY_LOW, row / (high / 2)), (0, row, wide, 4))
    pygame.draw.circle(surface, (255, 224, 150), (wide * 0.86, high * 0.17), high * 0.065)
    for x, y, scale in ((0.47, 0.15, 1.0), (0.66, 0.09, 0.7), (0.95, 0.27, 0.8)):
        for dx, radius in ((-0.035, 0.022), (0.0, 0.034), (0.04, 0.024)):
            middle = (wide * (x + dx * scale), high * y)
            pygame.draw.circle(surface, (255, 252, 244), middle, high * radius * scale)
        base = pygame.Rect(0, 0, wide * 0.11 * scale, high * 0.03 * scale)
        base.midtop = (round(wide * x), round(high * (y + 0.004)))
        pygame.draw.rect(surface, (255, 252, 244), base, border_radius=base.h // 2)


def _draw_hill(surface: pygame.Surface, number: int, colour: Colour) -> None:
    wide, high = surface.get_size()
    crest = 0.335 + 0.03 * number
    points = [(0.0, float(high))]
    for step in range(61):
        x = step / 60
        wave = 0.035 * math.sin(x * 5.0 + number * 2.1) + 0.018 * math.sin(x * 11 + number)
        points.append((wide * x, high * (crest - wave)))
    points.append((float(wide), float(high)))
    pygame.draw.polygon(surface, colour, points)


def _draw_meadow(surface: pygame.Surface) -> None:
    wide, high = surface.get_size()
    top = high * 0.43
    for step in range(40):
        y = top + (high - top) * step / 40
        surface.fill(mix(GRASS, (126, 160, 118), step / 40), (0, round(y), wide, high // 40 + 4))


def _draw_road(surface: pygame.Surface) -> None:
    wide, high = surface.get_size()
    for extra, colour in ((0.010, ROAD_EDGE), (0.0, ROAD)):
        left, right = [], []
        for step in range(121):
            (x, y), width = road_at(step / 120)
            half = width / 2 + extra * (1.1 - step / 120)
            left.append((wide * (x - half), high * y))
            right.append((wide * (x + half), high * y))
        pygame.draw.polygon(surface, colour, [*left, *reversed(right)])
    for step in range(3, 118, 5):
        (x, y), width = road_at(step / 120)
        (x2, y2), _ = road_at((step + 2.2) / 120)
        ends = ((wide * x, high * y), (wide * x2, high * y2))
        pygame.draw.line(surface, (252, 240, 216), *ends, max(1, round(wide * width * 0.035)))


def _draw_trees(surface: pygame.Surface) -> None:
    wide, high = surface.get_size()
    for x, y, scale in (
        (0.44, 0.50, 0.6), (0.40, 0.58, 0.9), (0.93, 0.47, 0.55), (0.88, 0.52, 0.75), (0.97, 0.60, 1.05),
        (0.53, 0.455, 0.4), (0.79, 0.435, 0.35), (0.35, 0.52, 0.7),
    ):  # fmt: skip
        foot, radius = (wide * x, high * y), high * 0.045 * scale
        trunk = pygame.Rect(0, 0, radius * 0.34, radius * 1.5)
        trunk.midbottom = (round(foot[0]), round(foot[1]))
        pygame.draw.rect(surface, (134, 102, 76), trunk)
        for dx, dy, share in ((-0.5, -1.5, 0.72), (0.5, -1.5, 0.72), (0.0, -2.1, 0.85)):
            middle = (foot[0] + dx * radius, foot[1] + dy * radius)
            pygame.draw.circle(surface, (98, 140, 98), middle, radius * share)


def _draw_square(surface: pygame.Surface) -> None:
    wide, high = surface.get_size()
    rim = pygame.Rect(wide * 0.27, high * 0.775, wide * 0.82, high * 0.42)
    pygame.draw.ellipse(surface, ROAD_EDGE, rim.inflate(wide * 0.012, high * 0.018))
    pygame.draw.ellipse(surface, SQUARE, rim)
    for ring in (0.86, 0.7, 0.54, 0.38):
        inner = rim.scale_by(ring, ring)
        pygame.draw.ellipse(surface, STONES, inner, max(2, high // 400))


def _draw_houses(surface: pygame.Surface) -> None:
    """The street at the left, behind the sheet with the buttons, and its last house beside it."""
    wide, high = surface.get_size()
    x = -0.03
    for number, (across, tall) in enumerate(
        ((0.10, 0.40), (0.09, 0.47), (0.11, 0.36), (0.085, 0.43), (0.10, 0.33))
    ):
        house = pygame.Rect(wide * x, high * (0.86 - tall), wide * across, high * tall)
        _draw_house(surface, house, number)
        x += across - 0.002


def _draw_house(surface: pygame.Surface, house: pygame.Rect, number: int) -> None:
    wall, roof = WALLS[number % len(WALLS)], ROOFS[number % len(ROOFS)]
    dark = mix(wall, (60, 40, 30), 0.35)
    gable = house.w * 0.5
    tip = (house.centerx, house.y - gable)
    eaves = [(house.x - house.w * 0.06, house.y), tip, (house.right + house.w * 0.06, house.y)]
    pygame.draw.rect(surface, wall, house)
    pygame.draw.rect(surface, dark, house, max(2, house.w // 60))
    pygame.draw.polygon(surface, roof, eaves)
    pygame.draw.polygon(surface, mix(roof, (40, 20, 20), 0.4), eaves, max(2, house.w // 60))
    _draw_windows(surface, house, dark)
    if number % 2 == 0:
        _draw_awning(surface, house, FLAGS[number % len(FLAGS)])


def _draw_windows(surface: pygame.Surface, house: pygame.Rect, frame: Colour) -> None:
    pane = pygame.Rect(0, 0, house.w * 0.22, house.w * 0.28)
    y = float(house.y) + house.w * 0.3
    while y < house.bottom - house.w * 0.75:
        for share in (0.28, 0.72):
            pane.center = (round(house.x + house.w * share), round(y))
            pygame.draw.rect(surface, (250, 236, 190), pane, border_radius=pane.w // 8)
            pygame.draw.rect(surface, frame, pane, max(2, pane.w // 10), border_radius=pane.w // 8)
            pygame.draw.line(surface, frame, pane.midtop, pane.midbottom, max(1, pane.w // 14))
        y += house.w * 0.46


def _draw_awning(surface: pygame.Surface, house: pygame.Rect, colour: Colour) -> None:
    awning = pygame.Rect(
        house.x + house.w * 0.06, house.bottom - house.w * 0.62, house.w * 0.88, house.w * 0.2
    )
    door = pygame.Rect(0, 0, house.w * 0.3, house.w * 0.46)
    door.midbottom = (house.centerx, house.bottom)
    pygame.draw.rect(
        surface,
        (116, 84, 66),
        door,
        border_top_left_radius=door.w // 4,
        border_top_right_radius=door.w // 4,
    )
    stripes = 7
    for stripe in range(stripes):
        part = pygame.Rect(
            awning.x + awning.w * stripe / stripes, awning.y, awning.w / stripes + 1, awning.h
        )
        ink = colour if stripe % 2 == 0 else (255, 250, 240)
        pygame.draw.rect(
            surface,
            ink,
            part,
            border_bottom_left_radius=part.w // 2,
            border_bottom_right_radius=part.w // 2,
        )


def _draw_bunting(surface: pygame.Surface) -> None:
    wide, high = surface.get_size()
    for start, end, sag in (
        ((-0.02, 0.09), (0.62, 0.045), 0.075),
        ((0.62, 0.045), (1.03, 0.11), 0.06),
    ):
        points = [_sagging(start, end, sag, step / 60) for step in range(61)]
        pixels = [(wide * x, high * y) for x, y in points]
        pygame.draw.lines(
            surface, (120, 100, 90), closed=False, points=pixels, width=max(2, high // 360)
        )
        for number, step in enumerate(range(2, 60, 4)):
            (x, y), (x2, y2) = pixels[step], pixels[step + 2]
            tip = ((x + x2) / 2, (y + y2) / 2 + high * 0.035)
            pygame.draw.polygon(surface, FLAGS[number % len(FLAGS)], [(x, y), (x2, y2), tip])


def _sagging(start: Point, end: Point, sag: float, share: float) -> Point:
    x = start[0] + (end[0] - start[0]) * share
    y = start[1] + (end[1] - start[1]) * share + sag * 4 * share * (1 - share)
    return x, y
