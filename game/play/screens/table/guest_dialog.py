"""A guest looked at closely: their face, how they stand to the player, and their story so far.

What is told is decided in `game/play/presenters/guest.py`.
"""

from __future__ import annotations

from collections.abc import Callable

from game.authoring.words import Words
from game.play.figures.portraits import Face
from game.play.kit import Action, Button, Column, Dialog, Heading, Icon, Row, Text, Widget
from game.play.presenters.guest import GuestStory, StoryLine
from game.play.screens.table.legend import legend_mark


def guest_dialog(told: GuestStory, words: Words, close: Callable[[], None]) -> Dialog:
    """The card of one guest."""
    done = Button(
        words("guest.close"),
        kind="primary",
        shortcut=Action.PRESS,
        show_key=True,
        on_press=close,
        id="guest.close",
    )
    return Dialog(
        told.name,
        Column(_head(told), *_story(told, words), gap=14),
        icon="user-round",
        foot=done,
        wide=540,
        on_back=close,
        close_label=words("guest.close"),
        id="guest",
    )


def _head(told: GuestStory) -> Widget:
    facts: list[Widget] = [Text(fact, "body", colour="soft") for fact in told.facts]
    if told.look:
        mark = [] if told.look == "new" else [legend_mark(told.look)]
        facts.insert(0, Row(*mark, Text(told.look_words, "lead-strong", id="guest.look"), gap=8))
    return Row(Face(told.face, told.kind, 84), Column(*facts, gap=3, grow=1), gap=18)


def _story(told: GuestStory, words: Words) -> list[Widget]:
    if not told.lines:
        return [Text(words("guest.nothing"), "body", colour="soft", id="guest.nothing")]
    rows = [_row(line) for line in told.lines]
    return [Heading(words("guest.story")), Column(*rows, gap=6, id="guest.lines")]


def _row(line: StoryLine) -> Widget:
    return Row(
        Icon(line.icon, 17, colour="soft"),
        Text(line.text, "body", grow=1),
        Text(line.when, "small", colour="soft", text_align="right", min_width=76),
        gap=10,
    )
