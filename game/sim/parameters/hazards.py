"""Setbacks: what makes them likely, and what they do."""

from __future__ import annotations

from game.sim.parameters.base import Group, number


class Hazards(Group):
    """Setbacks: what makes them likely. Chances a day."""

    sour_review: float = number(
        0.0030, "chance", 0, 0.2, "per day, at five customers a week, doubled by poor service"
    )
    slip: float = number(0.0006, "chance", 0, 0.2, "per post a day, at normal care")
    claim_found_out: float = number(
        0.006, "chance", 0, 0.2, "per day, boldest claims, audience of a thousand"
    )
    machine_talk: float = number(0.008, "chance", 0, 0.2, "per day with automatic direct messages")
    delegate_slip: float = number(
        0.012, "chance", 0, 0.2, "per day when delegated without expectations"
    )
    silence: float = number(
        0.006, "chance", 0, 0.2, "per day for each ten messages that wait over a day"
    )
    rumour: float = number(0.0012, "chance", 0, 0.2, "per day, bad luck alone")
    broken_promise: float = number(
        0.03, "chance", 0, 0.5, "per day while a promise about the list is broken"
    )
    fuse_days: float = number(12.0, "days", 1, 90, "days from the first sign to the spark")
    mended_early: float = number(
        0.75, "share", 0, 1, "chance of the spark taken away by mending the cause in time"
    )
    spread: float = number(
        0.05, "chance", 0, 1, "chance a day that a follower hears of an unanswered setback"
    )
    damage_trust: float = number(
        0.6, "evidence", 0, 10, "evidence against, of a setback fully to blame", "S5"
    )
    damage_liking: float = number(
        0.10, "liking", 0, 1, "liking lost over a setback fully to blame", "S5"
    )
    answered_well: float = number(
        0.55, "share", 0, 1, "damage taken off by the answer that fits, at once", "S5, S6"
    )
    delay_halves_days: float = number(
        3.0, "days", 0.2, 60, "days after which an answer is worth half"
    )
    resurface: float = number(
        0.1, "a year", 0, 5, "rate at which an old setback is found again", "S7 (order)"
    )
