"""How large and in which colours everything is drawn now: the one thing that every measuring asks.

Colours and sizes in design units live in `theme.py`; settings that the player changes, in
`settings.py`. A look is made anew when any of them changes.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pygame

from game.authoring.words import Words
from game.play.kit.fonts import FontShelf
from game.play.kit.icons import IconShelf
from game.play.kit.keys import Action
from game.play.kit.prose import Prose, Setter
from game.play.kit.shapes import ShapeShelf
from game.play.kit.shelf import Shelf
from game.play.kit.terms import NO_TERMS, Terms
from game.play.kit.theme import HUES, STANDARD, TYPE, Colour, Face, Theme, ToneName, TypeStyle

DESIGN_SIZE = (1280, 720)
"""The window size at which one design unit is one pixel."""


class Drawer:
    """The drawn things that outlive one look: fonts, icons, shapes, texts broken into lines."""

    def __init__(self, assets: Path) -> None:
        self.fonts = FontShelf(assets / "fonts")
        self.icons = IconShelf(assets / "icons")
        self.shapes = ShapeShelf()
        self.prose: Shelf[Prose] = Shelf(6_000)

    def clear(self) -> None:
        """Forget every picture: the interface has become larger or smaller. Measures of texts know their size."""
        self.fonts.clear()
        self.icons.clear()
        self.shapes.clear()


STEP = 1 / 24
"""By how much the scale grows at once: while a window is drawn larger, most of its sizes need no new pictures."""


def fitting_factor(size: tuple[int, int]) -> float:
    """The first guess at pixels for a design unit, from a window's size in pixels."""
    fitting = min(size[0] / DESIGN_SIZE[0], size[1] / DESIGN_SIZE[1])
    return max(0.5, math.floor(fitting / STEP + 1e-9) * STEP)


@dataclass(frozen=True)
class Look:
    """Scale, theme and drawn things; `px` and `text_px` turn design units into pixels."""

    drawer: Drawer
    words: Words
    factor: float = 1.0
    text_scale: float = 1.0
    theme: Theme = STANDARD
    reduced_motion: bool = False
    terms: Terms = NO_TERMS
    projector: bool = False
    key_label: Callable[[Action], str] = field(default=lambda action: action.value)

    def px(self, units: float) -> int:
        """Design units in pixels; anything above nothing is at least one pixel."""
        return max(1, round(units * self.factor)) if units > 0 else round(units * self.factor)

    def text_px(self, units: float) -> int:
        """Design units in pixels for what grows with the text size: icons, pips, marks."""
        return self.px(units * self.text_scale)

    def size(self, style: str | TypeStyle) -> float:
        """The size of a type style in pixels."""
        return self.type(style).size * self.factor * self.text_scale

    def type(self, style: str | TypeStyle) -> TypeStyle:
        """A type style by its name in the type scale."""
        return TYPE[style] if isinstance(style, str) else style

    def set(
        self, text: str, style: str | TypeStyle, width: int | None, *, rich: bool = False
    ) -> Prose:
        """A text broken to a width in pixels; kept."""
        key = (text, style, width, rich, self.size(style))
        return self.drawer.prose.get(key, lambda: self._setter(style).set(text, width, rich=rich))

    def longest_word(self, text: str, style: str | TypeStyle, *, rich: bool = False) -> int:
        """The width of the longest word of a text, in pixels."""
        return math.ceil(self._setter(style).longest_word(text, rich=rich))

    def ascent(self, style: str | TypeStyle) -> int:
        """From the top of a line box to its baseline, in pixels."""
        kind, size = self.type(style), self.size(style)
        height = self.drawer.fonts.height(kind.face, kind.weight, size)
        above = (round(size * kind.leading) - height) / 2
        return round(above + self.drawer.fonts.ascent(kind.face, kind.weight, size))

    def colour(self, name: str | Colour, tone: ToneName) -> Colour:
        """A colour by its role in a tone (`ink`, `soft`, `accent` ...), by its hue, or itself."""
        if not isinstance(name, str):
            return name
        if name in HUES:
            return HUES[name]
        found = getattr(self.theme.tones[tone], name)
        assert isinstance(found, tuple)
        return found

    def line_image(
        self, text: str, face: Face, weight: int, size: float, colour: Colour
    ) -> pygame.Surface:
        """One line of text as a picture, kept."""
        return self.drawer.fonts.image(text, face, weight, size, colour)

    def _setter(self, style: str | TypeStyle) -> Setter:
        return Setter(self.drawer.fonts, self.type(style), self.size(style))
