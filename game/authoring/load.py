"""A scenario by its id or its path: found, read, checked, and given as a model or as problems.

`check` and `load_scenario` do the very same work; one lists problems, the other raises them.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game import paths
from game.authoring.case import Case
from game.authoring.checks import CHECKS
from game.authoring.encoding import MOST_BYTES, UnreadableError, decoded
from game.authoring.problems import Problem, count, has_errors, in_order
from game.authoring.reader import read_source
from game.authoring.shape import keys_at, shaped
from game.authoring.source import Source, Span
from game.sim.part import WORDS
from game.sim.scenario import Scenario
from game.sim.spelling import closest
from game.strategies.registry import names

FORMAT = "long-race/1"
NEWEST = 1
SUFFIXES = (".yaml", ".yml")
TEXT_KEYS = frozenset({*WORDS, "partner", "coach"})


class ScenarioError(ValueError):
    """A scenario with mistakes in it: `problems` has them all, the text shows them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        shown = [str(problem) for problem in self.problems]
        return "\n\n".join([*shown, f"{self.problems[0].file}: {count(self.problems)}."])


class ScenarioMissingError(FileNotFoundError):
    """No scenario of that name, or no file at that path; the text says what there is."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(errno.ENOENT, sentence, name)

    def __str__(self) -> str:
        return f"{self.filename}: {self.strerror}."

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.filename, self.strerror)


@dataclass(frozen=True)
class Examined:
    """What came of a file: the scenario, if nothing is wrong with it, and all problems."""

    scenario: Scenario | None
    problems: list[Problem]


def load_scenario(name_or_path: str | Path, strategies: Collection[str] | None = None) -> Scenario:
    """The scenario with an id, or in a file; warnings are let through.

    Raises `ScenarioError` with every problem, or `ScenarioMissingError` (a `FileNotFoundError`)
    where there is no such scenario. `strategies` are the known names; by default, those shipped.
    """
    found = examine(name_or_path, strategies)
    if found.scenario is None:
        raise ScenarioError(found.problems)
    return found.scenario


def check(name_or_path: str | Path, strategies: Collection[str] | None = None) -> list[Problem]:
    """Every problem of a scenario, from the top down; raises only where there is no file."""
    return examine(name_or_path, strategies).problems


def examine(name_or_path: str | Path, strategies: Collection[str] | None = None) -> Examined:
    """The scenario and its problems; raises `ScenarioMissingError` or another `OSError`."""
    path = find(name_or_path)
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    return examine_bytes(data, str(path), strategies)


def examine_bytes(data: bytes, file: str, strategies: Collection[str] | None = None) -> Examined:
    """The scenario in the bytes of a file, and its problems."""
    try:
        text = decoded(data)
    except UnreadableError as wrong:
        source = Source(file, wrong.text)
        span = Span(wrong.line, wrong.col, wrong.line, wrong.col + 1)
        source.report(span, wrong.code, wrong.message, wrong.remedy)
        return Examined(None, source.problems)
    return examine_text(text, file, strategies)


def examine_text(
    text: str, file: str = "<text>", strategies: Collection[str] | None = None
) -> Examined:
    """The scenario in a text, and its problems."""
    source = read_source(text, file, TEXT_KEYS)
    if source.data is None or not _is_of_this_format(source):
        return Examined(None, in_order(source.problems))
    scenario = shaped(source, Scenario)
    case = Case(source, (), frozenset(names() if strategies is None else strategies))
    for one in CHECKS:
        one(case)
    problems = in_order(source.problems)
    if scenario is None or has_errors(problems):
        return Examined(None, problems)
    return Examined(scenario.with_text(text), problems)


def find(name_or_path: str | Path) -> Path:
    """The file of a scenario named by its id or by a path."""
    given = Path(name_or_path)
    if not str(name_or_path):
        raise ScenarioMissingError("(nothing)", "This is no name of a scenario")
    if given.is_file():
        return given
    if len(given.parts) > 1 or given.suffix in SUFFIXES or given.is_dir():
        what = "This is a folder, not a file" if given.is_dir() else "There is no such file"
        raise ScenarioMissingError(str(name_or_path), what)
    shipped = shipped_scenarios()
    if str(given) in shipped:
        return _as_typed(paths.scenarios() / f"{given}.yaml")
    near = closest(str(given), shipped)
    there_is = f"the nearest is {near}" if near else f"there are {', '.join(shipped)}"
    raise ScenarioMissingError(str(name_or_path), f"There is no such scenario; {there_is}")


def _as_typed(path: Path) -> Path:
    """The path as one would type it here: relative where the file is below this folder."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def shipped_scenarios() -> list[str]:
    """The ids of the scenarios that come with the game, in order of the alphabet."""
    return sorted(path.stem for path in paths.scenarios().glob("*.yaml") if "." not in path.stem)


def _is_of_this_format(source: Source) -> bool:
    """Whether the checks may go on: the file says that it is a scenario of a known format."""
    if not isinstance(source.data, dict):
        message = "A scenario is a block of `key: value` lines."
        source.report(Span(0, 0, 0, 1), "S00", message, f"Begin with  format: {FORMAT}")
        return False
    given = source.data.get("format")
    if given is None:
        message = "The first line must say which format this is."
        source.report(_first_line(source), "S03", message, f"Write  format: {FORMAT}")
        source.data["format"] = FORMAT  # so that it is not reported again
        return any(key in keys_at(Scenario, ()) for key in source.data if key != "format")
    if given == FORMAT:
        return True
    return _wrong_format(source, str(given))


def _wrong_format(source: Source, given: str) -> bool:
    found = re.fullmatch(r"long-race/(\d{1,6})", given)
    if found and int(found[1]) > NEWEST:
        message = f"This file is of format {found[1]}; this program knows formats up to {NEWEST}."
        remedy = "Install a newer version of the game."
        source.report(source.place(("format",)), "S04", message, remedy)
        return False
    message = f"`{given[:40]}` is no format that this program knows."
    source.report(source.place(("format",)), "S05", message, f"Write  format: {FORMAT}")
    source.data["format"] = FORMAT
    return True


def _first_line(source: Source) -> Span:
    for number, line in enumerate(source.lines):
        if line.strip() and not line.lstrip().startswith("#"):
            return Span(number, 0, number, len(line))
    return Span(0, 0, 0, 1)
