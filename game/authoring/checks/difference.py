"""Options without a difference: two of one card that do the same, cost the same and lead to the same."""

from __future__ import annotations

import json
import re

from game.authoring.case import Block, Case
from game.authoring.checks.dead_ends import NOTHING, is_dead_end

_CHOSEN = re.compile(r"\bchose\(\s*([\w-]+)")
_ASKS = {"cards": "when", "endings": "when", "tests": "expect"}


def check_difference(case: Case) -> None:
    """L28, a warning, for an option that comes to what another of its card does, where no condition asks for it."""
    asked = {
        name
        for among, key in _ASKS.items()
        for block in case.blocks(among)
        for _, line in block.texts(key)
        for name in _CHOSEN.findall(line)
    }
    for card in case.blocks("cards"):
        first: dict[str, Block] = {}
        if card.text("id") in asked or is_dead_end(card):
            continue  # what makes no difference at all is told as a dead end
        for choice in card.blocks("choices"):
            does = _done(card, choice)
            if other := first.get(does):
                of = other.name.partition(" of ")[0]
                message = f"{choice.title} comes to the same as {of}: whichever is taken, nothing differs."
                remedy = (
                    "Let it do something else, take other hours, or lead elsewhere; or take it out."
                )
                related = ((other.place("label"), "the other"),)
                choice.report("label", "L28", message, remedy, severity="warning", related=related)
            first.setdefault(does, choice)


def _done(card: Block, choice: Block) -> str:
    """All that a choice comes to; who sees it counts where a setback is answered."""
    acts = [choice.source.at(act.path) for act in choice.blocks("acts")]
    told = [act for act in acts if act.get("act") not in NOTHING]
    seen = choice.value("seen_by") if card.has("about") else None
    hours = choice.value("hours") or 0
    return json.dumps([told, hours, choice.value("later"), seen], sort_keys=True, default=str)
