"""The season's reveal over the table: guess against outcome, what moved and why, who came and left, what the town saw.

The words are made in `game/play/presenters/reveal.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.authoring.words import Words
from game.play.kit import (
    Action,
    Button,
    Column,
    Dialog,
    FirstThatFits,
    Grid,
    Heading,
    Icon,
    Panel,
    Row,
    Text,
    Widget,
)
from game.play.presenters.causes import Reason
from game.play.presenters.people import Voice
from game.play.presenters.reveal import Change, Guess, Reveal
from game.play.presenters.wording import signed
from game.play.screens.table.voices_card import voice_item

FIRST_CHANGES = 6
FACES, NEWS = 4, 3


@dataclass(frozen=True)
class Revealing:
    """What the reveal's buttons say and do; *all_numbers* shows those that moved least as well."""

    go_on: str
    on_done: Callable[[], None]
    all_numbers: bool
    on_more: Callable[[], None]


def reveal_dialog(
    shown: Reveal, kinds: Mapping[int, str], words: Words, state: Revealing
) -> Dialog:
    """The whole reveal."""
    beside = Row(
        Column(_changes(shown, words, state), grow=13, min_width=520),
        Column(_people(shown, kinds, words), grow=6, min_width=250),
        gap=28,
        cross="start",
    )
    below = Column(_changes(shown, words, state), _people(shown, kinds, words), gap=18)
    parts: list[Widget] = [_guess(shown.guess, words)] if shown.guess else []
    return Dialog(
        shown.title,
        Column(*parts, FirstThatFits(beside, below), gap=14),
        icon="calendar",
        foot=_buttons(shown, words, state),
        wide=1060,
        on_back=state.on_done,
        id="reveal",
    )


def _buttons(shown: Reveal, words: Words, state: Revealing) -> Widget:
    done = Button(
        state.go_on,
        kind="primary",
        shortcut=Action.PRESS,
        show_key=True,
        on_press=state.on_done,
        id="reveal.done",
        grow=1,
    )
    if len(shown.changes) <= FIRST_CHANGES or state.all_numbers:
        return done
    return Row(Button(words("reveal.more"), on_press=state.on_more, id="reveal.more"), done, gap=12)


def _guess(guess: Guess, words: Words) -> Widget:
    """What was said and what came: a tick or a cross beside it, and the word."""
    icon, colour = ("check", "trust") if guess.is_right else ("x", "vermillion")
    verdict = words("reveal.right" if guess.is_right else "reveal.wrong")
    came = words("reveal.came_out", came=guess.came, verdict=verdict)
    lines: list[Widget] = [
        Text(guess.said, "label", colour="soft"),
        Text(came, "lead-strong", id="reveal.verdict"),
    ]
    if guess.reason:
        lines.append(Text(guess.reason, "body"))
    return Panel(
        Row(
            Icon(icon, 24, colour=colour, disc="ground", stroke=3),
            Column(*lines, gap=0, grow=1),
            gap=14,
        ),
        padding=(16, 9),
        fill="highlight",
        radius=12,
        border="line",
    )


def _changes(shown: Reveal, words: Words, state: Revealing) -> Widget:
    heading = Heading(words("reveal.why"), id="reveal.why")
    if not shown.changes:
        return Column(heading, Text(words("reveal.still"), colour="soft"))
    changes = shown.changes if state.all_numbers else shown.changes[:FIRST_CHANGES]
    blocks = [change_block(one, words) for one in changes]
    return Column(heading, Grid(*blocks, columns=2, gap=14), gap=8)


def change_block(change: Change, words: Words) -> Widget:
    """One number: how far it went, from where to where, and the causes under it."""
    head = Row(
        Text(change.headline, "number", min_width=52, text_align="right", id=f"moved.{change.id}"),
        Column(
            Text(change.name, "strong"),
            *([Text(change.detail, "small", colour="soft")] if change.detail else []),
            gap=0,
            grow=1,
        ),
        gap=10,
        cross="baseline",
    )
    return Column(head, *(_reason(one, words) for one in change.reasons), gap=0)


def _reason(reason: Reason, words: Words) -> Widget:
    return Row(
        Text(signed(reason.amount, words), "label", min_width=52, text_align="right"),
        Text(reason.text, "body", colour="soft", grow=1),
        gap=10,
        cross="baseline",
    )


def _people(shown: Reveal, kinds: Mapping[int, str], words: Words) -> Widget:
    parts: list[Widget] = [
        Heading(words("reveal.came")),
        *_faces(shown.came[:FACES], kinds, words),
    ]
    if shown.left:
        parts += [Heading(words("reveal.left")), *_faces(shown.left[:2], kinds, words)]
    if shown.news:
        parts.append(Heading(words("reveal.news")))
        parts += [
            Row(
                Icon("newspaper", 17, colour="soft"),
                Text(line.text, "body", grow=1, linked=not line.is_quoted),
                gap=10,
            )
            for line in shown.news[:NEWS]
        ]
    return Column(*parts, gap=7)


def _faces(people: tuple[Voice, ...], kinds: Mapping[int, str], words: Words) -> list[Widget]:
    if not people:
        return [Text(words("reveal.nobody_came"), colour="soft")]
    return [voice_item(one, kinds.get(one.person, "get_it"), 32) for one in people]
