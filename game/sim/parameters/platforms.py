"""Platforms as such; what sets one apart from another stands with the place, in the scenario."""

from __future__ import annotations

from typing import ClassVar

from game.sim.parameters.base import AtMost, Group, number


class Platforms(Group):
    """Who joins, who goes, who moves on."""

    RULES: ClassVar[tuple[AtMost, ...]] = (
        AtMost("traditional", "get_it", "the traditional come later than the get-its"),
        AtMost("get_it", "scissors", "who runs with scissors comes before the get-its"),
    )

    traditional: float = number(0.4, "factor", 0, 10, "speed of joining of the traditional")
    get_it: float = number(1.0, "factor", 0, 10, "speed of joining of the get-its")
    scissors: float = number(
        2.5, "factor", 0, 10, "speed of joining of those who run with scissors"
    )
    comes_round: float = number(
        0.4,
        "chance a year",
        0,
        1,
        "that a traditional becomes a get-it, with all contacts on a place",
    )
    sobers: float = number(
        0.5,
        "chance a year",
        0,
        1,
        "that one who runs with scissors becomes a get-it, where a place of theirs died",
    )
    first_to_leave: float = number(
        0.03,
        "share",
        0,
        1,
        "of the rate of leaving for good, where no contact has left",
        "P4 (order)",
    )
    faded: float = number(
        0.025,
        "share",
        0,
        1,
        "people on a place below which, after a year, its operator gives it up",
        "P6 (order)",
    )
    full_minutes: float = number(
        700.0,
        "minutes a month",
        1,
        10_000,
        "spent on a place by one all of whose contacts are there",
        "P7 (order)",
    )
    move_with_you: float = number(
        0.1, "share", 0, 1, "followers who move with a runner when a place closes, at trust 0"
    )
    move_by_trust: float = number(0.5, "share", 0, 1, "added to that at trust 1")
