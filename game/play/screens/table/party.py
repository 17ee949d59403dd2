"""The party: the room as a widget whose guests can be pointed at, walked through with the arrows, and heard.

Who is on the way where is kept by `crowd.py`; the drawings are in `game/play/figures`.
"""

from __future__ import annotations

from typing import Literal, Unpack

import pygame

from game.authoring.words import Words
from game.play.figures.hall import hall_picture
from game.play.figures.palette import MARKS
from game.play.kit import (
    Action,
    Canvas,
    Column,
    Icon,
    Panel,
    Row,
    StageMark,
    Text,
    Widget,
)
from game.play.kit.painter import Painter
from game.play.kit.widget import Options
from game.play.presenters.people import Voice
from game.play.presenters.room import Count, Room, Standing
from game.play.screens.table.crowd import Crowd, Place, feet, height_of, sway

ARROWS: dict[Action, tuple[int, int]] = {
    Action.LEFT: (-1, 0), Action.RIGHT: (1, 0), Action.UP: (0, -1), Action.DOWN: (0, 1),
}  # fmt: skip


class GuestSpot(Widget):
    """A guest one can point at: who they are and what they did last."""

    role = "spot"

    def __init__(self, guest: Standing, **options: Unpack[Options]) -> None:
        super().__init__(**options)
        self.guest = guest

    def point(self, where: tuple[int, int], kind: Literal["down", "drag", "up"]) -> bool:
        """A click shows at once what resting on them shows after a while."""
        if kind == "up" and self.scene is not None:
            self.scene.remark(self, self.tooltip)
            self.scene.say(self.tooltip)
        return True


class Party(Canvas):
    """The room with everybody in it. One stop for Tab; the arrows go from guest to guest."""

    is_focusable = True
    focus_margin = -3
    focus_radius = 10

    def __init__(
        self,
        room: Room,
        crowd: Crowd,
        bubble: Voice | None,
        words: Words,
        **options: Unpack[Options],
    ) -> None:
        spots = [_spot(guest, words) for guest in room.guests]
        options.setdefault("label", _heard(room, words))
        super().__init__(
            self._draw, *spots, moving=True, least_width=300, least_height=250, **options
        )
        self.room = room
        self.crowd = crowd
        self.bubble = bubble
        self.words = words
        self.met: GuestSpot | None = None

    def place(self, look: object) -> None:
        """Every guest's spot where they will stand."""
        tall = height_of(self.rect)
        for child in self.children:
            assert isinstance(child, GuestSpot)
            x, y = feet(self.rect, (child.guest.x, child.guest.y))
            spot = pygame.Rect(
                round(x - tall * 0.3), round(y - tall * 0.85), round(tall * 0.6), round(tall * 0.85)
            )
            child.rect = spot.clip(self.rect)

    def at(self, where: tuple[int, int]) -> Widget | None:
        """The nearest guest under the mouse, else the room."""
        if not self.rect.collidepoint(where):
            return None
        under = [one for one in self.children if one.rect.collidepoint(where)]
        return max(under, key=lambda one: one.rect.bottom) if under else self

    def act(self, action: Action) -> bool:
        """Arrows go to the next guest that way; Enter says again who it is."""
        if action in ARROWS and self.children:
            return self._go(ARROWS[action])
        if action is Action.PRESS and self.met is not None:
            self._greet(self.met)
            return True
        return False

    def _go(self, way: tuple[int, int]) -> bool:
        here = self.met.rect.center if self.met else self.rect.center
        found = [
            (away, spot)
            for spot in self.children
            if isinstance(spot, GuestSpot) and spot is not self.met
            if (away := _away(here, spot.rect.center, way)) is not None
        ]
        if not found:
            return False
        self._greet(min(found, key=lambda one: one[0])[1])
        return True

    def _greet(self, spot: GuestSpot) -> None:
        self.met = spot
        if self.scene is not None:
            self.scene.remark(spot, spot.tooltip)
            self.scene.say(spot.tooltip)
        self.changed()

    def adopt(self, old: Widget) -> None:
        """Stay with the guest one had gone to."""
        if isinstance(old, Party) and old.met is not None:
            person = old.met.guest.person
            self.met = next(
                (s for s in self.children if isinstance(s, GuestSpot) and s.guest.person == person),
                None,
            )

    def paint_children(self, painter: Painter) -> None:
        """Guests are drawn with the room."""

    # --- drawing ------------------------------------------------------------------------------

    def _draw(self, painter: Painter, rect: pygame.Rect) -> None:
        now = painter.now
        painter.image(hall_picture(painter.look, rect.size), rect.topleft)
        still = painter.look.reduced_motion
        tall = height_of(rect)
        pictures = []
        for actor in self.crowd.actors(painter.look, rect, now):
            x, y = feet(rect, actor.walk.end if still else actor.walk.at(now))
            lift = 0.0 if still else sway(actor.beat, now, tall)
            image = actor.image
            pictures.append(
                (image, (round(x - image.get_width() / 2), round(y - image.get_height() + lift)))
            )
        painter.surface.blits(pictures, False)
        self._draw_names(painter, rect)
        if self.met is not None:
            painter.ring(self.met.rect.inflate(6, 6), "ink", radius=9, width=2)
        if self.bubble is not None:
            self._draw_bubble(painter, rect, self.bubble)

    def _draw_names(self, painter: Painter, rect: pygame.Rect) -> None:
        for circle in self.room.circles:
            x, y = feet(rect, (circle.x, circle.y))
            _draw_tag(painter, rect, circle.name, (x, y + painter.look.text_px(9)))
        if self.room.has_grey:
            grey = self.words("room.each", n=self.room.each)
            _draw_tag(painter, rect, grey, (rect.centerx, rect.bottom))

    def _draw_bubble(self, painter: Painter, rect: pygame.Rect, voice: Voice) -> None:
        now = float("inf") if painter.look.reduced_motion else painter.now
        place = self.crowd.place_of(voice.person, now)
        if place is None:
            return
        text = self.words("room.says", name=voice.name, text=voice.says)
        margin = -2 * painter.look.px(6)
        painter.bubble(text, _over_head(rect, place), rect.inflate(margin, margin))


