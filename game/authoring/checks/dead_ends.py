"""Dead ends: a card on which nothing follows, whatever is chosen."""

from __future__ import annotations

from game.authoring.case import Block, Case

NOTHING = ("stay_silent",)


def check_dead_ends(case: Case) -> None:
    """L18, a warning, for a card whose every choice does nothing, costs nothing and leads nowhere."""
    for card in case.blocks("cards"):
        if is_dead_end(card):
            message = f"{card.title} is a dead end: nothing follows, whatever is chosen."
            remedy = "Give a choice an act, hours or a `later`; or let the card bring `happenings`."
            card.report("choices", "L18", message, remedy, severity="warning")


def is_dead_end(card: Block) -> bool:
    """Whether nothing follows, whatever is chosen."""
    choices = card.blocks("choices")
    return (
        bool(choices) and not card.blocks("happenings") and not any(map(_does_something, choices))
    )


def _does_something(choice: Block) -> bool:
    acts = [act.text("act") for act in choice.blocks("acts")]
    return (
        any(act not in NOTHING for act in acts)
        or bool(choice.value("hours"))
        or choice.has("later")
    )
