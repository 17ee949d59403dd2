"""The outcome: where a runner stands at the end, in numbers that JSON, tables and tests share.

How a runner went is in `gait.py`; the quiet year that counts with it, in `quiet_year.py`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from game.sim.gait import Gait, gait_of
from game.sim.measure import LIKING_OR_MORE, STAGE_MEASURES

if TYPE_CHECKING:
    from game.sim.world import World


@dataclass(frozen=True)
class Outcome:
    """A runner's measures at the end. *yardstick* is what decides who wins (sales and a quiet year's, by default)."""

    name: str
    strategy: str
    followers: int
    strangers: int
    knows: int
    likes: int
    trusts: int
    customers: int
    advocates: int
    lapsed: int
    hostile: int
    sales: int
    yardstick: int
    unanswered: int
    median_reply_hours: float
    setbacks: int
    energy: int
    gait: Gait

    @property
    def relationships(self) -> int:
        """People who like the runner or more."""
        return self.likes + self.trusts + self.customers + self.advocates

    def as_json(self) -> dict[str, Any]:
        """The outcome as a JSON object."""
        return asdict(self)


def outcome_of(
    world: World, quiet: World | None, runner: int, strategy: str, weeks: int
) -> Outcome:
    """The outcome of *runner* in *world*; *quiet* is the same world a quiet year later, if the run is finished."""
    state, ledger = world.runners[runner], world.ledger
    waits = sorted([*state.all_waits, *state.waits])
    return Outcome(
        name=state.definition.id,
        strategy=strategy,
        followers=ledger.value_now(runner, "followers"),
        **{stage: ledger.value_now(runner, stage) for stage in STAGE_MEASURES},
        sales=state.sales,
        yardstick=yardstick_of(quiet or world, runner),
        unanswered=state.inbox.count(world.now),
        median_reply_hours=round(waits[len(waits) // 2] / 60, 2) if waits else 0.0,
        setbacks=sum(1 for one in state.setbacks if one.stage not in ("sign", "averted")),
        energy=state.energy // 10_000,
        gait=gait_of(state, weeks),
    )


def yardstick_of(world: World, runner: int) -> int:
    """What the scenario's yardstick says of *runner* in *world*."""
    ledger = world.ledger
    if world.scenario.yardstick == "followers":
        return ledger.value_now(runner, "followers")
    if world.scenario.yardstick == "relationships":
        return sum(ledger.value_now(runner, id) for id in LIKING_OR_MORE)
    return world.runners[runner].sales
