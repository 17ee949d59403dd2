"""Who is on the way where: guests who come in through a door, walk over, talk with each other, and leave.

Where they shall stand is decided in `game/play/presenters/room.py`; the room around them is `party.py`'s.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import pygame

from game.play.figures.doorways import threshold
from game.play.figures.features import Mood
from game.play.figures.hall import floor_of
from game.play.figures.person import crowd_picture, person_picture
from game.play.figures.runner import runner_picture
from game.play.kit.look import Look
from game.play.presenters.floor import MIDDLE, STREET_DOOR
from game.play.presenters.room import Leaver, Room, Standing

WALK = 1.4
"""Seconds for a way across the room."""

A_SAY = 1.7
"""Seconds that one of two people talks before it is the other's turn."""

Place = tuple[float, float]


@dataclass
class Walk:
    """The way somebody goes, point by point, and when they set out (seconds of the scene)."""

    points: tuple[Place, ...]
    since: float

    @property
    def end(self) -> Place:
        """Where it leads."""
        return self.points[-1]

    @property
    def ends_at(self) -> float:
        """When they are there."""
        return self.since + WALK * (len(self.points) - 1)

    def at(self, now: float) -> Place:
        """Where they are now: they set off and arrive gently."""
        legs = len(self.points) - 1
        gone = max(0.0, (now - self.since) / WALK)
        if gone >= legs:
            return self.end
        leg = int(gone)
        share = gone - leg
        eased = share * share * (3 - 2 * share)
        (x, y), (to_x, to_y) = self.points[leg], self.points[leg + 1]
        return x + (to_x - x) * eased, y + (to_y - y) * eased


@dataclass(frozen=True)
class Actor:
    """A figure ready to be drawn: its picture, its way, the beat it sways to; *person* below 0 has no name.

    *talking* is the picture while it is its turn to talk: the first (0) or the second (1) of two.
    """

    image: pygame.Surface
    walk: Walk
    beat: float
    person: int = -1
    talking: pygame.Surface | None = None
    turn: int = 0

    def picture(self, now: float) -> pygame.Surface:
        """Its picture now: of two who talk, one does, then the other, then neither."""
        if self.talking is None or int(now / A_SAY + self.beat) % 3 != self.turn:
            return self.image
        return self.talking


