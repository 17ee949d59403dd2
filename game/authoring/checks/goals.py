"""Goals: each asks for a measure that the simulation counts, and for no more of it than there can be."""

from __future__ import annotations

from game.authoring.case import Case
from game.authoring.checks.reachable import never_reached
from game.sim.measure import MEASURE_INDEX
from game.sim.spelling import suggestion


def check_goals(case: Case) -> None:
    """L05 for a goal with an unknown measure, L12 for one that nobody can reach."""
    for goal in case.blocks("goals"):
        name = goal.text("measure")
        if name is not None and name not in MEASURE_INDEX:
            message = f"There is no measure `{name}`."
            goal.report("measure", "L05", message, suggestion(name, MEASURE_INDEX, shown=30))
        elif name is not None and (least := goal.whole("at_least")) is not None:
            for why, remedy in never_reached(case, f"{name} >= {least}"):
                goal.report("at_least", "L12", f"{goal.title} is never reached: {why}", remedy)
