"""The lightbulb moment in words: evidence from the player's own run, the coach's question, what to do, what tempts.

Other requests become cards next door in `cards.py`; how it all looks is in `game/play/screens/table`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.words import Words
from game.play.presenters.cards import OptionWords
from game.play.presenters.gauges import Trend, trends, uncovered_by
from game.play.presenters.levers import moves_words
from game.play.presenters.wording import measure_name, question_of
from game.sim.decision import Option, Request
from game.sim.light import Light
from game.sim.plan import HalfHours
from game.sim.view import View

CHARTS = 2


@dataclass(frozen=True)
class Lightbulb:
    """A light that goes on. *later* leaves the plan alone, *act* changes one small thing, *more* is the temptation.

    *act* is None where what it would take hours for is not unlocked yet, *more* where nothing could be overdone.
    """

    light: Light
    title: str
    aside: str
    coach: str
    face: int
    question: str
    evidence: tuple[Trend, ...]
    uncovers: str
    act: OptionWords | None
    later: OptionWords
    more: OptionWords | None


def lightbulb(request: Request, view: View, words: Words) -> Lightbulb:
    """The light of a request."""
    light = Light(request.name)
    shown = uncovered_by(light)
    lines = tuple(one for one in trends(view, words) if one.id in shown)
    options = {one.id: one for one in request.options}
    coach = view.scenario.coach
    return Lightbulb(
        light=light,
        title=words(f"light.{light.value}.title"),
        aside=words(
            "card.aside", kind=words("card.light"), when=words("card.week", week=view.week + 1)
        ),
        coach=words("light.asks", coach=coach),
        face=face_of_name(coach),
        question=question_of(light, view.scenario, words),
        evidence=tuple(sorted(lines, key=lambda one: -_moved(one))[:CHARTS]),
        uncovers=_uncovers(shown, words) if lines else words(f"light.{light.value}.says"),
        act=_option(options["act"], view, words) if _may_act(options["act"], view) else None,
        later=_option(options["later"], view, words),
        more=_option(options["more"], view, words) if _overdoes(options["more"], view) else None,
    )


def face_of_name(name: str) -> int:
    """A face for somebody who is not of the town: the same for the same name."""
    return sum((place + 7) * ord(letter) * 104_729 for place, letter in enumerate(name))


def _uncovers(shown: tuple[str, ...], words: Words) -> str:
    names = ", ".join(measure_name(id, words) for id in shown)
    return words("light.uncovers", names=names)


def _moved(trend: Trend) -> int:
    return max(trend.points, default=0) - min(trend.points, default=0)


def _may_act(option: Option, view: View) -> bool:
    """Whether the hours that the option moves would be taken: a lever that is not unlocked yet takes none."""
    targets = [move.target for move in option.moves if isinstance(move, HalfHours)]
    return all(target in view.unlocked for target in targets)


def _overdoes(option: Option, view: View) -> bool:
    return bool(option.moves) and _may_act(option, view)


def _option(option: Option, view: View, words: Words) -> OptionWords:
    moves = moves_words(option.moves, view.scenario, words)
    return OptionWords(
        option.id, words(option.label), moves or words(f"light.{option.id}_note"), ""
    )
