"""The lightbulb moment on the table: the lamp, the evidence, the coach's question, what to do; what tempts afterwards.

The words come from `game/play/presenters/lightbulb.py`; in which order it all happens is `dawning.py`'s.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.authoring.words import Words
from game.play.figures.lamp import Lamp, paint_parting_fog
from game.play.figures.portraits import Face
from game.play.kit import (
    Action,
    Choices,
    Column,
    Dialog,
    Heading,
    Icon,
    Option,
    Panel,
    Row,
    Text,
    Widget,
)
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.presenters.cards import ICONS
from game.play.presenters.lightbulb import Lightbulb
from game.play.screens.table.card_dialog import HEADS, CardDialog
from game.play.screens.table.numbers import trend_chart

CLEARING_SECONDS = 1.8


def light_dialog(shown: Lightbulb, words: Words, on_choose: Callable[[str], None]) -> CardDialog:
    """The light and what one may do about it at once."""
    options = [one for one in (shown.act, shown.later) if one is not None]
    choices = Choices(
        [Option(one.text, note=one.note) for one in options],
        lambda place: on_choose(options[place].id),
        id="option",
    )
    keys = words("card.keys")
    return CardDialog(
        shown.title,
        Row(Lamp(148, id="lamp"), _evidence(shown, words), gap=18),
        HEADS["light"],
        foot=Column(
            _coach(shown),  # never scrolled away from the answers
            choices,
            Text(keys, "small", colour="soft", text_align="middle"),
            gap=10,
        ),
        icon=ICONS["light"],
        aside=shown.aside,
        wide=820,
        id="card",
    )


def _evidence(shown: Lightbulb, words: Words) -> Widget:
    uncovers = Row(Icon("eye", 18), Text(shown.uncovers, "label", grow=1, id="uncovers"), gap=10)
    if not shown.evidence:
        return Column(uncovers, grow=1)
    charts = [
        Column(
            Text(one.name, "strong"),
            trend_chart(one, words, height=104, id=f"evidence.{one.id}"),
            gap=2,
            grow=1,
        )
        for one in shown.evidence
    ]
    heading = Heading(words("light.evidence"))
    return Column(heading, Row(*charts, gap=16, cross="start"), uncovers, gap=8, grow=1)


def _coach(shown: Lightbulb) -> Widget:
    said = Column(
        Text(shown.coach, "small", colour="soft"),
        Text(shown.question, "lead-strong", linked=False, named=True, id="card.text"),
        gap=1,
        grow=1,
    )
    return Row(Face(shown.face, "get_it", 54), said, gap=14)


def tempting_dialog(shown: Lightbulb, words: Words, on_choose: Callable[[str], None]) -> CardDialog:
    """The same light a moment later: one small thing looks very small."""
    assert shown.act is not None, "one is tempted by more of what one does"
    assert shown.more is not None, "one is tempted by something"
    options = (
        Option(words("light.small"), note=shown.act.note),
        Option(shown.more.text, note=shown.more.note),
    )
    ids = (shown.act.id, shown.more.id)
    keys = words("card.keys")
    return CardDialog(
        words("light.tempt_title"),
        Column(
            Text(words("light.tempt_text"), "lead", id="card.text"),
            Choices(options, lambda place: on_choose(ids[place]), id="option"),
            Text(keys, "small", colour="soft", text_align="middle"),
            gap=14,
        ),
        HEADS["temptation"],
        icon=ICONS["temptation"],
        aside=words("card.temptation"),
        wide=620,
        id="card",
    )


class Clearing(Dialog):
    """The moment in which the fog parts over what a light has uncovered. Any press ends it."""

    def __init__(
        self,
        said: str,
        places: Callable[[], list[pygame.Rect]],
        began: float,
        done: Callable[[], None],
    ) -> None:
        super().__init__("", Column(), on_back=done, id="clearing", label=said)
        said_row = Row(Icon("eye", 20), Text(said, "lead", grow=1), gap=12)
        self.head = Panel(said_row, padding=(20, 12), tone="night")
        self.add(self.head)
        self.places = places
        self.began = began
        self.done = done

    def place(self, look: Look) -> None:
        """The words below the middle, as wide as they are."""
        margin = look.px(20)
        head = self.head
        width = min(self.rect.w - 2 * margin, max(head.widths(look).least, look.text_px(620)))
        height = head.heights(look, width).wish
        sheet = pygame.Rect(0, 0, width, height)
        sheet.midbottom = (self.rect.centerx, self.rect.bottom - margin)
        head.arrange(look, sheet)

    def act(self, action: Action) -> bool:
        """Enter goes on as well as Escape."""
        if action in (Action.PRESS, Action.BACK):
            self.done()
            return True
        return False

    def point(self, where: tuple[int, int], kind: str) -> bool:
        """A click goes on."""
        if kind == "up":
            self.done()
        return True

    def paint(self, painter: Painter) -> None:
        """Fog over each place, as far as it has not parted; the words."""
        share = max(0.0, min(1.0, (painter.now - self.began) / CLEARING_SECONDS))
        for rect in self.places():
            paint_parting_fog(painter, rect, share)
        painter.tone = self.head.tone
        painter.box(self.head.rect, "ground", radius=18, shadow=True)

    def paint_children(self, painter: Painter) -> None:
        """Only the head: there is no sheet."""
        self.head.paint_tree(painter)

    def at(self, where: tuple[int, int]) -> Widget | None:
        """Everywhere is the same."""
        return self
