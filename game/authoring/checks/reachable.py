"""Cards that can never come: those that only a choice can bring, and those whose condition never holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from game.authoring.case import Block, Case
from game.authoring.checks.bounds import PEOPLE, WEEKS_IN, Bounds, bounds_in
from game.authoring.checks.comparison import comparisons

_CALL = re.compile(r"\s*(lit|chose)\(\s*([\w-]+)\s*(?:,\s*([\w-]+)\s*)?\)\s*")


def check_reachable(case: Case) -> None:
    """L12 for a card that no choice leads to though only that could bring it, or that waits for what never is."""
    _check_ways(case)
    bounds = bounds_in(case)
    for card in case.blocks("cards"):
        for path, line in card.texts("when"):
            never = (*never_called(case, line), *beyond(bounds, line))
            for why, remedy in never:
                message = f"{card.title} can never come: {why}"
                case.source.report(case.source.place(path), "L12", message, remedy, about=path)


def never_called(case: Case, line: str) -> Iterator[tuple[str, str]]:
    """Why a line that asks for a light or a choice never holds, and what to do; nothing where it may."""
    found = _CALL.fullmatch(line)
    if found is None:
        return
    name, first, second = found.groups()
    if name == "lit":
        for lights in case.deep("lights"):
            if (light := lights.block(first)) and light.value("off") is True:
                yield (
                    f"the light `{first}` is off in this scenario.",
                    "Take `off` or the line away.",
                )
    elif second is not None:
        of = [one for one in case.blocks("cards") if one.text("id") == first]
        options = [
            given for card in of for one in card.blocks("choices") if (given := one.text("id"))
        ]
        elsewhere = any(choice.text("id") == second for choice in case.choices())
        if of and elsewhere and second not in options:  # one that is nowhere is told as unknown
            yield f"card `{first}` has no choice `{second}`.", f"It has {', '.join(options)}."


def never_reached(case: Case, line: str) -> Iterator[tuple[str, str]]:
    """Why a line never holds that asks for more or less than there can be, and what to do; nothing where it may."""
    return beyond(bounds_in(case), line)


def beyond(bounds: Mapping[str, Bounds], line: str) -> Iterator[tuple[str, str]]:
    """Which of these bounds a line that never holds lies beyond, and what to do."""
    for one in comparisons(line):
        if not one.needed or one.name not in bounds:
            continue
        if one.exceeds(bounds[one.name].high):
            yield _above(one.name, bounds[one.name].high)
        elif one.undercuts(bounds[one.name].low):
            yield f"`{one.name}` is never below {bounds[one.name].low:g}.", "Write a larger number."


def _above(name: str, most: float) -> tuple[str, str]:
    if name in WEEKS_IN:
        return (
            f"the last {name} is number {most:g}.",
            "Write a smaller number, or more `seasons`.",
        )
    if name in PEOPLE:
        return f"there are {most:.0f} people in the market.", "Write a smaller number."
    return f"`{name}` is at most {most:g}.", "Write a smaller number."


def _check_ways(case: Case) -> None:
    known, cards = case.ids("cards"), case.blocks("cards")
    ways = {card.path: _leads_to(card) for card in cards}
    if any(name not in known for names in ways.values() for name in names):
        return  # the misspelt name was reported already, and may be the one that is missed here
    reached = {card.path for card in cards if _comes_by_itself(card)}
    while True:
        names = {name for path in reached for name in ways[path]}
        more = {card.path for card in cards if card.text("id") in names} - reached
        if not more:
            break
        reached |= more
    for card in cards:
        if card.path not in reached:
            key, without = "only_later", "take `only_later` away"
            why = "no choice of a card that comes leads to it"
            if card.value("only_later") is not True:
                key, without = "chance", "write a chance above 0"
                why = f"its chance is 0, and {why}"
            message = f"{card.title} can never come: {why}."
            card.report(key, "L12", message, f"Name it in the `later` of a choice, or {without}.")


def _comes_by_itself(card: Block) -> bool:
    """Whether a card comes by chance or with a setback, and not only by a choice that leads to it."""
    return card.value("only_later") is not True and (card.has("about") or card.value("chance") != 0)


def _leads_to(card: Block) -> set[str]:
    later = [inner for choice in card.blocks("choices") if (inner := choice.block("later"))]
    return {name for one in later if (name := one.text("card")) is not None}
