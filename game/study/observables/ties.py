"""Ties between people and a business: how liking fades, what contact does."""

from __future__ import annotations

from game.sim.parameter import Parameters
from game.study.observables.observable import observable
from game.study.observables.vignette import a_vignette, lived


@observable(unit="share", fact="R4", replications=5)
def liking_loss_without_contact_18_months(parameters: Parameters, seed: int) -> float:
    """Share of the liking of fifty people that is lost over 78 weeks in which nobody hears of the business."""
    scenario = a_vignette(parameters, people=50, seasons=6)
    first = float(lived(scenario, seed, weeks=1).world.relations.liking.sum())
    last = float(lived(scenario, seed, weeks=78).world.relations.liking.sum())
    return 1 - last / first if first else float("nan")
