"""A small bubble that points at a control and says one sentence about it, over everything and in nobody's way.

When it comes and goes is not decided here: the table's coach does that (`game/play/screens/table/coach.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Literal, Unpack

import pygame

from game.play.kit.keys import Action
from game.play.kit.labels import KeyChip, Text
from game.play.kit.layout import Column, Row
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.panels import Panel
from game.play.kit.theme import SMALLEST_TARGET, Colour
from game.play.kit.widget import Extent, Options, Widget

TAIL = 13
"""How far the bubble stands from what it points at, in design units."""

WIDEST, NARROWEST = 290, 190

OWN = 4
"""How much worse it is to hide what it is about than something else that is written."""

WRITTEN = frozenset(
    {"text", "heading", "term", "button", "stepper", "switch", "slider", "option", "meter", "chart"}
)
"""Roles of what a bubble had better not hide."""

Side = Literal["left", "right", "top", "bottom"]


class Cross(Widget):
    """Puts the bubble away. No stop of Tab's: the key beside it does the same from anywhere."""

    def __init__(self, on_press: Callable[[], None], **options: Unpack[Options]) -> None:
        super().__init__(**options)
        self.on_press = on_press

    def measure_width(self, look: Look) -> Extent:
        """Large enough to be hit."""
        return Extent(look.px(SMALLEST_TARGET), look.px(SMALLEST_TARGET))

    def measure_height(self, look: Look, width: int) -> Extent:
        """A square."""
        return self.measure_width(look)

    def paint(self, painter: Painter) -> None:
        """A cross, on a ground where the mouse is over it."""
        if painter.hover is self:
            painter.box(self.rect, "hover", radius=8)
        painter.icon("x", self.rect.center, painter.look.px(16), "soft", 2.4)

    def point(self, where: tuple[int, int], kind: Literal["down", "drag", "up"]) -> bool:
        """Pressed when the mouse is let go."""
        if kind == "up" and self.rect.collidepoint(where):
            self.on_press()
        return True


