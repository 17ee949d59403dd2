"""The room: who is at the party, how they stand to each other, and what the room makes of the runners' manners.

Distance from the middle is the relationship once its light is lit, and before that how often they have met you. Who
takes which place is decided next door in `floor.py`; doors are in `doors.py`, manners in `manners.py`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from game.authoring.words import Words
from game.play.presenters.cast import facts
from game.play.presenters.doors import Door, doors
from game.play.presenters.floor import (
    CORNERS,
    SLOTS,
    STEP_BACK,
    by_the_walls,
    free_places,
    placed,
    together,
)
from game.play.presenters.manners import Manner, manner_of_host, manner_of_rival
from game.play.presenters.people import STORY_ICONS, story_words
from game.play.presenters.wording import cause_words, question_of
from game.sim.clock import SEASONS_PER_YEAR, WEEKS_PER_SEASON
from game.sim.light import Light
from game.sim.measure import Stage
from game.sim.seen import Covered, Guest, RivalView
from game.sim.stories import Story
from game.sim.view import View

MOST_GUESTS = 120
MOST_CROWD = 36
MOST_AROUND_RIVAL = 9
MOST_LEAVING = 6
ALOOF = 0.45
"""How much closeness is worth less beside a host who says nothing at all."""

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
    """A guest and where they stand; *look* is the stage's, or empty while it is in the fog.

    *sign* is the icon of what they did this week, *door* the place through whose door they come, *brought_by* the
    person who sent them (-1 for nobody).
    """

    person: int
    name: str
    face: int
    kind: str
    look: str
    x: float
    y: float
    slot: int
    says: str
    sign: str = ""
    door: str = ""
    brought_by: int = -1


@dataclass(frozen=True)
class Leaver:
    """Somebody who goes, and why: *why* in words, with an icon."""

    person: int
    name: str
    icon: str
    why: str


@dataclass(frozen=True)
class Circle:
    """A rival in a corner with a few figures around; *number* is the runner's in the scenario's order."""

    number: int
    name: str
    x: float
    y: float
    around: tuple[tuple[float, float], ...]
    manner: Manner = ""
    told: str = ""


@dataclass(frozen=True)
class Count:
    """One entry of the legend: a look, its name, how many."""

    look: str
    name: str
    number: int


@dataclass(frozen=True)
class Daylight:
    """The season of the year (0 is spring), the year (from 0), and how far the season has gone, from 0 to 12."""

    season: int = 0
    year: int = 0
    week: int = 0


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
    pairs: tuple[tuple[int, int], ...] = ()
    leaving: tuple[Leaver, ...] = ()
    doors: tuple[Door, ...] = ()
    host: Manner = ""
    host_told: str = ""
    daylight: Daylight = Daylight()

    @property
    def has_grey(self) -> bool:
        """Whether there are figures that stand for several people."""
        return bool(self.crowd) or any(circle.around for circle in self.circles)


def room(view: View, words: Words, before: Room | None = None) -> Room:
    """The room as it is now; those who were there *before* stay where they stood, if they may."""
    guests = present(view)
    rest = max(0, view.crowd - len(guests))
    rivals = _shown(view.rivals)
    circles_of = [
        (place, n, one, manner_of_rival(one, view.week)) for place, (n, one) in enumerate(rivals)
    ]
    host = manner_of_host(view)
    each = _each(rest, max((rival.followers for _, rival in rivals), default=0))
    corners = [(CORNERS[place], manner == "shouts") for place, _, _, manner in circles_of]
    free = free_places(corners, shouting=host == "shouts")
    ties = view.ties(guest.person for guest in guests)
    aloof = ALOOF if host == "alone" else 1.0
    stood = {one.person: one.slot for one in before.guests} if before else {}
    chosen = placed({one: aloof * closeness(one) for one in guests}, ties, free, stood)
    week = view.stories(60, 1)
    free[list(chosen.values())] = False
    season = min(view.week, view.weeks - 1) // WEEKS_PER_SEASON
    return Room(
        guests=_standing(view, words, guests, chosen, week),
        crowd=by_the_walls(free, math.ceil(rest / each) if rest else 0),
        circles=tuple(_circle(*one, each, words) for one in circles_of),
        each=each,
        legend=_legend(view, words),
        met=view.crowd,
        question=_question(view, words),
        pairs=together(chosen, ties),
        leaving=_leaving(week, chosen, words),
        doors=doors(view, words),
        host=host,
        host_told=words(f"room.you_{host}") if host else "",
        daylight=Daylight(
            view.scenario.season_of_year(season),
            season // SEASONS_PER_YEAR,
            view.week % WEEKS_PER_SEASON,
        ),
    )


def present(view: View) -> tuple[Guest, ...]:
    """Who is at the party by name: whoever is known to have turned away has left it."""
    all_who_met = view.guests(2 * MOST_GUESTS)
    return tuple(one for one in all_who_met if one.stage is not Stage.LAPSED)[:MOST_GUESTS]


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


def closeness(guest: Guest) -> float:
    """From 0 (at the wall) to 1 (beside you)."""
    if guest.stage is not None:
        return CLOSENESS[guest.stage]
    return min(0.95, 0.1 + math.log2(1 + guest.met) / 6)


def _standing(
    view: View,
    words: Words,
    guests: tuple[Guest, ...],
    chosen: dict[int, int],
    week: tuple[Story, ...],
) -> tuple[Standing, ...]:
    latest = {story.person: story_words(story, words) for story in reversed(view.stories(40))}
    now = {story.person: story for story in week}
    return tuple(
        Standing(
            person=guest.person,
            name=guest.name,
            face=guest.face,
            kind=guest.kind,
            look=look_of(guest.stage),
            x=float(SLOTS[chosen[guest.person], 0]),
            y=float(SLOTS[chosen[guest.person], 1]),
            slot=chosen[guest.person],
            says=latest.get(guest.person) or words("room.met", n=guest.met),
            sign=STORY_ICONS[now[guest.person].what] if guest.person in now else "",
            door=guest.places[0] if guest.places else "",
            brought_by=now[guest.person].by if guest.person in now else -1,
        )
        for guest in guests
        if guest.person in chosen
    )


def look_of(stage: Stage | None) -> str:
    """The look of a stage as the view tells it; empty while it is in the fog."""
    return "" if stage is None else LOOKS[stage]


def _leaving(week: tuple[Story, ...], chosen: dict[int, int], words: Words) -> tuple[Leaver, ...]:
    """Who turned away this week, and why, as far as the player knows."""
    gone = [one for one in week if one.what == "left" and one.person not in chosen]
    return tuple(
        Leaver(one.person, one.name, STORY_ICONS[one.what], cause_words(one.cause, words))
        for one in gone[:MOST_LEAVING]
    )


def _circle(
    place: int, number: int, rival: RivalView, manner: Manner, each: int, words: Words
) -> Circle:
    """A rival's corner, with a figure for each so many followers around: none where they keep to the wall."""
    x, y = CORNERS[place]
    count = 0 if manner == "alone" else min(MOST_AROUND_RIVAL, math.ceil(rival.followers / each))
    reach = STEP_BACK if manner == "shouts" else 1.0
    around = [_beside(x, y, turn, reach) for turn in range(count)]
    seen = [*facts(rival, words), *([words(f"room.they_{manner}")] if manner else [])]
    told = words("room.told", who=rival.name, says=", ".join(seen))
    return Circle(number, rival.name, x, y, tuple(around), manner, told)


def _beside(x: float, y: float, turn: int, reach: float) -> tuple[float, float]:
    """Places on a half circle behind and beside a rival, nearer ones first."""
    angle = math.pi * (1.0 + (turn * 0.618) % 1.0)
    ring = (0.062 + 0.006 * (turn % 3)) * reach
    across = x + math.cos(angle) * ring
    return min(0.975, max(0.025, across)), y - 0.02 + math.sin(angle) * ring * 1.1


def _legend(view: View, words: Words) -> tuple[Count, ...]:
    found = []
    for look, measure in LEGEND:
        value = view.measure(measure)
        if not isinstance(value, Covered) and (value or look in ("know", "like", "trust", "buy")):
            found.append(Count(look, words(f"stage.{look}"), value))
    return tuple(found)


def _question(view: View, words: Words) -> str:
    return "" if view.sees("likes") else question_of(Light.LADDER, view.scenario, words)
