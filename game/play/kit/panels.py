"""What is seen of the arrangement: cards and bars with padding, lines between parts, scrolling.

Invisible arrangement is next door in `layout.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Unpack

import pygame

from game.play.kit.keys import Action
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.theme import Colour
from game.play.kit.widget import Extent, Options, Widget

Sides = float | tuple[float, float]


class Panel(Widget):
    """One child with padding (all round, or across and down); a box where it has a fill."""

    def __init__(
        self,
        child: Widget,
        *,
        padding: Sides = 16,
        fill: str | Colour | None = None,
        radius: float = 0,
        border: str | Colour | None = None,
        shadow: bool = False,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(child, **options)
        self.padding = padding if isinstance(padding, tuple) else (padding, padding)
        self.fill = fill
        self.radius = radius
        self.border = border
        self.shadow = shadow

    def measure_width(self, look: Look) -> Extent:
        """The child's and the padding."""
        least, wish = self.children[0].widths(look)
        extra = 2 * look.px(self.padding[0])
        return Extent(least + extra, wish + extra)

    def measure_height(self, look: Look, width: int) -> Extent:
        """The child's and the padding."""
        inner = max(0, width - 2 * look.px(self.padding[0]))
        slot = self.children[0].aligned(look, pygame.Rect(0, 0, inner, 0))
        least, wish = self.children[0].heights(look, slot.w)
        extra = 2 * look.px(self.padding[1])
        return Extent(least + extra, wish + extra)

    def baseline(self, look: Look, width: int) -> int:
        """The child's, below the padding."""
        inner = max(0, width - 2 * look.px(self.padding[0]))
        return look.px(self.padding[1]) + self.children[0].baseline(look, inner)

    def place(self, look: Look) -> None:
        """The child inside the padding."""
        across, down = look.px(self.padding[0]), look.px(self.padding[1])
        inner = self.rect.inflate(-2 * across, -2 * down)
        self.children[0].arrange(look, self.children[0].aligned(look, inner))

    def paint(self, painter: Painter) -> None:
        """The box."""
        if self.fill is not None:
            painter.box(
                self.rect, self.fill, radius=self.radius, border=self.border, shadow=self.shadow
            )


def Card(  # noqa: N802 - made like a widget
    child: Widget, *, padding: Sides = 16, **options: Unpack[Options]
) -> Panel:
    """A white rounded panel with a soft shadow: where most of a screen stands."""
    options.setdefault("tone", "card")
    return Panel(child, padding=padding, fill="ground", radius=14, shadow=True, **options)


class Bar(Panel):
    """A dark band across the screen, for the top; keys begin below it."""

    def __init__(
        self, child: Widget, *, padding: Sides = (20, 9), **options: Unpack[Options]
    ) -> None:
        options.setdefault("tone", "night")
        super().__init__(child, padding=padding, fill="ground", **options)


class Divider(Widget):
    """A thin line between parts of a column."""

    def measure_height(self, look: Look, width: int) -> Extent:
        """One unit."""
        return Extent(look.px(1), look.px(1))

    def paint(self, painter: Painter) -> None:
        """The line."""
        painter.fill(self.rect, "line")


