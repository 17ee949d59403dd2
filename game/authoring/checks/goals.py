"""Goals: each asks for a measure that is counted, for no more of it than there can be, and in words that agree."""

from __future__ import annotations

import re

from game.authoring.case import Block, Case
from game.authoring.checks.reachable import never_reached
from game.sim.measure import MEASURE_INDEX
from game.sim.spelling import suggestion

_NUMBER = re.compile(r"\d+(?:[.,\u00a0 ]\d{3})*")
_IN_OTHER_UNITS = ("reply_minutes", "two_way_minutes", "liking", "trust")
"""Measures of which a label may speak in hours, or not in millionths."""


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


def check_goal_words(case: Case) -> None:
    """L29, a warning, for a goal whose words have another number than it asks for, or that asks for nothing."""
    for goal in case.blocks("goals"):
        least, label = goal.whole("at_least"), goal.text("label") or ""
        if least == 0:
            message = f"{goal.title} is reached before anybody has done anything."
            goal.report("at_least", "L29", message, "Write 1 or more.", severity="warning")
        elif least and goal.text("measure") not in _IN_OTHER_UNITS:
            _check_number(goal, label, least)


def _check_number(goal: Block, label: str, least: int) -> None:
    found = [(one, int(re.sub(r"\D", "", one[0]))) for one in _NUMBER.finditer(label)]
    if found and least not in [number for _, number in found]:
        one, number = found[0]
        span = goal.source.inside((*goal.path, "label"), one.start(), one.end())
        message = f"{goal.title} says {number}, and asks for {least}."
        remedy = "Write the same number in `label` and in `at_least`."
        related = ((goal.place("at_least"), "here"),) if goal.place("at_least") != span else ()
        goal.source.report(span, "L29", message, remedy, severity="warning", related=related)
