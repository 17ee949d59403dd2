"""A line or a few lines that the player writes: a goal in own words, a name for a table.

The clipboard and the input method are reached through the scene (`scene.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Unpack

import pygame

from game.play.kit.keys import Action
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.theme import SMALLEST_TARGET
from game.play.kit.widget import Extent, Options, Widget


class TextInput(Widget):
    """A field for own words. Enter calls `on_enter`, where it was given.

    Caret by arrows, Home and End; Backspace, Delete, paste; what an input method is still composing
    is underlined until it is settled.
    """

    role = "text field"
    is_focusable = True
    draws_own_focus = True

    def __init__(
        self,
        text: str,
        value: str = "",
        *,
        on_change: Callable[[str], None] | None = None,
        on_enter: Callable[[str], None] | None = None,
        placeholder: str = "",
        limit: int = 120,
        style: str = "body",
        **options: Unpack[Options],
    ) -> None:
        super().__init__(**options)
        self.text = text
        self.value = value
        self.caret = len(value)
        self.composing = ""
        self.placeholder = placeholder
        self.limit = limit
        self.style = style
        self.on_change = on_change
        self.on_enter = on_enter

    def name(self) -> str:
        """What it asks for."""
        return self.label or self.text

    def value_text(self) -> str:
        """What stands in it."""
        return self.value or self.placeholder

    def type(self, text: str) -> bool:
        """Settled text goes in at the caret, as far as there is room; line ends become blanks."""
        self.composing = ""
        clean = "".join(one if one.isprintable() else " " for one in text)
        clean = clean[: max(0, self.limit - len(self.value))]
        self._put(
            self.value[: self.caret] + clean + self.value[self.caret :], self.caret + len(clean)
        )
        return True

    def compose(self, text: str) -> None:
        """Show what an input method is composing; it is not part of the value yet."""
        self.composing = text
        self.resized()

    def act(self, action: Action) -> bool:
        """Enter settles; up and down and Tab go elsewhere."""
        match action:
            case Action.PRESS:
                if self.on_enter is None:
                    return False
                self.on_enter(self.value)
            case Action.LEFT:
                self._move(self.caret - 1)
            case Action.RIGHT:
                self._move(self.caret + 1)
            case _:
                return False
        return True

    def edit(self, name: str) -> bool:
        """A key of editing by its own name, whatever the key table says; True if it was one."""
        match name:
            case "backspace" if self.caret:
                at = self.caret - 1
                self._put(self.value[:at] + self.value[self.caret :], at)
            case "delete":
                self._put(self.value[: self.caret] + self.value[self.caret + 1 :], self.caret)
            case "home":
                self._move(0)
            case "end":
                self._move(len(self.value))
            case _:
                return name == "backspace"
        return True

    def point(self, where: tuple[int, int], kind: Literal["down", "drag", "up"]) -> bool:
        """A click puts the caret at the end."""
        if kind == "down":
            self._move(len(self.value))
        return True

    def measure_width(self, look: Look) -> Extent:
        """Wide enough for a few words."""
        least = (
            max(look.px(160), look.longest_word(self.text, "label")) if self.text else look.px(90)
        )
        return Extent(least, max(least, look.px(320)))

    def measure_height(self, look: Look, width: int) -> Extent:
        """Its name over its lines."""
        name = look.set(self.text, "label", width).height if self.text else 0
        lines = look.set(self._content() or "x", self.style, self._inner(look, width)).height
        box = max(look.px(SMALLEST_TARGET), lines + 2 * look.px(8))
        return Extent(name + look.px(4) + box, name + look.px(4) + box)

    def paint(self, painter: Painter) -> None:
        """Name, box, words, caret."""
        look = painter.look
        name = look.set(self.text, "label", self.rect.w) if self.text else None
        if name:
            painter.prose(name, self.rect.topleft, self.rect.w)
        box = self.rect.copy()
        box.h -= (name.height if name else 0) + look.px(4)
        box.bottom = self.rect.bottom
        has_focus = painter.focus is self or (self.scene is not None and self.scene.focus is self)
        width = look.theme.focus_width if has_focus else 1.0
        edge = "focus" if has_focus else "soft"
        painter.box(box, "ground", radius=10, border=edge, border_width=width)
        inner = box.inflate(-2 * look.px(10), -2 * look.px(8))
        shown = self._content()
        prose = look.set(shown or self.placeholder, self.style, max(1, inner.w))
        painter.prose(prose, inner.topleft, inner.w, "ink" if shown else "soft")
        if has_focus:
            self._paint_caret(painter, inner)

    def _paint_caret(self, painter: Painter, inner: pygame.Rect) -> None:
        look = painter.look
        before = self.value[: self.caret] + self.composing
        prose = look.set(before + "|", self.style, max(1, inner.w))
        line = len(prose.lines) - 1
        last = prose.lines[-1][-1] if prose.lines[-1] else None
        bar = look.set("|", self.style, None).width
        x = inner.x + round(last.x + last.width - bar if last else 0)
        y = inner.y + line * prose.line_height
        caret = pygame.Rect(x, y + look.px(2), look.px(2), prose.line_height - look.px(4))
        painter.fill(caret, "focus")
        if self.composing:
            wide = look.set(self.composing, self.style, None).width
            rule = pygame.Rect(
                max(inner.x, x - wide), y + prose.line_height - look.px(2), wide, look.px(2)
            )
            painter.fill(rule, "accent")

    def adopt(self, old: Widget) -> None:
        """Keep the caret where it was."""
        if isinstance(old, TextInput):
            self.caret = min(old.caret, len(self.value))
            self.composing = old.composing

    def _content(self) -> str:
        return self.value[: self.caret] + self.composing + self.value[self.caret :]

    def _inner(self, look: Look, width: int) -> int:
        return max(1, width - 2 * look.px(10))

    def _move(self, caret: int) -> None:
        self.caret = max(0, min(caret, len(self.value)))
        self.changed()

    def _put(self, value: str, caret: int) -> None:
        altered = value != self.value
        self.value, self.caret = value, caret
        self.resized()
        if altered and self.on_change is not None:
            self.on_change(value)
