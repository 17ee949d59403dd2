"""A shelf with three saved runs of a small bakery, for tests that look back; how one plays them is in `journeys.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import game
from game.authoring.words import load_words
from game.play.autosave import new_path
from game.play.kit import Settings
from game.play.pilot import Pilot
from game.play.presenters.reel import Reel
from game.play.saved_runs import saved_runs
from game.play.screens.history.rewinding import gone_through
from game.play.screens.history.walk import Walk
from game.sim.clock import WEEK
from game.sim.decision import Decision
from game.sim.runfile import read as read_file
from game.study.replaying import begin
from tests.play.journeys import LUCK, a_journey, at_the_title, on, small_bakery

WORDS = load_words()


def played(choose: int = 0, *, seed: int = LUCK, weeks: int = 26) -> game.Run:
    """A half-year of a small bakery; *choose* says which option is taken where one can be, *weeks* where it stops."""
    run = game.Run(small_bakery(), seed, people=["you"])
    while (request := run.advance(until=weeks * WEEK)) is not None:
        options = request.options
        taken = Decision(option=options[choose % len(options)].id) if options else request.default
        run.decide(taken)
    return run


@cache
def texts_of_runs() -> tuple[bytes, ...]:
    """Three files: one played to its end, another of the same luck, and one that was left in its twentieth week."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "one.run"
        found = []
        for run in (played(0), played(1), played(0, weeks=19)):
            run.save(path)
            found.append(path.read_bytes())
    return tuple(found)


def a_shelf(folder: Path) -> Path:
    """A folder with the three as games 1 to 3."""
    saves = folder / "saves"
    saves.mkdir(parents=True)
    for text in texts_of_runs():
        new_path(saves, "corner-bakery").write_bytes(text)
    return saves


def a_reel(number: int, folder: Path, *, with_stills: bool = True) -> Reel:
    """One of the three, gone through."""
    path = folder / f"reel-{number}.run"
    path.write_bytes(texts_of_runs()[number])
    return gone_through(
        begin(read_file(path), keep_checkpoints=True), WORDS, with_stills=with_stills
    )


@contextmanager
def at_the_shelf(folder: Path, **settings: object) -> Iterator[tuple[Pilot, Callable[[int], int]]]:
    """A pilot before the shelf, and a way to say in which row a game stands."""
    saves = a_shelf(folder)
    screen = a_journey(saves).shelf()
    with on(screen, folder, settings=Settings(**settings)) as pilot:  # type: ignore[arg-type]

        def row(number: int) -> int:
            stems = [run.path.stem for run in saved_runs(saves)]
            return stems.index(f"corner-bakery-{number}")

        yield pilot, row


def walk_of(pilot: Pilot) -> Walk:
    """The screen on top, which is a walk."""
    screen = pilot.app.screen
    assert isinstance(screen, Walk)
    return screen


def contents(saves: Path) -> dict[str, bytes]:
    """Every run of a folder."""
    return {path.name: path.read_bytes() for path in saves.glob("*.run")}


def a_saved_game(folder: Path) -> Path:
    """A game left in its first season; the file it stands in."""
    with at_the_title(folder) as pilot:
        pilot.press("return", "1")
        pilot.close_window()
    (saved,) = saved_runs(folder / "saves")
    return saved.path
