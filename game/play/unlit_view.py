"""A view in which a light that has gone on, but was not shown to the player yet, is still dark.

Where a light dawns is the simulation's, when it is shown, `screens/table/dawning.py`'s; who looks is `game_session.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.sim.light import Light
from game.sim.measure import measure_named
from game.sim.view import View
from game.sim.world import World


class UnlitView(View):
    """What one runner knew before a light went on: all that it uncovers is in the fog, all else as it is."""

    def __init__(self, world: World, runner: int, unlit: Light) -> None:
        super().__init__(world, runner)
        self._unlit = unlit

    @property
    def lights(self) -> Mapping[Light, str]:
        """How far each light has come, as far as the player has been told."""
        return {**super().lights, self._unlit: "puzzled"}

    def sees(self, id: str) -> bool:
        """Whether a measure is uncovered by what has been shown."""
        return measure_named(id).light is not self._unlit and super().sees(id)
