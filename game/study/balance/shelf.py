"""The shelf: several scenarios weighed together, each counting the same, and each left out once.

Here stands too how many cards two of them have in common. What is said of one scenario is in `weighing.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any

from game.pages.number import bounds, share
from game.sim.scenario import Scenario
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
    the best too often, over all moments; *in_common*, the pairs of scenarios that share cards, with what share.
    """

    scenarios: tuple[str, ...]
    wins: dict[str, float]
    gaps: dict[str, Interval]
    without: dict[str, tuple[str, float]]
    looks: dict[str, Interval]
    in_common: tuple[tuple[str, str, float], ...]

    @property
    def most(self) -> tuple[str, float]:
        """Who wins the most cells, and what share."""
        return max(self.wins.items(), key=lambda one: one[1])

    @property
    def holds(self) -> bool:
        """Whether the shelf is balanced."""
        return (
            self.most[1] <= MOST_WON
            and all(gap.is_above_zero for gap in self.gaps.values())
            and all(look.mean < MOST_WON for look in self.looks.values())
            and all(part <= MOST_IN_COMMON for _, _, part in self.in_common)
        )

    def as_json(self) -> dict[str, Any]:
        """The statement as a JSON object."""
        return {
            "scenarios": list(self.scenarios),
            "wins": self.wins,
            "gaps": {name: asdict(gap) if gap.count > 1 else {"mean": gap.mean} for name, gap in self.gaps.items()},
            "without": {name: {"strategy": one, "share": part} for name, (one, part) in self.without.items()},
            "looks": {look: asdict(best) for look, best in self.looks.items()},
            "in_common": [{"scenarios": [one, other], "share": part} for one, other, part in self.in_common],
            "holds": self.holds,
        }  # fmt: skip


def statement(balances: Sequence[Balance]) -> Statement:
    """The statement on several scenarios."""
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
        {look: found for look in WATCHED if (found := _best(balances, look)).count},
        tuple(
            (one.id, other.id, part)
            for one, other in combinations([balance.scenario for balance in balances], 2)
            if (part := cards_in_common(one, other))
        ),
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


def _best(balances: Sequence[Balance], look: str) -> Interval:
    """In what share of all moments of the shelf an option that looks so is the best."""
    seen = [one for balance in balances for one in balance.looks if one.look == look]
    return share_of(sum(one.best * one.tried for one in seen), sum(one.tried for one in seen))


def cards_in_common(one: Scenario, other: Scenario) -> float:
    """Of the cards of the scenario that has fewer, the share that the other has too: by its id, or word for word."""
    fewer, more = sorted((one.cards, other.cards), key=len)
    ids, texts = {card.id for card in more}, {card.text for card in more}
    shared = sum(card.id in ids or card.text in texts for card in fewer)
    return shared / len(fewer) if fewer else 0.0


def shelf_report(balances: Sequence[Balance]) -> str:
    """The statement in plain text, with a line a scenario."""
    said = statement(balances)
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
            for look, best in said.looks.items()
        ),
        *(
            f"{one} and {other} have {share(part)} of their cards in common; at most a third is fine."
            for one, other, part in said.in_common
        ),
        "The shelf is balanced." if said.holds else "THE SHELF IS NOT BALANCED.",
    ]
    return "\n".join(lines)


def _told(gap: Interval) -> str:
    of = "of the field's mean yardstick"
    if gap.count < 2:
        return f"{100 * gap.mean:+.1f} % {of} (a single cell has no interval)."
    return (
        f"{100 * gap.mean:+.1f} % {of}, 95 % interval {100 * gap.low:+.1f} to {100 * gap.high:+.1f} "
        f"({gap.count} cells)."
    )
