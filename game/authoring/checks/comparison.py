"""Comparisons in a condition, of a name with a number: `trusts >= 30`, or the other way round.

Whether what they ask for can be is asked by `reachable.py`, whether it says anything by `scales.py`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from game.sim.grammar import parse
from game.sim.vocabulary import ConditionError

_SIGNS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.GtE: (">=", "<="), ast.Gt: (">", "<"), ast.LtE: ("<=", ">="), ast.Lt: ("<", ">"), ast.Eq: ("==", "=="),
    ast.NotEq: ("!=", "!="),
}  # fmt: skip
"""Each sign as it is written, and as it reads from the other side."""


@dataclass(frozen=True)
class Comparison:
    """A name held against a number, which stands from *start* to *end*; where it is *needed*, the line hangs on it."""

    name: str
    sign: str
    number: float
    start: int
    end: int
    needed: bool

    def exceeds(self, most: float) -> bool:
        """Whether it asks for more than *most*."""
        if self.sign == ">":
            return self.number >= most
        return self.sign in (">=", "==") and self.number > most

    def undercuts(self, least: float) -> bool:
        """Whether it asks for less than *least*."""
        if self.sign == "<":
            return self.number <= least
        return self.sign in ("<=", "==") and self.number < least


@lru_cache(2048)
def comparisons(line: str) -> tuple[Comparison, ...]:
    """All of a line, as written; none of a line that cannot be read. Kept, as several checks ask."""
    tree = _read(line)
    if tree is None:
        return ()
    needed = set(_needed(tree))
    return tuple(
        found
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        for found in _compared(node, node in needed)
    )


def _compared(node: ast.Compare, needed: bool) -> Iterator[Comparison]:
    sides = [node.left, *node.comparators]
    for left, sign, right in zip(sides, node.ops, sides[1:], strict=False):
        written, turned = _SIGNS.get(type(sign), ("", ""))
        match left, right:
            case ast.Name(id=name), ast.Constant(value=int() | float() as number):
                yield _comparison(name, written, number, right, needed)
            case ast.Constant(value=int() | float() as number), ast.Name(id=name):
                yield _comparison(name, turned, number, left, needed)


@lru_cache(2048)
def needed_parts(line: str) -> tuple[ast.expr, ...]:
    """The parts of a line that must all hold, joined by `and`; none of a line that cannot be read. Not to change."""
    tree = _read(line)
    return () if tree is None else tuple(_needed(tree))


def _read(line: str) -> ast.expr | None:
    if not line.isascii():
        return None  # told already; and the parser counts bytes
    try:
        return parse(line)
    except ConditionError:
        return None  # told already


def _comparison(name: str, sign: str, number: float, at: ast.expr, needed: bool) -> Comparison:
    # the parser puts a bracket before the line
    return Comparison(name, sign, number, at.col_offset - 1, (at.end_col_offset or 0) - 1, needed)


def _needed(node: ast.expr) -> Iterator[ast.expr]:
    """The parts without which a line does not hold."""
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        for part in node.values:
            yield from _needed(part)
    else:
        yield node
