"""Endings: each says when it is told or is one of the game's, and each can be told."""

from __future__ import annotations

import json
from collections.abc import Iterator

from game.authoring.case import Block, Case
from game.authoring.checks.conditions import report_errors, terms_of
from game.authoring.checks.reachable import never_called, never_reached
from game.authoring.shape import with_lists
from game.authoring.source import Path
from game.sim.clock import season_of_week, year_of_week
from game.sim.condition import compile_condition
from game.sim.ending import MEANINGS, EndingWords, with_ends
from game.sim.spelling import closest
from game.sim.vocabulary import ConditionError, Vocabulary

EXAMPLE = "For example  {id: key, when: [trusts >= 40], title: The key, text: They have one too.}"
_TIME = frozenset({"week", "season", "year"})


def check_endings(case: Case) -> None:
    """L35 for an ending that is neither the game's nor one's own, L12 for one never told, E01 to E07 as elsewhere."""
    terms = with_ends(terms_of(case), _rivals(case))
    before: list[tuple[Block, set[str]]] = []
    for ending in case.blocks("endings"):
        if case.ids("runners"):  # else nobody can say who is a rival
            report_errors(case, ending.texts("when"), terms)
        if _is_sound(ending):
            asked = {line.strip() for _, line in ending.texts("when")}
            asked -= {line for line in asked if _at_the_end(line, terms, case) is True}
            if ending.has("when"):
                _check_told(case, ending, terms)
                _check_not_hidden(ending, asked, before)
                before.append((ending, asked))


def _rivals(case: Case) -> list[str]:
    seats = [one.text("id") for one in case.blocks("runners") if one.value("seat") is True]
    ids = case.ids("runners")
    seat = seats[0] if seats else next(iter(ids), None)
    return [id for id in ids if id != seat]


def _is_sound(ending: Block) -> bool:
    """Report what the model calls a contradiction, where its fields are right one by one."""
    try:
        model = EndingWords.model_validate_json(
            json.dumps(with_lists(ending.source.at(ending.path)))
        )
    except ValueError:
        return False  # told already, field by field
    found = next(model.contradictions(), None)
    if found is not None:
        near = closest(model.id, MEANINGS) if model.is_own else None
        remedy = (
            f"Did you mean `{near}`, which is one of the game's? {EXAMPLE}" if near else EXAMPLE
        )
        ending.report(found.field, "L35", found.sentence, remedy)
    return found is None


def _check_told(case: Case, ending: Block, terms: Vocabulary) -> None:
    for path, line in ending.texts("when"):
        never = (*_dated(case, line, terms), *never_called(case, line), *never_reached(case, line))
        for why, remedy in never:
            message = f"{ending.title} is never told: {why}"
            case.source.report(case.source.place(path), "L12", message, remedy, about=path)


def _dated(case: Case, line: str, terms: Vocabulary) -> Iterator[tuple[str, str]]:
    """Why a line about the date holds at no end, and what to do; nothing where it may."""
    if _at_the_end(line, terms, case) is False:
        yield (
            f"it is asked when all is over, in week {case.weeks} of season {case.seasons}.",
            "Leave this line out: an ending needs no date.",
        )


def _at_the_end(line: str, terms: Vocabulary, case: Case) -> bool | None:
    """What a line about nothing but the date comes to at the end; None for any other."""
    try:
        condition = compile_condition(line, terms)
    except ConditionError:
        return None  # told already
    if case.weeks is None or not condition.names <= _TIME:
        return None
    last = case.weeks - 1
    return condition.holds(
        {"week": last + 1, "season": season_of_week(last) + 1, "year": year_of_week(last) + 1}
    )


def _check_not_hidden(ending: Block, asked: set[str], before: list[tuple[Block, set[str]]]) -> None:
    """The first ending that holds is told: one that asks for no less than another before it never is."""
    for other, of_other in before:
        if of_other <= asked:
            message = f"{ending.title} is never told: wherever it holds, {other.name} before it holds too."
            path: Path = (*ending.path, "when")
            ending.source.report(
                ending.source.key_place(path), "L12", message, "Put it before the other, or ask the other for more.",
                related=((other.place("id"), "the one before"),), about=path,
            )  # fmt: skip
            return
