"""Two saved runs side by side: the same numbers on one scale, and what was decided otherwise.

What they differ in is found in `game/play/presenters/comparison.py`; one run alone is walked through in `walk.py`.
"""

from __future__ import annotations

from functools import partial

from game.play.kit import (
    Button,
    Card,
    Column,
    Divider,
    FirstThatFits,
    Heading,
    Icon,
    LineChart,
    Mark,
    Panel,
    Row,
    Scroll,
    Series,
    Text,
    Widget,
)
from game.play.kit.theme import HUES, ShapeName
from game.play.presenters.comparison import Difference, Pair, comparison
from game.play.presenters.reel import Reel
from game.play.presenters.weeks import when
from game.play.presenters.wording import question_where_left
from game.play.saved_runs import SavedRun
from game.play.screen import Screen
from game.play.screens.journey import Journey
from game.play.screens.top_bar import top_bar
from game.sim.clock import WEEKS_PER_YEAR
from game.sim.light import Light

COLOURS = ("trust", "vermillion")
MARKERS: tuple[ShapeName, ShapeName] = ("dot", "square")
CHART_HIGH = 170


class Compare(Screen):
    """Three charts, and the questions to which the answers differ."""

    name = "compare"

    def __init__(
        self, journey: Journey, saved: tuple[SavedRun, SavedRun], reels: tuple[Reel, Reel]
    ) -> None:
        super().__init__()
        self.journey = journey
        self.saved = saved
        self.reels = reels
        self.found = comparison(*reels)

    def build(self) -> Widget:
        """The bar, who is who, the charts, the differences."""
        charts = [self._chart(pair) for pair in self.found.pairs]
        parts = [
            FirstThatFits(Row(*self._games(1), gap=14), Column(*self._games(0), gap=10)),
            FirstThatFits(
                Row(*charts, gap=14, cross="stretch"),
                Column(*[self._chart(pair) for pair in self.found.pairs], gap=14),
            ),
            self._differences(),
        ]
        head = top_bar(self, self.words("compare.title"))
        place = Panel(Column(*parts, gap=14), padding=(24, 16))
        return Column(head, Scroll(place, grow=1, id="differences"), gap=0)

    def question_of(self, light: str) -> str:
        """As where the runs were left: what was uncovered in either is known."""
        found = [
            question_where_left(one.run, one.seat, Light(light), self.words) for one in self.reels
        ]
        return found[0] if all(found) else ""

    # --- who is who ---------------------------------------------------------------------------

    def _games(self, grow: float) -> list[Widget]:
        return [self._game(number, grow) for number in range(len(self.saved))]

    def _game(self, number: int, grow: float) -> Widget:
        one, words = self.saved[number], self.words
        lines = Column(
            Heading(one.called(words)),
            Text(one.where(words), "small", colour="soft"),
            gap=0,
            grow=1,
        )
        look = Button(
            words("shelf.walk"), icon="history", id=f"walk.{number}",
            label=f"{words('shelf.walk')}: {one.called(words)}", on_press=partial(self._walk, number),
        )  # fmt: skip
        mark = _mark(number, 20)
        return Card(Row(mark, lines, look, gap=12), padding=(16, 10), grow=grow)

    def _walk(self, number: int) -> None:
        self.app.push(self.journey.walking(self.saved[number], self.words))

    # --- numbers ------------------------------------------------------------------------------

    def _chart(self, pair: Pair) -> Widget:
        words = self.words
        lines = [
            (number, line)
            for number, line in enumerate((pair.first, pair.second))
            if line is not None
        ]
        parts: list[Widget] = [Heading(words(f"compare.{pair.measure}"))]
        if lines:
            parts.append(self._lines(pair.measure, lines))
        if len(lines) < len(self.saved):
            covered = [
                one.called(words) for n, one in enumerate(self.saved) if n not in dict(lines)
            ]
            text = words("compare.covered", games=", ".join(covered))
            parts.append(
                Row(Icon("cloud-fog", 20, colour="soft"), Text(text, colour="soft", grow=1), gap=8)
            )
        return Card(Column(*parts, gap=4), padding=(16, 10), grow=1)

    def _lines(self, measure: str, lines: list[tuple[int, tuple[int, ...]]]) -> Widget:
        words = self.words
        weeks = max(1, *(len(line) for _, line in lines))
        series = []
        for number, line in lines:
            name = self.saved[number].called(words)
            value = words.number(line[-1]) if line else "0"
            points = ((0.0, 0.0), *((n + 1.0, float(one)) for n, one in enumerate(line)))
            series.append(
                Series(
                    name, points, COLOURS[number], MARKERS[number], width=2.4 - number * 0.4,
                    words=words("table.lane", name=name, value=value),
                )
            )  # fmt: skip
        marks = [(float(n), str(n)) for n in range(0, weeks, WEEKS_PER_YEAR)]
        marks.append((float(weeks), words("table.trend_last_weeks", week=weeks)))
        return LineChart(
            series, label=words(f"compare.{measure}"), across=(0, float(weeks)), marks=marks,
            height=CHART_HIGH, id=f"chart.{measure}",
        )  # fmt: skip

    # --- answers ------------------------------------------------------------------------------

    def _differences(self) -> Widget:
        words, found = self.words, self.found
        luck = words("compare.same_luck" if found.same_luck else "compare.other_luck")
        agreed = words("compare.agreed", n=found.agreed)
        rows: list[Widget] = []
        for one in found.differences:
            rows += [Divider(), FirstThatFits(self._wide(one), self._narrow(one))]
        if not rows:
            rows = [Text(words("compare.no_difference"), "lead")]
        head = Column(
            Heading(words("compare.decided")),
            Text(f"{luck} {agreed}", colour="soft", id="agreed"),
            gap=2,
        )
        return Card(Column(head, *rows, gap=8), padding=(20, 14), id="differences")

    def _about(self, one: Difference, grow: float = 0) -> Widget:
        texts = Column(
            Text(one.title, "strong", linked=False),
            Text(when(one.week, self.words), "small", colour="soft"),
            gap=0,
            grow=1,
        )
        return Row(
            Icon(one.icon, 20, colour="soft"),
            texts,
            gap=10,
            grow=grow,
            min_width=200 if grow else 0,
        )

    def _wide(self, one: Difference) -> Widget:
        said = [self._said(number, one, 3) for number in range(2)]
        return Row(self._about(one, 3), *said, gap=18)

    def _narrow(self, one: Difference) -> Widget:
        return Column(self._about(one), *[self._said(number, one, 0) for number in range(2)], gap=4)

    def _said(self, number: int, one: Difference, grow: float) -> Widget:
        """What one of the two said, under its own sign: never by colour alone."""
        words = self.words
        said = (one.first, one.second)[number]
        game = self.saved[number].called(words)
        reel = self.reels[number]
        is_to_come = not reel.is_over and one.week >= reel.last
        text = said or words("compare.not_yet" if is_to_come else "compare.not_asked")
        lines = Column(
            Text(game, "small", colour="soft"),
            Text(text, colour="ink" if said else "soft", linked=False),
            gap=0,
            grow=1,
        )
        least = 160 if grow else 0
        return Row(_mark(number, 14), lines, gap=8, grow=grow, min_width=least)


def _mark(number: int, size: float) -> Widget:
    """The sign of one of the two, as its line in the charts carries it."""
    return Mark(MARKERS[number], HUES[COLOURS[number]], size)
