"""An ending as its author sees it before anybody has played: the scenario's words, with examples of people and numbers.

For the preview alone; how the ending of a run is told is `endings.py`'s.
"""

from __future__ import annotations

from game.authoring.words import Words
from game.play.presenters.aftermath import Aftermath, Somebody
from game.play.presenters.chronicle import Person
from game.play.presenters.endings import EndingStory, telling_of, told_as
from game.sim.cause import Cause
from game.sim.ending import EndingWords
from game.sim.people import KIND_NAMES
from game.sim.rehearsal import Rehearsal

WHAT = ("advocate", "regular", "left", "warns", "waited")
TIMES = 12
A_TENTH = 10


def ending_preview(written: EndingWords, rehearsal: Rehearsal, words: Words) -> EndingStory:
    """The story that *written* would tell of a run in which there is everybody whom it names."""
    return told_as(telling_of(written), written, _example(rehearsal), words)


def asked_when(written: EndingWords, words: Words) -> str:
    """When it is told, in one line."""
    if not written.is_own:
        return words("preview.ending_reworded", id=written.id)
    return words("preview.ending_when", conditions="; ".join(written.when))


def _example(rehearsal: Rehearsal) -> Aftermath:
    """What a run might come to."""
    scenario, view = rehearsal.scenario, rehearsal.view
    weeks, people = scenario.weeks, scenario.market.people
    known = {
        what: Somebody(
            what,
            Person(
                view.name_of(number),
                view.face_of(number),
                KIND_NAMES[number % len(KIND_NAMES)],
                max(1, weeks - 5 * number),
            ),
            Cause.SILENCE,
            TIMES,
        )
        for number, what in enumerate(WHAT)
    }
    seat = scenario.seated
    rival = next((one.name for one in scenario.runners if one is not seat), "")
    some = people // A_TENTH
    return Aftermath(
        business=seat.name, rival=rival, people=people, sales=some, followers=2 * some, most_followers=2 * some,
        close=some, ghost_close=None, advocates=0, sent=0, warning=0, asked=0, gave_up=0, burnouts=0, averted=0,
        struck={}, weathered=0, lost_place=scenario.places[0].name, lost=0, lights=0, passed_later=False, known=known,
        said=(),
    )  # fmt: skip
