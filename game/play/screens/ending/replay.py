"""The race run once more, in lanes, week by week; hoods on until they are taken off.

The lanes of the game itself, in which nobody's future is known, are in `screens/table/lanes.py`.
"""

from __future__ import annotations

import math

import pygame

from game.authoring.words import Words
from game.play.figures.palette import lane_colour
from game.play.figures.runner import paint_runner
from game.play.figures.unhooded import face_of_runner, paint_unhooded
from game.play.kit import Canvas, Look
from game.play.kit.painter import Painter
from game.play.kit.widget import Extent
from game.play.presenters.standings import Runner, Standings

SECONDS = 10.0
"""How long the whole race takes."""

HEADROOM = 1.06
MOST_LANES = 7


class LaneCanvas(Canvas):
    """A canvas whose least height grows with the text in it."""

    def measure_height(self, look: Look, width: int) -> Extent:
        """The least it was given, larger where the text is."""
        tall = look.text_px(self.least[1])
        return Extent(tall, tall)


class RaceReplay:
    """Where each runner was at a moment of the race, and how the lanes are drawn."""

    def __init__(self, race: Standings, luck: int) -> None:
        self.race = race
        self.luck = luck
        self.hoods_off = False
        self._from: float | None = None
        self.lanes = _chosen(race)
        top = max((max(one.line, default=0) for one in self.lanes), default=0)
        self.top = max(1.0, top * HEADROOM)

    def restart(self, now: float) -> None:
        """Begin at a moment of the screen's time."""
        self._from = now

    def finish(self) -> None:
        """Show the end."""
        self._from = None

    def week(self, now: float, *, still: bool) -> float:
        """The week that is shown at a moment; the last one where motion is reduced."""
        if self._from is None or still:
            return float(self.race.weeks)
        return min(1.0, max(0.0, now - self._from) / SECONDS) * self.race.weeks

    def spoken(self, words: Words) -> str:
        """The end of the race in words."""
        return "; ".join(
            f"{self._name(one, words)} {words.number(one.line[-1])}"
            for one in self.lanes
            if one.line
        )

    def draw(self, words: Words, painter: Painter, rect: pygame.Rect) -> None:
        """All lanes with their runners."""
        look = painter.look
        week = self.week(painter.now, still=look.reduced_motion)
        names = max(
            look.set(self._name(one, words), "lead-strong", None).width for one in self.lanes
        )
        numbers = look.set("0,000", "number", None).width
        line = look.set("0", "small", None).line_height
        left = rect.x + names + numbers + look.px(26)
        self._draw_week(words, painter, rect, week)
        area = pygame.Rect(left, rect.y + line, rect.right - left, rect.h - line)
        high = area.h // max(1, len(self.lanes))
        for place, one in enumerate(self.lanes):
            lane = pygame.Rect(
                area.x, area.y + place * high + look.px(3), area.w, high - look.px(6)
            )
            self._draw_lane(words, painter, rect.x, lane, one, week)

    def _draw_week(self, words: Words, painter: Painter, rect: pygame.Rect, week: float) -> None:
        line = painter.look.set("0", "small", None).line_height
        text = words("ending.week", n=max(1, round(week)))
        painter.text(
            text,
            (rect.right - painter.look.px(6), rect.y + line // 2),
            "small-strong",
            "soft",
            anchor="right",
        )

    def _draw_lane(
        self, words: Words, painter: Painter, left: int, lane: pygame.Rect, one: Runner, week: float
    ) -> None:
        look = painter.look
        painter.box(lane, lane_colour(one.number), radius=18)
        value = value_at(one.line, week)
        painter.text(
            self._name(one, words), (left, lane.centery), "lead-strong" if one.is_player else "body"
        )
        painter.text(
            words.number(round(value)),
            (lane.x - look.px(10), lane.centery),
            "number",
            anchor="right",
        )
        room = lane.w - 2 * look.px(20)
        x = lane.x + look.px(20) + room * value / self.top
        height = round(lane.h * (1.12 if lane.h < look.px(60) else 0.9))
        feet = (x, lane.bottom - look.px(1) - self._bounce(one, week, height))
        if self.hoods_off:
            paint_unhooded(painter, feet, height, one.number, face_of_runner(one.number, self.luck))
        else:
            paint_runner(painter, feet, height, one.number)

    def _bounce(self, one: Runner, week: float, height: int) -> float:
        """Runners bob while they run."""
        if week >= self.race.weeks:
            return 0.0
        return abs(math.sin(week * 0.8 + one.number * 1.7)) * height * 0.07

    def _name(self, one: Runner, words: Words) -> str:
        return words("ending.you") if one.is_player else one.name


def _chosen(race: Standings) -> tuple[Runner, ...]:
    """The player and the best rivals, in the scenario's order, as many as there is room for."""
    kept = {one.number for one in race.order if not one.is_player}
    if len(race.runners) > MOST_LANES:
        kept = {one.number for one in [r for r in race.order if not r.is_player][: MOST_LANES - 1]}
    return tuple(one for one in race.runners if one.is_player or one.number in kept)


def value_at(line: tuple[int, ...], week: float) -> float:
    """The value at a moment between two week's ends; nothing before the first."""
    if not line or week <= 0:
        return 0.0
    whole = min(int(week), len(line))
    before = line[whole - 1] if whole else 0
    after = line[min(whole, len(line) - 1)]
    return before + (after - before) * (week - whole) if whole < len(line) else float(line[-1])
