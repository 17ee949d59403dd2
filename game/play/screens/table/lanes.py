"""The race as lanes: hooded runners on one scale, drawn by the numbers that are public or one's own.

The numbers come from `game/play/presenters/race.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Unpack

import pygame

from game.authoring.words import Words
from game.play.figures.palette import lane_colour
from game.play.figures.runner import runner_picture
from game.play.kit import Action, Button, Card, Column, Heading, Row, Spacer, Text, Widget
from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.widget import Extent, Options
from game.play.presenters.race import Lane, Race


def race_card(race: Race, words: Words, turn: Callable[[], None], *, grow: float = 0) -> Widget:
    """Heading, the button that changes what is raced in, and the lanes."""
    others = (
        [Text(words("table.others", n=race.others), "small", colour="soft")] if race.others else []
    )
    if race.lanes[0].before is not None:
        others.append(Text(words("race.pale"), "small", colour="soft", id="race.pale"))
    return Card(
        Column(
            Row(
                Heading(words("table.race")),
                Button(
                    race.name,
                    icon="shuffle",
                    kind="ghost",
                    shortcut=Action.RACE,
                    show_key=True,
                    on_press=turn,
                    hint=words("table.race_by"),
                    id="race.by",
                ),
                Spacer(),
                *others,
                gap=12,
                wrap=True,
            ),
            Lanes(race, words, id="race", label=_spoken(race, words), grow=1),
            gap=6,
        ),
        padding=(16, 8),
        grow=grow,
    )


def _spoken(race: Race, words: Words) -> str:
    said = [
        words("table.lane", name=lane.name, value=_value(lane, words) or words("table.unknown"))
        for lane in race.lanes
    ]
    before = race.lanes[0].before
    if before is not None:
        said.append(words("table.lane", name=words("race.last_run"), value=words.number(before)))
    return ", ".join([race.name, *said])


def _value(lane: Lane, words: Words) -> str:
    return "" if lane.value is None else words.number(lane.value)


class LaneSpot(Widget):
    """One lane, to be pointed at: it tells who runs there."""

    role = "spot"


class Lanes(Widget):
    """The lanes one under another, names and numbers at their left, marks of the scale above them.

    One stop for Tab; up and down go from lane to lane and say who runs there, as the mouse does that rests on one.
    """

    role = "picture"
    is_focusable = True
    focus_margin = 1
    LANE = 25.0

    def __init__(self, race: Race, words: Words, **options: Unpack[Options]) -> None:
        spots = [LaneSpot(tooltip=one.told, id=f"lane.{one.number}") for one in race.lanes]
        super().__init__(*spots, **options)
        self.race = race
        self.unknown = words("table.unknown")
        self.at_lane = -1

    def measure_width(self, look: Look) -> Extent:
        """Names, numbers and a stretch to run on."""
        least = self._left(look) + look.px(140)
        return Extent(least, max(least, look.px(640)))

    def measure_height(self, look: Look, width: int) -> Extent:
        """A line of marks, and a lane for each runner."""
        height = self._head(look) + len(self.race.lanes) * self._lane_height(look)
        return Extent(height, height)

    def place(self, look: Look) -> None:
        """A spot on each lane, name and number included."""
        top = self.rect.y + self._head(look)
        pitch = (self.rect.bottom - top) / max(1, len(self.children))
        for number, spot in enumerate(self.children):
            spot.rect = pygame.Rect(
                self.rect.x, round(top + pitch * number), self.rect.w, round(pitch)
            )

    def act(self, action: Action) -> bool:
        """Up and down: the next lane, and who runs there."""
        step = {Action.DOWN: 1, Action.UP: -1}.get(action)
        if step is None or self.scene is None or not 0 <= self.at_lane + step < len(self.children):
            return False
        self.at_lane += step
        spot = self.children[self.at_lane]
        self.scene.remark(spot, spot.tooltip, math.inf)  # until the next key
        self.scene.say(spot.tooltip)
        return True

    def adopt(self, old: Widget) -> None:
        """Stay with the lane that one had gone to."""
        if isinstance(old, Lanes) and len(old.children) == len(self.children):
            self.at_lane = old.at_lane

    def paint(self, painter: Painter) -> None:
        """Marks, lanes, runners."""
        look, race = painter.look, self.race
        top = self.rect.y + self._head(look)
        pitch = (self.rect.bottom - top) / max(1, len(race.lanes))
        track = pygame.Rect(self.rect.x + self._left(look), top, 0, round(pitch * len(race.lanes)))
        track.w = self.rect.right - track.x - look.px(26)
        self._paint_marks(painter, track)
        for number, lane in enumerate(race.lanes):
            middle = top + pitch * (number + 0.5)
            self._paint_lane(painter, lane, track, round(middle), pitch)

    def _paint_marks(self, painter: Painter, track: pygame.Rect) -> None:
        look = painter.look
        y = self.rect.y + self._head(look) / 2
        for mark in self.race.marks:
            x = track.x + track.w * mark / self.race.top
            painter.text(look.words.number(mark), (x, y), "small", "soft", anchor="middle")

    def _paint_lane(
        self, painter: Painter, lane: Lane, track: pygame.Rect, middle: int, pitch: float
    ) -> None:
        look = painter.look
        box = pygame.Rect(track.x, 0, track.w + look.px(20), round(pitch - look.px(3)))
        box.centery = middle
        painter.text(lane.name, (self.rect.x, middle), "strong" if not lane.number else "body")
        value = (track.x - look.px(14), middle)
        painter.text(_value(lane, look.words), value, "number", anchor="right")
        painter.box(box, lane_colour(lane.number), radius=99)
        for mark in self.race.marks:
            x = track.x + track.w * mark // self.race.top
            painter.fill(pygame.Rect(x, box.y, look.px(2), box.h), "ground")
        if lane.value is None:
            painter.text(self.unknown, (box.x + look.px(34), middle), "small", "soft")
        self._paint_flag(painter, lane, track, box)
        self._paint_runner(painter, lane, track, box)

    def _paint_flag(
        self, painter: Painter, lane: Lane, track: pygame.Rect, box: pygame.Rect
    ) -> None:
        """The goal of the year, on the player's own lane: a chequered post."""
        if lane.number or self.race.flag is None:
            return
        side = max(2, box.h // 6)
        left = round(track.x + track.w * self.race.flag / self.race.top) - side
        for row in range(box.h // side):
            for column in range(2):
                square = pygame.Rect(left + column * side, box.y + row * side, side, side)
                painter.fill(square, "ink" if (row + column) % 2 else "ground")

    def _paint_runner(
        self, painter: Painter, lane: Lane, track: pygame.Rect, box: pygame.Rect
    ) -> None:
        look = painter.look
        height = round(box.h + look.px(7))
        image = runner_picture(look, height, lane.number)
        y = box.bottom - height + look.px(1)
        if lane.ghost is not None:
            pale = image.copy()
            pale.set_alpha(90)
            painter.image(pale, (round(track.x + track.w * lane.ghost - image.get_width() / 2), y))
        x = track.x + track.w * lane.share - image.get_width() / 2
        painter.image(image, (round(max(track.x, x)), y))

    def _left(self, look: Look) -> int:
        """The width of names and numbers."""
        names = max(look.set(lane.name, "strong", None).width for lane in self.race.lanes)
        values = max(
            look.set(_value(lane, look.words), "number", None).width for lane in self.race.lanes
        )
        return names + values + look.px(28)

    def _head(self, look: Look) -> int:
        return look.set("0", "small", None).line_height + look.px(2)

    def _lane_height(self, look: Look) -> int:
        return max(look.set("0", "number", None).line_height, look.px(self.LANE))
