"""The endings: which story a run has come to, by what was strongest in it, and the sentences that tell it.

What it came to is gathered next door in `aftermath.py`. No ending is a reward or a punishment, and none is written into
a run: the one is told whose measure is furthest beyond its mark. Its words are in the language file; a scenario may
have others, and endings of its own, whose conditions are asked next door in `written_endings.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.authoring.words import Words
from game.play.presenters.aftermath import Aftermath, Said, Somebody
from game.play.presenters.tale import TaleLine
from game.play.presenters.wording import cause_words
from game.sim.ending import TEXTS, Ending, EndingWords

MOST = 3.0
"""However far beyond its mark a measure is, it counts as this many times the mark."""

OTHER_VOICES = ("delegate_slip", "machine_talk")
QUOTED = ("“", "„", '"')
UNQUOTED = ("”", "“", '"')
ENDED = (".", "!", "?", "…")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Telling:
    """How an ending is told: how strong it is in a run (1 is its mark), by whom, and whose card it quotes."""

    id: Ending
    strength: Callable[[Aftermath], float]
    people: tuple[str, ...]
    cards: tuple[str, ...] = ()


@dataclass(frozen=True)
class EndingStory:
    """The story of one run: which ending it is, in whose picture, its title, its sentences, what was said on a card."""

    id: str
    picture: Ending
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


ENDINGS: tuple[Telling, ...] = (
    Telling(Ending.GHOST, lambda run: _ghost(run) if _ghost(run) >= 2 else 0.0, ("regular", "advocate")),
    Telling(Ending.FOUND_OUT, lambda run: 2.2 * run.struck.get("claim_found_out", 0), ("warns", "left"),
           ("temptation", "setback")),
    Telling(Ending.PROMISE, lambda run: 2.0 * run.struck.get("broken_promise", 0), ("left", "warns"), ("temptation",)),
    Telling(Ending.HOME, lambda run: 2.0 * run.burnouts, ("waited", "regular"), ("coach",)),
    Telling(Ending.GATE, _gate, ("regular", "left"), ("opportunity",)),
    Telling(Ending.WARNED, lambda run: _share(run.warning, run.people * 0.03), ("warns", "left"), ("setback",)),
    Telling(Ending.VOICE, lambda run: 1.6 * sum(run.struck.get(one, 0) for one in OTHER_VOICES), ("left", "waited"),
           ("temptation", "request")),
    Telling(Ending.WEATHERED, lambda run: _share(run.weathered, run.people * 0.05), ("advocate", "regular"),
           ("setback",)),
    Telling(Ending.QUEUE, _queue, ("waited", "left"), ("coach", "request")),
    Telling(Ending.FRIENDS, _friends, ("advocate", "regular"), ("request", "coach")),
    Telling(Ending.ROOM, lambda run: _share(run.close, run.people * 0.3), ("regular", "advocate"),
           ("coach", "request")),
    Telling(Ending.FACES, _faces, ("left", "waited"), ("temptation", "opportunity")),
    Telling(Ending.UNHAPPENED, lambda run: _share(run.averted, 2), ("regular", "advocate"), ("coach",)),
    Telling(Ending.LATE, lambda run: 1.5 * run.passed_later, ("advocate", "regular")),
    Telling(Ending.LAMPS, lambda run: _share(run.lights, 7), ("regular", "left"), ("coach",)),
    Telling(Ending.EMPTY, _empty, ("regular", "waited"), ("coach",)),
)  # fmt: skip
"""In the order in which equals are told."""

STREET = Telling(Ending.STREET, lambda _: 1.0, ("regular", "advocate", "left"), ("coach",))
"""Where nothing stood out."""


def ending(run: Aftermath) -> Telling:
    """The ending of a run: the strongest that has reached its mark."""
    reached = [one for one in ENDINGS if one.strength(run) >= 1]
    return max(reached, key=lambda one: min(MOST, one.strength(run)), default=STREET)


def came_to(run: Aftermath, id: Ending) -> bool:
    """Whether an ending has reached its mark, though another may be stronger."""
    if id == STREET.id:
        return ending(run) is STREET
    return _telling(id).strength(run) >= 1


def telling_of(written: EndingWords) -> Telling:
    """How an ending that a scenario words is told: as that of the game which it is or is like."""
    return _telling((written.like or STREET.id) if written.is_own else Ending(written.id))


def _telling(id: Ending) -> Telling:
    return next(one for one in (*ENDINGS, STREET) if one.id == id)


def ending_story(run: Aftermath, words: Words, written: Sequence[EndingWords] = ()) -> EndingStory:
    """The story of a run's ending, with the people it happened to.

    *written* are the scenario's words: for endings of its own that have come about, of which the first is told, and for
    the game's. Words that name somebody or something that there is not in this run are not told.
    """
    for one in written:
        found = telling_of(one)
        if one.is_own and _can_be_told(one, found, run, words):
            return told_as(found, one, run, words)
    found = ending(run)
    ours = (one for one in written if one.id == found.id)
    reworded = next((one for one in ours if _can_be_told(one, found, run, words)), None)
    return told_as(found, reworded, run, words)


def told_as(
    found: Telling, written: EndingWords | None, run: Aftermath, words: Words
) -> EndingStory:
    """The story of that ending in the words *written* for it, and in the game's where there are none."""
    texts = {} if written and written.is_own else _game_texts(found, run, words)
    if written:
        slots = _slots(found, run, words)
        texts |= {
            key: _SLOT.sub(lambda slot: slots[slot[1]], text)
            for key, text in _texts(written).items()
        }
    last = texts.get("last", "")
    lines = (
        TaleLine("", texts["text"]),
        *(_line(one, words) for one in _people(found, run)),
        *([TaleLine("", last)] if last else []),
    )
    id = written.id if written else found.id
    return EndingStory(id, found.id, texts["title"], lines, _quote(run.said, found.cards, words))


