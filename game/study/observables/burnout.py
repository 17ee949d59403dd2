"""Burnout: who works too much for two years (T9)."""

from __future__ import annotations

from game.sim.lever import Lever
from game.sim.parameter import Parameters
from game.sim.runner import Runner
from game.study.observables.observable import observable
from game.study.observables.vignette import a_vignette, lived

OWNERS, WEEKS = 15, 104


def _burnt(parameters: Parameters, seed: int, hours: dict[Lever, int]) -> float:
    seats = tuple(
        Runner(
            id=f"shop-{n}",
            name=f"Shop {n}",
            seat=n == 0,
            on=("town",),
            purse_hours=6,
            opens_with=hours,
        )
        for n in range(OWNERS)
    )
    run = lived(a_vignette(parameters, seasons=8, runners=seats), seed, weeks=WEEKS)
    burnt = {line.runner for line in run.world.ledger.log if line.what == "burnout"}
    return len(burnt) / OWNERS


@observable(unit="share", fact="T9")
def burnout_ever_2y_high_load(parameters: Parameters, seed: int) -> float:
    """Of fifteen owners at half as much again as they can bear, with half the usual rest: burnt out in two years."""
    return _burnt(
        parameters, seed, {Lever.CREATE: 10, Lever.CONVERSE: 8, Lever.REST: 4, Lever.SHOP: 78}
    )


@observable(unit="share")
def burnout_ever_2y_sustainable_load(parameters: Parameters, seed: int) -> float:
    """The same of owners within what they can bear, with the usual rest."""
    return _burnt(
        parameters, seed, {Lever.CREATE: 6, Lever.CONVERSE: 6, Lever.REST: 8, Lever.SHOP: 80}
    )
