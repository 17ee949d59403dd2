"""The furniture of the party: bar, counter with what a trade puts on it, plants, pictures of the years gone by.

The room itself is next door in `hall.py`; doors, which are places, in `doorways.py`.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.play.figures.pen import Pen
from game.play.kit.painter import Painter
from game.play.kit.theme import HUES, Colour, mix

Piece = Callable[[Pen, float], None]


def put(
    painter: Painter, name: str, corner: tuple[float, float], size: tuple[float, float], draw: Piece
) -> None:
    """Place a piece of furniture, drawn with smooth edges and kept by its name."""
    pixels = (max(1, round(size[0])), max(1, round(size[1])))

    def sketch(surface: pygame.Surface, _: float) -> None:
        draw(Pen(surface, 100.0), surface.get_width() / surface.get_height() * 100)

    image = painter.sprite(("hall", name), pixels, sketch)
    painter.image(image, (round(corner[0]), round(corner[1])))


def draw_bar(pen: Pen, wide: float) -> None:
    """A wooden bar with bottles."""
    for place, hue in enumerate(("blue", "green", "vermillion", "purple")):
        x = wide * (0.14 + 0.2 * place)
        pen.box(x, 6, 9, 34, mix(HUES[hue], (0, 0, 0), 0.35), 3)
        pen.box(x + 1.6, 14, 5.8, 25, HUES[hue], 2)
        pen.box(x + 2.4, 1, 4.2, 12, mix(HUES[hue], (0, 0, 0), 0.35), 1)
    pen.box(0, 36, wide, 62, (96, 60, 38), 12)
    pen.box(3, 39, wide - 6, 30, (186, 140, 100), 9)
    pen.box(3, 66, wide - 6, 29, (140, 94, 66), 9)


def draw_counter(pen: Pen, wide: float, trade: str) -> None:
    """A table with a cloth, and on it what the trade has to show."""
    pen.box(0, 40, wide, 58, (196, 176, 150), 14)
    pen.box(3, 43, wide - 6, 52, (255, 253, 246), 12)
    pen.box(3, 80, wide - 6, 15, (238, 228, 212), 10)
    draw = GOODS.get(trade, _plain)
    for place in range(4):
        draw(pen, wide * (0.06 + 0.232 * place), place)


def _cake(pen: Pen, x: float, place: int) -> None:
    colour = ((246, 214, 150), (196, 134, 92), (252, 226, 214), (206, 148, 100))[place]
    pen.box(x, 20, 32, 32, (150, 104, 70), 6)
    pen.box(x + 2, 22, 28, 28, colour, 5)
    pen.box(x + 2, 22, 28, 9, (255, 250, 240), 4)
    pen.disc(x + 16, 17, 5, (196, 66, 50))


def _flowers(pen: Pen, x: float, place: int) -> None:
    hue = HUES[("vermillion", "yellow", "purple", "sky")[place]]
    for dx, y in ((6, 18), (16, 10), (26, 18)):
        pen.stroke((x + 16, 36), (x + dx, y), 2.4, (60, 130, 80))
        pen.disc(x + dx, y, 7.4, mix(hue, (0, 0, 0), 0.4))
        pen.disc(x + dx, y, 5.6, hue)
        pen.disc(x + dx, y, 2.2, (255, 236, 160))
    pen.box(x + 5, 32, 22, 21, (110, 96, 84), 4)
    pen.box(x + 7, 34, 18, 17, (190, 204, 206), 3)


def _books(pen: Pen, x: float, place: int) -> None:
    for number in range(3):
        hue = HUES[
            ("blue", "vermillion", "green", "orange", "purple", "sky")[(place + number * 2) % 6]
        ]
        if place % 2:
            pen.box(x, 42 - number * 10, 32, 10, mix(hue, (0, 0, 0), 0.4), 2)
            pen.box(x + 2, 44 - number * 10, 25, 6, hue, 1)
        else:
            pen.box(
                x + number * 10, 20 - number * 2, 10, 32 + number * 2, mix(hue, (0, 0, 0), 0.4), 2
            )
            pen.box(x + number * 10 + 2, 22 - number * 2, 6, 28 + number * 2, hue, 1)


def _tools(pen: Pen, x: float, place: int) -> None:
    steel: Colour = (150, 160, 168)
    if place % 2:
        pen.stroke((x + 16, 50), (x + 16, 22), 6, (150, 104, 70))
        pen.box(x + 3, 12, 26, 13, (84, 92, 100), 3)
        pen.box(x + 5, 14, 22, 8, steel, 2)
        return
    pen.disc(x + 16, 34, 17, (84, 92, 100))
    pen.disc(x + 16, 34, 14, (214, 186, 84))
    pen.disc(x + 16, 34, 5, (84, 92, 100))


def _cups(pen: Pen, x: float, place: int) -> None:
    hue = HUES[("orange", "sky", "green", "purple")[place]]
    pen.oval(x + 16, 50, 34, 8, (190, 170, 146))
    pen.disc(x + 27, 36, 7.4, mix(hue, (0, 0, 0), 0.4))
    pen.disc(x + 27, 36, 3.6, (255, 253, 246))
    pen.box(x + 4, 24, 23, 25, mix(hue, (0, 0, 0), 0.4), 6)
    pen.box(x + 6, 26, 19, 21, hue, 5)
    pen.box(x + 6, 26, 19, 6, (104, 66, 44), 3)


def _plain(pen: Pen, x: float, place: int) -> None:
    """Bowls and jugs: what stands on a table anywhere."""
    if place in (0, 3):
        pen.box(x + 8, 18, 18, 34, (110, 96, 84), 6)
        pen.box(x + 10, 20, 14, 30, (214, 232, 236), 5)
        pen.box(x + 10, 30, 14, 20, (240, 190, 110), 4)
        return
    for dx, y, hue in ((8, 32, "orange"), (18, 28, "green"), (26, 33, "vermillion")):
        pen.disc(x + dx, y, 7, mix(HUES[hue], (0, 0, 0), 0.35))
        pen.disc(x + dx, y, 5.6, HUES[hue])
    pen.oval(x + 17, 42, 36, 20, (110, 96, 84))
    pen.oval(x + 17, 42, 32, 16, (236, 226, 208))


GOODS: dict[str, Callable[[Pen, float, int], None]] = {
    "cakes": _cake, "flowers": _flowers, "books": _books, "tools": _tools, "coffee": _cups, "plain": _plain,
}  # fmt: skip


def draw_plant(pen: Pen, wide: float) -> None:
    """A plant in a pot."""
    middle = wide / 2
    for lean, tall in ((-0.42, 44), (-0.24, 24), (0, 12), (0.24, 24), (0.42, 44)):
        tip = (middle + lean * wide, float(tall))
        pen.stroke((middle, 66), tip, 13, (24, 92, 62))
        pen.stroke((middle, 66), tip, 9.5, (52, 140, 92))
        pen.stroke((middle, 64), tip, 1.6, (110, 186, 134))
    pen.box(middle - 20, 62, 40, 36, (150, 62, 70), 8)
    pen.box(middle - 17, 65, 34, 30, (222, 120, 124), 6)
    pen.box(middle - 20, 60, 40, 10, (150, 62, 70), 4)
    pen.box(middle - 17, 62, 34, 6, (234, 140, 140), 3)


def draw_frame(pen: Pen, wide: float, year: int) -> None:
    """A photograph of a year gone by, framed: the party, small."""
    pen.box(0, 0, wide, 98, (120, 84, 56), 4)
    pen.box(7, 8, wide - 14, 82, (250, 244, 230))
    hues = ("sky", "orange", "green", "purple", "vermillion")
    for place in range(3):
        x = wide * (0.28 + 0.22 * place)
        hue = HUES[hues[(place + year * 2) % 5]]
        pen.box(x - wide * 0.08, 52, wide * 0.16, 38, hue, 6)
        pen.disc(x, 44, wide * 0.075, (206, 156, 116))
