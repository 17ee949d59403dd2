"""The third leaf of the ending: what built and took trust and followers, the player's beside the best rival's.

The amounts come from `game/play/presenters/deciders.py` and add up to what is shown beside each name.
"""

from __future__ import annotations

from functools import partial

import pygame

from game.authoring.words import Words
from game.play.figures.portraits import RunnerFigure
from game.play.kit import Canvas, Card, Column, Grid, Heading, Row, Scroll, Text, Widget
from game.play.kit.painter import Painter
from game.play.presenters.account import Account
from game.play.presenters.deciders import Decider, Deciders

BAR_WIDE, BAR_HIGH = 120, 16


def causes_page(account: Account, words: Words) -> Widget:
    """A card for each measure."""
    cards = [_measure(pair, words) for pair in account.deciders]
    return Scroll(Column(*cards, gap=12), grow=1, id="causes")


def _measure(pair: tuple[Deciders, ...], words: Words) -> Widget:
    title = words(f"ending.causes.{pair[0].measure}")
    return Card(
        Column(
            Heading(title),
            Grid(*[_runner(one, words) for one in pair], columns=2, gap=34),
            gap=6,
        ),
        padding=(24, 12),
    )


def _runner(one: Deciders, words: Words) -> Widget:
    name = words("ending.you") if one.runner.is_player else one.runner.name
    head = Row(
        RunnerFigure(one.runner.number, 34),
        Text(name, "strong", grow=1),
        Text(one.total, "number"),
        gap=10,
    )
    lines = [_line(line) for line in one.lines]
    if not lines:
        lines = [Text(words("ending.causes.nobody"), colour="soft")]
    return Column(head, *lines, gap=3)


def _line(line: Decider) -> Widget:
    return Row(
        Text(line.text, grow=2),
        Canvas(
            partial(_draw_bar, line.share),
            grow=3,
            least_width=BAR_WIDE,
            least_height=BAR_HIGH,
        ),
        Text(line.amount, "strong", text_align="right", width=64, wrap=False),
        gap=10,
    )


def _draw_bar(share: float, painter: Painter, rect: pygame.Rect) -> None:
    """To the right of the middle what built, to the left what took: told apart by side as well as by colour."""
    middle = rect.centerx
    long = max(painter.look.px(2), round(abs(share) * (rect.w / 2)))
    bar = pygame.Rect(middle if share >= 0 else middle - long, rect.y + 1, long, rect.h - 2)
    painter.box(bar, "trust" if share >= 0 else "vermillion", radius=3)
    painter.fill(pygame.Rect(middle, rect.y, max(1, painter.look.px(1)), rect.h), "soft")
