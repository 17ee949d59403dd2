"""The race as it was, without the fog: each runner's line by the scenario's yardstick, the order, and who passed whom.

For the ending only; what may be seen of the race while it is run is next door in `race.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from game.sim.measure import LIKING_OR_MORE
from game.sim.run import Run

SIDE_BY_SIDE = 0.04
"""Two results that differ by less than this share of the larger count as equal."""

LONG_ENOUGH = 0.1
"""The share of all weeks that a runner has to be ahead of the one who is in the end, for the race to have turned."""


@dataclass(frozen=True)
class Runner:
    """One runner at the end: *number* 0 is the player; *line* holds a value for each week."""

    number: int
    id: str
    name: str
    kind: str
    line: tuple[int, ...]
    result: int

    @property
    def is_player(self) -> bool:
        """Whether the player ran it."""
        return self.number == 0


@dataclass(frozen=True)
class Crossing:
    """The week (from 1) after which the order of player and rival no longer changed; 0 where it never did.

    *is_turn* says whether the race turned then: before, the other of the two was ahead more often than not,
    and for long enough to be told.
    """

    rival: Runner
    week: int
    player_ahead: bool
    is_turn: bool


@dataclass(frozen=True)
class Standings:
    """All runners, the player first; *order* has the best first."""

    yardstick: str
    runners: tuple[Runner, ...]
    order: tuple[Runner, ...]
    crossings: tuple[Crossing, ...]

    @property
    def player(self) -> Runner:
        """The player's runner."""
        return self.runners[0]

    @property
    def best_rival(self) -> Runner | None:
        """The rival who came in first among rivals; None where there are none."""
        return next((one for one in self.order if not one.is_player), None)

    @property
    def weeks(self) -> int:
        """How many weeks were run."""
        return max((len(one.line) for one in self.runners), default=0)

    def crossing_with(self, rival: Runner) -> Crossing:
        """When the order with that rival was settled."""
        return next(one for one in self.crossings if one.rival == rival)


def standings(run: Run, seat: str) -> Standings:
    """The race of a finished run. The first call reckons the quiet year, which takes a moment."""
    rivals = [one.id for one in run.scenario.runners if one.id != seat]
    runners = tuple(_runner(run, number, id) for number, id in enumerate([seat, *rivals]))
    order = tuple(sorted(runners, key=lambda one: (-one.result, one.number)))
    crossings = tuple(crossing(runners[0], rival) for rival in runners[1:])
    return Standings(run.scenario.yardstick, runners, order, crossings)


def _runner(run: Run, number: int, id: str) -> Runner:
    outcome = run.outcome(id)
    name = next(one.name for one in run.scenario.runners if one.id == id)
    kind = outcome.strategy.partition("(")[0]
    return Runner(number, id, name, kind, line_of(run, id), outcome.yardstick)


def line_of(run: Run, id: str) -> tuple[int, ...]:
    """A runner's value at each week's end by the scenario's yardstick."""
    return line_by(run.scenario.yardstick, partial(run.timeline, id))


def line_by(yardstick: str, weeks: Callable[[str], Sequence[int]]) -> tuple[int, ...]:
    """The value at each week's end by a yardstick, out of each measure's *weeks*: sales are added up from the start."""
    match yardstick:
        case "followers":
            return tuple(weeks("followers"))
        case "relationships":
            return tuple(map(sum, zip(*map(weeks, LIKING_OR_MORE), strict=True)))
        case _:
            return tuple(accumulate(weeks("sales")))


def crossing(player: Runner, rival: Runner) -> Crossing:
    """When the order of the two was settled: the week after the last in which it was another or none."""
    gaps = [mine - theirs for mine, theirs in zip(player.line, rival.line, strict=True)]
    ahead = bool(gaps) and gaps[-1] >= 0
    other = [week for week, gap in enumerate(gaps, 1) if (gap < 0 if ahead else gap > 0)]
    is_turn = bool(other) and len(other) >= max(other[-1] / 2, LONG_ENOUGH * len(gaps))
    return Crossing(rival, other[-1] + 1 if other else 0, ahead, is_turn)


def side_by_side(one: Runner, other: Runner) -> bool:
    """Whether two results are too near to call."""
    return abs(one.result - other.result) <= SIDE_BY_SIDE * max(one.result, other.result, 1)
