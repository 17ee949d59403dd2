"""Amounts on a line: sliders that the player changes, meters and progress that are only read.

Amounts that go by steps are next door in `stepper.py`; beads without buttons, in `labels.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Unpack

import pygame

from game.play.kit.keys import Action
from game.play.kit.labels import Icon, Text
from game.play.kit.layout import Row
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.theme import SMALLEST_TARGET, Colour
from game.play.kit.widget import Extent, Options, Widget


class Slider(Widget):
    """A value on a line: arrows or dragging change it by steps."""

    role = "slider"
    is_focusable = True
    focus_margin = 7
    focus_radius = 5

    def __init__(
        self,
        text: str,
        value: float,
        *,
        on_change: Callable[[float], None],
        least: float = 0,
        most: float = 1,
        step: float = 0.1,
        value_words: Callable[[float], str] = str,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(**options)
        self.text = text
        self.value = value
        self.least = least
        self.most = most
        self.step = step
        self.on_change = on_change
        self.value_words = value_words

    def name(self) -> str:
        """Its name."""
        return self.label or self.text

    def value_text(self) -> str:
        """The value in words."""
        return self.value_words(self.value)

    def set(self, value: float) -> bool:
        """Move to the nearest step within the ends."""
        steps = round((value - self.least) / self.step)
        value = round(min(self.most, max(self.least, self.least + steps * self.step)), 6)
        if value == self.value:
            return True
        self.value = value
        self.changed()
        if self.scene is not None:
            self.scene.say(f"{self.name()}, {self.value_text()}")
        self.on_change(value)
        return True

    def act(self, action: Action) -> bool:
        """Arrows and + - move it by a step."""
        match action:
            case Action.RIGHT | Action.MORE:
                return self.set(self.value + self.step)
            case Action.LEFT | Action.LESS:
                return self.set(self.value - self.step)
        return False

    def point(self, where: tuple[int, int], kind: Literal["down", "drag", "up"]) -> bool:
        """The knob follows the mouse."""
        share = (where[0] - self._track.x) / max(1, self._track.w)
        return self.set(self.least + share * (self.most - self.least))

    def measure_width(self, look: Look) -> Extent:
        """Name and value side by side over a line."""
        values = (self.value_words(self.least), self.value_words(self.most), self.value_text())
        widest = max(look.set(text, "label", None).width for text in values)
        name = look.set(self.text, "label", None).width
        least = min(name, look.longest_word(self.text, "label")) + widest + look.px(12)
        return Extent(max(least, look.px(120)), max(name + widest + look.px(12), look.px(220)))

    def measure_height(self, look: Look, width: int) -> Extent:
        """The name's lines and the line with its knob."""
        text = look.set(self.text, "label", self._name_width(look, width)).height
        return Extent(text + look.px(SMALLEST_TARGET), text + look.px(SMALLEST_TARGET))

    def paint(self, painter: Painter) -> None:
        """Name, value, line, knob."""
        look, ink = painter.look, "ink" if self.enabled else "faint"
        name_width = self._name_width(look, self.rect.w)
        prose = look.set(self.text, "label", name_width)
        painter.prose(prose, self.rect.topleft, name_width, ink)
        middle = self.rect.y + prose.line_height / 2
        painter.text(self.value_text(), (self.rect.right, middle), "label", "soft", anchor="right")
        knob = look.px(20)
        self._track.update(
            self.rect.x + knob // 2,
            self.rect.bottom - look.px(14) - look.px(3),
            self.rect.w - knob,
            look.px(6),
        )
        share = (self.value - self.least) / (self.most - self.least)
        painter.box(self._track, "well", radius=3, border="soft")
        done = self._track.copy()
        done.w = max(look.px(6), round(done.w * share))
        painter.box(done, "primary", radius=3)
        circle = pygame.Rect(0, 0, knob, knob)
        circle.center = (self._track.x + round(self._track.w * share), self._track.centery)
        painter.box(circle, "ground", radius=99, border="primary", border_width=3)

    def place(self, look: Look) -> None:
        """Nothing inside; where the line is, is known from the rect."""
        knob = look.px(20)
        self._track = pygame.Rect(
            self.rect.x + knob // 2, self.rect.bottom - look.px(17), self.rect.w - knob, look.px(6)
        )

    def _name_width(self, look: Look, width: int) -> int:
        values = (self.value_words(self.least), self.value_words(self.most), self.value_text())
        widest = max(look.set(text, "label", None).width for text in values)
        return max(1, width - widest - look.px(12))


