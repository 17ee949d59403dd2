"""Reading level: a card is read once, aloud, by somebody who has just been interrupted."""

from __future__ import annotations

import re

from game.authoring.case import Case

FEWEST_WORDS = 20  # below this the measure says nothing
HARD = 50.0
LONG = 6  # letters
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_END = re.compile(r"[.!?:;](?=[\s\u201d\"\u2019)]|$)")


def check_reading(case: Case) -> None:
    """L21, a warning, for a text of a card that is hard to read, in English."""
    if (case.text("language") or "en").partition("-")[0] != "en":
        return
    for card in case.blocks("cards"):
        text = card.text("text") or ""
        words = _WORD.findall(text)
        if len(words) >= FEWEST_WORDS and (level := reading_level(text)) > HARD:
            a_sentence = len(words) / sentences(text)
            long = sum(len(word) > LONG for word in words)
            message = (
                f"This text is hard to read: level {level:.0f}, of {HARD:.0f} at most. "
                f"Its sentences have {a_sentence:.0f} words, and {long} of {len(words)} words are long."
            )
            remedy = "Make two sentences of one, or say it in shorter words."
            card.report("text", "L21", message, remedy, severity="warning")


def reading_level(text: str) -> float:
    """Words a sentence, and the per cent of words longer than six letters, added: LIX (Björnsson 1968).

    A newspaper is about 45, a children's book 25, the law 60.
    """
    words = _WORD.findall(text)
    long = sum(len(word) > LONG for word in words)
    return len(words) / sentences(text) + 100 * long / max(1, len(words))


def sentences(text: str) -> int:
    """The sentences in a text; one at least."""
    return max(1, len(_END.findall(text)))
