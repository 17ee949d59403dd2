"""Rows, columns, grids and stacks: they measure what is inside and share out the space.

Nothing is placed by hand. How a length is shared out is in `sharing.py`; boxes that are seen (cards, bars), and
scrolling, are in `panels.py`.
"""

from __future__ import annotations

from typing import Literal, Unpack

import pygame

from game.play.kit.look import Look
from game.play.kit.sharing import Part, share_out
from game.play.kit.widget import Extent, Options, Widget

Spread = Literal["start", "center", "end", "between"]


class Column(Widget):
    """Children one under another; those with `grow` share the height left over."""

    def __init__(
        self,
        *children: Widget,
        gap: float = 8,
        spread: Spread = "start",
        **options: Unpack[Options],
    ) -> None:
        super().__init__(*children, **options)
        self.gap = gap
        self.spread: Spread = spread

    def measure_height(self, look: Look, width: int) -> Extent:
        """The sum of the children's heights and the gaps."""
        spans = [
            child.heights(look, child.aligned(look, pygame.Rect(0, 0, width, 0)).w)
            for child in self.shown()
        ]
        gaps = look.px(self.gap) * max(0, len(spans) - 1)
        return Extent(sum(s.least for s in spans) + gaps, sum(s.wish for s in spans) + gaps)

    def baseline(self, look: Look, width: int) -> int:
        """The first child's."""
        shown = self.shown()
        return shown[0].baseline(look, width) if shown else 0

    def place(self, look: Look) -> None:
        """Share out the height."""
        shown = self.shown()
        gap = look.px(self.gap)
        slots = [child.aligned(look, self.rect) for child in shown]
        parts = [
            Part(*child.heights(look, slot.w), child.grow)
            for child, slot in zip(shown, slots, strict=True)
        ]
        sizes = share_out(self.rect.h - gap * max(0, len(shown) - 1), parts)
        y, gap = _start(self.rect.y, self.rect.h, sizes, gap, self.spread)
        for child, slot, size in zip(shown, slots, sizes, strict=True):
            child.arrange(look, pygame.Rect(slot.x, y, slot.w, size))
            y += size + gap


