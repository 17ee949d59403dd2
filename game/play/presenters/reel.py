"""A reel: a saved run that was gone through once more, with a still of each Monday as the table showed it then.

What two reels differ in is next door in `comparison.py`; how runs are gone through and looked at, in
`game/play/screens/history`.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from game.authoring.words import Words
from game.play.presenters.answers import Answer, answers
from game.play.presenters.race import Race, race, race_measures
from game.play.presenters.snapshot import Snapshot, snapshot
from game.play.presenters.standings import line_by
from game.sim.measure import LIKING_OR_MORE
from game.sim.run import Run
from game.sim.seen import Covered
from game.sim.view import View

LINES = ("followers", "relationships", "sales")


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


def reel(run: Run, stills: tuple[Still, ...], words: Words) -> Reel:
    """What there is to see of *run*, which has come to where it was left; *stills* were taken on the way."""
    seat = run.first_person
    return Reel(run, seat, stills, answers(run, seat, words), _lines(run, seat))


def still(view: View, words: Words, before: Still | None) -> Still:
    """The table on the Monday of *view*; *before* is the still of the Monday before."""
    shot = snapshot(view, view.plan, words, before=before.shot if before else None)
    races = {measure: race(view, measure, words) for measure in race_measures(view)}
    return Still(shot.week, shot, races)


def _lines(run: Run, seat: str) -> dict[str, tuple[int, ...]]:
    """Each of `LINES` of which nothing is covered."""
    measures = ("followers", *LIKING_OR_MORE, "sales")
    known = {one: weeks for one in measures if (weeks := _known(run, seat, one)) is not None}
    found = {}
    for name in LINES:
        with suppress(KeyError):  # a measure of it is not known
            found[name] = line_by(name, known.__getitem__)
    return found


def _known(run: Run, seat: str, measure: str) -> tuple[int, ...] | None:
    """A measure week by week; None where it is covered: the hoods come off at the end only."""
    if run.finished:
        return tuple(run.timeline(seat, measure))
    line = run.view(seat).history(measure)
    return None if isinstance(line, Covered) else line
