"""The room: who stands where. The same person keeps their place as long as their relationship stays the same.

Distance from the middle is the relationship once its light is lit, and before that how often they have met you. Places
are shares of the floor's width and height. How people look is in `game/play/figures`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.authoring.words import Words
from game.play.presenters.people import story_words
from game.play.presenters.wording import question_of
from game.sim.light import Light
from game.sim.measure import Stage
from game.sim.view import Covered, Guest, RivalView, View

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

ROWS, COLUMNS = 12, 25
MIDDLE = (0.5, 0.49)
MOST_GUESTS = 120
MOST_CROWD = 36
MOST_AROUND_RIVAL = 9
CORNERS = ((0.085, 0.36), (0.915, 0.36), (0.085, 0.80), (0.915, 0.80))
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)

CLOSENESS: Mapping[Stage, float] = {
    Stage.HOSTILE: 0.0, Stage.LAPSED: 0.05, Stage.STRANGER: 0.12, Stage.KNOWS: 0.4, Stage.LIKES: 0.66,
    Stage.TRUSTS: 0.82, Stage.CUSTOMER: 0.93, Stage.ADVOCATE: 1.0,
}  # fmt: skip
LOOKS: Mapping[Stage, str] = {
    Stage.STRANGER: "new", Stage.KNOWS: "know", Stage.LIKES: "like", Stage.TRUSTS: "trust", Stage.CUSTOMER: "buy",
    Stage.ADVOCATE: "advocate", Stage.LAPSED: "lapsed", Stage.HOSTILE: "hostile",
}  # fmt: skip
LEGEND = (
    ("know", "knows"), ("like", "likes"), ("trust", "trusts"), ("buy", "customers"), ("advocate", "advocates"),
    ("lapsed", "lapsed"), ("hostile", "hostile"),
)  # fmt: skip


@dataclass(frozen=True)
class Standing:
    """A guest and where they stand; *look* is the stage's, or empty while it is in the fog."""

    person: int
    name: str
    face: int
    kind: str
    look: str
    x: float
    y: float
    slot: int
    says: str


@dataclass(frozen=True)
class Circle:
    """A rival in a corner with a few figures around; *number* is the runner's in the scenario's order."""

    number: int
    name: str
    x: float
    y: float
    around: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Count:
    """One entry of the legend: a look, its name, how many."""

    look: str
    name: str
    number: int


@dataclass(frozen=True)
class Room:
    """Everybody at the party. A figure of the crowd stands for *each* people; *question* covers what is in the fog."""

    guests: tuple[Standing, ...]
    crowd: tuple[tuple[float, float], ...]
    circles: tuple[Circle, ...]
    each: int
    legend: tuple[Count, ...]
    met: int
    question: str

    @property
    def has_grey(self) -> bool:
        """Whether there are figures that stand for several people."""
        return bool(self.crowd) or any(circle.around for circle in self.circles)


def room(view: View, words: Words, before: Room | None = None) -> Room:
    """The room as it is now; those who were there *before* stay where they stood, if they may."""
    guests = view.guests(MOST_GUESTS)
    rest = max(0, view.crowd - len(guests))
    rivals = _shown(view.rivals)
    each = _each(rest, max((rival.followers for _, rival in rivals), default=0))
    free = SLOTS[:, 2] >= 0
    for place in range(len(rivals)):
        free &= ~_near(CORNERS[place])
    chosen = _placed(guests, free, before)
    standing = _standing(view, words, guests, chosen)
    free[list(chosen.values())] = False
    return Room(
        guests=standing,
        crowd=_by_the_walls(free, math.ceil(rest / each) if rest else 0),
        circles=tuple(_circle(place, n, rival, each) for place, (n, rival) in enumerate(rivals)),
        each=each,
        legend=_legend(view, words),
        met=view.crowd,
        question=_question(view, words),
    )


def _shown(rivals: tuple[RivalView, ...]) -> list[tuple[int, RivalView]]:
    """As many rivals as there are corners: those with most followers, in the scenario's order."""
    numbered = [(place + 1, rival) for place, rival in enumerate(rivals)]
    most = sorted(numbered, key=lambda one: (-one[1].followers, one[0]))[: len(CORNERS)]
    return sorted(most, key=lambda one: one[0])


def _each(rest: int, most_followers: int) -> int:
    """For how many people a figure of the crowd stands: as few as leave room to move."""
    return next(
        (
            step
            for step in STEPS
            if rest <= step * MOST_CROWD and most_followers <= step * MOST_AROUND_RIVAL
        ),
        STEPS[-1],
    )


def _slots() -> Numbers:
    """Places on the floor: x, y, distance from the middle (below 0 where nobody may stand), angle."""
    found = []
    for row in range(ROWS):
        for column in range(COLUMNS):
            number = row * COLUMNS + column
            x = (column + 0.5 + (row % 2) * 0.4 - 0.2 + _shake(number, 0.42)) / COLUMNS
            y = (row + 0.75 + _shake(number * 7 + 3, 0.4)) / (ROWS + 0.5)
            found.append((x, y, _distance(x, y), math.atan2(y - MIDDLE[1], x - MIDDLE[0])))
    return np.array(found)


