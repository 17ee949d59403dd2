"""A card over the table: its kind by colour, icon and word, its text, and options by number, arrows or mouse.

The words are made in `game/play/presenters/cards.py`. Nothing is chosen beforehand and no clock runs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Unpack

import pygame

from game.authoring.words import Words
from game.play.figures.portraits import Face
from game.play.kit import Choices, Column, Dialog, Option, Row, Text, Widget
from game.play.kit.painter import Painter
from game.play.kit.theme import Colour
from game.play.kit.widget import Options
from game.play.presenters.cards import CardKind, CardWords

HEADS: dict[CardKind, Colour] = {
    "setback": (184, 78, 0),
    "temptation": (132, 56, 112),
    "opportunity": (0, 100, 90),
    "request": (0, 92, 148),
    "coach": (84, 76, 104),
    "goals": (84, 76, 104),
    "review": (84, 76, 104),
    "light": (132, 92, 0),
}


class CardDialog(Dialog):
    """A dialog whose head has the colour of the card's kind."""

    def __init__(
        self, title: str, body: Widget, colour: Colour, *, icon: str, aside: str, wide: float = 620,
        foot: Widget | None = None, **options: Unpack[Options],
    ) -> None:  # fmt: skip
        super().__init__(
            title, body, icon=icon, aside=aside, wide=wide, head="night", foot=foot, **options
        )
        self.colour = colour

    def paint(self, painter: Painter) -> None:
        """The dialog, then the head again in its colour; stark themes keep their own."""
        super().paint(painter)
        if painter.look.theme.name != "standard":
            return
        head = self.head.rect
        top = pygame.Rect(head.x, head.y, head.w, head.h + painter.look.px(18))
        with painter.clipped(head):
            painter.box(top, self.colour, radius=18)


def card_dialog(
    card: CardWords,
    kinds: Mapping[int, str],
    words: Words,
    on_choose: Callable[[int], None],
    vote: Callable[[Sequence[Option]], list[Widget]] = lambda _: [],
) -> CardDialog:
    """The card for a request.

    *kinds* says of which kind a person is, for their face; *vote* gives a way to let a room vote on the options.
    """
    parts: list[Widget] = [_text(card, kinds)]
    options = [Option(one.text, note=one.note, aside=one.aside) for one in card.options]
    keys = words("card.keys")
    parts += [
        Choices(options, on_choose, id="option"),
        *vote(options),
        Text(keys, "small", colour="soft", text_align="middle"),
    ]
    aside = words("card.aside", kind=card.kind_name, when=card.aside)
    return CardDialog(
        card.title,
        Column(*parts, gap=14),
        HEADS[card.kind],
        icon=card.icon,
        aside=aside,
        wide=660,
        id="card",
    )


def _text(card: CardWords, kinds: Mapping[int, str]) -> Widget:
    text = Text(card.text, "lead", grow=1, linked=not card.is_authored, named=True, id="card.text")
    if card.person < 0:
        return text
    return Row(Face(card.face, kinds.get(card.person, "get_it"), 56), text, gap=16)
