"""The numbers of the mechanisms: each declared once with default, unit, range, help, and a source or "assumed".

Sources are the numbered facts of the literature list in `docs/model.md`. A scenario may override any of them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

MILLION = 1_000_000


def number(
    default: float, unit: str, low: float, high: float, help: str, source: str = "assumed"
) -> Any:
    """Declare one parameter."""
    return Field(
        default,
        ge=low,
        le=high,
        description=help,
        json_schema_extra={"unit": unit, "source": source},
    )


class Group(BaseModel):
    """Base of a group of parameters."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Relationship(Group):
    """What contact does to familiarity, liking and trust."""

    seen_familiarity: float = number(
        0.10, "share", 0, 1, "familiarity gained by one post seen, of what is missing"
    )
    post_liking: float = number(
        0.010, "liking", 0, 0.2, "liking gained by one good post seen", "R6, K10 (order)"
    )
    article_liking: float = number(
        0.020, "liking", 0, 0.3, "liking gained by one good article read", "K10 (order)"
    )
    offer_liking: float = number(
        -0.007, "liking", -0.2, 0.2, "liking changed by an offer seen, at trust 0", "K10"
    )
    post_trust: float = number(0.030, "evidence", 0, 2, "evidence for trust in one good post seen")
    reply_liking: float = number(
        0.06, "liking", 0, 0.5, "liking gained by a prompt, composed reply", "R6 (order)"
    )
    reply_trust: float = number(0.50, "evidence", 0, 5, "evidence for trust in a prompt reply")
    help_liking: float = number(
        0.085, "liking", 0, 0.5, "liking gained by being helped or introduced", "R6 (order)"
    )
    help_trust: float = number(0.4, "evidence", 0, 5, "evidence for trust in help")
    talk_liking: float = number(0.05, "liking", 0, 0.5, "liking gained by a conversation")
    talk_trust: float = number(0.22, "evidence", 0, 5, "evidence for trust in a conversation")
    meet_liking: float = number(0.12, "liking", 0, 0.5, "liking gained by meeting in person")
    meet_trust: float = number(0.45, "evidence", 0, 5, "evidence for trust in a meeting")
    service_liking: float = number(
        0.04, "liking", 0, 0.5, "liking gained by a purchase well served"
    )
    service_trust: float = number(
        0.60, "evidence", 0, 5, "evidence for trust in a purchase well served"
    )
    bad_weight: float = number(
        3.0, "ratio", 1, 8, "weight of evidence against, per unit for", "R12"
    )
    breach_weight: float = number(
        6.0, "ratio", 1, 12, "weight of a breach of integrity", "S6 (order), assumed"
    )
    satiety_posts: float = number(
        40.0, "posts a month", 5, 400, "posts seen in a month beyond which liking falls", "R11"
    )
    half_life_liking_days: float = number(
        318, "days", 30, 3000, "half-life of liking without contact", "R4"
    )
    half_life_trust_days: float = number(500.0, "days", 60, 3000, "half-life of evidence")
    half_life_familiarity_days: float = number(400.0, "days", 60, 3000, "half-life of familiarity")
    half_life_custom_days: float = number(110.0, "days", 20, 1000, "half-life of being a customer")


class Ladder(Group):
    """The thresholds of the stages; each falls back only when the value lies below by the slack."""

    know: float = number(0.18, "familiarity", 0, 1, "familiarity of those who know")
    like: float = number(0.14, "liking", 0, 1, "liking of those who like")
    trust: float = number(0.74, "trust", 0, 1, "trust of those who trust")
    advocate: float = number(0.82, "trust", 0, 1, "trust of customers who recommend")
    like_minutes: float = number(
        6, "minutes", 0, 600, "two-way minutes of those who like", "R3 (ratios 1:1.8:4)"
    )
    trust_minutes: float = number(
        10.8, "minutes", 0, 600, "two-way minutes of those who trust", "R3"
    )
    advocate_minutes: float = number(24, "minutes", 0, 600, "two-way minutes of advocates", "R3")
    customer: float = number(
        0.30, "custom", 0, 1, "custom (1 at a purchase, halving) of a customer"
    )
    hostile_trust: float = number(0.34, "trust", 0, 1, "trust below which a person warns others")
    hostile_liking: float = number(
        -0.10, "liking", -1, 0, "liking below which a person warns others"
    )
    slack: float = number(
        0.04, "any", 0, 0.5, "distance below a threshold at which a stage is lost"
    )


