"""What there is to see of a scenario: the briefing, cards, lights, endings; and each of them as the game shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from game.authoring.words import Words
from game.play.kit import Card, Column, Scroll, Widget
from game.play.presenters.backstage import comes, does
from game.play.presenters.cards import card
from game.play.presenters.ending_preview import asked_when, ending_preview
from game.play.presenters.lightbulb import lightbulb
from game.play.screens.briefing import Briefing
from game.play.screens.ending.story_page import ending_widgets
from game.play.screens.journey import Journey
from game.play.screens.preview.stage import Stage
from game.play.screens.table.card_dialog import card_dialog
from game.play.screens.table.light_dialog import light_dialog
from game.play.window import Application
from game.sim.ending import EndingWords
from game.sim.light import Light
from game.sim.rehearsal import Rehearsal

Kind = Literal["briefing", "card", "light", "ending"]
KINDS: tuple[Kind, ...] = ("briefing", "card", "light", "ending")
TALE_WIDTH = 620
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Page:
    """One thing to see: of what kind, which one, and what it is called in the list."""

    kind: Kind
    name: str
    label: str

    @property
    def id(self) -> str:
        """What its button is called."""
        return f"page.{self.kind}.{self.name}"


def pages_of(rehearsal: Rehearsal, words: Words) -> tuple[Page, ...]:
    """Everything there is to see, in the order of the list."""
    scenario = rehearsal.scenario
    return (
        Page("briefing", "", words("preview.briefing")),
        *(Page("card", one.id, one.title) for one in scenario.cards),
        *(
            Page("light", light.value, words(f"light.{light.value}.title"))
            for light in rehearsal.lights
        ),
        *(
            Page("ending", one.id, one.title or words(f"ending.story.{one.id}.title"))
            for one in scenario.endings
        ),
    )


class BriefingPage(Briefing):
    """The briefing in which no choice begins a game; *tell* is told what would.

    It is a part of the preview and no screen of its own: it has the application's words, and no scene.
    """

    def __init__(self, rehearsal: Rehearsal, app: Application, tell: Tell) -> None:
        super().__init__(Journey(), rehearsal.scenario, 1)
        self._application = app
        self.tell = tell

    def _begin(self, goal: str) -> None:
        self.tell(self.words("preview.goal", goal=goal))


def shown(page: Page, rehearsal: Rehearsal, app: Application, tell: Tell) -> Widget:
    """The page as the game shows it. A choice does nothing but tell what it would do."""
    if page.kind == "briefing":
        return BriefingPage(rehearsal, app, tell).body()
    if page.kind == "light":
        request = rehearsal.light(Light(page.name))
        light = lightbulb(request, request.view, app.words)

        def answer(option: str) -> None:
            tell(app.words("preview.light", option=option))

        return Stage(light_dialog(light, app.words, answer), grow=1, id="stage")
    if page.kind == "ending":
        story = ending_preview(_ending(page, rehearsal), rehearsal, app.words)
        told = Column(*ending_widgets(story), gap=10)
        return Card(Scroll(told, grow=1, id="tale"), padding=(22, 16), grow=1, max_width=TALE_WIDTH)
    request = rehearsal.card(page.name)
    found = next(one for one in rehearsal.scenario.cards if one.id == page.name)
    words = card(request, request.view, app.words)

    def choose(place: int) -> None:
        tell(does(found.choices[place], app.words))

    return Stage(card_dialog(words, {}, app.words, choose), grow=1, id="stage")


def _ending(page: Page, rehearsal: Rehearsal) -> EndingWords:
    return next(one for one in rehearsal.scenario.endings if one.id == page.name)


def caption(page: Page, rehearsal: Rehearsal, words: Words) -> str:
    """What the author is told below it, and no player."""
    if page.kind == "ending":
        return f"{page.name}: {asked_when(_ending(page, rehearsal), words)}"
    if page.kind != "card":
        return ""
    found = next(one for one in rehearsal.scenario.cards if one.id == page.name)
    return f"{found.id}: {comes(found, words)}"
