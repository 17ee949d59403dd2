"""The nearest known word to a misspelt one: the "did you mean" of every error message.

Who asks: the condition language next door, the scenario checks, the command line.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, or None; case, `-`, `_` and blanks do not count."""
    words = sorted(set(known))
    same = {_bare(candidate): candidate for candidate in words}.get(_bare(word))
    if same is not None:
        return same
    near = difflib.get_close_matches(word.lower(), words, n=1, cutoff=0.62)
    return near[0] if near else None


def suggestion(word: str, known: Iterable[str], shown: int = 12) -> str:
    """`Did you mean ...?` where a known word is near, otherwise a list of what is known."""
    words = sorted(set(known))
    near = closest(word, words)
    if near is not None:
        return f"Did you mean `{near}`?"
    if not words:
        return "None is known here."
    return f"Known here: {', '.join(words[:shown])}{', …' if len(words) > shown else ''}."


def week_of(word: str) -> int | None:
    """The week of a year, from 1, in which a month begins, where *word* names one: `december`, `Dec`."""
    months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    short, rest = word[:3].lower(), word[3:].lower()
    if short not in months or rest not in _ENDS[months.index(short)]:
        return None
    return months.index(short) * 52 // 12 + 1


_ENDS = (
    ("", "uary"), ("", "ruary"), ("", "ch"), ("", "il"), ("",), ("", "e"), ("", "y"), ("", "ust"),
    ("", "t", "tember"), ("", "ober"), ("", "ember"), ("", "ember"),
)  # fmt: skip


def _bare(word: str) -> str:
    return word.lower().replace("_", "").replace("-", "").replace(" ", "")
