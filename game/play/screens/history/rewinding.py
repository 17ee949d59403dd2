"""Ways to the screens that look back: the saved runs are gone through while one waits; and from there on as a new run.

What cannot be gone through leads back to the shelf with one sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from game.authoring.words import Words
from game.play.autosave import Autosave, new_path
from game.play.game_session import Game
from game.play.presenters.reel import Reel, Still, reel, still
from game.play.saved_runs import SavedRun
from game.play.screen import Screen
from game.play.screens.history.compare import Compare
from game.play.screens.history.walk import Walk
from game.play.screens.journey import Journey
from game.play.screens.opening import sorry
from game.play.screens.picture import picture_of
from game.play.screens.waiting import Waiting, Work
from game.sim.clock import MORNING, WEEK
from game.sim.fork import cut
from game.sim.history import HistoryError
from game.sim.run import Run
from game.sim.runfile import RunFileError, read

SEASONS_APART = 4
"""Of the checkpoints, which are large, one a year is kept: to go on from a week then takes a year's replay at most."""


class Rewinding:
    """Saved runs being gone through, one after another; *now* is the one that is at it."""

    def __init__(self, saved: Sequence[SavedRun], words: Words, *, with_stills: bool) -> None:
        self.saved = saved
        self.now = saved[0]
        self._words = words
        self._with_stills = with_stills
        self._done: dict[int, float] = {}

    def reels(self) -> tuple[Reel, ...]:
        """Go through all; raises `RunFileError` or `OSError`."""
        return tuple(self._reel(number, one) for number, one in enumerate(self.saved))

    def _reel(self, number: int, saved: SavedRun) -> Reel:
        from game.study.replaying import begin, faithfully

        self.now = saved
        file = read(saved.path)
        last = max(1, file.end["reached"])

        def told(second: int) -> None:
            self._done[number] = second / last

        run = begin(file, keep_checkpoints=SEASONS_APART if self._with_stills else False)
        with faithfully(file, run):
            return gone_through(run, self._words, told, with_stills=self._with_stills)

    def share(self) -> float:
        """How far it has come."""
        return min(1.0, sum(self._done.values()) / len(self.saved))


def gone_through(
    run: Run,
    words: Words,
    told: Callable[[int], None] = lambda _: None,
    *,
    with_stills: bool = True,
) -> Reel:
    """Let *run*, a replay at its first second, come to where it was left; *told* gets each second reached.

    Without stills it takes two thirds of the time, and can be compared but not walked.
    """
    stills: list[Still] = []
    for _ in _mondays(run):
        if with_stills:
            before = stills[-1] if stills else None
            stills.append(still(run.view(run.first_person), words, before))
        told(run.now)
    return reel(run, tuple(stills), words)


def _mondays(run: Run) -> Iterator[int]:
    """Let the run come to each Monday it has reached, and at last to where it was left."""
    week = 0
    while len(run.retrace(week * WEEK).world.ledger.weeks) >= week:
        yield week
        week += 1
    run.retrace()


def walking(journey: Journey, saved: SavedRun, words: Words) -> Screen:
    """Go through a saved run, then walk it."""

    def walk(made: tuple[Reel, ...]) -> Screen:
        return Walk(journey, saved, *made)

    return _rewinding(journey, Rewinding((saved,), words, with_stills=True), walk)


def comparing(journey: Journey, first: SavedRun, second: SavedRun, words: Words) -> Screen:
    """Go through two saved runs, then show them side by side."""

    def compare(made: tuple[Reel, ...]) -> Screen:
        one, other = made
        return Compare(journey, (first, second), (one, other))

    return _rewinding(journey, Rewinding((first, second), words, with_stills=False), compare)


def _rewinding(
    journey: Journey, way: Rewinding, following: Callable[[tuple[Reel, ...]], Screen]
) -> Screen:
    """A screen that waits for saved runs to be gone through, and then shows the *following* one."""
    screen: Waiting[tuple[Reel, ...]]

    def then(work: Work[tuple[Reel, ...]]) -> None:
        try:
            made = work.result()
        except (RunFileError, OSError) as error:
            sorry(screen, journey, way.now, error)
            return
        screen.app.replace(following(made))

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
        app = screen.app
        try:
            run = work.result()
        except (HistoryError, OSError) as error:
            sorry(screen, journey, saved, error)
            return

        def picture() -> bytes:
            """None of a screen on which one waits. It lives as long as the game, so it must not know this one."""
            return b"" if isinstance(app.screen, Waiting) else picture_of(app)

        run.note(made.seat, {"kind": "branch", "of": saved.path.stem, "week": week})
        file = new_path(journey.saves, run.scenario.id)
        game = Game(run, seat=made.seat, save=Autosave(file, picture))
        game.save()
        app.reset(journey.table(game))

    screen = Waiting("menu.opening", cut_short, then)
    return screen
