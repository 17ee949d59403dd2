"""A broken word: liking with and without one transgression, by voice (Aaker, Fournier and Brasel 2004)."""

from __future__ import annotations

from dataclasses import replace

from game.sim.lever import Lever
from game.sim.parameter import MILLION, Parameters
from game.sim.run import Run
from game.sim.runner import Runner
from game.sim.setback import bear
from game.study.observables.standard import NETWORK
from game.study.observables.ties import RARE_NEEDS
from game.study.observables.vignette import Held, a_vignette

WEEKS, STRIKES = 9, 2


def liking_with(parameters: Parameters, seed: int, voice: int, *, strike: bool) -> float:
    """Mean liking after two months of a business with this *voice*; with *strike*, a promise is broken meanwhile."""
    hours = {Lever.CONVERSE: 6, Lever.REPLY: 2, Lever.CREATE: 4}
    seat = Runner(id="you", name="You", seat=True, on=("network",), known_by=0.5, opens_with=hours)
    scenario = a_vignette(
        parameters, people=200, places=(NETWORK,), runners=(seat,), market=RARE_NEEDS
    )
    run = Run(scenario, seed, strategies={"you": Held()}, weeks=WEEKS)
    state = run.world.runners[0]
    state.plan = replace(state.plan, voice=voice)
    state.week_plan = state.plan
    run.advance(STRIKES * 7 * 86400)
    if strike:
        bear(run.world, state, "broken_promise", -1)  # no cause that could be mended in time
    run.finish()
    return float(run.world.relations.liking.mean()) / MILLION