class Guide(Widget):
    """The bubble. *mark* is a picture of who speaks; a click on the bubble is "I see", the cross puts it away."""

    role = "tooltip"

    def __init__(
        self,
        text: str,
        mark: Widget,
        *,
        key: Action,
        away: str,
        on_seen: Callable[[], None],
        on_away: Callable[[], None],
        **options: Unpack[Options],
    ) -> None:
        self.text = text
        self.on_seen = on_seen
        self.cross = Cross(on_away, tooltip=away)
        aside = Column(self.cross, KeyChip(key, align="center"), gap=2)
        body = Row(mark, Text(text, "label", grow=1, linked=False), aside, gap=10)
        options.setdefault("tone", "card")
        super().__init__(Panel(body, padding=(11, 8)), **options)
        self.about = pygame.Rect(0, 0, 0, 0)
        self.side: Side = "left"
        self.keep_clear: list[pygame.Rect] = []

    def name(self) -> str:
        """What it says."""
        return self.text

    def measure_width(self, look: Look) -> Extent:
        """A few words a line."""
        least, wish = self.children[0].widths(look)
        return Extent(least, max(least, min(wish, look.text_px(WIDEST))))

    def arrange(self, look: Look, rect: pygame.Rect) -> None:
        """Beside what it is about, where it covers least of what is written; always inside the window."""
        gap, edge = look.px(TAIL), look.px(6)
        room = rect.inflate(-2 * edge, -2 * edge)
        ways = [
            way
            for width in self._breadths(look, room, gap)
            for way in self._ways((width, self.heights(look, width).wish), room, gap)
        ]
        self.side, place = min(ways, key=lambda way: self._covers(way[1]))
        super().arrange(look, place)

    def _breadths(self, look: Look, room: pygame.Rect, gap: int) -> list[int]:
        """How broad it may be: as it wishes, or narrower, where it would stand beside what it is about by that."""
        least, wish = self.widths(look)
        usual = min(wish, room.w)
        beside = max(room.right - self.about.right, self.about.left - room.left) - gap
        narrow = max(least, look.text_px(NARROWEST))
        return [usual, beside] if narrow <= beside < usual else [usual]

    def _ways(
        self, size: tuple[int, int], room: pygame.Rect, gap: int
    ) -> Iterator[tuple[Side, pygame.Rect]]:
        """Where it may stand, the likeliest first. Its tail is at its *side*: at its left, it stands at the right."""
        about, bubble = self.about, pygame.Rect((0, 0), size)
        right, left, beside = (
            about.right + gap,
            about.left - gap - bubble.w,
            about.centery - bubble.h // 2,
        )
        below, above = about.bottom + gap, about.top - gap - bubble.h
        across = (about.centerx - bubble.w // 2, about.left, about.right - bubble.w)
        if right + bubble.w <= room.right:
            yield "left", bubble.move(right, beside).clamp(room)
        if left >= room.left:
            yield "right", bubble.move(left, beside).clamp(room)
        if below + bubble.h <= room.bottom:
            yield from (("top", bubble.move(x, below).clamp(room)) for x in across)
        if above >= room.top:
            yield from (("bottom", bubble.move(x, above).clamp(room)) for x in across)
        if about.w > 2 * bubble.w:  # over its own empty end rather than over its neighbours
            yield "left", bubble.move(room.right, beside).clamp(room)
        yield "bottom", bubble.move(across[0], above).clamp(room)

    def _covers(self, place: pygame.Rect) -> int:
        """How much of what is written it would hide there; what it is about counts before all else."""
        hidden = [place.clip(one) for one in self.keep_clear]
        own = place.clip(self.about)
        return sum(one.w * one.h for one in hidden) + OWN * own.w * own.h

    def mind(self, top: Widget, look: Look) -> None:
        """Note where below *top* something can be read or pressed, outside of what the bubble is about."""
        rects = [_ink(one, look) for one in top.walk() if one.role in WRITTEN]
        self.keep_clear = [rect for rect in rects if rect.w and not self.about.contains(rect)]

    def move_to(self, about: pygame.Rect) -> bool:
        """Point at another place; False where it points there already."""
        if about == self.about:
            return False
        self.about = about.copy()
        return True

    @property
    def extent(self) -> pygame.Rect:
        """All that it draws on: bubble, tail and the ring round what it is about."""
        return self.rect.union(self.about).inflate(40, 40)

    def paint_tree(self, painter: Painter) -> None:
        """Drawn wherever its ring or its bubble is."""
        if self.extent.colliderect(painter.clip):
            painter.owner, painter.tone = self, self.tone
            self.paint(painter)
            self.paint_children(painter)

    def paint(self, painter: Painter) -> None:
        """The ring, the bubble and its tail."""
        look = painter.look
        ring = self.about.inflate(2 * look.px(4), 2 * look.px(4))
        painter.ring(ring, "accent", radius=12, width=2.5)
        edge = painter.colour("ink")
        painter.box(self.rect, "highlight", radius=13, border="ink", border_width=1.5, shadow=True)
        self._paint_tail(painter, painter.colour("highlight"), edge)

    def _paint_tail(self, painter: Painter, fill: Colour, edge: Colour) -> None:
        long, wide = painter.look.px(TAIL), painter.look.px(18)
        across = self.side in ("left", "right")
        size = (long + 2, wide) if across else (wide, long + 2)
        image = painter.sprite(
            ("guide tail", self.side, fill, edge), size, partial(_sketch, self.side, fill, edge)
        )
        spot, box, inset = self.about.center, self.rect, painter.look.px(14)
        x = max(box.x + inset, min(spot[0], box.right - inset)) - wide // 2
        y = max(box.y + inset, min(spot[1], box.bottom - inset)) - wide // 2
        line = painter.look.px(1.5)
        at = {
            "left": (box.x - long - 2 + line, y),
            "right": (box.right - line, y),
            "top": (x, box.y - long - 2 + line),
            "bottom": (x, box.bottom - line),
        }[self.side]
        painter.image(image, at)

    def at(self, where: tuple[int, int]) -> Widget | None:
        """The cross, or the bubble itself; beside it the mouse reaches what lies below."""
        if not self.rect.collidepoint(where):
            return None
        return self.cross if self.cross.rect.collidepoint(where) else self

    def point(self, where: tuple[int, int], kind: Literal["down", "drag", "up"]) -> bool:
        """A click says that it has been read."""
        if kind == "up" and self.rect.collidepoint(where):
            self.on_seen()
        return True


def _ink(widget: Widget, look: Look) -> pygame.Rect:
    """Where a widget has something to see: a text that starts at the left seldom fills its line."""
    rect = widget.rect.copy()
    if isinstance(widget, Text) and widget.text_align == "left" and rect.w:
        rect.w = min(rect.w, widget.widths(look).wish)
    return rect


def _sketch(side: str, fill: Colour, edge: Colour, surface: pygame.Surface, _: float) -> None:
    """A triangle whose foot lies open on the bubble."""
    w, h = surface.get_size()
    feet, tip = {
        "left": (((w, 0), (w, h)), (0, h / 2)),
        "right": (((0, 0), (0, h)), (w, h / 2)),
        "top": (((0, h), (w, h)), (w / 2, 0)),
        "bottom": (((0, 0), (w, 0)), (w / 2, h)),
    }[side]
    line = max(2, round(min(w, h) / 8))
    pygame.draw.polygon(surface, fill, [feet[0], feet[1], tip])
    for foot in feet:
        pygame.draw.line(surface, edge, foot, tip, line)
