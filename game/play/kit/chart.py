"""A line chart: several lines, each with its colour, its marker and its name at the end.

Where the numbers come from is the screens' affair; free drawing is next door in `canvas.py`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Unpack

import pygame

from game.play.kit.look import Look
from game.play.kit.painter import Painter
from game.play.kit.shapes import FINE
from game.play.kit.theme import Colour, ShapeName
from game.play.kit.widget import Extent, Options, Widget


@dataclass(frozen=True)
class Series:
    """One line: points (x, y) from left to right; told apart by marker and name, not by colour."""

    name: str
    points: tuple[tuple[float, float], ...]
    colour: str | Colour = "trust"
    marker: ShapeName = "none"
    dashed: bool = False
    width: float = 2.4
    words: str = ""
    """The line in a sentence, for those who cannot see it; else its last value is spoken."""


@dataclass(frozen=True)
class _Plot:
    """The drawing area and the spans of both axes."""

    area: pygame.Rect
    across: tuple[float, float]
    up: tuple[float, float]

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the data in pixels."""
        left, right = self.across
        low, high = self.up
        return (
            self.area.x + self.area.w * (x - left) / ((right - left) or 1),
            self.area.bottom - self.area.h * (y - low) / ((high - low) or 1),
        )


class LineChart(Widget):
    """Lines over a common axis. `marks` are words at places of the x axis; y marks are found."""

    role = "chart"

    def __init__(
        self,
        series: Sequence[Series],
        *,
        across: tuple[float, float] | None = None,
        up: tuple[float, float] | None = None,
        marks: Sequence[tuple[float, str]] = (),
        now: tuple[float, str] | None = None,
        height: float = 190,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(**options)
        self.series = list(series)
        self.across = across or _span([x for one in series for x, _ in one.points])
        self.up = up or _from_zero([y for one in series for _, y in one.points])
        self.marks = list(marks)
        self.now = now
        self.height = height

    def value_text(self) -> str:
        """Every line in words."""
        lines = [
            one.words or f"{one.name} {one.points[-1][1]:g}" for one in self.series if one.points
        ]
        return "; ".join(lines)

    def measure_width(self, look: Look) -> Extent:
        """Enough for the axis, the names and some line."""
        names = max((look.set(s.name, "small-strong", None).width for s in self.series), default=0)
        least = names + self._left(look) + look.px(110)
        return Extent(least, max(least, look.px(280)))

    def measure_height(self, look: Look, width: int) -> Extent:
        """The height it was given."""
        line = look.set("0", "small", None).line_height
        return Extent(max(look.px(100), 7 * line), max(look.px(self.height), 8 * line))

    def paint(self, painter: Painter) -> None:
        """Axes, lines, names."""
        plot = self._plot(painter.look)
        self._paint_axes(painter, plot)
        painter.image(self._lines(painter, plot), (self.rect.x, self.rect.y))
        self._paint_names(painter, plot)

    def _plot(self, look: Look) -> _Plot:
        names = max((look.set(s.name, "small-strong", None).width for s in self.series), default=0)
        line = look.set("0", "small", None).line_height
        area = self.rect.copy()
        area.x += self._left(look)
        area.w -= self._left(look) + names + look.px(12)
        area.y += line // 2 + (line if self.now else 0)
        area.h -= line // 2 + (line if self.now else 0) + (line + look.px(4))
        return _Plot(area, self.across, self.up)

    def _left(self, look: Look) -> int:
        texts = [look.words.number(value) for value in ticks(*self.up)]
        return max(look.set(text, "small", None).width for text in texts) + look.px(8)

    def _paint_axes(self, painter: Painter, plot: _Plot) -> None:
        look = painter.look
        for value in self._y_ticks(look, plot):
            _, y = plot.at(self.across[0], value)
            rule = pygame.Rect(plot.area.x, round(y), plot.area.w, look.px(1))
            painter.fill(rule, "line" if value == self.up[0] else "well")
            painter.text(
                look.words.number(value),
                (plot.area.x - look.px(8), y),
                "small",
                "soft",
                anchor="right",
            )
        self._paint_marks(painter, plot)
        if self.now is not None:
            x, _ = plot.at(self.now[0], self.up[0])
            painter.fill(pygame.Rect(round(x), plot.area.y, look.px(1), plot.area.h), "soft")
            line = look.set("0", "small", None).line_height
            painter.text(self.now[1], (x, plot.area.y - line / 2), "small", "soft", anchor="middle")

    def _y_ticks(self, look: Look, plot: _Plot) -> list[float]:
        line = look.set("0", "small", None).line_height
        return ticks(*self.up, at_most=max(1, plot.area.h // max(1, round(line * 1.5))))

    def _paint_marks(self, painter: Painter, plot: _Plot) -> None:
        look = painter.look
        line = look.set("0", "small", None).line_height
        free_from = -math.inf
        for value, text in self.marks:
            x, _ = plot.at(value, 0)
            wide = look.set(text, "small", None).width
            left = min(max(x - wide / 2, plot.area.x - look.px(6)), self.rect.right - wide)
            if left < free_from:
                continue
            y = plot.area.bottom + look.px(4) + line / 2
            painter.text(text, (left, y), "small", "soft")
            free_from = left + wide + look.px(8)

    def _paint_names(self, painter: Painter, plot: _Plot) -> None:
        """Each name at its line's end, moved apart where they would cover each other."""
        line = painter.look.set("0", "small-strong", None).line_height
        ends = sorted(
            (plot.at(*one.points[-1])[1], place)
            for place, one in enumerate(self.series)
            if one.points and one.name
        )
        heights = apart([y for y, _ in ends], line, plot.area.bottom)
        for (_, place), y in zip(ends, heights, strict=True):
            end, _ = plot.at(*self.series[place].points[-1])
            at = (end + painter.look.px(8), y)
            painter.text(self.series[place].name, at, "small-strong", self._ink(place, painter))

    def _ink(self, place: int, painter: Painter) -> Colour:
        """The line's colour, darkened as far as text needs."""
        from game.play.kit.theme import contrast, mix

        colour, ground = painter.colour(self.series[place].colour), painter.colour("ground")
        for _ in range(12):
            if contrast(colour, ground) >= 4.6:
                break
            colour = mix(colour, painter.colour("ink"), 0.2)
        return colour

    def _lines(self, painter: Painter, plot: _Plot) -> pygame.Surface:
        """All lines as one picture, drawn larger and scaled down; kept while nothing changes."""
        inks = [painter.colour(one.colour) for one in self.series]
        key = ("lines", self.rect.size, tuple(self.series), tuple(inks), self.across, self.up)
        images = painter.look.drawer.shapes.large
        return images.get(key, lambda: self._draw_lines(painter, plot, inks))

    def _draw_lines(self, painter: Painter, plot: _Plot, inks: list[Colour]) -> pygame.Surface:
        look = painter.look
        surface = pygame.Surface(self.rect.size, pygame.SRCALPHA)
        for one, ink in zip(self.series, inks, strict=True):
            if not one.points:
                continue
            points = [plot.at(x, y) for x, y in one.points]
            points = [(x - self.rect.x, y - self.rect.y) for x, y in points]
            line, corner = _smooth_line(points, ink, look.px(one.width), dashed=one.dashed)
            surface.blit(line, corner)
            for x, y in _some(points) if one.marker != "none" else []:
                side = look.text_px(11)
                mark = look.drawer.shapes.mark(one.marker, side, ink)
                surface.blit(mark, (round(x - side / 2), round(y - side / 2)))
        return surface


def _smooth_line(
    points: list[tuple[float, float]], ink: Colour, width: int, *, dashed: bool
) -> tuple[pygame.Surface, tuple[int, int]]:
    """A line as a picture no larger than it needs to be, and where its corner stands."""
    left, top = (math.floor(min(point[axis] for point in points)) - width for axis in (0, 1))
    right, bottom = (math.ceil(max(point[axis] for point in points)) + width for axis in (0, 1))
    size = (right - left, bottom - top)
    big = pygame.Surface((size[0] * FINE, size[1] * FINE), pygame.SRCALPHA)
    big.fill((*ink, 0))
    fine = [((x - left) * FINE, (y - top) * FINE) for x, y in points]
    thick = width * FINE
    stretches = _dashes(fine, thick * 2.2) if dashed else list(pairwise(fine))
    for start, end in stretches:
        _thick_line(big, ink, start, end, thick)
    return pygame.transform.smoothscale(big, size), (left, top)


def _thick_line(
    surface: pygame.Surface,
    ink: Colour,
    start: tuple[float, float],
    end: tuple[float, float],
    thick: float,
) -> None:
    length = math.dist(start, end) or 1
    across = ((start[1] - end[1]) / length * thick / 2, (end[0] - start[0]) / length * thick / 2)
    corners = [
        (p[0] + s * across[0], p[1] + s * across[1])
        for p, s in ((start, 1), (end, 1), (end, -1), (start, -1))
    ]
    pygame.draw.polygon(surface, ink, corners)
    for point in (start, end):
        pygame.draw.circle(surface, ink, point, thick / 2)


def _dashes(
    points: list[tuple[float, float]], length: float
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Every second stretch of a path cut at equal lengths."""
    found = []
    walked = 0.0
    for start, end in pairwise(points):
        whole = math.dist(start, end)
        done = 0.0
        while done < whole:
            step = min(length - walked % length, whole - done)
            if int(walked // length) % 2 == 0:
                found.append(
                    (
                        _between(start, end, done / whole),
                        _between(start, end, (done + step) / whole),
                    )
                )
            done += max(step, 0.01)
            walked += max(step, 0.01)
    return found


def _between(
    start: tuple[float, float], end: tuple[float, float], share: float
) -> tuple[float, float]:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _some(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """About six points of a line for its markers, the last always among them."""
    step = max(1, len(points) // 6)
    return points[::-1][::step]


def apart(wished: list[float], distance: float, lowest: float) -> list[float]:
    """Places as near to those wished for (in order) as a distance allows, none below the lowest."""
    found: list[float] = []
    for place in wished:
        found.append(max(place, found[-1] + distance) if found else place)
    limit = lowest
    for number in reversed(range(len(found))):
        found[number] = min(found[number], limit)
        limit = found[number] - distance
    return found


def ticks(low: float, high: float, at_most: int = 5) -> list[float]:
    """Round numbers from low to high, at most so many steps."""
    span = high - low
    if span <= 0:
        return [low]
    raw = span / max(1, at_most)
    size = 10.0 ** math.floor(math.log10(raw))
    step = next(size * one for one in (1, 2, 5, 10) if size * one >= raw * 0.999)
    first = math.ceil(low / step - 1e-9)
    return [round(step * number, 9) for number in range(first, math.floor(high / step + 1e-9) + 1)]


def _span(values: list[float]) -> tuple[float, float]:
    return (min(values), max(values)) if values else (0.0, 1.0)


def _from_zero(values: list[float]) -> tuple[float, float]:
    low, high = min([0.0, *values]), max([1.0, *values])
    steps = ticks(low, high)
    step = steps[1] - steps[0] if len(steps) > 1 else 1.0
    return math.floor(low / step) * step, math.ceil(high / step - 1e-9) * step
