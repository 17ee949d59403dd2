"""The saved runs of a folder: what each is and where it was left, or in one sentence why it cannot be used.

They are written by `autosave.py`; the format is `game/sim/runfile.py`'s, and opening one plays it again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from game.authoring.words import Words
from game.play.autosave import PICTURE, SUFFIX
from game.play.presenters.weeks import when
from game.sim import runfile
from game.sim.clock import WEEK
from game.sim.runfile import RunFile, RunFileError


@dataclass(frozen=True)
class Branch:
    """Whence a run went on as a new one: the file (without its ending) of the old run, and the week, from 0."""

    of: str
    week: int


@dataclass(frozen=True)
class SavedRun:
    """One file on the shelf. *week* counts from 0; *problem* is the sentence of one that cannot be gone on with.

    *arcs* holds the followers at each season's end, which are public: one's own first, then those of the others.
    """

    path: Path
    saved: datetime
    scenario: str = ""
    title: str = ""
    name: str = ""
    branch: Branch | None = None
    arcs: tuple[tuple[int, ...], ...] = ()
    week: int = 0
    weeks: int = 0
    picture: Path | None = None
    problem: str = ""
    other_model: bool = False

    @property
    def is_good(self) -> bool:
        """Whether it can be gone on with."""
        return not self.problem

    @property
    def is_over(self) -> bool:
        """Whether it was played to its end."""
        return self.is_good and self.week >= self.weeks

    def called(self, words: Words) -> str:
        """What it is called to tell it from others: game 3, or the name of its file."""
        return game_name(self.path.stem, self.scenario, words)

    def where(self, words: Words) -> str:
        """Title and the moment at which it was left, in words."""
        if self.is_over:
            return words("shelf.over", title=self.title)
        return words("shelf.where", title=self.title, when=when(self.week, words))


def game_name(file: str, scenario: str, words: Words) -> str:
    """A file's name (without its ending) as a player reads it: game 3 for `corner-bakery-3`."""
    number = file.removeprefix(f"{scenario}-")
    return words("shelf.game", n=int(number)) if scenario and number.isdecimal() else file


def saved_runs(folder: Path) -> tuple[SavedRun, ...]:
    """Every saved run of *folder*, the latest first; an unreadable folder is an empty shelf."""
    return tuple(read(path) for path in _latest_first(folder))


def newest(folder: Path) -> SavedRun | None:
    """The latest run that can be gone on with and is not over; no other file is read."""
    return next((run for path in _latest_first(folder) if _is_open(run := read(path))), None)


def has_any(folder: Path) -> bool:
    """Whether anything stands on the shelf."""
    return bool(_latest_first(folder))


def _is_open(run: SavedRun) -> bool:
    return run.is_good and not run.is_over


def _latest_first(folder: Path) -> Sequence[Path]:
    return sorted(_files(folder), key=lambda path: (-_written(path), path.name))


def _files(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from folder.glob(f"*{SUFFIX}")


def _written(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def read(path: Path) -> SavedRun:
    """What a file is; never raises: what is wrong with it is said in `problem`."""
    picture = path.with_suffix(PICTURE)
    found = SavedRun(
        path,
        datetime.fromtimestamp(_written(path)).astimezone(),
        title=path.stem,
        picture=picture if picture.is_file() else None,
    )
    try:
        return _described(runfile.read(path), found)
    except RunFileError as error:
        return _with_problem(found, str(error))
    except OSError as error:
        return _with_problem(found, f"{path}: {error.strerror or error}.")


def _with_problem(found: SavedRun, sentence: str) -> SavedRun:
    """The sentence without the folder: the player knows which shelf this is."""
    return replace(found, problem=sentence.replace(str(found.path), found.path.name))


def _described(file: RunFile, found: SavedRun) -> SavedRun:
    head = file.head
    names = {one["id"]: one["name"] for one in head["runners"]}
    described = replace(
        found,
        scenario=head["scenario"],
        title=str(head.get("title", head["scenario"])),
        name=str(names.get(head["seat"], head["seat"])),
        week=min((file.end["reached"] + 1) // WEEK, head["weeks"]),
        weeks=head["weeks"],
        branch=_branch(file),
        arcs=_arcs(file),
    )
    try:
        file.playable  # noqa: B018 - it raises where there is none
    except RunFileError as error:
        return replace(_with_problem(described, str(error)), other_model=True)
    return described


def _branch(file: RunFile) -> Branch | None:
    """The last branch that the notes tell of."""
    for line in reversed(file.notes):
        note = line["note"]
        if note.get("kind") == "branch":
            of, week = note.get("of"), note.get("week")
            return Branch(of, week) if isinstance(of, str) and isinstance(week, int) else None
    return None


def _arcs(file: RunFile) -> tuple[tuple[int, ...], ...]:
    seat = file.head["seat"]
    others = [one["id"] for one in file.head["runners"] if one["id"] != seat]
    told = [line["measures"] for line in file.seasons]
    return tuple(
        tuple(int(measures.get(runner, {}).get("followers", 0)) for measures in told)
        for runner in (seat, *others)
    )
