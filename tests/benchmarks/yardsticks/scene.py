"""The scene that all sides simulate: four businesses on one town board write posts and answer who writes to them.

Who follows is fixed; nobody joins, leaves, shares, buys or comes across anybody, so that what is left is the audience:
attention, reactions, messages and replies, patience, fading and stages. What is posted and when is taken from a run of
the engine, so that the yardsticks need no owners.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from game.sim.booking import follow
from game.sim.cause import Cause
from game.sim.clock import WEEK
from game.sim.lever import Lever
from game.sim.parameter import Parameters
from game.sim.plan import make_plan
from game.sim.run import Run
from game.sim.runner import Runner
from game.study.observables.vignette import TOWN, Held, a_vignette

RUNNERS = 4
HOURS = {Lever.REPLY: 12, Lever.CREATE: 12}  # half-hours a week: about 8 posts, and replies for 60
PLACE = TOWN.model_copy(update={"owned": True, "seen": 0.3, "half_life_hours": 6.0})
FOLLOWS = 40  # per cent of the people follow each runner
MESSAGES = 40.0  # a week and runner, however many follow
POSTS_A_WEEK = 8.0
KINDS = (
    "sour_review", "slip", "claim_found_out", "machine_talk", "delegate_slip", "silence", "rumour", "broken_promise",
)  # fmt: skip
NO_HAZARDS = dict.fromkeys(KINDS, 0.0)


@dataclass(frozen=True)
class Post:
    """What a yardstick must know of a post: whose, when it was written and goes out, and what it does (shares of 1)."""

    runner: int
    written: int
    liking: float
    good: float
    message: float
    reaction: float


@dataclass(frozen=True)
class Statistics:
    """What a side counted, for all runners together. Liking and familiarity are means over all relations."""

    views: int
    reactions: int
    answered: int
    given_up: int
    liking: float
    familiarity: float
    known: int


def follows(runner: int, person: int) -> bool:
    """Whether *person* follows *runner*."""
    return (person * 7919 + runner * 104_729 + person // 100 * 31) % 100 < FOLLOWS


def the_parameters(people: int, writers: float = 1.0) -> Parameters:
    """The shipped numbers, without whatever is no part of the scene; the messages fit a single owner.

    *writers* is a factor on the chance that one who sees a post writes.
    """
    views = POSTS_A_WEEK * people * FOLLOWS / 100 * PLACE.seen
    groups = {
        "content": {
            "share": 0.0, "appeal": 0.0, "discovery": 0.0, "by_friends": 0.0, "searchers": 0.0, "crowding": 0.0,
            "message": min(0.5, writers * MESSAGES / views),
        },
        "fatigue": {"unfollow": 0.0},
        "practice": {"learning": 0.0, "knack": 0.0},
        "inbox": {"defect": 0.0, "enquiry_sale": 0.0},
        "trade": {"known": 0.0, "liked": 0.0, "trusted": 0.0, "offer": 0.0},
        "hazards": NO_HAZARDS,
    }  # fmt: skip
    return Parameters.model_validate(groups, strict=False)


def engine_run(people: int, weeks: int, seed: int, writers: float = 1.0) -> Run:
    """The scene in the engine, at its beginning."""
    runners = tuple(
        Runner(id="you" if nth == 0 else f"shop{nth}", name=f"Shop {nth}", seat=nth == 0, on=(PLACE.id,), known_by=0.0,
               purse_hours=14.0)
        for nth in range(RUNNERS)
    )  # fmt: skip
    scenario = a_vignette(
        the_parameters(people, writers),
        people=people,
        seasons=max(1, -(-weeks // 13)),
        places=(PLACE,),
        runners=runners,
    )
    run = Run(scenario, seed, strategies={one.id: Held() for one in runners}, weeks=weeks)
    for state in run.world.runners:
        state.plan = state.week_plan = replace(make_plan(HOURS), shares=state.plan.shares)
        rows = np.array(
            [run.world.row(state.index, one) for one in range(people) if follows(state.index, one)]
        )
        follow(run.world, rows, np.zeros(len(rows), dtype=np.int64), Cause.START, 0)
    return run


def counted(run: Run) -> Statistics:
    """The statistics of a finished run."""
    ledger, relations = run.world.ledger, run.world.relations

    def total(measure: str) -> int:
        return sum(sum(ledger.timeline(runner, measure)) for runner in range(RUNNERS))

    return Statistics(
        total("reach"),
        total("reactions"),
        sum(len(state.all_waits) for state in run.world.runners),
        total("left_waiting"),
        float(relations.liking.mean()) / 1e6,
        float(relations.familiarity.mean()) / 1e6,
        int((relations.stage == 1).sum()),
    )


@lru_cache(maxsize=4)
def schedule(people: int, weeks: int) -> tuple[Post, ...]:
    """The posts of the scene, in the order in which they go out; they do not depend on the luck."""
    run = engine_run(people, weeks, 1)
    run.advance(weeks * WEEK - 1)
    posts = run.world.posts
    names = ("runner", "second", "liking", "good", "message", "react")
    rows = zip(*(posts.column(name).tolist() for name in names), strict=True)
    span = float(1 << 31)
    return tuple(
        Post(runner, second, liking / 1e6, good / 1e6, message / span, react / span)
        for runner, second, liking, good, message, react in rows
    )