class Crowd:
    """Everybody in the *room*, kept from one refresh of the screen to the next so that they can walk."""

    def __init__(self) -> None:
        self._walks: dict[int, Walk] = {}
        self._leaving: dict[int, tuple[Leaver, Standing, Walk]] = {}
        self.room: Room | None = None
        self._cast: list[Actor] = []
        self._cast_for: tuple[object, ...] = ()
        self._settled_at = 0.0

    def come(self, room: Room, now: float, *, at_once: bool) -> None:
        """Let the room become this one: who is new walks in, who stands elsewhere walks over, who goes walks out."""
        at_once = at_once or self.room is None
        self._let_go(room, now, at_once=at_once)
        walks = {one.person: self._walk_of(one, room, now, at_once=at_once) for one in room.guests}
        if not at_once:
            self._fetch(room, walks, now)
        self._walks, self.room, self._cast_for = walks, room, ()
        ways = [*walks.values(), *(walk for _, _, walk in self._leaving.values())]
        self._settled_at = max((walk.ends_at for walk in ways), default=now)

    def _walk_of(self, guest: Standing, room: Room, now: float, *, at_once: bool) -> Walk:
        end = (guest.x, guest.y)
        old = self._walks.get(guest.person)
        if at_once:
            return _still(*end)
        if old is None:
            return Walk((threshold(room.doors, guest.door), end), now)
        return old if old.end == end else Walk((old.at(now), end), now)

    def _fetch(self, room: Room, walks: dict[int, Walk], now: float) -> None:
        """Whoever sent somebody new goes to the door for them, and both come in together."""
        for guest in room.guests:
            if guest.person in self._walks or guest.brought_by not in walks:
                continue
            host = self._walks.get(guest.brought_by, walks[guest.brought_by])
            door = threshold(room.doors, guest.door)
            beside = (door[0] + 0.03, door[1] + 0.02)
            walks[guest.brought_by] = Walk((host.at(now), beside, walks[guest.brought_by].end), now)
            walks[guest.person] = Walk((door, door, (guest.x, guest.y)), now)

    def _let_go(self, room: Room, now: float, *, at_once: bool) -> None:
        """Those who have turned away walk out; in still pictures they stand at the street's door."""
        stay = {one.person for one in room.guests}
        kept = {
            person: gone
            for person, gone in self._leaving.items()
            if person not in stay and now < gone[2].ends_at and not at_once
        }
        before = {one.person: one for one in self.room.guests} if self.room else {}
        for leaver in room.leaving:
            if leaver.person in before and leaver.person not in stay | set(kept):
                start = self._walks[leaver.person].at(now)
                way = _still(*STREET_DOOR) if at_once else Walk((start, STREET_DOOR), now)
                kept[leaver.person] = (leaver, before[leaver.person], way)
        self._leaving = kept

    def leaving(self, now: float, *, still: bool) -> list[tuple[Leaver, Place]]:
        """Who is on the way out, and where they are."""
        return [
            (leaver, walk.at(now))
            for leaver, _, walk in self._leaving.values()
            if still or now < walk.ends_at
        ]

    def actors(self, look: Look, rect: pygame.Rect, now: float) -> list[Actor]:
        """Everybody, those at the back first."""
        gone = look.reduced_motion or now <= self._settled_at
        wanted = (id(self.room), rect.size, look.factor, gone)
        if wanted != self._cast_for:
            self._cast = self._make_cast(look, rect, with_leaving=gone)
            self._cast_for = wanted
        if now <= self._settled_at:
            self._cast.sort(key=lambda actor: actor.walk.at(now)[1])
        return self._cast

    def place_of(self, person: int, now: float) -> Place | None:
        """Where a guest stands now, as shares of the floor."""
        walk = self._walks.get(person)
        return walk.at(now) if walk else None

    # --- the cast -----------------------------------------------------------------------------

    def _make_cast(self, look: Look, rect: pygame.Rect, *, with_leaving: bool) -> list[Actor]:
        if self.room is None:
            return []
        tall = height_of(rect)
        cast = [*self._guests(look, tall), *self._grey(look, tall), *self._runners(look, tall)]
        if with_leaving:
            cast += [
                Actor(person_picture(look, tall, one.face, one.kind, "", "blank"), walk, 0.0, one.person)
                for _, one, walk in self._leaving.values()
            ]  # fmt: skip
        return sorted(cast, key=lambda actor: actor.walk.end[1])

    def _guests(self, look: Look, tall: int) -> list[Actor]:
        room = self.room
        assert room is not None, "there is a cast only in a room"
        usual: Mood = "blank" if room.host == "flits" else "smile"
        pair_of = {
            person: (n, turn)
            for n, pair in enumerate(room.pairs)
            for turn, person in enumerate(pair)
        }
        cast = []
        for one in room.guests:
            pair, turn = pair_of.get(one.person, (-1, 0))
            talking = (
                person_picture(look, tall, one.face, one.kind, one.look, "talk")
                if pair >= 0
                else None
            )
            beat = pair * 0.618 if pair >= 0 else one.face % 628 / 100
            image = person_picture(look, tall, one.face, one.kind, one.look, usual)
            cast.append(Actor(image, self._walks[one.person], beat, one.person, talking, turn))
        return cast

    def _grey(self, look: Look, tall: int) -> list[Actor]:
        room, height = self.room, round(tall * 0.94)
        assert room is not None, "there is a cast only in a room"
        plain = crowd_picture(look, height)
        cast = [Actor(plain, _still(*place), place[0] * 40) for place in room.crowd]
        for circle in room.circles:
            image = crowd_picture(look, height, "blank" if circle.manner == "flits" else "smile")
            cast += [Actor(image, _still(*place), place[0] * 40) for place in circle.around]
        return cast

    def _runners(self, look: Look, tall: int) -> list[Actor]:
        room = self.room
        assert room is not None, "there is a cast only in a room"
        rivals = [
            Actor(runner_picture(look, round(tall * 1.25), one.number), _still(one.x, one.y), 1.0)
            for one in room.circles
        ]
        host = runner_picture(look, round(tall * 1.65), 0)
        return [*rivals, Actor(host, _still(MIDDLE[0], MIDDLE[1] + 0.06), 0.0)]


def _still(x: float, y: float) -> Walk:
    return Walk(((x, y),), 0.0)


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
