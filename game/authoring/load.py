"""A scenario by its id or its path: found, read, checked, and given as a model or as problems.

`check` and `load_scenario` do the very same work; one lists problems, the other raises them.
"""

from __future__ import annotations

import errno
import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game import paths
from game.authoring.case import Case
from game.authoring.checks import CHECKS, TEXT_CHECKS
from game.authoring.file import bytes_in, source_of
from game.authoring.formats import PACK, STRATEGY, SUFFIXES, format_of
from game.authoring.formats import WORDS as WORDS_OF_ANOTHER_LANGUAGE
from game.authoring.packs import LISTS, join, join_packs, pack_of
from game.authoring.problems import Mistakes, Problem, Spot, has_errors, in_order
from game.authoring.reader import read_source
from game.authoring.shape import shaped
from game.authoring.source import Source
from game.authoring.strategy_files import problems_of, shelf_beside
from game.authoring.translation import check_names, translated, translation_of
from game.sim.part import WORDS
from game.sim.scenario import Scenario
from game.sim.spelling import closest
from game.strategies.registry import names

TEXT_KEYS = frozenset({*WORDS, "partner", "coach"})


class ScenarioError(Mistakes):
    """A scenario with mistakes in it: `problems` has them all, the text shows them."""


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


def load_scenario(
    name_or_path: str | Path,
    strategies: Collection[str] | None = None,
    *,
    language: str | None = None,
) -> Scenario:
    """The scenario with an id, or in a file; warnings are let through.

    In the words of a *language* where they lie beside it, else in its own. Raises `ScenarioError`
    with every problem, or `ScenarioMissingError` (a `FileNotFoundError`) where there is no such
    scenario. `strategies` are the known names; by default, those shipped.
    """
    path = find(name_or_path)
    words = path.with_name(f"{path.stem}.{language}{path.suffix}")
    found = examine(words if language and words.is_file() else path, strategies)
    if found.scenario is None:
        raise ScenarioError(found.problems or [_no_scenario(path)])
    return found.scenario


def _no_scenario(path: Path) -> Problem:
    """What is said of a file that is right as it stands, and a pack or a strategy."""
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    message = "This is no scenario, but something that scenarios use."
    spot = Spot(1, 1, max(2, len(first) + 1), first)
    return Problem("S05", "error", str(path), spot, message, "Name the file of a scenario.")


def check(name_or_path: str | Path, strategies: Collection[str] | None = None) -> list[Problem]:
    """Every problem of a scenario, from the top down; raises only where there is no file."""
    return examine(name_or_path, strategies).problems


def examine(name_or_path: str | Path, strategies: Collection[str] | None = None) -> Examined:
    """The scenario and its problems; raises `ScenarioMissingError` or another `OSError`."""
    path = find(name_or_path)
    return examine_bytes(bytes_in(path), str(path), strategies, path.parent)


def examine_bytes(
    data: bytes,
    file: str,
    strategies: Collection[str] | None = None,
    folder: Path | None = None,
) -> Examined:
    """The scenario in the bytes of a file, and its problems; its packs may lie in its *folder*."""
    return _examined(source_of(data, file, TEXT_KEYS), strategies, folder)


def examine_text(
    text: str,
    file: str = "<text>",
    strategies: Collection[str] | None = None,
    folder: Path | None = None,
) -> Examined:
    """The scenario in a text, and its problems; a pack or a strategy has problems only."""
    return _examined(read_source(text, file, TEXT_KEYS), strategies, folder)


def _examined(source: Source, strategies: Collection[str] | None, folder: Path | None) -> Examined:
    kind = format_of(source) if source.data is not None else None
    shelf = shelf_beside(folder)
    known = frozenset([*names(), *shelf] if strategies is None else strategies)
    if kind is None:
        return Examined(None, in_order(source.problems))
    if kind is PACK:
        return Examined(None, _pack_problems(source, known))
    if kind is STRATEGY:
        return Examined(None, problems_of(source))
    if kind is WORDS_OF_ANOTHER_LANGUAGE:
        return _in_other_words(source, folder, known)
    join_packs(source, folder)
    scenario = shaped(source, Scenario)
    _ask(Case(source, (), known))
    problems = in_order(source.problems)
    if scenario is None or has_errors(problems):
        return Examined(None, problems)
    return Examined(standalone(scenario, source.text).with_strategies(shelf), problems)


