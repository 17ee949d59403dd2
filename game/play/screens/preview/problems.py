"""What is wrong with the file, on the screen: the words of `longrace check`, with place, line and remedy."""

from __future__ import annotations

from pathlib import Path

from game.authoring.problems import Problem, count
from game.authoring.words import Words
from game.play.kit import Card, Column, Heading, Icon, Row, Scroll, Text, Widget

MOST_SHOWN = 12


def problems_card(problems: tuple[Problem, ...], gone: str, words: Words, *, kept: bool) -> Widget:
    """All that is wrong; *kept* says that what is shown beside it is of the last good state."""
    heading = (gone and words("preview.gone")) or count(problems)
    parts: list[Widget] = [
        Row(Icon("triangle-alert", 22, colour="accent"), Heading(heading, grow=1), gap=10)
    ]
    if gone:
        parts.append(Text(gone, "body", id="gone"))
    if kept:
        parts.append(Text(words("preview.kept"), "body", colour="soft"))
    parts += [_problem(one, number) for number, one in enumerate(problems[:MOST_SHOWN])]
    if len(problems) > MOST_SHOWN:
        parts.append(Text(words("preview.more", n=len(problems) - MOST_SHOWN), colour="soft"))
    return Scroll(Card(Column(*parts, gap=10), padding=(20, 14)), least=200, id="problems")


def _problem(problem: Problem, number: int) -> Widget:
    place = f"{Path(problem.file).name}:{problem.line}:{problem.col} · {problem.severity} {problem.code}"
    lines: list[Widget] = [
        Text(place, "small", colour="soft"),
        Text(problem.message, "strong", id=f"problem.{number}"),
    ]
    excerpt = problem.spot.excerpt.strip()
    if excerpt:
        lines.append(Text(f"{problem.line} | {excerpt}", "body"))
    if problem.remedy:
        lines.append(Text(problem.remedy, "body", colour="soft"))
    return Column(*lines, gap=1)
