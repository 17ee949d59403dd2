"""Runs by name: a run whose runners are cast by the names of strategies; simulate; and what the file of a run needs.

The run itself is in `game/sim/run.py`; which strategy decides for whom is in `cast.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.sim import run as sim_run
from game.sim.scenario import Scenario
from game.sim.strategy import Strategy
from game.strategies.cast import cast


class Run(sim_run.Run):
    """One execution of *scenario* under the luck *seed*. *people* are asked; the others play their strategies.

    *strategies* gives runners another strategy than the scenario does, by name or as an instance. With
    *keep_checkpoints* the run can be restarted at each season. Raises `ValueError` for an unknown runner or strategy.
    """

    def __init__(
        self,
        scenario: Scenario,
        seed: int = 0,
        *,
        people: Sequence[str] = (),
        strategies: Mapping[str, Strategy | str] | None = None,
        weeks: int | None = None,
        keep_checkpoints: bool = False,
    ) -> None:
        super().__init__(
            scenario,
            seed,
            strategies=cast(scenario, people, strategies or {}),
            people=people,
            weeks=weeks,
            keep_checkpoints=keep_checkpoints,
        )


def simulate(
    scenario: Scenario,
    strategies: Mapping[str, Strategy | str] | None = None,
    *,
    seed: int = 0,
    weeks: int | None = None,
) -> Run:
    """A finished run in which nobody is asked. Without *weeks* it goes to the scenario's horizon."""
    return Run(scenario, seed, strategies=strategies, weeks=weeks).finish()
