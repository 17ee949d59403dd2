"""The contract of a strategy: frozen, without memory of its own, one method.

The strategies that ship are in `game/strategies`, one archetype a file.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from game.sim.decision import Decision, Request


class Strategy(ABC):
    """Decides for one runner. Subclass as a frozen dataclass; its fields are its parameters.

    All it may remember is in `request.view`, which holds what the runner may know, with full history.
    """

    name: ClassVar[str]

    @abstractmethod
    def decide(self, request: Request) -> Decision:
        """Answer *request* from its view alone."""
