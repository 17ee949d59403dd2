"""The dark bar at the top: where one is in the story, the buttons of time, and the gauges.

What the gauges say is made in `game/play/presenters/gauges.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from game.authoring.words import Words
from game.play.kit import (
    Bar,
    Column,
    FirstThatFits,
    Heading,
    Icon,
    IconButton,
    Meter,
    Panel,
    Row,
    Spacer,
    Text,
    Widget,
)
from game.play.presenters.gauges import Gauge
from game.play.presenters.snapshot import Snapshot

SPEEDS = (
    (0, "pause", "pause"),
    (1, "play", "play"),
    (2, "fast-forward", "fast"),
    (3, "chevrons-right", "faster"),
    (4, "skip-forward", "to_end"),
)


SHORT_QUESTION, LONG_QUESTION = 150, 270
"""How wide the question of a gauge in the fog may get: beside the others, and where the bar has a second row."""


@dataclass(frozen=True)
class TimeControl:
    """The state of the time buttons: the speed now (0 while paused), what they do, and the words beside them.

    Words that are *urgent* are never left out where room is short.
    """

    speed: int
    on_speed: Callable[[int], None]
    said: str
    urgent: bool = False


def top_bar(shot: Snapshot, time: TimeControl, words: Words, on_menu: Callable[[], None]) -> Widget:
    """The whole bar."""
    whole = _row(shot, time, words, on_menu, wrap=False, says=True)
    terse = _row(shot, time, words, on_menu, wrap=False, says=False)
    wrapped = _row(shot, time, words, on_menu, wrap=True, says=True)
    rows = [whole, wrapped] if time.urgent else [whole, terse, wrapped]
    return Bar(FirstThatFits(*(rows if time.said else rows[1:])))


def _row(
    shot: Snapshot,
    time: TimeControl,
    words: Words,
    on_menu: Callable[[], None],
    *,
    wrap: bool,
    says: bool,
) -> Widget:
    """The bar in one row, or wrapped into several; *says* whether there is room for the words beside the buttons."""
    title = Column(
        Heading(shot.moment.title, id="table.title"),
        Text(shot.moment.when, "small", colour="soft", id="table.when", wrap=wrap),
        gap=0,
    )
    said = [Text(time.said, colour="accent", wrap=wrap, id="table.state")] if says else []
    menu = IconButton("menu", words("table.menu"), id="table.menu", on_press=on_menu)
    question = LONG_QUESTION if wrap else SHORT_QUESTION
    meters = Row(*(gauge_meter(one, question) for one in shot.gauges), gap=18, wrap=wrap)
    return Row(title, _time_buttons(time, words), *said, Spacer(), meters, menu, gap=18, wrap=wrap)


def _time_buttons(time: TimeControl, words: Words) -> Widget:
    buttons = [
        IconButton(
            icon,
            words(f"table.{name}"),
            selected=speed == time.speed,
            id=f"speed.{speed}",
            on_press=partial(time.on_speed, speed),
        )
        for speed, icon, name in SPEEDS
    ]
    return Panel(Row(*buttons, gap=6), padding=4, fill="fill", radius=20)


def gauge_meter(gauge: Gauge, question_width: float = SHORT_QUESTION) -> Widget:
    """A meter; in the fog a cloud with the question that would clear it, at most so wide."""
    if gauge.question:
        return Row(
            Icon(gauge.icon, 19, colour="accent"),
            Text(
                gauge.question,
                "small",
                colour="soft",
                max_width=question_width,
                id=f"gauge.{gauge.id}",
            ),
            gap=8,
            tooltip=gauge.question,
        )
    return Meter(
        gauge.name,
        gauge.value,
        gauge.share,
        icon=gauge.icon,
        colour=gauge.colour,
        tooltip=gauge.more,
        id=f"gauge.{gauge.id}",
    )