def _over_head(rect: pygame.Rect, place: Place) -> tuple[int, int]:
    x, y = feet(rect, place)
    return round(x), round(y - height_of(rect) * 0.86)


def _away(here: tuple[int, int], there: tuple[int, int], way: tuple[int, int]) -> float | None:
    """How far a guest lies in a direction; None if they do not lie that way."""
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


def _spot(guest: Standing, words: Words) -> GuestSpot:
    look = words(f"room.looks.{guest.look}") if guest.look else ""
    who = words("room.guest", name=guest.name, look=look) if look else guest.name
    told = words("room.told", who=who, says=guest.says)
    return GuestSpot(guest, tooltip=told, id=f"guest.{guest.person}")


def _heard(room: Room, words: Words) -> str:
    """The room in a sentence."""
    counts = [words("table.lane", name=one.name, value=one.number) for one in room.legend]
    grey = [words("room.each", n=room.each)] if room.has_grey else []
    return ". ".join([words("table.room"), words("room.have_met", n=room.met), *counts, *grey])


def legend(room: Room, words: Words) -> Widget:
    """What the marks mean and how many there are; before that, how many have met you and the question."""
    entries: list[Widget] = [_entry(one, words) for one in room.legend]
    if not entries:
        met = words("room.have_met", n=room.met) if room.met else words("room.nobody")
        entries = [Text(met, "strong", id="room.met"), *(_question(room) if room.met else [])]
    return Panel(Row(*entries, gap=12, wrap=True, spread="center"), padding=(10, 7))


def _question(room: Room) -> list[Widget]:
    question = Text(room.question, "body", colour="soft", id="room.question", grow=1)
    return [Row(Icon("cloud-fog", 18, colour="soft"), question, gap=8, grow=1)]


def _entry(count: Count, words: Words) -> Widget:
    return Row(
        LegendMark(count.look),
        Text(count.name, "body"),
        Text(words.number(count.number), "number", id=f"count.{count.look}"),
        gap=5,
    )


class LegendMark(StageMark):
    """A mark as guests carry it over their heads, those among them that the kit's ladder does not have."""

    def __init__(self, look: str, **options: Unpack[Options]) -> None:
        super().__init__("new", 16, **options)
        self.shape, self.colour = MARKS[look]

    def paint(self, painter: Painter) -> None:
        """The mark."""
        side = painter.look.text_px(self.size)
        painter.mark(self.shape, self.rect.center, side, self.colour)


def party_panel(
    room: Room, crowd: Crowd, bubble: Voice | None, words: Words, *, grow: float = 0
) -> Widget:
    """The room above its legend."""
    party = Party(room, crowd, bubble, words, id="room", grow=1)
    return Panel(
        Column(party, legend(room, words), gap=0),
        padding=0,
        fill="ground",
        radius=14,
        shadow=True,
        tone="card",
        grow=grow,
    )