class Row(Widget):
    """Children side by side; with `wrap`, those that do not fit go on to another line.

    `align` of a child says where it stands across the row; the row's `cross` is the default.
    """

    def __init__(
        self,
        *children: Widget,
        gap: float = 8,
        spread: Spread = "start",
        wrap: bool = False,
        cross: Literal["start", "center", "end", "stretch", "baseline"] = "center",
        **options: Unpack[Options],
    ) -> None:
        super().__init__(*children, **options)
        self.gap = gap
        self.spread: Spread = spread
        self.wrap = wrap
        self.cross = cross

    def measure_width(self, look: Look) -> Extent:
        """The sum of the children's widths; the widest alone is the least when it may wrap."""
        spans = [child.widths(look) for child in self.shown()]
        gaps = look.px(self.gap) * max(0, len(spans) - 1)
        wish = sum(s.wish for s in spans) + gaps
        if self.wrap:
            return Extent(max((s.least for s in spans), default=0), wish)
        return Extent(sum(s.least for s in spans) + gaps, wish)

    def measure_height(self, look: Look, width: int) -> Extent:
        """The lines' heights and the gaps between them."""
        lines = self._lines(look, width)
        gaps = look.px(self.gap) * max(0, len(lines) - 1)
        spans = [self._line_height(look, line, width) for line in lines]
        return Extent(sum(s.least for s in spans) + gaps, sum(s.wish for s in spans) + gaps)

    def baseline(self, look: Look, width: int) -> int:
        """The lowest baseline of the first line."""
        lines = self._lines(look, width)
        if not lines:
            return 0
        sizes = self._widths_of(look, lines[0], width)
        return max(c.baseline(look, w) for c, w in zip(lines[0], sizes, strict=True))

    def place(self, look: Look) -> None:
        """Share out the width of every line."""
        lines = self._lines(look, self.rect.w)
        gap = look.px(self.gap)
        y = self.rect.y
        for line in lines:
            height = self._line_height(look, line, self.rect.w).wish
            if len(lines) == 1:
                height = self.rect.h
            self._place_line(look, line, pygame.Rect(self.rect.x, y, self.rect.w, height))
            y += height + gap

    def _lines(self, look: Look, width: int) -> list[list[Widget]]:
        shown = self.shown()
        if not self.wrap or not shown:
            return [shown] if shown else []
        lines: list[list[Widget]] = [[]]
        used = 0
        for child in shown:
            span = child.widths(look)
            need = min(span.least if child.grow else span.wish, width)
            if lines[-1] and used + look.px(self.gap) + need > width:
                lines.append([])
                used = 0
            used += need + (look.px(self.gap) if lines[-1] else 0)
            lines[-1].append(child)
        return lines

    def _widths_of(self, look: Look, line: list[Widget], width: int) -> list[int]:
        parts = [Part(*child.widths(look), child.grow, child.yields) for child in line]
        return share_out(width - look.px(self.gap) * (len(line) - 1), parts)

    def _line_height(self, look: Look, line: list[Widget], width: int) -> Extent:
        sizes = self._widths_of(look, line, width)
        spans = [child.heights(look, size) for child, size in zip(line, sizes, strict=True)]
        if self.cross != "baseline":
            return Extent(max(s.least for s in spans), max(s.wish for s in spans))
        bases = [child.baseline(look, size) for child, size in zip(line, sizes, strict=True)]
        below = max(s.wish - base for s, base in zip(spans, bases, strict=True))
        return Extent(max(bases) + below, max(bases) + below)

    def _place_line(self, look: Look, line: list[Widget], slot: pygame.Rect) -> None:
        sizes = self._widths_of(look, line, slot.w)
        x, gap = _start(slot.x, slot.w, sizes, look.px(self.gap), self.spread)
        bases = [child.baseline(look, size) for child, size in zip(line, sizes, strict=True)]
        for child, size, base in zip(line, sizes, bases, strict=True):
            height = min(slot.h, child.heights(look, size).wish)
            cross = child.align if child.align != "stretch" else self.cross
            top = 0
            match cross:
                case "stretch":
                    height = slot.h
                case "center":
                    top = (slot.h - height) // 2
                case "end":
                    top = slot.h - height
                case "baseline":
                    top = max(bases) - base
            child.arrange(look, pygame.Rect(x, slot.y + top, size, height))
            x += size + gap


class Grid(Widget):
    """Children in columns of equal width: as many as fit, none narrower than its content bears."""

    def __init__(
        self, *children: Widget, columns: int = 2, gap: float = 12, **options: Unpack[Options]
    ) -> None:
        super().__init__(*children, **options)
        self.columns = columns
        self.gap = gap

    def measure_width(self, look: Look) -> Extent:
        """One column at least, all of them by wish."""
        spans = [child.widths(look) for child in self.shown()]
        widest = max((s.wish for s in spans), default=0)
        count = min(self.columns, max(1, len(spans)))
        wish = widest * count + look.px(self.gap) * (count - 1)
        return Extent(max((s.least for s in spans), default=0), wish)

    def measure_height(self, look: Look, width: int) -> Extent:
        """The rows' heights and the gaps."""
        rows, column = self._rows(look, width)
        gaps = look.px(self.gap) * max(0, len(rows) - 1)
        tall = [max(child.heights(look, column).wish for child in row) for row in rows]
        return Extent(sum(tall) + gaps, sum(tall) + gaps)

    def place(self, look: Look) -> None:
        """Row by row, each as high as its highest; space left over is shared equally."""
        rows, column = self._rows(look, self.rect.w)
        gap = look.px(self.gap)
        tall = [max(child.heights(look, column).wish for child in row) for row in rows]
        spare = self.rect.h - sum(tall) - gap * max(0, len(rows) - 1)
        y = self.rect.y
        for number, (row, needed) in enumerate(zip(rows, tall, strict=True)):
            height = needed + _portion(max(0, spare), number, len(rows))
            for place, child in enumerate(row):
                slot = pygame.Rect(self.rect.x + place * (column + gap), y, column, height)
                child.arrange(look, child.aligned(look, slot))
            y += height + gap

    def _rows(self, look: Look, width: int) -> tuple[list[list[Widget]], int]:
        shown = self.shown()
        gap = look.px(self.gap)
        least = max((child.widths(look).least for child in shown), default=0)
        count = min(self.columns, max(1, len(shown)))
        while count > 1 and (width - gap * (count - 1)) // count < least:
            count -= 1
        rows = [shown[i : i + count] for i in range(0, len(shown), count)]
        return rows, (width - gap * (count - 1)) // count


