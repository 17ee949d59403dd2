"""Messages: how long they take and how long people wait."""

from __future__ import annotations

from pydantic import Field

from game.sim.parameters.base import Group, number


class Inbox(Group):
    """Messages: how long they take and how long people wait."""

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
    least_worth: float = number(0.35, "share", 0, 1, "worth of a very late reply")
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
    working: bool = Field(
        False, description="true: the owner sits at the inbox day and night (for queueing checks)"
    )
    steady_service: bool = Field(
        False, description="true: a reply takes its mean time; false: exponential"
    )
