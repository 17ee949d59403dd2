"""The menu in the midst of a game: on with it, save, settings, away.

The table that it lies over goes on where it was when the menu goes.
"""

from __future__ import annotations

from collections.abc import Callable

from game.play.game_session import Game
from game.play.kit import (
    Action,
    Button,
    Card,
    Column,
    Heading,
    Panel,
    Scroll,
    Spacer,
    Stack,
    Text,
    Widget,
)
from game.play.screen import Screen
from game.play.screens.journey import Journey
from game.play.screens.start_art import start_canvas
from game.sim.clock import WEEK, WEEKS_PER_YEAR


class Menu(Screen):
    """Seven buttons; leaving saves first, and where that fails it says so before anything is lost.

    *on_coach* puts the coach of the table away, or calls the coach back.
    """

    name = "menu"

    def __init__(self, journey: Journey, game: Game, on_coach: Callable[[], None]) -> None:
        super().__init__()
        self.on_coach = on_coach
        self.journey = journey
        self.game = game
        self.notice = ""

    def build(self) -> Widget:
        """A sheet in the middle, before the shop that the game is about."""
        words = self.words
        week = self.game.run.now // WEEK
        where = words("menu.where", year=week // WEEKS_PER_YEAR + 1, week=week + 1)
        buttons: list[Widget] = [
            Button(words("menu.go_on"), kind="primary", icon="play", shortcut=Action.PRESS, show_key=True,
                   id="go-on", on_press=self.app.pop),
            Button(words("menu.save"), icon="save", shortcut=Action.SAVE, show_key=True, id="save",
                   on_press=self.save),
            Button(words("menu.coach_away" if self.app.settings.coach else "menu.coach"), icon="hand-heart",
                   shortcut=Action.COACH, show_key=True, id="coach", on_press=self._coach),
            Button(words("help.almanac"), icon="book-open", shortcut=Action.HELP, show_key=True, id="almanac",
                   on_press=self.app.help.almanac),
            Button(words("menu.settings"), icon="settings", id="settings", on_press=self._settings),
            Button(words("menu.to_title"), icon="house", id="to-title", on_press=self._to_title),
            Button(words("menu.quit"), icon="log-out", id="quit", on_press=self._quit),
        ]  # fmt: skip
        notice = [Text(self.notice, colour="accent", id="notice")] if self.notice else []
        head = Column(
            Heading(words("menu.title"), "title"),
            Text(f"{self.game.name} · {where}", colour="soft"),
            gap=2,
        )
        sheet = Card(
            Column(head, Spacer(2, grow=0), *buttons, *notice, gap=9),
            padding=(28, 24),
            max_width=420,
            align="center",
        )
        art = start_canvas(self.game.scenario, words("choose.picture"))
        return Stack(art, Panel(Scroll(Column(Spacer(), sheet, Spacer())), padding=24))

    def save(self) -> None:
        """Save now, and say so or what prevents it."""
        self.game.save()
        problem = self.game.save_problem
        self.notice = (
            self.words("errors.not_saved", reason=problem) if problem else self.words("menu.saved")
        )
        self.app.say(self.notice)
        self.refresh()

    def _coach(self) -> None:
        self.on_coach()
        self.refresh()

    def _settings(self) -> None:
        self.app.push(self.journey.settings())

    def _to_title(self) -> None:
        if self._may_leave():
            self.app.reset(self.journey.title())

    def _quit(self) -> None:
        if self._may_leave():
            self.app.close()

    def _may_leave(self) -> bool:
        """Whether it is saved; where it cannot be, a second press leaves all the same."""
        warned = bool(self.game.save_problem) and bool(self.notice)
        self.save()
        return warned or not self.game.save_problem
