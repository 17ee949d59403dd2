"""Stories: what named people did lately, as far as a runner may know it.

What else a runner may know is in `view.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from game.sim.cause import Cause
from game.sim.clock import DAY
from game.sim.draws import Ints

if TYPE_CHECKING:
    from game.sim.ledger import Happened, Ledger
    from game.sim.view import View

StoryKind = Literal[
    "came_to_know", "came_to_like", "came_to_trust", "bought", "recommends", "left", "turned_hostile", "followed",
    "unfollowed", "asked", "gave_up", "referred",
]  # fmt: skip
STORY_OF_STAGE: dict[int, StoryKind] = {
    1: "came_to_know", 2: "came_to_like", 3: "came_to_trust", 4: "bought", 5: "recommends", 6: "left",
    7: "turned_hostile",
}  # fmt: skip
#: What a line of the log tells: the kind of story, its cause, and the measure that must be uncovered, if any.
STORY_OF_LINE: dict[str, tuple[StoryKind, Cause, str]] = {
    "asked": ("asked", Cause.POSTS, ""),
    "gave_up": ("gave_up", Cause.SILENCE, "left_waiting"),
    "bought": ("bought", Cause.NEED, ""),
    "referred": ("referred", Cause.REFERRAL, "advocates"),
}
WEIGHT: dict[str, int] = {
    "recommends": 9, "turned_hostile": 9, "referred": 8, "left": 7, "came_to_trust": 6, "gave_up": 6, "bought": 5,
    "came_to_like": 4, "unfollowed": 3, "asked": 2, "came_to_know": 1, "followed": 1,
}  # fmt: skip
MOST_FOLLOWS, MOST_FOLLOWS_A_DAY = 60, 6


@dataclass(frozen=True)
class Story:
    """What one named person did, on which day, and why; *by* is whoever brought them, -1 for nobody in particular."""

    day: int
    person: int
    name: str
    face: int
    what: StoryKind
    cause: Cause
    by: int = -1
    by_name: str = ""


class Deed(NamedTuple):
    """What somebody did, before it is known who they are: most of what is found is not told."""

    day: int
    person: int
    what: StoryKind
    cause: int
    by: int = -1


def deeds(view: View, ledger: Ledger, runner: int, weeks: int) -> list[Deed]:
    """What was done in the last *weeks* weeks, latest first: what is covered is left out."""
    return _found(view, ledger, runner, view.day - weeks * 7)


def tell(view: View, done: Sequence[Deed], limit: int) -> tuple[Story, ...]:
    """At most *limit* of these deeds, with names."""
    return tuple(_story(view, one) for one in _varied(done, limit))


def tell_of(view: View, ledger: Ledger, runner: int, person: int, limit: int) -> tuple[Story, ...]:
    """The latest *limit* stories of one person since the start, latest first: what is covered is left out."""
    found = _found(view, ledger, runner, 0, person)
    once = {(deed.day, deed.what): deed for deed in reversed(found)}
    return tuple(_story(view, deed) for deed in _in_order(list(once.values()))[:limit])


def _found(view: View, ledger: Ledger, runner: int, since: int, only: int = -1) -> list[Deed]:
    found = [
        *_of_stages(view, ledger, runner, since, only),
        *_of_follows(view, ledger, runner, since, only),
        *_of_log(view, ledger, runner, since, only),
    ]
    return _in_order(found)


def _in_order(found: list[Deed]) -> list[Deed]:
    return sorted(found, key=lambda one: (-one.day, -WEIGHT.get(one.what, 0), one.person))


def _story(view: View, deed: Deed) -> Story:
    name, face = view.name_of(deed.person), view.face_of(deed.person)
    by_name = view.name_of(deed.by) if deed.by >= 0 else ""
    return Story(deed.day, deed.person, name, face, deed.what, Cause(deed.cause), deed.by, by_name)


def _of_stages(view: View, ledger: Ledger, runner: int, since: int, only: int) -> list[Deed]:
    if not view.sees("likes"):
        return []
    changes = reversed(ledger.stage_changes)
    days = list(takewhile(lambda chunk: bool(chunk[0, 0] >= since), changes))
    if not days:
        return []
    risen = 5 if not view.sees("lapsed") else 7
    return [
        Deed(day, person, STORY_OF_STAGE[new], cause)
        for day, _, person, old, new, cause in _about(np.concatenate(days, axis=1), runner, only)
        if old < new <= risen
    ]


def _about(chunk: Ints, runner: int, only: int) -> list[list[int]]:
    """The lines about a runner, or only those about one person as well."""
    wanted = chunk[1] == runner
    if only >= 0:
        wanted &= chunk[2] == only
    lines: list[list[int]] = chunk[:, wanted].T.tolist()
    return lines


def _of_follows(view: View, ledger: Ledger, runner: int, since: int, only: int) -> list[Deed]:
    found: list[Deed] = []
    sees_unfollowed = view.sees("unfollowed")
    for chunk in reversed(ledger.follow_changes):
        if chunk[0, 0] < since or len(found) > MOST_FOLLOWS:
            break
        of_day = _about(chunk, runner, only)[:MOST_FOLLOWS_A_DAY]
        for day, _, person, change, cause in of_day:
            if change > 0:
                found.append(Deed(day, person, "followed", cause))
            elif sees_unfollowed:
                found.append(Deed(day, person, "unfollowed", cause))
    return found


def _of_log(view: View, ledger: Ledger, runner: int, since: int, only: int) -> list[Deed]:
    found = []
    for line in reversed(ledger.log):
        if line.second // DAY < since:
            break
        wanted = line.person == only if only >= 0 else line.person >= 0
        if wanted and line.runner == runner and line.second <= view.second:
            found += _of_line(view, line)
    return found


def _of_line(view: View, line: Happened) -> list[Deed]:
    what, cause, measure = STORY_OF_LINE.get(line.what, (None, Cause.START, ""))
    if what is None or (measure and not view.sees(measure)):
        return []
    by = int(line.detail) if line.what == "referred" else -1
    return [Deed(line.second // DAY, line.person, what, cause, by)]


def _varied(found: Sequence[Deed], limit: int) -> list[Deed]:
    """The latest, but each person once and no kind more than a third of the list while there are others."""
    chosen: list[Deed] = []
    for most in (max(1, limit // 3), limit):
        for deed in found:
            if len(chosen) >= limit:
                return chosen
            if any(other.person == deed.person for other in chosen):
                continue
            if sum(1 for other in chosen if other.what == deed.what) < most:
                chosen.append(deed)
    return chosen
