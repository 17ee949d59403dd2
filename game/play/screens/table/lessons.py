"""The ideas of the first game, each with the moment that needs it, the control it is about, and when it is done.

Nothing here asks for anything: a lesson that is not taken goes when its moment has passed. Which one is shown, and
how, is next door in `coach.py`; the sentences are in the language file, by the lesson's id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.clock import WEEKS_PER_SEASON
from game.sim.lever import Lever

if TYPE_CHECKING:
    from game.play.screens.table.screen import TableScreen


@dataclass(frozen=True)
class Moment:
    """What the coach sees of the table: nothing that the player does not."""

    season: int
    week: int
    running: bool
    planning: bool
    hours: Mapping[Lever, int]
    care: tuple[object, ...]
    drafted: bool
    guessed: bool
    speed: int
    race_by: str
    dialog: str
    asked: str
    waiting: bool
    fogged: bool
    guests: int
    unlocked: frozenset[Lever]


def moment(table: TableScreen, dialog: str) -> Moment:
    """The table as it is now, with the id of the dialog that lies on it."""
    view, draft = table.game.view, table.planner.desk.draft
    return Moment(
        season=view.season,
        week=view.week % WEEKS_PER_SEASON,
        running=table.is_running,
        planning=table.planner.is_due,
        hours={lever: draft.plan.hours_of(lever) for lever in Lever},
        care=draft.plan.care,
        drafted=bool(table.planner.desk.moves),
        guessed=bool(table.planner.guess.percent),
        speed=table.pace.speed,
        race_by=table.race_by,
        dialog=dialog,
        asked=_asked(table),
        waiting=view.waiting > 0,
        fogged=any(one.question for one in table.shot.gauges),
        guests=len(table.shot.room.guests),
        unlocked=view.unlocked,
    )


def _asked(table: TableScreen) -> str:
    """What is asked by the card at hand: after a light that somebody acts on, it is what tempts them."""
    request = table.game.request
    if request is None:
        return ""
    return "temptation" if table.dawning.tempts else request.kind


Test = Callable[[Moment], bool]


@dataclass(frozen=True)
class Lesson:
    """*about* is the id of the control, or how such ids begin; *done* compares now with when it was first shown."""

    id: str
    about: str
    due: Test
    done: Callable[[Moment, Moment], bool]


def _planning(season: int) -> Test:
    return lambda now: now.planning and now.season == season and not now.dialog


def _on_the_way(season: int, first: int, last: int) -> Test:
    return lambda now: (
        not now.planning and not now.dialog and now.season == season and first <= now.week <= last
    )


def _moved(now: Moment, then: Moment) -> bool:
    return now.hours != then.hours


def _put_away(now: Moment, then: Moment) -> bool:
    """The dialog has been answered or closed, or asks something else by now."""
    return (now.dialog, now.asked) != (then.dialog, then.asked)


def _more_of(lever: Lever) -> Callable[[Moment, Moment], bool]:
    return lambda now, then: now.hours[lever] != then.hours[lever]


LESSONS: tuple[Lesson, ...] = (
    Lesson("card", "option.1", lambda now: now.dialog == "card" and now.asked == "card", _put_away),
    Lesson("light", "option.1", lambda now: now.dialog == "card" and now.asked == "light", _put_away),
    Lesson(
        "tempting", "option.1", lambda now: now.dialog == "card" and now.asked == "temptation",
        _put_away,
    ),
    Lesson("reveal", "reveal.why", lambda now: now.dialog == "reveal", _put_away),
    Lesson("hours", "lever.", _planning(0), _moved),
    Lesson("guess", "guess.", _planning(0), lambda now, _: now.guessed),
    Lesson("start", "main", _planning(0), lambda now, _: not now.planning),
    Lesson(
        "pace", "speed.2", _on_the_way(0, 1, 4),
        lambda now, then: now.speed != then.speed or now.running != then.running,
    ),
    Lesson(
        "guests", "room", lambda now: _on_the_way(0, 3, 9)(now) and now.guests > 0,
        lambda now, _: now.dialog == "guest",
    ),
    Lesson(
        "inbox", "lever.reply", lambda now: _on_the_way(0, 6, 12)(now) and now.waiting,
        _more_of(Lever.REPLY),
    ),
    Lesson("listen", "lever.listen", _planning(1), _more_of(Lever.LISTEN)),
    Lesson("care", "care.", _planning(1), lambda now, then: now.care != then.care),
    Lesson("race", "race.by", _on_the_way(1, 1, 5), lambda now, then: now.race_by != then.race_by),
    Lesson("correct", "lever.", _on_the_way(1, 6, 11), lambda now, _: now.drafted),
    Lesson(
        "fog", "gauge.customers", lambda now: _planning(2)(now) and now.fogged,
        lambda now, _: not now.planning,
    ),
    Lesson("adjust", "adjust", _planning(3), lambda now, _: now.dialog == "adjust"),
)  # fmt: skip
"""In the order in which the first that is due is shown."""
