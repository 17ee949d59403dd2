"""Strategies: the name in `plays` must be one that exists."""

from __future__ import annotations

from game.authoring.case import Case
from game.sim.spelling import suggestion


def check_strategies(case: Case) -> None:
    """L04 for a strategy that nobody knows; silent where the list of strategies was not given."""
    for runner in case.blocks("runners"):
        name = runner.text("plays")
        if name is not None and case.strategies and name not in case.strategies:
            message = f"There is no strategy `{name}`."
            runner.report("plays", "L04", message, suggestion(name, case.strategies, shown=20))
