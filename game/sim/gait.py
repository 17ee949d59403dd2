"""Gait: how a runner went, measured from what it did and never chosen: tempo, depth, steadiness, responsiveness.

The other numbers of an end are in `outcome.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.sim.state import RunnerState

SIGN_UNHEEDED_DAYS = 30


@dataclass(frozen=True)
class Gait:
    """How a runner went about it.

    *tempo*: posts and contacts a week; *depth*: minutes for each contact; *steadiness*: seasons for each change of
    plan or departure; *responsiveness*: mean days from a setback's first sign, noticed or not, to its correction.
    """

    tempo: float
    depth: float
    steadiness: float
    responsiveness: float


def gait_of(state: RunnerState, weeks: int) -> Gait:
    """The gait of *state* after *weeks* weeks."""
    acts = state.acts + state.interactions
    depth = state.interaction_seconds / 60 / state.interactions if state.interactions else 0.0
    changes = state.plan_changes + 2 * state.departures
    open_setbacks = sum(
        1 for one in state.setbacks if one.stage not in ("sign", "averted") and one.answered < 0
    )
    delays = [*state.correction_delays, *([SIGN_UNHEEDED_DAYS] * open_setbacks)]
    return Gait(
        tempo=round(acts / max(1, weeks), 2),
        depth=round(depth, 2),
        steadiness=round(weeks / 13 / (1 + changes), 3),
        responsiveness=round(sum(delays) / len(delays), 1) if delays else 0.0,
    )
