"""Lines of a condition that always hold, and so ask nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.authoring.case import Block, Case
from game.authoring.checks.bounds import Bounds, bounds_in
from game.authoring.checks.comparison import comparisons
from game.authoring.source import Path

_OTHER = {"<": ">", ">": "<"}


def check_always(case: Case) -> None:
    """L26, a warning, for a comparison on a card or of an ending that holds whatever happens."""
    bounds = bounds_in(case)
    for block in (*case.blocks("cards"), *case.blocks("endings")):
        report_always(case, block.texts("when"), bounds)


def report_always(
    case: Block, texts: Iterable[tuple[Path, str]], bounds: Mapping[str, Bounds]
) -> None:
    """Report each comparison that is a whole line, or a part of one by `and`, and leaves all that can be."""
    lines = list(texts)
    both = {(one.name, one.sign[0]) for _, line in lines for one in comparisons(line)}
    for path, line in lines:
        for one in comparisons(line):
            whole, sign = bounds.get(one.name), one.sign[0]
            if not (one.needed and whole and sign in _OTHER):
                continue
            is_range = (one.name, _OTHER[sign]) in both  # from the first week to the third
            if not is_range and whole.within(one) == whole:
                message = f"This always holds: `{one.name}` is never {_beyond(one.sign, whole)}."
                remedy = "Write another number, or take it away."
                span = case.source.inside(path, one.start, one.end)
                case.source.report(span, "L26", message, remedy, severity="warning", about=path)


def _beyond(sign: str, whole: Bounds) -> str:
    return f"below {whole.low:g}" if sign in (">=", ">") else f"above {whole.high:g}"
