"""Rates: numbers of the mechanisms that every message asks for, as whole numbers and tables, worked out once a run.

What the numbers mean is said in `parameters/`; what is done with them, in `receiving.py` and `replying.py`.
"""

from __future__ import annotations

from typing import NamedTuple

from game.sim.clock import HOUR, MINUTE
from game.sim.draws import SPAN
from game.sim.lever import Care
from game.sim.parameter import MILLION, Parameters, millionths
from game.sim.tables import SIZE, exponential, log_normal

Quantiles = list[int]  # a list is quicker than an array where one number is looked up


class Rates(NamedTuple):
    """Chances of `SPAN`, seconds, and worths in millionths.

    *patience* and *hurried_patience* are how long senders wait for an answer, *expected* is the wait that the others
    count on; *service* is the time an answer takes; *tired* the energy below which quality falls.
    """

    impatient: int
    patience: Quantiles
    hurried_patience: Quantiles
    expected: Quantiles
    service: Quantiles
    quick: int
    least_worth: int
    usual_wait: int
    unexpected: int
    care: dict[Care, int]
    reply_liking: int
    reply_trust: int
    service_trust: int
    recovered: int
    tired: int
    habit_gain: int

    @classmethod
    def of(cls, numbers: Parameters) -> Rates:
        """The rates that follow from *numbers*."""
        inbox, ties = numbers.inbox, numbers.relationship
        mean = inbox.reply_minutes * MINUTE
        service = [round(mean)] * SIZE if inbox.steady_service else exponential(mean).tolist()
        return cls(
            impatient=int(inbox.impatient * SPAN),
            patience=_patience(inbox.patience_hours),
            hurried_patience=_patience(inbox.impatient_hours),
            expected=log_normal(inbox.expected_hours * HOUR, inbox.expected_spread).tolist(),
            service=service,
            quick=round(inbox.quick_minutes * MINUTE),
            least_worth=millionths(inbox.least_worth),
            usual_wait=round(inbox.usual_reply_minutes * MINUTE),
            unexpected=millionths(inbox.unexpected),
            care={
                Care.BRIEF: millionths(inbox.brief_worth),
                Care.NORMAL: MILLION,
                Care.THOROUGH: millionths(inbox.thorough_worth),
            },
            reply_liking=millionths(ties.reply_liking),
            reply_trust=millionths(ties.reply_trust),
            service_trust=millionths(ties.service_trust),
            recovered=millionths(ties.service_trust * ties.bad_weight * inbox.recovered),
            tired=millionths(numbers.energy.tired),
            habit_gain=millionths(numbers.insight.habit_gain),
        )


def _patience(median_hours: float) -> Quantiles:
    """An exponential with this median: its mean is the median over ln 2."""
    waits: Quantiles = exponential(median_hours * HOUR / 0.693147).tolist()
    return waits
