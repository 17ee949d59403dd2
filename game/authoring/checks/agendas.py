"""Agendas: a session must fit into its minutes, with time to play and time to talk."""

from __future__ import annotations

from game.authoring.case import Block, Case

FEWEST_MINUTES_A_ROUND = 2.0
LEAST_TALK = 0.2  # of the minutes


def check_agendas(case: Case) -> None:
    """L22 for an agenda that cannot be, or, as a warning, that leaves too little time for a round or for talking."""
    seen: set[int] = set()
    for agenda in case.blocks("agendas"):
        minutes = agenda.whole("minutes")
        if minutes in seen:
            agenda.report(
                "minutes", "L22", f"{minutes} minutes have an agenda already.", "Keep one."
            )
        elif minutes is not None:
            seen.add(minutes)
            _check_time(case, agenda, minutes)


def _check_time(case: Case, agenda: Block, minutes: int) -> None:
    talk, seasons, step = (
        agenda.whole("debrief_minutes"),
        case.seasons,
        agenda.whole("seasons_per_round"),
    )
    if talk is None or seasons is None or step is None or step < 1:
        return
    if talk >= minutes:
        message = f"{talk} minutes of talking leave nothing of {minutes} to play in."
        agenda.report("debrief_minutes", "L22", message, "Write fewer.")
    elif step > seasons:
        message = f"A round of {step} seasons is longer than the scenario, which has {seasons}."
        agenda.report("seasons_per_round", "L22", message, f"Write {seasons} or less.")
    elif talk < LEAST_TALK * minutes:
        message = f"Only {talk} of {minutes} minutes are for talking, which is where it is learnt."
        agenda.report(
            "debrief_minutes", "L22", message, f"Write {round(0.35 * minutes)}.", severity="warning"
        )
    elif (each := (minutes - talk) / (rounds := -(-seasons // step))) < FEWEST_MINUTES_A_ROUND:
        message = f"{rounds} rounds in {minutes - talk} minutes leave {each:.1f} minutes for each."
        remedy = "Play more seasons in a round."
        agenda.report("seasons_per_round", "L22", message, remedy, severity="warning")
