"""The causes: why a number moved. About thirty, all here; every change of a measure is booked under one of them.

What is booked is in `ledger.py`; the words for a cause are in the language file under `cause`.
"""

from __future__ import annotations

from enum import IntEnum


class Cause(IntEnum):
    """A reason in the why-lines. The order is the order in which effects of one instant apply."""

    START = 0
    POSTS = 1
    ARTICLES = 2
    OFFERS = 3
    SHARED = 4  # a friend passed it on
    FOUND = 5  # found by searching or looking around
    TALKED_ABOUT = 6  # people who like you mention you
    REPLY = 7
    LATE_REPLY = 8
    SILENCE = 9
    HELP = 10
    CONVERSATION = 11
    MEETING = 12
    NEED = 13  # somebody needed something and chose
    GOOD_SERVICE = 14
    POOR_SERVICE = 15
    AUTOMATIC = 16
    TIRED = 17  # too many posts
    CLAIM = 18  # a bold claim believed, or found out
    SETBACK = 19
    ANSWER = 20  # what you said about a setback
    MEMORY = 21  # an old mistake found again
    DELEGATE = 22
    REFERRAL = 23
    PLACE = 24  # a place changed its rules, faded or closed
    RIVAL = 25
    CARD = 26  # what was chosen on a card
    HAPPENING = 27  # what befell, chosen by nobody
    PROMISE = 28
    TIME = 29  # what fades by itself


CAUSES = tuple(Cause)
CAUSE_COUNT = len(CAUSES)
