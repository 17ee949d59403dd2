"""Texts on cards: short enough for a choice's button, and only with slots that are filled in."""

from __future__ import annotations

import re

from game.authoring.case import Block, Case
from game.authoring.source import Path
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
                    _check_slots(card, path, text)


def _check_slots(card: Block, path: Path, text: str) -> None:
    source = card.source
    for found in _SLOT.finditer(text):
        span = source.inside(path, found.start(), found.end())
        if found[1] not in SLOTS:
            message, remedy = f"Nothing is filled in for {found[0]}.", suggestion(found[1], SLOTS)
            source.report(span, "L13", message, remedy, about=path)
        elif not card.has("from"):
            message = f"Nobody brings this card, so nothing is filled in for {found[0]}."
            source.report(span, "L13", message, f"Add to {card.name}  from: {{group: customers}}")
