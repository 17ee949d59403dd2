"""The seat: a player takes one runner, and sees no hours of a lever that is not unlocked yet."""

from __future__ import annotations

from game.authoring.case import Block, Case


def check_seat(case: Case) -> None:
    """L36 for a second seat; L37, a warning, for hours of the seat's first plan that no player could see or move."""
    runners = case.blocks("runners")
    seats = [one for one in runners if one.value("seat") is True and not _is_of_a_pack(one)]
    for extra in seats[1:]:
        message = f"A player takes one runner, and {seats[0].name} has the seat already."
        related = ((seats[0].place("seat"), "the first"),)
        extra.report("seat", "L36", message, "Take `seat` away here, or there.", related=related)
    for seat in (seats or runners)[:1]:
        if plan := seat.block("opens_with"):
            for unlock in case.deep("unlock"):
                _check_unlocked(plan, unlock)


def _is_of_a_pack(runner: Block) -> bool:
    """Whether a runner comes from a pack, where a seat is refused as such."""
    return runner.place("seat").of is not None


def _check_unlocked(plan: Block, unlock: Block) -> None:
    for lever in plan.keys:
        season = unlock.whole(lever)
        if plan.whole(lever) and season is not None and season > 1:
            message = (
                f"The player would not see these hours: `{lever}` is unlocked in season {season}."
            )
            remedy = "Give them to another lever, or unlock it in season 1."
            related = ((unlock.place(lever), "here"),)
            plan.report(lever, "L37", message, remedy, severity="warning", related=related)
