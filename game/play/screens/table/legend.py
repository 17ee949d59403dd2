"""What stands below the party: what the marks mean and how many there are, or the question that would tell.

Beside them, for how many a grey figure stands. The party itself is next door in `party.py`.
"""

from __future__ import annotations

from collections.abc import Callable

from game.authoring.words import Words
from game.play.figures.hall import Setting
from game.play.figures.palette import MARKS
from game.play.kit import Column, Icon, Mark, Panel, Row, Text, Widget
from game.play.presenters.people import Voice
from game.play.presenters.room import Count, Room
from game.play.screens.table.crowd import Crowd
from game.play.screens.table.party import Party


def legend(room: Room, words: Words) -> Widget:
    """What the marks mean and how many there are; before that, how many have met you and the question."""
    entries: list[Widget] = [_entry(one, words) for one in room.legend]
    if not entries:
        met = words("room.have_met", n=room.met) if room.met else words("room.nobody")
        entries = [Text(met, "strong", id="room.met"), *(_question(room) if room.met else [])]
    if room.has_grey:
        each = Text(words("room.each", n=room.each), "small", colour="soft", id="room.each")
        entries.append(Row(Icon("user-round", 16, colour="soft"), each, gap=4))
    row = Row(*entries, gap=12, wrap=True, spread="center")
    return Panel(row, padding=(10, 7), id="legend")


def _question(room: Room) -> list[Widget]:
    question = Text(room.question, "body", colour="soft", id="room.question", grow=1)
    return [Row(Icon("cloud-fog", 18, colour="soft"), question, gap=8, grow=1)]


def _entry(count: Count, words: Words) -> Widget:
    return Row(
        legend_mark(count.look),
        Text(count.name, "body"),
        Text(words.number(count.number), "number", id=f"count.{count.look}"),
        gap=5,
    )


def legend_mark(look: str) -> Widget:
    """A mark as guests carry it over their heads, also those that the kit's ladder does not have."""
    return Mark(*MARKS[look], 16)


def party_panel(
    room: Room,
    crowd: Crowd,
    bubble: Voice | None,
    words: Words,
    on_guest: Callable[[int], None],
    setting: Setting,
    *,
    grow: float = 0,
) -> Widget:
    """The room above its legend."""
    party = Party(room, crowd, bubble, words, on_guest, setting, id="room", grow=1)
    return Panel(
        Column(party, legend(room, words), gap=0),
        padding=0,
        fill="ground",
        radius=14,
        shadow=True,
        tone="card",
        grow=grow,
    )
