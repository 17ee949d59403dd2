"""Posts: what they take, how they spread, and why people stop following."""

from __future__ import annotations

from game.sim.parameters.base import Group, number


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
