"""Places as the doors of the party: which stand open, how much comes out of each, which are boarded up.

What may be done about a place is next door in `places.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.authoring.words import Words
from game.sim.seen import PlaceView
from game.sim.view import View

State = Literal["open", "closed"]
CROWDED = (1, 60, 180, 350)
"""Members per mille of the town from which on a door is busier by one step."""

ICONS = {
    "microblog": "message-circle", "network": "users", "professional": "handshake", "blog": "book-open",
    "website": "globe", "mail": "mail", "wave": "sparkles", "event": "coffee",
}  # fmt: skip


@dataclass(frozen=True)
class Door:
    """A place as a door: *busy* from 0 to 4, *mine* where the player is, *told* for whoever asks.

    *number* is the place's in the scenario's order.
    """

    id: str
    number: int
    name: str
    icon: str
    state: State
    busy: int
    mine: bool
    told: str


def doors(view: View, words: Words) -> tuple[Door, ...]:
    """The doors that there are so far: open ones and, as a memory, those that have closed."""
    return tuple(
        _door(number, one, words)
        for number, one in enumerate(view.places)
        if one.is_open or one.closed
    )


def _door(number: int, place: PlaceView, words: Words) -> Door:
    busy = sum(place.crowd >= step for step in CROWDED)
    if place.owned:
        busy = min(4, sum(place.followers >= step for step in (1, 10, 30, 90)))
    return Door(
        id=place.id,
        number=number,
        name=place.name,
        icon=ICONS[place.kind],
        state="closed" if place.closed else "open",
        busy=0 if place.closed else busy,
        mine=place.joined and not place.closed,
        told=", ".join([place.name, *_facts(place, words)]),
    )


def _facts(place: PlaceView, words: Words) -> list[str]:
    if place.closed:
        return [words("adjust.is_closed")]
    found = [words("adjust.followers", n=place.followers)] if place.joined else []
    if place.owned:
        found.append(words("adjust.yours"))
    elif place.crowd:
        found.append(words("adjust.crowd", share=max(1, place.crowd // 10)))
    if not place.joined:
        found.append(words("room.not_there"))
    return found
