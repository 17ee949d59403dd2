"""What rules may name, and how a view tells it: the terms of conditions, behind the fog.

Who decides by rules is in `rules.py`. Cards ask the same terms of the true state, in `game/sim/asked.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from game.sim.asked import NEVER
from game.sim.condition import Condition
from game.sim.lever import Lever
from game.sim.light import Light
from game.sim.measure import MEASURE_INDEX, measure_named
from game.sim.plan import Automation
from game.sim.terms import TERMS, vocabulary_from
from game.sim.terms import Term as Named
from game.sim.vocabulary import Value, Vocabulary
from game.strategies.sight import growth, in_trouble, total

if TYPE_CHECKING:
    from game.sim.view import View

Term = Value | Callable[..., Value]
UNSEEN = ("skill",)  # what a card may ask and no view tells
TERMS_OF_RULES = (
    Named("purse", "number", "what the partner grants", unit="half-hours a week"),
    Named("signs", "number", "early signs of a setback that are in sight", unit="signs"),
    Named("in_trouble", "flag", "whether a setback of one's own is going round"),
    Named("grown", "number", "what a measure did in so many weeks: grown(trusts, 13)", ("measure", "number")),
)  # fmt: skip
"""What only the rules of a strategy may ask."""


class Anything(frozenset[str]):
    """All ids there could be: a sheet of rules is written for no scenario in particular."""

    def __contains__(self, id: object) -> bool:
        return True


def vocabulary_of_rules() -> Vocabulary:
    """What the rules of a strategy may name: the terms of cards that a view can tell, and three more."""
    seen = vocabulary_from(
        (term for term in TERMS if term.name not in UNSEEN),
        {
            "card": Anything(),
            "choice": Anything(),
            "place": Anything(),
            "light": frozenset(light.value for light in Light),
            "measure": frozenset(MEASURE_INDEX),
        },
    )
    return seen | vocabulary_from(TERMS_OF_RULES, {})


def _known(view: View, measure: str) -> int:
    """The value of a measure, of a flow in the week that ended last; 0 for what is covered."""
    value = view.measure(measure)
    return value if isinstance(value, int) else 0


def _weeks_since(view: View, card: str) -> int:
    days = [one.day for one in view.cards if one.id == card]
    return (view.day - days[-1]) // 7 if days else NEVER


def _grown(view: View, measure: str, weeks: float) -> int:
    """What a measure did in the last weeks, as far as there were any; of a flow, against the weeks before."""
    span = max(1, int(weeks))
    if measure_named(measure).kind == "flow":
        now, before = total(view, measure, span), total(view, measure, span, before=span)
        return 0 if now is None or before is None else now - before
    return growth(view, measure, span) or 0


TOLD: Mapping[str, Callable[[View], Term]] = MappingProxyType(
    {
        "sales": lambda view: view.sales_total,
        "sales_last_week": lambda view: _known(view, "sales"),
        "energy": lambda view: view.energy,
        "week": lambda view: view.week + 1,
        "season": lambda view: view.season + 1,
        "year": lambda view: view.year + 1,
        "voice": lambda view: view.plan.voice,
        "claims": lambda view: view.plan.claims,
        "posts_last_week": lambda view: view.posts_last_week,
        "waiting_hours": lambda view: view.oldest_wait_hours,
        "automated": lambda view: view.plan.automation is not Automation.NONE,
        "direct_messages": lambda view: view.plan.automation is Automation.DIRECT,
        "delegated": lambda view: view.plan.delegate is not None,
        "expectations": lambda view: view.plan.expectations,
        "promised": lambda view: view.promise == "kept",
        "purse": lambda view: view.purse,
        "signs": lambda view: len(view.signs),
        "in_trouble": in_trouble,
        "seen": lambda view: lambda card: any(one.id == card for one in view.cards),
        "weeks_since": lambda view: partial(_weeks_since, view),
        "chose": lambda view: (
            lambda card, choice: any((one.id, one.option) == (card, choice) for one in view.cards)
        ),
        "on": lambda view: lambda place: any(one.id == place and one.joined for one in view.places),
        "open": lambda view: (
            lambda place: any(one.id == place and one.is_open for one in view.places)
        ),
        "lit": lambda view: lambda light: view.lights[Light(light)] in ("lit", "habit"),
        "grown": lambda view: partial(_grown, view),
    }
)
"""How a view tells the terms that are neither measures nor hours of the plan."""


class Seen(Mapping[str, Term]):
    """The worth of each term as a view tells it: of a flow, over the week that ended last."""

    def __init__(self, view: View) -> None:
        self.view = view

    def can_tell(self, condition: Condition) -> bool:
        """Whether nothing that the condition names is covered, or is no part of this scenario."""
        view = self.view
        measures = {name for name in condition.names if name in MEASURE_INDEX and name != "sales"}
        measures |= {id for kind, id in condition.references if kind == "measure"}
        return all(view.sees(id) for id in measures) and all(
            self._is_there(kind, id) for kind, id in condition.references
        )

    def _is_there(self, kind: str, id: str) -> bool:
        scenario = self.view.scenario
        match kind:
            case "place":
                return any(place.id == id for place in scenario.places)
            case "card":
                return any(card.id == id for card in scenario.cards)
            case "choice":
                return any(one.id == id for card in scenario.cards for one in card.choices)
            case _:
                return True

    def __iter__(self) -> Iterator[str]:
        terms = vocabulary_of_rules()
        yield from (*terms.values, *terms.functions)

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __getitem__(self, name: str) -> Term:
        view = self.view
        if name.startswith("hours_"):
            return view.plan.hours_of(Lever(name.removeprefix("hours_")))
        if name in MEASURE_INDEX and name not in ("sales", "energy"):
            return _known(view, name)
        return TOLD[name](view)
