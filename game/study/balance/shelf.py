"""The shelf: several scenarios weighed together, each counting the same, and each left out once.

Here stands too how many cards two of them have in common. What is said of one scenario is in `weighing.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from game.pages.number import bounds, share, signed
from game.sim.scenario import Scenario
from game.study.balance.cards import ENOUGH
from game.study.balance.findings import WATCHED
from game.study.balance.weighing import FIELD, MOST_WON, PURE, Balance
from game.study.interval import Interval, mean_of, share_of
from game.study.table import text_table

MOST_IN_COMMON = 1 / 3


@dataclass(frozen=True)
class Statement:
    """The balance of a shelf: no strategy over 60 % of the (scenario, luck) cells, adaptive beats both pure ones.

    *gaps* are relative: a scenario's differences are divided by its field's mean yardstick, so that each counts the
    same. *without* says who wins most, and what share, where a scenario is left out. *looks* are those that must not be
    the best too often and that some option has, over all moments; *in_common*, the pairs of scenarios that share cards,
    with what share. *stopped* is true where not everything was run: then nothing is said of the shelf.
    """

    scenarios: tuple[str, ...]
    wins: dict[str, float]
    gaps: dict[str, Interval]
    without: dict[str, tuple[str, float]]
    looks: dict[str, Interval]
    in_common: tuple[tuple[str, str, float], ...]
    stopped: bool = False

    @property
    def most(self) -> tuple[str, float]:
        """Who wins the most cells, and what share."""
        return max(self.wins.items(), key=lambda one: one[1])

    @property
    def too_few(self) -> tuple[str, ...]:
        """The looks of which nothing is said: they told options apart at too few moments."""
        return tuple(look for look, best in self.looks.items() if best.count < ENOUGH)

    @property
    def is_unbalanced(self) -> bool:
        """Whether one of the bounds is broken, by moments enough."""
        return (
            self.most[1] > MOST_WON
            or not all(gap.is_above_zero for gap in self.gaps.values())
            or any(
                best.mean >= MOST_WON
                for look, best in self.looks.items()
                if look not in self.too_few
            )
            or any(part > MOST_IN_COMMON for _, _, part in self.in_common)
        )

    @property
    def holds(self) -> bool:
        """Whether the shelf is balanced: all of it was run, at moments enough, and no bound is broken."""
        return not (self.stopped or self.too_few or self.is_unbalanced)

    @property
    def verdict(self) -> str:
        """The answer in a sentence."""
        if self.stopped:
            return "STOPPED EARLY: of the whole shelf nothing is said."
        if self.is_unbalanced:
            return "THE SHELF IS NOT BALANCED."
        if self.too_few:
            return (
                f"NOT ENOUGH MOMENTS to say whether the shelf is balanced: what looks {', '.join(self.too_few)} told "
                f"options apart at fewer than {ENOUGH} (--states N tries more)."
            )
        return "The shelf is balanced."

    def as_json(self) -> dict[str, Any]:
        """The statement as a JSON object."""
        return {
            "scenarios": list(self.scenarios),
            "wins": self.wins,
            "gaps": {name: gap.as_json() for name, gap in self.gaps.items()},
            "without": {name: {"strategy": one, "share": part} for name, (one, part) in self.without.items()},
            "looks": {look: best.as_json() for look, best in self.looks.items()},
            "too_few_moments": list(self.too_few),
            "in_common": [{"scenarios": [one, other], "share": part} for one, other, part in self.in_common],
            "stopped": self.stopped,
            "holds": self.holds,
        }  # fmt: skip


def statement(balances: Sequence[Balance], *, stopped: bool = False) -> Statement:
    """The statement on several scenarios; *stopped* where not everything was run that was asked for."""
    without = {}
    for left_out in balances:
        rest = [one for one in balances if one is not left_out]
        if rest:
            shares = _wins(rest)
            best = max(shares, key=lambda name: shares[name])
            without[left_out.scenario.id] = (best, shares[best])
    return Statement(
        tuple(one.scenario.id for one in balances),
        _wins(balances),
        {name: _gap(balances, name) for name in PURE},
        without,
        {look: _best(balances, look) for look in WATCHED if _is_there(balances, look)},
        tuple(
            (one.id, other.id, part)
            for one, other in combinations([balance.scenario for balance in balances], 2)
            if (part := cards_in_common(one, other))
        ),
        stopped,
    )


def _wins(balances: Sequence[Balance]) -> dict[str, float]:
    """The share of the (scenario, luck) cells that each strategy wins by the yardstick, scenarios weighted equally."""
    won = [one.wins() for one in balances]
    return {name: sum(shares[name] for shares in won) / len(won) for name in FIELD}


def _gap(balances: Sequence[Balance], name: str) -> Interval:
    """The adaptive one less another, over all cells, as a share of the mean yardstick of the field there."""
    gaps = []
    for one in balances:
        comparison = one.comparison
        usual = sum(comparison.mean(who, "yardstick").mean for who in FIELD) / len(FIELD) or 1.0
        pairs = zip(
            comparison.values("adaptive", "yardstick"), comparison.values(name, "yardstick"), strict=True
        )  # fmt: skip
        gaps += [(first - second) / usual for first, second in pairs]
    return mean_of(gaps)


def _is_there(balances: Sequence[Balance], look: str) -> bool:
    """Whether some card of the shelf has an option that looks so and another that does not."""
    return any(
        0 < sum(look in choice.looks for choice in card.choices) < len(card.choices)
        for balance in balances
        for card in balance.scenario.cards
    )


def _best(balances: Sequence[Balance], look: str) -> Interval:
    """In what share of all moments of the shelf an option that looks so is the best."""
    seen = [one for balance in balances for one in balance.looks if one.look == look]
    return share_of(
        sum(one.best.mean * one.best.count for one in seen), sum(one.best.count for one in seen)
    )


def cards_in_common(one: Scenario, other: Scenario) -> float:
    """Of the cards of the scenario that has fewer, the share that the other has too: by its id, or word for word."""
    fewer, more = sorted((one.cards, other.cards), key=len)
    ids, texts = {card.id for card in more}, {card.text for card in more}
    shared = sum(card.id in ids or card.text in texts for card in fewer)
    return shared / len(fewer) if fewer else 0.0


def shelf_report(balances: Sequence[Balance], said: Statement) -> str:
    """What is *said* of them in plain text, with a line a scenario."""
    rows = [
        (
            one.scenario.id,
            *(share(one.wins()[name]) for name in FIELD),
            one.difficulty,
            f"{one.minutes:.0f}",
            f"{said.without[one.scenario.id][0]} {share(said.without[one.scenario.id][1])}"
            if one.scenario.id in said.without
            else "",
        )
        for one in balances
    ]
    total = ("all, equally", *(share(said.wins[name]) for name in FIELD), "", "", "")
    titles = ("scenario", *FIELD, "difficulty", "minutes", "most won without it")
    name, part = said.most
    lines = [
        text_table(titles, [*rows, total]),
        "",
        f"{name} wins the most cells: {share(part)}; at most {share(MOST_WON)} is balanced.",
        *(f"adaptive less {one}: {_told(gap)}" for one, gap in said.gaps.items()),
        *(
            f"What looks {look} is the best in {share(best.mean)} of {best.count} moments "
            f"(95 % interval {bounds(best.low, best.high)}); below {share(MOST_WON)} is balanced."
            if best.count
            else f"What looks {look} told options apart at no moment."
            for look, best in said.looks.items()
        ),
        *(
            f"{one} and {other} have {share(part)} of their cards in common; at most a third is fine."
            for one, other, part in said.in_common
        ),
        said.verdict,
    ]
    return "\n".join(lines)


def _told(gap: Interval) -> str:
    of = "of the field's mean yardstick"
    if gap.count < 2:
        return f"{signed(100 * gap.mean)} % {of} (a single cell has no interval)."
    return (
        f"{signed(100 * gap.mean)} % {of}, 95 % interval {signed(100 * gap.low)} to {signed(100 * gap.high)} "
        f"({gap.count} cells)."
    )
