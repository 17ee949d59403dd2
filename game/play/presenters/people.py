"""What named people did, signs and setbacks: one sentence each, with the face it belongs to.

Where they stand in the room is next door in `room.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.words import Words
from game.play.presenters.wording import cause_words
from game.sim.cause import Cause
from game.sim.clock import DAYS_PER_WEEK
from game.sim.stories import Story
from game.sim.view import View

ARRIVING = (
    "came_to_know",
    "came_to_like",
    "came_to_trust",
    "bought",
    "recommends",
    "followed",
    "referred",
)
LEAVING = ("left", "turned_hostile", "unfollowed", "gave_up")
STORY_ICONS = {
    "came_to_know": "eye", "came_to_like": "heart", "came_to_trust": "badge-check", "bought": "shopping-bag",
    "recommends": "megaphone", "referred": "megaphone", "followed": "user-round", "asked": "circle-question-mark",
    "left": "log-out", "turned_hostile": "triangle-alert", "unfollowed": "log-out", "gave_up": "hourglass",
}  # fmt: skip
SAYS_NOTHING_NEW = (Cause.NEED, Cause.START)


@dataclass(frozen=True)
class Voice:
    """One line of what people say: who (with a face), what, why; a line without a person has only an icon."""

    name: str
    text: str
    icon: str
    person: int = -1
    face: int = 0
    day: int = 0
    says: str = ""
    arrives: bool = False
    leaves: bool = False

    @property
    def week(self) -> int:
        """The week in which it happened."""
        return self.day // DAYS_PER_WEEK


def voices(view: View, words: Words, limit: int = 5) -> tuple[Voice, ...]:
    """Signs that were noticed, then what people did lately."""
    warned = [sign_voice(sign.kind, sign.day, words) for sign in view.signs[-2:]]
    told = [voice_of(story, words) for story in view.stories(limit - len(warned))]
    return (*warned, *told)


def sign_voice(kind: str, day: int, words: Words) -> Voice:
    """An early sign that listening has shown."""
    return Voice(words("story.sign"), words(f"setback.{kind}.sign"), "triangle-alert", day=day)


def voice_of(story: Story, words: Words) -> Voice:
    """What one person did, as a line."""
    return Voice(
        name=story.name,
        text=story_words(story, words),
        icon=STORY_ICONS[story.what],
        person=story.person,
        face=story.face,
        day=story.day,
        says=_says(story, words),
        arrives=story.what in ARRIVING,
        leaves=story.what in LEAVING,
    )


def _says(story: Story, words: Words) -> str:
    """What they say about it; whoever was sent says by whom."""
    if story.by_name:
        return words("story.says.sent_by", name=story.by_name)
    return words(f"story.says.{story.what}")


def story_words(story: Story, words: Words) -> str:
    """What a person did and, where it is not plain already, why."""
    if story.by_name:
        return words("story.sent_by", name=story.by_name)
    what = words(f"story.{story.what}")
    if story.cause in SAYS_NOTHING_NEW or story.what in ("asked", "gave_up", "referred"):
        return what
    return words("story.because", what=what, why=cause_words(story.cause, words))


def inbox_words(view: View, words: Words) -> str:
    """How many wait for an answer and how long the first of them has; empty where nobody does."""
    if not view.waiting:
        return ""
    longest = view.oldest_wait_hours
    if not longest:
        return words("story.just_come", n=view.waiting)
    since = (
        words("story.days", n=longest // 24) if longest >= 48 else words("story.hours", n=longest)
    )
    return words("story.waiting", n=view.waiting, since=since)
