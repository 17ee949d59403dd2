"""Runs by name: a run whose runners are cast by the names of strategies; simulate.

The run itself is in `game/sim/run.py`; which strategy decides for whom is in `cast.py`; files of runs are opened in
`game/study/replaying.py`, since a scenario must be read for that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from game.sim import run as sim_run
from game.sim.scenario import Scenario
from game.sim.strategy import Strategy
from game.strategies.cast import cast, player
from game.strategies.registry import describe, is_shipped, written
from game.strategies.rules import ByRules


class Run(sim_run.Run):
    """One execution of *scenario* under the luck *seed*. *people* are asked; the others play their strategies.

    *strategies* gives runners another strategy than the scenario does, by name or as an instance. With
    *keep_checkpoints* the run can be restarted at each season, or at each so many. Raises `ValueError` for an unknown
    runner or strategy.
    """

    def __init__(
        self,
        scenario: Scenario,
        seed: int = 0,
        *,
        people: Sequence[str] = (),
        strategies: Mapping[str, Strategy | str] | None = None,
        weeks: int | None = None,
        keep_checkpoints: bool | int = False,
    ) -> None:
        super().__init__(
            scenario,
            seed,
            strategies=cast(scenario, people, strategies or {}),
            people=people,
            weeks=weeks,
            keep_checkpoints=keep_checkpoints,
        )

    def strategy(self, given: Strategy | str) -> Strategy:
        """The strategy that is *given*, or that words such as `hare(claims=3)` describe. Raises `ValueError`."""
        return player(self.scenario, given)

    def played_by(self, runner: str) -> str:
        """Who decides for *runner*: `person`, the strategy as it describes itself, or `record`."""
        strategy = self.strategies.get(runner)
        return describe(strategy) if strategy else super().played_by(runner)

    def written_strategies(self) -> dict[str, dict[str, Any]]:
        """How each runner's strategy is written down: name and parameters, or the text of its rules.

        One that is neither is only named.
        """
        return super().written_strategies() | {
            runner: _written(strategy)
            for runner, strategy in self.strategies.items()
            if is_shipped(strategy) or isinstance(strategy, ByRules)
        }


def _written(strategy: Strategy) -> dict[str, Any]:
    if isinstance(strategy, ByRules):
        return {"name": strategy.name, "parameters": {}, "text": strategy.text}
    name, parameters = written(strategy)
    return {"name": name, "parameters": parameters}


def simulate(
    scenario: Scenario,
    strategies: Mapping[str, Strategy | str] | None = None,
    *,
    seed: int = 0,
    weeks: int | None = None,
) -> Run:
    """A finished run in which nobody is asked. Without *weeks* it goes to the scenario's horizon."""
    return Run(scenario, seed, strategies=strategies, weeks=weeks).finish()
