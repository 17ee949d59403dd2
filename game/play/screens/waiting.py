"""A screen while something long is at work beside it: a saved run being opened, accounts being made up.

The work knows nothing of the screen; what follows is told by whoever waits.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from game.play.kit import Card, Column, Heading, Panel, Progress, Text, Widget
from game.play.screen import Screen

Made = TypeVar("Made")


class Work(Generic[Made]):
    """Something being made in a thread of its own: what came of it, or what went wrong."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self._made: list[Made] = []
        self.problem: Exception | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Whether it has come to an end, good or bad."""
        return not self._thread.is_alive()

    def result(self) -> Made:
        """What was made; raises what went wrong."""
        self._thread.join()
        if self.problem is not None:
            raise self.problem
        return self._made[0]

    def _run(self) -> None:
        try:
            self._made.append(self._make())
        except Exception as error:  # noqa: BLE001 - it is raised again where the result is asked for
            self.problem = error


class Waiting(Screen, Generic[Made]):
    """Shows that something is at work, and how far it is; then hands what was made to *then*.

    *then* shows another screen in its place and sees to what went wrong: it is given the work.
    """

    name = "waiting"

    def __init__(
        self,
        text: str,
        make: Callable[[], Made],
        then: Callable[[Work[Made]], None],
        share: Callable[[], float] | None = None,
    ) -> None:
        super().__init__()
        self.text = text
        self.make = make
        self.then = then
        self.share = share
        self.work: Work[Made] | None = None
        self._shown = -1

    def build(self) -> Widget:
        """One line and, where it is known, how far it has come."""
        parts: list[Widget] = [Heading(self.words(self.text), "title", text_align="middle")]
        if self.share is not None:
            done = self.share()
            parts.append(Progress("", done, value=f"{round(done * 100)} %", id="progress"))
        else:
            parts.append(Text(self.words("menu.moment"), colour="soft", text_align="middle"))
        card = Card(Column(*parts, gap=16), padding=28, max_width=460, align="center")
        return Panel(Column(card, spread="center", grow=1), padding=24)

    def shown(self) -> None:
        """Begin, once it can be seen."""
        if self.work is None:
            self.work = Work(self.make)

    def on_tick(self, seconds: float) -> None:
        """Look whether it is done."""
        if self.work is not None and self.work.is_done:
            self.then(self.work)
        elif self.share is not None and (now := round(self.share() * 50)) != self._shown:
            self._shown = now
            self.refresh()
