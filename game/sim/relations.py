"""Relations: what stands between each runner and each person, as columns of whole numbers.

A row is runner * people + person. How an effect moves a row is in `kernels/`; what a column means is said here.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from game.sim.draws import Ints

LEFT, BOUGHT, REFERRED, HELPED, HEARD, ACKNOWLEDGED = 1, 2, 4, 8, 16, 32  # bits of *marks*


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
        columns = {field.name: np.zeros(rows, dtype=np.int64) for field in fields(cls)}
        columns["asked"] -= 1
        columns["since"] -= 1
        return cls(**columns)

    def columns(self) -> dict[str, Ints]:
        """The columns by name, in a fixed order."""
        return {field.name: getattr(self, field.name) for field in fields(self)}
