"""The shelf of saved games: each with its picture and the moment it was left; what cannot be opened says why.

What the files are is read by `game/play/saved_runs.py`; opening one is next door in `opening.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pygame

from game.play.autosave import forget
from game.play.figures.arc import arc_picture
from game.play.kit import (
    Button,
    Canvas,
    Card,
    Column,
    Dialog,
    FirstThatFits,
    Heading,
    Icon,
    IconButton,
    Panel,
    Row,
    Scroll,
    Spacer,
    Text,
    Widget,
)
from game.play.kit.painter import Painter
from game.play.presenters.weeks import when
from game.play.saved_runs import SavedRun, game_name, saved_runs
from game.play.screen import Screen
from game.play.screens.journey import Journey
from game.play.screens.top_bar import top_bar

PICTURE_WIDE, PICTURE_HIGH = 192, 108


class Shelf(Screen):
    """A row for each saved game, the latest on top."""

    name = "shelf"

    def __init__(self, journey: Journey, notice: str = "") -> None:
        super().__init__()
        self.journey = journey
        self.notice = notice
        self.runs: tuple[SavedRun, ...] = ()
        self.comparing: SavedRun | None = None
        self._pictures: dict[Path, pygame.Surface | None] = {}

    def build(self) -> Widget:
        """The bar, and the rows under each other."""
        self.runs = saved_runs(self.journey.saves)
        rows: list[Widget] = (
            [Text(self.notice, "lead", colour="accent", id="notice")] if self.notice else []
        )
        rows += [self._row(number, run) for number, run in enumerate(self.runs)]
        if not self.runs:
            rows.append(Text(self.words("shelf.empty"), "lead", colour="soft"))
        head = top_bar(self, self.words("shelf.title"))
        place = Scroll(Column(*rows, gap=12), grow=1, id="runs")
        return Column(head, Panel(Column(place), padding=(48, 24), grow=1), gap=0)

    def _row(self, number: int, run: SavedRun) -> Widget:
        wide, terse = (
            Row(
                *self._pictures_of(run),
                self._words_of(run, grow=1),
                self._buttons(number, run, says=says),
                gap=20,
            )
            for says in (True, False)
        )
        narrow = Column(self._words_of(run), self._buttons(number, run), gap=10)
        return Card(FirstThatFits(wide, terse, narrow), padding=(16, 14), id=f"run.{number}")

    def _pictures_of(self, run: SavedRun) -> list[Widget]:
        """How it looked when it was left, and how it went."""
        pictures = [self._canvas(self._draw_picture, run, "shelf.picture")]
        if run.arcs and run.arcs[0]:
            arc = self._canvas(self._draw_arc, run, "shelf.arc", last=run.arcs[0][-1])
            pictures = [*pictures, arc] if run.picture else [arc]
        return pictures

    def _canvas(
        self,
        draw: Callable[[SavedRun, Painter, pygame.Rect], None],
        run: SavedRun,
        label: str,
        **told: int,
    ) -> Widget:
        return Canvas(
            partial(draw, run), width=PICTURE_WIDE, least_width=PICTURE_WIDE, least_height=PICTURE_HIGH,
            label=self.words(label, **told),
        )  # fmt: skip

    def _words_of(self, run: SavedRun, grow: float = 0) -> Widget:
        words = self.words
        name = run.name if run.name != run.title else ""
        told = (run.called(words) if run.is_good else "", name, self._date(run))
        lines: list[Widget] = [
            Heading(run.where(words) if run.is_good else run.title),
            Text(" · ".join(one for one in told if one), colour="soft"),
        ]
        if run.branch is not None:
            whence = words(
                "shelf.branch",
                game=game_name(run.branch.of, run.scenario, words),
                when=when(run.branch.week, words),
            )
            icon = Icon("share-2", 16, colour="soft")
            lines.append(Row(icon, Text(whence, colour="soft", grow=1), gap=8))
        if run.problem:
            known = "shelf.of_other_model" if run.other_model else "shelf.unreadable"
            warning = Row(
                Icon("triangle-alert", 18, colour="accent"),
                Text(self.words(known), "strong", colour="accent", grow=1),
                gap=8,
            )
            lines += [warning, Text(run.problem, "body")]
        return Column(*lines, gap=4, grow=grow)

    def _buttons(self, number: int, run: SavedRun, *, says: bool = False) -> Widget:
        """What can be done with it; *says*: in words, where there is room for them."""
        parts: list[Widget] = []
        if run.is_good:
            parts.append(
                Button(
                    self.words("shelf.look" if run.is_over else "shelf.open"),
                    kind="primary",
                    icon="flag" if run.is_over else "play",
                    id=f"open.{number}",
                    on_press=partial(self._open, run),
                )
            )
            walk = self._say(
                "history",
                "shelf.walk",
                run,
                says,
                id=f"walk.{number}",
                on_press=partial(self._walk, run),
            )
            parts += [walk, self._compare_button(number, run, says)]
        parts.append(
            IconButton(
                "x", f"{self.words('shelf.remove')}: {run.title}", kind="secondary", id=f"remove.{number}",
                on_press=partial(self._ask_to_remove, run),
            )
        )  # fmt: skip
        return Row(*parts, gap=10)

    def _say(self, icon: str, text: str, run: SavedRun, says: bool, **named: Any) -> Widget:
        """An icon, beside its words where *says*."""
        name = f"{self.words(text)}: {run.called(self.words)}"
        if says:
            return Button(self.words(text), icon=icon, label=name, **named)
        return IconButton(icon, name, kind="secondary", **named)

    def _compare_button(self, number: int, run: SavedRun, says: bool) -> Widget:
        """Chosen, it waits for a second one of the same scenario; others cannot be pressed meanwhile."""
        waiting = self.comparing
        fits = waiting is None or waiting.scenario == run.scenario
        return self._say(
            "equal",
            "shelf.compare",
            run,
            says,
            selected=waiting is not None and waiting.path == run.path,
            enabled=fits,
            id=f"compare.{number}",
            on_press=partial(self._compare, run),
        )

    def _date(self, run: SavedRun) -> str:
        return self.words(
            "shelf.date",
            day=run.saved.day,
            month=self.words(f"shelf.month.{run.saved.month}"),
            year=run.saved.year,
            time=f"{run.saved:%H:%M}",
        )

    def _draw_picture(self, run: SavedRun, painter: Painter, rect: pygame.Rect) -> None:
        image = self._picture(run)
        if image is None:
            painter.box(rect, "fill", radius=8, border="line")
            painter.icon("scroll-text", rect.center, painter.look.px(30), "faint")
            return
        key = ("saved picture", run.path, run.saved)
        shelf = painter.look.drawer.shapes.images
        painter.image(
            shelf.get((key, rect.size), lambda: pygame.transform.smoothscale(image, rect.size)),
            rect.topleft,
        )
        painter.ring(rect, "line", radius=2, width=1)

    def _draw_arc(self, run: SavedRun, painter: Painter, rect: pygame.Rect) -> None:
        """Followers season by season: one's own line stands out, the others' are pale."""
        painter.box(rect, "fill", radius=8, border="line")
        image = painter.look.drawer.shapes.images.get(
            ("arc", run.path, run.arcs, rect.size), lambda: arc_picture(run.arcs, rect.size)
        )
        painter.image(image, rect.topleft)

    def _picture(self, run: SavedRun) -> pygame.Surface | None:
        """The picture beside a file; a broken one is none."""
        if run.picture is None:
            return None
        if run.picture not in self._pictures:
            try:
                self._pictures[run.picture] = pygame.image.load(run.picture).convert()
            except (pygame.error, OSError):
                self._pictures[run.picture] = None
        return self._pictures[run.picture]

    def _open(self, run: SavedRun) -> None:
        self.app.push(self.journey.opening(run))

    def _walk(self, run: SavedRun) -> None:
        self.app.push(self.journey.walking(run, self.words))

    def _compare(self, run: SavedRun) -> None:
        """The first is remembered, a second begins the comparison, the same again takes it back."""
        first, self.comparing = self.comparing, None
        if first is None:
            self.comparing = run
            self.notice = self.words("shelf.compare_with", game=run.called(self.words))
            self.app.say(self.notice)
        elif first.path == run.path:
            self.notice = ""
        else:
            self.notice = ""
            self.app.push(self.journey.comparing(first, run, self.words))
            return
        self.refresh()

    def _ask_to_remove(self, run: SavedRun) -> None:
        buttons = Row(
            Spacer(),
            Button(self.words("shelf.keep"), id="keep", on_press=self.scene.close),
            Button(
                self.words("shelf.remove"),
                kind="primary",
                id="remove",
                on_press=partial(self._remove, run),
            ),
            gap=10,
            wrap=True,
        )
        body = Column(
            Text(self.words("shelf.remove_sure", title=run.title), "lead"), buttons, gap=18
        )
        self.app.open(
            Dialog(
                self.words("shelf.remove"),
                body,
                icon="triangle-alert",
                head="alert",
                on_back=self.scene.close,
            )
        )

    def _remove(self, run: SavedRun) -> None:
        self.scene.close()
        try:
            forget(run.path)
            self.notice = ""
        except OSError as error:
            self.notice = self.words("errors.not_removed", reason=error.strerror or error)
        if self.comparing is not None and not self.comparing.path.exists():
            self.comparing = None
        self.refresh()
