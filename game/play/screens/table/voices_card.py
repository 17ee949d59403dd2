"""What people say: a face, a name, what they did; signs that were noticed; how many wait for an answer.

The sentences are made in `game/play/presenters/people.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.authoring.words import Words
from game.play.figures.portraits import Face
from game.play.kit import Card, Column, Heading, Icon, ItemList, Row, Scroll, Text, Widget
from game.play.presenters.people import Voice

SIGN_GROUND = (250, 224, 200)


def voices_card(
    voices: tuple[Voice, ...],
    inbox: str,
    kinds: Mapping[int, str],
    words: Words,
    *,
    grow: float = 1,
) -> Widget:
    """The latest lines; *kinds* says of which kind a person is, for their face."""
    items = [voice_item(one, kinds.get(one.person, "get_it")) for one in voices]
    body: Widget = ItemList(*items, gap=8)
    if not items:
        silence = Text(words("table.silence"), "body", colour="soft", id="silence", grow=1)
        body = Column(Row(Icon("message-circle", 26, colour="faint"), silence, gap=12))
    parts: list[Widget] = [Heading(words("table.say"))]
    if inbox:
        waiting = Text(inbox, "label", colour="accent", grow=1, id="inbox")
        parts.append(Row(Icon("inbox", 18, colour="accent"), waiting, gap=8))
    return Card(
        Column(*parts, Scroll(body, grow=1, id="voices"), gap=8), padding=(16, 12), grow=grow
    )


def voice_item(voice: Voice, kind: str, size: float = 35) -> Row:
    """One line: a face (or an icon, for what has none), a name, and what they did."""
    lead: Widget = Face(voice.face, kind, size)
    if voice.person < 0:
        lead = Icon(voice.icon, size / 1.75, disc=SIGN_GROUND)
    texts = Column(
        Text(voice.name, "label"), Text(voice.text, "body", colour="soft"), gap=0, grow=1
    )
    return Row(lead, texts, gap=11)
