"""Hoods: while they race, and in the ending that is read before the hoods are off, nobody is called an animal."""

from __future__ import annotations

import re

from game.authoring.case import Case

_ANIMALS = re.compile(r"\b(tortoises?|hares?|rabbits?|turtles?)\b", re.IGNORECASE)

_WORDS = ("title", "text", "last", "label")
_WHERE = (
    ("on a card", "cards", _WORDS),
    ("in an ending", "endings", _WORDS),
    ("in the name of a business", "runners", ("name",)),
)


def check_hoods(case: Case) -> None:
    """L14, a warning, for a word on a card, of an ending or in a rival's name that takes a hood off."""
    for what, among, keys in _WHERE:
        hooded = (one for one in case.blocks(among) if one.value("seat") is not True)
        for block in (inner for one in hooded for inner in one.within()):
            for key in keys:
                for path, text in block.texts(key):
                    for found in _ANIMALS.finditer(text):
                        span = case.source.inside(path, found.start(), found.end())
                        message = f"`{found[0]}` {what} takes a hood off before the end."
                        remedy = "Use another word, or keep it for `notes`."
                        case.source.report(span, "L14", message, remedy, severity="warning")
