"""Goals: each asks for a measure that the simulation counts."""

from __future__ import annotations

from game.authoring.case import Case
from game.sim.measure import MEASURES
from game.sim.spelling import suggestion


def check_goals(case: Case) -> None:
    """L05 for a goal with an unknown measure."""
    known = [measure.id for measure in MEASURES]
    for goal in case.blocks("goals"):
        name = goal.text("measure")
        if name is not None and name not in known:
            message = f"There is no measure `{name}`."
            goal.report("measure", "L05", message, suggestion(name, known, shown=30))
