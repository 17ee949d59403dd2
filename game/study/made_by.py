"""By what a long report was made: a digest that changes when its numbers could.

The model number stands for the code, since it is raised whenever a committed baseline changes; with it go all
parameters and the rules of the scenarios that the report ran.
"""

from __future__ import annotations

import hashlib
import json

from game.sim.model import MODEL
from game.sim.parameter import Parameters
from game.sim.scenario import Scenario


def made_by(*scenarios: Scenario) -> str:
    """The digest of model, default parameters and the rules of *scenarios*: sixteen hexadecimal digits."""
    parts = [MODEL, Parameters().model_dump(mode="json"), [one.rules_hash for one in scenarios]]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]
