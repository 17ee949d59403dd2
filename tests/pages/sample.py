"""A page with one of everything that a page can hold."""

from __future__ import annotations

from game.pages.chart import Bar, Line, bar_chart, line_chart
from game.pages.page import Lines, Section, render
from game.pages.table import Cell, table


def a_page(text: str) -> str:
    parts = (
        Lines((text,), flagged=True),
        table(("name", "share"), [[text, Cell("40 %", 0.4)]], note=text),
        line_chart(text, [Line(text, (1.0, 2.0))], [text, "2"], along=text, unit=text),
        bar_chart(text, [Bar(text, 0.5)], mark=0.6, marked=text),
    )
    return render(text, text, [Section(text, text, parts)], made_by=text, language="en")
