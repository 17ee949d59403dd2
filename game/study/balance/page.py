"""A weighed scenario as one page for the browser.

What a page is made of is in `game/pages`; the same numbers as text, in `report.py`.
"""

from __future__ import annotations

from game.pages.chart import Bar, Chart, Line, bar_chart, line_chart
from game.pages.number import share
from game.pages.page import Lines, Section, render
from game.pages.table import Cell, Table, table
from game.sim.clock import WEEKS_PER_SEASON
from game.sim.model import MODEL
from game.study.balance.findings import findings
from game.study.balance.report import (
    CARD_TITLES,
    LOOK_TITLES,
    WINS_TITLES,
    beats_rows,
    card_rows,
    counted,
    facts,
    gap_told,
    how_much,
    judged,
    looks_rows,
    wins_rows,
)
from game.study.balance.weighing import FIELD, MOST_WON, PURE, Balance
from game.study.comparison import WON_BY


def page(balance: Balance) -> str:
    """The report as HTML text."""
    from game import __version__

    scenario = balance.scenario
    return render(
        f"{scenario.title}: is it fair?",
        how_much(balance),
        [_look_at(balance), _wins(balance), _arc(balance), _play(balance), _cards(balance), *_looks(balance)],
        made_by=f"The Long Race {__version__}, model {MODEL}; rules {scenario.rules_hash[:12]}",
    )  # fmt: skip


def _look_at(balance: Balance) -> Section:
    found = tuple(findings(balance))
    about = "What an author should look at; each sentence has its numbers below."
    if not found:
        return Section("To look at", about, (Lines(("Nothing stands out.",)),))
    return Section("To look at", about, (Lines(found, flagged=True),))


def _wins(balance: Balance) -> Section:
    wins = {by: balance.wins(by) for by in WON_BY}
    rows: list[list[str | Cell]] = [
        [
            name,
            *(Cell(share(wins[by][name]), wins[by][name]) for by in WON_BY),
            sure,
            Cell(ahead, balance.came_first(name)),
        ]
        for name, *_, sure, ahead in wins_rows(balance)
    ]
    beats: list[list[str | Cell]] = [
        [
            one,
            *(
                "" if one == other else Cell(text, balance.comparison.beats(one, other))
                for other, text in zip(FIELD, row, strict=True)
            ),
        ]
        for one, *row in beats_rows(balance)
    ]
    gaps = tuple(f"Adaptive less {one}: {gap_told(balance.adaptive_less(one))}." for one in PURE)
    return Section(
        "Who wins",
        "Each strategy takes the player's seat in turn, under the same lucks, against the scenario's own rivals. "
        f"{counted(balance)}",
        (
            bar_chart(
                "Lucks won by the yardstick",
                [Bar(name, (won := balance.won(name)).mean, (won.low, won.high)) for name in FIELD],
                mark=MOST_WON,
                marked=f"more than {share(MOST_WON)} is too much",
            ),
            table(
                WINS_TITLES,
                rows,
                note="How often each has the most of the five, with the interval of the first column.",
            ),
            table(
                ("comes to more than", *FIELD),
                beats,
                note="The share of the lucks in which the row has more than the column, by the yardstick.",
            ),
            Lines(gaps),
        ),
    )


def _arc(balance: Balance) -> Section:
    charts = tuple(
        _chart(balance, line, title)
        for line, title in (("followers", "Followers"), ("sales", "Sales so far"))
    )
    about = (
        "Means over the lucks at each season's end; the bands of tortoise and hare are 95 % intervals. Where lines "
        "cross, another way of running begins to pay."
    )
    return Section("The arc", about, charts)


def _chart(balance: Balance, line: str, title: str) -> Chart:
    seasons = [str(number + 1) for number in range(balance.scenario.weeks // WEEKS_PER_SEASON)]
    lines = [
        Line(
            name,
            tuple(one.mean for one in values),
            tuple((one.low, one.high) for one in values if one.count > 1) if name in PURE else (),
        )
        for name, values in balance.comparison.by_season(line).items()
    ]
    unit = "people" if line == "followers" else "purchases"
    return line_chart(title, lines, seasons, along="season", unit=unit)


def _play(balance: Balance) -> Section:
    about = "How hard it is, how long it takes, what goes wrong, and which goals are within reach."
    return Section("How it plays", about, (Lines(tuple(facts(balance))),))


def _cards(balance: Balance) -> Section:
    return Section(
        "Cards and options",
        "How often a card comes in a run, which share of the answers an option gets from the field, at how many "
        "moments its options were tried, and at how many of these they differ, which decide. Of those, in which share "
        "an option is the best, and how far it is behind on average. An option that is "
        "never the best, or always, teaches nobody to look.",
        (Lines((judged(balance),)), _cards_table(balance)),
    )


def _cards_table(balance: Balance) -> Table:
    options = [option for card in balance.cards for option in card.options]
    rows: list[list[str | Cell]] = []
    for option, row in zip(options, card_rows(balance), strict=True):
        card, name, per_run, chosen, moments, differ, best, sure, behind = row
        stands_out = bool(option.dominated_by) or option.is_never_best
        rows.append(
            [
                Cell(card, strong=True),
                Cell(name, strong=stands_out),
                per_run,
                Cell(chosen, option.chosen if chosen else None),
                moments,
                differ,
                Cell(best, option.best.mean if best else None, strong=stands_out),
                sure,
                behind,
            ]
        )
    return table(CARD_TITLES, rows, words=2, note="In bold: never the best, or dominated.")


def _looks(balance: Balance) -> list[Section]:
    if not balance.looks:
        return []
    bars = [Bar(one.look, one.best.mean, (one.best.low, one.best.high)) for one in balance.looks]
    about = (
        "In which share of the moments that decide an option that looks so is the best, where one option looks so and "
        "another does not. Where two of three look so, chance alone gives two thirds. Where a look is nearly always "
        "the best, players learn to click it."
    )
    chart = bar_chart(
        "Best in this share of the moments", bars, mark=MOST_WON, marked=f"kind, slow, honest: below {share(MOST_WON)}"
    )  # fmt: skip
    rows = table(LOOK_TITLES, looks_rows(balance))
    return [Section("What options look like", about, (chart, rows))]
