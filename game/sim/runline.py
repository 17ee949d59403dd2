"""The lines of a run's file: what must stand in each kind, and in what shape. More may stand there.

What the lines mean, and what is said of a file in which they are wrong, is next door in `runfile.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

Whole = Annotated[int, Field(ge=-1, le=10**12)]
Pair = Annotated[list[int], Field(min_length=2, max_length=2)]


class Part(BaseModel):
    """Base of every line and part of one."""

    model_config = ConfigDict(strict=True, extra="allow")


class Named(Part):
    """A runner."""

    id: str
    name: str


class Played(Part):
    """Who decides for a runner: with *parameters*, by the *text* of its rules, or only named, as *foreign*."""

    name: str
    parameters: dict[str, int | float | str] | None = None
    text: str | None = None
    foreign: str | None = None


class Head(Part):
    """The first line."""

    version: str
    model: int
    scenario: str
    language: str
    rules: str
    weeks: Annotated[int, Field(ge=1, le=10_000)]
    luck: Annotated[list[Pair], Field(min_length=1)]
    runners: Annotated[list[Named], Field(min_length=1)]
    seat: str
    people: list[str]
    strategies: dict[str, Played]
    text: str


class Answer(Part):
    """A decision; what its moves say is read by `codec.py`."""

    option: str | None = None
    moves: list[dict[str, Any]] = []


class Decided(Part):
    """A decision that was not the default."""

    day: Whole
    runner: str
    request: str
    decision: Answer
    by: str


class Corrected(Part):
    """A correction asked for between Mondays."""

    day: Whole
    correction: str
    moves: list[dict[str, Any]]


class Season(Part):
    """Digest and measures at a season's end."""

    season: Whole
    digest: str
    measures: dict[str, dict[str, int]]


class Noted(Part):
    """A note."""

    day: Whole
    runner: str
    note: dict[str, Any]


class End(Part):
    """The last line."""

    reached: Whole
    answered: Annotated[int, Field(ge=0, le=10**12)]
    digest: str


KINDS: Mapping[str, type[Part]] = {
    "decision": Decided,
    "correction": Corrected,
    "season": Season,
    "note": Noted,
    "reached": End,
}
"""Each kind of line below the head, by the key that only it has."""


def kind_of(line: Mapping[str, Any]) -> str | None:
    """Which kind a line below the head is, if any."""
    return next((kind for kind in KINDS if kind in line), None)


def complaint(line: Mapping[str, Any], shape: type[Part]) -> str:
    """The name of the first entry of *line* that is not as *shape* says; empty if all are."""
    try:
        shape.model_validate(line)
    except ValidationError as error:
        return ".".join(str(part) for part in error.errors()[0]["loc"])
    return ""
