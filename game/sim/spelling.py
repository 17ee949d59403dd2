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
    near = difflib.get_close_matches(word.lower(), words, n=1, cutoff=0.6)
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


def _bare(word: str) -> str:
    return word.lower().replace("_", "").replace("-", "").replace(" ", "")
