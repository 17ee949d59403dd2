"""The table within the journey: it saves at each season's end, and leads to the menu and to the ending.

How it is played is in `table/`; how it saves, in `game/play/autosave.py`.
"""

from __future__ import annotations

from game.play.game_session import Game
from game.play.screens.journey import Journey
from game.play.screens.table import TableScreen


class PlayedTable(TableScreen):
    """The table of one journey."""

    def __init__(self, journey: Journey, game: Game) -> None:
        super().__init__(
            game,
            on_finished=lambda over: self.app.reset(journey.ending(over)),
            on_menu=lambda paused: self.app.push(journey.menu(paused)),
        )
        self._season = game.season

    def on_tick(self, seconds: float) -> None:
        """Time passes; a season that has ended is saved."""
        super().on_tick(seconds)
        if self.game.season != self._season:
            self._season = self.game.season
            self.game.save()
