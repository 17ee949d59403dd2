"""The record: what every number did, week by week, and why; who changed stage; what happened.

The sum of the causes equals the change of each measure, exactly. What a runner may see of it is decided by `view.py`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from game.sim.cause import CAUSE_COUNT, Cause
from game.sim.draws import Ints
from game.sim.measure import MEASURE_INDEX, MEASURES

MEASURE_COUNT = len(MEASURES)
FIRST_STAGE = MEASURE_INDEX["strangers"]
_IS_LEVEL = np.array([measure.kind == "level" for measure in MEASURES])


class Happened(NamedTuple):
    """One line of the log: when (second), what, to which runner, by or about which person (-1 for none)."""

    second: int
    what: str
    runner: int
    person: int
    detail: str


class WhyLine(NamedTuple):
    """One cause of a change and its amount, in the unit of the measure."""

    cause: Cause
    amount: int


def _table(day: int, runner: Ints, *columns: Ints | int) -> Ints:
    """These columns, one below the other; a number stands in all of its column."""
    table = np.empty((2 + len(columns), len(runner)), dtype=np.int64)
    for number, column in enumerate((day, runner, *columns)):
        table[number] = column
    return table


@dataclass
class Ledger:
    """Amounts by (runner, measure, cause) for each week, and the value of each measure at each week's end."""

    runners: int
    current: Ints = field(init=False)
    values: Ints = field(init=False)
    weeks: list[Ints] = field(default_factory=list)
    ends: list[Ints] = field(default_factory=list)
    stage_changes: list[Ints] = field(
        default_factory=list
    )  # columns: day, runner, person, old, new, cause
    follow_changes: list[Ints] = field(
        default_factory=list
    )  # columns: day, runner, person, +1 or -1, cause
    log: list[Happened] = field(default_factory=list)
    _hashed: tuple[int, hashlib._Hash] = field(
        default_factory=lambda: (0, hashlib.sha256()), init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        self.current = np.zeros((self.runners, MEASURE_COUNT, CAUSE_COUNT), dtype=np.int64)
        self.values = np.zeros((self.runners, MEASURE_COUNT), dtype=np.int64)

    def book(self, runner: int, measure: str, cause: Cause, amount: int) -> None:
        """Book *amount* of *measure* for *runner* under *cause*, in the present week."""
        self.current[runner, MEASURE_INDEX[measure], cause] += amount

    def book_sums(self, measure: str, sums: Ints) -> None:
        """Book amounts of *measure* added up already, one for each runner * CAUSE_COUNT + cause."""
        self.current[:, MEASURE_INDEX[measure]] += sums.reshape(self.runners, CAUSE_COUNT)

    def book_stages(
        self, day: int, runner: Ints, person: Ints, old: Ints, new: Ints, cause: Ints
    ) -> None:
        """Book people who went from stage *old* to *new*, and keep who they were."""
        size, keys = self.runners * CAUSE_COUNT * 8, (runner * CAUSE_COUNT + cause) * 8
        moved = np.bincount(keys + new, minlength=size) - np.bincount(keys + old, minlength=size)
        by_stage = moved.reshape(self.runners, CAUSE_COUNT, 8).transpose(0, 2, 1)
        self.current[:, FIRST_STAGE : FIRST_STAGE + 8] += by_stage
        self.stage_changes.append(_table(day, runner, person, old, new, cause))

    def book_follows(self, day: int, runner: Ints, person: Ints, change: int, cause: Cause) -> None:
        """Book people who began (*change* 1) or ceased (-1) to follow, and keep who they were."""
        gained = change * np.bincount(runner, minlength=self.runners)
        self.current[:, MEASURE_INDEX["followers"], cause] += gained
        if change < 0:
            self.current[:, MEASURE_INDEX["unfollowed"], cause] -= gained
        self.follow_changes.append(_table(day, runner, person, change, int(cause)))

    def note(self, second: int, what: str, runner: int, person: int = -1, detail: str = "") -> None:
        """Write a line into the log."""
        self.log.append(Happened(second, what, runner, person, detail))

    def value_now(self, runner: int, measure: str) -> int:
        """The value at this moment: of a level now, of a flow since Monday."""
        index = MEASURE_INDEX[measure]
        start = int(self.values[runner, index]) if _IS_LEVEL[index] else 0
        return start + int(np.add.reduce(self.current[runner, index]))

    def last_week(self, runner: int, measure: str) -> int:
        """What *measure* did in the week that ended last; 0 before the first has."""
        return int(self.weeks[-1][runner, MEASURE_INDEX[measure]].sum()) if self.weeks else 0

    def at_week_end(self, runner: int, measure: str) -> int:
        """The value at the end of the week that ended last: of a flow, over that week; 0 before the first has."""
        return int(self.ends[-1][runner, MEASURE_INDEX[measure]]) if self.ends else 0

    def close_week(self) -> None:
        """Settle the week: its amounts are kept, and levels move by their sum."""
        sums = self.current.sum(axis=2)
        self.values = np.where(_IS_LEVEL, self.values + sums, sums)
        self.weeks.append(self.current)
        self.ends.append(self.values.copy())
        self.current = np.zeros_like(self.current)

    def set_value(self, runner: int, measure: str, value: int) -> None:
        """Set the last week's value of a measure that is neither booked nor summed (a median)."""
        self.ends[-1][runner, MEASURE_INDEX[measure]] = value

    def timeline(self, runner: int, measure: str) -> list[int]:
        """The value of *measure* at each week's end."""
        index = MEASURE_INDEX[measure]
        return [int(end[runner, index]) for end in self.ends]

    def why(self, runner: int, measure: str, first: int, last: int) -> tuple[WhyLine, ...]:
        """The causes of what *measure* did in weeks *first* to *last* (without), largest first."""
        sums = np.zeros(CAUSE_COUNT, dtype=np.int64)
        for week in self.weeks[max(first, 0) : last]:
            sums += week[runner, MEASURE_INDEX[measure]]
        lines = [WhyLine(Cause(int(cause)), int(sums[cause])) for cause in np.flatnonzero(sums)]
        return tuple(sorted(lines, key=lambda line: (-abs(line.amount), line.cause)))

    def digest_parts(self) -> list[bytes]:
        """The record of the last season as bytes, for the digest."""
        recent = [np.ascontiguousarray(week).astype("<i8").tobytes() for week in self.weeks[-13:]]
        return [*recent, self._log_digest()]

    def _log_digest(self) -> bytes:
        """SHA-256 of the log, a line each; what was hashed before is not hashed again."""
        hashed, whole = self._hashed
        fresh = self.log[hashed:]
        if fresh:
            lines = "\n".join([f"{s}|{what}|{r}|{p}|{detail}" for s, what, r, p, detail in fresh])
            whole = whole.copy()
            whole.update(("\n" + lines if hashed else lines).encode())
            self._hashed = len(self.log), whole
        return whole.digest()

    def __getstate__(self) -> dict[str, object]:
        """A copy hashes its log anew: half of a hash does not travel."""
        return vars(self) | {"_hashed": (0, None)}

    def __setstate__(self, state: dict[str, object]) -> None:
        """See `__getstate__`."""
        vars(self).update(state)
        self._hashed = 0, hashlib.sha256()
