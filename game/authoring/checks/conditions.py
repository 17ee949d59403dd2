"""Conditions: read against the terms and ids of this very scenario, each mistake at its word."""

from __future__ import annotations

from game.authoring.case import Case
from game.sim.condition import find_errors
from game.sim.terms import vocabulary


def check_conditions(case: Case) -> None:
    """E01 to E07, the codes of the condition language."""
    terms = vocabulary(
        cards=case.ids("cards"),
        choices=[given for choice in case.choices() if (given := choice.text("id")) is not None],
        places=case.ids("places"),
    )
    for card in case.blocks("cards"):
        for path, text in card.texts("when"):
            for error in find_errors(text, terms):
                span = case.source.inside(path, error.start, error.end)
                case.source.report(span, error.code, error.text, error.remedy, about=path)
