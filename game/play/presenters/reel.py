"""A reel: a saved run gone through once more, with a still of each Monday as the table showed it then.

What two reels differ in is next door in `comparison.py`; how they are looked at, in `game/play/screens/history`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from game.authoring.words import Words
from game.play.presenters.answers import Answer, answers
from game.play.presenters.race import Race, race, race_measures
from game.play.presenters.snapshot import Snapshot, snapshot
from game.play.presenters.standings import RELATIONSHIPS
from game.sim.clock import WEEK
from game.sim.run import Run
from game.sim.view import Covered, View

LINES = ("followers", "relationships", "sales")
SEASONS_APART = 4
"""Of the checkpoints, which are large, one a year is kept: to go on from a week then takes a year's replay at most."""


@dataclass(frozen=True)
class Still:
    """The table as it was when *week* weeks had passed; *races* has the lanes by whatever one might race in then."""

    week: int
    shot: Snapshot
    races: Mapping[str, Race]


@dataclass(frozen=True)
class Reel:
    """A run with its stills, the answers of its seat, and its numbers week by week as far as they may be known.

    *lines* lacks what the fog still covers where the run was left; of a run that is over, everything is known.
    """

    run: Run
    seat: str
    stills: tuple[Still, ...]
    answers: tuple[Answer, ...]
    lines: Mapping[str, tuple[int, ...]]

    @property
    def last(self) -> int:
        """How many whole weeks it has."""
        return len(self.run.world.ledger.weeks)

    @property
    def is_over(self) -> bool:
        """Whether the run was played to its end."""
        return self.run.finished

    def may_go_on_from(self, week: int) -> bool:
        """Whether somebody can be asked from that week on: not after the end, nor where nobody plays by hand."""
        return week < self.run.weeks and self.seat in self.run.people


def reel(
    run: Run,
    words: Words,
    told: Callable[[int], None] = lambda _: None,
    *,
    with_stills: bool = True,
) -> Reel:
    """Go through *run*, a replay at its first second that keeps checkpoints; *told* gets each second reached.

    Without stills it takes two thirds of the time, and can be compared but not walked.
    """
    seat = run.people[0] if run.people else run.scenario.seat
    stills: list[Still] = []
    for _ in _mondays(run):
        if with_stills:
            before = stills[-1].shot if stills else None
            stills.append(_still(run.view(seat), words, before))
        told(run.now)
    return Reel(run, seat, tuple(stills), answers(run, seat, words), _lines(run, seat))


def _mondays(run: Run) -> Iterator[int]:
    """Let the run come to each Monday it has reached, and at last to where it was left."""
    week = 0
    while len(run.retrace(week * WEEK).world.ledger.weeks) >= week:
        for season in [one for one in run.checkpoints if one % SEASONS_APART]:
            del run.checkpoints[season]
        yield week
        week += 1
    run.retrace()


def _still(view: View, words: Words, before: Snapshot | None) -> Still:
    shot = snapshot(view, view.plan, words, before=before)
    races = {measure: race(view, measure, words) for measure in race_measures(view)}
    return Still(shot.week, shot, races)


def _lines(run: Run, seat: str) -> dict[str, tuple[int, ...]]:
    """Followers and relationships at each week's end, sales added up."""
    found = {}
    for name in LINES:
        parts = [
            _known(run, seat, one)
            for one in (RELATIONSHIPS if name == "relationships" else (name,))
        ]
        known = [part for part in parts if part is not None]
        if len(known) == len(parts):
            line = tuple(map(sum, zip(*known, strict=True)))
            found[name] = tuple(accumulate(line)) if name == "sales" else line
    return found


def _known(run: Run, seat: str, measure: str) -> tuple[int, ...] | None:
    """A measure week by week; None where it is covered: the hoods come off at the end only."""
    if run.finished:
        return tuple(run.timeline(seat, measure))
    line = run.view(seat).history(measure)
    return None if isinstance(line, Covered) else line
