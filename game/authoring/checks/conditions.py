"""Conditions: read against the terms and ids of this very scenario, each mistake at its word."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from game.authoring.case import Block, Case
from game.authoring.source import Path
from game.sim.condition import find_errors
from game.sim.grammar import CLOSES_NOTHING, NEVER_CLOSED
from game.sim.terms import vocabulary
from game.sim.vocabulary import Vocabulary


def check_conditions(case: Case) -> None:
    """E01 to E07, the codes of the condition language."""
    terms = terms_of(case)
    for card in case.blocks("cards"):
        report_errors(case, card.texts("when"), terms)


def terms_of(case: Case) -> Vocabulary:
    """What the conditions of this scenario may name."""
    return vocabulary(
        cards=case.ids("cards"),
        choices=[given for choice in case.choices() if (given := choice.text("id")) is not None],
        places=case.ids("places"),
    )


def report_errors(
    case: Block, texts: Iterable[tuple[Path, str]], terms: Vocabulary, hidden: Collection[str] = ()
) -> None:
    """Report every mistake in these lines of conditions; *hidden* is what others may name and these may not."""
    cut = False
    for path, text in texts:
        was_cut, cut = cut, False
        for error in find_errors(text, terms):
            remedy = error.remedy
            if error.text == NEVER_CLOSED and case.source.behind(path).startswith(","):
                cut, remedy = (
                    True,
                    "The comma ends it: write each line below the other, behind a dash.",
                )
            elif was_cut and error.text == CLOSES_NOTHING:
                continue  # the rest of the line before
            elif error.code == "E01" and text[error.start : error.end] in hidden:
                remedy = "A card may ask it; whoever plays by rules cannot see it. Leave it out."
            span = case.source.inside(path, error.start, error.end)
            case.source.report(span, error.code, error.text, remedy, about=path)
