"""The condition language: `trusts >= 30 and not seen(sour_review)`, compiled so it can be asked.

Text goes in, a typed and compiled expression comes out; no texts, no chance, nothing that loops
or grows. Errors carry offsets into the text; which file and line that is, `game/authoring` knows.
Cards, standing orders and rule strategies ask conditions. How a line is read lives in
`grammar.py`, what may be named in `vocabulary.py`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from game.sim.grammar import EXAMPLE, Reading, id_of, parse, read_line, segment
from game.sim.vocabulary import (
    ConditionError,
    Function,
    Kind,
    State,
    Value,
    Vocabulary,
    is_reserved,
)

__all__ = [
    "Condition",
    "ConditionError",
    "Explained",
    "Function",
    "Kind",
    "State",
    "Value",
    "Vocabulary",
    "compile_condition",
    "find_errors",
    "is_reserved",
]

MOST_LINES = 20


class Explained(NamedTuple):
    """One line of a condition in a given state: does it hold, and what were its terms worth."""

    line: str
    holds: bool
    values: dict[str, Value]


@dataclass(frozen=True)
class Condition:
    """A checked and compiled condition; several lines must hold together.

    `names` are the names it asks for, `references` the (kind, id) pairs it mentions.
    """

    lines: tuple[str, ...]
    vocabulary: Vocabulary = field(repr=False)
    names: frozenset[str]
    references: frozenset[tuple[str, str]]
    _test: Callable[[State], bool] = field(repr=False, compare=False)

    def holds(self, state: State) -> bool:
        """Whether all lines hold; `state` gives each name its number, flag or function."""
        return self._test(state)

    def explain(self, state: State) -> list[Explained]:
        """Each line with its own answer and what its terms were worth: why it did not happen."""
        return [self._explain_line(line, parse(line), state) for line in self.lines]

    def _explain_line(self, line: str, tree: ast.expr, state: State) -> Explained:
        values: dict[str, Value] = {
            segment(line, term): _compiled(term, self.vocabulary)(state) for term in _terms(tree)
        }
        return Explained(line, bool(_compiled(tree, self.vocabulary)(state)), values)

    def __reduce__(self) -> tuple[object, ...]:
        return compile_condition, (self.lines, self.vocabulary)  # code does not travel by pickle


def compile_condition(source: str | Sequence[str], vocabulary: Vocabulary) -> Condition:
    """The condition for one text, or for a list of texts that must all hold.

    Raises the first ConditionError; `find_errors` has them all.
    """
    lines = _lines(source)
    readings = [_sound(reading) for reading in _readings(lines, vocabulary)]
    trees = [reading.tree for reading in readings]
    whole = trees[0] if len(trees) == 1 else ast.BoolOp(ast.And(), trees)
    certain = ast.UnaryOp(ast.Not(), ast.UnaryOp(ast.Not(), whole))  # 0 and 1 become true or false
    return Condition(
        lines,
        vocabulary,
        frozenset(name for reading in readings for name in reading.names),
        frozenset(pair for reading in readings for pair in reading.references),
        _compiled(certain, vocabulary),
    )


def find_errors(source: str | Sequence[str], vocabulary: Vocabulary) -> list[ConditionError]:
    """Every mistake in a condition, in reading order; `line` counts the texts of a list."""
    errors: list[ConditionError] = []
    for reading in _readings(_lines(source), vocabulary):
        errors += [reading] if isinstance(reading, ConditionError) else reading.errors
    return errors


def _lines(source: str | Sequence[str]) -> tuple[str, ...]:
    return (source,) if isinstance(source, str) else tuple(source)


def _readings(lines: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[Reading | ConditionError]:
    if not lines:
        yield ConditionError("E06", (0, 0), "This condition has no lines.", EXAMPLE)
    if len(lines) > MOST_LINES:
        text = f"This condition has {len(lines)} lines; {MOST_LINES} are possible."
        yield ConditionError("E06", (0, len(lines[0])), text, "Join some with `and`.")
        return
    for number, line in enumerate(lines):
        try:
            reading = read_line(line, vocabulary)
        except ConditionError as error:
            yield error.on_line(number)
        else:
            reading.errors = [error.on_line(number) for error in reading.errors]
            yield reading


def _sound(reading: Reading | ConditionError) -> Reading:
    if isinstance(reading, ConditionError):
        raise reading
    for error in reading.errors:
        raise error
    return reading


def _terms(tree: ast.expr) -> Iterator[ast.expr]:
    """The names and calls of a line, outermost only, in reading order."""
    is_name = isinstance(tree, ast.Name) and tree.id not in ("true", "false")
    if is_name or isinstance(tree, ast.Call):
        yield tree
        return
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.expr):
            yield from _terms(child)


def _compiled(tree: ast.expr, vocabulary: Vocabulary) -> Callable[[State], bool]:
    """A function of the state, for an expression that was checked before."""
    parameters = ast.arguments([], [ast.arg("state")], None, [], [], None, [])
    expression = ast.Expression(ast.Lambda(parameters, _looked_up(tree, vocabulary)))
    code = compile(ast.fix_missing_locations(expression), "<condition>", "eval")
    test: Callable[[State], bool] = eval(code, {"__builtins__": {}})
    return test


def _looked_up(node: ast.expr, vocabulary: Vocabulary) -> ast.expr:
    """A copy in which names are look-ups in the state and ids are constants."""

    def again(part: ast.expr) -> ast.expr:
        return _looked_up(part, vocabulary)

    match node:
        case ast.BoolOp(op=joint, values=values):
            return ast.BoolOp(joint, [again(value) for value in values])
        case ast.UnaryOp(op=sign, operand=operand):
            return ast.UnaryOp(sign, again(operand))
        case ast.BinOp(op=operator, left=left, right=right):
            return ast.BinOp(again(left), operator, again(right))
        case ast.Compare(ops=signs, left=left, comparators=others):
            return ast.Compare(again(left), signs, [again(other) for other in others])
        case ast.Call(func=ast.Name(id=name) as function, args=given):
            kinds = vocabulary.functions[name].arguments
            arguments = [
                again(part) if kind == "number" else ast.Constant(id_of(part))
                for part, kind in zip(given, kinds, strict=True)
            ]
            return ast.Call(again(function), arguments, [])
        case ast.Name(id="true" | "false" as word):
            return ast.Constant(word == "true")
        case ast.Name(id=name):
            return ast.Subscript(ast.Name("state", ast.Load()), ast.Constant(name), ast.Load())
        case ast.Constant(value=value):
            return ast.Constant(value)
    raise TypeError(f"{type(node).__name__} was let through by the check, but is not known here")
