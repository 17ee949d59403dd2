"""What an author wants to know of a card and no player is told: when it comes, and what each option does.

For the preview alone; what players read of a card is in `cards.py`.
"""

from __future__ import annotations

from game.authoring.words import Words
from game.sim.deck import Card, Choice


def comes(card: Card, words: Words) -> str:
    """When a card comes, in one line."""
    parts = []
    if card.about is not None:
        parts.append(words("preview.about", setback=card.about))
    elif card.only_later:
        parts.append(words("preview.only_later"))
    else:
        parts.append(words("preview.chance", percent=words.number(round(100 * card.chance, 1))))
    if card.after_light is not None:
        parts.append(words("preview.after_light", light=card.after_light.value))
    if card.when:
        parts.append(words("preview.when", conditions="; ".join(card.when)))
    parts.append(words("preview.times", n=card.times))
    return " · ".join(parts)


def does(choice: Choice, words: Words) -> str:
    """What an option does, in one line."""
    acts = ", ".join(act.act for act in choice.acts) or words("preview.no_act")
    said = words("preview.does", option=choice.id, acts=acts)
    if choice.later is None:
        return said
    later = choice.later
    percent = words.number(round(100 * later.chance))
    return f"{said} {words('preview.later', card=later.card, n=later.after_weeks, percent=percent)}"
