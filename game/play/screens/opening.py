"""Opening a saved game: it is played again up to where it was left, and then the table goes on.

The same as a replay: `game/study/replaying.py` does it. What cannot be opened leads back with one sentence.
"""

from __future__ import annotations

from game.play.autosave import Autosave
from game.play.game_session import Game
from game.play.saved_runs import SavedRun
from game.play.screen import Screen
from game.play.screens.journey import Journey
from game.play.screens.picture import picture_of
from game.play.screens.waiting import Waiting, Work
from game.sim.run import Run
from game.sim.runfile import RunFileError, read


class _Retracing:
    """A saved run on its way back to where it was left."""

    def __init__(self, saved: SavedRun) -> None:
        self.saved = saved
        self._run: Run | None = None
        self._last = 1

    def open(self) -> Run:
        """Play it again; raises `RunFileError` or `OSError`."""
        from game.study.replaying import begin, faithfully

        file = read(self.saved.path)
        self._last = max(1, file.end["reached"])
        self._run = begin(file)
        with faithfully(file, self._run):
            return self._run.retrace()

    def share(self) -> float:
        """How far it has come."""
        return min(1.0, self._run.now / self._last) if self._run is not None else 0.0


def opening(journey: Journey, saved: SavedRun) -> Screen:
    """A screen that waits for a saved run, and then shows the table, or the ending of a finished one."""
    way = _Retracing(saved)
    screen: Waiting[Run]

    def then(work: Work[Run]) -> None:
        try:
            run = work.result()
        except (RunFileError, OSError) as error:
            sorry(screen, journey, saved, error)
            return
        app = screen.app
        game = Game(run, save=Autosave(saved.path, lambda: picture_of(app)))
        app.reset(journey.ending(game) if game.finished else journey.table(game))

    screen = Waiting("menu.opening", way.open, then, way.share)
    return screen


def sorry(screen: Screen, journey: Journey, saved: SavedRun, error: Exception) -> None:
    """Lead back to the shelf, with a sentence that says why a run cannot be opened."""
    reason = str(error).replace(str(saved.path), saved.path.name)
    notice = screen.words("errors.cannot_open", reason=reason)
    screen.app.say(notice)
    screen.app.reset(journey.title())
    screen.app.push(journey.shelf(notice))
