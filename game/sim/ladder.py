"""The ladder: between which lines of knowing, liking, trust and custom a person stands on which stage.

The numbers are in `parameters/relationship.py`; how a stage follows from them is in `kernels/`.
"""

from __future__ import annotations

import numpy as np

from game.sim.draws import Ints
from game.sim.kernels.effect import Thresholds
from game.sim.parameter import millionths
from game.sim.parameters.relationship import Ladder


def thresholds(ladder: Ladder) -> Thresholds:
    """The ladder's lines by present stage: a stage is kept until the value lies below by the slack."""
    slack = millionths(ladder.slack)

    def kept_by(line: float, *stages: int) -> Ints:
        return np.array(
            [millionths(line) - (slack if stage in stages else 0) for stage in range(8)],
            dtype=np.int64,
        )

    def left_by(line: float) -> Ints:
        return np.array(
            [millionths(line) + (slack if stage == 7 else 0) for stage in range(8)], dtype=np.int64
        )

    by_stage = np.stack(
        [
            kept_by(ladder.know, 1, 2, 3, 4, 5, 6, 7),
            kept_by(ladder.like, 2, 3, 5),
            kept_by(ladder.trust, 3),
            kept_by(ladder.advocate, 5),
            kept_by(ladder.customer, 4, 5),
            left_by(ladder.hostile_trust),
            left_by(ladder.hostile_liking),
        ]
    )
    minutes = ladder.like_minutes, ladder.trust_minutes, ladder.advocate_minutes
    like, trust, advocate = (round(one * 60) for one in minutes)
    return Thresholds(by_stage, (like, trust, advocate))
