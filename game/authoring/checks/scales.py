"""Scales: a number beside a sum that is counted in millionths, so small that it says nothing."""

from __future__ import annotations

from collections.abc import Iterable

from game.authoring.case import Block, Case
from game.authoring.checks.comparison import comparisons
from game.authoring.source import Path

_PEOPLE_WHO = {"liking": "likes", "trust": "trusts"}
"""Measures in millionths, and which counts the people whom an author most likely means."""
LEAST = 1000
"""A thousandth of what one person who trusts fully adds; below it stands nobody's meaning."""


def check_scales(case: Case) -> None:
    """L24, a warning, for liking or trust held against a number as if it counted people or hundredths."""
    for block in (*case.blocks("cards"), *case.blocks("endings")):
        report_scales(case, block.texts("when"))
    for test in case.blocks("tests"):
        report_scales(case, test.texts("expect"))


def report_scales(case: Block, texts: Iterable[tuple[Path, str]]) -> None:
    """Report each such number in these lines of conditions."""
    for path, line in texts:
        for one in comparisons(line):
            if one.name in _PEOPLE_WHO and 0 < one.number < LEAST:
                message = (
                    f"`{one.name}` is summed over everybody, in millionths: "
                    f"{one.number} of them are next to nothing."
                )
                remedy = (
                    f"If people are meant, write `{_PEOPLE_WHO[one.name]}`; else count 1000000 for each who is "
                    "wholly won."
                )
                span = case.source.inside(path, one.start, one.end)
                case.source.report(span, "L24", message, remedy, severity="warning", about=path)
