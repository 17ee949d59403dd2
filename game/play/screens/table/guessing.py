"""The player's guess in three taps: where a number will go, how surely, and why. Nobody has to.

What may be guessed at and how it comes out is in `game/play/presenters/prediction.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from game.authoring.words import Words
from game.play.game_session import SURENESS, Prediction, Says
from game.play.kit import (
    Button,
    Column,
    Dialog,
    Grid,
    IconButton,
    Row,
    Text,
    Widget,
)
from game.play.kit.keys import CHOOSE
from game.play.presenters.wording import cause_id, cause_words, measure_name
from game.sim.cause import Cause

SAYS: tuple[Says, ...] = ("rise", "hold", "fall")


@dataclass(frozen=True)
class Guess:
    """A guess as far as it has come; *measure* is the place of the number among those that can be named."""

    measure: int = 0
    says: Says | None = None
    percent: int = 0
    reason: str = ""

    def prediction(self, season: int, measure: str, start: int) -> Prediction | None:
        """The guess to keep, once it says where to and how surely."""
        if self.says is None or not self.percent:
            return None
        return Prediction(season, measure, self.says, self.percent, start, self.reason)


@dataclass(frozen=True)
class GuessActions:
    """What the line can ask for."""

    turn: Callable[[], None]
    say: Callable[[Says], None]
    be_sure: Callable[[int], None]
    again: Callable[[], None]


def guess_line(
    guess: Guess, names: Sequence[str], season: str, words: Words, act: GuessActions
) -> Widget:
    """The line of taps for where the guess has come to."""
    if not names:
        return Column()
    name = measure_name(names[guess.measure % len(names)], words)
    if guess.says is None:
        return _ask(name, len(names) > 1, season, words, act)
    if not guess.percent:
        return _how_sure(guess.says, words, act)
    return _said(guess, name, words, act)


def _ask(name: str, several: bool, season: str, words: Words, act: GuessActions) -> Widget:
    buttons = [
        Button(
            words(f"predict.{says}"),
            id=f"guess.{says}",
            on_press=partial(act.say, says),
            tooltip=words("predict.hold_means") if says == "hold" else "",
            shortcut=key,
            grow=1,
        )
        for says, key in zip(SAYS, CHOOSE, strict=False)
    ]
    head: list[Widget] = [
        Text(words("predict.ask", name=name, season=season), "strong", grow=1, id="guess.ask")
    ]
    if several:
        head.append(
            IconButton("shuffle", words("predict.next"), id="guess.next", on_press=act.turn)
        )
    return Column(Row(*head, gap=6), Row(*buttons, gap=6, wrap=True), gap=6)


def _how_sure(says: Says, words: Words, act: GuessActions) -> Widget:
    buttons = [
        Button(
            words(f"predict.{name}"),
            id=f"guess.{name}",
            on_press=partial(act.be_sure, percent),
            shortcut=key,
            grow=1,
        )
        for (name, percent), key in zip(SURENESS.items(), CHOOSE, strict=False)
    ]
    asked = words("predict.how_sure", says=words(f"predict.{says}"))
    return Column(Text(asked, "strong", id="guess.ask"), Row(*buttons, gap=6, wrap=True), gap=6)


def _said(guess: Guess, name: str, words: Words, act: GuessActions) -> Widget:
    assert guess.says is not None, "what is said has been said"
    said = Prediction(0, "", guess.says, guess.percent, 0, guess.reason)
    return Row(
        Text(said_words(said, words, name), "label", grow=1, id="guess.said"),
        IconButton("rotate-ccw", words("predict.again"), id="guess.again", on_press=act.again),
        gap=6,
    )


def said_words(said: Prediction, words: Words, name: str = "") -> str:
    """A guess in one line; *name* is the number's, found by its id where it is left out."""
    return words(
        "predict.said_why" if said.reason else "predict.said",
        name=name or measure_name(said.measure, words),
        says=words(f"predict.{said.says}"),
        percent=said.percent,
        reason=words(f"cause.{said.reason}") if said.reason else "",
    )


def reason_dialog(
    causes: Sequence[Cause], words: Words, on_reason: Callable[[str], None]
) -> Dialog:
    """The third tap: the causes on offer, or no reason."""
    buttons = [
        Button(
            cause_words(cause, words),
            id=f"reason.{cause_id(cause)}",
            on_press=partial(on_reason, cause_id(cause)),
            shortcut=CHOOSE[place] if place < len(CHOOSE) else None,
        )
        for place, cause in enumerate(causes)
    ]
    none = Button(
        words("predict.no_reason"), kind="ghost", id="reason.none", on_press=partial(on_reason, "")
    )
    return Dialog(
        words("predict.why"),
        Grid(*buttons, none, columns=2, gap=8),
        icon="circle-question-mark",
        wide=520,
        on_back=partial(on_reason, ""),
        close_label=words("predict.no_reason"),
    )
