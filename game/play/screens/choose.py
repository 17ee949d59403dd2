"""The choice of a scenario: the list at the left, the chosen one's card at the right, its luck small below.

Scenarios are found in `game/play/scenarios.py`; what follows a choice is `briefing.py`.
"""

from __future__ import annotations

from functools import partial

from game.authoring.words import languages
from game.play.kit import (
    Action,
    Button,
    Card,
    Choices,
    Column,
    FirstThatFits,
    Heading,
    Icon,
    IconButton,
    Option,
    Panel,
    Row,
    Scroll,
    Spacer,
    Stepper,
    Text,
    Widget,
)
from game.play.screen import Screen
from game.play.screens.journey import Journey
from game.play.screens.start_art import start_canvas
from game.play.screens.top_bar import top_bar
from game.sim.clock import SEASONS_PER_YEAR
from game.sim.scenario import Scenario

MOST_LUCK = 9_999


class Choose(Screen):
    """A list, a card, and a button that starts."""

    name = "choose"

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self.journey = journey
        self.offer = journey.scenarios.offer()
        self.chosen, self.seen = 0, False
        self.luck = journey.new_luck()

    def build(self) -> Widget:
        """List and card, side by side where there is room."""
        if not self.offer:
            folder = self.journey.scenarios.folder
            body: Widget = Card(Text(self.words("errors.no_scenario", folder=folder), "lead"))
        else:
            wide = Row(
                Scroll(self._list(), grow=2, align="stretch"),
                Column(self._card(), grow=3, min_width=420),
                gap=18,
                cross="stretch",
            )
            body = FirstThatFits(wide, Column(self._list(), self._card(), gap=14), grow=1)
        head = top_bar(self, self.words("choose.title"))
        return Column(head, Panel(body, padding=(48, 28), grow=1), gap=0)

    def _list(self) -> Widget:
        options = [
            Option(one.title, self._length(one), id=f"scenario.{one.id}") for one in self.offer
        ]
        return Choices(options, self._select, selected=self.chosen, id="scenarios")

    def _select(self, place: int) -> None:
        """Show the one at *place*; pressed again, it starts, so that Enter does what stands beside it."""
        if place == self.chosen and self.seen:
            self._start()
            return
        self.seen, self.chosen = True, place
        self.refresh()

    @property
    def scenario(self) -> Scenario:
        """The one whose card is shown."""
        return self.offer[self.chosen]

    def _card(self) -> Widget:
        one = self.scenario
        return Card(
            Column(
                Heading(one.title, "title"),
                Row(Icon("calendar", 18, colour="soft"), Text(self._length(one), colour="soft", grow=1), gap=8),
                Text(one.summary, "lead", linked=False),
                start_canvas(one, self.words("choose.picture")),
                self._luck(),
                Button(
                    self.words("choose.start"), kind="primary", icon="play", shortcut=Action.PRESS, show_key=True,
                    id="start", on_press=self._start,
                ),
                gap=14,
            ),
            padding=(30, 26),
            grow=1,
        )  # fmt: skip

    def _length(self, one: Scenario) -> str:
        years = one.seasons / SEASONS_PER_YEAR
        length = self.words(
            "choose.length", n=years, years=self.words.number(years), seasons=one.seasons
        )
        if one.difficulty:
            length = f"{length} · {self.words(f'choose.ease.{one.difficulty}')}"
        if one.language == self.app.language:
            return length
        named = f"choose.in_{one.language}"
        there = (
            self.words(named)
            if named in self.words
            else languages().get(one.language, one.language)
        )
        return f"{length} · {there}"

    def _luck(self) -> Widget:
        return Row(
            Stepper(
                self.words("choose.luck"), self.luck, icon="sparkles", least=0, most=MOST_LUCK, note=str(self.luck),
                on_change=self._set_luck, id="luck", tooltip=self.words("choose.luck_means"), max_width=230,
            ),
            IconButton(
                "shuffle", self.words("choose.other_luck"), id="other-luck", kind="secondary",
                on_press=partial(self._set_luck, None),
            ),
            Spacer(),
            gap=10,
        )  # fmt: skip

    def _set_luck(self, luck: int | None) -> None:
        self.luck = self.journey.new_luck() if luck is None else luck
        self.refresh()

    def _start(self) -> None:
        self.app.push(self.journey.briefing(self.scenario, self.luck))
