"""Heads: hair, beard, face and what is worn above it, in the units of a person's picture.

The body under it is next door in `person.py`; which features a person has, in `features.py`.
"""

from __future__ import annotations

import math

from game.play.figures.features import Features, Mood
from game.play.figures.palette import OUTLINE
from game.play.figures.pen import Pen
from game.play.kit.theme import Colour, mix

HEAD = (15.0, 20.5)
HEAD_RADIUS = 6.6


def draw_head(pen: Pen, who: Features, kind: str, mood: Mood) -> None:
    """The whole head: hair behind it, face, hair before it, hat or glasses or spikes by kind."""
    x, y = HEAD
    _draw_behind(pen, who)
    pen.disc(x, y, HEAD_RADIUS + 1.1, OUTLINE)
    pen.disc(x, y, HEAD_RADIUS, who.skin)
    if who.beard:
        _draw_beard(pen, who.hair)
    _draw_hair(pen, who)
    _draw_face(pen, mood)
    if kind == "traditional":
        _draw_hat(pen, who)
    elif kind == "get_it":
        _draw_glasses(pen)
    else:
        _draw_spikes(pen, who.hair)


def _draw_behind(pen: Pen, who: Features) -> None:
    x, y = HEAD
    if who.style == "long":
        pen.box(x - 7.9, y - 4, 15.8, 13.4, OUTLINE, 6)
        pen.box(x - 7, y - 3, 14, 11.6, who.hair, 5.4)
    elif who.style == "bob":
        pen.box(x - 8.6, y - 5, 17.2, 11, OUTLINE, 4.6)
        pen.box(x - 7.6, y - 4, 15.2, 9, who.hair, 4)
    elif who.style == "curls":
        ring = [(math.pi * (0.86 + 0.182 * n), 2.9) for n in range(8)]
        for radius, ink in ((1.0, OUTLINE), (0.0, who.hair)):
            for turn, size in ring:
                pen.disc(x + math.cos(turn) * 6.4, y + math.sin(turn) * 6.4, size + radius, ink)


def _draw_hair(pen: Pen, who: Features) -> None:
    x, y = HEAD
    if who.style == "bald":
        for side in (-1, 1):
            pen.oval(x + side * 5.9, y - 0.4, 2.2, 4.6, who.hair)
        pen.arc(x - 1.6, y - 3.2, 2.0, 0.6, 0.8, 0.7, mix(who.skin, (255, 255, 255), 0.5))
        return
    cap = [
        (x + math.cos(a) * HEAD_RADIUS, y + math.sin(a) * HEAD_RADIUS)
        for a in (math.pi + n * math.pi / 14 for n in range(15))
    ]
    if who.style == "bob":
        pen.shape([*cap, (x + 6, y - 0.6), (x - 6, y - 0.6)], who.hair)
        pen.shape(
            [(x - 4, y - 2.4), (x + 4, y - 2.4), (x + 4.6, y + 0.1), (x - 4.6, y + 0.1)], who.skin
        )
        return
    pen.shape([*cap, (x + 4.6, y - 2.2), (x + 1.4, y - 3.4), (x - 3.6, y - 2.4)], who.hair)
    if who.style == "bun":
        pen.disc(x, y - 7.2, 3.1, OUTLINE)
        pen.disc(x, y - 7.2, 2.2, who.hair)


def _draw_beard(pen: Pen, hair: Colour) -> None:
    x, y = HEAD
    chin = [
        (x + math.cos(a) * HEAD_RADIUS, y + math.sin(a) * HEAD_RADIUS)
        for a in (n * math.pi / 14 for n in range(15))
    ]
    pen.shape([*chin, (x - 4.2, y + 1.6), (x, y + 2.4), (x + 4.2, y + 1.6)], hair)
    pen.oval(x, y + 4.0, 4.6, 2.6, mix(hair, (255, 236, 220), 0.75))


def _draw_face(pen: Pen, mood: Mood) -> None:
    x, y = HEAD
    for eye in (x - 2.5, x + 2.5):
        pen.disc(eye, y + 0.8, 0.95, OUTLINE)
    if mood == "blank":
        pen.stroke((x - 1.5, y + 3.9), (x + 1.5, y + 3.9), 0.7, OUTLINE)
    elif mood == "talk":
        pen.oval(x, y + 3.8, 3.0, 2.8, OUTLINE)
        pen.oval(x, y + 4.3, 1.7, 1.3, (206, 96, 84))
    else:
        pen.arc(x, y + 1.9, 2.3, 0.1, 0.4, 0.7, OUTLINE)


def _draw_hat(pen: Pen, who: Features) -> None:
    """A hat or a flat cap: two sorts, so that a room of hats is not one hat."""
    x, y = HEAD
    felt: Colour = mix((96, 84, 92), who.clothes, 0.18)
    if who.pattern in ("stripes", "apron"):
        pen.box(x - 7.6, y - 8.2, 15.2, 6.2, OUTLINE, 3)
        pen.box(x - 6.6, y - 7.3, 13.2, 4.3, mix(felt, (150, 116, 70), 0.45), 2.2)
        pen.box(x - 1.6, y - 4.3, 11.6, 2.7, OUTLINE, 1.3)
        return
    pen.box(x - 6.3, y - 11, 12.6, 8, OUTLINE, 3)
    pen.box(x - 9.4, y - 5.1, 18.8, 3.2, OUTLINE, 1.6)
    pen.box(x - 5.3, y - 10, 10.6, 5.2, felt, 2.4)
    pen.box(x - 5.3, y - 6.2, 10.6, 1.7, (196, 150, 90))


def _draw_glasses(pen: Pen) -> None:
    x, y = HEAD
    for side in (-2.9, 2.9):
        pen.disc(x + side, y + 0.8, 2.9, OUTLINE)
        pen.disc(x + side, y + 0.8, 2.0, (236, 246, 252))
        pen.disc(x + side, y + 0.9, 0.95, OUTLINE)
    pen.stroke((x - 0.8, y + 0.5), (x + 0.8, y + 0.5), 0.9, OUTLINE)


def _draw_spikes(pen: Pen, hair: Colour) -> None:
    x, y = HEAD
    outer = [(-7.6, -1.2), (-8.6, -7.4), (-4.9, -6.2), (-3.8, -11.2), (-0.6, -7.6), (2.6, -11.6), (4.2, -6.6),
             (8.4, -8), (7.6, -1.2)]  # fmt: skip
    inner = [(-6.2, -2), (-7, -5.9), (-4.2, -4.9), (-3.2, -9), (-0.4, -6), (2.2, -9.2), (3.6, -5.2), (6.9, -6.2),
             (6.2, -2), (3, -3.6), (-2.6, -3.4)]  # fmt: skip
    pen.shape([(x + dx, y + dy) for dx, dy in outer], OUTLINE)
    pen.shape([(x + dx, y + dy) for dx, dy in inner], hair)
