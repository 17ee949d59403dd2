"""A rehearsal: what a card or a light would ask the player's seat on the first morning, without a run.

For authors, who want to see what they wrote; a run asks in `card.py` and `insight.py`.
"""

from __future__ import annotations

from game.sim import card, engine, insight
from game.sim.decision import Request
from game.sim.light import LIGHTS, Light
from game.sim.luck import Luck
from game.sim.scenario import Scenario
from game.sim.state import RunnerState
from game.sim.view import View


class Rehearsal:
    """The world of *scenario* before anything has happened, in which single questions are put."""

    def __init__(self, scenario: Scenario, seed: int = 1) -> None:
        self.scenario = scenario
        self._world = engine.build(scenario, Luck(((0, seed),)), scenario.weeks)

    @property
    def _state(self) -> RunnerState:
        return self._world.state_of(self.scenario.seat)

    @property
    def view(self) -> View:
        """What the player may know on that morning."""
        return View(self._world, self._state.index)

    @property
    def lights(self) -> tuple[Light, ...]:
        """The lights that can dawn in the scenario."""
        return tuple(light for light in LIGHTS if self._state.lights[light].state != "off")

    def card(self, id: str) -> Request:
        """What the card asks, brought by whoever would bring it. Raises `LookupError` for one that is not there."""
        found = self.scenario.card(id)
        if found is None:
            raise LookupError(f"{self.scenario.id} has no card {id}.")
        person = card.bringer_of(self._world, self._state, found)
        return card.question_of(self._world, self._state, found, person)

    def light(self, light: Light) -> Request:
        """What the light asks."""
        return insight.question_of(self._world, self._state, light)
