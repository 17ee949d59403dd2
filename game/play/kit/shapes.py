"""Shapes with smooth edges: rounded boxes, soft shadows, the marks of stages and of chart lines.

Each is drawn larger, scaled down once and kept. Placing them on a surface is `painter.py`'s.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import pygame

from game.play.kit.shelf import Shelf
from game.play.kit.theme import WHITE, Colour, ShapeName, mix

FINE = 4
SHADOW: Colour = (80, 60, 30)
Sketch = Callable[[pygame.Surface, float], None]
"""Draws on a large empty surface; the number is how many of its pixels make one final pixel."""


class ShapeShelf:
    """Makes and keeps the pieces of which boxes and marks are put together."""

    def __init__(self) -> None:
        self.images: Shelf[pygame.Surface] = Shelf(1_500)
        self.large: Shelf[pygame.Surface] = Shelf(8)
        """What fills much of the window and is another one every week: the room, the lines of charts."""

    def clear(self) -> None:
        """Forget every size."""
        self.images.clear()
        self.large.clear()

    def sprite(self, key: object, size: tuple[int, int], sketch: Sketch) -> pygame.Surface:
        """A picture of that size in pixels, sketched larger and scaled down; kept by its key."""
        return self.images.get((key, size), lambda: _sketched(size, sketch))

    def mark(
        self, shape: ShapeName, pixels: int, colour: Colour, edge: Colour | None = None
    ) -> pygame.Surface:
        """A small mark: of a stage, or of a line in a chart. `edge` is its outline's colour."""
        edge = edge or mix(colour, (0, 0, 0), 0.45)
        key = ("mark", shape, colour, edge)
        return self.sprite(
            key, (pixels, pixels), lambda surface, _: draw_mark(surface, shape, colour, edge)
        )

    def corners(
        self, radius: int, fill: Colour, border: Colour | None, border_width: int
    ) -> pygame.Surface:
        """A disc of two radii across, whose quarters are the corners of a rounded box."""
        return self.sprite(
            ("corners", fill, border, border_width),
            (radius * 2, radius * 2),
            lambda surface, fine: _draw_disc(surface, fill, border, border_width * fine),
        )

    def ring(self, radius: int, colour: Colour, width: int) -> pygame.Surface:
        """A circle's line, whose quarters are the corners of a rounded frame."""
        return self.sprite(
            ("ring", colour, width),
            (radius * 2, radius * 2),
            lambda surface, fine: _draw_circle(surface, colour, round(width * fine)),
        )

    def shadow(self, rim: int, radius: int, blur: int) -> pygame.Surface:
        """The soft shadow of a small box, whose corners serve boxes of every size.

        Its corners are squares of `rim` pixels; between them lie two pixels of its sides.
        """
        return self.images.get(
            ("shadow", rim, radius, blur), lambda: _draw_shadow(2 * rim + 2, radius, blur)
        )

    def shadow_side(
        self, rim: int, radius: int, blur: int, side: str, length: int
    ) -> pygame.Surface:
        """One side of a shadow without its corners: `top`, `bottom`, `left` or `right`."""
        image = self.shadow(rim, radius, blur)
        far = image.get_width() - rim
        cut = {
            "top": (rim, 0, 1, rim),
            "bottom": (rim, far, 1, rim),
            "left": (0, rim, rim, 1),
            "right": (far, rim, rim, 1),
        }[side]
        size = (length, rim) if side in ("top", "bottom") else (rim, length)
        return self.images.get(
            ("shadow side", side, rim, radius, blur, length),
            lambda: pygame.transform.scale(image.subsurface(cut), size),
        )


