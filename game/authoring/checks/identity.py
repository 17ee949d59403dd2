"""Ids: none given twice in a list, none that means something to conditions already."""

from __future__ import annotations

from game.authoring.case import Block, Case
from game.authoring.source import Span
from game.sim.condition import is_reserved

LISTS = ("places", "runners", "staff", "goals", "cards", "endings")
IN_CONDITIONS = ("places", "cards")


def check_identity(case: Case) -> None:
    """L01 for an id given twice, L02 for an id that is a word of the condition language."""
    for key in LISTS:
        _check_list(case.blocks(key), key)
    for card in case.blocks("cards"):
        _check_list(card.blocks("choices"), f"choices of {card.name}")


def _check_list(blocks: list[Block], among: str) -> None:
    first: dict[str, Span] = {}
    for block in blocks:
        given = block.text("id")
        if given is None:
            continue
        if given in first:
            message = f"The id `{given}` is here twice among the {among}."
            related = ((first[given], "first given here"),)
            remedy = "Give one of them another id."
            if block.place("id").of is not first[given].of:
                remedy = f"Give yours another id; or write  replaces: {given}  if it stands in for the pack's."
            block.report("id", "L01", message, remedy, related=related)
        first.setdefault(given, block.place("id"))
        if among in IN_CONDITIONS and is_reserved(given):
            message = f"`{given}` is a word of the condition language and cannot be an id."
            block.report("id", "L02", message, f"For example {given}_card")
