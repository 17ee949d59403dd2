"""The title: the square and the road, and the ways into a game.

What is drawn behind it is in `title_art.py`; where its buttons lead, in `journey.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.authoring.words import languages
from game.play.kit import (
    Action,
    Button,
    Canvas,
    Card,
    Column,
    Heading,
    Option,
    Panel,
    Row,
    Scroll,
    Segmented,
    Spacer,
    Stack,
    Text,
    Toggle,
    Widget,
)
from game.play.kit.keys import CHOOSE
from game.play.saved_runs import SavedRun, has_any, newest
from game.play.scenarios import NEWCOMERS
from game.play.screen import Screen
from game.play.screens.journey import Journey
from game.play.screens.title_art import draw_title
from game.sim.scenario import Scenario


class Title(Screen):
    """Continue or play, another game, the shelf, the settings, the way out."""

    name = "title"

    def __init__(self, journey: Journey, straight_to: Scenario | None = None) -> None:
        super().__init__()
        self.journey = journey
        self._straight_to = straight_to
        self.notice = ""
        self._is_first_start: bool | None = None
        self._frames = 0

    def build(self) -> Widget:
        """The picture, and the buttons on a sheet at its left."""
        if self._is_first_start is None:
            self._is_first_start = not self.app.settings_path.exists()
        sheet = Card(
            Column(
                Heading(self.words("title.name"), "display"),
                Spacer(4, grow=0),
                *self._buttons(),
                *self._first_question(),
                *self._notices(),
                gap=9,
            ),
            padding=(26, 24),
            width=330 * self.app.look.text_scale**0.5,
        )
        art = Canvas(draw_title, moving=True, label=self.words("title.picture"), id="art")
        return Stack(art, Panel(Row(Scroll(sheet), Spacer()), padding=(48, 24)))

    def shown(self) -> None:
        """Scenarios are told in the language of the screens; one that was asked for is gone to at once."""
        self.journey.scenarios.speak(self.app.language)
        scenario, self._straight_to = self._straight_to, None
        if scenario is not None:
            self.app.push(self.journey.briefing(self.journey.scenarios.spoken(scenario)))

    def on_tick(self, seconds: float) -> None:
        """The scenarios are read while the picture is looked at: from its third frame on, so that it is there soon."""
        self._frames += 1
        if self._frames == 3:
            self.journey.scenarios.begin_reading(self.journey.prepare)

    def on_action(self, action: Action) -> bool:
        """Escape does not leave by accident."""
        return action is Action.BACK

    def _buttons(self) -> list[Widget]:
        """The ways from here; the number keys press them, the first is Enter's."""
        words, last = self.words, newest(self.journey.saves)
        ways = [
            ("new", "title.new", "map-pin", self._choose),
            ("shelf", "title.shelf", "folder-open", self._shelf),
            ("settings", "title.settings", "settings", self._settings),
            ("quit", "title.quit", "log-out", self.app.close),
        ]
        if not has_any(self.journey.saves):
            ways.pop(1)
        buttons = [
            Button(words(text), icon=icon, shortcut=key, id=id, on_press=go)
            for key, (id, text, icon, go) in zip(CHOOSE, ways, strict=False)
        ]
        return [*(self._continue(last) if last else self._play()), *buttons]

    def _continue(self, last: SavedRun) -> list[Widget]:
        def go_on() -> None:
            self.app.push(self.journey.opening(last))

        where = Text(last.where(self.words), "small", colour="soft", text_align="middle")
        return [self._primary("continue", go_on), where]

    def _play(self) -> list[Widget]:
        """Whoever has never played is offered the first game, with the coach at hand."""
        offered = NEWCOMERS in self.journey.scenarios.names()
        if not offered or has_any(self.journey.saves):
            return [self._primary("play", self._first)]
        note = Text(self.words("title.first_note"), "small", colour="soft", text_align="middle")
        return [self._primary("first", self._first), note]

    def _primary(self, name: str, go: Callable[[], None]) -> Widget:
        return Button(
            self.words(f"title.{name}"),
            kind="primary",
            icon="play",
            shortcut=Action.PRESS,
            show_key=True,
            id=name,
            on_press=go,
        )

    def _first_question(self) -> list[Widget]:
        """What the system may not tell, or tell wrongly: asked once, and it may be left unanswered."""
        if not self._is_first_start:
            return []
        known = languages()
        codes = list(known)
        at = codes.index(self.app.language) if self.app.language in codes else 0
        return [
            Segmented(
                [Option(known[code]) for code in codes],
                at,
                lambda place: self._set("language", codes[place]),
                id="language",
            ),
            Toggle(
                self.words("title.less_motion"),
                self.app.settings.reduced_motion,
                id="less-motion",
                on_change=partial(self._set, "reduced_motion"),
            ),
            *self._speech_question(),
        ]

    def _speech_question(self) -> list[Widget]:
        if self.app.speaker.voice is None:
            return []
        switch = Toggle(
            self.words("title.speech"),
            self.app.settings.speech,
            id="speech",
            on_change=partial(self._set, "speech"),
        )
        return [switch]

    def _notices(self) -> list[Widget]:
        damaged = self.app.damaged
        said = [
            self.words("window.damaged_settings", file=damaged) if damaged else "",
            self.notice,
            *self.journey.scenarios.problems,
        ]
        return [Text(one, "small", colour="accent") for one in said if one]

    def _set(self, name: str, value: object) -> None:
        self.app.change_settings(self.app.settings.model_copy(update={name: value}))
        self.journey.scenarios.speak(self.app.language)
        self.refresh()

    def _first(self) -> None:
        scenario = self.journey.scenarios.first()
        if scenario is None:
            self.notice = self.words("errors.no_scenario", folder=self.journey.scenarios.folder)
            self.refresh()
            return
        self.app.push(self.journey.briefing(scenario))

    def _choose(self) -> None:
        self.app.push(self.journey.choose())

    def _shelf(self) -> None:
        self.app.push(self.journey.shelf())

    def _settings(self) -> None:
        self.app.push(self.journey.settings())
