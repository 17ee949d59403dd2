"""Texts on choices: short enough for a button."""

from __future__ import annotations

from game.authoring.case import Case

MOST_ON_A_CHOICE = 48


def check_texts(case: Case) -> None:
    """S12 for a label too long for its button."""
    for choice in case.choices():
        label = choice.text("label") or ""
        if len(label) > MOST_ON_A_CHOICE:
            message = (
                f"`label` is {len(label)} characters long; {MOST_ON_A_CHOICE} fit on the screen."
            )
            choice.report(
                "label", "S12", message, f"Shorten it by {len(label) - MOST_ON_A_CHOICE}."
            )
