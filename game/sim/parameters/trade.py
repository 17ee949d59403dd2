"""Needs, choices and purchases."""

from __future__ import annotations

from typing import ClassVar

from game.sim.parameters.base import AtMost, Group, number


class Trade(Group):
    """Needs, choices and purchases."""

    RULES: ClassVar[tuple[AtMost, ...]] = (
        AtMost("starved_service", "good_service", "no more of the chance is lost than there is"),
    )

    outside: float = number(1.6, "weight", 0, 100, "weight of buying elsewhere or not at all")
    known: float = number(0.068, "weight", 0, 10, "weight of a runner one only knows")
    liked: float = number(0.4, "weight", 0, 10, "weight added by liking 1")
    trusted: float = number(5.3, "weight", 0, 50, "weight added by trust 1 (its square counts)")
    offer: float = number(
        0.08,
        "chance",
        0,
        1,
        "chance that an offer seen by one who likes and trusts fully ends in a sale",
    )
    offer_floor: float = number(
        0.3,
        "share",
        0,
        1,
        "of that chance, at no liking and no trust: some buy whatever is offered",
    )
    promoted: float = number(
        0.25,
        "share",
        0,
        1,
        "of what good service does, where an offer brought the customer",
        "R15 (order)",
    )
    claim_lift: float = number(
        0.2, "factor", 0, 5, "lift of being chosen by the boldest claims, while believed"
    )
    good_service: float = number(
        0.94, "chance", 0, 1, "chance of being well served with the shop floor fully staffed"
    )
    starved_service: float = number(
        0.7, "chance", 0, 1, "chance of it lost when half of the shop floor's hours are gone"
    )
    recommend: float = number(
        0.03, "chance", 0, 1, "chance a week that an advocate sends a contact", "R15 (order)"
    )
    referred: float = number(
        0.2,
        "factor",
        0,
        3,
        "added to the weight of a runner to which a friend who buys there has sent one",
        "R15",
    )
    bought_minutes: float = number(2.0, "minutes", 0, 60, "two-way minutes in a purchase")
