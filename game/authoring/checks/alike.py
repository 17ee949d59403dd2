"""Words that players tell things apart by: two options, cards, places or businesses that are called the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.authoring.case import Block, Case
from game.authoring.problems import Severity

_CALLED = {
    "places": "name", "runners": "name", "staff": "name", "goals": "label", "cards": "title", "endings": "title",
    "tests": "name",
}  # fmt: skip
"""The lists of a scenario, and the key of the words by which each entry is known."""


def check_alike(case: Case) -> None:
    """L25 for two options of a card with the same label; a warning for two entries of a list with the same words."""
    for among, key in _CALLED.items():
        _check(case.blocks(among), key, "warning")
    for card in case.blocks("cards"):
        _check(card.blocks("choices"), "label", "error")


def _check(blocks: Iterable[Block], key: str, severity: Severity) -> None:
    first: dict[str, Block] = {}
    for block in blocks:
        words = block.text(key) or ""
        heard = re.sub(r"\W+", " ", words).strip().casefold()
        if not heard:
            continue  # what says nothing is told elsewhere
        if other := first.get(heard):
            of = other.name.partition(" of ")[0]
            message = f"{block.title} has the same `{key}` as {of}: nobody could tell them apart."
            related = ((other.place(key), "the first"),)
            remedy = "Write other words."
            block.report(key, "L25", message, remedy, severity=severity, related=related)
        first.setdefault(heard, block)
