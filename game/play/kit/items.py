"""Entries of a list: an icon on its ground, a strong line, a soft one under it.

Single texts and icons are next door in `labels.py`.
"""

from __future__ import annotations

from typing import Unpack

from game.play.kit.labels import Icon, Text
from game.play.kit.layout import Column, Row
from game.play.kit.theme import Colour
from game.play.kit.widget import Options, Widget


def ItemList(*items: Widget, gap: float = 10, **options: Unpack[Options]) -> Column:  # noqa: N802 - made like a widget
    """Entries one under another, as in a log."""
    return Column(*items, gap=gap, **options)


def Item(  # noqa: N802 - made like a widget
    icon: str,
    title: str,
    note: str = "",
    *,
    disc: str | Colour = "well",
    **options: Unpack[Options],
) -> Row:
    """An entry of a list: an icon on its ground, a strong line, a soft one under it."""
    texts: list[Widget] = [Text(title, "label")]
    if note:
        texts.append(Text(note, "body", colour="soft"))
    return Row(Icon(icon, 20, disc=disc), Column(*texts, gap=0, grow=1), gap=11, **options)
