"""The Long Race: a teaching strategy game and an honest simulator.

Each package below says in its first lines what lives there and what lives next door.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.authoring import load_scenario
    from game.sim.decision import Decision, Request
    from game.sim.plan import IllegalMove
    from game.sim.strategy import Strategy
    from game.strategies.check import check_strategy
    from game.strategies.runs import Run, simulate
    from game.study.comparison import compare
    from game.study.replaying import open_run, replay

__version__ = "0.1.0"

__all__ = [
    "Decision",
    "IllegalMove",
    "Request",
    "Run",
    "Strategy",
    "check_strategy",
    "compare",
    "load_scenario",
    "open_run",
    "replay",
    "simulate",
]

_HOMES = {
    "Decision": "game.sim.decision",
    "IllegalMove": "game.sim.plan",
    "Request": "game.sim.decision",
    "Run": "game.strategies.runs",
    "Strategy": "game.sim.strategy",
    "check_strategy": "game.strategies.check",
    "compare": "game.study.comparison",
    "load_scenario": "game.authoring",
    "open_run": "game.study.replaying",
    "replay": "game.study.replaying",
    "simulate": "game.strategies.runs",
}


def __getattr__(name: str) -> Any:
    # fetched when first asked for: `longrace --help` needs none of it
    if name not in _HOMES:
        raise AttributeError(f"module 'game' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
