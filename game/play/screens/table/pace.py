"""How fast the weeks pass: seconds of the window for a week of the game, and the second that has been reached.

The simulation jumps from event to event; this clock moves evenly and asks it to keep up (`screen.py`).
"""

from __future__ import annotations

from game.sim.clock import WEEK

SECONDS_A_WEEK = {1: 0.95, 2: 0.45, 3: 0.2, 4: 0.08}
"""By speed; 4 goes to the season's end. At the slowest a season passes in thirteen seconds or less."""

TO_THE_END = 4


class Pace:
    """A second of the game that moves on with the window's time."""

    def __init__(self, second: int, speed: int = 1) -> None:
        self.second = float(second)
        self.speed = speed

    def pass_time(self, seconds: float) -> int:
        """Let seconds of the window pass; gives back the second of the game that is reached."""
        self.second += seconds * WEEK / SECONDS_A_WEEK[self.speed]
        return int(self.second)

    def stand_at(self, second: int) -> None:
        """Something is asked at that second: time waits there."""
        self.second = float(second)
