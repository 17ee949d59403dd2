"""Cards that can never come: those that only a choice can bring, and those whose condition never holds."""

from __future__ import annotations

import re

from game.authoring.case import Block, Case

_BOUND = re.compile(r"\s*(week|season|year)\s*(>=|>|==)\s*([0-9]{1,6})\s*")
_WEEKS = {"week": 1, "season": 13, "year": 52}


def check_reachable(case: Case) -> None:
    """L12 for a card that no choice leads to though only that could bring it, or that is due after the end."""
    _check_ways(case)
    for card in case.blocks("cards"):
        for path, line in card.texts("when"):
            found = _BOUND.fullmatch(line)
            if found and case.seasons is not None and _is_beyond(found, case.seasons):
                last = case.seasons * 13 // _WEEKS[found[1]]
                message = f"{card.title} can never come: the last {found[1]} is number {last}."
                remedy = "Write a smaller number, or more `seasons`."
                case.source.report(case.source.place(path), "L12", message, remedy, about=path)


def _is_beyond(found: re.Match[str], seasons: int) -> bool:
    wanted = int(found[3]) + (found[2] == ">")
    return wanted > seasons * 13 // _WEEKS[found[1]]


def _check_ways(case: Case) -> None:
    known, cards = case.ids("cards"), case.blocks("cards")
    ways = {card.path: _leads_to(card) for card in cards}
    if any(name not in known for names in ways.values() for name in names):
        return  # the misspelt name was reported already, and may be the one that is missed here
    reached = {card.path for card in cards if card.value("only_later") is not True}
    while True:
        names = {name for path in reached for name in ways[path]}
        more = {card.path for card in cards if card.text("id") in names} - reached
        if not more:
            break
        reached |= more
    for card in cards:
        if card.path not in reached:
            message = f"{card.title} can never come: no choice of a card that comes leads to it."
            remedy = "Name it in the `later` of a choice, or take `only_later` away."
            card.report("only_later", "L12", message, remedy)


def _leads_to(card: Block) -> set[str]:
    later = [inner for choice in card.blocks("choices") if (inner := choice.block("later"))]
    return {name for one in later if (name := one.text("card")) is not None}
