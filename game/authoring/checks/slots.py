"""Slots: only those that are filled in, each between its two braces, and only where anything is filled in."""

from __future__ import annotations

from collections.abc import Sequence

from game.authoring.case import Block, Case
from game.authoring.slots import Slot, slots_in
from game.authoring.source import Path
from game.authoring.text_ids import text_ids
from game.sim.ending import SLOTS as AT_END
from game.sim.ending import TEXTS as TEXTS_AT_END
from game.sim.spelling import closest

ON_A_CARD = ("person",)
TEXTS_ON_A_CARD = ("title", "text", "label")
WITH_SLOTS = ("cards", "endings")
FOR_NO_PLAYER = "notes"


def check_slots(case: Case) -> None:
    """L13 for a slot that nobody fills in, or a brace without its other; a warning where nothing is filled in."""
    for card in case.blocks("cards"):
        for block in card.within():
            for key in TEXTS_ON_A_CARD:
                for path, text in block.texts(key):
                    _check(card, path, text, ON_A_CARD)
                    _check_bringer(card, path, text)
    for ending in case.blocks("endings"):
        for key in TEXTS_AT_END:
            for path, text in ending.texts(key):
                _check(ending, path, text, [slot.name for slot in AT_END])
    _check_the_rest(case)


def _check(block: Block, path: Path, text: str, known: Sequence[str]) -> None:
    for one in slots_in(text):
        if one.kind != "slot" or one.name not in known:
            span = block.source.inside(path, one.start, one.end)
            message, remedy = _told(one, known)
            block.source.report(span, "L13", message, remedy, about=path)


def _told(one: Slot, known: Sequence[str]) -> tuple[str, str]:
    """What is wrong with a slot, and what to do."""
    near = closest(one.name, known)
    write = f"Write {{{near}}}" if near else f"Known here: {', '.join(sorted(known))}."
    match one.kind:
        case "doubled":
            return f"One brace on each side is enough: {one.written}.", write
        case "open":
            aside = "To mean a bracket, write ( in its place."
            return "This brace is never closed with }.", write if near else f"{write} {aside}"
        case "close":
            aside = "To mean a bracket, write ) in its place."
            return "This brace closes nothing.", write if near else f"{write} {aside}"
    if not one.name.strip():
        return f"Nothing stands in these braces: {one.written}.", f"Write {{{known[0]}}}"
    return f"Nothing is filled in for {one.written}.", write


def _check_bringer(card: Block, path: Path, text: str) -> None:
    for one in slots_in(text):
        if one.kind == "slot" and one.name in ON_A_CARD and not card.has("from"):
            span = card.source.inside(path, one.start, one.end)
            message = f"Nobody brings this card, so nothing is filled in for {one.written}."
            remedy = f"Add to {card.name}  from: {{group: customers}}"
            card.source.report(span, "L13", message, remedy)


def _check_the_rest(case: Case) -> None:
    """Names of places, questions, goals and the like: players would read the braces."""
    data = case.source.data
    for path in text_ids(data).values() if isinstance(data, dict) else ():
        if path[0] in WITH_SLOTS or path[-1] == FOR_NO_PLAYER:
            continue
        text = str(case.source.at(path))
        for one in slots_in(text):
            span = case.source.inside(path, one.start, one.end)
            message = f"Nothing is filled in here: players would read {one.written} as it stands."
            remedy = "Say it without braces; they are for the texts of cards and endings."
            case.source.report(span, "L13", message, remedy, severity="warning", about=path)
