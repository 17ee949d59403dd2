"""Ids of places, staff and cards that something else names: each must exist."""

from __future__ import annotations

from game.authoring.case import Case
from game.authoring.source import Path
from game.sim.spelling import suggestion

NAMED = {"place": "places", "staff": "staff", "card": "cards"}


def check_references(case: Case) -> None:
    """L03 for a place, a member of staff or a card that is named but not there."""
    known = {key: case.ids(key) for key in NAMED.values()}
    for block in (inner for card in case.blocks("cards") for inner in card.within()):
        for key, among in NAMED.items():
            for path, named in block.texts(key):
                _check(case, path, key, named, known[among])
    for runner in case.blocks("runners"):
        places = runner.texts("on") if isinstance(runner.value("on"), list) else []
        for path, named in places:
            _check(case, path, "place", named, known["places"])


def _check(case: Case, path: Path, kind: str, named: str, known: list[str]) -> None:
    if named not in known:
        message = f"There is no {kind} `{named}` in this scenario."
        remedy = suggestion(named, known)
        case.source.report(case.source.place(path), "L03", message, remedy, about=path)
