"""Keys of an act, a happening or a card that nothing reads: what stands there would silently do nothing."""

from __future__ import annotations

from game.authoring.case import Block, Case

_PLAN = {"voice", "claims", "automation", "source", "target", "half_hours"}
_AMONG_PEOPLE = {"who", "care", "place"}  # the place is a note of where they are met
_POST = {"who", "place", "care", "bold", "voice"}
ACTS: dict[str, set[str]] = {
    "post": _POST,
    "offer": _POST,
    "reply": _AMONG_PEOPLE,
    "help": _AMONG_PEOPLE,
    "introduce": _AMONG_PEOPLE,
    "converse": _AMONG_PEOPLE,
    "apologise": _AMONG_PEOPLE,
    "explain": _AMONG_PEOPLE,
    "inform": _AMONG_PEOPLE,
    "deny": _AMONG_PEOPLE,
    "repair": _AMONG_PEOPLE,
    "compensate": _AMONG_PEOPLE,
    "delete": {"who", "place"},
    "promise": {"who", "place"},
    "break_promise": {"who", "place"},
    "stay_silent": set(),
    "delegate": {"staff", "expectations"} | _PLAN,
    "set": {"care"} | _PLAN,
    "spend": {"half_hours"},
    "leave_place": {"place"} | _PLAN,
    "join_place": {"place"} | _PLAN,
}
"""What may stand with each act beside its own name, see `game/sim/act.py`."""
HAPPENINGS: dict[str, set[str]] = {
    "questions": {"who", "place"},
    "complaints": {"who", "place"},
    "thanks": {"who", "place"},
    "talk": {"who", "place"},
    "need": {"who", "place", "weeks"},
    "rule_change": {"place", "reach"},
    "staff_away": {"weeks"},
    "ill": {"weeks"},
}


def check_idle_keys(case: Case) -> None:
    """L27, a warning, for a key that its act, its happening or its card does not read."""
    for card in case.blocks("cards"):
        for choice in card.blocks("choices"):
            for act in choice.blocks("acts"):
                _check(act, "act", ACTS)
        for happening in card.blocks("happenings"):
            _check(happening, "happens", HAPPENINGS)
        _check_card(card)


def _check(block: Block, called: str, known: dict[str, set[str]]) -> None:
    name = block.text(called) or ""
    reads = known.get(name)
    if reads is None:
        return  # told already
    every = {called}.union(*known.values())
    for key in block.keys:
        if key in every and key != called and key not in reads:
            others = sorted(other for other in known if key in known[other])
            message = f"Nothing comes of `{key}` here: `{name}` takes none."
            _report(block, key, message, f"It belongs to {_listed(others)}.")


def _check_card(card: Block) -> None:
    """What a card that waits for a choice or a setback does not wait for."""
    ignored: tuple[str, ...] = ("after_light",)
    what = ""
    if card.value("only_later") is True:
        what, ignored = "comes only through a `later`", ("after_light", "chance")
    elif card.has("about"):
        what = "comes with its setback"
    for key in ignored if what else ():
        if card.has(key) and card.value(key) != 0:
            message = f"Nothing comes of `{key}` here: {card.name} {what}."
            _report(card, key, message, "")


def _report(block: Block, key: str, message: str, remedy: str) -> None:
    span = block.source.key_place((*block.path, key))
    remedy = f"{remedy} Take it away here.".strip()
    block.source.report(span, "L27", message, remedy, severity="warning")


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
