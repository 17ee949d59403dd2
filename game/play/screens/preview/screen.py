"""The preview as a screen: a list of everything at the left, the thing itself at the right, problems above it.

It is built anew whenever the file was saved. While the file is broken, the last good state stays to be seen.
"""

from __future__ import annotations

from functools import partial

from game.play.figures.lamp import Lamp
from game.play.kit import (
    Bar,
    Button,
    Column,
    FirstThatFits,
    Heading,
    Panel,
    Row,
    Scroll,
    Text,
    Widget,
)
from game.play.screen import Screen
from game.play.screens.preview.pages import KINDS, Page, caption, pages_of, shown
from game.play.screens.preview.problems import problems_card
from game.play.watched_scenario import WatchedScenario
from game.sim.rehearsal import Rehearsal

LIST_WIDTH = 230


class Preview(Screen):
    """Shows a scenario file while it is written; *first* is the card or ending to begin with."""

    name = "preview"

    def __init__(self, watched: WatchedScenario, first: str = "") -> None:
        super().__init__()
        self.watched = watched
        self.page = ""
        self._first = first
        self.told = ""
        self._rehearsal: Rehearsal | None = None

    # --- what is shown ------------------------------------------------------------------------

    @property
    def rehearsal(self) -> Rehearsal | None:
        """The last good state, ready to be asked; None before there was any."""
        scenario = self.watched.scenario
        if scenario is not None and (
            self._rehearsal is None or self._rehearsal.scenario is not scenario
        ):
            self._rehearsal = Rehearsal(scenario)
        return self._rehearsal

    def build(self) -> Widget:
        """The bar; below it the list and the page, side by side where there is room."""
        rehearsal = self.rehearsal
        below: Widget
        if rehearsal is None:
            below = Column(*self._problems(), gap=12, grow=1)
        else:
            pages = pages_of(rehearsal, self.words)
            page = self._current(pages)
            wide = Row(
                Scroll(self._list(pages, page), grow=23, min_width=LIST_WIDTH, id="list"),
                self._page(page, rehearsal, grow=77),
                gap=14,
                cross="stretch",
            )
            narrow = Column(self._page(page, rehearsal), self._list(pages, page), gap=14)
            below = FirstThatFits(wide, narrow, grow=1)
        return Column(self._bar(), Panel(below, padding=14, grow=1), gap=0)

    def _current(self, pages: tuple[Page, ...]) -> Page:
        """The page chosen, as long as it is there; else the first."""
        wanted = next((one for one in pages if self._first and one.name == self._first), pages[0])
        found = next((one for one in pages if one.id == self.page), wanted)
        self.page, self._first = found.id, ""
        return found

    def _bar(self) -> Widget:
        words, scenario = self.words, self.watched.scenario
        title = scenario.title if scenario is not None else self.watched.path.name
        keys = Text(words("preview.keys"), "small", colour="soft")
        return Bar(Row(Heading(title, "title", grow=1), keys, gap=14), padding=(20, 10))

    def _problems(self) -> list[Widget]:
        watched = self.watched
        if not watched.problems and not watched.gone:
            return []
        kept = watched.scenario is not None and (
            bool(watched.gone) or any(one.severity == "error" for one in watched.problems)
        )
        return [problems_card(watched.problems, watched.gone, self.words, kept=kept)]

    def _list(self, pages: tuple[Page, ...], current: Page) -> Widget:
        parts: list[Widget] = []
        for kind in KINDS:
            found = [one for one in pages if one.kind == kind]
            if kind != "briefing" and found:
                parts.append(Heading(self.words(f"preview.{kind}s", n=len(found))))
            parts += [self._button(one, current) for one in found]
        return Column(*parts, gap=6)

    def _button(self, page: Page, current: Page) -> Widget:
        return Button(
            page.label,
            kind="primary" if page == current else "ghost",
            selected=page == current,
            id=page.id,
            on_press=partial(self.turn_to, page.id),
        )

    def _page(self, page: Page, rehearsal: Rehearsal, grow: float = 0) -> Widget:
        parts = [*self._problems(), shown(page, rehearsal, self.app, self._tell)]
        for line, id in ((caption(page, rehearsal, self.words), "caption"), (self.told, "told")):
            if line:
                parts.append(Text(line, "body", colour="soft", linked=False, id=id))
        return Column(*parts, gap=10, grow=grow)

    # --- what happens -------------------------------------------------------------------------

    def turn_to(self, page: str) -> None:
        """Show another page."""
        if page != self.page:
            self.page, self.told = page, ""
            self.refresh()

    def _tell(self, said: str) -> None:
        """Somebody has chosen something: say what it would do in the game."""
        self.told = said
        self.app.say(said)
        self.refresh()

    def shown(self) -> None:
        """Let the list stand where the page is."""
        if self.page:
            self.scene.reveal(self.scene.find(self.page))

    def on_tick(self, seconds: float) -> None:
        """Look whether something was saved; show what the arrows have come to in the list."""
        if self.watched.look(seconds):
            self.told = ""
            self.refresh()
            problems = self.watched.problems
            self.app.say(problems[0].message if problems else self.words("preview.read"))
            return
        for widget in self.scene.root.walk():
            if isinstance(widget, Lamp) and widget.is_spreading(self.scene.now):
                self.scene.damage(widget.rect)
        focus = self.scene.focus
        if focus is not None and self.scene.focus_shown and focus.id.startswith("page."):
            self.turn_to(focus.id)