class Scroll(Widget):
    """One child that may be higher than its place: wheel, keys, and a bar that can be dragged.

    The child gets at least the height of the place, so that what grows in it still grows.
    """

    role = "scroll"
    focus_radius = 6
    STEP = 60
    BAR = 12

    def __init__(self, child: Widget, *, least: float = 120, **options: Unpack[Options]) -> None:
        super().__init__(child, **options)
        self.least = least
        self.offset = 0
        self._hold: int | None = None
        self._line = 1

    @property
    def surplus(self) -> int:
        """How many pixels of the child do not fit."""
        return max(0, self.children[0].rect.h - self.rect.h)

    @property
    def takes_focus(self) -> bool:
        """Only where there is something to scroll and nothing inside that takes the focus."""
        inside = self.children[0].walk()
        return self.surplus > 0 and not any(widget.takes_focus for widget in inside)

    def name(self) -> str:
        """What stands in it, where it has no label: who cannot see it hears it read."""
        inside = (widget.name() for widget in self.children[0].walk())
        return self.label or ". ".join(name for name in inside if name)

    def spoken(self, role: Callable[[str], str] = str) -> str:
        """The name alone while it is no stop of its own."""
        return super().spoken(role) if self.takes_focus else self.label

    def measure_width(self, look: Look) -> Extent:
        """The child's and the bar's."""
        least, wish = self.children[0].widths(look)
        return Extent(least + look.px(self.BAR), wish)

    def measure_height(self, look: Look, width: int) -> Extent:
        """A little at least; by wish all of the child."""
        tall = self.children[0].heights(look, width)
        return Extent(min(look.text_px(self.least), tall.least), tall.wish)

    def place(self, look: Look) -> None:
        """The child at its height, moved up by the offset; narrower only where a bar is needed."""
        child = self.children[0]
        self._line = look.px(self.STEP)
        wide = child.aligned(look, self.rect)
        tall = self._child_height(look, wide.w)
        if tall > self.rect.h:
            wide = child.aligned(
                look, pygame.Rect(*self.rect.topleft, self.rect.w - look.px(self.BAR), 0)
            )
            tall = self._child_height(look, wide.w)
        self.offset = max(0, min(self.offset, tall - self.rect.h))
        child.arrange(look, pygame.Rect(wide.x, self.rect.y - self.offset, wide.w, tall))

    def _child_height(self, look: Look, width: int) -> int:
        least, wish = self.children[0].heights(look, width)
        return self.rect.h if wish <= self.rect.h else max(self.rect.h, least)

    def scroll_to(self, offset: int) -> bool:
        """Move so that `offset` pixels of the child are above; False if that is so already."""
        offset = max(0, min(offset, self.surplus))
        if offset == self.offset:
            return False
        self.children[0].shift(0, self.offset - offset)
        self.offset = offset
        self.changed()
        return True

    def reveal(self, rect: pygame.Rect, margin: int) -> None:
        """Move as little as makes a rect visible."""
        top, bottom = rect.top - margin, rect.bottom + margin
        if bottom > self.rect.bottom:
            self.scroll_to(self.offset + min(bottom - self.rect.bottom, top - self.rect.top))
        if top < self.rect.top:
            self.scroll_to(self.offset + top - self.rect.top)

    def act(self, action: Action) -> bool:
        """Scroll by a page, or by a step when an arrow finds nothing further to move to."""
        page = max(self._line, self.rect.h - self._line)
        steps = {
            Action.PAGE_UP: -page,
            Action.PAGE_DOWN: page,
            Action.UP: -self._line,
            Action.DOWN: self._line,
        }
        return action in steps and self.scroll_to(self.offset + steps[action])

    def wheel(self, notches: float) -> bool:
        """Scroll by the mouse's wheel; upwards is positive."""
        return self.scroll_to(self.offset - round(notches * self._line))

    def paint_children(self, painter: Painter) -> None:
        """The child, cut at the edges; then the bar."""
        with painter.clipped(self.rect):
            super().paint_children(painter)
        if self.surplus:
            painter.tone = self.tone
            painter.box(self.handle(painter.look), "faint", radius=3)

    def handle(self, look: Look) -> pygame.Rect:
        """Where the bar's handle is."""
        whole = self.children[0].rect.h
        height = max(look.px(24), self.rect.h * self.rect.h // max(1, whole))
        travel = self.rect.h - height
        y = self.rect.y + (travel * self.offset // self.surplus if self.surplus else 0)
        return pygame.Rect(self.rect.right - look.px(7), y, look.px(5), height)

    def at(self, where: tuple[int, int]) -> Widget | None:
        """What is inside and visible, or the bar."""
        found = super().at(where)
        if found is None and self.surplus and self.rect.collidepoint(where):
            return self if where[0] >= self.rect.right - self._line // 4 else None
        return found

    def point(self, where: tuple[int, int], kind: str) -> bool:
        """Drag the bar."""
        if not self.surplus:
            return False
        if kind == "down" and self._hold is None:
            self._hold = where[1]
        share = (where[1] - self.rect.y) / max(1, self.rect.h)
        if kind != "up":
            self.scroll_to(round(share * (self.surplus + self.rect.h) - self.rect.h / 2))
        else:
            self._hold = None
        return True

    def adopt(self, old: Widget) -> None:
        """Stay where one had scrolled to."""
        if isinstance(old, Scroll):
            self.offset = old.offset