def _people(found: Telling, run: Aftermath) -> list[Somebody]:
    return [run.known[what] for what in found.people if what in run.known][:2]


def _game_texts(found: Telling, run: Aftermath, words: Words) -> dict[str, str]:
    """The game's own words for an ending, by the keys that a scenario has for them."""
    slots = {
        "place": run.lost_place,
        "followers": words.number(run.followers),
        "close": words.number(run.close),
    }
    parts = {"title": "title", "text": "open", "last": "last"}
    return {key: words(f"ending.story.{found.id}.{part}", **slots) for key, part in parts.items()}


def _slots(found: Telling, run: Aftermath, words: Words) -> dict[str, str]:
    """What is filled into the words of a scenario; nothing where there is nobody or nothing of the kind."""
    return {
        "person": next((one.person.name for one in _people(found, run)), ""),
        "business": run.business,
        "rival": run.rival,
        "place": run.lost_place,
        "followers": words.number(run.followers),
        "close": words.number(run.close),
        "sales": words.number(run.sales),
    }


def _can_be_told(written: EndingWords, found: Telling, run: Aftermath, words: Words) -> bool:
    """Whether there is everybody and everything that the words name."""
    slots = _slots(found, run, words)
    return all(slots[name] for text in _texts(written).values() for name in _SLOT.findall(text))


def _texts(written: EndingWords) -> dict[str, str]:
    return {key: text for key in TEXTS if (text := getattr(written, key))}


def _line(one: Somebody, words: Words) -> TaleLine:
    why = cause_words(one.cause, words) if one.cause is not None else ""
    person = one.person
    text = words(f"ending.who.{one.what}", name=person.name, week=person.week, why=why, n=one.times)
    return TaleLine("user-round", text, person)


def _quote(said: Sequence[Said], kinds: Sequence[str], words: Words) -> str:
    """The last thing the player said on a card of these kinds, the first kinds first; spoken words before deeds."""
    for spoken in (True, False):
        for kind in kinds:
            found = [one for one in said if one.kind == kind and is_spoken(one.label) == spoken]
            if found:
                last = found[-1]
                which = "ending.quote.said" if spoken else "ending.quote.chose"
                text = words(which, week=last.week, title=last.title, label=last.label)
                return text.removesuffix(".") if last.label.endswith(ENDED) else text
    return ""


def is_spoken(label: str) -> bool:
    """Whether an option is words that are said, and nothing but these."""
    return label.startswith(QUOTED) and label.endswith(UNQUOTED)
