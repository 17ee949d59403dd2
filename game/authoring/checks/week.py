"""The first plan of a runner: no more half-hours than a week has."""

from __future__ import annotations

from game.authoring.case import Case
from game.sim.plan import HALF_HOURS_IN_WEEK


def check_week(case: Case) -> None:
    """L07 where a first plan spends more half-hours than there are, or fewer than none."""
    for runner in case.blocks("runners"):
        plan = runner.block("opens_with")
        if plan is None:
            continue
        hours = {lever: plan.whole(lever) or 0 for lever in plan.keys}
        for lever, count in hours.items():
            if count < 0:
                plan.report(lever, "L07", f"`{lever}` has {count} half-hours.", "Write 0 or more.")
        total = sum(hours.values())
        if total > HALF_HOURS_IN_WEEK:
            message = f"This plan spends {total} half-hours; a week has {HALF_HOURS_IN_WEEK}."
            remedy = f"Take {total - HALF_HOURS_IN_WEEK} out."
            case.source.report(case.source.key_place(plan.path), "L07", message, remedy)
