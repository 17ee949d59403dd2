"""Cards that can never come: those that only a choice can bring, and none does."""

from __future__ import annotations

from game.authoring.case import Case


def check_reachable(case: Case) -> None:
    """L12 for a card that comes only later, though no choice of another card leads to it."""
    known = case.ids("cards")
    leads = {
        (card.path, later.text("card"))
        for card in case.blocks("cards")
        for choice in card.blocks("choices")
        if (later := choice.block("later"))
    }
    if any(name not in known for _, name in leads):
        return  # the misspelt name was reported already, and may be the one that is missed here
    for card in case.blocks("cards"):
        others = {name for path, name in leads if path != card.path}
        if card.value("only_later") is True and card.text("id") not in others:
            message = f"{card.title} can never come: no choice of another card leads to it."
            remedy = "Name it in the `later` of a choice, or take `only_later` away."
            card.report("only_later", "L12", message, remedy)
