"""Cards offer something: one to four choices, and at most one counts when nobody answers."""

from __future__ import annotations

from game.authoring.case import Case

MOST_CHOICES = 4


def check_choices(case: Case) -> None:
    """L10 for a card with no choices or too many, L11 for two defaults."""
    for card in case.blocks("cards"):
        choices = card.blocks("choices")
        if card.has("choices") and card.value("choices") is None:
            continue  # the reader has said that the list is empty
        if not choices and card.value("choices") in (None, []):
            message = f"{card.title} has no choices."
            key = "choices" if card.has("choices") else "id"
            card.report(key, "L10", message, "Add at least one below `choices:`.")
        elif len(choices) > MOST_CHOICES:
            message = f"{card.title} has {len(choices)} choices; four fit on it."
            choices[MOST_CHOICES].report("id", "L10", message, "Take some out.")
        marked = [choice for choice in choices if choice.value("default") is True]
        for extra in marked[1:]:
            message = "Two choices of this card are the default; one can be."
            related = ((marked[0].place("default"), "the first"),)
            extra.report("default", "L11", message, "Take one away.", related=related)
