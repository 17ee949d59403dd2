"""Entry: what it is worth to have come early, among those who are still there (T3, T4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from game.sim.decision import Decision, Request
from game.sim.lever import Lever
from game.sim.parameter import Parameters
from game.sim.plan import HalfHours
from game.sim.runner import Runner
from game.sim.strategy import Strategy
from game.study.observables.observable import observable
from game.study.observables.platforms import STANDARD
from game.study.observables.vignette import a_vignette, lived

HOURS = {Lever.CREATE: 6, Lever.REPLY: 3, Lever.CONVERSE: 3}
LATE_WEEK = 104


@dataclass(frozen=True)
class Late(Strategy):
    """Begins two years after the others, with the same plan."""

    name: ClassVar[str] = "late"

    def decide(self, request: Request) -> Decision:
        """The hours of the others, once the time has come."""
        view = request.view
        if request.kind != "plan" or view.week < LATE_WEEK:
            return request.default
        moves = [
            HalfHours(Lever.SHOP, lever, hours)
            for lever, hours in HOURS.items()
            if not view.plan.hours_of(lever)
        ]
        return Decision(moves=tuple(moves[: view.moves_left]))


@observable(unit="share", replications=5)
def early_minus_late_share_on_survivors(parameters: Parameters, seed: int) -> float:
    """On a platform that lasts: share of all customers after five years of one who came at once, less a late one's.

    The late one came two years later, with the same plan.
    """
    place = STANDARD.model_copy(update={"id": "place", "imitation": 1.2})
    seats = tuple(
        Runner(id=id, name=id, seat=id == "early", on=("place",), known_by=0.02, opens_with=hours)
        for id, hours in (("early", HOURS), ("late", {Lever.SHOP: 92, Lever.REST: 8}))
    )
    scenario = a_vignette(parameters, people=600, seasons=20, places=(place,), runners=seats)
    run = lived(scenario, seed, strategies={"late": Late()})
    customers = [run.outcome(id).customers + run.outcome(id).advocates for id in ("early", "late")]
    return (customers[0] - customers[1]) / sum(customers) if sum(customers) else float("nan")
