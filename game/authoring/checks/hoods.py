"""Hoods: while they race, nobody should read who is which animal."""

from __future__ import annotations

import re

from game.authoring.case import Case

_ANIMALS = re.compile(r"\b(tortoises?|hares?|rabbits?|turtles?)\b", re.IGNORECASE)


def check_hoods(case: Case) -> None:
    """L14, a warning, for a word on a card that takes a rival's hood off."""
    for card in case.blocks("cards"):
        for block in card.within():
            for key in ("title", "text", "label"):
                for path, text in block.texts(key):
                    for found in _ANIMALS.finditer(text):
                        span = case.source.inside(path, found.start(), found.end())
                        message = f"`{found[0]}` on a card takes a hood off before the end."
                        remedy = "Use another word, or keep it for `notes`."
                        case.source.report(span, "L14", message, remedy, severity="warning")
