"""The briefing: who one is, who else runs, and the goal of the first year, which is the first decision.

Scenarios are chosen next door in `choose.py`; what the goal does to the partner and the reviews is the simulation's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.play.figures.portraits import RunnerFigure
from game.play.game_session import Game
from game.play.kit import (
    Action,
    Button,
    Card,
    Choices,
    Column,
    FirstThatFits,
    Heading,
    Option,
    Panel,
    Row,
    Spacer,
    Text,
    TextInput,
    Widget,
)
from game.play.presenters.cast import cast
from game.play.presenters.glossary import Entry
from game.play.screen import Screen
from game.play.screens.journey import Ghost, Journey
from game.play.screens.start_art import start_canvas
from game.play.screens.top_bar import top_bar
from game.play.screens.vote import vote_button
from game.sim.clock import SEASONS_PER_YEAR
from game.sim.decision import Decision
from game.sim.scenario import Scenario

MOST_RIVALS = 5
NO_GOAL = "none"


@dataclass(frozen=True)
class Spacing:
    """How much room there is round things and between them; with a *foot*, the last buttons stand in one row."""

    around: tuple[float, float]
    inside: tuple[float, float]
    options: float
    lines: float
    picture: float
    foot: bool


ROOMY = Spacing((48, 28), (26, 22), options=12, lines=10, picture=130, foot=False)
CLOSE = Spacing((24, 12), (18, 10), options=6, lines=6, picture=70, foot=True)


class Briefing(Screen):
    """One press on a goal begins the game; own words go into the run's notes."""

    name = "briefing"

    def __init__(
        self, journey: Journey, scenario: Scenario, luck: int, ghost: Ghost | None = None
    ) -> None:
        super().__init__()
        self.journey = journey
        self.scenario = scenario
        self.luck = luck
        self.ghost = ghost
        self.own_words = ""
        self.game: Game | None = None
        self._spacing = ROOMY
        self._built_for: tuple[object, ...] = ()

    def build(self) -> Widget:
        """The bar, and below it who and what for: closer together where a room could not see all of it at once."""
        app = self.app
        self._built_for = (app.size, app.look)
        for self._spacing in (ROOMY, CLOSE):
            whole = Column(top_bar(self, self._runner(0)), self.body(), gap=0)
            if whole.heights(app.look, app.size[0]).wish <= app.size[1]:
                break
        return whole

    def on_tick(self, seconds: float) -> None:
        """A window of another size is arranged anew."""
        if self._built_for != (self.app.size, self.app.look):
            self.refresh()

    def cast(self) -> Mapping[str, Entry]:
        """Who will play along."""
        return cast(self.scenario, self.words)

    def body(self) -> Widget:
        """You and they at the left, the goals at the right."""
        wide = Row(
            Column(self._who(), grow=2, min_width=300),
            Column(self._goals(), grow=3, min_width=360),
            gap=18,
            cross="stretch",
        )
        body = FirstThatFits(wide, Column(self._who(), self._goals(), gap=14), grow=1)
        return Panel(body, padding=self._spacing.around, grow=1)

    def _runner(self, number: int) -> str:
        seat = self.scenario.seat
        ordered = sorted(self.scenario.runners, key=lambda one: one.id != seat)
        return ordered[number].name

    def _who(self) -> Widget:
        words, scenario = self.words, self.scenario
        seat = scenario.seated
        years = scenario.seasons / SEASONS_PER_YEAR
        rivals = range(1, min(len(scenario.runners), MOST_RIVALS + 1))
        alike = all(one.purse_hours == seat.purse_hours for one in scenario.runners)
        told = words(
            "briefing.you" if alike else "briefing.each",
            n=years,
            hours=words.number(seat.purse_hours),
            years=words.number(years),
        )
        names = [
            Row(
                RunnerFigure(n, 40),
                Text(self._runner(n), "lead-strong", grow=1, linked=False, named=True),
                gap=12,
            )
            for n in rivals
        ]
        return Card(
            Column(
                start_canvas(scenario, words("choose.picture"), least_height=self._spacing.picture),
                Text(told, "lead"),
                *names,
                *self._more_rivals(),
                gap=self._spacing.lines,
            ),
            padding=self._spacing.inside,
            grow=1,
        )

    def _more_rivals(self) -> list[Widget]:
        left = len(self.scenario.runners) - 1 - MOST_RIVALS
        return [Text(self.words("briefing.more", n=left), colour="soft")] if left > 0 else []

    def _goals(self) -> Widget:
        words = self.words
        if not self.scenario.goals:
            return Card(
                Column(self._begin_button(words("briefing.begin"), primary=True)), padding=(26, 24)
            )
        options = [Option(goal.label, id=f"goal.{goal.id}") for goal in self.scenario.goals]
        vote = vote_button(self.app, words("briefing.goal"), options, self._choose)
        none = self._begin_button(words("briefing.none"), primary=False)
        own = TextInput(
            words("briefing.own"), self.own_words, id="own-words",
            on_change=self._write, on_enter=lambda _: self._begin(NO_GOAL),
        )  # fmt: skip
        if self._spacing.foot:
            last = [own, Spacer(), Row(*vote, Spacer(), none, gap=12, wrap=True)]
        else:
            last = [*vote, own, Spacer(), Row(none, spread="end")]
        return Card(
            Column(
                Heading(words("briefing.goal")),
                Choices(options, self._choose, gap=self._spacing.options, id="goals"),
                *last,
                gap=self._spacing.lines,
            ),
            padding=self._spacing.inside,
            grow=1,
        )

    def _begin_button(self, text: str, *, primary: bool) -> Widget:
        return Button(
            text,
            kind="primary" if primary else "ghost",
            shortcut=Action.PRESS if primary else None,
            show_key=primary,
            id="begin",
            on_press=lambda: self._begin(NO_GOAL),
        )

    def _write(self, text: str) -> None:
        self.own_words = text

    def _choose(self, place: int) -> None:
        self._begin(self.scenario.goals[place].id)

    def _begin(self, goal: str) -> None:
        game = self.journey.begin(self.app, self.scenario, self.luck, self.ghost)
        if self.own_words.strip():
            game.run.note(game.seat, {"kind": "goal", "year": 1, "text": self.own_words.strip()})
        if game.request is not None and game.request.kind == "goals":
            game.answer(Decision(option=goal))
        self.app.reset(self.journey.table(game))
