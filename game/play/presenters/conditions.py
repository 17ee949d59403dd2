"""Conditions of standing orders as menus: what may be looked at on a Monday, over or under what, and in which words.

Only what the view uncovers is on offer. A number counted by the week is that of the week just closed. How the game
reads a condition is `game/sim/condition.py`'s.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.authoring.words import Words
from game.play.presenters.wording import measure_name
from game.sim.measure import MEASURE_INDEX
from game.sim.view import View

PEOPLE = (5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1000, 2000)
STEPS: dict[str, tuple[int, ...]] = {
    "waiting_hours": (6, 12, 24, 36, 48, 72, 96, 168),
    "unanswered": (1, 3, 6, 10, 15, 20, 30, 50),
    "energy": (10, 20, 30, 40, 50, 60, 70, 80, 90),
    "posts_last_week": (1, 2, 4, 6, 8, 10, 15, 20, 30),
    "sales_last_week": (1, 2, 3, 5, 8, 10, 15, 20, 30, 50),
    "reach": (20, 50, 100, 200, 500, 1000, 2000, 5000, 10000),
    "reactions": (1, 2, 5, 10, 20, 50, 100, 200, 500),
    "two_way_minutes": (15, 30, 60, 90, 120, 180, 240, 300, 480),
    "left_waiting": (1, 2, 3, 5, 10, 20, 30, 50),
    "unfollowed": (1, 2, 3, 5, 10, 20, 30, 50),
    "warnings": (1, 2, 3, 5),
    "season": tuple(range(1, 41)),
    "followers": PEOPLE, "knows": PEOPLE, "likes": PEOPLE, "trusts": PEOPLE, "customers": PEOPLE,
    "advocates": (1, 2, 3, 5, 10, 20, 30, 50, 100), "lapsed": PEOPLE, "hostile": (1, 2, 3, 5, 10, 20, 30, 50),
}  # fmt: skip
"""The numbers a standing order may look at, each with the values on offer."""

FIRST: dict[str, int] = {
    "waiting_hours": 24, "unanswered": 6, "energy": 50, "posts_last_week": 6, "season": 3, "left_waiting": 3,
    "unfollowed": 3, "warnings": 1,
}  # fmt: skip
"""The value that stands there at first; of what is not named here, the middle one."""

PLACE = "place:"
_NUMBER = re.compile(r"(\w+) (>=|<|>) (\d+)")
_OPEN = re.compile(r"(not )?open\((\w+)\)")


@dataclass(frozen=True)
class Look:
    """One thing to look at: *what* is a number's term or a place; *over* also means that the place is open."""

    what: str = "waiting_hours"
    over: bool = True
    value: int = FIRST["waiting_hours"]

    @property
    def condition(self) -> str:
        """As the game reads it."""
        if self.what.startswith(PLACE):
            return f"{'' if self.over else 'not '}open({self.what.removeprefix(PLACE)})"
        return f"{self.what} {'>=' if self.over else '<'} {self.value}"

    def turned(self, offered: tuple[str, ...], by: int) -> Look:
        """The next thing on offer, or the one before, with its first value."""
        at = offered.index(self.what) if self.what in offered else 0
        what = offered[(at + by) % len(offered)]
        return Look(what, what != "energy", first_value(what))


def offered(view: View) -> tuple[str, ...]:
    """What a standing order may look at now: numbers in view, and the places there are."""
    numbers = [one for one in STEPS if one not in MEASURE_INDEX or view.sees(one)]
    places = [PLACE + place.id for place in view.places if not place.owned]
    return (*numbers, *places)


def first_value(what: str) -> int:
    """The value that stands there when something is first looked at; 0 for places."""
    steps = STEPS.get(what, (0,))
    return FIRST.get(what, steps[len(steps) // 2])


def look_name(what: str, places: dict[str, str], words: Words) -> str:
    """What is looked at, in words; *places* are names by id."""
    if what.startswith(PLACE):
        return places.get(what.removeprefix(PLACE), what)
    named = f"order.{what}"
    return words(named) if named in words else measure_name(what, words)


def condition_words(condition: str, places: dict[str, str], words: Words) -> str:
    """A condition as a sentence reads it; one that no menu makes stands as it is written."""
    parts = [_part_words(part.strip(), places, words) for part in condition.split(" and ")]
    if not all(parts):
        return condition
    return words("order.and").join(parts)


def _part_words(part: str, places: dict[str, str], words: Words) -> str:
    if found := _OPEN.fullmatch(part):
        name = look_name(PLACE + found[2], places, words)
        return words("order.is_closed" if found[1] else "order.is_open", name=name)
    if found := _NUMBER.fullmatch(part):
        name = look_name(found[1], places, words) if found[1] in STEPS else found[1]
        value = int(found[3]) + (found[2] == ">")
        over = "order.is_under" if found[2] == "<" else "order.is_over"
        return words(over, name=name, value=words.number(value))
    return ""
