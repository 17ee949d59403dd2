"""Information: the same learner behind different fogs, and what each sight is worth.

`Climber` tries one change of plan every other season and keeps it if what it steers by rose no less in that season than
in the one before; otherwise it takes it back. All fogs are lifted, so that what it steers by is all that differs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.sim.clock import WEEKS_PER_SEASON
from game.sim.decision import Decision, Request
from game.sim.lever import Lever
from game.sim.light import LIGHTS, LightWords
from game.sim.plan import HalfHours, Move
from game.sim.scenario import Scenario
from game.sim.strategy import Strategy
from game.strategies.runs import simulate
from game.study.workers import spread

if TYPE_CHECKING:
    from game.sim.view import View

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
        """The move of this season; what was moved before follows from the past, season by season."""
        hours, tried = _hours_at_start(view), None
        move: HalfHours | None = None
        for season in range(view.week // WEEKS_PER_SEASON + 1):
            if season % 2 == 0:
                tried = move = _possible(view, season, hours, TRIALS[season // 2 % len(TRIALS)])
            elif tried and not self._rose(view, view.week - season * WEEKS_PER_SEASON):
                move = HalfHours(tried.target, tried.source, tried.count)
            else:
                move = None
            if move:
                hours[move.source] -= move.count
                hours[move.target] += move.count
        if move is None or view.plan.hours_of(move.source) < move.count:
            return ()
        return (move,)

    def _rose(self, view: View, since: int) -> bool:
        """Whether the season that ended *since* weeks ago raised what is steered by at least as the one before it."""
        ends = (1 + since, 1 + since + WEEKS_PER_SEASON, 1 + since + 2 * WEEKS_PER_SEASON)
        now, before, earlier = (self._score(view, ago) for ago in ends)
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
    return float(sum(until[-WEEKS_PER_SEASON:]) if id in FLOWS else until[-1])


def _hours_at_start(view: View) -> dict[Lever, int]:
    """Half-hours by lever in the first plan. Raises `ValueError` where the scenario does not say them."""
    (runner,) = (one for one in view.scenario.runners if one.id == view.runner)
    if not runner.opens_with:
        raise ValueError(
            f"{runner.id} needs `opens_with`: a climber starts from a plan that is known."
        )
    return dict.fromkeys(Lever, 0) | runner.opens_with


def _possible(
    view: View, season: int, hours: Mapping[Lever, int], change: tuple[Lever, Lever]
) -> HalfHours | None:
    source, target = change
    locked = [one for one in change if view.scenario.unlock.get(one, 1) > season + 1]
    count = min(STEP, hours[source])
    return None if locked or not count else HalfHours(source, target, count)


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