class Content(Group):
    """Posts, what they do and how they spread."""

    post_minutes: float = number(45.0, "minutes", 1, 300, "time for one post at normal care")
    article_minutes: float = number(
        150.0, "minutes", 10, 900, "time for one article at normal care"
    )
    offer_minutes: float = number(30.0, "minutes", 1, 300, "time for one offer at normal care")
    share: float = number(
        0.004, "chance", 0, 0.2, "chance that one who sees a good post passes it on", "K4 (order)"
    )
    reaction: float = number(0.03, "chance", 0, 0.5, "chance of a one-click reaction", "K3 (order)")
    message: float = number(
        0.012, "chance", 0, 0.5, "chance that one who sees a post writes to you"
    )
    follow_after_share: float = number(
        0.08, "chance", 0, 1, "chance that a newcomer follows after a shared post"
    )
    discovery: float = number(
        0.016,
        "chance",
        0,
        1,
        "chance a week that a member comes across a busy runner",
        "K9 (order)",
    )
    discovery_posts: float = number(
        12, "posts a week", 0.5, 100, "posts a week at which discovery is half of its most"
    )
    by_friends: float = number(
        0.07, "chance", 0, 1, "chance a week, with every contact a fan, to look the runner up"
    )
    outside_share: float = number(
        0.10, "share", 0, 1, "share of a sharer's outside audience that sees the post", "K4"
    )
    appeal_spread: float = number(
        0.9, "sigma", 0, 3, "spread of luck in a post's appeal (log-normal)", "K4"
    )


class Fatigue(Group):
    """Why people stop following."""

    unfollow: float = number(
        0.0015, "chance", 0, 0.2, "chance a day to leave, of one who saw a post", "R8, K9 (order)"
    )
    per_excess: float = number(
        0.6, "factor", 0, 10, "added for posts above what the place tolerates", "R8"
    )
    dull: float = number(1.5, "factor", 0, 10, "added for dull posts", "R8")
    offers: float = number(1.5, "factor", 0, 10, "added for offers among the posts", "R8")
    liking: float = number(
        0.85, "share", 0, 1, "taken off where the follower likes the runner", "R8"
    )


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


class Trade(Group):
    """Needs, choices and purchases."""

    outside: float = number(1.6, "weight", 0, 100, "weight of buying elsewhere or not at all")
    known: float = number(0.065, "weight", 0, 10, "weight of a runner one only knows")
    liked: float = number(0.4, "weight", 0, 10, "weight added by liking 1")
    trusted: float = number(5, "weight", 0, 50, "weight added by trust 1 (its square counts)")
    offer: float = number(
        0.12, "chance", 0, 1, "chance that an offer seen by one who trusts fully ends in a sale"
    )
    claim_lift: float = number(
        0.2, "factor", 0, 5, "lift of being chosen by the boldest claims, while believed"
    )
    good_service: float = number(
        0.94, "chance", 0, 1, "chance of being well served with the shop floor fully staffed"
    )
    starved_service: float = number(
        0.6, "chance", 0, 1, "chance of it lost when half of the shop floor's hours are gone"
    )
    recommend: float = number(
        0.03, "chance", 0, 1, "chance a week that an advocate sends a contact", "R15 (order)"
    )
    bought_minutes: float = number(2.0, "minutes", 0, 60, "two-way minutes in a purchase")


class Practice(Group):
    """Skill, tiredness and study."""

    starting_skill: float = number(0.25, "skill", 0, 1, "skill of a beginner, of 1")
    learning: float = number(0.25, "exponent", 0, 1, "exponent of the practice curve", "T8")
    transfer: float = number(0.5, "share", 0, 1, "experience that carries over to another place")
    change_loss: float = number(0.01, "share", 0, 0.5, "practice lost with each change of plan")
    change_minutes: float = number(20.0, "minutes", 0, 300, "attention that a change of plan takes")


class Energy(Group):
    """Load, rest and burnout."""

    drain: float = number(
        0.020, "a day", 0, 0.5, "drain at twice the load that can be borne", "T9 (order)"
    )
    rest: float = number(
        0.006, "a day", 0, 0.5, "gain with the usual rest, below the load that can be borne"
    )
    crisis: float = number(0.03, "each", 0, 0.5, "drain of a setback that strikes")
    tired: float = number(0.40, "energy", 0, 1, "energy below which quality falls and slips double")
    burnout: float = number(
        0.004, "chance a day", 0, 0.2, "chance of burning out, below half of that"
    )
    weeks_away: int = Field(4, ge=1, le=26, description="weeks away after burning out")


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


class Insight(Group):
    """The lights: evidence, reflection and habit."""

    evidence: int = Field(
        30, ge=1, le=1000, description="cases in one's own record until a runner is puzzled"
    )
    reflect_minutes: float = number(
        240.0, "minutes", 5, 2000, "study (or twice as much listening) until the light is lit"
    )
    habit_weeks: int = Field(
        6, ge=1, le=52, description="weeks of acting on it until it is a habit"
    )
    habit_gain: float = number(0.06, "share", 0, 0.5, "gain in quality of practice for each habit")


class Parameters(Group):
    """All numbers of the mechanisms."""

    relationship: Relationship = Relationship()
    ladder: Ladder = Ladder()
    content: Content = Content()
    fatigue: Fatigue = Fatigue()
    inbox: Inbox = Inbox()
    trade: Trade = Trade()
    practice: Practice = Practice()
    energy: Energy = Energy()
    hazards: Hazards = Hazards()
    insight: Insight = Insight()


@lru_cache(maxsize=4096)
def millionths(value: float) -> int:
    """*value* as whole millionths, rounded to nearest."""
    return round(value * MILLION)
