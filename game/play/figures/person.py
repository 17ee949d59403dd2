"""A guest as a small picture: head and clothes by features, a pose by what they do, a mark over the head by stage.

What a person looks like is in `features.py`, heads in `heads.py`, colours in `palette.py`.
"""

from __future__ import annotations

import pygame

from game.play.figures.features import Features, Mood, features_of
from game.play.figures.heads import HEAD, HEAD_RADIUS, draw_head
from game.play.figures.palette import CLOTHES, CROWD, CROWD_EDGE, MARKS, OUTLINE
from game.play.figures.pen import Pen
from game.play.kit.look import Look
from game.play.kit.painter import Painter, Point
from game.play.kit.shapes import draw_mark
from game.play.kit.theme import Colour, mix

TALL, WIDE = 48.0, 30.0
"""A person's picture in units of its own; the feet stand at the middle of its lower edge."""


def person_picture(
    look: Look, height: int, face: int, kind: str, stage: str, mood: Mood = "smile"
) -> pygame.Surface:
    """A person *height* pixels tall (with the room over the head), kept."""
    size = (max(1, round(height * WIDE / TALL)), height)
    who = features_of(face)
    return look.drawer.shapes.sprite(
        ("person", who, kind, stage, mood),
        size,
        lambda surface, _: _draw_person(surface, who, kind, stage, mood),
    )


def crowd_picture(look: Look, height: int, mood: Mood | None = None) -> pygame.Surface:
    """A figure that stands for several people, kept; with a face where one can see what they make of somebody."""
    size = (max(1, round(height * WIDE / TALL)), height)
    return look.drawer.shapes.sprite(
        ("crowd", mood), size, lambda surface, _: _draw_crowd(surface, mood)
    )


def paint_person(
    painter: Painter, feet: Point, height: int, face: int, kind: str, stage: str = ""
) -> pygame.Rect:
    """Paint a person standing at a point (pixels); gives back where."""
    image = person_picture(painter.look, height, face, kind, stage)
    corner = (round(feet[0] - image.get_width() / 2), round(feet[1] - height))
    painter.image(image, corner)
    return image.get_rect(topleft=corner)


def face_picture(look: Look, side: int, face: int, kind: str, disc: Colour) -> pygame.Surface:
    """Head and shoulders on a round ground, kept."""
    who = features_of(face)
    return look.drawer.shapes.sprite(
        ("face", who, kind, disc),
        (side, side),
        lambda surface, _: _draw_bust(surface, who, kind, disc),
    )


def _draw_person(surface: pygame.Surface, who: Features, kind: str, stage: str, mood: Mood) -> None:
    ground = Pen(surface, TALL)
    clothes = CLOTHES.get(stage) or who.clothes
    ground.oval(15, 45.6, 17, 4.2, (70, 50, 30))
    _fade(surface)
    _draw_legs(ground)
    pen = Pen(surface, TALL, who.down)
    _draw_body(pen, who, clothes, waving=mood == "talk")
    draw_head(pen, who, kind, mood)
    if stage in MARKS:
        _draw_stage(surface, ground, stage)


def _fade(surface: pygame.Surface) -> None:
    """Turn the shadow that was just drawn into a soft one."""
    surface.fill((255, 255, 255, 62), special_flags=pygame.BLEND_RGBA_MULT)


def _draw_legs(pen: Pen) -> None:
    for x in (12.4, 17.6):
        pen.stroke((x, 38), (x, 43.6), 3.0, OUTLINE)
        pen.oval(x + (0.5 if x > 15 else -0.5), 45, 5, 2.8, OUTLINE)


