"""The coach at the table: the bubble of the first lesson whose moment has come, until it is taken or put away.

What is taught when is next door in `lessons.py`; the bubble itself, in `game/play/kit/guide.py`. The coach only
looks: nothing waits for a lesson, and a game is the same with and without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.play.figures.portraits import Face
from game.play.kit import Action
from game.play.kit.guide import Guide
from game.play.kit.widget import Widget
from game.play.presenters.lightbulb import face_of_name
from game.play.screens.table.lessons import LESSONS, Lesson, Moment, moment

if TYPE_CHECKING:
    from game.play.screens.table.screen import TableScreen

FACE = 34
REST = 0.5
"""Seconds after which one sentence may follow another."""


class Coach:
    """Teaches while the settings want it; what was taken is not said again until the coach is called anew."""

    def __init__(self, table: TableScreen) -> None:
        self.table = table
        self.taught: set[str] = set()
        self.lesson: Lesson | None = None
        self._then: dict[str, Moment] = {}
        self._rests_until = 0.0

    def tick(self) -> None:
        """A frame has passed: look whether something has been taken, and what is due."""
        if not self.table.app.settings.coach:
            self._say_nothing()
            return
        now = moment(self.table, self._dialog())
        self._take_note(now)
        about = self._control() if self.lesson is not None and self.lesson.due(now) else None
        if about is None:
            self._say_nothing()
            self._begin(now)
        elif self.table.scene.guide is None:
            self._show(self.lesson)
        if about is not None:
            self.table.scene.guide_to(about)

    def toggle(self) -> None:
        """Put the coach away, or call the coach back: then everything may be said again."""
        on = not self.table.app.settings.coach
        self.taught.clear()
        self._then.clear()
        self._say_nothing()
        app = self.table.app
        app.change_settings(app.settings.model_copy(update={"coach": on}))
        app.say(self.table.words("coach.here" if on else "coach.gone"))

    # --- what is due --------------------------------------------------------------------------

    def _dialog(self) -> str:
        """The id of the dialog on top; one without an id is a dialog all the same."""
        dialogs = self.table.scene.dialogs
        return (dialogs[-1].id or "dialog") if dialogs else ""

    def _take_note(self, now: Moment) -> None:
        """What has been done since it was first spoken of is taught, whether it is on show now or not."""
        for lesson in LESSONS:
            then = self._then.get(lesson.id)
            if then is not None and lesson.id not in self.taught and lesson.done(now, then):
                self._learned(lesson)

    def _learned(self, lesson: Lesson | None) -> None:
        if lesson is None:
            return
        self.taught.add(lesson.id)
        if lesson is self.lesson:
            self._say_nothing()
            self._rests_until = self.table.scene.now + REST

    def _begin(self, now: Moment) -> None:
        """Speak of the first thing that is due and can be pointed at."""
        if self.table.scene.now < self._rests_until:
            return
        for lesson in LESSONS:
            if lesson.id not in self.taught and lesson.due(now):
                self.lesson = lesson
                about = self._control()
                if about is not None:
                    self._then.setdefault(lesson.id, now)
                    self._show(lesson)
                    self.table.scene.guide_to(about)
                    return
        self.lesson = None

    def _control(self) -> pygame.Rect | None:
        """Where the control of the lesson is; None while it is not to be seen."""
        assert self.lesson is not None, "one points at something for a lesson"
        about, scene = self.lesson.about, self.table.scene
        for widget in scene.top.walk():
            fits = widget.id.startswith(about) if about.endswith(".") else widget.id == about
            if fits and widget.rect.w and _is_seen(widget, scene.size):
                return _with_its_care(widget, scene.top)
        return None

    # --- the bubble ---------------------------------------------------------------------------

    def _show(self, lesson: Lesson | None) -> None:
        assert lesson is not None, "there is something to say"
        table, words = self.table, self.table.words
        name = table.game.scenario.coach
        text = words(f"coach.{lesson.id}")
        table.scene.guide_by(
            Guide(
                text,
                Face(face_of_name(name), "get_it", FACE),
                key=Action.COACH,
                away=words("coach.away"),
                on_seen=lambda: self._learned(lesson),
                on_away=self.toggle,
            )
        )
        table.app.say(words("coach.says", name=name, text=text))

    def _say_nothing(self) -> None:
        self.lesson = None
        if self.table.scene.guide is not None:
            self.table.scene.guide_by(None)


def _with_its_care(widget: Widget, top: Widget) -> pygame.Rect:
    """A control; of a lever with the knob at its end, which the bubble would lie on otherwise."""
    kind, _, lever = widget.id.partition(".")
    knob = f"care.{lever}" if kind == "lever" else ""
    beside = [one.rect for one in top.walk() if knob and one.id == knob and one.rect.w]
    return widget.rect.unionall(beside)


def _is_seen(widget: Widget, size: tuple[int, int]) -> bool:
    """Whether it is inside the window and not scrolled away."""
    inside = pygame.Rect(0, 0, *size)
    for one in widget.above():
        inside = inside.clip(one.rect) if one.role == "scroll" else inside
    return inside.contains(widget.rect.inflate(-4, -4))