class Meter(Widget):
    """A gauge as in the top bar: icon, number, name, and a bar from 0 to 1 under them."""

    role = "meter"

    def __init__(
        self,
        text: str,
        value: str,
        share: float | None = None,
        *,
        icon: str = "",
        colour: str | Colour = "sky",
        **options: Unpack[Options],
    ) -> None:
        lead: list[Widget] = [Icon(icon, 19, colour=colour)] if icon else []
        words: list[Widget] = [Text(value, "number", wrap=False)]
        if text:
            words.append(Text(text, "small", colour="soft", wrap=False))
        super().__init__(Row(*lead, *words, gap=6), **options)
        self.text = text
        self.value = value
        self.share = share
        self.colour = colour

    def name(self) -> str:
        """Its name."""
        return self.label or self.text

    def value_text(self) -> str:
        """The number as shown."""
        return self.value

    def measure_height(self, look: Look, width: int) -> Extent:
        """The words and the bar."""
        wish = self.children[0].heights(look, width).wish
        wish += look.px(10) if self.share is not None else 0
        return Extent(wish, wish)

    def place(self, look: Look) -> None:
        """The words above the bar."""
        bar = look.px(10) if self.share is not None else 0
        rect = pygame.Rect(self.rect.x, self.rect.y, self.rect.w, self.rect.h - bar)
        self.children[0].arrange(look, rect)

    def paint(self, painter: Painter) -> None:
        """The bar."""
        if self.share is not None:
            bar = pygame.Rect(
                self.rect.x, self.rect.bottom - painter.look.px(7), self.rect.w, painter.look.px(7)
            )
            paint_bar(painter, bar, self.share, self.colour)


class Progress(Widget):
    """How far something long has come, with words above the bar."""

    role = "progress"

    def __init__(
        self,
        text: str,
        share: float,
        *,
        value: str = "",
        colour: str | Colour = "primary",
        **options: Unpack[Options],
    ) -> None:
        words = Row(Text(text, "label", grow=1), Text(value, "label", colour="soft"), gap=12)
        super().__init__(words, **options)
        self.text = text
        self.value = value
        self.share = share
        self.colour = colour

    def name(self) -> str:
        """Its words."""
        return self.label or self.text

    def value_text(self) -> str:
        """How far, in words or in hundredths."""
        return self.value or f"{round(self.share * 100)} %"

    def set_share(self, share: float) -> None:
        """Go on to a share from 0 to 1."""
        self.share = share
        self.changed()

    def measure_height(self, look: Look, width: int) -> Extent:
        """The words and the bar."""
        wish = self.children[0].heights(look, width).wish + look.px(16)
        return Extent(wish, wish)

    def place(self, look: Look) -> None:
        """The words above the bar."""
        rect = pygame.Rect(*self.rect.topleft, self.rect.w, self.rect.h - look.px(16))
        self.children[0].arrange(look, rect)

    def paint(self, painter: Painter) -> None:
        """The bar."""
        height = painter.look.px(10)
        bar = pygame.Rect(self.rect.x, self.rect.bottom - height, self.rect.w, height)
        paint_bar(painter, bar, self.share, self.colour)


def paint_bar(painter: Painter, rect: pygame.Rect, share: float, colour: str | Colour) -> None:
    """A bar filled from the left by a share from 0 to 1."""
    painter.box(rect, "well", radius=4)
    done = rect.copy()
    done.w = round(rect.w * max(0.0, min(1.0, share)))
    if done.w >= rect.h // 2:
        painter.box(done, colour, radius=4)
