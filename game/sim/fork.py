"""Forks: the same past, then another decision, another luck, or another strategy; runs cut short, and made again.

What a past consists of is in `history.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from game.sim.clock import DAY, DAYS_PER_WEEK, WEEK, WEEKS_PER_SEASON, is_season_start
from game.sim.decision import Decision, Request
from game.sim.history import History
from game.sim.strategy import Strategy

if TYPE_CHECKING:
    from game.sim.run import Run

R = TypeVar("R", bound="Run")


class StandIns(NamedTuple):
    """How far a fork left the record: requests that were new, vanished or clipped, of those recorded after it."""

    new: int
    vanished: int
    clipped: int
    recorded: int

    @property
    def share(self) -> float:
        """Stand-ins over recorded answers; above 0.3 no sentence is drawn from the fork."""
        return (self.new + self.vanished + self.clipped) / max(1, self.recorded)


class Origin(NamedTuple):
    """Where a fork comes from: the run, the runner it is about, and the number of requests that both share."""

    run: Run
    seat: str
    shared: int


def fork(
    run: R,
    *,
    at: str | Request | None = None,
    week: int | None = None,
    season: int | None = None,
    decision: Decision | None = None,
    luck: int | None = None,
    day: int | None = None,
    strategies: Mapping[str, Strategy | str] | None = None,
    runner: str | None = None,
) -> R:
    """See `Run.fork`."""
    seat = runner or run.first_person
    target = at.id if isinstance(at, Request) else at or _monday(seat, week, season)
    if decision is not None and target is None:
        raise ValueError(
            "A fork with another decision needs the request that it answers: at, week or season."
        )
    changed_from = day if day is not None else _day_of(target) + 1 if target else 0
    luck_from = changed_from if luck is not None else None
    shared = _shared(run, target, luck_from)
    twin = run.twin(
        luck=run.luck if luck is None else run.luck.changed(changed_from, luck),
        history=replace(run.history, answered=shared),
        strategies={one: run.strategy(given) for one, given in (strategies or {}).items()},
        follows={seat, *run.people} - set(strategies or ()),
        checkpoint=_latest_before(run, shared, luck_from),
    )
    if target is not None and decision is not None:
        twin.replies.impose(target, decision)
    twin.origin = Origin(run, seat, shared)
    return twin


def cut(run: R, week: int) -> R:
    """The same run as it stood on the Monday of *week* (from 0), at its first question: people are asked from there.

    It is no fork: nothing that was decided later stands in for anybody. *run* stays as it is.
    """
    day, past = week * DAYS_PER_WEEK, run.history
    answered = sum(asked < day for asked in list(run.asked.values())[: run.answered])
    fitting = (season for season in run.checkpoints if season * WEEKS_PER_SEASON < week)
    twin = run.twin(
        history=History(
            tuple(one for one in past.entries if one.day < day),
            tuple(one for one in past.corrections if one.opens < week * WEEK),
            answered,
            min(past.reached, week * WEEK),
        ),
        checkpoint=max(fitting, default=None),
    )
    twin.notes = [note for note in run.notes if note["day"] < day]
    return twin.retrace()


def _monday(seat: str, week: int | None, season: int | None) -> str | None:
    """The request of the Monday on which *week* or *season* (from 0) begins."""
    if season is not None:
        week = season * WEEKS_PER_SEASON
    if week is None:
        return None
    kind = "plan" if is_season_start(week) else "week"
    return f"{seat}/{kind}/week-{week + 1}/{week * DAYS_PER_WEEK}"


def _day_of(request: str) -> int:
    parts = request.split("/")
    if len(parts) != 4 or not parts[3].isdigit():
        raise ValueError(f"{request!r} names no request; they read runner/kind/name/day.")
    return int(parts[3])


def _shared(run: Run, target: str | None, luck_from: int | None) -> int:
    """How many answered requests the fork has in common with *run*."""
    ends = []
    if target in run.asked:
        ends.append(list(run.asked).index(target))
    elif target is not None and _day_of(target) * DAY < run.now:
        raise ValueError(f"{target} was never asked in this run.")
    if luck_from is not None or target is None:
        days = list(run.asked.values())
        ends.append(sum(1 for day in days if day < (luck_from or 0)))
    return min([*ends, run.answered])


def _latest_before(run: Run, shared: int, luck_from: int | None) -> int | None:
    """The season of the latest checkpoint within the first *shared* requests and before another luck rules."""
    last_day = run.now // DAY if luck_from is None else luck_from
    fitting = (
        season
        for season, one in run.checkpoints.items()
        if one.answered <= shared and season * WEEKS_PER_SEASON * DAYS_PER_WEEK <= last_day
    )
    return max(fitting, default=None)


def stand_ins(run: Run) -> StandIns:
    """See `Run.stand_ins`."""
    origin = run.origin
    if origin is None:
        raise RuntimeError("This run is no fork: it left no record.")
    mine = f"{origin.seat}/"
    before = origin.run.asked
    common = set(list(before)[: origin.shared + 1])
    recorded = {
        entry.request
        for entry in origin.run.entries
        if entry.request.startswith(mine) and entry.request not in common
    }
    asked = {id for id in run.asked if id.startswith(mine) and id not in common}
    today = run.now // DAY
    due = {id for id in recorded if before[id] < today or run.finished}
    return StandIns(len(asked - set(before)), len(due - asked), run.replies.clipped, len(recorded))
