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


@dataclass(frozen=True)
class TimeControl:
    """The state of the time buttons: the speed now (0 while paused), what they do, and the words beside them."""

    speed: int
    on_speed: Callable[[int], None]
    said: str


def top_bar(shot: Snapshot, time: TimeControl, words: Words, on_menu: Callable[[], None]) -> Widget:
    """The whole bar."""
    return Bar(
        Row(
            Column(
                Heading(shot.moment.title, id="table.title"),
                Text(shot.moment.when, "small", colour="soft", id="table.when"),
                gap=0,
            ),
            _time_buttons(time, words),
            FirstThatFits(
                Text(time.said, colour="accent", wrap=False, id="table.state"), Spacer(0, grow=0)
            ),
            Spacer(),
            Row(*(gauge_meter(one) for one in shot.gauges), gap=18, wrap=True),
            IconButton("menu", words("table.menu"), id="table.menu", on_press=on_menu),
            gap=18,
            wrap=True,
        )
    )


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


def gauge_meter(gauge: Gauge) -> Widget:
    """A meter; in the fog a cloud with the question that would clear it."""
    if gauge.question:
        return Row(
            Icon(gauge.icon, 19, colour="accent"),
            Text(gauge.question, "small", colour="soft", max_width=200, id=f"gauge.{gauge.id}"),
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