def rounded(image: pygame.Surface, radius: int) -> pygame.Surface:
    """A picture with round corners."""

    def sketch(surface: pygame.Surface, fine: float) -> None:
        pygame.draw.rect(surface, WHITE, surface.get_rect(), border_radius=round(radius * fine))

    mask = _sketched(image.get_size(), sketch)
    mask.blit(image, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    return mask


def _sketched(size: tuple[int, int], sketch: Sketch) -> pygame.Surface:
    width, height = max(1, size[0]), max(1, size[1])
    big = pygame.Surface((width * FINE, height * FINE), pygame.SRCALPHA)
    sketch(big, FINE)
    # Edges must not darken: scale with the colour multiplied in, then take it out again.
    small = pygame.transform.smoothscale(big.premul_alpha(), (width, height))
    return _unmultiplied(small)


def _unmultiplied(surface: pygame.Surface) -> pygame.Surface:
    import numpy as np

    alpha = pygame.surfarray.array_alpha(surface).astype(np.uint16)
    colours = pygame.surfarray.pixels3d(surface)
    safe = np.maximum(alpha, 1)[..., None]
    colours[...] = np.minimum(255, (colours.astype(np.uint32) * 255 + safe // 2) // safe)
    del colours
    return surface


def _draw_disc(
    surface: pygame.Surface, fill: Colour, border: Colour | None, border_width: float
) -> None:
    rect = surface.get_rect()
    middle, radius = rect.center, rect.w / 2
    if border is not None and border_width:
        pygame.draw.circle(surface, border, middle, radius)
        radius = max(0, radius - border_width)
    if radius:
        pygame.draw.circle(surface, fill, middle, radius)


def _draw_circle(surface: pygame.Surface, colour: Colour, width: int) -> None:
    rect = surface.get_rect()
    pygame.draw.circle(surface, colour, rect.center, rect.w / 2, width)


def _draw_shadow(side: int, radius: int, blur: int) -> pygame.Surface:
    surface = pygame.Surface((side, side), pygame.SRCALPHA)
    surface.fill((*SHADOW, 0))
    inner = surface.get_rect().inflate(-2 * blur, -2 * blur)
    pygame.draw.rect(surface, (*SHADOW, 46), inner, border_radius=radius)
    return pygame.transform.gaussian_blur(surface, max(1, blur // 2))


def draw_mark(surface: pygame.Surface, shape: ShapeName, colour: Colour, edge: Colour) -> None:
    """Fill a square surface with a mark. Also for screens that draw stages on their people."""
    side = surface.get_width()
    middle, radius, line = side / 2, side * 0.42, max(2, round(side * 0.09))
    match shape:
        case "none" | "dot":
            pygame.draw.circle(surface, edge, (middle, middle), radius)
            pygame.draw.circle(surface, colour, (middle, middle), radius - line)
        case "ring":
            pygame.draw.circle(surface, edge, (middle, middle), radius)
            pygame.draw.circle(surface, colour, (middle, middle), radius - line)
            pygame.draw.circle(surface, WHITE, (middle, middle), radius - 2.1 * line)
        case "heart":
            _outlined(surface, _heart(middle, radius), colour, edge, line)
        case "shield":
            _outlined(surface, _shield(middle, radius), colour, edge, line)
            tick = [(-0.42, -0.05), (-0.08, 0.34), (0.46, -0.42)]
            points = [(middle + x * radius, middle + y * radius) for x, y in tick]
            pygame.draw.lines(surface, WHITE, closed=False, points=points, width=round(line * 1.6))
        case "bag":
            _draw_bag(surface, colour, edge)
        case "square":
            _outlined(surface, _corners_of(middle, radius * 0.86, 4, 0.125), colour, edge, line)
        case "diamond":
            _outlined(surface, _corners_of(middle, radius, 4, 0), colour, edge, line)
        case "triangle":
            _outlined(surface, _corners_of(middle, radius, 3, 0.25), colour, edge, line)


Points = list[tuple[float, float]]


def _outlined(
    surface: pygame.Surface, points: Points, colour: Colour, edge: Colour, line: int
) -> None:
    pygame.draw.polygon(surface, edge, points)
    centre_x = sum(x for x, _ in points) / len(points)
    centre_y = sum(y for _, y in points) / len(points)
    reach = max(math.hypot(x - centre_x, y - centre_y) for x, y in points)
    share = max(0.0, 1 - 1.25 * line / reach)
    inner = [
        (centre_x + (x - centre_x) * share, centre_y + (y - centre_y) * share) for x, y in points
    ]
    pygame.draw.polygon(surface, colour, inner)


def _heart(middle: float, radius: float) -> Points:
    points: Points = []
    for step in range(60):
        turn = step / 60 * 2 * math.pi
        x = math.sin(turn) ** 3
        y = (
            13 * math.cos(turn)
            - 5 * math.cos(2 * turn)
            - 2 * math.cos(3 * turn)
            - math.cos(4 * turn)
        )
        points.append((middle + x * radius * 1.08, middle - (y + 2.5) * radius * 0.068))
    return points


def _shield(middle: float, radius: float) -> Points:
    shape = [(-0.9, -0.78), (0, -1.05), (0.9, -0.78), (0.82, 0.25), (0.45, 0.78), (0, 1.06)]
    shape += [(-0.45, 0.78), (-0.82, 0.25)]
    return [(middle + x * radius, middle + y * radius) for x, y in shape]


def _corners_of(middle: float, radius: float, count: int, turn: float) -> Points:
    angles = [(turn + step / count) * 2 * math.pi - math.pi * (count == 3) for step in range(count)]
    return [(middle + math.cos(a) * radius, middle + math.sin(a) * radius) for a in angles]


def _draw_bag(surface: pygame.Surface, colour: Colour, edge: Colour) -> None:
    side = surface.get_width()
    middle, radius, line = side / 2, side * 0.42, max(2, round(side * 0.09))
    handle = pygame.Rect(0, 0, radius * 1.05, radius * 1.3)
    handle.midtop = (round(middle), round(middle - radius * 1.05))
    pygame.draw.ellipse(surface, edge, handle, line)
    body = pygame.Rect(0, 0, radius * 1.8, radius * 1.5)
    body.midtop = (round(middle), round(middle - radius * 0.45))
    pygame.draw.rect(surface, edge, body, border_radius=round(radius * 0.3))
    pygame.draw.rect(
        surface, colour, body.inflate(-2 * line, -2 * line), border_radius=round(radius * 0.2)
    )
