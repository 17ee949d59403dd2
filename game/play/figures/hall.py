"""The room of the party without its guests: wall, windows, lights on a string, rug, and the light of the season.

Drawn once for each size and week of the year, and kept. Furniture is next door in `furniture.py`, doors in
`doorways.py`; who stands in it is painted over it by `game/play/screens/table/party.py`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial

import pygame

from game.play.figures.furniture import draw_bar, draw_counter, draw_frame, draw_plant, put
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.theme import HUES, Colour, mix

WALLS: tuple[Colour, ...] = ((223, 206, 182), (214, 209, 186), (224, 200, 186), (210, 204, 196))
"""The wall's paint, by year: somebody paints it over at each year's turn."""

WALL_LINE: Colour = (190, 168, 140)
FLOOR: Colour = (246, 233, 211)
BOARD: Colour = (238, 222, 196)
RUGS: tuple[tuple[Colour, Colour], ...] = (
    ((201, 108, 88), (218, 128, 104)),
    ((78, 122, 128), (102, 148, 152)),
    ((140, 98, 130), (164, 122, 152)),
    ((176, 126, 60), (200, 152, 86)),
)
FRAMES = ((0.108, 0.03), (0.857, 0.03), (0.108, 0.08))
"""Where the photographs of past years hang, as shares of the room."""

CARD_RADIUS = 14
WALL_SHARE = 0.185
"""The part of the height that is wall; people stand below."""

BULBS = ("orange", "sky", "green", "vermillion", "purple", "yellow")
DUSK: Colour = (104, 92, 138)
DUSKS = ((5, 12), (8, 14), (4, 11), (1, 9))
"""From which week of a season to which it gets dark: late in summer, when it is not quite dark at the end, early in
winter."""

EVENINGS: tuple[Colour, ...] = ((226, 204, 206), (236, 212, 204), (230, 200, 190), (206, 198, 218))
"""What is left of the light by the end of a season, at the edges of the room; lamps shine in the middle."""


@dataclass(frozen=True)
class Season:
    """What a season looks like: the sky, the trees before the window, and the light that falls in."""

    sky: Colour
    tree: Colour
    tint: Colour
    beam: Colour


SEASONS: tuple[Season, ...] = (
    Season((178, 214, 236), (150, 196, 120), (255, 254, 248), (255, 248, 214)),
    Season((140, 206, 242), (84, 156, 84), (255, 252, 238), (255, 244, 186)),
    Season((236, 206, 168), (214, 124, 58), (255, 244, 228), (255, 226, 176)),
    Season((204, 214, 228), (240, 244, 248), (240, 245, 252), (236, 244, 255)),
)


@dataclass(frozen=True)
class Setting:
    """When it is, and what stands on the counter: the season (0 is spring), the year from 0, the week of the season."""

    season: int = 0
    year: int = 0
    week: int = 0
    counter: str = "plain"

    @property
    def dusk(self) -> float:
        """How far the evening has come: a season is a day at the party, light at first and lamplit at its end."""
        first, last = DUSKS[self.season % 4]
        return max(0.0, min(1.0, (self.week - first) / (last - first)))


def floor_of(rect: pygame.Rect) -> pygame.Rect:
    """The part of the room that people stand in."""
    top = round(rect.h * (WALL_SHARE - 0.05))
    return pygame.Rect(rect.x, rect.y + top, rect.w, rect.h - top)


def hall_picture(look: Look, size: tuple[int, int], setting: Setting) -> pygame.Surface:
    """The empty room at a size in pixels, kept."""
    return look.drawer.shapes.large.get(
        ("hall", size, setting, look.theme.name), lambda: _draw_hall(look, size, setting)
    )


def _draw_hall(look: Look, size: tuple[int, int], setting: Setting) -> pygame.Surface:
    surface = pygame.Surface(size)
    painter = Painter(surface, look)
    rect = surface.get_rect()
    wall = pygame.Rect(0, 0, rect.w, round(rect.h * WALL_SHARE))
    paint = WALLS[setting.year % len(WALLS)]
    surface.fill(FLOOR)
    _draw_boards(surface, wall.bottom)
    surface.fill(paint, wall)
    low = pygame.Rect(0, wall.bottom - wall.h // 3, wall.w, wall.h // 3)
    surface.fill(mix(paint, (120, 84, 60), 0.14), low)
    surface.fill(WALL_LINE, (0, low.y, wall.w, 2))
    surface.fill(WALL_LINE, (0, wall.bottom - 3, rect.w, 3))
    _draw_rug(painter, rect, setting.year)
    _draw_beams(surface, rect, setting)
    _shade(surface, setting)
    _draw_windows(painter, wall, setting)
    _furnish(painter, rect, setting)
    _draw_lights(painter, wall, rect.h / 440, setting)
    _round_above(painter, rect)
    return surface


def _round_above(painter: Painter, rect: pygame.Rect) -> None:
    """The upper corners, as round as those of the card that the room lies on: the page shows there."""
    page, radius = painter.look.theme.tones["paper"].ground, painter.look.px(CARD_RADIUS)

    def sketch(surface: pygame.Surface, _: float) -> None:
        surface.fill((*page, 255))
        side = surface.get_width()
        pygame.draw.circle(surface, (*page, 0), (side / 2, side / 2), side / 2)

    disc = painter.sprite(("hall corners", page), (2 * radius, 2 * radius), sketch)
    for x, left in ((rect.x, 0), (rect.right - radius, radius)):
        painter.surface.blit(disc, (x, rect.y), (left, 0, radius, radius))


def _draw_boards(surface: pygame.Surface, top: int) -> None:
    """Floor boards, wider towards the front."""
    y, step, row = float(top), 18.0, 0
    width, height = surface.get_size()
    while y < height:
        pygame.draw.line(surface, BOARD, (0, y), (width, y), 2)
        for part in range(4):
            x = width * ((part + (row % 3) / 3) / 4 + 0.06)
            pygame.draw.line(surface, BOARD, (x, y), (x, y + step), 2)
        y, step, row = y + step, step * 1.13, row + 1


def _shade(surface: pygame.Surface, setting: Setting) -> None:
    """The light of the season over everything, and of the evening as it comes."""
    season, dusk = SEASONS[setting.season], setting.dusk
    surface.fill(mix(season.tint, EVENINGS[setting.season], dusk), special_flags=pygame.BLEND_MULT)
    if dusk > 0:
        w, h = surface.get_size()
        small = pygame.Surface((max(1, w // 8), max(1, h // 8)))
        for step in range(24, 0, -1):  # lamplight on the floor, from the edge of its pool inwards
            share = step / 24
            glow = mix((0, 0, 0), (46, 34, 12), (1 - share) ** 0.8 * dusk)
            pool = pygame.Rect(0, 0, round(w / 8 * 1.05 * share), round(h / 8 * 1.1 * share))
            pool.center = (w // 16, round(h / 8 * 0.58))
            pygame.draw.ellipse(small, glow, pool)
        surface.blit(
            pygame.transform.smoothscale(small, (w, h)), (0, 0), special_flags=pygame.BLEND_ADD
        )


def _draw_beams(surface: pygame.Surface, rect: pygame.Rect, setting: Setting) -> None:
    """Sun on the floor: it wanders with the weeks, lies long in winter and is gone in the evening."""
    strength = round(120 * (1 - setting.dusk))
    if strength <= 0:
        return
    fine = 4
    sheet = pygame.Surface((rect.w // fine + 1, rect.h // fine + 1), pygame.SRCALPHA)
    sheet.fill((*SEASONS[setting.season].beam, 0))
    long = (0.34, 0.24, 0.36, 0.46)[setting.season] * rect.h
    top = rect.h * WALL_SHARE
    lean = rect.w * (0.16 - 0.024 * setting.week)
    colour = (*SEASONS[setting.season].beam, strength)
    for left in (0.06, 0.72):
        for pane in (0.0, 0.1):
            x = rect.w * (left + pane)
            wide = rect.w * 0.085
            corners = [
                (x, top),
                (x + wide, top),
                (x + wide + lean, top + long),
                (x + lean, top + long),
            ]
            pygame.draw.polygon(sheet, colour, [(x / fine, y / fine) for x, y in corners])
    # Drawn small and scaled up: daylight has no hard edges.
    surface.blit(pygame.transform.smoothscale(sheet, rect.size), (0, 0))


def _draw_windows(painter: Painter, wall: pygame.Rect, setting: Setting) -> None:
    for place in (0.032, 0.902):
        frame = pygame.Rect(0, 0, round(wall.w * 0.066), round(wall.h * 0.5))
        frame.topleft = (round(wall.w * place), round(wall.h * 0.16))
        painter.surface.fill((252, 248, 240), frame)
        edge = max(2, wall.h // 26)
        pane = frame.inflate(-2 * edge, -2 * edge)
        with painter.clipped(pane):
            _draw_view(painter.surface, pane, setting)
        painter.surface.fill(
            (252, 248, 240), (frame.centerx - 1, frame.y, max(2, edge - 1), frame.h)
        )


def _draw_view(surface: pygame.Surface, pane: pygame.Rect, setting: Setting) -> None:
    """The sky and a tree, as the season has them; the moon in the evening."""
    season = SEASONS[setting.season]
    sky = mix(season.sky, DUSK, setting.dusk)
    surface.fill(sky, pane)
    surface.fill(
        mix(sky, (255, 255, 255), 0.28 * (1 - setting.dusk)), (pane.x, pane.y, pane.w, pane.h // 2)
    )
    middle, radius = (pane.x + round(pane.w * 0.36), pane.bottom - pane.h // 4), pane.w // 4
    trunk = mix((112, 80, 58), DUSK, setting.dusk * 0.5)
    surface.fill(
        trunk, (middle[0] - max(1, radius // 6), middle[1], max(2, radius // 3), pane.h // 3)
    )
    pygame.draw.circle(surface, mix(season.tree, DUSK, setting.dusk * 0.45), middle, radius)
    if setting.season == 3:
        surface.fill(
            mix((250, 252, 255), DUSK, setting.dusk * 0.3),
            (pane.x, pane.bottom - pane.h // 6, pane.w, pane.h // 6),
        )
    across = pane.x + round(pane.w * (0.1 + 0.066 * setting.week))
    light: Colour = (255, 236, 150) if setting.dusk < 0.6 else (244, 244, 250)
    pygame.draw.circle(surface, light, (across, pane.y + pane.h // 4), max(2, pane.w // 9))


def _draw_lights(painter: Painter, wall: pygame.Rect, unit: float, setting: Setting) -> None:
    """A string of coloured bulbs in three swags; they are switched on as the evening comes."""
    points = []
    for step in range(97):
        x = step / 96
        sag = abs(math.sin(x * math.pi * 3)) * 12 * unit
        points.append((x * wall.w, 1 * unit + sag))
    pygame.draw.aalines(painter.surface, (120, 104, 92), False, points)
    for number in range(13):
        x, y = points[4 + number * 7]
        hue = HUES[BULBS[number % 6]]
        if setting.dusk > 0:
            size = round(34 * unit)
            image = painter.sprite(("bulb glow", hue), (size, size), partial(_glow, hue))
            image.set_alpha(round(235 * setting.dusk))
            painter.image(image, (round(x - size / 2), round(y + 4 * unit - size / 2)))
        painter.mark("dot", (x, y + 4 * unit), round(10 * unit), hue)


def _glow(hue: Colour, surface: pygame.Surface, _: float) -> None:
    """A soft disc of light."""
    side = surface.get_width()
    for step in range(12, 0, -1):
        alpha = round(150 * (1 - step / 12) ** 1.6)
        colour = (*mix(hue, (255, 250, 220), 0.55), alpha)
        pygame.draw.circle(surface, colour, (side / 2, side / 2), side / 2 * step / 12)


def _draw_rug(painter: Painter, rect: pygame.Rect, year: int) -> None:
    size = (round(rect.w * 0.37), round(rect.h * 0.33))
    number = year % len(RUGS)
    image = painter.sprite(("rug", number), size, lambda surface, _: _sketch_rug(surface, number))
    painter.image(image, (round(rect.w * 0.5 - size[0] / 2), round(rect.h * 0.595 - size[1] / 2)))


def _sketch_rug(surface: pygame.Surface, number: int) -> None:
    rect = surface.get_rect()
    dark, light = RUGS[number]
    rings = (dark, (246, 222, 190), light, mix(light, (255, 255, 255), 0.14), light)
    for colour, share in zip(rings, (1.0, 0.93, 0.88, 0.62, 0.57), strict=True):
        inner = pygame.Rect(0, 0, rect.w * share, rect.h * share)
        inner.center = rect.center
        pygame.draw.ellipse(surface, colour, inner)


def _furnish(painter: Painter, rect: pygame.Rect, setting: Setting) -> None:
    w, h = rect.size
    counter = partial(draw_counter, trade=setting.counter)
    table = (w * 0.135, h * 0.13)
    put(painter, "bar", (w * 0.014, h * 0.125), table, draw_bar)
    put(painter, f"counter {setting.counter}", (w * 0.851, h * 0.125), table, counter)
    for x in (0.002, 0.928):
        put(painter, "plant", (w * x, h * 0.83), (w * 0.07, h * 0.165), draw_plant)
    for year, (x, y) in enumerate(FRAMES[: setting.year]):
        size = (w * 0.036, h * 0.046)
        put(painter, f"frame {year}", (w * x, h * y), size, partial(draw_frame, year=year))
