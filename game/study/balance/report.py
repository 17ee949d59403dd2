"""A weighed scenario as text for a terminal, and as JSON.

The page for the browser is in `page.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from game.pages.number import bounds, share, signed, whole
from game.sim.clock import WEEKS_PER_SEASON
from game.study.balance.cards import ENOUGH, CardSeen
from game.study.balance.findings import findings
from game.study.balance.weighing import (
    FIELD,
    PURE,
    SECONDS_A_CARD,
    SECONDS_A_PLAN,
    SECONDS_A_WEEK,
    SECONDS_A_YEAR,
    Balance,
)
from game.study.comparison import WON_BY
from game.study.interval import Interval
from game.study.table import text_table

WINS_TITLES = ("share of the lucks won by", *WON_BY, "95 % (yardstick)", "ahead of rivals")

CARD_TITLES = ("card", "option", "a run", "chosen", "moments", "differ", "best", "95 %", "behind")
LOOK_TITLES = ("looks", "moments", "best", "95 %")
YARDSTICKS = {
    "sales": "sales, with those of a quiet year after the race",
    "relationships": "people who like the runner or more, a quiet year after the race",
    "followers": "followers, a quiet year after the race",
}


def report(balance: Balance) -> str:
    """The report in plain text."""
    return "\n".join(_lines(balance)).rstrip()


def _lines(balance: Balance) -> Iterator[str]:
    yield balance.scenario.title
    yield how_much(balance)
    yield counted(balance)
    yield ""
    yield text_table(WINS_TITLES, wins_rows(balance))
    yield ""
    yield text_table(("row has more than column in", *FIELD), beats_rows(balance))
    yield ""
    for name in PURE:
        yield f"adaptive less {name}, by the yardstick: {gap_told(balance.adaptive_less(name))}"
    yield ""
    for line, title in (("followers", "followers at each season's end"), ("sales", "sales so far")):
        seasons = [str(number + 1) for number in range(balance.scenario.weeks // WEEKS_PER_SEASON)]
        rows = [
            (name, *(whole(round(value.mean)) for value in values))
            for name, values in balance.comparison.by_season(line).items()
        ]
        yield text_table((title, *seasons), rows)
        yield ""
    yield from facts(balance)
    yield ""
    yield text_table(CARD_TITLES, card_rows(balance), words=2)
    yield judged(balance)
    yield ""
    if balance.looks:
        yield text_table(LOOK_TITLES, looks_rows(balance))
        yield ""
    found = list(findings(balance))
    yield "To look at:" if found else "Nothing stands out."
    yield from (f"- {one}" for one in found)


def how_much(balance: Balance) -> str:
    """What was run, plainly."""
    sizes = balance.sizes
    lucks = "the run's own luck" + (f" and {sizes.fresh} fresh ones" if sizes.fresh else "")
    ends = (
        f"for {sizes.ahead} weeks and a quiet year" if sizes.ahead < balance.scenario.weeks else "to the end"
    )  # fmt: skip
    return (
        f"{len(balance.played)} runs: {len(FIELD)} strategies in the seat, each under {sizes.lucks} lucks "
        f"from {sizes.seed}, against its rivals. {balance.moments} moments at cards, each option tried under "
        f"{lucks}, {ends}; at {balance.decided} of them the options differ."
    )


def counted(balance: Balance) -> str:
    """What the scenario's yardstick counts."""
    return f"The yardstick is {YARDSTICKS[balance.scenario.yardstick]}."


def wins_rows(balance: Balance) -> list[tuple[str, ...]]:
    """A row a strategy: the share of the lucks that it wins, by each measure, and in which it leads the rivals."""
    wins = {by: balance.wins(by) for by in WON_BY}
    return [
        (
            name,
            *(share(wins[by][name]) for by in WON_BY),
            bounds((won := balance.won(name)).low, won.high),
            share(balance.came_first(name)),
        )
        for name in FIELD
    ]


def beats_rows(balance: Balance) -> list[tuple[str, ...]]:
    """A row a strategy: the share of the lucks in which it comes to more than each other, by the yardstick."""
    return [
        (one, *("" if one == other else share(balance.comparison.beats(one, other)) for other in FIELD))
        for one in FIELD
    ]  # fmt: skip


def gap_told(gap: Interval) -> str:
    """A paired difference in words."""
    if gap.count < 2:
        return f"{signed(gap.mean)} (a single luck has no interval)"
    sure = "surely more" if gap.is_above_zero else "not surely more"
    return f"{signed(gap.mean)}, 95 % interval {signed(gap.low)} to {signed(gap.high)}: {sure}"


