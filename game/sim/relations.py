"""Relations: what stands between each runner and each person, as columns of whole numbers.

A row is runner * people + person. How an effect moves a row is in `kernels/`; what a column means is said here.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from game.sim.column import FEW, bare, column_of
from game.sim.draws import Ints

ROWS_AT_ONCE = 1 << 16  # looked at in one go, so that memory grows by the columns alone
LEFT, BOUGHT, REFERRED, HELPED, HEARD, ACKNOWLEDGED = 1, 2, 4, 8, 16, 32  # bits of *marks*

#: Bytes for an entry of each column. Familiarity, liking and custom stay within a million millionths by their laws;
#: contact is seconds, 68 years of them; days of `asked` and `since` and the longest scenario end before 2^15; evidence
#: adds up without a bound, and gets more bytes before it needs them, see `Relations.make_room`.
BYTES = {
    "familiarity": np.int32, "liking": np.int32, "good": np.int32, "bad": np.int32, "contact": np.int32,
    "custom": np.int32, "seen": np.int32, "stage": np.int8, "follows": np.int32, "marks": np.int16, "met": np.int32,
    "asked": np.int16, "since": np.int16,
}  # fmt: skip


#: The columns that an effect moves, in the order of its fields; then stage, marks, meetings.
MOVED = (
    "familiarity", "liking", "good", "bad", "contact", "custom", "seen", "stage", "marks", "met",
)  # fmt: skip


@dataclass
class Relations:
    """Columns over runners x people. Millionths unless said otherwise.

    *good* and *bad* are evidence for and against; trust is (good + 1) / (good + bad + 2). *custom* is 1 at a
    purchase and halves; *seen* counts posts seen lately, in thousandths, fading over a month; *contact* is seconds
    of two-way contact; *follows* has a bit for each place; *asked* is the last day a message came.
    """

    familiarity: Ints
    liking: Ints
    good: Ints
    bad: Ints
    contact: Ints
    custom: Ints
    seen: Ints
    stage: Ints
    follows: Ints
    marks: Ints
    met: Ints
    asked: Ints
    since: Ints
    table: Ints | None = field(default=None, repr=False, compare=False)  # where they are few

    @classmethod
    def empty(cls, rows: int) -> Relations:
        """Everybody a stranger, kept in few bytes."""
        never = {"asked": -1, "since": -1}
        return cls(
            **{
                name: column_of(np.full(rows, never.get(name, 0), kind), kind)
                for name, kind in BYTES.items()
            }
        )

    @classmethod
    def between(cls, runners: int, people: int) -> Relations:
        """Everybody a stranger, kept as it is quickest: where they are few, the columns are rows of one table."""
        if runners * people > FEW:
            return cls.empty(runners * people)
        table = np.zeros((len(BYTES), runners * people), dtype=np.int64)
        relations = cls(**_rows_of(table), table=table)
        relations.asked[:] = relations.since[:] = -1
        return relations

    def at(self, rows: Ints) -> Ints:
        """What an effect moves of these *rows*: a copy of the columns in `MOVED`, one below the other."""
        if self.table is not None:
            return self.table[: len(MOVED)].take(rows, axis=1)
        return np.stack([getattr(self, name)[rows] for name in MOVED])

    def put(self, rows: Ints, moved: Ints) -> None:
        """Write back what `at` gave."""
        if self.table is not None:
            self.table[: len(MOVED), rows] = moved
            return
        for name, column in zip(MOVED, moved, strict=True):
            getattr(self, name)[rows] = column

    def __getstate__(self) -> dict[str, Ints]:
        """A copy has a table of its own, and the columns in it."""
        return self.columns() if self.table is None else {"table": self.table}

    def __setstate__(self, state: dict[str, Ints]) -> None:
        """See `__getstate__`."""
        vars(self).update({"table": None} | state)
        if self.table is not None:
            vars(self).update(_rows_of(self.table))

    def make_room(self) -> None:
        """Every Monday: evidence that has come to half of what its bytes hold gets eight of them.

        No week brings a relation another thousand pieces of evidence.
        """
        for name in ("good", "bad"):
            column = bare(getattr(self, name))
            if column.dtype == np.int32 and int(column.max(initial=0)) >= 1 << 30:
                setattr(self, name, column_of(column, np.int64))

    def columns(self) -> dict[str, Ints]:
        """The columns by name, in a fixed order."""
        return {name: getattr(self, name) for name in BYTES}


def _rows_of(table: Ints) -> dict[str, Ints]:
    """The columns by name: those that an effect moves stand first."""
    return dict(zip(MOVED + tuple(name for name in BYTES if name not in MOVED), table, strict=True))
