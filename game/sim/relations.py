"""Relations: what stands between each runner and each person, as columns of whole numbers.

A row is runner * people + person. How an effect moves a row is in `kernels/`; what a column means is said here.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from game.sim.column import bare, column_of
from game.sim.draws import Ints

LEFT, BOUGHT, REFERRED, HELPED, HEARD, ACKNOWLEDGED = 1, 2, 4, 8, 16, 32  # bits of *marks*

#: Bytes for an entry of each column. Familiarity, liking and custom stay within a million millionths by their laws;
#: contact is seconds, 68 years of them; days of `asked` and `since` and the longest scenario end before 2^15; evidence
#: adds up without a bound, and gets more bytes before it needs them, see `Relations.make_room`.
BYTES = {
    "familiarity": np.int32, "liking": np.int32, "good": np.int32, "bad": np.int32, "contact": np.int32,
    "custom": np.int32, "seen": np.int32, "stage": np.int8, "follows": np.int32, "marks": np.int16, "met": np.int32,
    "asked": np.int16, "since": np.int16,
}  # fmt: skip


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

    @classmethod
    def empty(cls, rows: int) -> Relations:
        """Everybody a stranger."""
        never = {"asked": -1, "since": -1}
        return cls(
            **{
                name: column_of(np.full(rows, never.get(name, 0), kind), kind)
                for name, kind in BYTES.items()
            }
        )

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
        return {field.name: getattr(self, field.name) for field in fields(self)}
