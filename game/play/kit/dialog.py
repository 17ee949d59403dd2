"""What stands over a screen: dialogs that want an answer first, and remarks beside things.

Opening and closing them is the scene's (`scene.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Unpack

import pygame

from game.play.kit.buttons import IconButton
from game.play.kit.keys import Action
from game.play.kit.labels import Heading, Icon, Text
from game.play.kit.layout import Column, Row
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.panels import Divider, Panel, Scroll
from game.play.kit.theme import ToneName
from game.play.kit.widget import Extent, Options, Widget


class Dialog(Widget):
    """A card over the dimmed screen, with a coloured head. Escape (or the cross) calls `on_back`.

    Without `on_back` it must be answered: there is no cross and Escape does nothing. The *foot* stays in sight while
    a long body scrolls.
    """

    role = "dialog"
    veil: ClassVar[int] = 128
    """How dark it makes what lies below, from 0 to 255."""

    def __init__(
        self,
        title: str,
        body: Widget,
        *,
        icon: str = "",
        aside: str = "",
        wide: float = 620,
        head: ToneName = "night",
        foot: Widget | None = None,
        on_back: Callable[[], None] | None = None,
        close_label: str = "",
        **options: Unpack[Options],
    ) -> None:
        parts: list[Widget] = [Icon(icon, 26)] if icon else []
        parts.append(Heading(title, "title", grow=1))
        if aside:
            parts.append(Text(aside, "body", colour="soft", text_align="right", max_width=220))
        if on_back is not None and close_label:
            parts.append(IconButton("x", close_label, on_press=on_back, id="dialog.close"))
        self.head = Panel(Row(*parts, gap=12), padding=(24, 14), tone=head)
        self.body = Panel(body, padding=(26, 20), tone="card")
        # whatever room the head leaves, so that nothing hangs out of the window below
        feet = [Divider(), Panel(foot, padding=(26, 14), tone="card")] if foot else []
        self.sheet = Column(self.head, Scroll(self.body, least=0), *feet, gap=0, tone="card")
        options.setdefault("label", title)
        super().__init__(self.sheet, **options)
        self.wide = wide
        self.on_back = on_back

    def act(self, action: Action) -> bool:
        """Escape goes back where that is allowed; nothing else reaches the screen below."""
        if action is Action.BACK and self.on_back is not None:
            self.on_back()
        return action is Action.BACK

    def place(self, look: Look) -> None:
        """The sheet in the middle, as high as it needs to be and no higher than the window."""
        margin = look.px(20)
        room = self.rect.inflate(-2 * margin, -2 * margin)
        width = min(room.w, max(self.sheet.widths(look).least, look.text_px(self.wide)))
        height = min(room.h, self.sheet.heights(look, width).wish)
        sheet = pygame.Rect(0, 0, width, height)
        sheet.center = room.center
        self.sheet.arrange(look, sheet)

    def paint(self, painter: Painter) -> None:
        """The veil, the sheet, the head."""
        if self.veil:
            painter.veil((38, 36, 48), self.veil)
        sheet, head = self.sheet.rect, self.head.rect
        painter.tone = "card"
        painter.box(sheet, "ground", radius=18, shadow=True)
        painter.tone = self.head.tone
        top = head.copy()
        top.h += painter.look.px(18)
        with painter.clipped(head):
            painter.box(top, "ground", radius=18)
        painter.tone = "card"
        painter.ring(sheet, "line", radius=18, width=1)  # a dark head over a dark bar has an edge

    def at(self, where: tuple[int, int]) -> Widget | None:
        """Nothing below it can be reached."""
        return self.sheet.at(where) or self


class Remark(Widget):
    """A small box of words beside what it is about: a tooltip, or why something is refused."""

    role = "tooltip"

    def __init__(self, text: str, about: Widget, **options: Unpack[Options]) -> None:
        options.setdefault("tone", "night")
        super().__init__(Panel(Text(text, "body", linked=False), padding=(12, 8)), **options)
        self.about = about

    def measure_width(self, look: Look) -> Extent:
        """At most a third of a window wide."""
        least, wish = self.children[0].widths(look)
        return Extent(least, max(least, min(wish, look.text_px(340))))

    def arrange(self, look: Look, rect: pygame.Rect) -> None:
        """Under what it is about, or above where there is no room; always inside the window."""
        width = min(self.widths(look).wish, rect.w)
        height = self.heights(look, width).wish
        gap = look.px(8)
        about = self.about.rect
        y = about.bottom + gap
        if y + height > rect.bottom:
            y = max(rect.y, about.y - gap - height)
        x = max(rect.x + gap, min(about.centerx - width // 2, rect.right - width - gap))
        super().arrange(look, pygame.Rect(x, y, width, height))

    def paint(self, painter: Painter) -> None:
        """The box."""
        painter.box(self.rect, "ground", radius=10, shadow=True)

    def at(self, where: tuple[int, int]) -> Widget | None:
        """The mouse goes through it."""
        return None
