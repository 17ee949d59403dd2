"""The three kinds of people add up to all of them."""

from __future__ import annotations

from game.authoring.case import Case
from game.sim.market import Kinds


def check_kinds(case: Case) -> None:
    """L06 where the kinds of people are not 100 per cent together."""
    for kinds in case.deep("market", "kinds"):
        shares = [
            kinds.whole(name) if kinds.has(name) else int(field.default)
            for name, field in Kinds.model_fields.items()
        ]
        total = sum(share for share in shares if share is not None)
        if None not in shares and total != 100:
            message = f"The kinds of people add up to {total} per cent, not to 100."
            remedy = f"Write all three: {', '.join(Kinds.model_fields)}."
            case.source.report(case.source.key_place(kinds.path), "L06", message, remedy)
