"""The dark bar over the screens that are not the table: where one is, and the way back.

The table has a bar of its own, in `table/`.
"""

from __future__ import annotations

from game.play.kit import Bar, Heading, IconButton, Row, Widget
from game.play.screen import Screen


def top_bar(screen: Screen, title: str, *more: Widget) -> Widget:
    """A heading, what else belongs there, and a button that does what Escape does."""
    back = IconButton("chevron-left", screen.words("menu.back"), on_press=screen.app.pop, id="back")
    return Bar(Row(back, Heading(title, "title", grow=1), *more, gap=14), padding=(20, 10))


def end_bar(title: str) -> Widget:
    """A heading alone: from the ending one does not go back."""
    return Bar(Row(Heading(title, "title", grow=1)), padding=(24, 10))
