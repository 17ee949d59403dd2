"""What decided a race: the causes that built and took trust and followers, of the player and of the best rival.

Everything is in view here: the run is over. The season's why-lines, behind the fog, are next door in `reveal.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.words import Words
from game.play.presenters.standings import Runner, Standings
from game.play.presenters.wording import cause_id, cause_words, signed
from game.sim.cause import Cause
from game.sim.ledger import WhyLine
from game.sim.run import Run

MEASURES = ("trust", "followers")
SHOWN = 5
UNIT = {"trust": 1_000_000}
"""Trust is kept in millionths."""


@dataclass(frozen=True)
class Decider:
    """One cause: its amount in words, and its share of the largest amount on the page, with its sign."""

    text: str
    amount: str
    share: float


@dataclass(frozen=True)
class Deciders:
    """The causes of one measure for one runner, the largest first; they add up to *total*."""

    runner: Runner
    measure: str
    total: str
    lines: tuple[Decider, ...]


def deciders(run: Run, race: Standings, words: Words) -> tuple[tuple[Deciders, ...], ...]:
    """For each measure, the player's causes and the best rival's on one scale."""
    pair = [race.player, *([race.best_rival] if race.best_rival else [])]
    return tuple(_compared(run, pair, measure, words) for measure in MEASURES)


def _compared(run: Run, pair: list[Runner], measure: str, words: Words) -> tuple[Deciders, ...]:
    found = {one: _lines(run, one.id, measure) for one in pair}
    most = max((abs(amount) for lines in found.values() for _, amount in lines), default=1) or 1
    return tuple(
        Deciders(
            one,
            measure,
            signed(sum(amount for _, amount in lines), words),
            tuple(_decider(cause, amount, most, words) for cause, amount in lines),
        )
        for one, lines in found.items()
    )


def _decider(cause: Cause | None, amount: int, most: int, words: Words) -> Decider:
    return Decider(_name(cause, words), signed(amount, words), amount / most)


def _name(cause: Cause | None, words: Words) -> str:
    """A cause as it is said of any runner; the why-lines of the game speak to the player."""
    if cause is None:
        return words("ending.causes.rest")
    known = f"ending.causes.{cause_id(cause)}"
    return words(known) if known in words else cause_words(cause, words)


def _lines(run: Run, runner: str, measure: str) -> list[tuple[Cause | None, int]]:
    """The largest causes in whole units, and what is left of all others."""
    unit = UNIT.get(measure, 1)
    lines: tuple[WhyLine, ...] = run.why(runner, measure)
    total = round(sum(line.amount for line in lines) / unit)
    shown: list[tuple[Cause | None, int]] = [
        (line.cause, round(line.amount / unit)) for line in lines[:SHOWN]
    ]
    rest = total - sum(amount for _, amount in shown)
    return [*(one for one in shown if one[1]), *([(None, rest)] if rest else [])]
