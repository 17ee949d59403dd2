"""What the runs say of cards: how often each came, what was chosen, and which options were ever the best.

A moment at a card is in `moment.py`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import get_args

from game.sim.deck import Look
from game.sim.scenario import Scenario
from game.study.balance.moment import Moment
from game.study.balance.played import Played
from game.study.interval import Interval, share_of

ENOUGH = 6
"""Moments below which nothing is said of a card, an option or a look: of two options that are alike, one is behind in
all six in 3 %."""


@dataclass(frozen=True)
class OptionSeen:
    """One option: its share of the answers to its card, and in what share of the moments that decide it was best.

    A moment decides where the options of the card differ; *best* counts these. *behind* is how far it lay behind the
    best, on average, as a share of it. *dominated_by* is an option of the same card that was never worse and sometimes
    better.
    """

    card: str
    option: str
    chosen: float
    best: Interval
    behind: float
    dominated_by: str

    @property
    def is_never_best(self) -> bool:
        """Whether enough moments decided to say that it is never the best."""
        return self.best.count >= ENOUGH and self.best.mean == 0


@dataclass(frozen=True)
class CardSeen:
    """One card: how often it came in a run, on average, in what share of the runs, and its options.

    Its options were tried at so many *moments*, and differed at *decided* of them.
    """

    card: str
    kind: str
    per_run: float
    in_runs: float
    moments: int
    decided: int
    options: tuple[OptionSeen, ...]

    @property
    def is_indifferent(self) -> bool:
        """Whether it was tried often enough to say that it makes no difference what is chosen."""
        return self.moments >= ENOUGH and self.decided == 0


@dataclass(frozen=True)
class LookSeen:
    """A look: in what share of the moments an option with it was best, where an option had it and another had not."""

    look: str
    best: Interval

    @property
    def is_judged(self) -> bool:
        """Whether there were moments enough to say something of it."""
        return self.best.count >= ENOUGH


def cards_seen(scenario: Scenario, played: Sequence[Played]) -> tuple[CardSeen, ...]:
    """Every card of *scenario*, in its order."""
    came = Counter(card for one in played for card, _ in one.cards)
    runs = Counter(card for one in played for card in {card for card, _ in one.cards})
    answers = Counter(answer for one in played for answer in one.cards)
    by_card: dict[str, list[Moment]] = defaultdict(list)
    for moment in all_moments(played):
        by_card[moment.card].append(moment)
    return tuple(
        CardSeen(
            card.id,
            card.kind,
            came[card.id] / max(1, len(played)),
            runs[card.id] / max(1, len(played)),
            len(by_card[card.id]),
            sum(one.decided for one in by_card[card.id]),
            tuple(
                _option(card.id, choice.id, answers[card.id, choice.id] / max(1, came[card.id]), by_card[card.id])
                for choice in card.choices
            ),
        )
        for card in scenario.cards
    )  # fmt: skip


def all_moments(played: Iterable[Played]) -> list[Moment]:
    """The moments of all runs."""
    return [moment for one in played for moment in one.moments]


def _option(card: str, option: str, chosen: float, found: Sequence[Moment]) -> OptionSeen:
    decided = [one for one in found if one.decided]
    best = sum(1 / len(one.best) for one in decided if option in one.best)
    behind = [1 - _worth(one, option) / max(one.worth) for one in decided if max(one.worth)]
    return OptionSeen(
        card,
        option,
        chosen,
        share_of(best, len(decided)),
        sum(behind) / max(1, len(behind)),
        _dominated_by(option, decided),
    )


def _worth(moment: Moment, option: str) -> float:
    return moment.worth[moment.options.index(option)]


def _dominated_by(option: str, decided: Sequence[Moment]) -> str:
    if len(decided) < ENOUGH:
        return ""
    for other in decided[0].options:
        gaps = [_worth(one, other) - _worth(one, option) for one in decided]
        if min(gaps) >= 0 and max(gaps) > 0:
            return other
    return ""


def looks_seen(scenario: Scenario, found: Iterable[Moment]) -> tuple[LookSeen, ...]:
    """Every look that some option has, over the moments at which it told options apart."""
    looks = {
        (card.id, choice.id): set(choice.looks)
        for card in scenario.cards
        for choice in card.choices
    }
    decided = [one for one in found if one.decided]
    seen = []
    for look in get_args(Look):
        marked = [[look in looks[one.card, option] for option in one.options] for one in decided]
        told = [
            (one, with_it)
            for one, with_it in zip(decided, marked, strict=True)
            if any(with_it) and not all(with_it)
        ]
        best = sum(
            sum(has for option, has in zip(one.options, with_it, strict=True) if option in one.best) / len(one.best)
            for one, with_it in told
        )  # fmt: skip
        if told:
            seen.append(LookSeen(look, share_of(best, len(told))))
    return tuple(seen)


def shared_by_neighbours(played: Sequence[Played]) -> float | None:
    """Of the cards of a run, the share that the same strategy met under the next luck too; None without any."""
    by_strategy: dict[str, list[set[str]]] = defaultdict(list)
    for one in played:
        by_strategy[one.replication.strategy].append({card for card, _ in one.cards})
    shares = [
        len(first & second) / min(len(first), len(second))
        for runs in by_strategy.values()
        for first, second in pairwise(runs)
        if first and second
    ]
    return sum(shares) / len(shares) if shares else None
