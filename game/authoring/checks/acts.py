"""Acts and happenings that would silently do nothing, because what they are about is missing or does not fit."""

from __future__ import annotations

from game.authoring.case import Block, Case

NEEDS_PLACE = ("join_place", "leave_place", "rule_change")
ONLY_OF_A_SETBACK = ("deny", "delete")
POSTS = ("post", "offer")
FROM_TO = ("from", "to")  # what rules of strategies call it; told as unknown keys
SETTINGS = ("voice", "claims", "automation", "care")


def check_acts(case: Case) -> None:
    """L16 for an act or happening without its place, its settings, its reach, its person or its occasion."""
    for card in case.blocks("cards"):
        for block in card.within():
            key = "act" if block.has("act") else "happens"
            _check_place(block, key)
            if block.text("happens") == "rule_change" and not block.has("reach"):
                message = "`rule_change` does nothing without a reach."
                block.report("happens", "L16", message, "Add  reach: 0.5")
            _check_settings(block)
            if block.text("group") == "this_person":
                _check_bringer(card, block)
            if block.has("act"):
                _check_occasion(case, card, block)


def _check_occasion(case: Case, card: Block, act: Block) -> None:
    """Acts that answer a setback, where there is none; that need a list; or that post where nobody can."""
    name = act.text("act")
    if name in ONLY_OF_A_SETBACK and card.text("kind") != "setback":
        message = f"`{name}` answers a setback, and {card.name} is none: nothing comes of it."
        act.report("act", "L16", message, "Write another act; or make a setback of the card.")
    elif name == "promise" and case.has("market") and "mail" not in _kinds(case):
        message = "`promise` says what a list is for, and no place here is of kind `mail`."
        act.report("act", "L16", message, "Add such a place, or write another act.")
    elif name in POSTS and _kinds(case, act.text("place")) == ["event"]:
        message = f"`{name}` does nothing at `{act.text('place')}`, which is an event."
        act.report("place", "L16", message, "Name another place, or write the act `converse`.")
    elif name == "delegate" and act.value("expectations") is True and not act.has("staff"):
        message = (
            "`delegate` without `staff` takes the writing back; there is nobody to expect it of."
        )
        act.report("expectations", "L16", message, "Add  staff: …  or take `expectations` away.")


def _kinds(case: Case, id: str | None = None) -> list[str]:
    """The kinds of all places, or of the one with an id."""
    places = [one for one in case.blocks("places") if id is None or one.text("id") == id]
    return [one.text("kind") or "network" for one in places]


def _check_bringer(card: Block, block: Block) -> None:
    """`this_person` is whoever brings the card, so somebody must, and `from` must say who."""
    if block.path == (*card.path, "from"):
        message = "`this_person` is whoever brings the card, which is asked here."
        block.report("group", "L16", message, "Write another group, for example customers.")
    elif not card.has("from"):
        message = "Nobody brings this card, so there is no `this_person`."
        remedy = f"Add to {card.name}  from: {{group: customers}}"
        block.report("group", "L16", message, remedy)


def _check_place(block: Block, key: str) -> None:
    name = block.text(key)
    if name in NEEDS_PLACE and not block.has("place"):
        message = f"`{name}` does nothing without a place."
        block.report(key, "L16", message, "Add  place: …")


def _check_settings(block: Block) -> None:
    is_of_care = block.text("act") == "set" and block.has("care")  # `target` alone says of what
    for key, other in (("source", "target"), ("target", "source")):
        if block.has("act") and block.has(key) and not block.has(other) and not is_of_care:
            message = f"`{key}` does nothing without `{other}`."
            block.report(key, "L16", message, f"Add  {other}: …")
            return
    if block.text("act") == "set" and not any(map(block.has, (*SETTINGS, "source", *FROM_TO))):
        message = "`set` does nothing without a setting."
        remedy = f"Add one of {', '.join(SETTINGS)}, or source, target and half_hours."
        block.report("act", "L16", message, remedy)
