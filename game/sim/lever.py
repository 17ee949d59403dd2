"""The levers: what the half-hours of a week can be spent on, and the care given to each.

How a plan distributes them is in `plan.py`; what each does in a sitting is in `sitting.py`.
"""

from __future__ import annotations

from enum import StrEnum


class Lever(StrEnum):
    """One way of spending half-hours. The value is the word used in files, tables and screens."""

    LISTEN = "listen"
    REPLY = "reply"
    HELP = "help"
    CONVERSE = "converse"
    CREATE = "create"
    PROMOTE = "promote"
    STUDY = "study"
    TRY = "try"
    MEET = "meet"
    SHOP = "shop"
    REST = "rest"


class Care(StrEnum):
    """How long an interaction takes: brief reaches more people, thorough is remembered."""

    BRIEF = "brief"
    NORMAL = "normal"
    THOROUGH = "thorough"

    @property
    def minutes_factor_halves(self) -> int:
        """Minutes per interaction, as halves of the normal: 1, 2 or 4."""
        return _HALVES[self]


_HALVES = {Care.BRIEF: 1, Care.NORMAL: 2, Care.THOROUGH: 4}


SOCIAL_LEVERS = tuple(lever for lever in Lever if lever not in (Lever.SHOP, Lever.REST))
LEVERS = tuple(Lever)
MAKING = (Lever.CREATE, Lever.PROMOTE)
TALKING = (Lever.REPLY, Lever.HELP, Lever.CONVERSE, Lever.MEET)
IN_ORDER = (
    Lever.REPLY,
    *(lever for lever in SOCIAL_LEVERS if lever is not Lever.REPLY),
)  # of a sitting
