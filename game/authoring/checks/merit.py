"""Merit: an option says what one would do, never how good that is."""

from __future__ import annotations

import re

from game.authoring.case import Case

_GIVEN_AWAY = {
    "en": r"\b(?:the )?(?:right|best|correct|wrong|worst) (?:thing|choice|answer|option|way|move)\b"
    r"|\b(?:wise|sensible|smart|clever|foolish|stupid|reckless|greedy|lazy|honest|noble|patient)"
    r" (?:thing|choice|answer|option|way|move)\b"
    r"|\b(?:good|bad|terrible|great) (?:idea|choice|move)\b|\bhigh road\b|\beasy way out\b",
    "de": r"\bdas (?:Richtige|Falsche|Beste|Klügste)\b|\b(?:gute|schlechte|beste|dumme|kluge) (?:Idee|Wahl|Lösung)\b",
}
_SIGNS = re.compile(
    r"[✓✔✗✘★☆👍👎]|(?<![\w,.])[-+\u2212]\d+ ?%? (?=trust|sales|likes?|followers|Vertrauen)"
)


def check_merit(case: Case) -> None:
    """L19, a warning, for a label that tells which option is the good one."""
    language = case.text("language") or "en"
    words = _GIVEN_AWAY.get(language.partition("-")[0])
    patterns = [_SIGNS, *([re.compile(words, re.IGNORECASE)] if words else [])]
    for choice in case.choices():
        for path, label in choice.texts("label"):
            for found in (one for pattern in patterns for one in pattern.finditer(label)):
                span = case.source.inside(path, found.start(), found.end())
                message = f"`{found[0].strip()}` tells how good this option is before anybody has found out."
                remedy = "Say only what one would do."
                case.source.report(span, "L19", message, remedy, severity="warning", about=path)
