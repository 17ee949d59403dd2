"""The clock: whole seconds, days from 06:00 to 06:00, weeks from Monday, seasons of thirteen weeks.

What happens at one instant is ordered by the phase table below; the table of what is still to come is in `agenda.py`.
"""

from __future__ import annotations

from enum import IntEnum

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY
DAYS_PER_WEEK = 7
WEEKS_PER_SEASON = 13
DAYS_PER_SEASON = WEEKS_PER_SEASON * DAYS_PER_WEEK
SEASONS_PER_YEAR = 4
SEASONS_OF_YEAR = ("spring", "summer", "autumn", "winter")
WEEKS_PER_YEAR = WEEKS_PER_SEASON * SEASONS_PER_YEAR
MORNING = 6 * HOUR  # an attention day begins
FIRST_SITTING = 9 * HOUR
MIDDAY_POST = 14 * HOUR  # what the first sitting wrote goes out
SECOND_SITTING = 16 * HOUR
EVENING_POST = 21 * HOUR  # what the second sitting wrote goes out
SITTINGS_PER_WEEK = 12  # Monday to Saturday, twice a day


class Phase(IntEnum):
    """The order of what happens at one instant. Insertion order decides nothing."""

    SETTLEMENT = 0
    DIGEST = 1
    CHECKPOINT = 2
    END = 3
    SEASON = 4
    REQUESTS = 5
    MORNING = 6
    WORK = 7  # a sitting is over: what was done in it
    SETBACK = 8
    CARD = 9
    CORRECTION = 10
    SITTING = 11
    POST = 12


def priority(phase: Phase, runner: int = 0, person: int = 0) -> int:
    """The rank of an event among those of its instant: by phase, then runner, then person."""
    return (phase << 48) | (runner << 40) | person


def week_of(second: int) -> int:
    """The week (from 0) in which *second* lies."""
    return second // WEEK


def season_of_week(week: int) -> int:
    """The season (from 0) of *week*."""
    return week // WEEKS_PER_SEASON


def year_of_week(week: int) -> int:
    """The year (from 0) of *week*."""
    return week // WEEKS_PER_YEAR


def is_season_start(week: int) -> bool:
    """Whether a season begins with *week*."""
    return week % WEEKS_PER_SEASON == 0


def is_year_start(week: int) -> bool:
    """Whether a year begins with *week*."""
    return week % WEEKS_PER_YEAR == 0
