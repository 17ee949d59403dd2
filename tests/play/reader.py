"""The system's side of a screen reader, as far as tests of the window need one: it keeps what it was told."""

from __future__ import annotations

from typing import Any


class Silent:
    """In place of the system's side: keeps the last tree that was told."""

    def __init__(self, *handlers: Any) -> None:
        self.first, self.ask, _ = handlers
        self.nodes: dict[int, Any] = {}
        self.focus = 0
        self.updates = 0

    def update_window_focus_state(self, has_focus: bool) -> None:
        """Nothing to do."""

    def update_if_active(self, tree: Any) -> None:
        """Keep it."""
        update = tree()
        self.nodes = dict(update.nodes)
        self.focus = update.focus
        self.updates += 1
