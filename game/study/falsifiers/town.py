"""The town of all falsifiers, and the small form of it in which most of them look.

No story is in it, so that no change of a story makes their results stale.
"""

from __future__ import annotations

from pathlib import Path

from game.authoring.load import load_scenario
from game.sim.scenario import Scenario

TOWN = Path(__file__).with_name("town.yaml")
PEOPLE = 1000


def town() -> Scenario:
    """The scenario of all falsifiers."""
    return load_scenario(TOWN)


def with_few_people(scenario: Scenario) -> Scenario:
    """*scenario* in a market of a thousand."""
    market = scenario.market.model_copy(update={"people": PEOPLE})
    return scenario.model_copy(update={"market": market})


def small(scenario: Scenario) -> Scenario:
    """*scenario* in a market of a thousand, with the seat alone."""
    return with_few_people(scenario).model_copy(update={"runners": (scenario.seated,)})
