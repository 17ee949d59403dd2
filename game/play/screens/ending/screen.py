"""The ending's frame: four leaves, and the ways on from here.

Each leaf is next door in a file of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.play.game_session import Game
from game.play.kit import Action, Button, Column, Option, Panel, Row, Spacer, Tabs, Widget
from game.play.presenters.account import Account
from game.play.screen import Screen
from game.play.screens.ending.causes_page import causes_page
from game.play.screens.ending.guesses_page import guesses_page
from game.play.screens.ending.hoods_page import hoods_page
from game.play.screens.ending.replay import RaceReplay
from game.play.screens.ending.story_page import story_page
from game.play.screens.journey import Journey
from game.play.screens.top_bar import end_bar
from game.sim.measure import LIKING_OR_MORE

STORY, HOODS, CAUSES, GUESSES = range(4)
GHOST_MEASURES = ("followers", "sales", *LIKING_OR_MORE)


class Ending(Screen):
    """What happened, the hoods off, what decided it, the guesses; then again, or away."""

    name = "ending"

    def __init__(self, journey: Journey, game: Game, account: Account) -> None:
        super().__init__()
        self.journey = journey
        self.game = game
        self.account = account
        self.tab = STORY
        self.hoods_off = False
        self.replay = RaceReplay(account.race, game.run.seed)

    def build(self) -> Widget:
        """The bar, the leaves, the ways on."""
        words = self.words
        names = ("tab_story", "tab_hoods", "tab_causes", "tab_guesses")
        icons = ("scroll-text", "users", "handshake", "target")
        pages = [self._page(number) for number in range(len(names))]
        tabs = [
            (Option(words(f"ending.{name}"), icon=icon), page)
            for name, icon, page in zip(names, icons, pages, strict=True)
        ]
        body = Column(
            Tabs(tabs, self.tab, self.turn_to, id="leaves", grow=1), self._ways_on(), gap=12
        )
        head = end_bar(words("ending.title", name=self.game.name))
        return Column(head, Panel(body, padding=(24, 14), grow=1), gap=0)

    def _page(self, number: int) -> Widget:
        if number != self.tab:
            return Spacer()
        match number:
            case 0:
                return story_page(self.account, self.words)
            case 1:
                return hoods_page(self.account, self.replay, self.hoods_off, self.run_again,
                                  self.words)  # fmt: skip
            case 2:
                return causes_page(self.account, self.words)
            case _:
                return guesses_page(self.account.guesses, self.words)

    def shown(self) -> None:
        """The last sound of the race, and its first sentence."""
        self.scene.play("ending")
        told = " ".join(one.text for one in self.account.ending.lines)
        self.app.say(
            f"{self.account.headline} {self.account.ending.title}. {told} {self.account.question}"
        )

    def question_of(self, light: str) -> str:
        """At the end nothing is covered any more."""
        return ""

    def turn_to(self, tab: int) -> None:
        """Open a leaf; the race begins anew when its leaf is opened."""
        self.tab = tab
        if tab == HOODS:
            self.replay.restart(self.scene.now)
        self.refresh()

    def take_hoods_off(self) -> None:
        """Show who ran."""
        self.hoods_off = True
        self.replay.hoods_off = True
        self.replay.finish()
        self.scene.play("light")
        self.refresh()

    def run_again(self) -> None:
        """Let the race be run once more."""
        self.replay.restart(self.scene.now)
        self.refresh()

    def _ways_on(self) -> Widget:
        words = self.words
        return Row(
            self._next_button(),
            Spacer(),
            Button(
                words("ending.again"), icon="rotate-ccw", tooltip=words("ending.ghost"), id="again",
                on_press=self._again,
            ),
            Button(words("ending.other_luck"), icon="shuffle", id="other-luck", on_press=self._other_luck),
            Button(words("ending.to_title"), icon="house", id="to-title", on_press=self._to_title),
            gap=10,
            wrap=True,
        )  # fmt: skip

    def _next_button(self) -> Widget:
        """Enter leads from leaf to leaf."""
        if self.tab == HOODS and not self.hoods_off:
            return Button(
                self.words("ending.hoods_off"), kind="primary", icon="users", shortcut=Action.PRESS,
                show_key=True, id="hoods-off", on_press=self.take_hoods_off,
            )  # fmt: skip
        if self.tab == GUESSES:
            return Spacer()
        following = ("tab_hoods", "tab_causes", "tab_guesses")[self.tab]
        return Button(
            self.words(f"ending.{following}"), kind="primary", icon="chevron-right", shortcut=Action.PRESS,
            show_key=True, id="next", on_press=self._turn_leaf,
        )  # fmt: skip

    def _turn_leaf(self) -> None:
        self.turn_to(min(self.tab + 1, GUESSES))

    def _again(self) -> None:
        self._begin(self.game.run.seed, self._ghost())

    def _other_luck(self) -> None:
        self._begin(None, None)

    def _begin(self, luck: int | None, ghost: Mapping[str, list[int]] | None) -> None:
        self.app.reset(self.journey.title())
        self.app.push(self.journey.briefing(self.game.scenario, luck, ghost))

    def _ghost(self) -> dict[str, list[int]]:
        """This run's numbers, to race against under the same luck."""
        return {
            measure: self.game.run.timeline(self.game.seat, measure) for measure in GHOST_MEASURES
        }

    def _to_title(self) -> None:
        self.app.reset(self.journey.title())
