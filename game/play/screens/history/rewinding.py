"""Ways to the screens that look back: the saved runs are gone through while one waits; and from there on as a new run.

What cannot be gone through leads back to the shelf with one sentence.
"""

from __future__ import annotations

from game.authoring.words import Words
from game.play.autosave import Autosave, new_path
from game.play.game_session import Game
from game.play.presenters.reel import Reel, reel
from game.play.saved_runs import SavedRun
from game.play.screens.history.compare import Compare
from game.play.screens.history.walk import Walk
from game.play.screens.journey import Journey
from game.play.screens.opening import sorry
from game.play.screens.picture import picture_of
from game.play.screens.waiting import Waiting, Work
from game.play.window import Screen
from game.sim.clock import MORNING, WEEK
from game.sim.fork import cut
from game.sim.history import HistoryError
from game.sim.run import Run
from game.sim.runfile import RunFileError, read


class Rewinding:
    """Saved runs being gone through, one after another."""

    def __init__(self, saved: tuple[SavedRun, ...], words: Words, *, with_stills: bool) -> None:
        self.saved = saved
        self._words = words
        self._with_stills = with_stills
        self._done: dict[int, float] = {}

    def reels(self) -> tuple[Reel, ...]:
        """Go through all; raises `RunFileError` or `OSError`."""
        return tuple(self._reel(number, one) for number, one in enumerate(self.saved))

    def _reel(self, number: int, saved: SavedRun) -> Reel:
        from game.study.replaying import begin, check_digest

        file = read(saved.path)
        last = max(1, file.end["reached"])

        def told(second: int) -> None:
            self._done[number] = second / last

        try:
            run = begin(file, keep_checkpoints=self._with_stills)
            made = reel(run, self._words, told, with_stills=self._with_stills)
        except HistoryError as error:
            raise RunFileError(str(error)) from error
        check_digest(file, made.run)
        return made

    def share(self) -> float:
        """How far it has come."""
        return min(1.0, sum(self._done.values()) / len(self.saved))


def walking(journey: Journey, saved: SavedRun, words: Words) -> Screen:
    """Go through a saved run, then walk it."""
    way = Rewinding((saved,), words, with_stills=True)
    screen: Waiting[tuple[Reel, ...]]

    def then(work: Work[tuple[Reel, ...]]) -> None:
        try:
            (made,) = work.result()
        except (RunFileError, OSError) as error:
            sorry(screen, journey, saved, error)
            return
        screen.app.replace(Walk(journey, saved, made))

    screen = Waiting("menu.opening", way.reels, then, way.share)
    return screen


def comparing(journey: Journey, first: SavedRun, second: SavedRun, words: Words) -> Screen:
    """Go through two saved runs, then show them side by side."""
    way = Rewinding((first, second), words, with_stills=False)
    screen: Waiting[tuple[Reel, ...]]

    def then(work: Work[tuple[Reel, ...]]) -> None:
        try:
            one, other = work.result()
        except (RunFileError, OSError) as error:
            sorry(screen, journey, first, error)
            return
        screen.app.replace(Compare(journey, (first, second), (one, other)))

    screen = Waiting("menu.opening", way.reels, then, way.share)
    return screen


def branching(journey: Journey, saved: SavedRun, made: Reel, week: int) -> Screen:
    """A new run that begins as the old one did up to a week; the old one stays untouched, and its file too."""
    screen: Waiting[Run]

    def cut_short() -> Run:
        run = cut(made.run, week)
        run.advance(week * WEEK + MORNING)
        return run

    def then(work: Work[Run]) -> None:
        run, app = work.result(), screen.app

        def picture() -> bytes:
            """None of the screen on which one waits."""
            return picture_of(app) if app.screen is not screen else b""

        run.note(made.seat, {"kind": "branch", "of": saved.path.stem, "week": week})
        file = new_path(journey.saves, run.scenario.id)
        game = Game(run, seat=made.seat, save=Autosave(file, picture))
        game.save()
        app.reset(journey.table(game))

    screen = Waiting("menu.opening", cut_short, then)
    return screen
