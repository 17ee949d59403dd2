"""A main screen like the game's, with invented numbers, for tests and for looking at; it is not shipped.

One of each control is in `controls.py`.
"""

from __future__ import annotations

import math
from functools import partial

import pygame

from game.play.kit import (
    STAGES,
    Action,
    Bar,
    Button,
    Canvas,
    Card,
    Column,
    Divider,
    FirstThatFits,
    Heading,
    IconButton,
    Item,
    ItemList,
    KeyChip,
    LineChart,
    Meter,
    Painter,
    Panel,
    Row,
    Scroll,
    Series,
    Spacer,
    Spot,
    StageMark,
    Stepper,
    Text,
    Widget,
)
from game.play.kit.look import Look
from game.play.screen import Screen

LEVERS = (
    ("ear", "Listen & read", "green", 3),
    ("message-circle-reply", "Reply to people", "green", 3),
    ("pencil-line", "Write the blog", "blue", 2),
    ("share-2", "Share others' work", "blue", 2),
    ("users", "Meet in person", "purple", 1),
    ("flask-conical", "Try a new tool", "orange", 0),
    ("megaphone", "Broadcast an offer", "vermillion", 0),
)
COUNTS = {"new": 60, "know": 45, "like": 27, "trust": 13, "buy": 5}
WORDS_OF_STAGES = {"new": "New", "know": "Know", "like": "Like", "trust": "Trust", "buy": "Buy"}


