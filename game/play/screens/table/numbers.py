"""One number through the weeks, as a line; or the question that would uncover it.

Which numbers there are is decided in `game/play/presenters/gauges.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.authoring.words import Words
from game.play.kit import (
    Card,
    Column,
    Heading,
    Icon,
    IconButton,
    LineChart,
    Row,
    Series,
    Text,
    Widget,
)
from game.play.presenters.gauges import Trend
from game.sim.clock import WEEKS_PER_SEASON, WEEKS_PER_YEAR


def numbers_card(
    trend: Trend, words: Words, turn: Callable[[int], None], *, grow: float = 0
) -> Widget:
    """The number shown now, with a way to the next and the one before."""
    head = Row(
        Heading(trend.name or words("table.trend"), grow=1, id="trend.name"),
        IconButton(
            "chevron-left", words("table.trend_last"), id="trend.last", on_press=partial(turn, -1)
        ),
        IconButton(
            "chevron-right", words("table.trend_next"), id="trend.next", on_press=partial(turn, 1)
        ),
        gap=6,
    )
    body = _question(trend) if trend.question else trend_chart(trend, words, height=126)
    return Card(Column(head, body, gap=4), padding=(16, 12), grow=grow, id="numbers")


def _question(trend: Trend) -> Widget:
    return Row(
        Icon("cloud-fog", 30, colour="soft"),
        Text(trend.question, "lead", colour="soft", grow=1, id="trend.question"),
        gap=14,
        min_height=126,
    )


def trend_chart(trend: Trend, words: Words, *, height: float, id: str = "trend.chart") -> LineChart:
    """The weeks so far on an axis of whole years; nothing of the weeks to come."""
    week = len(trend.points)
    end = min(max(1, -(-week // WEEKS_PER_YEAR)) * WEEKS_PER_YEAR, max(trend.weeks, 1))
    points = tuple((float(n + 1), float(value)) for n, value in enumerate(trend.points))
    step = WEEKS_PER_SEASON if end <= WEEKS_PER_YEAR else WEEKS_PER_YEAR
    marks = [(float(n), str(n)) for n in range(0, end, step)]
    marks.append((float(end), words("table.trend_last_weeks", week=end)))
    name = words.number(trend.points[-1]) if trend.points else ""
    words_of = words("table.lane", name=trend.name, value=name or "0")
    line = Series(name, points, "trust", words=words_of)
    top = max(trend.points, default=0)
    return LineChart(
        (line,),
        label=trend.name,
        across=(0, float(end)),
        up=(0, 4) if top <= 4 else None,
        marks=tuple(marks),
        height=height,
        id=id,
        tooltip=trend.definition,
    )
