"""Messages: how long they take and how long people wait."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from game.sim.parameters.base import AtMost, Group, number


class Inbox(Group):
    """Messages: how long they take and how long people wait."""

    RULES: ClassVar[tuple[AtMost, ...]] = (
        AtMost("impatient_hours", "patience_hours", "the impatient wait no longer than the others"),
        AtMost("hour_later", "day_later", "an enquiry cools further from the hour to the day"),
    )

    reply_minutes: float = number(6.0, "minutes", 0.5, 120, "mean time of a reply at normal care")
    impatient: float = number(
        0.42, "share", 0, 1, "people who expect an answer within an hour", "S1"
    )
    patience_hours: float = number(
        40.0, "hours", 1, 1000, "median wait at which the others give up"
    )
    impatient_hours: float = number(
        20.0, "hours", 0.5, 200, "median wait at which the impatient give up"
    )
    quick_minutes: float = number(
        12.6, "minutes", 1, 600, "wait at which half of a reply's worth is gone", "S2"
    )
    least_worth: float = number(
        0.08, "share", 0, 1, "worth of a very late reply, of one given at once", "S2 (order)"
    )
    usual_reply_minutes: float = number(
        22.0, "minutes", 0, 600, "wait of the reply that is worth one reply", "S2 (median wait)"
    )
    expected_hours: float = number(
        6.0, "hours", 0.1, 100, "median wait that those expect who are not impatient", "S1"
    )
    expected_spread: float = number(1.0, "sigma", 0, 3, "spread of what they expect (log-normal)")
    unexpected: float = number(
        0.25, "share", 0, 1, "worth taken off a reply later than its sender expected"
    )
    silence_trust: float = number(
        0.45, "evidence", 0, 5, "evidence against, of a message never answered", "S1"
    )
    silence_liking: float = number(
        0.06, "liking", 0, 1, "liking lost over a message never answered"
    )
    defect: float = number(
        0.30, "chance", 0, 1, "chance to leave after a message never answered", "S1"
    )
    enquiry_sale: float = number(
        0.45, "chance", 0, 1, "chance that an enquiry answered within the hour ends in a sale", "S3"
    )
    hour_later: float = number(
        7.0,
        "ratio",
        1,
        100,
        "odds of a sale divided by, for an enquiry answered after an hour",
        "S3",
    )
    day_later: float = number(
        60.0, "ratio", 1, 1000, "odds divided by, for one answered after a day", "S3"
    )
    recovered: float = number(
        0.80, "share", 0, 1, "evidence of bad service that answering a complaint takes back", "S9"
    )
    brief_worth: float = number(
        0.4, "factor", 0, 1, "worth of brief contact, of that with normal care"
    )
    thorough_worth: float = number(
        1.9, "factor", 1, 5, "worth of thorough contact, of that with normal care"
    )
    machine_unwelcome: float = number(
        0.67, "share", 0, 1, "people to whom a machine's message is unwelcome", "R10"
    )
    machine_welcome: float = number(
        0.02, "share", 0, 1, "people to whom a machine's message is welcome", "R10"
    )
    machine_greeting_liking: float = number(
        0.015, "liking", 0, 1, "liking lost over an unwelcome greeting of a machine"
    )
    machine_message_liking: float = number(
        0.08, "liking", 0, 1, "liking lost over an unwelcome direct message of a machine"
    )
    machine_welcome_liking: float = number(
        0.02, "liking", 0, 1, "liking gained by a machine's message that is welcome"
    )
    working: bool = Field(
        False, description="true: the owner sits at the inbox day and night (for queueing checks)"
    )
    steady_service: bool = Field(
        False, description="true: a reply takes its mean time; false: exponential"
    )
