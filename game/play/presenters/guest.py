"""One guest's story with the player: how often they met, where they follow, whom they know, what they did and why.

Nothing of it that a light covers is told. Where guests stand is next door in `room.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.words import Words
from game.play.presenters.people import STORY_ICONS, story_words
from game.play.presenters.room import look_of, present
from game.sim.clock import DAYS_PER_WEEK
from game.sim.stories import Story
from game.sim.view import View

MOST_LINES = 8
MOST_FRIENDS = 4


@dataclass(frozen=True)
class StoryLine:
    """One thing that they did: in which week, what and why, with an icon."""

    when: str
    icon: str
    text: str


@dataclass(frozen=True)
class GuestStory:
    """A guest: *look* is the stage's, with its words, empty in the fog; *lines* are what they did, latest first."""

    person: int
    name: str
    face: int
    kind: str
    look: str
    look_words: str
    facts: tuple[str, ...]
    lines: tuple[StoryLine, ...]


def guest_story(view: View, person: int, words: Words) -> GuestStory:
    """What the player knows of one guest."""
    guest = view.guest(person)
    look = look_of(guest.stage)
    told = view.stories_of(person, MOST_LINES)
    return GuestStory(
        person=person,
        name=guest.name,
        face=guest.face,
        kind=guest.kind,
        look=look,
        look_words=words(f"room.looks.{look}") if look else "",
        facts=tuple(_facts(view, person, words)),
        lines=tuple(_line(story, words) for story in told),
    )


def _facts(view: View, person: int, words: Words) -> list[str]:
    guest = view.guest(person)
    names = {place.id: place.name for place in view.places}
    found = [words("room.met", n=guest.met)]
    if guest.places:
        found.append(words("guest.follows", places=", ".join(names[id] for id in guest.places)))
    friends = _friends(view, person)
    if friends:
        shown = ", ".join(view.name_of(one) for one in friends[:MOST_FRIENDS])
        rest = len(friends) - MOST_FRIENDS
        found.append(words("guest.knows", names=shown))
        if rest > 0:
            found[-1] = words("guest.knows_more", names=shown, n=rest)
    return found


def _friends(view: View, person: int) -> list[int]:
    """Whom they know of those who are here."""
    here = [guest.person for guest in present(view)]
    pairs = view.ties([*here, person])
    return [b if a == person else a for a, b in pairs if person in (a, b)]


def _line(story: Story, words: Words) -> StoryLine:
    when = words("card.week", week=story.day // DAYS_PER_WEEK + 1)
    return StoryLine(when, STORY_ICONS[story.what], story_words(story, words))
