"""Information: the same learner behind different fogs, and what each sight is worth.

`Climber` tries one change of plan a season and keeps it if what it steers by rose more than the season before;
otherwise it takes it back. All fogs are lifted, so that what it steers by is all that differs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.sim.decision import Decision, Request
from game.sim.lever import Lever
from game.sim.light import LIGHTS
from game.sim.plan import HalfHours, Move
from game.sim.scenario import LightWords, Scenario
from game.sim.strategy import Strategy
from game.strategies.runs import simulate
from game.study.workers import spread

if TYPE_CHECKING:
    from game.sim.view import View

SEASON = 13
STEP = 2  # half-hours that a trial moves
SIGHTS: dict[str, dict[str, int]] = {
    "followers": {"followers": 1},
    "relationships": {"likes": 1, "trusts": 1, "customers": 1, "advocates": 1},
    "everything": {
        "likes": 1, "trusts": 1, "customers": 1, "advocates": 2, "sales": 1, "hostile": -1, "left_waiting": -1,
    },
}  # fmt: skip
FLOWS = ("sales", "left_waiting")
TRIALS: tuple[tuple[Lever, Lever], ...] = (
    (Lever.CREATE, Lever.REPLY),
    (Lever.CREATE, Lever.HELP),
    (Lever.PROMOTE, Lever.CONVERSE),
    (Lever.REPLY, Lever.CREATE),
    (Lever.CONVERSE, Lever.LISTEN),
    (Lever.HELP, Lever.PROMOTE),
    (Lever.LISTEN, Lever.CREATE),
    (Lever.CREATE, Lever.CONVERSE),
)


@dataclass(frozen=True)
class Climber(Strategy):
    """Tries, looks, keeps or takes back. *steers_by* is one of `SIGHTS`; nothing else tells two climbers apart."""

    name: ClassVar[str] = "climber"
    steers_by: str = "everything"

    def decide(self, request: Request) -> Decision:
        """A plan is a trial or its taking back; everything else, the default."""
        if request.kind != "plan":
            return request.default
        return Decision(moves=self._moves(request.view))

    def _moves(self, view: View) -> tuple[Move, ...]:
        season = view.week // SEASON
        trial = _possible(view, TRIALS[season // 2 % len(TRIALS)])
        if season == 0 or season % 2 == 0:
            return trial
        return () if self._rose(view) else _possible(view, TRIALS[season // 2 % len(TRIALS)][::-1])

    def _rose(self, view: View) -> bool:
        """Whether the season that ended raised what is steered by more than the season before it."""
        now, before, earlier = (self._score(view, ago) for ago in (1, 1 + SEASON, 1 + 2 * SEASON))
        return now - before >= before - earlier

    def _score(self, view: View, ago: int) -> float:
        return sum(weight * _standing(view, id, ago) for id, weight in SIGHTS[self.steers_by].items())  # fmt: skip


def _standing(view: View, id: str, ago: int) -> float:
    line = view.history(id)
    if not isinstance(line, tuple):
        raise ValueError(f"{id} is covered; the fog must be lifted for this experiment.")
    until = line[: max(0, len(line) - ago + 1)]
    if not until:
        return 0.0
    return float(sum(until[-SEASON:]) if id in FLOWS else until[-1])


def _possible(view: View, change: tuple[Lever, Lever]) -> tuple[Move, ...]:
    source, target = change
    count = min(STEP, view.plan.hours_of(source))
    if not count or source not in view.unlocked or target not in view.unlocked:
        return ()
    return (HalfHours(source, target, count),)


def unfogged(scenario: Scenario) -> Scenario:
    """*scenario* with every light switched off, which is: everything in view from the first day."""
    return scenario.model_copy(update={"lights": {light: LightWords(off=True) for light in LIGHTS}})


def _yardstick(scenario: Scenario, task: tuple[str, int]) -> int:
    sight, seed = task
    run = simulate(scenario, {scenario.seat: Climber(sight)}, seed=seed)
    return run.outcome(scenario.seat).yardstick


def worth(
    scenario: Scenario,
    lucks: range,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, list[int]]:
    """The yardstick of each sight under every luck."""
    seen = unfogged(scenario)
    tasks = [(sight, seed) for seed in lucks for sight in SIGHTS]
    values = spread(_yardstick, seen, tasks, workers, progress)
    by_sight: dict[str, list[int]] = {sight: [] for sight in SIGHTS}
    for (sight, _), value in zip(tasks, values, strict=True):
        by_sight[sight].append(value)
    return by_sight
