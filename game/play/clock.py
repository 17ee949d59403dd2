"""Where the window has its time from: the wall, or whoever drives it.

Simulated time is not kept here but in `game.sim`; what lasts a frame is `window.py`'s.
"""

from __future__ import annotations

import time
from typing import Protocol

import pygame

FRAMES_PER_SECOND = 60


class Clock(Protocol):
    """Where the window has its time from."""

    def now(self) -> float:
        """Seconds since some moment."""
        ...

    def wait(self) -> None:
        """Rest until the next frame is due."""
        ...


class WallClock:
    """The time on the wall, sixty frames a second."""

    def __init__(self) -> None:
        self._frames = pygame.time.Clock()

    def now(self) -> float:
        """Seconds since some moment."""
        return time.perf_counter()

    def wait(self) -> None:
        """Rest until the next frame is due."""
        self._frames.tick(FRAMES_PER_SECOND)


class VirtualClock:
    """A time that goes on only when told: for the pilot and for tests."""

    def __init__(self) -> None:
        self._now = 0.0

    def now(self) -> float:
        """Seconds since it was made."""
        return self._now

    def wait(self) -> None:
        """No time passes by waiting."""

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._now += seconds
