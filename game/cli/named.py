"""What is named in a command: the scenario and the strategy that were typed, by their ids or as files.

What other options may be is declared in `asked.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.cli.leaving import mendable

if TYPE_CHECKING:
    from game.sim.scenario import Scenario
    from game.sim.strategy import Strategy


def scenario_named(name: str) -> Scenario:
    """The scenario with an id, or at a path; otherwise the command ends with a sentence."""
    from game.authoring.load import ScenarioError, load_scenario

    with mendable(ScenarioError):
        return load_scenario(name)


def strategy_named(text: str) -> Strategy | str:
    """What was typed for a strategy: a name, or the strategy in the file of that path. Raises `ValueError`."""
    from game.authoring.strategy_files import is_file_of_strategy, load_strategy

    return load_strategy(text) if is_file_of_strategy(text) else text