def facts(balance: Balance) -> Iterator[str]:
    """Sentences on difficulty, length, troubles, cards and goals."""
    yield (
        f"Difficulty: {balance.difficulty}; the seat is ahead of the scenario's own rivals in "
        f"{share(balance.came_first())} of the runs."
    )
    yield (
        f"Length: about {balance.minutes:.0f} minutes for the whole game at the first speed ({SECONDS_A_WEEK} s a "
        f"week), with {SECONDS_A_CARD} s allowed a card, {SECONDS_A_PLAN} s a plan, {SECONDS_A_YEAR} s a year's turn."
    )
    setbacks = ", ".join(f"{name} {whole(round(balance.setbacks(name), 1))}" for name in FIELD)
    yield f"Setbacks a run: {setbacks}; none in {share(balance.untroubled)} of the runs."
    shared = balance.shared_cards
    met = f"; of them the next luck brings {share(shared)} again" if shared is not None else ""
    yield f"Cards a run: {whole(round(balance.cards_per_run, 1))} of {len(balance.cards)}{met}."
    for goal, part in balance.goals.items():
        yield f"The goal {goal} is reached in {share(part)} of the runs."


def card_rows(balance: Balance) -> list[tuple[str, ...]]:
    """A row an option; how often its card comes, and at how many moments it was tried, stands at the first."""
    return [
        (
            card.card if number == 0 else "",
            option.option,
            f"{card.per_run:.2f}" if number == 0 else "",
            share(option.chosen) if card.per_run else "",
            str(card.moments) if number == 0 and card.moments else "",
            str(card.decided) if number == 0 and card.moments else "",
            *_best(option.best),
            f"{100 * option.behind:.1f} %" if card.decided else "",
        )
        for card in balance.cards
        for number, option in enumerate(card.options)
    ]


def looks_rows(balance: Balance) -> list[tuple[str, ...]]:
    """A row a look: moments at which it told options apart, and in what share one with it was the best."""
    return [(one.look, str(one.best.count), *_best(one.best)) for one in balance.looks]


def _best(found: Interval) -> tuple[str, str]:
    """A share of moments and its 95 % interval; empty for none."""
    return (share(found.mean), bounds(found.low, found.high)) if found.count else ("", "")


def judged(balance: Balance) -> str:
    """How many cards were tried often enough to say something of them, and at how many their options differ."""
    able = [card for card in balance.cards if len(card.options) > 1]
    enough = [card for card in able if card.moments >= ENOUGH]
    differ = sum(card.decided >= ENOUGH for card in enough)
    return (
        f"{len(enough)} of {len(able)} cards with a choice were tried at {ENOUGH} moments or more; of fewer nothing is "
        f"said (--states N tries more). Of these, {differ} have options that differ at {ENOUGH} or more; only there is "
        "an option judged."
    )


def as_json(balance: Balance) -> dict[str, Any]:
    """All of it as a JSON object."""
    return {
        "scenario": balance.scenario.id,
        "sizes": asdict(balance.sizes),
        "runs": len(balance.played),
        "moments": balance.moments,
        "moments_decided": balance.decided,
        "wins": {by: balance.wins(by) for by in WON_BY},
        "adaptive_less": {one: balance.adaptive_less(one).as_json() for one in PURE},
        "beats": {
            one: {other: balance.comparison.beats(one, other) for other in FIELD if other != one}
            for one in FIELD
        },
        "ahead_of_rivals": {name: balance.came_first(name) for name in FIELD},
        "arc": {
            line: {
                name: [one.as_json() for one in values]
                for name, values in balance.comparison.by_season(line).items()
            }
            for line in ("followers", "sales")
        },
        "cards_per_run": balance.cards_per_run,
        "shared_cards": balance.shared_cards,
        "cards": [_card_as_json(card) for card in balance.cards],
        "looks": [{"look": one.look, "best": one.best.as_json()} for one in balance.looks],
        "goals": balance.goals,
        "setbacks": {name: balance.setbacks(name) for name in FIELD},
        "untroubled": balance.untroubled,
        "came_first": balance.came_first(),
        "difficulty": balance.difficulty,
        "minutes": balance.minutes,
        "findings": list(findings(balance)),
    }


def _card_as_json(card: CardSeen) -> dict[str, Any]:
    options = [asdict(option) | {"best": option.best.as_json()} for option in card.options]
    return asdict(card) | {"options": options}
