"""The last picture: a shop in a street in the light of an ending, and the people who stand before it or walk off.

What an ending is chosen by is `game/play/presenters/endings.py`'s; who stands in the picture, the screen's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

import pygame

from game.play.figures.palette import OUTLINE
from game.play.figures.person import paint_person
from game.play.figures.runner import paint_runner, runner_picture
from game.play.kit.painter import Painter
from game.play.kit.shapes import rounded
from game.play.kit.theme import Colour, mix
from game.sim.ending import Ending
from game.sim.people import KIND_NAMES

Sky = Literal["day", "evening", "night", "rain", "dawn"]
Where = Literal["near", "away", "far", "none"]

SKIES: Mapping[Sky, tuple[Colour, Colour]] = {
    "day": ((176, 214, 238), (236, 244, 240)),
    "evening": ((122, 96, 142), (246, 190, 140)),
    "night": ((40, 44, 84), (92, 92, 136)),
    "rain": ((132, 144, 160), (186, 192, 198)),
    "dawn": ((168, 176, 214), (252, 224, 196)),
}
DIM: Mapping[Sky, float] = {"day": 0.0, "evening": 0.22, "night": 0.45, "rain": 0.22, "dawn": 0.08}


@dataclass(frozen=True)
class Vignette:
    """The light, whether the window is lit, where the people are; *notice*: where something hung in the window."""

    sky: Sky
    is_lit: bool
    where: Where
    crowd: int
    owner: bool = True
    ghost: bool = False
    notice: bool = False


VIGNETTES: Mapping[Ending, Vignette] = {
    Ending.GHOST: Vignette("evening", True, "near", 3, ghost=True),
    Ending.FOUND_OUT: Vignette("day", True, "away", 2, notice=True),
    Ending.PROMISE: Vignette("rain", True, "away", 1),
    Ending.HOME: Vignette("evening", False, "near", 1, owner=False),
    Ending.GATE: Vignette("dawn", True, "away", 4),
    Ending.WARNED: Vignette("day", True, "far", 5),
    Ending.VOICE: Vignette("day", True, "far", 3, ghost=True),
    Ending.WEATHERED: Vignette("rain", True, "near", 5),
    Ending.QUEUE: Vignette("evening", True, "far", 6),
    Ending.FRIENDS: Vignette("day", True, "near", 6),
    Ending.ROOM: Vignette("night", True, "near", 8),
    Ending.FACES: Vignette("dawn", True, "far", 9),
    Ending.UNHAPPENED: Vignette("day", True, "near", 2),
    Ending.LATE: Vignette("night", True, "near", 3, owner=False),
    Ending.LAMPS: Vignette("night", True, "near", 2),
    Ending.EMPTY: Vignette("evening", True, "none", 0),
    Ending.STREET: Vignette("evening", True, "near", 3),
}
"""How each ending looks."""

PLACES: Mapping[Where, Sequence[tuple[float, float]]] = {
    "near": (
        (0.36, 0.96), (0.64, 0.95), (0.28, 0.90), (0.71, 0.90), (0.43, 0.99), (0.57, 0.99), (0.21, 0.97),
        (0.79, 0.98),
    ),
    "away": ((0.84, 0.95), (0.93, 0.91), (0.09, 0.93), (0.76, 0.99)),
    "far": (
        (0.10, 0.88), (0.90, 0.88), (0.17, 0.93), (0.83, 0.93), (0.04, 0.96), (0.96, 0.96), (0.24, 0.98),
        (0.76, 0.98), (0.31, 0.92),
    ),
    "none": (),
}  # fmt: skip
CORNERS = 10


def draw_vignette(
    ending: Ending, faces: Sequence[tuple[int, str]], painter: Painter, rect: pygame.Rect
) -> None:
    """The picture. *faces* are the people of the story, with their kinds: they stand in front."""
    shown = VIGNETTES[ending]
    key = ("vignette", ending)
    radius = painter.look.px(CORNERS)
    still = painter.look.drawer.shapes.images.get(
        (key, radius, rect.size),
        lambda: rounded(painter.sprite(key, rect.size, partial(_sketch, shown)), radius),
    )
    painter.image(still, rect.topleft)
    tall = rect.h * 0.30
    if shown.ghost:
        pale = runner_picture(painter.look, round(tall), 0).copy()
        pale.set_alpha(110)
        x, y = rect.x + rect.w * 0.565 - pale.get_width() / 2, rect.y + rect.h * 0.92 - tall
        painter.image(pale, (round(x), round(y)))
    if shown.owner:
        paint_runner(painter, (rect.x + rect.w * 0.5, rect.y + rect.h * 0.935), round(tall), 0)
    places = list(PLACES[shown.where])[: max(shown.crowd, len(faces))]
    people = [
        *faces,
        *((131 * number + 17, KIND_NAMES[number % 3]) for number in range(len(places))),
    ]
    standing = sorted(zip(places, people, strict=False), key=lambda one: one[0][1])
    for (x, y), (face, kind) in standing:
        size = round(tall * (0.72 + 0.5 * (y - 0.86)))
        paint_person(painter, (rect.x + x * rect.w, rect.y + y * rect.h), size, face, kind)


def _sketch(shown: Vignette, surface: pygame.Surface, _: float) -> None:
    """Sky, houses, the shop, the street."""
    w, h = surface.get_size()
    high, low = SKIES[shown.sky]
    for row in range(h):
        surface.fill(mix(high, low, min(1.0, row / (h * 0.7))), (0, row, w, 1))
    dim = DIM[shown.sky]
    _sketch_sky(shown, surface)
    for number, x in enumerate((0.0, 0.13, 0.72, 0.86)):
        _sketch_house(surface, dim, number, x)
    street = mix((214, 196, 170), (40, 40, 74), dim)
    surface.fill(street, (0, round(h * 0.80), w, h))
    surface.fill(mix(street, (120, 100, 84), 0.25), (0, round(h * 0.80), w, max(2, h // 90)))
    _sketch_shop(shown, surface, dim)
    if shown.sky == "rain":
        _sketch_rain(surface)


def _sketch_sky(shown: Vignette, surface: pygame.Surface) -> None:
    w, h = surface.get_size()
    if shown.sky == "night":
        for number in range(26):
            x, y = (number * 173 + 40) % 997 / 997 * w, (number * 89 + 13) % 331 / 331 * h * 0.42
            pygame.draw.circle(surface, (236, 232, 214), (x, y), max(1, h // 160))
    if shown.sky in ("night", "evening"):
        pygame.draw.circle(surface, (250, 236, 190), (w * 0.82, h * 0.16), h * 0.06)
    if shown.sky in ("day", "dawn"):
        pygame.draw.circle(
            surface,
            (255, 226, 140),
            (w * 0.16, h * (0.16 if shown.sky == "day" else 0.34)),
            h * 0.07,
        )


def _sketch_house(surface: pygame.Surface, dim: float, number: int, x: float) -> None:
    w, h = surface.get_size()
    wall = mix(
        ((226, 196, 164), (206, 176, 186), (190, 204, 206), (234, 214, 172))[number],
        (36, 36, 76),
        dim,
    )
    roof = mix(
        ((160, 88, 70), (120, 84, 110), (104, 104, 122), (170, 106, 66))[number], (30, 30, 66), dim
    )
    top, wide = h * (0.34 + 0.05 * (number % 2)), w * 0.145
    body = pygame.Rect(round(w * x), round(top), round(wide), round(h * 0.82 - top))
    surface.fill(wall, body)
    pygame.draw.polygon(
        surface,
        roof,
        [(body.x - w * 0.01, top), (body.right + w * 0.01, top), (body.centerx, top - h * 0.13)],
    )
    pane = mix((206, 226, 236), (255, 214, 120), 1.0 if dim > 0.2 and number != 1 else 0.0)
    for across in (0.2, 0.6):
        for down in (0.14, 0.48):
            size = (round(wide * 0.22), round(body.h * 0.18))
            surface.fill(
                mix(pane, (36, 36, 76), dim * 0.3),
                (round(body.x + wide * across), round(top + body.h * down), *size),
            )


def _sketch_shop(shown: Vignette, surface: pygame.Surface, dim: float) -> None:
    """The shop in the middle: an awning, a window that is lit or not, a door."""
    w, h = surface.get_size()
    wall = mix((238, 218, 188), (36, 36, 76), dim)
    body = pygame.Rect(round(w * 0.32), round(h * 0.26), round(w * 0.36), round(h * 0.56))
    surface.fill(OUTLINE, body.inflate(round(h * 0.012), round(h * 0.012)))
    surface.fill(wall, body)
    light: Colour = (255, 222, 134) if shown.is_lit else mix((120, 130, 150), (36, 36, 76), dim)
    panes = [
        pygame.Rect(round(w * x), round(h * 0.50), round(w * wide), round(h * 0.26))
        for x, wide in ((0.345, 0.105), (0.55, 0.105))
    ]
    door = pygame.Rect(round(w * 0.47), round(h * 0.48), round(w * 0.06), round(h * 0.34))
    for pane in (*panes, door):
        surface.fill(OUTLINE, pane.inflate(round(h * 0.012), round(h * 0.012)))
        surface.fill(light, pane)
        surface.fill(OUTLINE, (pane.centerx, pane.y, max(1, h // 120), pane.h))
    upper = pygame.Rect(0, 0, round(w * 0.05), round(h * 0.10))
    for x in (0.40, 0.60):
        upper.center = (round(w * x), round(h * 0.33))
        surface.fill(OUTLINE, upper.inflate(round(h * 0.012), round(h * 0.012)))
        surface.fill(
            light
            if shown.sky == "night" and shown.is_lit
            else mix((190, 206, 214), (36, 36, 76), dim),
            upper,
        )
    stripe = w * 0.38 / 10
    for number in range(10):
        colour = mix((196, 84, 70) if number % 2 else (250, 240, 224), (36, 36, 76), dim * 0.7)
        left = w * 0.31 + number * stripe
        upper_edge = [(left + w * 0.008, h * 0.405), (left + stripe + w * 0.004, h * 0.405)]
        corners = [*upper_edge, (left + stripe, h * 0.475), (left, h * 0.475)]
        pygame.draw.polygon(surface, colour, corners)
    if shown.notice:
        gone = pygame.Rect(round(w * 0.357), round(h * 0.56), round(w * 0.08), round(h * 0.06))
        surface.fill(mix(light, (255, 255, 255), 0.55), gone)
    if shown.is_lit and dim > 0.1:
        glow = pygame.Surface((w, h), pygame.SRCALPHA)
        for step in range(8, 0, -1):
            pygame.draw.ellipse(
                glow, (255, 214, 120, 16),
                (w * (0.5 - 0.035 * step), h * (0.87 - 0.012 * step), w * 0.07 * step, h * 0.026 * step),
            )  # fmt: skip
        surface.blit(glow, (0, 0))


def _sketch_rain(surface: pygame.Surface) -> None:
    """Over everything, slanting."""
    w, h = surface.get_size()
    for number in range(110):
        x, y = number * 0.618 % 1 * w, number * 0.7549 % 1 * h * 0.95
        end = (x - h * 0.012, y + h * 0.06)
        pygame.draw.line(surface, (226, 232, 240), (x, y), end, max(1, h // 170))