def standalone(scenario: Scenario, text: str) -> Scenario:
    """The scenario with the text it was read from, or without one where only its packs would complete it."""
    if not scenario.uses:
        return scenario.with_text(text)
    told = scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    del told["uses"]
    for key in LISTS.values():
        for entry in told.get(key, ()):
            entry.pop("replaces", None)
    return Scenario.model_validate_json(json.dumps(told))


def _ask(case: Case) -> None:
    for one in CHECKS:
        one(case)


def words_beside(path: Path) -> list[Path]:
    """The files of words that lie beside a scenario, in order of the languages."""
    if "." in path.stem:
        return []
    all_of_them = path.parent.glob(f"*{path.suffix}")
    return sorted(
        one for one in all_of_them if re.fullmatch(rf"{re.escape(path.stem)}\.[^.]+", one.stem)
    )


def is_of_words(path: Path) -> bool:
    """Whether a file that was read already holds the words of a scenario in another language."""
    return format_of(_source_in(path)) is WORDS_OF_ANOTHER_LANGUAGE


def _source_in(path: Path) -> Source:
    return source_of(bytes_in(path), str(path), TEXT_KEYS)


def words_so_far(path: Path) -> dict[str, str]:
    """The texts in a file of words, by their ids; none where there is no file. Raises `ScenarioError`."""
    if not path.is_file():
        return {}
    source = _source_in(path)
    sound = isinstance(source.data, dict) and not has_errors(source.problems)
    told = translation_of(source) if sound else None
    if told is None:
        raise ScenarioError(source.problems)
    return dict(told.texts)


def _in_other_words(words: Source, folder: Path | None, strategies: frozenset[str]) -> Examined:
    """A scenario in the words of another language, and the problems of those words alone."""
    told = translation_of(words)
    scenario = None if told is None else _original(words, told.of, folder, strategies)
    if scenario is None:
        return Examined(None, in_order(words.problems))
    check_names(words, scenario)
    host = translated(words, scenario)
    twin = shaped(host, Scenario)
    for one in TEXT_CHECKS:
        one(Case(host, (), strategies))
    problems = in_order([*words.problems, *host.problems])
    if twin is None or has_errors(problems):
        return Examined(None, problems)
    return Examined(twin.with_strategies(scenario.strategies), problems)


def _original(
    words: Source, name: str, folder: Path | None, strategies: frozenset[str]
) -> Scenario | None:
    """The scenario whose words these are, or None, with a problem at its name."""
    span = words.place(("of",))
    suffix = Path(words.file).suffix or ".yaml"
    beside = folder / f"{name}{suffix}" if folder else None
    file: str | Path = beside if beside and beside.is_file() else name
    try:
        found = examine(file, strategies)
    except ScenarioMissingError:
        near = closest(name, paths.scenario_ids(folder)) if folder else ""
        remedy = f"Did you mean `{near}`? " if near else ""
        remedy += (
            f"It is looked for as {name}{suffix} beside this file, then among those that ship."
        )
        words.report(span, "T01", f"There is no scenario `{name}`.", remedy)
        return None
    if found.scenario is None:
        message = f"{name} has mistakes itself, so its words cannot be held against it."
        shown = file if file == name else Path(words.file).with_name(f"{name}{suffix}")
        remedy = f"`longrace check {paths.typed(shown)}` tells them; mend them first."
        words.report(span, "T02", message, remedy)
    return found.scenario


def _pack_problems(pack: Source, strategies: frozenset[str]) -> list[Problem]:
    """What is wrong with a pack alone, as the longest scenario would see it."""
    pack_of(pack)
    host = Source(pack.file, pack.text, TEXT_KEYS, {"seasons": 40})
    join(host, [pack])
    _ask(Case(host, (), strategies))
    return in_order([*pack.problems, *host.problems])


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
        return paths.from_here(paths.scenarios() / f"{given}.yaml")
    if (beside := given.with_name(f"{given}.yaml")).is_file():
        what = f"There is no such scenario among those that ship; for the file here write {beside}"
        raise ScenarioMissingError(str(name_or_path), what)
    near = closest(str(given), shipped)
    there_is = f"the nearest is {near}" if near else f"there are {', '.join(shipped)}"
    raise ScenarioMissingError(str(name_or_path), f"There is no such scenario; {there_is}")


def shipped_scenarios() -> list[str]:
    """The ids of the scenarios that come with the game, in order of the alphabet."""
    return paths.scenario_ids(paths.scenarios())