class Stack(Widget):
    """Children over each other, each filling the whole; the last is on top."""


class Spacer(Widget):
    """Empty room: a fixed length, or all that is left over with `grow`."""

    def __init__(self, length: float = 0, **options: Unpack[Options]) -> None:
        super().__init__(**options)
        self.length = length
        if not length and "grow" not in options:
            self.grow = 1

    def measure_width(self, look: Look) -> Extent:
        """Its length."""
        return Extent(look.px(self.length), look.px(self.length))

    def measure_height(self, look: Look, width: int) -> Extent:
        """Its length, but nothing where it grows: a growing spacer in a row adds no height."""
        in_column = isinstance(self.parent, Column)
        pixels = look.px(self.length) if in_column else 0
        return Extent(pixels, pixels)

    def baseline(self, look: Look, width: int) -> int:
        """None of its own."""
        return 0


class FirstThatFits(Widget):
    """Shows the first of its children that is not too wide for the place; the last if none fits.

    For narrow windows and large text: a wide arrangement first, a stacked one last; or a remark
    first and `Spacer(0, grow=0)` last. What is left out must be said elsewhere (a hint).
    """

    yields = True

    def __init__(self, *children: Widget, **options: Unpack[Options]) -> None:
        super().__init__(*children, **options)
        self._chosen: Widget = self.children[0]

    def shown(self) -> list[Widget]:
        """The one that fits."""
        return [self._chosen]

    def measure_width(self, look: Look) -> Extent:
        """The last one's least, the first one's wish."""
        return Extent(self.children[-1].widths(look).least, self.children[0].widths(look).wish)

    def measure_height(self, look: Look, width: int) -> Extent:
        """The chosen one's."""
        return self._fitting(look, width).heights(look, width)

    def baseline(self, look: Look, width: int) -> int:
        """The chosen one's."""
        return self._fitting(look, width).baseline(look, width)

    def arrange(self, look: Look, rect: pygame.Rect) -> None:
        """Choose, then give all of the place to the chosen one."""
        self._chosen = self._fitting(look, rect.w)
        super().arrange(look, rect)

    def _fitting(self, look: Look, width: int) -> Widget:
        fits = (child for child in self.children if self._need(look, child) <= width)
        return next(fits, self.children[-1])

    def _need(self, look: Look, child: Widget) -> int:
        return child.widths(look).least


def _start(start: int, length: int, sizes: list[int], gap: int, spread: Spread) -> tuple[int, int]:
    """Where the first stands and how wide the gaps are, when the sizes leave something over."""
    over = length - sum(sizes) - gap * max(0, len(sizes) - 1)
    if over <= 0:
        return start, gap
    match spread:
        case "center":
            return start + over // 2, gap
        case "end":
            return start + over, gap
        case "between" if len(sizes) > 1:
            return start, gap + over // (len(sizes) - 1)
        case _:
            return start, gap


def _portion(whole: int, number: int, count: int) -> int:
    """One of `count` nearly equal parts of a whole; together they make it up exactly."""
    return whole * (number + 1) // count - whole * number // count
