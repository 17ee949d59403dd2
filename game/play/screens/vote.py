"""A vote by hands, before a room: who leads it counts, and what most want is confirmed and done.

What is voted on is a list of options, as `Choices` shows it. Numbers count a raised hand each; or counts are typed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Unpack

from game.authoring.words import Words
from game.play.kit import (
    Action,
    Badge,
    Button,
    Column,
    Dialog,
    Look,
    Option,
    Painter,
    Row,
    Text,
    TextInput,
    Widget,
)
from game.play.kit.keys import CHOOSE
from game.play.kit.widget import Extent, Options
from game.play.window import Application

MOST_HANDS = 9_999
LEAST_BAR = 10
"""Hands at which a bar is full, as long as no option has more."""


def vote_button(
    app: Application, title: str, options: Sequence[Option], on_choose: Callable[[int], None]
) -> list[Widget]:
    """The way to a vote, where a room looks on and there is something to vote on; else nothing."""
    if not app.settings.projector or len(options) < 2:
        return []

    def begin() -> None:
        app.open(VoteDialog(app, title, options, on_choose))

    button = Button(
        app.words("vote.begin"),
        icon="users",
        shortcut=Action.VOTE,
        show_key=True,
        id="vote",
        on_press=begin,
    )
    return [Row(button, spread="center")]


class Hands:
    """How many hands each option has, and who was counted last."""

    def __init__(self, options: int) -> None:
        self.counts = [0] * options
        self._counted: list[int] = []

    def raised(self, option: int) -> None:
        """One more hand for an option."""
        if self.counts[option] < MOST_HANDS:
            self.counts[option] += 1
            self._counted.append(option)

    def lowered(self) -> int | None:
        """Take the last counted hand back; the option it was for."""
        if not self._counted:
            return None
        option = self._counted.pop()
        self.counts[option] -= 1
        return option

    def set(self, option: int, hands: int) -> None:
        """The count of an option, as somebody wrote it down; hands counted for it before are not taken back then."""
        self.counts[option] = max(0, min(MOST_HANDS, hands))
        self._counted = [one for one in self._counted if one != option]

    @property
    def total(self) -> int:
        """All hands."""
        return sum(self.counts)

    @property
    def leaders(self) -> list[int]:
        """The options with the most hands; none before the first hand."""
        most = max(self.counts)
        return [place for place, hands in enumerate(self.counts) if most and hands == most]


class VoteDialog(Dialog):
    """A row for each option: its number, its words, a bar, its count; under them what the room wants."""

    def __init__(
        self,
        app: Application,
        title: str,
        options: Sequence[Option],
        on_choose: Callable[[int], None],
    ) -> None:
        self.app = app
        self.words: Words = app.words
        self.options = list(options)
        self.on_choose = on_choose
        self.hands = Hands(len(options))
        self.fields = [
            TextInput(
                "",
                placeholder="0",
                label=self.words("vote.hands_for", option=option.text),
                limit=len(str(MOST_HANDS)),
                on_change=partial(self._typed, place),
                on_enter=lambda _: self._confirm(),
                id=f"vote.hands.{place + 1}",
                style="title",
                width=120 * app.look.text_scale**0.5,
            )
            for place, option in enumerate(options)
        ]
        self.bars = [HandsBar() for _ in options]
        self.result = Text(self.words("vote.how"), "lead-strong", id="vote.result", grow=1)
        self.confirm = Button(
            self.words("vote.take"),
            kind="primary",
            icon="check",
            shortcut=Action.PRESS,
            show_key=True,
            enabled=False,
            id="vote.take",
            on_press=self._confirm,
        )
        rows = [self._row(place, option) for place, option in enumerate(self.options)]
        super().__init__(
            title,
            Column(*rows, self.result, gap=14),
            icon="users",
            foot=self.confirm,
            aside=self.words("vote.title"),
            wide=760,
            on_back=app.scene.close,
            close_label=self.words("vote.back"),
            id="vote.panel",
        )

    def act(self, action: Action) -> bool:
        """Numbers count a hand, minus and undo take the last one back."""
        if action in CHOOSE[: len(self.options)]:
            place = CHOOSE.index(action)
            self.hands.raised(place)
            self._show(place)
            return True
        if action in (Action.LESS, Action.UNDO):
            lowered = self.hands.lowered()
            if lowered is not None:
                self._show(lowered)
            return True
        return super().act(action)

    def _row(self, place: int, option: Option) -> Widget:
        words = Column(Text(option.text, "lead-strong"), self.bars[place], gap=5, grow=1)
        return Row(Badge(str(place + 1)), words, self.fields[place], gap=16)

    def _typed(self, place: int, text: str) -> None:
        digits = "".join(one for one in text if one.isascii() and one.isdigit())
        self.hands.set(place, int(digits or 0))
        if digits != text:
            self._write(place)
        self._tell()

    def _show(self, place: int) -> None:
        self._write(place)
        self.app.scene.play("tick")
        self._tell()

    def _write(self, place: int) -> None:
        field, hands = self.fields[place], self.hands.counts[place]
        field.value = str(hands) if hands else ""
        field.caret = len(field.value)
        field.changed()

    def _tell(self) -> None:
        """Show how it stands, and say it."""
        hands, words = self.hands, self.words
        full = max(LEAST_BAR, *hands.counts)
        leaders = hands.leaders
        for place, bar in enumerate(self.bars):
            bar.show(hands.counts[place] / full, leads=place in leaders)
        if not leaders:
            said = words("vote.how")
        elif len(leaders) > 1:
            tied = ", ".join(str(place + 1) for place in leaders)
            said = words("vote.tie", options=tied, n=hands.counts[leaders[0]])
        else:
            place = leaders[0]
            said = words(
                "vote.most",
                number=place + 1,
                option=self.options[place].text,
                hands=hands.counts[place],
                total=hands.total,
            )
        self.result.set_text(said)
        self.confirm.enabled = len(leaders) == 1
        self.confirm.changed()
        self.app.say(said)

    def _confirm(self) -> None:
        leaders = self.hands.leaders
        if len(leaders) == 1:
            self.app.scene.close()
            self.on_choose(leaders[0])


class HandsBar(Widget):
    """How many hands an option has, as a bar; that of the option with the most has a frame and a tick."""

    def __init__(self, **options: Unpack[Options]) -> None:
        super().__init__(**options)
        self.share = 0.0
        self.leads = False

    def show(self, share: float, *, leads: bool) -> None:
        """Another share from 0 to 1."""
        self.share, self.leads = share, leads
        self.changed()

    def measure_height(self, look: Look, width: int) -> Extent:
        """As high as a line of small text."""
        height = look.text_px(16)
        return Extent(height, height)

    def paint(self, painter: Painter) -> None:
        """The well, the bar, the tick."""
        painter.box(self.rect, "well", radius=8)
        if not self.share:
            return
        bar = self.rect.copy()
        bar.w = max(bar.h, round(self.rect.w * min(1.0, self.share)))
        painter.box(bar, "primary", radius=8, border="ink" if self.leads else None)
        if self.leads:
            side = round(bar.h * 0.8)
            painter.icon("check", (bar.right - bar.h / 2, bar.centery), side, "primary_ink", 3)
