"""Everything the table shows of one moment, as plain data: a view may go stale, a snapshot stays.

Each part is made next door; the screens in `game/play/screens/table` read nothing else of the run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.authoring.words import Words
from game.play.presenters.gauges import Gauge, Trend, gauges, trends
from game.play.presenters.levers import LeverLine, coming_words, lever_lines, rest_line
from game.play.presenters.people import Voice, inbox_words, voices
from game.play.presenters.prediction import nameable
from game.play.presenters.race import Race, race, race_measures
from game.play.presenters.room import Room, room
from game.play.presenters.wording import Moment, moment
from game.sim.plan import Plan
from game.sim.view import View


@dataclass(frozen=True)
class Snapshot:
    """One moment at the table."""

    moment: Moment
    week: int
    gauges: tuple[Gauge, ...]
    trends: tuple[Trend, ...]
    levers: tuple[LeverLine, ...]
    rest: LeverLine
    coming: str
    room: Room
    voices: tuple[Voice, ...]
    inbox: str
    race: Race
    race_measures: tuple[str, ...]
    nameable: tuple[str, ...]
    moves_left: int
    purse: int
    away: bool

    @property
    def kinds(self) -> dict[int, str]:
        """Of which kind the people in the room are, for their faces."""
        return {guest.person: guest.kind for guest in self.room.guests}


def snapshot(
    view: View,
    plan: Plan,
    words: Words,
    *,
    race_by: str = "followers",
    before: Snapshot | None = None,
    ghost: Mapping[str, tuple[int, ...]] | None = None,
) -> Snapshot:
    """The table at the view's moment, with *plan* (a draft's, while one is being made) on the left."""
    return Snapshot(
        moment=moment(view, words),
        week=view.week,
        gauges=gauges(view, plan, words),
        trends=trends(view, words),
        levers=lever_lines(view, plan, words),
        rest=rest_line(plan, words),
        coming=coming_words(view, words),
        room=room(view, words, before.room if before else None),
        voices=voices(view, words),
        inbox=inbox_words(view, words),
        race=race(view, race_by, words, ghost),
        race_measures=race_measures(view),
        nameable=nameable(view),
        moves_left=view.moves_left,
        purse=view.purse,
        away=view.away,
    )


def with_plan(shot: Snapshot, view: View, plan: Plan, words: Words) -> Snapshot:
    """The same moment with another draft of the plan: the room and the race stand as they are."""
    return replace(
        shot,
        gauges=gauges(view, plan, words),
        levers=lever_lines(view, plan, words),
        rest=rest_line(plan, words),
        moves_left=view.moves_left,
    )
