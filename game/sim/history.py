"""The history of a run: what was decided, and how far it went. With scenario and luck it is the whole run.

How it stands in a file is in `runfile.py`; how other runs are made of it, in `fork.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from game.sim.decision import Decision
from game.sim.plan import Move, Plan


class Entry(NamedTuple):
    """A decision that was not the default: when, whose, to which request, what, and who decided.

    *plan* is the plan that came of it, where the decision was moves.
    """

    day: int
    runner: str
    request: str
    decision: Decision
    by: str
    plan: Plan | None = None


class Correction(NamedTuple):
    """A correction asked for between Mondays: whose, the second at which it opens, and the moves if said at once."""

    runner: str
    opens: int
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True)
class History:
    """What was decided so far. The first *answered* requests of all runners are answered from *entries*, or by default.

    *reached* is the last second that is wholly past.
    """

    entries: tuple[Entry, ...] = ()
    corrections: tuple[Correction, ...] = ()
    answered: int = 0
    reached: int = -1


class HistoryError(ValueError):
    """A recorded decision is none that its request allows: the record does not belong to this scenario."""
