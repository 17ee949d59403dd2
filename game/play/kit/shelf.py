"""A shelf of things that were costly to make: bounded, the longest unused is thrown out first.

Fonts, icons and shapes each keep what they draw on one.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class Shelf(Generic[Kept]):
    """Keeps at most `room` things by key and makes what is not there."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.made = 0
        self._things: OrderedDict[Hashable, Kept] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """The thing of that key, made now if it is not kept."""
        try:
            self._things.move_to_end(key)
            return self._things[key]
        except KeyError:
            self.made += 1
            thing = self._things[key] = make()
            if len(self._things) > self.room:
                self._things.popitem(last=False)
            return thing

    def clear(self) -> None:
        """Throw everything out, when the size of the interface has changed."""
        self._things.clear()

    def __len__(self) -> int:
        return len(self._things)
