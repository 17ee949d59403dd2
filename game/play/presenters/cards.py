"""Requests as cards: what is asked, by whom, what the options take and who will see it; never which is better.

How a card looks is in `game/play/screens/table`; lights are next door in `lightbulb.py`. Scenarios author cards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.authoring.words import Words
from game.play.presenters.levers import moves_words
from game.play.presenters.wording import hours
from game.sim.clock import WEEKS_PER_YEAR
from game.sim.decision import Option, Request
from game.sim.scenario import Scenario
from game.sim.view import View

CardKind = Literal[
    "setback", "temptation", "opportunity", "request", "coach", "goals", "review", "light"
]
ICONS: dict[CardKind, str] = {
    "setback": "message-square-warning", "temptation": "sparkles", "opportunity": "leaf", "request": "mail",
    "coach": "coffee", "goals": "flag", "review": "scroll-text", "light": "lightbulb",
}  # fmt: skip


@dataclass(frozen=True)
class OptionWords:
    """One option: its id for the answer, its words, who will see it and what the plan becomes, how long it takes."""

    id: str
    text: str
    note: str
    aside: str


@dataclass(frozen=True)
class CardWords:
    """A card: kind in words, title, week, text, the person who brings it (with a face), options."""

    kind: CardKind
    kind_name: str
    icon: str
    title: str
    aside: str
    text: str
    options: tuple[OptionWords, ...]
    person: int = -1
    face: int = 0

    @property
    def is_authored(self) -> bool:
        """Whether its text is a scenario's, in which a place or a move is what it is anywhere."""
        return self.kind not in ("goals", "review")


def card(request: Request, view: View, words: Words) -> CardWords:
    """The card for any request that has options, save for lights."""
    if request.kind in ("goals", "review"):
        return _yearly(request, view, words)
    return _card(request, view, words)


def _card(request: Request, view: View, words: Words) -> CardWords:
    kind = _kind_of(request.name, view.scenario)
    name = "" if request.person is None else view.name_of(request.person)
    return CardWords(
        kind=kind,
        kind_name=words(f"card.{kind}"),
        icon=ICONS[kind],
        title=filled(request.title, name),
        aside=words("card.week", week=view.week + 1),
        text=filled(request.text, name),
        options=tuple(_option(option, name, view.scenario, words) for option in request.options),
        person=-1 if request.person is None else request.person,
        face=0 if request.person is None else view.face_of(request.person),
    )


def _kind_of(id: str, scenario: Scenario) -> CardKind:
    card = scenario.card(id)
    return card.kind if card else "request"


def filled(text: str, name: str) -> str:
    """A text of a card with the name of the person who brings it."""
    return " ".join(text.replace("{person}", name).split())


def _option(option: Option, name: str, scenario: Scenario, words: Words) -> OptionWords:
    note = words(f"card.seen_{option.seen_by.replace(' ', '_') or 'nobody'}")
    if option.moves:
        moves = moves_words(option.moves, scenario, words)
        note = words("card.changes", seen=note, moves=moves)
    aside = words("card.hours", n=option.half_hours / 2, hours=hours(option.half_hours, words))
    return OptionWords(option.id, filled(option.label, name), note, aside)


def _yearly(request: Request, view: View, words: Words) -> CardWords:
    kind: CardKind = "goals" if request.kind == "goals" else "review"
    partner = view.scenario.partner
    year = view.week // WEEKS_PER_YEAR
    first = kind == "review" and view.week <= WEEKS_PER_YEAR
    said = "review.text_first" if first else f"{kind}.text"
    text = words(said, partner=partner, year=year + 1, **_year_numbers(view, words))
    return CardWords(
        kind=kind,
        kind_name=words(f"card.{kind}"),
        icon=ICONS[kind],
        title=words(f"{kind}.title", partner=partner, year=year + 1),
        aside=words("card.year", year=year + int(kind == "goals")),
        text=text,
        options=tuple(_yearly_option(kind, option, view, words) for option in request.options),
    )


def _year_numbers(view: View, words: Words) -> dict[str, str]:
    """What a partner looks at: sales and followers of the year that ended, and the hours granted."""
    sales, followers = view.history("sales"), view.history("followers")
    assert isinstance(sales, tuple), "in view from the first day"
    assert isinstance(followers, tuple), "in view from the first day"
    now = followers[-1] if followers else 0
    before = followers[-WEEKS_PER_YEAR - 1] if len(followers) > WEEKS_PER_YEAR else 0
    return {
        "sales": words.number(sum(sales[-WEEKS_PER_YEAR:])),
        "before": words.number(sum(sales[-2 * WEEKS_PER_YEAR : -WEEKS_PER_YEAR])),
        "followers": words.number(now),
        "change": words(f"review.{_more(now - before)}", gained=words.number(abs(now - before))),
        "hours": hours(view.purse, words),
    }


def _more(gained: int) -> str:
    return "more" if gained >= 0 else "fewer"


def _yearly_option(kind: str, option: Option, view: View, words: Words) -> OptionWords:
    label = words(option.label) if option.label in words else option.label
    note = (
        words(f"review.{option.id}_note", partner=view.scenario.partner) if kind == "review" else ""
    )
    return OptionWords(option.id, label, note, "")
