"""What happened in a finished run, gathered from its record: who came first, what went wrong, what closed.

The sentences that tell it are next door in `tale.py`; who passed whom, in `standings.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from game.sim.cause import Cause
from game.sim.clock import DAY, WEEK, WEEKS_PER_SEASON, WEEKS_PER_YEAR
from game.sim.ledger import Happened
from game.sim.light import Light
from game.sim.measure import Stage
from game.sim.people import KIND_NAMES
from game.sim.run import Run
from game.sim.state import Setback

SETTLED = ("sign", "averted")


@dataclass(frozen=True)
class Person:
    """Somebody who did something in a week (from 1)."""

    name: str
    face: int
    kind: str
    week: int


@dataclass(frozen=True)
class Trouble:
    """A setback that struck: how many it reached, what was done about it and after how many days (None: nothing).

    *helped* says whether what was done softened what was still to come.
    """

    kind: str
    week: int
    reached: int
    answer: str
    answered_after: int | None
    helped: bool
    was_noticed: bool


@dataclass(frozen=True)
class Closed:
    """A place that closed: with how many of the player's followers, and whether the player was ever there."""

    name: str
    week: int
    followers: int
    was_there: bool


@dataclass(frozen=True)
class YearGoal:
    """A goal of a year (from 1), and what it came to."""

    year: int
    label: str
    value: int
    is_met: bool


@dataclass(frozen=True)
class Chronicle:
    """What there is to tell of one runner."""

    first_customer: Person | None
    first_advocate: Person | None
    friends_sent: int
    worst: Trouble | None
    setbacks: int
    setback_cards: int
    averted: int
    closed: tuple[Closed, ...]
    left_places: tuple[tuple[str, int], ...]
    gave_up: int
    worst_season: int
    burnouts: tuple[int, ...]
    lights: tuple[tuple[Light, int], ...]
    goals: tuple[YearGoal, ...]
    own_words: tuple[str, ...]
    hostile: int


def chronicle(run: Run, seat: str) -> Chronicle:
    """Gather what happened to the runner in *seat*."""
    log = list(_log(run, seat))
    waited = Counter(week_of(line) // WEEKS_PER_SEASON for line in log if line.what == "gave_up")
    state = run.world.state_of(seat)
    stories = {card.id for card in run.scenario.cards if card.kind == "setback"}
    struck = [_trouble(one, log) for one in state.setbacks if one.stage not in SETTLED]
    return Chronicle(
        first_customer=_first(run, seat, log, "bought"),
        first_advocate=_first_advocate(run, seat),
        friends_sent=sum(line.what == "referred" for line in log),
        worst=max(struck, key=lambda one: (one.reached, -one.week), default=None),
        setbacks=len(struck),
        setback_cards=sum(line.what == "card" and line.detail in stories for line in log),
        averted=sum(line.what == "averted" for line in log),
        closed=tuple(_closed(run, seat)),
        left_places=tuple(
            (_place(run, line.detail), week_of(line) + 1) for line in log if line.what == "departed"
        ),
        gave_up=waited.total(),
        worst_season=waited.most_common(1)[0][0] if waited else 0,
        burnouts=tuple(week_of(line) + 1 for line in log if line.what == "burnout"),
        lights=tuple((Light(line.detail), week_of(line) + 1) for line in log if line.what == "lit"),
        goals=tuple(_goals(run, seat, log)),
        own_words=tuple(
            str(note["text"])
            for note in run.notes
            if note.get("kind") == "goal" and note.get("runner") == seat
        ),
        hostile=run.timeline(seat, "hostile")[-1] if run.timeline(seat, "hostile") else 0,
    )


def week_of(line: Happened) -> int:
    """The week (from 0) of a line of the log."""
    return line.second // WEEK


def _log(run: Run, seat: str) -> Iterator[Happened]:
    index = [one.definition.id for one in run.world.runners].index(seat)
    return (line for line in run.world.ledger.log if line.runner == index)


def _first(run: Run, seat: str, log: list[Happened], what: str) -> Person | None:
    lines = [line for line in log if line.what == what and line.person >= 0]
    found = min(lines, key=lambda line: line.second, default=None)
    return person_of(run, seat, found.person, week_of(found) + 1) if found else None


def _first_advocate(run: Run, seat: str) -> Person | None:
    index = [one.definition.id for one in run.world.runners].index(seat)
    for chunk in run.world.ledger.stage_changes:
        for day, _, person, _, new, _ in chunk[:, chunk[1] == index].T.tolist():
            if new == Stage.ADVOCATE:
                return person_of(run, seat, person, day * DAY // WEEK + 1)
    return None


def person_of(run: Run, seat: str, person: int, week: int) -> Person:
    """Somebody by their number, as the runner in *seat* knows them."""
    view = run.view(seat)
    kind = KIND_NAMES[int(run.world.kind[person])]
    return Person(view.name_of(person), view.face_of(person), kind, week)


def _trouble(setback: Setback, log: list[Happened]) -> Trouble:
    """A setback from the day it struck: before that there was only a sign of it."""
    struck = min(
        (
            line.second
            for line in log
            if line.what == "setback"
            and line.detail == setback.kind
            and line.second >= setback.born
        ),
        default=setback.born,
    )
    after = (setback.answered - struck) // DAY if setback.answered >= 0 else None
    return Trouble(
        setback.kind,
        struck // WEEK + 1,
        setback.reached,
        setback.answer,
        after,
        setback.softened > 0,
        0 <= setback.noticed < struck,
    )


def _place(run: Run, id: str) -> str:
    return next((place.name for place in run.scenario.places if place.id == id), id)


def _closed(run: Run, seat: str) -> Iterator[Closed]:
    """Places that closed while the race was run, and how many of one's followers lost them in that week."""
    joined = {line.detail for line in _log(run, seat) if line.what == "joined"}
    for line in run.world.ledger.log:
        if line.what == "closed":
            week = week_of(line)
            why = run.why(seat, "followers", week, week + 1)
            lost = -sum(part.amount for part in why if part.cause is Cause.PLACE)
            yield Closed(_place(run, line.detail), week + 1, lost, line.detail in joined)


def _goals(run: Run, seat: str, log: list[Happened]) -> Iterator[YearGoal]:
    known = {goal.id: goal for goal in run.scenario.goals}
    for line in log:
        goal = known.get(line.detail) if line.what == "goal" else None
        if goal is None:
            continue
        year = week_of(line) // WEEKS_PER_YEAR
        weeks = run.timeline(seat, goal.measure)
        value = weeks[min((year + 1) * WEEKS_PER_YEAR, len(weeks)) - 1]
        yield YearGoal(year + 1, goal.label, value, value >= goal.at_least)
