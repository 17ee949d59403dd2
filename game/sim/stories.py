"""Stories: what named people did lately, as far as a runner may know it.

What else a runner may know is in `view.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

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


def tell(view: View, ledger: Ledger, runner: int, limit: int, weeks: int) -> tuple[Story, ...]:
    """At most *limit* stories of the last *weeks* weeks, latest first: what is covered is left out."""
    since = view.day - weeks * 7
    told = [
        *_of_stages(view, ledger, runner, since),
        *_of_follows(view, ledger, runner, since),
        *_of_log(view, ledger, runner, since),
    ]
    return tuple(_varied(_in_order(told), limit))


def tell_of(view: View, ledger: Ledger, runner: int, person: int, limit: int) -> tuple[Story, ...]:
    """The latest *limit* stories of one person since the start, latest first: what is covered is left out."""
    told = [
        *_of_stages(view, ledger, runner, 0, person),
        *_of_follows(view, ledger, runner, 0, person),
        *_of_log(view, ledger, runner, 0, person),
    ]
    once = {(story.day, story.what): story for story in reversed(_in_order(told))}
    return tuple(_in_order(list(once.values()))[:limit])


def _in_order(told: list[Story]) -> list[Story]:
    return sorted(told, key=lambda one: (-one.day, -WEIGHT.get(one.what, 0), one.person))


def _story(view: View, day: int, person: int, what: StoryKind, cause: int, by: int = -1) -> Story:
    name, face = view.name_of(person), view.face_of(person)
    by_name = view.name_of(by) if by >= 0 else ""
    return Story(day, person, name, face, what, Cause(cause), by, by_name)


def _of_stages(view: View, ledger: Ledger, runner: int, since: int, only: int = -1) -> list[Story]:
    if not view.sees("likes"):
        return []
    found = []
    for chunk in reversed(ledger.stage_changes):
        if chunk[0, 0] < since:
            break
        for day, _, person, old, new, cause in _of_chunk(chunk, runner, only):
            if new > old and new in STORY_OF_STAGE and (new < 6 or view.sees("lapsed")):
                found.append(_story(view, day, person, STORY_OF_STAGE[new], cause))
    return found


def _of_chunk(chunk: Ints, runner: int, only: int) -> list[list[int]]:
    """The lines about a runner, or only those about one person as well."""
    wanted = chunk[1] == runner
    if only >= 0:
        wanted &= chunk[2] == only
    lines: list[list[int]] = chunk[:, wanted].T.tolist()
    return lines


def _of_follows(view: View, ledger: Ledger, runner: int, since: int, only: int = -1) -> list[Story]:
    found: list[Story] = []
    for chunk in reversed(ledger.follow_changes):
        if chunk[0, 0] < since or len(found) > MOST_FOLLOWS:
            break
        of_day = _of_chunk(chunk, runner, only)[:MOST_FOLLOWS_A_DAY]
        for day, _, person, change, cause in of_day:
            if change > 0:
                found.append(_story(view, day, person, "followed", cause))
            elif view.sees("unfollowed"):
                found.append(_story(view, day, person, "unfollowed", cause))
    return found


def _of_log(view: View, ledger: Ledger, runner: int, since: int, only: int = -1) -> list[Story]:
    found = []
    for line in reversed(ledger.log):
        if line.second // DAY < since:
            break
        wanted = line.person == only if only >= 0 else line.person >= 0
        if wanted and line.runner == runner and line.second <= view.second:
            found += _of_line(view, line)
    return found


def _of_line(view: View, line: Happened) -> list[Story]:
    what, cause, measure = STORY_OF_LINE.get(line.what, (None, Cause.START, ""))
    if what is None or (measure and not view.sees(measure)):
        return []
    by = int(line.detail) if line.what == "referred" else -1
    return [_story(view, line.second // DAY, line.person, what, cause, by)]


def _varied(stories: list[Story], limit: int) -> list[Story]:
    """The latest, but each person once and no kind more than a third of the list while there are others."""
    chosen: list[Story] = []
    for most in (max(1, limit // 3), limit):
        for story in stories:
            if len(chosen) >= limit:
                return chosen
            if any(other.person == story.person for other in chosen):
                continue
            if sum(1 for other in chosen if other.what == story.what) < most:
                chosen.append(story)
    return chosen
