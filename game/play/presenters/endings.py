"""The endings: which story a run has come to, by what was strongest in it, and the sentences that tell it.

What it came to is gathered next door in `aftermath.py`. No ending is a reward or a punishment, and none is written into
a run: the one is told whose measure is furthest beyond its mark. All words are in the language file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.authoring.words import Words
from game.play.presenters.aftermath import Aftermath, Said, Somebody
from game.play.presenters.tale import TaleLine
from game.play.presenters.wording import cause_words

MOST = 3.0
"""However far beyond its mark a measure is, it counts as this many times the mark."""

OTHER_VOICES = ("delegate_slip", "machine_talk")
QUOTED = ("“", "„", '"')


@dataclass(frozen=True)
class Ending:
    """A kind of ending: how strong it is in a run (1 is its mark), whom it is told by, whose card it quotes."""

    id: str
    strength: Callable[[Aftermath], float]
    people: tuple[str, ...]
    cards: tuple[str, ...] = ()


@dataclass(frozen=True)
class EndingStory:
    """The story of one run: which ending it is, its title, its sentences, and what the player said on a card."""

    id: str
    title: str
    lines: tuple[TaleLine, ...]
    quote: str = ""


def _share(amount: float, mark: float) -> float:
    return amount / mark if mark > 0 else 0.0


def _gate(run: Aftermath) -> float:
    return _share(run.lost, max(8, run.most_followers * 0.15))


def _queue(run: Aftermath) -> float:
    return _share(run.gave_up, run.asked * 0.4) if run.gave_up >= 12 else 0.0


def _faces(run: Aftermath) -> float:
    many = run.followers >= run.people * 0.1
    return _share(run.followers, max(1, run.close) * 2) if many else 0.0


def _empty(run: Aftermath) -> float:
    return _share(run.people * 0.06, max(1, run.followers + run.close))


def _ghost(run: Aftermath) -> float:
    if run.ghost_close is None:
        return 0.0
    return _share(run.close, max(1, run.ghost_close)) * 2


def _friends(run: Aftermath) -> float:
    return min(_share(run.sent, run.people * 0.06), _share(run.advocates, run.people * 0.03))


ENDINGS: tuple[Ending, ...] = (
    Ending("ghost", lambda run: _ghost(run) if _ghost(run) >= 2 else 0.0, ("regular", "advocate")),
    Ending("found_out", lambda run: 2.2 * run.struck.get("claim_found_out", 0), ("warns", "left"),
           ("temptation", "setback")),
    Ending("promise", lambda run: 2.0 * run.struck.get("broken_promise", 0), ("left", "warns"), ("temptation",)),
    Ending("home", lambda run: 2.0 * run.burnouts, ("waited", "regular"), ("coach",)),
    Ending("gate", _gate, ("regular", "left"), ("opportunity",)),
    Ending("warned", lambda run: _share(run.warning, run.people * 0.03), ("warns", "left"), ("setback",)),
    Ending("voice", lambda run: 1.6 * sum(run.struck.get(one, 0) for one in OTHER_VOICES), ("left", "waited"),
           ("temptation", "request")),
    Ending("weathered", lambda run: _share(run.weathered, run.people * 0.05), ("advocate", "regular"), ("setback",)),
    Ending("queue", _queue, ("waited", "left"), ("coach", "request")),
    Ending("friends", _friends, ("advocate", "regular"), ("request", "coach")),
    Ending("room", lambda run: _share(run.close, run.people * 0.3), ("regular", "advocate"), ("coach", "request")),
    Ending("faces", _faces, ("left", "waited"), ("temptation", "opportunity")),
    Ending("unhappened", lambda run: _share(run.averted, 2), ("regular", "advocate"), ("coach",)),
    Ending("late", lambda run: 1.5 * run.passed_later, ("advocate", "regular")),
    Ending("lamps", lambda run: _share(run.lights, 7), ("regular", "left"), ("coach",)),
    Ending("empty", _empty, ("regular", "waited"), ("coach",)),
)  # fmt: skip
"""In the order in which equals are told."""

STREET = Ending("street", lambda _: 1.0, ("regular", "advocate", "left"), ("coach",))
"""Where nothing stood out."""


def ending(run: Aftermath) -> Ending:
    """The ending of a run: the strongest that has reached its mark."""
    reached = [one for one in ENDINGS if one.strength(run) >= 1]
    return max(reached, key=lambda one: min(MOST, one.strength(run)), default=STREET)


def ending_story(run: Aftermath, words: Words) -> EndingStory:
    """The story of a run's ending, with the people it happened to."""
    found = ending(run)
    first = f"ending.story.{found.id}"
    slots = {
        "place": run.lost_place,
        "followers": words.number(run.followers),
        "close": words.number(run.close),
    }
    people = [run.known[what] for what in found.people if what in run.known][:2]
    lines = (
        TaleLine("", words(f"{first}.open", **slots)),
        *(_line(one, words) for one in people),
        TaleLine("", words(f"{first}.last", **slots)),
    )
    return EndingStory(
        found.id, words(f"{first}.title"), lines, _quote(run.said, found.cards, words)
    )


def _line(one: Somebody, words: Words) -> TaleLine:
    why = cause_words(one.cause, words) if one.cause is not None else ""
    person = one.person
    text = words(f"ending.who.{one.what}", name=person.name, week=person.week, why=why, n=one.times)
    return TaleLine("user-round", text, person)


def _quote(said: Sequence[Said], kinds: Sequence[str], words: Words) -> str:
    """The last thing the player said on a card of these kinds, the first kinds first; spoken words before deeds."""
    for spoken in (True, False):
        for kind in kinds:
            found = [
                one for one in said if one.kind == kind and one.label.startswith(QUOTED) == spoken
            ]
            if found:
                last = found[-1]
                which = "ending.quote.said" if spoken else "ending.quote.chose"
                return words(which, week=last.week, title=last.title, label=last.label)
    return ""
