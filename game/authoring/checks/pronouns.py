"""Pronouns: whoever brings a card may be anybody, so its text calls {person} neither *he* nor *she*.

Only what can hardly mean somebody else is told: in the same sentence, nobody else named, nothing quoted between.
"""

from __future__ import annotations

import re

from game.authoring.case import Case

_NOBODY_ELSE = r"(?!\b(?:him|her|he|she)\b)[^.!?:;\"\u201c\u201d\u201eA-Z\u00c4\u00d6\u00dc]"
_BETWEEN = rf"\{{person\}}(?!['\u2019]s\b)(?:{_NOBODY_ELSE})*?"
_HAVING = r"(?:has|had|lost|brought|brings|left|forgotten|sold|broken|found|wants)"
_ENGLISH = (
    rf"{_BETWEEN}\b(?:and|but|because|as|that|whether|if|when|where|so|who) (he|she)\b",
    rf"{_BETWEEN}\b(himself|herself)\b",
    rf"\{{person\}}(?: \w+)? {_HAVING} (his|her)\b",
)
_GERMAN = (
    rf"{_BETWEEN}\b(?:und|aber|weil|dass|ob|wenn|als|was|wie|wo) (er)\b",
    r"\{person\} (?:hat|sucht|bringt|will|m\u00f6chte|vermisst|verkauft) (seine[mnrs]?|sein)\b",
)
_PATTERNS = {"en": _ENGLISH, "de": _GERMAN}


def check_pronouns(case: Case) -> None:
    """L38, a warning, for a text of a card that takes {person} for a man or a woman."""
    language = (case.text("language") or "en").partition("-")[0]
    for card in case.blocks("cards"):
        for path, text in card.texts("text"):
            found = (re.search(pattern, text) for pattern in _PATTERNS.get(language, ()))
            if one := next(filter(None, found), None):
                span = case.source.inside(path, one.start(1), one.end(1))
                message = f"Here {{person}} is called `{one[1]}`, and may be anybody."
                remedy = "Say it without, or give the card somebody whose name you have chosen."
                case.source.report(span, "L38", message, remedy, severity="warning", about=path)