def _draw_body(pen: Pen, who: Features, clothes: Colour, *, waving: bool = False) -> None:
    """Arms, body, what is worn over it. Whoever talks raises a hand."""
    girth = who.girth
    for side in (-1, 1):
        shoulder = 15 + side * (5.7 + girth)
        hand, height = 15 + side * (8.6 + girth), 36.0
        if waving and side > 0:
            hand, height = 25.6, 25.2
        pen.stroke((shoulder, 29.5), (hand, height), 4.6, OUTLINE)
        pen.stroke((shoulder, 29.5), (hand, height), 2.8, clothes)
        pen.disc(hand, height + (-0.8 if waving and side > 0 else 0.6), 1.9, OUTLINE)
        pen.disc(hand, height + (-0.8 if waving and side > 0 else 0.6), 1.2, who.skin)
    dark = mix(clothes, (0, 0, 0), 0.12)
    left, wide = 7.6 - girth, 14.8 + 2 * girth
    if who.skirt:
        pen.shape([(9 - girth, 34), (21 + girth, 34), (24.2, 41.6), (5.8, 41.6)], OUTLINE)
        pen.shape([(9.6 - girth, 34), (20.4 + girth, 34), (22.8, 40.6), (7.2, 40.6)], dark)
    pen.box(left, 26, wide, 12.6 if who.skirt else 15.2, OUTLINE, 5.6)
    pen.box(left + 1.1, 27.1, wide - 2.2, 10.4 if who.skirt else 13, clothes, 4.6)
    if not who.skirt:
        pen.box(left + 1.1, 35.4, wide - 2.2, 4.7, dark, 4)
    _draw_pattern(pen, who, clothes, left + 1.1, wide - 2.2)


def _draw_pattern(pen: Pen, who: Features, clothes: Colour, left: float, wide: float) -> None:
    pale = mix(clothes, (255, 255, 255), 0.55)
    match who.pattern:
        case "stripes":
            for y in (29.6, 32.6):
                pen.box(left + 0.4, y, wide - 0.8, 1.3, pale)
        case "scarf":
            hue = mix(who.hair, (206, 90, 70), 0.6)
            pen.box(left + 1.4, 26.8, wide - 2.8, 3.0, hue, 1.4)
            pen.box(16.4, 28.4, 2.8, 6.4, hue, 1)
        case "apron":
            pen.shape([(12.4, 28.6), (17.6, 28.6), (19.2, 39.4), (10.8, 39.4)], (250, 246, 236))
        case _:
            pen.shape([(12.4, 27.1), (17.6, 27.1), (15, 30.4)], pale)


def _draw_stage(surface: pygame.Surface, pen: Pen, stage: str) -> None:
    shape, colour = MARKS[stage]
    side = round(9.5 * pen.scale)
    mark = pygame.Surface((side, side), pygame.SRCALPHA)
    draw_mark(mark, shape, colour, mix(colour, (0, 0, 0), 0.45))
    surface.blit(mark, (round(15 * pen.scale - side / 2), 0))


def _draw_crowd(surface: pygame.Surface, mood: Mood | None) -> None:
    pen = Pen(surface, TALL)
    pen.oval(15, 45.4, 15, 3.6, (70, 50, 30))
    _fade(surface)
    for x in (12.6, 17.4):
        pen.stroke((x, 38), (x, 44), 3.2, CROWD_EDGE)
    pen.box(8.2, 26.4, 13.6, 14.6, CROWD_EDGE, 5.4)
    pen.box(9.2, 27.4, 11.6, 12.6, CROWD, 4.6)
    pen.disc(*HEAD, HEAD_RADIUS + 0.4, CROWD_EDGE)
    pen.disc(*HEAD, HEAD_RADIUS - 0.6, CROWD)
    if mood is None:
        return
    x, y = HEAD
    for eye in (x - 2.4, x + 2.4):
        pen.disc(eye, y + 0.6, 0.9, CROWD_EDGE)
    if mood == "smile":
        pen.arc(x, y + 1.7, 2.2, 0.1, 0.4, 0.8, CROWD_EDGE)


def _draw_bust(surface: pygame.Surface, who: Features, kind: str, disc: Colour) -> None:
    side = surface.get_width()
    pygame.draw.circle(surface, disc, (side / 2, side / 2), side / 2)
    bust = pygame.Surface((side, side), pygame.SRCALPHA)
    large = pygame.Surface(
        (round(side * 1.52 * WIDE / TALL * 1.06), round(side * 1.62)), pygame.SRCALPHA
    )
    pen = Pen(large, TALL)
    _draw_body(pen, who, who.clothes)
    draw_head(pen, who, kind, "smile")
    bust.blit(large, (round(side / 2 - 15 * pen.scale), round(-side * 0.2)))
    cover = pygame.Surface((side, side), pygame.SRCALPHA)
    pygame.draw.circle(cover, (255, 255, 255), (side / 2, side / 2), side / 2)
    bust.blit(cover, (0, 0), special_flags=pygame.BLEND_RGBA_MIN)
    surface.blit(bust, (0, 0))
