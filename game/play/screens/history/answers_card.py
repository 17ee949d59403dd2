"""What was decided so far, the latest on top, and what of it in the week that is looked at.

The words come from `game/play/presenters/answers.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.authoring.words import Words
from game.play.kit import Card, Column, Heading, Icon, Row, Scroll, Text, Widget
from game.play.presenters.answers import Answer
from game.play.presenters.weeks import when


def answers_card(answers: Sequence[Answer], week: int, words: Words, *, grow: float = 1) -> Widget:
    """The answers up to *week* (from 0)."""
    past = [one for one in reversed(answers) if one.week <= week]
    items = [_item(one, words, now=one.week == week) for one in past]
    body: Widget = Column(*items, gap=8)
    if not items:
        body = Column(Text(words("walk.nothing"), colour="soft"))
    parts = [Heading(words("walk.decided")), Scroll(body, grow=1, id="answers")]
    return Card(Column(*parts, gap=8), padding=(16, 12), grow=grow)


def _item(one: Answer, words: Words, *, now: bool) -> Widget:
    """One answer: when, about what, and what was said; this week's stand out by an icon as well as by colour."""
    head = Text(
        f"{when(one.week, words)} · {one.title}",
        "small",
        colour="accent" if now else "soft",
        linked=not one.is_authored,
    )
    icon = Icon(one.icon, 20, colour="accent" if now else "soft")
    said = Text(one.said, "strong" if now else "body", linked=not one.is_authored)
    return Row(icon, Column(head, said, gap=0, grow=1), gap=10)