class Gallery(Screen):
    """A main screen like the game's, with invented numbers."""

    name = "gallery"

    def __init__(self) -> None:
        super().__init__()
        self.hours = [count for *_, count in LEVERS]
        self.pressed: list[str] = []
        self.closed = False

    def on_close(self) -> None:
        """Remember that it was told."""
        self.closed = True

    def build(self) -> Widget:
        """Top bar, three columns, the race."""
        wide = Row(
            Column(self._plan(), grow=284, min_width=264),
            Column(self._room(), grow=632, min_width=330),
            Column(self._chart(), self._voices(), gap=14, grow=310, min_width=270),
            gap=14,
            cross="stretch",
        )
        middling = Column(
            Row(self._plan(grow=1), self._room(grow=2), gap=14, cross="stretch", grow=1),
            Row(self._chart(grow=1), self._voices(grow=1), gap=14, cross="stretch"),
            gap=14,
        )
        narrow = Column(self._plan(), self._room(), self._chart(), self._voices(), gap=14)
        return Column(
            self._top(),
            Panel(
                Column(FirstThatFits(wide, middling, narrow, grow=1), self._race(), gap=14),
                padding=(14, 14),
                grow=1,
            ),
            gap=0,
        )

    def _press(self, name: str) -> None:
        self.pressed.append(name)

    def _top(self) -> Widget:
        speeds = (
            ("pause", "Pause", Action.PAUSE),
            ("play", "Play", Action.SPEED_1),
            ("fast-forward", "Fast", Action.SPEED_2),
            ("chevrons-right", "Faster", Action.SPEED_3),
            ("skip-forward", "One week", Action.WEEK),
        )
        buttons = [
            IconButton(
                icon,
                label,
                shortcut=key,
                selected=not place,
                id=f"speed.{place}",
                on_press=partial(self._press, label),
            )
            for place, (icon, label, key) in enumerate(speeds)
        ]
        meters = [
            Meter("Hours", "6", 1.0, icon="clock", colour="sky", id="hours"),
            Meter("Energy", "62", 0.62, icon="battery-medium", colour="yellow", id="energy"),
            Meter("Trust", "31", 0.31, icon="handshake", colour="mint", id="trust"),
        ]
        return Bar(
            Row(
                Column(
                    Heading("The Corner Bakery"),
                    Text("Year 1 of 3 · week 23 · spring", "small", colour="soft"),
                    gap=0,
                ),
                Panel(Row(*buttons, gap=6), padding=4, fill="fill", radius=20),
                FirstThatFits(
                    Text("Paused: plan your week", colour="accent", wrap=False),
                    Text("Paused", colour="accent", wrap=False),
                ),
                Spacer(),
                Row(*meters, gap=18, wrap=True),
                IconButton("menu", "Menu", id="menu", on_press=lambda: self._press("menu")),
                gap=18,
                wrap=True,
            )
        )

    def _plan(self, grow: float = 1) -> Widget:
        steppers = [
            Stepper(
                name,
                self.hours[place],
                icon=icon,
                colour=colour,
                most=6,
                id=f"lever.{place}",
                on_change=partial(self._set, place),
                may_step=partial(self._why_not, place),
                value_words=lambda value: f"{value} half-hours",
            )
            for place, (icon, name, colour, _) in enumerate(LEVERS)
        ]
        free = 12 - sum(self.hours)
        return Card(
            Column(
                Row(
                    Heading("This week"),
                    Spacer(),
                    FirstThatFits(
                        Text("6 hours = 12 half-hours", "small", colour="soft", wrap=False),
                        Spacer(0, grow=0),
                    ),
                    cross="baseline",
                ),
                Scroll(Column(*steppers, gap=1), grow=1, least=150),
                Divider(),
                Row(
                    Text(
                        f"{free} half-hours still free",
                        "strong",
                        colour="accent",
                        grow=1,
                        id="free",
                    ),
                    Button(
                        "Undo",
                        kind="ghost",
                        shortcut=Action.UNDO,
                        show_key=True,
                        id="undo",
                        on_press=lambda: self._press("undo"),
                    ),
                    gap=8,
                ),
                Button(
                    "Start the season",
                    kind="primary",
                    shortcut=Action.PRESS,
                    show_key=True,
                    id="start",
                    on_press=lambda: self._press("start"),
                ),
                gap=8,
            ),
            padding=(12, 14),
            grow=grow,
        )

    def _set(self, place: int, value: int) -> None:
        self.hours[place] = value
        self.refresh()

    def _why_not(self, place: int, value: int) -> str:
        others = sum(self.hours) - self.hours[place]
        return "No half-hour is free." if others + value > 12 else ""

    def _room(self, grow: float = 1) -> Widget:
        spots = [
            Spot(
                partial(_place, n),
                id=f"person.{n}",
                label=f"Person {n}",
                tooltip=f"Person {n} has read you for nine weeks.",
                on_press=partial(self._press, f"person.{n}"),
            )
            for n in range(6)
        ]
        legend = Row(
            *[
                Row(
                    StageMark(stage.name),
                    Text(WORDS_OF_STAGES[stage.name]),
                    Text(str(COUNTS[stage.name]), "number"),
                    gap=6,
                )
                for stage in STAGES
            ],
            gap=16,
            wrap=True,
            spread="center",
        )
        return Panel(
            Column(
                Canvas(
                    _draw_room,
                    *spots,
                    grow=1,
                    least_width=300,
                    least_height=220,
                    moving=True,
                    label="The room",
                    id="room",
                ),
                Panel(legend, padding=(12, 6)),
                gap=0,
            ),
            padding=0,
            fill="ground",
            radius=14,
            shadow=True,
            tone="card",
            grow=grow,
        )

    def _chart(self, grow: float = 0) -> Widget:
        you = tuple((week, 4 + week * 1.15 + 2 * math.sin(week / 2)) for week in range(24))
        harry = tuple((week, 5 + 28 * math.exp(-(((week - 12) / 6) ** 2))) for week in range(24))
        marks = ((0, "0"), (13, "13"), (26, "26"), (39, "39"), (52, "week 52"))
        series = (
            Series("you", you, "trust"),
            Series("Harry", harry, "vermillion", marker="square"),
        )
        return Card(
            Column(
                Row(
                    Heading("Trust"),
                    Spacer(),
                    FirstThatFits(
                        Text("people who trust you", "small", colour="soft", wrap=False),
                        Spacer(0, grow=0),
                    ),
                    cross="baseline",
                ),
                LineChart(
                    series,
                    label="Trust",
                    across=(0, 52),
                    up=(0, 80),
                    marks=marks,
                    now=(23, "now"),
                    height=170,
                    id="chart",
                ),
                gap=6,
            ),
            padding=(16, 12),
            grow=grow,
        )

    def _voices(self, grow: float = 1) -> Widget:
        return Card(
            Column(
                Row(Heading("What people say"), Spacer(), KeyChip(Action.LOG)),
                Scroll(
                    ItemList(
                        Item(
                            "heart",
                            "Mia (likes you)",
                            "shared your rye recipe with her friends",
                            disc=(248, 226, 178),
                        ),
                        Item(
                            "badge-check",
                            "Tom (trusts you)",
                            '"She answered at ten at night. Kind."',
                            disc=(178, 224, 214),
                        ),
                        Item(
                            "eye",
                            "A stranger",
                            "has read you for nine weeks, silently",
                            disc=(206, 232, 248),
                        ),
                        Item(
                            "shopping-bag",
                            "Priya (buys)",
                            "sent two neighbours to the shop",
                            disc=(204, 208, 230),
                        ),
                    ),
                    grow=1,
                    id="voices",
                ),
                gap=10,
            ),
            padding=(16, 14),
            grow=grow,
        )

    def _race(self) -> Widget:
        return Card(
            Column(
                Row(
                    Heading("The long race"),
                    Text("how many people trust you enough to buy", "small", colour="soft"),
                    cross="baseline",
                    gap=16,
                    wrap=True,
                ),
                Canvas(_draw_lanes, least_height=92, label="The race: you 18, Harry 25", id="race"),
                gap=6,
            ),
            padding=(16, 12),
        )


