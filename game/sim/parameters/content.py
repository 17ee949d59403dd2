"""Posts: what they take, how they spread, and why people stop following."""

from __future__ import annotations

from collections.abc import Iterator

from game.sim.declared import Contradiction
from game.sim.parameters.base import Group, number

MOST_BETTER = 3.0  # times as often as a usual post is a very good one passed on (K4)
MOST_PASS_ON = 1 / 8  # of those who see a post, however good it is and whatever its luck
MOST_GO_ON = (
    0.02  # above, pairs of contacts would send each other a post for ever: nobody remembers it
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
    offer_reaction: float = number(
        0.75, "factor", 0, 3, "reactions to an offer, of those to a plain post", "K10 (order)"
    )
    warm_reaction: float = number(
        0.25,
        "factor",
        0,
        1,
        "reactions added for each step nearer to a personal voice",
        "K10 (order)",
    )
    offer_clicks: float = number(
        1.3,
        "factor",
        0,
        5,
        "messages that an offer brings, of those of a plain post",
        "K10 (order)",
    )
    crowding: float = number(
        0.5,
        "exponent",
        0,
        2,
        "the n-th post of a day on one place is seen n^-exponent as often",
        "K8",
    )
    free_posts: float = number(
        0.5,
        "share",
        0.1,
        2,
        "posts a day without crowding, of what the place tolerates in a day",
        "K8 (order)",
    )
    stream: float = number(
        30.0,
        "posts an hour",
        0.1,
        1000,
        "posts in a follower's stream at which each is seen half as often",
        "K9 (order)",
    )
    outside_share: float = number(
        0.10,
        "share",
        0,
        1,
        "share of an outside audience that looks, and has not seen the post yet",
        "K4",
    )
    appeal: float = number(
        0.00016,
        "chance",
        0,
        0.001,
        "mean chance that one of an outside audience passes a post on",
        "K4",
    )
    compounding: float = number(0.10, "share", 0, 1, "articles that compound", "K5")
    compounding_to: float = number(
        2.5, "factor", 1, 20, "visits of a compounding article once it has risen", "K5"
    )
    compounding_weeks: float = number(26.0, "weeks", 1, 200, "weeks until it has risen", "K5")
    article_half_life_weeks: float = number(
        30.4, "weeks", 1, 500, "half-life of the visits of other articles: seven months", "K5"
    )
    searchers: float = number(
        0.010,
        "chance a week",
        0,
        0.5,
        "people with a question who find a full archive",
        "K6 (order)",
    )
    full_archive: float = number(
        60.0,
        "articles",
        1,
        1000,
        "new articles, or their worth in old ones, at which half of them end here",
        "K6",
    )
    contacts_see: float = number(
        0.33, "chance", 0, 1, "chance that a contact sees what one passes on", "K9 (order)"
    )
    later_shares: float = number(
        0.1,
        "factor",
        0,
        1,
        "passing on what was passed on, of the first time: most have seen it",
        "K4",
    )
    shown: float = number(
        0.5, "chance", 0, 1, "chance that those see a post to whom it is shown beside the followers"
    )
    off_voice: float = number(
        0.08,
        "share",
        0,
        0.25,
        "quality lost for each step between one's voice and that of the place",
    )
    warm_voice: float = number(
        0.12,
        "share",
        0,
        0.5,
        "liking gained by a post, added for each step nearer to a personal voice",
        "K10 (order)",
    )
    dull_message: float = number(
        0.4, "share", 0, 1, "messages that the worst post brings, of those of the best"
    )
    appeal_spread: float = number(
        0.9, "sigma", 0, 3, "spread of luck in a post's appeal (log-normal)", "K4"
    )

    def contradictions(self) -> Iterator[Contradiction]:
        """Also where what was passed on would not come to rest."""
        yield from super().contradictions()
        goes_on = (
            min(MOST_PASS_ON, MOST_BETTER * self.share) * self.later_shares * self.contacts_see
        )
        if goes_on > MOST_GO_ON:
            yield Contradiction(
                "later_shares",
                f"content.share is {self.share:g}, content.later_shares {self.later_shares:g} and content.contacts_see "
                f"{self.contacts_see:g} (shares of 1): what was passed on would be passed on to {goes_on:.3g} of all "
                f"contacts again; that must be at most {MOST_GO_ON:g}, or it never comes to rest.",
            )


class Fatigue(Group):
    """Why people stop following."""

    unfollow: float = number(
        0.0025,
        "chance",
        0,
        0.2,
        "chance to leave over one post seen, of one whom nothing binds",
        "R8, K9 (order)",
    )
    reciprocal: float = number(
        0.5,
        "factor",
        0,
        1,
        "risk to leave of those with two-way contact, of the others'",
        "R8 (sign)",
    )
    acknowledged: float = number(
        0.6, "factor", 0, 1, "risk to leave of those once acknowledged, of the others'", "R8 (sign)"
    )
    age: float = number(
        0.3, "exponent", 0, 2, "risk to leave falls with (1 + months of the tie)^-age", "R8 (sign)"
    )
    overlap: float = number(
        0.5, "share", 0, 1, "risk taken off where all of one's contacts follow too", "R8 (sign)"
    )
    burst: float = number(
        0.25, "factor", 0, 5, "added for each post that went before on the same day", "R8"
    )
    information: float = number(
        0.6, "factor", 0, 1, "risk to leave over an article, of that over a post", "R8 (sign)"
    )
    per_excess: float = number(
        0.6, "factor", 0, 10, "added for posts above what the place tolerates", "R8"
    )
    dull: float = number(1.5, "factor", 0, 10, "added for posts of no quality", "R8")
    dull_below: float = number(0.5, "quality", 0.01, 2, "quality below which a post is dull")
    offers: float = number(1.5, "factor", 0, 10, "added for offers among the posts", "R8")
    liking: float = number(
        0.85, "share", 0, 1, "taken off where the follower likes the runner", "R8"
    )
