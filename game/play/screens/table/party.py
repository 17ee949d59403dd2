"""The party: the room as a widget whose guests, rivals and doors can be pointed at, walked through and heard.

Who is on the way where is kept by `crowd.py`; the legend is next door in `legend.py`; the drawings are in
`game/play/figures`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal, Unpack

import pygame

from game.authoring.words import Words
from game.play.figures.doorways import door_rects, paint_doors
from game.play.figures.hall import Setting, hall_picture
from game.play.figures.signs import paint_shouting, paint_sign
from game.play.kit import Action, Canvas, Widget
from game.play.kit.painter import Painter
from game.play.kit.widget import Options
from game.play.presenters.floor import MIDDLE
from game.play.presenters.people import Voice
from game.play.presenters.room import Daylight, Room, Standing
from game.play.screens.table.crowd import Crowd, Place, feet, height_of, sway

ARROWS: dict[Action, tuple[int, int]] = {
    Action.LEFT: (-1, 0), Action.RIGHT: (1, 0), Action.UP: (0, -1), Action.DOWN: (0, 1),
}  # fmt: skip
SIGNS_AT_ONCE = 7
SIGN_TURN = 4.0
"""Seconds after which the next few guests show what they did this week."""


class RoomSpot(Widget):
    """Something in the room one can point at: *where* is its place in the room; a press asks for more of it."""

    role = "spot"

    def __init__(
        self,
        where: Callable[[pygame.Rect], pygame.Rect],
        on_press: Callable[[], None] | None = None,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(**options)
        self.where = where
        self.on_press = on_press

    def press(self) -> None:
        """Ask for more; what has no more to say, says again what it is."""
        if self.on_press is not None:
            self.on_press()
        elif self.scene is not None:
            self.scene.remark(self, self.tooltip)
            self.scene.say(self.tooltip)

    def point(self, where: tuple[int, int], kind: Literal["down", "drag", "up"]) -> bool:
        """A click asks for more."""
        if kind == "up":
            self.press()
        return True


class Party(Canvas):
    """The room with everybody in it. One stop for Tab; the arrows go from one to the next, Enter asks for more."""

    is_focusable = True
    focus_margin = -3
    focus_radius = 10

    def __init__(
        self,
        room: Room,
        crowd: Crowd,
        bubble: Voice | None,
        words: Words,
        on_guest: Callable[[int], None],
        setting: Setting,
        **options: Unpack[Options],
    ) -> None:
        options.setdefault("label", _heard(room, words))
        super().__init__(
            self._draw,
            *_spots(room, words, on_guest),
            moving=True,
            least_width=300,
            least_height=250,
            **options,
        )
        self.room = room
        self.crowd = crowd
        self.bubble = bubble
        self.words = words
        self.setting = setting
        self.met: RoomSpot | None = None

    def place(self, look: object) -> None:
        """Every spot where it will be."""
        for child in self.children:
            assert isinstance(child, RoomSpot)
            child.rect = child.where(self.rect).clip(self.rect)

    def at(self, where: tuple[int, int]) -> Widget | None:
        """The nearest spot under the mouse, else the room."""
        if not self.rect.collidepoint(where):
            return None
        under = [one for one in self.children if one.rect.collidepoint(where)]
        return max(under, key=lambda one: one.rect.bottom) if under else self

    def act(self, action: Action) -> bool:
        """Arrows go to the next spot that way; Enter asks for more of it."""
        if action in ARROWS and self.children:
            return self._go(ARROWS[action])
        if action is Action.PRESS and self.met is not None:
            self.met.press()
            return True
        return False

    def _go(self, way: tuple[int, int]) -> bool:
        here = self.met.rect.center if self.met else self.rect.center
        found = [
            (away, spot)
            for spot in self.children
            if isinstance(spot, RoomSpot) and spot is not self.met
            if (away := _away(here, spot.rect.center, way)) is not None
        ]
        if not found:
            return False
        self._greet(min(found, key=lambda one: one[0])[1])
        return True

    def _greet(self, spot: RoomSpot) -> None:
        self.met = spot
        if self.scene is not None:
            self.scene.remark(spot, spot.tooltip)
            self.scene.say(spot.tooltip)
        self.changed()

    def adopt(self, old: Widget) -> None:
        """Stay with the one that one had gone to."""
        if isinstance(old, Party) and old.met is not None:
            id = old.met.id
            spots = [one for one in self.children if isinstance(one, RoomSpot)]
            self.met = next((one for one in spots if one.id == id), None)

    def paint_children(self, painter: Painter) -> None:
        """Guests are drawn with the room."""

    # --- drawing ------------------------------------------------------------------------------

    def _draw(self, painter: Painter, rect: pygame.Rect) -> None:
        painter.image(hall_picture(painter.look, rect.size, self.setting), rect.topleft)
        paint_doors(painter, rect, self.room.doors)
        self._draw_people(painter, rect)
        self._draw_shouting(painter, rect)
        self._draw_signs(painter, rect)
        self._draw_names(painter, rect)
        if self.met is not None:
            painter.ring(self.met.rect.inflate(6, 6), "ink", radius=9, width=2)
        self._draw_bubbles(painter, rect)

    def _draw_people(self, painter: Painter, rect: pygame.Rect) -> None:
        now, still, tall = painter.now, painter.look.reduced_motion, height_of(rect)
        pictures = []
        for actor in self.crowd.actors(painter.look, rect, now):
            x, y = feet(rect, actor.walk.end if still else actor.walk.at(now))
            lift = 0.0 if still else sway(actor.beat, now, tall)
            image = actor.picture(0.0 if still else now)
            pictures.append(
                (image, (round(x - image.get_width() / 2), round(y - image.get_height() + lift)))
            )
        painter.surface.blits(pictures, False)

    def _draw_shouting(self, painter: Painter, rect: pygame.Rect) -> None:
        loud = [(one.x, one.y, 1.25) for one in self.room.circles if one.manner == "shouts"]
        if self.room.host == "shouts":
            loud.append((MIDDLE[0], MIDDLE[1] + 0.06, 1.65))
        for x, y, size in loud:
            paint_shouting(painter, feet(rect, (x, y)), round(height_of(rect) * size))

    def _draw_signs(self, painter: Painter, rect: pygame.Rect) -> None:
        """What guests did this week, over their heads: a few at a time, then the next few."""
        told = self.bubble.person if self.bubble else -1
        signed = [one for one in self.room.guests if one.sign and one.person != told]
        if not signed:
            return
        still = painter.look.reduced_motion
        groups = -(-len(signed) // SIGNS_AT_ONCE)
        turn = 0 if still else int(painter.now / SIGN_TURN) % groups
        for one in signed[turn::groups]:
            place = self._place_of(one.person, painter)
            if place is not None:
                paint_sign(painter, _over_head(rect, place), one.sign, round(height_of(rect) * 0.5))

    def _draw_names(self, painter: Painter, rect: pygame.Rect) -> None:
        for circle in self.room.circles:
            x, y = feet(rect, (circle.x, circle.y))
            _draw_tag(painter, rect, circle.name, (x, y + painter.look.text_px(9)))

    def _draw_bubbles(self, painter: Painter, rect: pygame.Rect) -> None:
        margin = -2 * painter.look.px(6)
        inside = rect.inflate(margin, margin)
        still = painter.look.reduced_motion
        for leaver, place in self.crowd.leaving(painter.now, still=still)[:1]:
            text = self.words("room.goes", name=leaver.name, why=leaver.why)
            painter.bubble(text, _over_head(rect, place), inside)
            return
        if self.bubble is not None:
            where = self._place_of(self.bubble.person, painter)
            if where is not None:
                text = self.words("room.says", name=self.bubble.name, text=self.bubble.says)
                painter.bubble(text, _over_head(rect, where), inside)

    def _place_of(self, person: int, painter: Painter) -> Place | None:
        now = float("inf") if painter.look.reduced_motion else painter.now
        return self.crowd.place_of(person, now)


def setting_of(daylight: Daylight, counter: str) -> Setting:
    """How the room itself looks: by the time of day and of year, and by the trade."""
    return Setting(daylight.season, daylight.year, daylight.week, counter)


def _over_head(rect: pygame.Rect, place: Place) -> tuple[int, int]:
    x, y = feet(rect, place)
    return round(x), round(y - height_of(rect) * 0.86)


def _away(here: tuple[int, int], there: tuple[int, int], way: tuple[int, int]) -> float | None:
    """How far a spot lies in a direction; None if it does not lie that way."""
    dx, dy = there[0] - here[0], there[1] - here[1]
    along = dx * way[0] + dy * way[1]
    across = abs(dx * way[1]) + abs(dy * way[0])
    return along + across * 2 if along > 3 and along >= across * 0.6 else None


def _draw_tag(painter: Painter, rect: pygame.Rect, text: str, middle: tuple[float, float]) -> None:
    """A name on a small plate, inside the room."""
    look = painter.look
    prose = look.set(text, "small-strong", None)
    plate = pygame.Rect(0, 0, prose.width + look.px(14), prose.line_height + look.px(2))
    plate.center = (round(middle[0]), round(middle[1]))
    plate.clamp_ip(rect.inflate(-look.px(8), -look.px(8)))
    painter.box(plate, "ground", radius=99, border="line")
    painter.text(text, plate.center, "small-strong", anchor="middle")


# --- spots ------------------------------------------------------------------------------------


def _spots(room: Room, words: Words, on_guest: Callable[[int], None]) -> list[Widget]:
    """Doors, rivals, guests: in the order in which they are drawn."""
    doors: list[Widget] = [
        RoomSpot(
            partial(_door_rect, number, len(room.doors)), tooltip=one.told, id=f"door.{one.id}"
        )
        for number, one in enumerate(room.doors)
    ]
    rivals: list[Widget] = [
        RoomSpot(
            partial(_figure_rect, (one.x, one.y), 1.25), tooltip=one.told, id=f"rival.{one.number}"
        )
        for one in room.circles
    ]
    guests: list[Widget] = [_guest_spot(one, words, on_guest) for one in room.guests]
    return [*doors, *rivals, *guests]


def _guest_spot(guest: Standing, words: Words, on_guest: Callable[[int], None]) -> RoomSpot:
    look = words(f"room.looks.{guest.look}") if guest.look else ""
    who = words("room.guest", name=guest.name, look=look) if look else guest.name
    return RoomSpot(
        partial(_figure_rect, (guest.x, guest.y), 1.0),
        partial(on_guest, guest.person),
        tooltip=words("room.told", who=who, says=guest.says),
        id=f"guest.{guest.person}",
    )


def _door_rect(number: int, count: int, rect: pygame.Rect) -> pygame.Rect:
    return door_rects(rect, count)[number]


def _figure_rect(place: Place, size: float, rect: pygame.Rect) -> pygame.Rect:
    tall = height_of(rect) * size
    x, y = feet(rect, place)
    return pygame.Rect(
        round(x - tall * 0.3), round(y - tall * 0.85), round(tall * 0.6), round(tall * 0.85)
    )


def _heard(room: Room, words: Words) -> str:
    """The room in a sentence."""
    counts = [words("table.lane", name=one.name, value=one.number) for one in room.legend]
    grey = [words("room.each", n=room.each)] if room.has_grey else []
    manners = [room.host_told] if room.host_told else []
    met = words("room.have_met", n=room.met)
    return ". ".join([words("table.room"), met, *counts, *grey, *manners])
