"""Charts of a page, drawn as SVG text: lines over time, and bars side by side.

Colours and dashes are in `palette.py`; a chart only names them, and follows the look of its page.
Every chart has a title and a description for those who cannot see it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement, tostring

from game.pages.number import share, steps_to
from game.pages.palette import dash, line_class

WIDTH, HEIGHT = 760, 380
LEFT, RIGHT, TOP, BOTTOM = 76, 150, 20, 48
BAR, BETWEEN, NAMES = 20, 10, 190
WIDEST = 1.6  # times its highest line: bounds of few runs may lie anywhere
ROUND = (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10)
NEAREST = 17  # pixels between the names at the ends of two lines


@dataclass(frozen=True)
class Chart:
    """A drawn chart: its *title*, and the SVG text."""

    title: str
    svg: str
    kind: str = "chart"


@dataclass(frozen=True)
class Line:
    """A named line: its values, the first at the first tick, and the bounds of each, if there are any."""

    name: str
    values: tuple[float, ...]
    bounds: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class Bar:
    """A named bar: a share from 0 to 1, and its bounds, if there are any."""

    name: str
    value: float
    bounds: tuple[float, float] | None = None


def line_chart(
    title: str, lines: Sequence[Line], ticks: Sequence[str], *, along: str, unit: str
) -> Chart:
    """Lines over *ticks*, each with its name at its end. Raises `ValueError` for a line of another length."""
    if any(
        len(line.values) != len(ticks) or len(line.bounds) not in (0, len(ticks)) for line in lines
    ):
        raise ValueError("Each line of a chart has a value for each tick.")
    most = max((value for line in lines for value in line.values), default=0)
    sure = max((high for line in lines for _, high in line.bounds), default=0)
    top = nice_top(max(most, min(sure, WIDEST * most)))
    picture = _picture(
        title, f"{', '.join(line.name for line in lines)}: {unit} by {along}", HEIGHT
    )
    _grid(picture, top, unit)
    for number, tick in enumerate(ticks):
        if number % max(1, len(ticks) // 13) == 0:
            _text(picture, _x(number, len(ticks)), HEIGHT - BOTTOM + 20, tick, anchor="middle")
    _text(picture, (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, along, anchor="middle", style="pale")
    for number, line in enumerate(lines):
        _band(picture, line, number, top)
    ends = _apart([_y(line.values[-1], top) if line.values else 0.0 for line in lines])
    for number, (line, end) in enumerate(zip(lines, ends, strict=True)):
        points = " ".join(
            f"{_x(nth, len(ticks)):.1f},{_y(value, top):.1f}"
            for nth, value in enumerate(line.values)
        )
        drawn = SubElement(picture, "polyline", points=points)
        drawn.set("class", f"line {line_class(number)}")
        if dash(number):
            drawn.set("stroke-dasharray", dash(number))
        _text(picture, WIDTH - RIGHT + 10, end + 5, line.name, style=f"name {line_class(number)}")
    return Chart(title, tostring(picture, encoding="unicode"))


def bar_chart(
    title: str,
    bars: Sequence[Bar],
    *,
    mark: float | None = None,
    marked: str = "",
) -> Chart:
    """Horizontal bars of shares from 0 to 1, each with its name and number; *mark* is a line across them."""
    height = TOP + len(bars) * (BAR + BETWEEN) + (28 if mark is not None else 8)
    described = ", ".join(f"{bar.name} {share(bar.value)}" for bar in bars)
    picture = _picture(title, described, height)
    room = WIDTH - NAMES - 70
    for number, bar in enumerate(bars):
        y = TOP + number * (BAR + BETWEEN)
        _text(picture, NAMES - 10, y + BAR - 5, bar.name, anchor="end")
        long = max(1.0, room * min(1.0, max(0.0, bar.value)))
        SubElement(
            picture, "rect", x=f"{NAMES}", y=f"{y}", width=f"{long:.1f}", height=f"{BAR}"
        ).set("class", "bar")
        end = NAMES + long
        if bar.bounds is not None:
            low, high = (NAMES + room * min(1.0, max(0.0, one)) for one in bar.bounds)
            _rule(picture, low, y + BAR / 2, high, y + BAR / 2, "sure")
            for x in (low, high):
                _rule(picture, x, y + 4, x, y + BAR - 4, "sure")
            end = max(end, high)
        _text(picture, end + 8, y + BAR - 5, share(bar.value), style="strong")
    if mark is not None:
        x = NAMES + room * mark
        _rule(picture, x, TOP - 8, x, height - 22, "mark")
        _text(picture, x, height - 6, marked, anchor="middle", style="pale")
    return Chart(title, tostring(picture, encoding="unicode"))


def nice_top(most: float) -> float:
    """A round number at or above *most*, not far above, with round quarters; 1 where there is nothing."""
    if most <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(most))
    return next(step * power for step in ROUND if step * power >= most)


def _picture(title: str, described: str, height: float) -> Element:
    picture = Element(
        "svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH} {height}", role="img"
    )
    SubElement(picture, "title").text = title
    SubElement(picture, "desc").text = described
    return picture


def _grid(picture: Element, top: float, unit: str) -> None:
    for step, label in enumerate(steps_to(top, 4)):
        y = _y(top * step / 4, top)
        _rule(picture, LEFT, y, WIDTH - RIGHT, y, "rule")
        _text(picture, LEFT - 8, y + 5, label, anchor="end")
    _text(picture, LEFT, TOP - 6, unit, style="pale")


def _band(picture: Element, line: Line, number: int, top: float) -> None:
    """The bounds of a line, as an area behind it, as far as the chart reaches."""
    if not line.bounds:
        return
    count = len(line.bounds)
    edge = [(nth, high) for nth, (_, high) in enumerate(line.bounds)]
    edge += [(nth, line.bounds[nth][0]) for nth in reversed(range(count))]
    points = " ".join(
        f"{_x(nth, count):.1f},{_y(min(top, max(0.0, value)), top):.1f}" for nth, value in edge
    )
    SubElement(picture, "polygon", points=points).set("class", f"band {line_class(number)}")


def _rule(picture: Element, x: float, y: float, to_x: float, to_y: float, style: str) -> None:
    line = SubElement(
        picture, "line", x1=f"{x:.1f}", y1=f"{y:.1f}", x2=f"{to_x:.1f}", y2=f"{to_y:.1f}"
    )
    line.set("class", style)


def _text(
    picture: Element, x: float, y: float, text: str, *, anchor: str = "start", style: str = ""
) -> None:
    element = SubElement(picture, "text", x=f"{x:.1f}", y=f"{y:.1f}")
    element.set("text-anchor", anchor)
    if style:
        element.set("class", style)
    element.text = text


def _x(number: int, count: int) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * (number / max(1, count - 1))


def _y(value: float, top: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top


def _apart(ends: Sequence[float]) -> list[float]:
    """The heights of names, moved apart where they would cover each other."""
    order = sorted(range(len(ends)), key=lambda number: ends[number])
    placed = list(ends)
    for before, number in pairwise(order):
        placed[number] = max(placed[number], placed[before] + NEAREST)
    over = max(0.0, max(placed, default=0.0) - (HEIGHT - BOTTOM))
    return [place - over for place in placed]
