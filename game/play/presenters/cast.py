"""Who plays along by name in a scenario, and what is told of each: partner, coach, staff, the others in the race.

It is read by whoever asks for it, where the name stands; nobody has to. The game's own words are next door in
`glossary.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.authoring.words import Words
from game.play.presenters.glossary import Entry
from game.sim.scenario import Scenario
from game.sim.seen import RivalView

SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+")


def cast(scenario: Scenario, words: Words) -> dict[str, Entry]:
    """Everybody with a name and a part, by the ids of their entries: those of the player's own shop first."""
    entries = (
        Entry(f"cast.{id}", name, about(part, name, scenario, words))
        for part, id, name in _parts(scenario)
    )
    return {one.id: one for one in entries}


def about(part: str, name: str, scenario: Scenario, words: Words) -> str:
    """What somebody is here, and what the scenario says of them where it introduces itself."""
    told = [one for one in SENTENCE_ENDS.split(scenario.summary.strip()) if _names(one, name)]
    return " ".join([words(f"cast.{part}"), *told])


def facts(rival: RivalView, words: Words) -> list[str]:
    """What the street sees of a rival this week."""
    return [
        words("room.followers", n=rival.followers),
        words("room.posts", n=rival.posts_last_week, offers=rival.offers_last_week),
    ]


def _parts(scenario: Scenario) -> Iterator[tuple[str, str, str]]:
    yield "partner", "partner", scenario.partner
    yield "coach", "coach", scenario.coach
    yield from (("staff", f"staff.{one.id}", one.name) for one in scenario.staff)
    yield from (
        ("rival", f"runner.{one.id}", one.name)
        for one in scenario.runners
        if one.id != scenario.seat
    )


def _names(sentence: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence) is not None
