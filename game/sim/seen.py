"""What can be seen: the small frozen records that a view is made of.

Who may see what is decided in `view.py`; what named people did is told in `stories.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from game.sim.light import Light
from game.sim.measure import Stage


class StaleView(RuntimeError):
    """A view was read after its moment had passed."""


@dataclass(frozen=True)
class Covered:
    """A measure in the fog: the light that would uncover it. Its question's words are the scenario's or the game's."""

    light: Light


class PlaceView(NamedTuple):
    """A place as its visitors see it. *crowd* is members per mille of the town; posts, followers: the runner's."""

    id: str
    name: str
    kind: str
    owned: bool
    invitation: bool
    is_open: bool
    closed: bool
    joined: bool
    setup_left_minutes: int
    followers: int
    posts_last_week: int
    crowd: int
    weeks_open: int


@dataclass(frozen=True)
class Sign:
    """An early sign that listening has shown: a kind of setback and the day it was noticed."""

    kind: str
    day: int


@dataclass(frozen=True)
class SetbackView:
    """One of the runner's own setbacks, once it has struck."""

    kind: str
    stage: str
    day: int
    answered: bool
    answer: str


@dataclass(frozen=True)
class RivalView:
    """A rival as the street sees it: hooded, followers and posts in public, and what went wrong in public.

    *talks* and *talk_minutes* are of all the weeks so far: who talks with whom, and how long, is seen at a party.
    """

    id: str
    name: str
    followers: int
    posts_last_week: int
    news: tuple[tuple[int, str], ...]
    offers_last_week: int
    talks: int
    talk_minutes: int


@dataclass(frozen=True)
class Guest:
    """A person who has met the runner. *stage* is None until the ladder's light is lit; *met* counts meetings.

    *places* are the ids of those where they follow: lists of followers are there to be read.
    """

    person: int
    name: str
    face: int
    met: int
    kind: str
    stage: Stage | None
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class CardSeen:
    """A card that has come, and the option chosen."""

    id: str
    day: int
    option: str
