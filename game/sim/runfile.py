"""The file of a run: JSON Lines that a person can read as a story, and the game can play again.

How one is written is in `saving.py`; what is decided in a run stands in `history.py`.

The head comes first. Then, in the order of the days: a line for each decision that was not the default and for each
correction asked for, and a line for each season with digest and measures at its end. Then the notes, which never reach
the simulation, and the end: how far the run went, and the digest there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from game.sim import runline
from game.sim.clock import DAY, MORNING
from game.sim.codec import Json, decision_from_json, move_from_json
from game.sim.history import Correction, Entry, History
from game.sim.luck import Luck
from game.sim.model import MODEL

FORMAT = "long-race-run/1"
MOST_BYTES = 50_000_000


class RunFileError(ValueError):
    """A file of a run that cannot be used; the text says where, why, and what to do."""


class Line(NamedTuple):
    """A line below the head: its number in the file, what kind it is, and what it says."""

    number: int
    kind: str
    value: Json


@dataclass(frozen=True)
class RunFile:
    """What stands in a file of a run, as read: nothing of it has been played.

    *decisions*, *corrections*, *seasons* and *notes* are the lines as JSON objects, in their order. *history* is what
    can be played again; None where another model wrote the file.
    """

    path: Path
    head: Json
    decisions: tuple[Json, ...]
    corrections: tuple[Json, ...]
    seasons: tuple[Json, ...]
    notes: tuple[Json, ...]
    end: Json
    history: History | None

    @property
    def model(self) -> int:
        """The model number of the game that wrote it."""
        return int(self.head["model"])

    @property
    def luck(self) -> Luck:
        """The seeds, each with the day from which it rules."""
        return Luck(tuple((day, seed) for day, seed in self.head["luck"]))

    @property
    def playable(self) -> History:
        """The history. Raises `RunFileError` where the run can be read as a story only."""
        if self.history is None:
            raise RunFileError(
                f"{self.path}: This run was made by model {self.model} of the game (version "
                f"{self.head['version']}); here is model {MODEL}, which would not give the same numbers. "
                "It can be read as a story; to play it again or go on with it, install that version."
            )
        return self.history


_DAMAGED = "The file is damaged; take another copy of it."


def read(path: Path) -> RunFile:
    """Read the file of a run, of any model. Raises `RunFileError` with a sentence, or `OSError`."""
    objects = list(_objects(path))
    if not objects:
        raise RunFileError(f"{path}: The file is empty; a run's begins with its head.")
    head = objects[0]
    _check_head(path, head)
    lines = [
        Line(number, _kind(path, number, value), value)
        for number, value in enumerate(objects[1:], 2)
    ]
    _check_end(path, lines)

    def of(kind: str) -> tuple[Json, ...]:
        return tuple(line.value for line in lines if line.kind == kind)

    history = _history(path, lines) if head["model"] == MODEL else None
    return RunFile(
        path,
        head,
        of("decision"),
        of("correction"),
        of("season"),
        of("note"),
        lines[-1].value,
        history,
    )


def _check_end(path: Path, lines: Sequence[Line]) -> None:
    ends = [line.number for line in lines if line.kind == "reached"]
    if not ends:
        raise RunFileError(
            f"{path}:{len(lines) + 1}: The file breaks off before its last line, which says how far the run went. "
            f"{_DAMAGED}"
        )
    if ends != [lines[-1].number]:
        raise RunFileError(f"{path}:{ends[0] + 1}: Here are lines after the last one. {_DAMAGED}")


def _history(path: Path, lines: Sequence[Line]) -> History:
    entries, corrections = [], []
    for line in lines:
        try:
            if line.kind == "decision":
                entries.append(_entry(line.value))
            elif line.kind == "correction":
                corrections.append(_correction(line.value))
        except ValueError as error:
            raise RunFileError(f"{path}:{line.number}: {error} {_DAMAGED}") from error
    end = lines[-1].value
    return History(tuple(entries), tuple(corrections), end["answered"], end["reached"])


def _entry(line: Json) -> Entry:
    return Entry(
        line["day"],
        line["runner"],
        line["request"],
        decision_from_json(line["decision"]),
        line["by"],
    )


def _correction(line: Json) -> Correction:
    return Correction(
        line["correction"], line["day"] * DAY + MORNING, tuple(map(move_from_json, line["moves"]))
    )


def _objects(path: Path) -> Iterator[Json]:
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise RunFileError(
            f"{path}: The file has more than {MOST_BYTES:,} bytes; no run has so many."
        )
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        place = data.count(b"\n", 0, error.start) + 1
        raise RunFileError(
            f"{path}:{place}: This is no text, so no file of a run. {_DAMAGED}"
        ) from error
    for number, line in enumerate(text.removesuffix("\n").split("\n") if text else (), 1):
        yield _object(path, number, line)


def _object(path: Path, number: int, line: str) -> Json:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        what = f"This line is no JSON. {_DAMAGED}" if number > 1 else "This is no file of a run."
        raise RunFileError(f"{path}:{number}: {what}") from error
    if not isinstance(value, dict):
        raise RunFileError(f"{path}:{number}: This line is no JSON object. {_DAMAGED}")
    return value


def _check_head(path: Path, head: Json) -> None:
    given = head.get("format")
    if given != FORMAT:
        newer = isinstance(given, str) and given.startswith(FORMAT.rpartition("/")[0] + "/")
        remedy = (
            "Install a newer version of the game."
            if newer
            else f"A run's first line has the format {FORMAT}."
        )
        raise RunFileError(f"{path}:1: The format {given!r} is not known here. {remedy}")
    _check_shape(path, 1, head, runline.Head)


def _kind(path: Path, number: int, line: Json) -> str:
    kind = runline.kind_of(line)
    if kind is None:
        raise RunFileError(f"{path}:{number}: This line is none that a run's file has. {_DAMAGED}")
    _check_shape(path, number, line, runline.KINDS[kind])
    return kind


def _check_shape(path: Path, number: int, line: Json, shape: type[runline.Part]) -> None:
    wrong = runline.complaint(line, shape)
    if wrong:
        raise RunFileError(
            f"{path}:{number}: `{wrong}` is missing here or is not what it should be. {_DAMAGED}"
        )
