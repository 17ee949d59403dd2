"""A word's explanation that stays: a small sheet beside where the word stands, and the words in it to go on from.

Escape, its cross or a click beside it closes one sheet; the one below is there again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

import pygame

from game.authoring.words import Words
from game.play.kit import Action, Button, Column, Dialog, Icon, Row, Text, Widget
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.presenters.glossary import Entry


class Pin(Dialog):
    """The sheet of one word (*term*), or of what has the focus; *inside* are the words it offers.

    It lies *over* the sheet that it was opened from, so that the word on that can still be read.
    """

    veil = 0

    def __init__(
        self,
        title: str,
        text: str,
        words: Words,
        *,
        term: str,
        about: pygame.Rect,
        over: Pin | None,
        is_covered: bool,
        inside: Sequence[Entry],
        on_word: Callable[[str], None],
        on_back: Callable[[], None],
    ) -> None:
        self.term = term
        self.about = about
        self.over = over
        parts: list[Widget] = [self._text(text, is_covered)] if text else []
        if inside:
            parts.append(
                Row(
                    *(
                        Button(one.word, id=f"word.{one.id}", on_press=partial(on_word, one.id))
                        for one in inside
                    ),
                    gap=8,
                    wrap=True,
                )
            )
        super().__init__(
            title,
            Column(*parts, gap=12),
            icon="cloud-fog" if is_covered else "book-open",
            wide=400,
            head="calm",
            on_back=on_back,
            close_label=words("help.close"),
            id="pin",
        )

    def _text(self, text: str, is_covered: bool) -> Widget:
        said = Text(text, "lead", id="pin.text", grow=1)
        return (
            Row(Icon("circle-question-mark", 24, colour="soft"), said, gap=12)
            if is_covered
            else said
        )

    def act(self, action: Action) -> bool:
        """Escape closes it; explaining what is explained does no more."""
        return action is Action.EXPLAIN or super().act(action)

    def place(self, look: Look) -> None:
        """Under what it is about, or over it; in the middle where it is about nothing in particular."""
        edge, gap = look.px(10), look.px(8)
        room = self.rect.inflate(-2 * edge, -2 * edge)
        width = min(room.w, max(self.sheet.widths(look).least, look.text_px(self.wide)))
        height = min(room.h, self.sheet.heights(look, width).wish)
        sheet = pygame.Rect(0, 0, width, height)
        if self.over is not None:
            below = self.over.sheet.rect
            sheet.topleft = (below.x + look.px(26), below.y + self.over.head.rect.h)
        elif not self.about.w:
            sheet.center = room.center
        elif self.about.bottom + gap + height <= room.bottom:
            sheet.midtop = (self.about.centerx, self.about.bottom + gap)
        else:
            sheet.midbottom = (self.about.centerx, self.about.top - gap)
        sheet.clamp_ip(room)
        self.sheet.arrange(look, sheet)

    def paint(self, painter: Painter) -> None:
        """The sheet with an edge, since nothing below it is dimmed."""
        edge = self.sheet.rect.inflate(2 * painter.look.px(1.5), 2 * painter.look.px(1.5))
        painter.tone = "card"
        painter.box(edge, "ink", radius=19, shadow=True)
        super().paint(painter)

    def point(self, where: tuple[int, int], kind: Literal["down", "drag", "up"]) -> bool:
        """A click beside the sheet closes it."""
        if kind == "up" and not self.sheet.rect.collidepoint(where) and self.on_back is not None:
            self.on_back()
        return True
