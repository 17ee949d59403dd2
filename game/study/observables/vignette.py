"""Vignettes: tiny worlds built for one measurement: one runner, one place, some dozens of people.

`a_vignette` makes the scenario, `Held` is a strategy that keeps one plan for good, `lived` makes the run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from game.sim.decision import Decision, Request
from game.sim.market import Market
from game.sim.parameter import Parameters
from game.sim.place import Place
from game.sim.run import Run
from game.sim.runner import Runner
from game.sim.scenario import Scenario
from game.sim.strategy import Strategy

TOWN = Place(id="town", name="The town board", opens_week=-200, starting_share=1.0, retention=1.0)


@dataclass(frozen=True)
class Held(Strategy):
    """A strategy that takes the default of everything: the plan that the scenario gives the runner stays."""

    name: ClassVar[str] = "held"

    def decide(self, request: Request) -> Decision:
        """The default."""
        return request.default


def a_vignette(
    parameters: Parameters,
    *,
    people: int = 50,
    seasons: int = 4,
    places: Sequence[Place] = (TOWN,),
    runners: Sequence[Runner] = (),
    market: Mapping[str, Any] | None = None,
    **settings: Any,
) -> Scenario:
    """A scenario of *people* with these *runners* (one called `you` on the first place, without any) and no cards."""
    seat = Runner(id="you", name="You", seat=True, on=(places[0].id,), known_by=1.0)
    return Scenario(
        format="long-race/1",
        id="vignette",
        title="A vignette",
        summary="A tiny world for one measurement.",
        seasons=seasons,
        market=Market(people=people, **dict(market or {"catchment": 1.0})),
        places=tuple(places),
        runners=tuple(runners) or (seat,),
        parameters=parameters,
        **settings,
    )


def lived(
    scenario: Scenario,
    seed: int,
    *,
    strategies: Mapping[str, Strategy] | None = None,
    weeks: int | None = None,
) -> Run:
    """The finished run of *scenario*; who has no strategy in *strategies* holds the plan that the scenario gives."""
    cast: dict[str, Strategy] = {runner.id: Held() for runner in scenario.runners}
    run = Run(scenario, seed, strategies=cast | dict(strategies or {}), weeks=weeks)
    run.finish()
    return run
