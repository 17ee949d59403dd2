"""Who is in the room and on the way where: figures walk in, change their place, and sway a little.

Where each should stand comes from `game/play/presenters/room.py`; how it is reached and looked at, `party.py`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import pygame

from game.play.figures.hall import floor_of
from game.play.figures.person import crowd_picture, person_picture
from game.play.figures.runner import runner_picture
from game.play.kit.look import Look
from game.play.presenters.room import MIDDLE, Room, Standing

WALK = 1.4
"""Seconds for a way across the room."""

Place = tuple[float, float]


@dataclass
class Walk:
    """From where to where somebody goes, and when they set out (seconds of the scene)."""

    start: Place
    end: Place
    since: float

    def at(self, now: float) -> Place:
        """Where they are now: they set off and arrive gently."""
        share = min(1.0, max(0.0, (now - self.since) / WALK))
        eased = share * share * (3 - 2 * share)
        (x, y), (to_x, to_y) = self.start, self.end
        return x + (to_x - x) * eased, y + (to_y - y) * eased


@dataclass(frozen=True)
class Actor:
    """A figure ready to be drawn: its picture, its way, the beat it sways to; *person* below 0 has no name."""

    image: pygame.Surface
    walk: Walk
    beat: float
    person: int = -1


class Crowd:
    """Everybody in the room, kept from one refresh of the screen to the next so that they can walk."""

    def __init__(self) -> None:
        self._walks: dict[int, Walk] = {}
        self._room: Room | None = None
        self._cast: list[Actor] = []
        self._cast_for: tuple[object, ...] = ()
        self._settled_at = 0.0

    def come(self, room: Room, now: float, *, at_once: bool) -> None:
        """Let the room become this one: who is new walks in, who stands elsewhere walks over."""
        walks: dict[int, Walk] = {}
        for guest in room.guests:
            walks[guest.person] = self._walk_of(guest, now, at_once=at_once or self._room is None)
        self._walks = walks
        self._room = room
        self._cast_for = ()
        self._settled_at = now + WALK

    def _walk_of(self, guest: Standing, now: float, *, at_once: bool) -> Walk:
        end = (guest.x, guest.y)
        old = self._walks.get(guest.person)
        if at_once:
            return Walk(end, end, now - WALK)
        if old is None:
            return Walk((-0.04 if guest.x < 0.5 else 1.04, guest.y), end, now)
        return old if old.end == end else Walk(old.at(now), end, now)

    def actors(self, look: Look, rect: pygame.Rect, now: float) -> list[Actor]:
        """Everybody, those at the back first."""
        wanted = (id(self._room), rect.size, look.factor)
        if wanted != self._cast_for:
            self._cast = self._make_cast(look, rect)
            self._cast_for = wanted
        if now <= self._settled_at:
            self._cast.sort(key=lambda actor: actor.walk.at(now)[1])
        return self._cast

    def place_of(self, person: int, now: float) -> Place | None:
        """Where a guest stands now, as shares of the floor."""
        walk = self._walks.get(person)
        return walk.at(now) if walk else None

    def _make_cast(self, look: Look, rect: pygame.Rect) -> list[Actor]:
        if self._room is None:
            return []
        room, tall = self._room, height_of(rect)
        cast = [
            Actor(person_picture(look, tall, one.face, one.kind, one.look), self._walks[one.person],
                  one.face % 628 / 100, one.person)
            for one in room.guests
        ]  # fmt: skip
        grey = crowd_picture(look, round(tall * 0.94))
        standing = [*room.crowd, *(place for circle in room.circles for place in circle.around)]
        cast += [Actor(grey, Walk(place, place, 0), place[0] * 40) for place in standing]
        cast += [
            Actor(
                runner_picture(look, round(tall * 1.25), circle.number),
                _still(circle.x, circle.y),
                1.0,
            )
            for circle in room.circles
        ]
        host = runner_picture(look, round(tall * 1.65), 0)
        cast.append(Actor(host, _still(MIDDLE[0], MIDDLE[1] + 0.06), 0.0))
        return sorted(cast, key=lambda actor: actor.walk.end[1])


def _still(x: float, y: float) -> Walk:
    return Walk((x, y), (x, y), -WALK)


def height_of(rect: pygame.Rect) -> int:
    """The height of a guest's picture in a room of that size, in pixels."""
    return max(14, round(min(rect.h / 10.4, rect.w / 14.2)))


def feet(rect: pygame.Rect, place: Place) -> tuple[float, float]:
    """Shares of the floor as a point in pixels."""
    floor = floor_of(rect)
    return floor.x + floor.w * place[0], floor.y + floor.h * place[1]


def sway(beat: float, now: float, tall: int) -> float:
    """How far a figure is off its place, in pixels: they talk and shift from foot to foot."""
    return math.sin(now * 2.1 + beat) * tall * 0.03
