"""Lines of one condition that never hold at the same time, and follow-ups for which no time is left."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator

from game.authoring.case import Block, Case
from game.authoring.checks.bounds import WEEKS_IN, Bounds
from game.authoring.checks.comparison import Comparison, comparisons, needed_parts
from game.authoring.source import Path
from game.sim.grammar import segment

Asked = tuple[str, Bounds, str]
"""What something in a condition is about, what it leaves of that, and its words."""
Line = tuple[Path, str, list[Asked]]


def check_together(case: Case) -> None:
    """L12 for a card whose lines contradict each other, or that waits for itself; L08 for what is due too late."""
    cards = case.blocks("cards")
    asked = [
        [(path, line, [*_asked(case, line)]) for path, line in card.texts("when")] for card in cards
    ]
    for card, lines in zip(cards, asked, strict=True):
        _check_lines(case, card, lines)
    _check_due(
        case, cards, [_earliest(card, lines) for card, lines in zip(cards, asked, strict=True)]
    )


def _check_lines(case: Case, card: Block, lines: list[Line]) -> None:
    left: dict[str, Bounds] = {}
    said: dict[str, str] = {}
    for path, line, asked in lines:
        for about, narrower, words in asked:
            before = left.get(about, Bounds())
            left[about] = before & narrower
            if left[about].is_empty and not before.is_empty:
                message = f"{card.title} can never come: `{words}` and `{said[about]}` never hold at one time."
                case.source.report(
                    case.source.place(path), "L12", message, "Change one of them.", about=path
                )
            said[about] = words
        if own := _asks_for_itself(card, line):
            message = f"{card.title} can never come: `{own}` waits until it has come."
            case.source.report(
                case.source.place(path), "L12", message, "Take the line away.", about=path
            )


def _asked(case: Case, line: str) -> Iterator[Asked]:
    """What the parts of a line ask of whom: numbers, the date in weeks, and whether something is so (1) or not (0)."""
    for one in comparisons(line):
        if one.needed:
            words = f"{one.name} {one.sign} {one.number:g}"
            name = "week" if one.name in WEEKS_IN else one.name
            yield name, _in_weeks(one), words
    for part in needed_parts(line):
        is_so, inner = True, part
        if isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.Not):
            is_so, inner = False, part.operand
        if isinstance(inner, ast.Name | ast.Call):
            words = segment(line, part)
            yield segment(line, inner).replace(" ", ""), Bounds(is_so, is_so), words
            if is_so and (open_in := _open_in(case, inner)):
                yield "week", open_in, words


def _in_weeks(one: Comparison) -> Bounds:
    """What a comparison leaves; of a date, the weeks, which are whole."""
    of = WEEKS_IN.get(one.name)
    if of is None:
        return Bounds().within(one)
    match one.sign:
        case ">=" | ">":
            first = math.ceil(one.number) if one.sign == ">=" else math.floor(one.number) + 1
            return Bounds(low=(first - 1) * of + 1)
        case "<=" | "<":
            last = math.floor(one.number) if one.sign == "<=" else math.ceil(one.number) - 1
            return Bounds(high=last * of)
        case "==":
            return Bounds((one.number - 1) * of + 1, one.number * of)
    return Bounds()


def _open_in(case: Case, call: ast.expr) -> Bounds | None:
    """The weeks in which the place of `open(place)` can be open."""
    if not (
        isinstance(call, ast.Call) and ast.unparse(call.func) == "open" and len(call.args) == 1
    ):
        return None
    name = ast.unparse(call.args[0])
    for place in case.blocks("places"):
        if place.text("id") == name:
            closes = place.whole("closes_week")
            opens = place.whole("opens_week") or 0
            return Bounds(opens + 1, math.inf if closes is None else closes)
    return None


def _asks_for_itself(card: Block, line: str) -> str:
    """What of a line asks whether this very card has come; nothing where none does."""
    calls = (part for part in needed_parts(line) if isinstance(part, ast.Call) and part.args)
    for call in calls:
        if ast.unparse(call.func) in ("seen", "chose") and ast.unparse(call.args[0]) == card.text(
            "id"
        ):
            return ast.unparse(call)
    return ""


def _check_due(case: Case, cards: list[Block], earliest: list[float]) -> None:
    """A follow-up comes some weeks after a card that may not come from the first week on."""
    weeks = case.weeks
    if weeks is None:
        return
    first = _first_weeks(cards, earliest)
    for card in cards:
        begins = first.get(card.text("id") or "", math.inf)
        for choice in card.blocks("choices"):
            later = choice.block("later")
            after = later.whole("after_weeks") if later else None
            if later and after and begins <= weeks and after < weeks < begins + after:
                message = (
                    f"This is never due: {card.name} comes in week {begins:g} at the earliest, "
                    f"{after} weeks later is week {begins + after:g}, and the scenario ends after {weeks}."
                )
                remedy = "Write a smaller `after_weeks`, or let the card come earlier."
                later.report("after_weeks", "L08", message, remedy)


def _first_weeks(cards: list[Block], earliest: list[float]) -> dict[str, float]:
    """The week in which each card may come first, by its condition and by the choices that lead to it."""
    asked = {one.text("id") or "": week for one, week in zip(cards, earliest, strict=True)}
    ways = [
        (one.text("id") or "", later.text("card") or "", later.whole("after_weeks") or 0)
        for one in cards
        for choice in one.blocks("choices")
        if (later := choice.block("later"))
    ]
    itself = [one.text("id") or "" for one in cards if one.value("only_later") is not True]
    first = {id: asked[id] for id in itself}
    for _ in cards:  # the longest chain there can be
        before = dict(first)
        for of, name, after in ways:
            due = max(first.get(of, math.inf) + after, asked.get(name, 1))
            first[name] = min(first.get(name, math.inf), due)
        if first == before:
            break
    return first


def _earliest(card: Block, lines: list[Line]) -> float:
    """The first week in which a card's condition may hold; one about a setback comes whether it holds or not."""
    if card.has("about"):
        return 1
    weeks = Bounds(low=1)
    for _, _, asked in lines:
        for about, narrower, _words in asked:
            weeks = weeks & narrower if about == "week" else weeks
    return weeks.low
