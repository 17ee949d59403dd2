"""Texts on cards and of endings: short enough for a choice's button, and only with slots that are filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.authoring.case import Block, Case
from game.authoring.source import Path
from game.sim.ending import SLOTS as SLOTS_AT_END
from game.sim.ending import TEXTS
from game.sim.spelling import suggestion

MOST_ON_A_CHOICE = 48
SLOTS = ("person",)
_SLOT = re.compile(r"\{([^{}]*)\}")


def check_texts(case: Case) -> None:
    """S12 for a label too long for its button, L13 for a slot that nobody fills in."""
    for choice in case.choices():
        label = choice.text("label") or ""
        if len(label) > MOST_ON_A_CHOICE:
            message = (
                f"`label` is {len(label)} characters long; {MOST_ON_A_CHOICE} fit on the screen."
            )
            choice.report(
                "label", "S12", message, f"Shorten it by {len(label) - MOST_ON_A_CHOICE}."
            )
    for card in case.blocks("cards"):
        for block in card.within():
            for key in ("title", "text", "label"):
                for path, text in block.texts(key):
                    _check_slots(card, path, text, SLOTS)
                    _check_bringer(card, path, text)
    for ending in case.blocks("endings"):
        for key in TEXTS:
            for path, text in ending.texts(key):
                _check_slots(ending, path, text, [slot.name for slot in SLOTS_AT_END])


def _check_slots(block: Block, path: Path, text: str, known: Sequence[str]) -> None:
    for found in _SLOT.finditer(text):
        if found[1] not in known:
            span = block.source.inside(path, found.start(), found.end())
            message, remedy = f"Nothing is filled in for {found[0]}.", suggestion(found[1], known)
            block.source.report(span, "L13", message, remedy, about=path)


def _check_bringer(card: Block, path: Path, text: str) -> None:
    for found in _SLOT.finditer(text):
        if found[1] in SLOTS and not card.has("from"):
            span = card.source.inside(path, found.start(), found.end())
            message = f"Nobody brings this card, so nothing is filled in for {found[0]}."
            remedy = f"Add to {card.name}  from: {{group: customers}}"
            card.source.report(span, "L13", message, remedy)
