"""The season's reveal over the table: guess against outcome, what moved and why, who came and left, what the town saw.

The words are made in `game/play/presenters/reveal.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.authoring.words import Words
from game.play.kit import (
    Action,
    Button,
    Column,
    Dialog,
    FirstThatFits,
    Heading,
    Icon,
    Panel,
    Row,
    Spacer,
    Text,
    Widget,
)
from game.play.presenters.people import Voice
from game.play.presenters.reveal import Change, Guess, Reason, Reveal
from game.play.presenters.wording import signed
from game.play.screens.table.voices_card import voice_item

FIRST_CHANGES = 4


def reveal_dialog(
    shown: Reveal,
    kinds: Mapping[int, str],
    words: Words,
    go_on: str,
    on_done: Callable[[], None],
) -> Dialog:
    """The whole reveal; *go_on* is what its button says."""
    left = _changes(shown, words)
    right = _people(shown, kinds, words)
    both = Row(
        Column(left, grow=3, min_width=400),
        Column(right, grow=2, min_width=260),
        gap=26,
        cross="start",
    )
    parts: list[Widget] = [_guess(shown.guess, words)] if shown.guess else []
    done = Button(
        go_on,
        kind="primary",
        shortcut=Action.PRESS,
        show_key=True,
        on_press=on_done,
        id="reveal.done",
    )
    return Dialog(
        shown.title,
        Column(*parts, FirstThatFits(both, Column(left, right, gap=18)), done, gap=16),
        icon="calendar",
        wide=900,
        on_back=on_done,
        id="reveal",
    )


def _guess(guess: Guess, words: Words) -> Widget:
    """What was said and what came: a tick or a cross beside it, and the word."""
    icon, colour = ("check", "trust") if guess.is_right else ("x", "vermillion")
    verdict = words("reveal.right" if guess.is_right else "reveal.wrong")
    lines: list[Widget] = [
        Text(guess.said, "label", colour="soft"),
        Text(f"{guess.came} {verdict}.", "lead-strong", id="reveal.verdict"),
    ]
    if guess.reason:
        lines.append(Text(guess.reason, "body"))
    return Panel(
        Row(
            Icon(icon, 26, colour=colour, disc="ground", stroke=3),
            Column(*lines, gap=1, grow=1),
            gap=14,
        ),
        padding=(16, 12),
        fill="highlight",
        radius=12,
        border="line",
    )


def _changes(shown: Reveal, words: Words) -> Widget:
    if not shown.changes:
        return Column(Heading(words("reveal.why")), Text(words("reveal.still"), colour="soft"))
    blocks = [change_block(one) for one in shown.changes]
    return Column(Heading(words("reveal.why")), *blocks, gap=12)


def change_block(change: Change) -> Widget:
    """One number: how far it went, from where to where, and the causes under it."""
    head = Row(
        Text(change.headline, "number", min_width=52, text_align="right", id=f"moved.{change.id}"),
        Text(change.name, "strong"),
        Text(change.detail, "small", colour="soft"),
        gap=10,
        wrap=True,
        cross="baseline",
    )
    return Column(head, *(_reason(one) for one in change.reasons), gap=1)


def _reason(reason: Reason) -> Widget:
    return Row(
        Spacer(26),
        Text(signed(reason.amount), "label", min_width=46, text_align="right"),
        Text(reason.text, "body", colour="soft", grow=1),
        gap=10,
        cross="baseline",
    )


def _people(shown: Reveal, kinds: Mapping[int, str], words: Words) -> Widget:
    parts: list[Widget] = [Heading(words("reveal.came")), *_faces(shown.came, kinds, words)]
    if shown.left:
        parts += [Heading(words("reveal.left")), *_faces(shown.left, kinds, words)]
    if shown.news:
        parts.append(Heading(words("reveal.news")))
        parts += [
            Row(Icon("newspaper", 17, colour="soft"), Text(line, "body", grow=1), gap=10)
            for line in shown.news
        ]
    return Column(*parts, gap=8)


def _faces(people: tuple[Voice, ...], kinds: Mapping[int, str], words: Words) -> list[Widget]:
    if not people:
        return [Text(words("reveal.nobody_came"), colour="soft")]
    return [voice_item(one, kinds.get(one.person, "get_it"), 32) for one in people]
