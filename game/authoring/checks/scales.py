"""Scales: a number beside a sum that is counted in millionths, so small that it says nothing."""

from __future__ import annotations

import re

from game.authoring.case import Case

_PEOPLE_WHO = {"liking": "likes", "trust": "trusts"}
"""Measures in millionths, and which counts the people whom an author most likely means."""
_COMPARED = re.compile(r"\b(liking|trust)\s*(?:>=|<=|==|!=|>|<)\s*([0-9]+(?:\.[0-9]+)?)")
LEAST = 1000
"""A thousandth of what one person who trusts fully adds; below it stands nobody's meaning."""


def check_scales(case: Case) -> None:
    """L24, a warning, for liking or trust held against a number as if it counted people or hundredths."""
    for block in (*case.blocks("cards"), *case.blocks("endings")):
        for path, line in block.texts("when"):
            for found in _COMPARED.finditer(line):
                if 0 < float(found[2]) < LEAST:
                    message = (
                        f"`{found[1]}` is summed over everybody, in millionths: "
                        f"{found[2]} of them are next to nothing."
                    )
                    remedy = (
                        f"If people are meant, write `{_PEOPLE_WHO[found[1]]}`; else count 1000000 for each who is "
                        "wholly won."
                    )
                    span = case.source.inside(path, found.start(2), found.end(2))
                    case.source.report(span, "L24", message, remedy, severity="warning", about=path)
