"""The second leaf of the ending: the race once more, and then, with the hoods off, how each one ran.

The gaits in words and beads come from `game/play/presenters/gaits.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.authoring.words import Words
from game.play.figures.unhooded import UnhoodedFigure, face_of_runner
from game.play.kit import (
    Button,
    Card,
    Column,
    Divider,
    FirstThatFits,
    Grid,
    Heading,
    Pips,
    Row,
    Scroll,
    Spacer,
    Text,
    Widget,
)
from game.play.presenters.account import Account
from game.play.presenters.gaits import BEADS, GaitCard, GaitPart
from game.play.screens.ending.replay import LaneCanvas, RaceReplay

LANE, SMALL_LANE = 46, 38
"""The least height of a lane in design units: with the hoods on, and when the gaits stand under it."""

COLOURS = {"tempo": "orange", "depth": "blue", "steadiness": "green", "responsiveness": "purple"}


def hoods_page(
    account: Account,
    replay: RaceReplay,
    hoods_off: bool,
    run_again: Callable[[], None],
    words: Words,
) -> Widget:
    """The lanes; under them, when the hoods are off, a row for each runner."""
    lanes = _lanes(account, replay, run_again, words, LANE if not hoods_off else SMALL_LANE)
    if not hoods_off:
        return lanes
    rows: list[Widget] = []
    for card in account.gaits:
        rows += [*([Divider()] if rows else []), _gait_row(card, replay.luck, words)]
    gaits = Card(
        Column(
            Row(
                Heading(account.nearest or words("ending.tab_hoods"), grow=1),
                FirstThatFits(
                    Text(words("gait.measured"), "small", colour="soft", wrap=False),
                    Spacer(0, grow=0),
                ),
                cross="baseline",
                gap=14,
            ),
            *rows,
            gap=6,
        ),
        padding=(22, 11),
    )
    return Scroll(Column(lanes, gaits, gap=12), grow=1, id="hoods")


def _lanes(
    account: Account,
    replay: RaceReplay,
    run_again: Callable[[], None],
    words: Words,
    lane: float,
) -> Widget:
    head = Row(
        Heading(words("ending.race")),
        Text(words(f"ending.by_{account.race.yardstick}"), "small", colour="soft", grow=1),
        Button(
            words("ending.replay"), icon="rotate-ccw", kind="ghost", id="replay", on_press=run_again
        ),
        cross="center",
        gap=14,
    )
    canvas = LaneCanvas(
        partial(replay.draw, words),
        moving=True,
        least_height=lane * len(replay.lanes) + 16,
        label=words("ending.race"),
        hint=replay.spoken(words),
        id="race",
        grow=1,
    )
    return Card(Column(head, canvas, gap=2, grow=1), padding=(22, 8), grow=1)


def _gait_row(card: GaitCard, luck: int, words: Words) -> Widget:
    wide = Row(
        _figure(card, luck),
        _who(card, words),
        Grid(*_parts(card), columns=4, gap=14, grow=7),
        gap=14,
    )
    narrow = Column(
        Row(_figure(card, luck), _who(card, words), gap=12), Grid(*_parts(card), columns=2), gap=8
    )
    return FirstThatFits(wide, narrow, id=f"gait.{card.runner.number}")


def _figure(card: GaitCard, luck: int) -> Widget:
    number = card.runner.number
    return UnhoodedFigure(number, face_of_runner(number, luck), 46)


def _who(card: GaitCard, words: Words) -> Widget:
    name = words("ending.you") if card.runner.is_player else card.runner.name
    return Column(
        Text(f"{name}: {card.kind}", "strong"),
        Text(card.says, "small", colour="soft"),
        gap=1,
        grow=3,
        min_width=210,
    )


def _parts(card: GaitCard) -> list[Widget]:
    return [_part(one) for one in card.parts]


def _part(part: GaitPart) -> Widget:
    return Column(
        Row(
            Text(part.name, "label"),
            Pips(part.beads, BEADS, colour=COLOURS[part.id], label=part.name),
            gap=10,
        ),
        Text(part.text, "small", colour="soft"),
        gap=2,
    )
