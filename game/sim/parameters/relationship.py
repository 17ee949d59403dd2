"""What contact does to a relation, and the thresholds of its stages."""

from __future__ import annotations

from typing import ClassVar

from game.sim.parameters.base import AtMost, Group, number


class Relationship(Group):
    """What contact does to familiarity, liking and trust."""

    RULES: ClassVar[tuple[AtMost, ...]] = (
        AtMost("bad_weight", "breach_weight", "a breach weighs no less than other bad evidence"),
    )

    seen_familiarity: float = number(
        0.10, "share", 0, 1, "familiarity gained by one post seen, of what is missing"
    )
    post_liking: float = number(
        0.010,
        "liking",
        0,
        0.2,
        "liking gained by one post seen, by its quality above 0.35",
        "R6, K10 (order)",
    )
    article_liking: float = number(
        0.020,
        "liking",
        0,
        0.3,
        "liking gained by one article read, by its quality above 0.25",
        "K10 (order)",
    )
    offer_liking: float = number(
        -0.007, "liking", -0.2, 0.2, "liking changed by an offer seen, of quality 1", "K10"
    )
    post_trust: float = number(
        0.030, "evidence", 0, 2, "evidence for trust in one post seen, of quality 1"
    )
    reply_liking: float = number(
        0.06, "liking", 0, 0.5, "liking gained by a prompt, composed reply", "R6 (order)"
    )
    reply_trust: float = number(0.50, "evidence", 0, 5, "evidence for trust in a prompt reply")
    like_liking: float = number(
        0.002, "liking", 0, 0.1, "liking gained by a one-click acknowledgement", "R6 (order)"
    )
    like_minutes: float = number(
        6.0, "minutes", 0.5, 60, "listening for each one-click acknowledgement given by the way"
    )
    help_liking: float = number(
        0.085, "liking", 0, 0.5, "liking gained by being helped or introduced", "R6 (order)"
    )
    help_trust: float = number(0.4, "evidence", 0, 5, "evidence for trust in help")
    talk_liking: float = number(0.05, "liking", 0, 0.5, "liking gained by a conversation")
    talk_trust: float = number(0.22, "evidence", 0, 5, "evidence for trust in a conversation")
    help_minutes: float = number(15.0, "minutes", 1, 240, "for helping one person, at normal care")
    talk_minutes: float = number(8.0, "minutes", 1, 240, "for one conversation, at normal care")
    meet_minutes: float = number(20.0, "minutes", 1, 240, "for meeting one person, at normal care")
    meet_liking: float = number(0.12, "liking", 0, 0.5, "liking gained by meeting in person")
    meet_trust: float = number(0.45, "evidence", 0, 5, "evidence for trust in a meeting")
    service_liking: float = number(
        0.04, "liking", 0, 0.5, "liking gained by a purchase well served"
    )
    service_trust: float = number(
        0.50, "evidence", 0, 5, "evidence for trust in a purchase well served"
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
    satiety_days: float = number(
        20.8, "days", 1, 365, "half-life at which the posts seen are remembered", "R11 (order)"
    )
    affinity: float = number(
        0.6,
        "sigma",
        0,
        3,
        "spread of how gladly one seeks the same person again (log-normal)",
        "R2 (order)",
    )
    half_life_liking_days: float = number(
        420, "days", 30, 3000, "half-life of liking without contact", "R4"
    )
    half_life_trust_days: float = number(500.0, "days", 60, 3000, "half-life of evidence")
    half_life_familiarity_days: float = number(400.0, "days", 60, 3000, "half-life of familiarity")
    half_life_custom_days: float = number(110.0, "days", 20, 1000, "half-life of being a customer")


class Ladder(Group):
    """The thresholds of the stages; each falls back only when the value lies below by the slack."""

    RULES: ClassVar[tuple[AtMost, ...]] = (
        AtMost("trust", "advocate", "who recommends trusts no less than others who trust"),
        AtMost("like_minutes", "trust_minutes", "trust takes no less contact than liking"),
        AtMost(
            "trust_minutes", "advocate_minutes", "recommending takes no less contact than trust"
        ),
        AtMost("hostile_trust", "trust", "nobody trusts and is hostile at once", strictly=True),
        AtMost("slack", "know", "who knows must be able to forget", strictly=True),
        AtMost("slack", "customer", "customers must be able to lapse", strictly=True),
    )

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
    hostile_trust: float = number(0.30, "trust", 0, 1, "trust below which a person warns others")
    hostile_liking: float = number(
        -0.25, "liking", -1, 0, "liking below which a person warns others"
    )
    slack: float = number(
        0.04, "of 1", 0, 0.5, "distance below a threshold at which a stage is lost"
    )
