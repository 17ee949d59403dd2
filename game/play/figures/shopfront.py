"""A shop seen from the road: a board for its name, an awning, and in the window what its trade has to show.

What lies in the window stands on the counter of the party as well (`furniture.py`); the shop of an ending is next door
in `vignette.py`.
"""

from __future__ import annotations

import pygame

from game.play.figures.furniture import draw_counter
from game.play.figures.palette import OUTLINE
from game.play.figures.pen import Pen
from game.play.kit.theme import Colour, mix

AWNINGS: tuple[Colour, ...] = (
    (196, 84, 70), (0, 128, 102), (44, 112, 170), (150, 92, 150), (206, 138, 24),
)  # fmt: skip
WALLS: tuple[Colour, ...] = (
    (240, 216, 186), (232, 206, 196), (218, 224, 220), (244, 230, 196), (226, 216, 232),
)  # fmt: skip
CREAM: Colour = (255, 250, 238)
BOARD = (0.06, 0.11, 0.88, 0.17)
"""Where the name goes: corner, width and height as shares of the house."""
STRIPES = 9


def board_of(house: pygame.Rect) -> pygame.Rect:
    """The board for the name on a house of that size."""
    return _part(house, *BOARD)


def draw_shopfront(surface: pygame.Surface, house: pygame.Rect, trade: str, number: int) -> None:
    """A house whose ground floor is a shop; the number chooses its colours."""
    wall, awning = WALLS[number % len(WALLS)], AWNINGS[number % len(AWNINGS)]
    rim = max(2, house.h // 70)
    _outlined(surface, house, wall, rim)
    _outlined(surface, _part(house, -0.03, -0.03, 1.06, 0.08), mix(wall, OUTLINE, 0.35), rim)
    _outlined(surface, board_of(house), mix(awning, OUTLINE, 0.25), rim)
    _outlined(surface, _part(house, 0.06, 0.88, 0.56, 0.12), mix(wall, OUTLINE, 0.22), rim)
    _draw_window(surface, _part(house, 0.07, 0.40, 0.54, 0.48), trade, rim)
    _draw_door(surface, _part(house, 0.70, 0.44, 0.22, 0.56), awning, rim)
    _draw_awning(surface, _part(house, -0.04, 0.30, 1.08, 0.15), awning, rim)


def _draw_window(surface: pygame.Surface, pane: pygame.Rect, trade: str, rim: int) -> None:
    """Light, and the goods on a table that fills the lower part."""
    _outlined(surface, pane, (255, 240, 198), rim)
    shine = [pane.topleft, (pane.x + pane.w * 0.3, pane.y), (pane.x, pane.y + pane.h * 0.7)]
    pygame.draw.polygon(surface, (255, 248, 224), shine)
    high = round(pane.h * 0.62)
    table = pygame.Rect(pane.x, pane.bottom - high, pane.w, high).clip(surface.get_rect())
    if table.w and table.h:
        part = surface.subsurface(table)
        draw_counter(Pen(part, 100.0), table.w / table.h * 100, trade)


def _draw_door(surface: pygame.Surface, door: pygame.Rect, colour: Colour, rim: int) -> None:
    _outlined(surface, door, mix(colour, OUTLINE, 0.4), rim)
    _outlined(surface, _part(door, 0.16, 0.22, 0.68, 0.42), (255, 236, 186), rim)
    pygame.draw.circle(
        surface, (250, 214, 120), (door.x + door.w * 0.82, door.y + door.h * 0.72), door.w * 0.07
    )


def _draw_awning(surface: pygame.Surface, awning: pygame.Rect, colour: Colour, rim: int) -> None:
    """Stripes with round ends, wider below than above."""
    slant = awning.w * 0.02
    for stripe in range(STRIPES):
        ink = CREAM if stripe % 2 else colour
        left = awning.x + awning.w * stripe / STRIPES
        right = awning.x + awning.w * (stripe + 1) / STRIPES
        lean = [slant * (1 - 2 * at / STRIPES) for at in (stripe, stripe + 1)]
        straight = awning.y + awning.h * 0.7
        corners = [
            (left + lean[0], awning.y), (right + lean[1], awning.y), (right, straight), (left, straight),
        ]  # fmt: skip
        tip = pygame.Rect(0, 0, round(right - left) + 1, round(awning.h * 0.58))
        tip.midbottom = (round((left + right) / 2), awning.bottom)
        pygame.draw.ellipse(surface, OUTLINE, tip.inflate(rim, rim))
        pygame.draw.ellipse(surface, ink, tip)
        pygame.draw.polygon(surface, ink, corners)
    pygame.draw.line(
        surface, OUTLINE, (awning.x + slant, awning.y), (awning.right - slant, awning.y), rim
    )


def _part(whole: pygame.Rect, x: float, y: float, wide: float, high: float) -> pygame.Rect:
    """A part of a rect, in shares of it."""
    return pygame.Rect(
        round(whole.x + whole.w * x), round(whole.y + whole.h * y), round(whole.w * wide), round(whole.h * high)
    )  # fmt: skip


def _outlined(surface: pygame.Surface, rect: pygame.Rect, colour: Colour, rim: int) -> None:
    pygame.draw.rect(surface, OUTLINE, rect.inflate(2 * rim, 2 * rim), border_radius=rim)
    pygame.draw.rect(surface, colour, rect)
