"""The race: a lane for each runner in what is public, and for oneself in what is uncovered. Nobody's future.

The room, where the same numbers are people, is next door in `room.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.authoring.words import Words
from game.play.presenters.cast import about, facts
from game.play.presenters.gauges import recent_sales
from game.play.presenters.wording import measure_name
from game.sim.seen import Covered, RivalView
from game.sim.view import View

PUBLIC = ("followers", "posts")
OWN = ("sales", "customers", "advocates")
MOST_LANES = 6


@dataclass(frozen=True)
class Lane:
    """One runner: *number* 0 is the player; *value* None where only they themselves know it.

    *before* is where the player's last run stood in this week, *ghost* the same as a share of the scale; *told* is
    what there is to know of them for whoever asks.
    """

    number: int
    name: str
    value: int | None
    share: float = 0.0
    ghost: float | None = None
    before: int | None = None
    told: str = ""


@dataclass(frozen=True)
class Race:
    """All lanes on one scale, with marks along it; *flag* is the goal of the year, where it is of this measure."""

    id: str
    name: str
    lanes: tuple[Lane, ...]
    marks: tuple[int, ...]
    top: int
    others: int
    flag: int | None = None


def race_measures(view: View) -> tuple[str, ...]:
    """What one may race in: what is public of all, then what is uncovered of oneself."""
    return (*PUBLIC, *(id for id in OWN if view.sees(id)))


def race(
    view: View, measure: str, words: Words, ghost: Mapping[str, tuple[int, ...]] | None = None
) -> Race:
    """The lanes by a measure: the player first, then the others in the scenario's order."""
    mine = _mine(view, measure)
    theirs = [
        (number + 1, rival.name, _public(rival.followers, rival.posts_last_week, measure))
        for number, rival in enumerate(view.rivals)
    ]
    told = [_told(rival, view, words) for rival in view.rivals]
    shown = _nearest(theirs, mine)
    before = _ghost(view, measure, ghost or {})
    flag = _flag(view, measure)
    values = [mine, before or 0, flag or 0, *(value or 0 for _, _, value in shown)]
    top = scale_above(max(values))
    lanes = (
        Lane(
            0,
            words("table.you"),
            mine,
            mine / top,
            None if before is None else before / top,
            before,
            told=words("cast.you", name=view.name),
        ),
        *(Lane(n, name, value, (value or 0) / top, told=told[n - 1]) for n, name, value in shown),
    )
    return Race(
        measure,
        race_name(measure, words),
        lanes,
        marks_to(top),
        top,
        len(theirs) - len(shown),
        flag,
    )


def _told(rival: RivalView, view: View, words: Words) -> str:
    """Who a rival is, as far as that is known before the hoods come off, and what the street sees of them."""
    seen = words("room.told", who=rival.name, says=", ".join(facts(rival, words)))
    return f"{seen}. {about('rival', rival.name, view.scenario, words)}"


def race_name(measure: str, words: Words) -> str:
    """What is raced in, in words."""
    if measure in ("posts", "sales"):
        return words(f"race.{measure}")
    return measure_name(measure, words)


def _mine(view: View, measure: str) -> int:
    if measure == "posts":
        return view.posts_last_week
    if measure == "sales":
        return recent_sales(view)
    value = view.measure(measure)
    return 0 if isinstance(value, Covered) else value


def _public(followers: int, posts: int, measure: str) -> int | None:
    return {"followers": followers, "posts": posts}.get(measure)


def _nearest(
    theirs: list[tuple[int, str, int | None]], mine: int
) -> list[tuple[int, str, int | None]]:
    """Where there are too many lanes: those nearest to the player, in their own order."""
    if len(theirs) < MOST_LANES:
        return theirs
    near = sorted(theirs, key=lambda one: (abs((one[2] or 0) - mine), one[0]))[: MOST_LANES - 1]
    return sorted(near)


def _ghost(view: View, measure: str, ghost: Mapping[str, tuple[int, ...]]) -> int | None:
    line = ghost.get(measure, ())
    return line[min(view.week, len(line)) - 1] if line and view.week else None


def _flag(view: View, measure: str) -> int | None:
    goal = next((one for one in view.scenario.goals if one.id == view.goal), None)
    return goal.at_least if goal and goal.measure == measure and measure != "sales" else None


def scale_above(value: int) -> int:
    """The end of a scale: a round number that leaves a little room above the largest value."""
    needed, size = max(10.0, value * 1.06), 1
    while True:
        for step in (1, 2, 3, 4, 5, 6, 8):
            if step * size >= needed and step * size >= 10:
                return step * size
        size *= 10


def marks_to(top: int) -> tuple[int, ...]:
    """Round numbers along a scale, without 0, the end among them."""
    parts = next(n for n in (5, 4, 6, 3, 2, 1) if top % n == 0)
    return tuple(top * n // parts for n in range(1, parts + 1))
