"""The reveal of a season that has ended: when it is due, what it is opened with, and that it was read.

What it says is made in `game/play/presenters/reveal.py`; how it looks is next door in `reveal_dialog.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.play.game_session import Game
from game.play.presenters.reveal import closed_places, reveal
from game.play.presenters.wording import season_name
from game.play.screens.table.reveal_dialog import Revealing, reveal_dialog
from game.sim.clock import WEEK, WEEKS_PER_SEASON

if TYPE_CHECKING:
    from game.play.screens.table.screen import TableScreen


class Unveiling:
    """Keeps how many seasons' reveals were read, and opens the next."""

    def __init__(self, table: TableScreen) -> None:
        self.table = table
        self.read = seasons_read(table.game)
        self._closed_before = closed_places(table.game.view)

    @property
    def due(self) -> int | None:
        """The season that has ended and was not revealed, if any."""
        ended = self.table.game.run.now // WEEK // WEEKS_PER_SEASON
        return ended - 1 if ended > self.read else None

    def open(self, season: int) -> None:
        """Show what moved in a season, and why; then the table goes on."""
        table, game, words = self.table, self.table.game, self.table.words
        table.pause()
        guess = game.prediction_of(season)
        shown = reveal(game.view, season, guess, words, self._closed_before)
        go_on = words("reveal.next", season=season_name(season + 1, game.run.scenario, words))
        if game.finished:
            go_on = words("reveal.finish")

        def done() -> None:
            self.read = season + 1
            self._closed_before = closed_places(game.view)
            table.close_dialog()
            table.go_on()

        def show(all_numbers: bool) -> None:
            state = Revealing(go_on, done, all_numbers, more)
            table.app.open(reveal_dialog(shown, table.shot.kinds, words, state))

        def more() -> None:
            table.close_dialog()
            show(True)

        table.scene.play("season")
        show(False)


def seasons_read(game: Game) -> int:
    """How many seasons' reveals count as read when a game is taken up: at a season's start, not the last one's."""
    is_start = game.request is not None and game.run.now % (WEEK * WEEKS_PER_SEASON) == 0
    return max(0, game.season - int(is_start))