def _shake(number: int, most: float) -> float:
    return ((number * 2654435761 % 4096) / 4096 - 0.5) * most


def _distance(x: float, y: float) -> float:
    """From the middle, 1 at the middle of a wall; below 0 beside the host, behind the bar and outside."""
    from_middle = math.hypot((x - MIDDLE[0]) / 0.5, (y - MIDDLE[1]) / 0.5)
    beside_host = math.hypot((x - MIDDLE[0]) / 0.075, (y - MIDDLE[1] + 0.02) / 0.15) < 1
    furniture = y < 0.17 and (x < 0.24 or x > 0.73)
    outside = not (0.02 < x < 0.98 and 0.07 < y < 0.985)
    plant = y > 0.86 and (x < 0.075 or x > 0.925)
    return -1.0 if beside_host or furniture or outside or plant else from_middle


SLOTS = _slots()


def _near(corner: tuple[float, float]) -> Flags:
    away = np.hypot((SLOTS[:, 0] - corner[0]) / 0.105, (SLOTS[:, 1] - corner[1]) / 0.17)
    near: Flags = away < 1
    return near


def _closeness(guest: Guest) -> float:
    """From 0 (at the wall) to 1 (beside you)."""
    if guest.stage is not None:
        return CLOSENESS[guest.stage]
    return min(0.95, 0.1 + math.log2(1 + guest.met) / 6)


def _placed(
    guests: tuple[Guest, ...],
    free: Flags,
    before: Room | None,
) -> dict[int, int]:
    """A place for each guest, the closest first: as near as their relationship, on their own side of the room."""
    slots, open_now = SLOTS, free.copy()
    stood = {one.person: one.slot for one in before.guests} if before else {}
    found: dict[int, int] = {}
    for guest in sorted(guests, key=lambda one: (-_closeness(one), one.person)):
        wished = 0.3 + (1 - _closeness(guest)) * 0.85
        side = (guest.face % 6283) / 1000 - math.pi
        turn = np.abs((slots[:, 3] - side + math.pi) % (2 * math.pi) - math.pi)
        cost = np.abs(slots[:, 2] - wished) * 2 + turn * 0.12
        if guest.person in stood:
            cost[stood[guest.person]] -= 0.3
        cost[~open_now] = np.inf
        slot = int(np.argmin(cost))
        if not np.isfinite(cost[slot]):
            break
        open_now[slot] = False
        found[guest.person] = slot
    return found


def _standing(
    view: View, words: Words, guests: tuple[Guest, ...], chosen: dict[int, int]
) -> tuple[Standing, ...]:
    slots = SLOTS
    latest = {story.person: story_words(story, words) for story in reversed(view.stories(40))}
    return tuple(
        Standing(
            person=guest.person,
            name=guest.name,
            face=guest.face,
            kind=guest.kind,
            look=_look(view, guest.stage),
            x=float(slots[chosen[guest.person], 0]),
            y=float(slots[chosen[guest.person], 1]),
            slot=chosen[guest.person],
            says=latest.get(guest.person) or words("room.met", n=guest.met),
        )
        for guest in guests
        if guest.person in chosen
    )


def _look(view: View, stage: Stage | None) -> str:
    """The look of a stage; one that another light covers looks like the rung below."""
    if stage is None:
        return ""
    if stage is Stage.ADVOCATE and not view.sees("advocates"):
        return LOOKS[Stage.CUSTOMER]
    if stage in (Stage.LAPSED, Stage.HOSTILE) and not view.sees("lapsed"):
        return LOOKS[Stage.KNOWS]
    return LOOKS[stage]


def _by_the_walls(free: Flags, count: int) -> tuple[tuple[float, float], ...]:
    """The free places farthest from the middle."""
    slots = SLOTS
    order = np.argsort(-np.where(free, slots[:, 2], -2), kind="stable")[:count]
    return tuple((float(slots[n, 0]), float(slots[n, 1])) for n in order if free[n])


def _circle(place: int, number: int, rival: RivalView, each: int) -> Circle:
    """A rival's corner, with a figure for each so many followers around."""
    x, y = CORNERS[place]
    count = min(MOST_AROUND_RIVAL, math.ceil(rival.followers / each))
    around = [_beside(x, y, turn) for turn in range(count)]
    return Circle(number, rival.name, x, y, tuple(around))


def _beside(x: float, y: float, turn: int) -> tuple[float, float]:
    """Places on a half circle behind and beside a rival, nearer ones first."""
    angle = math.pi * (1.0 + (turn * 0.618) % 1.0)
    ring = 0.062 + 0.006 * (turn % 3)
    return x + math.cos(angle) * ring, y - 0.02 + math.sin(angle) * ring * 1.1


def _legend(view: View, words: Words) -> tuple[Count, ...]:
    found = []
    for look, measure in LEGEND:
        value = view.measure(measure)
        if not isinstance(value, Covered) and (value or look in ("know", "like", "trust", "buy")):
            found.append(Count(look, words(f"stage.{look}"), value))
    return tuple(found)


def _question(view: View, words: Words) -> str:
    return "" if view.sees("likes") else question_of(Light.LADDER, view.scenario, words)
