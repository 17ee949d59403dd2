"""When a light goes on: the moment itself, the fog that parts over the table, and the temptation that comes after.

The table behind it stays as it was until then. What the dialogs look like is next door in `light_dialog.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.play.figures.lamp import Lamp
from game.play.presenters.gauges import uncovered_by
from game.play.presenters.lightbulb import Lightbulb, lightbulb
from game.play.screens.table.light_dialog import (
    CLEARING_SECONDS,
    Clearing,
    light_dialog,
    tempting_dialog,
)
from game.sim.decision import Request

if TYPE_CHECKING:
    from game.play.screens.table.screen import TableScreen


class Dawning:
    """One light's way over the table, from the dialog to the answer; *tempts* while what comes after it is asked."""

    def __init__(self, table: TableScreen) -> None:
        self.table = table
        self.tempts = False

    def begin(self, request: Request) -> None:
        """Show the light; the table behind it is still in the fog."""
        table = self.table
        shown = lightbulb(request, request.view, table.words)

        def choose(id: str) -> None:
            table.close_dialog()
            if shown.more is not None and id != shown.later.id:
                self._clear(shown, lambda: self._tempt(shown))
            else:
                self._clear(shown, lambda: table.answer_with(id))

        table.scene.play("light")
        table.app.open(light_dialog(shown, table.words, choose))

    def _clear(self, shown: Lightbulb, then: Callable[[], None]) -> None:
        """Let the table be seen as it is from now on; without motion, at once."""
        table = self.table
        table.game.show_light()
        table.look()
        table.turn_to_trend(uncovered_by(shown.light))
        if table.app.look.reduced_motion:
            table.app.say(shown.uncovers)
            then()
            return

        def done() -> None:
            table.close_dialog()
            then()

        table.app.open(Clearing(shown.uncovers, self._places, table.scene.now, done))

    def _places(self) -> list[pygame.Rect]:
        """Where something new is to be seen: the gauge, the legend, the chart."""
        ids = ("gauge.customers", "legend", "numbers")
        shown = self.table.scene.root.walk()
        return [widget.rect for widget in shown if widget.id in ids and widget.rect.w]

    def _tempt(self, shown: Lightbulb) -> None:
        table = self.table

        def choose(id: str) -> None:
            self.tempts = False
            table.close_dialog()
            table.answer_with(id)

        self.tempts = True
        table.scene.play("card")
        table.app.open(tempting_dialog(shown, table.words, choose))

    def tick(self) -> None:
        """A frame has passed: the lamp spreads, the fog parts."""
        scene = self.table.scene
        if not scene.dialogs:
            return
        top = scene.dialogs[-1]
        if isinstance(top, Clearing):
            scene.damage_all()
            if scene.now >= top.began + CLEARING_SECONDS:
                top.done()
            return
        for widget in top.walk():
            if isinstance(widget, Lamp) and widget.is_spreading(scene.now):
                scene.damage(widget.rect)
