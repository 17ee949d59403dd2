"""Tests inside a scenario: what they ask can be asked, of strategies, parameters and weeks that there are."""

from __future__ import annotations

import json
from collections.abc import Iterator

from game.authoring.case import Block, Case
from game.authoring.checks.conditions import report_errors, terms_of
from game.authoring.shape import with_lists
from game.authoring.source import Path
from game.sim.expectation import Expectation, with_sums
from game.sim.limits import BadInputError
from game.sim.override import EXAMPLE, overridden
from game.sim.parameter import Parameters
from game.sim.spelling import suggestion
from game.strategies.registry import STRATEGIES, WRITTEN, read, takes_no_parameters

EXAMPLES = "For example  plays: hare, by_week: 52, expect: sales >= 100  or  field: [hare, tortoise], wins: hare"
PLAYED_BY = ("plays", "field", "wins", "wins_not")


def check_expectations(case: Case) -> None:
    """L30 for a test that asks nothing or too much, L31 for parameters, L04, L15 and E01 to E07 as elsewhere."""
    terms = with_sums(terms_of(case))
    for test in case.blocks("tests"):
        report_errors(case, test.texts("expect"), terms)
        for path, name in _strategies(test):
            _check_strategy(case, path, name)
        for path, words in test.texts("without"):
            _check_override(case, path, words)
        _check_question(case, test)


def _strategies(test: Block) -> Iterator[tuple[Path, str]]:
    for key in PLAYED_BY:
        yield from test.texts(key)


def _check_strategy(case: Case, path: Path, text: str) -> None:
    written = WRITTEN.fullmatch(text)
    name = written[1] if written else text
    if name not in case.strategies:
        remedy = suggestion(name, case.strategies, shown=20)
        case.source.report(
            case.source.place(path), "L04", f"There is no strategy `{name}`.", remedy, about=path
        )
    elif name in STRATEGIES:
        try:
            read(text)
        except ValueError as error:
            remedy = f"Write  {name}  for its usual parameters."
            case.source.report(case.source.place(path), "L15", str(error), remedy, about=path)
    elif name != text.strip():
        case.source.report(
            case.source.place(path), "L15", takes_no_parameters(name), f"Write  {name}", about=path
        )


def _check_override(case: Case, path: Path, words: str) -> None:
    try:
        overridden(Parameters(), [words])
    except BadInputError as error:
        case.source.report(
            case.source.place(path),
            "L31",
            str(error),
            f"For example  without: {EXAMPLE}",
            about=path,
        )


def _check_question(case: Case, test: Block) -> None:
    """What the model of a test calls a contradiction, where its fields are right one by one."""
    try:
        model = Expectation.model_validate_json(json.dumps(with_lists(case.source.at(test.path))))
    except ValueError:
        return  # told already, field by field
    for found in model.contradictions():
        _report(test, found.field, found.sentence)
    week, last = model.by_week, case.weeks
    if week is not None and last is not None and week > last:
        _report(test, "by_week", f"Week {week} is after the end, which is week {last}.")


def _report(test: Block, key: str, sentence: str) -> None:
    test.report(key, "L30", sentence, EXAMPLES)
