"""The way through the game: which screen follows which, from the title to the ending, and what they share.

Each screen is next door in a file of its own; the table, where one plays, is in `table/`. Screens are imported when
they are reached: the title is there before the simulation has been loaded, and whoever is quicker than that waits,
since two threads must not load the same modules at once.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game import paths
from game.play.autosave import Autosave, new_path
from game.play.scenarios import NEWCOMERS, Scenarios
from game.play.screen import Screen
from game.play.screens.picture import picture_of
from game.play.window import Application

if TYPE_CHECKING:
    from game.authoring.words import Words
    from game.play.game_session import Game
    from game.play.presenters.reel import Reel
    from game.play.saved_runs import SavedRun
    from game.sim.scenario import Scenario

MOST_LUCK = 999
Ghost = Mapping[str, Sequence[int]]


def any_luck() -> int:
    """A luck that nobody chose; small enough to be read out to a neighbour."""
    return random.randint(1, MOST_LUCK)


class Journey:
    """What the screens of one launch share: the scenarios, the folder of saved runs, where luck comes from."""

    def __init__(
        self,
        saves: Path | None = None,
        scenarios: Scenarios | None = None,
        luck: Callable[[], int] = any_luck,
    ) -> None:
        self.saves = saves or paths.saves()
        self.scenarios = scenarios or Scenarios()
        self.new_luck = luck

    # --- screens ------------------------------------------------------------------------------

    def title(self) -> Screen:
        """The first screen."""
        from game.play.screens.title import Title

        return Title(self)

    def choose(self) -> Screen:
        """The scenarios to choose from."""
        self.scenarios.wait()
        from game.play.screens.choose import Choose

        return Choose(self)

    def shelf(self, notice: str = "") -> Screen:
        """The saved games, with a sentence on top where there is something to say."""
        from game.play.screens.shelf import Shelf

        return Shelf(self, notice)

    def settings(self) -> Screen:
        """The settings."""
        from game.play.screens.settings import SettingsScreen

        return SettingsScreen()

    def briefing(
        self, scenario: Scenario, luck: int | None = None, ghost: Ghost | None = None
    ) -> Screen:
        """Who one is, and the goal of the first year."""
        self.scenarios.wait()
        from game.play.screens.briefing import Briefing

        return Briefing(self, scenario, self.new_luck() if luck is None else luck, ghost)

    def table(self, game: Game) -> Screen:
        """The table, where one plays."""
        from game.play.screens.played_table import PlayedTable

        return PlayedTable(self, game)

    def opening(self, saved: SavedRun) -> Screen:
        """A saved run being played again up to where it was left."""
        self.scenarios.wait()
        from game.play.screens.opening import opening

        return opening(self, saved)

    def walking(self, saved: SavedRun, words: Words) -> Screen:
        """A saved run being gone through, to be walked week by week."""
        self.scenarios.wait()
        from game.play.screens.history.rewinding import walking

        return walking(self, saved, words)

    def comparing(self, first: SavedRun, second: SavedRun, words: Words) -> Screen:
        """Two saved runs being gone through, to be seen side by side."""
        self.scenarios.wait()
        from game.play.screens.history.rewinding import comparing

        return comparing(self, first, second, words)

    def branching(self, saved: SavedRun, reel: Reel, week: int) -> Screen:
        """A new run being made of the first weeks of an old one, to be played on from there."""
        from game.play.screens.history.rewinding import branching

        return branching(self, saved, reel, week)

    def ending(self, game: Game) -> Screen:
        """The end of a game; first the accounts are made up."""
        from game.play.screens.ending.reckoning import reckoning

        return reckoning(self, game)

    def menu(self, game: Game, on_coach: Callable[[], None]) -> Screen:
        """What can be done in the midst of a game."""
        from game.play.screens.menu import Menu

        return Menu(self, game, on_coach)

    def prepare(self) -> None:
        """Load what the next screens need, while the title is looked at."""
        import game.play.screens.briefing
        import game.play.screens.choose
        import game.play.screens.played_table
        import game.strategies.runs  # noqa: F401 - imported so that it is there

    # --- games --------------------------------------------------------------------------------

    def begin(self, app: Application, scenario: Scenario, luck: int, ghost: Ghost | None) -> Game:
        """A new game, brought to its first question; it saves itself after each decision."""
        from game.play.game_session import Game
        from game.strategies.runs import Run

        if scenario.id == NEWCOMERS:
            app.change_settings(app.settings.model_copy(update={"coach": True}))
        run = Run(scenario, luck, people=[scenario.seat])
        save = Autosave(new_path(self.saves, scenario.id), lambda: picture_of(app))
        game = Game(run, save=save, ghost=ghost)
        game.advance(0)
        return game
