"""The table within the journey: it saves at each season's end, and leads to the menu and to the ending.

How it is played is in `table/`; how it saves, in `game/play/autosave.py`.
"""

from __future__ import annotations

import gc

from game.play.game_session import Game
from game.play.kit import Action
from game.play.presenters.wording import question_while_dark
from game.play.screens.journey import Journey
from game.play.screens.table import TableScreen
from game.play.screens.table.coach import Coach
from game.sim.light import Light


class PlayedTable(TableScreen):
    """The table of one journey, with its coach."""

    def __init__(self, journey: Journey, game: Game) -> None:
        super().__init__(
            game,
            on_finished=lambda over: self.app.reset(journey.ending(over)),
            on_menu=lambda paused: self.app.push(journey.menu(paused, self.coach.toggle)),
        )
        self._season = game.season
        self._is_settled = False
        self.coach = Coach(self)

    def on_tick(self, seconds: float) -> None:
        """Time passes; a season that has ended is saved."""
        if not self._is_settled:
            self._settle()
        super().on_tick(seconds)
        if self.game.season != self._season:
            self._season = self.game.season
            self.game.save()
        if self.app.screen is self:
            self.coach.tick()

    def _settle(self) -> None:
        """What lives as long as the game is not searched for garbage again and again.

        Not before the first frame: until then the screen that led here, with all that it holds, has not gone.
        """
        self._is_settled = True
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def music(self) -> tuple[int, str]:
        """The season's, by whether one is asked, lets weeks pass, or plans."""
        season = self.game.scenario.season_of_year(self.game.season)
        if self.scene.dialogs:
            return season, "ask"
        return season, "run" if self.is_running else "plan"

    def question_of(self, light: str) -> str:
        """The scenario's question while the light is not lit for the player."""
        return question_while_dark(self.game.view, Light(light), self.words)

    def on_action(self, action: Action) -> bool:
        """The coach comes and goes at any time; all else is the table's."""
        if action is Action.COACH:
            self.coach.toggle()
            return True
        return super().on_action(action)
