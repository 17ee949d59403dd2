"""The first leaf of the ending: the race in a sentence and a picture, a question; the last scene, what happened.

The sentences are chosen in `game/play/presenters/tale.py`.
"""

from __future__ import annotations

from functools import partial

from game.authoring.words import Words
from game.play.figures.palette import runner_colour
from game.play.figures.portraits import Face
from game.play.figures.vignette import draw_vignette
from game.play.kit import (
    Canvas,
    Card,
    Column,
    Divider,
    FirstThatFits,
    Heading,
    Icon,
    LineChart,
    Panel,
    Row,
    Scroll,
    Series,
    Text,
    Widget,
)
from game.play.kit.theme import ShapeName
from game.play.presenters.account import Account
from game.play.presenters.endings import EndingStory
from game.play.presenters.standings import Runner, Standings
from game.play.presenters.tale import TaleLine, counted, decisive
from game.sim.clock import WEEKS_PER_YEAR

MARKERS: tuple[ShapeName, ...] = ("dot", "square", "triangle", "diamond", "ring", "heart", "shield")
NAME_LENGTH = 26


def story_page(account: Account, words: Words) -> Widget:
    """Sentence, picture and question; beside them the tale."""
    left = Column(
        _race(account, words, grow=1), _question(account, words), gap=12, grow=5, min_width=380
    )
    right = _tale(account, words, grow=4)
    wide = Row(left, right, gap=14, cross="stretch")
    narrow = Column(_race(account, words), _question(account, words), _tale(account, words), gap=12)
    return FirstThatFits(wide, narrow, grow=1)


def _race(account: Account, words: Words, grow: float = 0) -> Widget:
    race = account.race
    caption = words(f"ending.by_{race.yardstick}")
    chart = LineChart(
        [_series(one, words) for one in reversed(race.runners)],
        label=caption,
        across=(0, race.weeks),
        marks=_years(race),
        now=_crossing(race, words),
        height=210,
        id="race-chart",
        grow=1,
    )
    return Card(
        Column(
            Heading(account.headline, "title", id="headline"),
            Text(caption, "small", colour="soft"),
            chart,
            Text(counted(race, words), "small", colour="soft", id="counted"),
            gap=6,
        ),
        padding=(24, 16),
        grow=grow,
    )


def _series(one: Runner, words: Words) -> Series:
    points = tuple((float(week), float(value)) for week, value in enumerate(one.line, 1))
    name = words("ending.you") if one.is_player else one.name
    width = 3.4 if one.is_player else 2.0
    return Series(
        name if len(name) <= NAME_LENGTH else f"{name[: NAME_LENGTH - 1]}…",
        points,
        runner_colour(one.number),
        marker=MARKERS[one.number % len(MARKERS)],
        width=width,
    )


def _crossing(race: Standings, words: Words) -> tuple[float, str] | None:
    """The week in which the race turned, if it did."""
    settled = decisive(race)
    if settled is None or not settled.is_turn:
        return None
    return float(settled.week), words("ending.week", n=settled.week)


def _years(race: Standings) -> tuple[tuple[float, str], ...]:
    years = range(0, race.weeks + 1, WEEKS_PER_YEAR)
    return tuple((float(week), str(week)) for week in years)


def _question(account: Account, words: Words) -> Widget:
    return Panel(
        Column(
            Text(words("ending.to_take"), "small-strong", colour="soft"),
            Text(account.question, "lead-strong", id="question"),
            gap=3,
        ),
        padding=(24, 14),
        fill="ground",
        radius=14,
        tone="calm",
    )


def _tale(account: Account, words: Words, grow: float = 0) -> Widget:
    lines = [_line(one) for one in account.tale]
    passed = [
        Row(Icon("footprints", 20, disc="well"), Text(one, grow=1), gap=12)
        for one in account.crossings
    ]
    told = Column(
        *ending_widgets(account.ending),
        Divider(),
        Heading(words("ending.tab_story")),
        *lines,
        *passed,
        gap=10,
    )
    return Card(Scroll(told, grow=1, id="tale"), padding=(22, 16), grow=grow)


def ending_widgets(story: EndingStory) -> list[Widget]:
    """The last picture, and under it what it all came to."""
    people = [one.person for one in story.lines if one.person is not None]
    faces = [(person.face, person.kind) for person in people]
    picture = Canvas(
        partial(draw_vignette, story.picture, faces),
        least_height=190,
        label=story.title,
        id="ending.picture",
    )
    lines = [
        _line(one) if one.person is not None else Text(one.text, "lead", linked=False)
        for one in story.lines
    ]
    quote = (
        [Text(story.quote, "lead-strong", linked=False, id="ending.quote")] if story.quote else []
    )
    return [picture, Heading(story.title, "title", id="ending.name"), *lines, *quote]


def _line(line: TaleLine) -> Widget:
    person = line.person
    mark: Widget = (
        Face(person.face, person.kind, 35) if person else Icon(line.icon, 20, disc="well")
    )
    return Row(mark, Text(line.text, grow=1, linked=not line.is_quoted), gap=12)
