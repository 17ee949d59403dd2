"""Files of strategies by rules: found, read, checked, and given as a strategy or as problems.

What may stand in one is declared in `game/strategies/sheet.py`; scenarios are read in `load.py`, next door.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from game import paths
from game.authoring.case import Block
from game.authoring.checks.always import report_always
from game.authoring.checks.bounds import bounds_in
from game.authoring.checks.conditions import report_errors
from game.authoring.checks.reachable import beyond
from game.authoring.checks.scales import report_scales
from game.authoring.file import bytes_in, source_of
from game.authoring.formats import STRATEGY, SUFFIXES, format_of
from game.authoring.problems import Mistakes, Problem, has_errors, in_order
from game.authoring.reader import read_source
from game.authoring.shape import shaped
from game.authoring.source import Source
from game.sim.measure import MEASURE_INDEX
from game.sim.spelling import suggestion
from game.sim.strategy import Strategy
from game.strategies.registry import STRATEGIES
from game.strategies.rules import ByRules
from game.strategies.sheet import Sheet, Step, Week
from game.strategies.telling import UNSEEN, vocabulary_of_rules

WORDS_IN = ("name", "summary")
FOLDER = "strategies"
EXAMPLE = "For example  do: [{from: create, to: reply, half_hours: 2}]"


class StrategyError(Mistakes):
    """A file of a strategy with mistakes in it."""


@dataclass(frozen=True)
class StrategyShelf(Mapping[str, Strategy]):
    """The strategies by rules in some folders, by the names of their files; each is read when it is asked for."""

    folders: tuple[Path, ...]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._files()))

    def __len__(self) -> int:
        return len(self._files())

    def __getitem__(self, name: str) -> Strategy:
        return load_strategy(self._files()[name])

    def _files(self) -> dict[str, Path]:
        """The files; what lies in an earlier folder hides what lies in a later one."""
        return {
            path.stem: path
            for folder in reversed(self.folders)
            for path in folder.glob("*.yaml")
            if path.stem not in STRATEGIES
        }


def shelf_beside(folder: Path | None) -> StrategyShelf:
    """The strategies that a scenario in *folder* may name: those in `strategies` beside it, and those that ship."""
    shipped = paths.scenarios() / FOLDER
    beside = folder / FOLDER if folder else shipped
    return StrategyShelf((beside, shipped) if beside.is_dir() and beside != shipped else (shipped,))


def is_file_of_strategy(text: str) -> bool:
    """Whether what was typed for a strategy is the path of a file."""
    return Path(text).suffix in SUFFIXES


def load_strategy(path: str | Path) -> ByRules:
    """The strategy in a file. Raises `StrategyError` with every problem, or `OSError` where there is no file."""
    return _strategy_in(source_of(bytes_in(Path(path)), str(path), WORDS_IN))


def strategy_of_text(text: str, file: str = "<text>") -> ByRules:
    """The strategy in a text. Raises `StrategyError` with every problem."""
    return _strategy_in(read_source(text, file, WORDS_IN))


def _strategy_in(source: Source) -> ByRules:
    if source.data is not None and format_of(source) is not STRATEGY:
        span = source.place(("format",))
        source.report(
            span, "S05", "This is no file of a strategy.", f"Write  format: {STRATEGY.line}"
        )
    if source.problems:
        raise StrategyError(in_order(source.problems))
    strategy = examined(source)
    if strategy is None:
        raise StrategyError(in_order(source.problems))
    return strategy


def examined(source: Source) -> ByRules | None:
    """The strategy that was read into *source*, or None; its problems stand in *source*."""
    sheet = shaped(source, Sheet)
    _check(Block(source, ()))
    if sheet is None or has_errors(source.problems):
        return None
    return ByRules(sheet.id, source.text, sheet)


def problems_of(source: Source) -> list[Problem]:
    """Every problem of the strategy in *source*."""
    examined(source)
    return in_order(source.problems)


def _check(sheet: Block) -> None:
    """What the models cannot know: L32 to L34, L05, L12, L24 and L26 for goals and rules, E01 to E07 for conditions."""
    source, terms = sheet.source, vocabulary_of_rules()
    given = sheet.text("id")
    if given in STRATEGIES:
        sheet.report(
            "id", "L32", f"`{given}` is a strategy of the game's own.", "Give it another id."
        )
    elif given and source.file.endswith(SUFFIXES) and Path(source.file).stem != given:
        message = f"This file is called {Path(source.file).name}, and the strategy `{given}`."
        remedy = f"Call the file {given}.yaml, or change the id: scenarios find it by both."
        sheet.report("id", "L32", message, remedy)
    for week in sheet.deep("plan"):
        _report_contradictions(
            week, Week, "L33", "For example  half_hours: {reply: 4, create: 4, rest: 8}"
        )
    for rule in sheet.blocks("rules"):
        report_errors(sheet, rule.texts("when"), terms, UNSEEN)
        report_scales(sheet, rule.texts("when"))
        report_always(sheet, rule.texts("when"), bounds_in())
        for path, line in rule.texts("when"):
            for why, remedy in beyond(bounds_in(), line):
                source.report(
                    source.place(path), "L12", f"This never holds: {why}", remedy, about=path
                )
        for step in rule.blocks("do"):
            _report_contradictions(step, Step, "L34", EXAMPLE)
    for path, measure in sheet.texts("goals"):
        if measure not in MEASURE_INDEX:
            remedy = suggestion(measure, MEASURE_INDEX, shown=len(MEASURE_INDEX))
            source.report(
                source.place(path), "L05", f"There is no measure `{measure}`.", remedy, about=path
            )


def _report_contradictions(block: Block, model: type[Week | Step], code: str, remedy: str) -> None:
    try:
        made = model.model_validate_json(json.dumps(block.source.at(block.path)))
    except ValueError:
        return  # told already, field by field
    for found in made.contradictions():
        block.report(found.field, code, found.sentence, remedy)
