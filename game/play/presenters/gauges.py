"""The gauges of the top bar and the lines of the chart: what is in view, and a question for what is not.

Where the names come from is next door in `wording.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.words import Words
from game.play.presenters.wording import hours, measure_name, question_of
from game.sim.clock import WEEKS_PER_SEASON
from game.sim.light import Light
from game.sim.measure import MEASURES, measure_named
from game.sim.plan import Plan
from game.sim.seen import Covered
from game.sim.view import View

TRENDS = (
    "followers", "sales", "reach", "reactions", "unanswered", "knows", "likes", "trusts", "customers", "advocates",
    "lapsed", "unfollowed", "left_waiting", "reply_minutes", "two_way_minutes", "warnings",
)  # fmt: skip
"""The measures that can be followed through the weeks, in the order in which one turns the leaves."""

ICONS = {
    "hours": "clock", "energy": "battery-medium", "followers": "users", "sales": "shopping-bag",
    "customers": "handshake",
}  # fmt: skip
COLOURS = {
    "hours": "sky", "energy": "yellow", "followers": "orange", "sales": "mint", "customers": "green",
}  # fmt: skip


@dataclass(frozen=True)
class Gauge:
    """A number in the top bar; in the fog it has no value but a question."""

    id: str
    name: str
    value: str
    icon: str
    colour: str
    share: float | None = None
    question: str = ""
    more: str = ""


def gauges(view: View, plan: Plan, words: Words) -> tuple[Gauge, ...]:
    """Hours of the purse, energy, followers, sales of thirteen weeks, and regular customers or their question."""
    spent, purse = plan.spent, view.purse
    used = words("table.of", used=hours(spent, words), purse=hours(purse, words))
    return (
        _gauge("hours", used, words, min(1.0, spent / max(1, purse))),
        _gauge("energy", str(view.energy), words, view.energy / 100),
        _gauge("followers", _number(view.measure("followers"), words), words),
        _gauge("sales", words.number(recent_sales(view)), words),
        _relation(view, words),
    )


def recent_sales(view: View) -> int:
    """Sales of the last thirteen weeks."""
    line = view.history("sales")
    return 0 if isinstance(line, Covered) else sum(line[-WEEKS_PER_SEASON:])


def _relation(view: View, words: Words) -> Gauge:
    value = view.measure("customers")
    if isinstance(value, Covered):
        question = question_of(value.light, view.scenario, words)
        return Gauge("customers", "", "", "cloud-fog", "faint", question=question)
    return _gauge("customers", words.number(value), words)


def _gauge(id: str, value: str, words: Words, share: float | None = None) -> Gauge:
    more = words(f"gauge.{id}.more")
    return Gauge(id, words(f"gauge.{id}.name"), value, ICONS[id], COLOURS[id], share, more=more)


def _number(value: int | Covered, words: Words) -> str:
    return "" if isinstance(value, Covered) else words.number(value)


@dataclass(frozen=True)
class Trend:
    """One measure through the weeks, or the question that covers it (then there are no points)."""

    id: str
    name: str
    points: tuple[int, ...]
    weeks: int
    question: str = ""
    definition: str = ""


def trends(view: View, words: Words) -> tuple[Trend, ...]:
    """What can be followed through the weeks; measures under one unlit light share one question."""
    found: list[Trend] = []
    covered: set[Light] = set()
    for id in TRENDS:
        line = view.history(id)
        if not isinstance(line, Covered):
            definition = words(f"measure.{id}_means")
            found.append(
                Trend(id, measure_name(id, words), line, view.weeks, definition=definition)
            )
        elif line.light not in covered:
            covered.add(line.light)
            question = question_of(line.light, view.scenario, words)
            found.append(Trend(f"light-{line.light}", "", (), view.weeks, question))
    return tuple(found)


def uncovered_by(light: Light) -> tuple[str, ...]:
    """The measures that a light brings into view, as far as screens show them."""
    return tuple(one.id for one in MEASURES if one.light is light and one.id in TRENDS)


def is_level(measure: str) -> bool:
    """Whether a measure stands at a value rather than being counted over a week."""
    return measure_named(measure).kind == "level"