def _place(number: int, rect: pygame.Rect, look: Look) -> pygame.Rect:
    angle = number / 6 * 2 * math.pi + 0.4
    spot = pygame.Rect(0, 0, look.px(30), look.px(40))
    spot.center = (
        round(rect.centerx + math.cos(angle) * rect.w * 0.3),
        round(rect.centery + math.sin(angle) * rect.h * 0.3),
    )
    return spot


def _draw_room(painter: Painter, rect: pygame.Rect) -> None:
    look = painter.look
    painter.box(rect, (244, 232, 210), radius=14)
    wall = pygame.Rect(rect.x, rect.y, rect.w, rect.h // 6)
    painter.box(wall, (222, 205, 180), radius=14)
    for number in range(6):
        middle = _place(number, rect, look).center
        bob = (
            round(math.sin(painter.now * 3 + number) * look.px(2)) if not look.reduced_motion else 0
        )
        stage = STAGES[1 + number % 4]
        body = pygame.Rect(0, 0, look.px(16), look.px(20))
        body.center = (middle[0], middle[1] + look.px(8) + bob)
        painter.box(body, stage.colour, radius=7, border="ink")
        painter.mark(
            stage.shape, (middle[0], middle[1] - look.px(10) + bob), look.px(14), stage.colour
        )
    x, y = _place(3, rect, look).midtop
    painter.bubble("How do you keep rye fresh?", (x, y), rect.inflate(-8, -8))


def _draw_lanes(painter: Painter, rect: pygame.Rect) -> None:
    look = painter.look
    for number, (name, value, colour) in enumerate(
        (("You", 18, (228, 240, 228)), ("Harry", 25, (250, 230, 220)))
    ):
        lane = pygame.Rect(
            rect.x + look.text_px(90), rect.y + number * rect.h // 2, 0, rect.h // 2 - look.px(8)
        )
        lane.w = rect.right - lane.x
        painter.box(lane, colour, radius=99)
        painter.text(name, (rect.x, lane.centery), "strong")
        painter.text(str(value), (lane.x - look.px(10), lane.centery), "number", anchor="right")
        x = lane.x + lane.w * value / 60
        painter.mark(
            "diamond", (x, lane.centery), look.px(26), "trust" if not number else "vermillion"
        )
