"""Replaying: a run out of its file, played again bit for bit, and gone on with.

What stands in the file is read by `game/sim/runfile.py`; the scenario in it, by `game/authoring`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from game.authoring.load import examine_text
from game.authoring.strategy_files import strategy_of_text
from game.sim.history import HistoryError
from game.sim.run import Run as SimRun
from game.sim.runfile import RunFile, RunFileError, read
from game.sim.scenario import Scenario
from game.sim.strategy import Strategy
from game.strategies.registry import named, names
from game.strategies.runs import Run


class ReplayDiffersError(RunFileError):
    """Playing a file's decisions again does not give the digest that stands in it."""


def read_run(path: str | Path) -> RunFile:
    """What stands in the file of a run, of any model, without playing it. Raises `RunFileError` or `OSError`."""
    return read(Path(path))


def replay(path: str | Path, *, until: int | None = None, verify: bool = True) -> Run:
    """The run of a file, played again to where it stopped, or to the second *until*.

    The digest is compared unless *verify* is false or *until* is given. Raises `RunFileError` for a file that is
    damaged or of another model, `ReplayDiffersError` where the digests differ, and `OSError`.
    """
    file = read_run(path)
    run = begin(file)
    with faithfully(file, run, verify=verify and until is None):
        run.retrace(until)
    return run


def open_run(path: str | Path) -> Run:
    """The run of a file, ready to be gone on with: people are asked from the first question that they left open.

    Raises as `replay` does.
    """
    return replay(path)


def begin(file: RunFile, *, keep_checkpoints: bool | int = False) -> Run:
    """The run of *file* at its first second; `advance` and `retrace` answer from the file until it ends.

    With *keep_checkpoints* it can be cut short at each season, or at each so many, without beginning anew. Raises
    `RunFileError` where it cannot be played again.
    """
    history = file.playable
    scenario = _scenario(file)
    strategies = {
        runner: one
        for runner, written in file.head["strategies"].items()
        if (one := _strategy(file, runner, written))
    }
    run = Run.__new__(Run)
    try:
        SimRun.__init__(
            run,
            scenario,
            strategies=strategies,
            people=file.head["people"],
            luck=file.luck,
            history=history,
            weeks=file.head["weeks"],
            keep_checkpoints=keep_checkpoints,
        )
    except ValueError as error:
        raise RunFileError(
            f"{file.path}: {error} The file is damaged; take another copy of it."
        ) from error
    run.notes = [
        {**line["note"], "day": line["day"], "runner": line["runner"]} for line in file.notes
    ]
    return run


def foreign(file: RunFile) -> dict[str, str]:
    """Runners whose strategy does not ship, with its name: their recorded moves are replayed, nothing decides anew."""
    return {
        runner: one["name"] for runner, one in file.head["strategies"].items() if "foreign" in one
    }


@contextmanager
def faithfully(file: RunFile, run: SimRun, *, verify: bool = True) -> Iterator[None]:
    """Within it *run* is played again to the end of *file*. Raises `ReplayDiffersError` where it goes another way.

    Without *verify* the digest is not compared at the end.
    """
    try:
        yield
    except HistoryError as error:
        raise _differs(file, f"{error}") from error
    if verify:
        check_digest(file, run)


def check_digest(file: RunFile, run: SimRun) -> None:
    """Raise `ReplayDiffersError`, naming the first season that differs, unless *run* is what *file* says."""
    told = [line["digest"] for line in file.seasons]
    if run.digest == file.end["digest"] and run.world.digests == told:
        return
    pairs = zip(told, run.world.digests, strict=False)
    season = next((number for number, (one, other) in enumerate(pairs, 1) if one != other), None)
    raise _differs(
        file, f"season {season} is the first that differs" if season else "the end differs"
    )


def _differs(file: RunFile, what: str) -> ReplayDiffersError:
    return ReplayDiffersError(
        f"{file.path}: Played again, this run goes another way: {what.removesuffix('.')}. "
        "The file was changed after it was written, or another build of the game wrote it."
    )


def _scenario(file: RunFile) -> Scenario:
    text = file.head["text"]
    scenario = _of_json(text) if text.startswith("{") else _of_yaml(file, text)
    if scenario is None or scenario.rules_hash != file.head["rules"]:
        raise RunFileError(
            f"{file.path}:1: The scenario in the file is not the one that was played: its rules do not match their "
            "hash. The file was changed, or another build of the game wrote it."
        )
    return scenario


def _of_yaml(file: RunFile, text: str) -> Scenario | None:
    """A scenario out of its text; what its runners play stands in the head, whatever it is called."""
    played = re.findall(r"\bplays: *[\"']?([\w-]+)", text)
    known = {*names(), *played, *(one["name"] for one in file.head["strategies"].values())}
    return examine_text(text, str(file.path), known).scenario


def _of_json(text: str) -> Scenario | None:
    """A scenario that was built in Python: it has no YAML text of its own."""
    try:
        return Scenario.model_validate_json(text)
    except ValueError:
        return None


def _strategy(file: RunFile, runner: str, written: Any) -> Strategy | None:
    if isinstance(written, dict) and "foreign" in written:
        return None
    try:
        if "text" in written:
            return strategy_of_text(written["text"], f"{file.path}:1: {written['name']}")
        return named(written["name"], **written["parameters"])
    except (KeyError, TypeError, ValueError) as error:
        raise RunFileError(
            f"{file.path}:1: The strategy of {runner} cannot be read: {error}"
        ) from error
