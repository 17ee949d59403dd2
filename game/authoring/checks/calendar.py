"""Dates: nothing may be planned for after the end, and no place may close before it opens or changes."""

from __future__ import annotations

from game.authoring.case import Block, Case
from game.sim.clock import WEEKS_PER_SEASON


def check_calendar(case: Case) -> None:
    """L08 for what comes after the end of the scenario, L09 for a place that closes too early or opens too late."""
    for place in case.blocks("places"):
        _by_the_end(case, place, "opens_week", "opens in week")
        for change in place.blocks("rule_changes"):
            _by_the_end(case, change, "week", "changes its rules in week")
        _closes_after_opening(place)
        _changes_while_open(case, place)
    for later in (later for choice in case.choices() if (later := choice.block("later"))):
        _by_the_end(case, later, "after_weeks", "comes only after weeks:")
    _unlocked_in_time(case)
    _open_at_the_start(case)


def _by_the_end(case: Case, block: Block, key: str, what: str) -> None:
    week, weeks = block.whole(key), case.weeks
    if week is not None and weeks is not None and week >= weeks:
        message = f"This {what} {week}, but the scenario ends after {weeks}."
        _after_the_end(case, block, key, message)


def _after_the_end(case: Case, block: Block, key: str, message: str) -> None:
    related = ((case.place("seasons"), "here"),) if case.whole("seasons") is not None else ()
    remedy = f"Write a smaller `{key}`, or more `seasons` (each has {WEEKS_PER_SEASON} weeks)."
    block.report(key, "L08", message, remedy, related=related)


def _closes_after_opening(place: Block) -> None:
    opens, closes = place.whole("opens_week") or 0, place.whole("closes_week")
    if closes is not None and closes <= opens:
        message = f"This place closes in week {closes}, but opens only in week {opens}."
        place.report("closes_week", "L09", message, "Write a later week.")


def _changes_while_open(case: Case, place: Block) -> None:
    closes = place.whole("closes_week")
    for change in place.blocks("rule_changes"):
        week = change.whole("week")
        if week is None or closes is None or (case.weeks is not None and week >= case.weeks):
            continue  # nothing to say, or told already
        if week >= closes:
            message = (
                f"This place changes its rules in week {week}, and has closed in week {closes}."
            )
            related = ((place.place("closes_week"), "here"),)
            change.report("week", "L09", message, "Write an earlier week.", related=related)


def _unlocked_in_time(case: Case) -> None:
    seasons = case.seasons
    for unlock in case.deep("unlock"):
        for lever in unlock.keys:
            season = unlock.whole(lever)
            if season is not None and seasons is not None and season > seasons:
                message = f"`{lever}` unlocks in season {season}, but the scenario has {seasons}."
                _after_the_end(case, unlock, lever, message)
            elif season is not None and season < 1:
                message = f"There is no season {season}."
                unlock.report(lever, "L08", message, "Seasons count from 1.")


def _open_at_the_start(case: Case) -> None:
    """L09, a warning, for a runner who is on a place from the start that opens later."""
    opens = {place.text("id"): place for place in case.blocks("places")}
    for runner in case.blocks("runners"):
        for path, name in runner.texts("on"):
            place = opens.get(name)
            week, closes = (
                (place.whole("opens_week") or 0, place.whole("closes_week")) if place else (0, None)
            )
            if place and week > 0 and (closes is None or closes > week):
                message = (
                    f"{runner.title} is on `{name}` from the start, which opens in week {week}."
                )
                remedy = "Take it out of `on`, or let it open in week 0 or before."
                related = ((place.place("opens_week"), "here"),)
                case.source.report(
                    case.source.place(path), "L09", message, remedy, severity="warning", related=related, about=path
                )  # fmt: skip
