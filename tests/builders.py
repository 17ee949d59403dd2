"""Small worlds for tests: a scenario, a request, and a view of which a test says what it shows.

Whole runs of shipped scenarios are tested in `scenarios`; the simulation's own rules in `sim`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, cast

from game.sim.decision import Decision, Kind, Option, Request
from game.sim.deck import Card, Choice, SetbackKind
from game.sim.lever import LEVERS, Lever
from game.sim.market import Market
from game.sim.measure import measure_named
from game.sim.place import Place
from game.sim.plan import Plan, make_plan
from game.sim.runner import Runner
from game.sim.scenario import Goal, Scenario
from game.sim.seen import Covered, PlaceView, SetbackView, Sign
from game.sim.view import View

SQUARE = Place(id="square", name="The Square", opens_week=-100, starting_share=0.4)
DIARY = Place(id="diary", name="The Diary", kind="blog", owned=True, opens_week=-100, searched=True)


def a_scenario(
    *,
    people: int = 300,
    seasons: int = 4,
    places: tuple[Place, ...] = (SQUARE, DIARY),
    runners: tuple[Runner, ...] | None = None,
    **settings: Any,
) -> Scenario:
    """A small town: 300 people, two places, the seat `you` and one rival; *settings* are the scenario's own fields."""
    standing: dict[str, Any] = {
        "on": ("square",) if SQUARE in places else (places[0].id,),
        "known_by": 0.1,
    }
    seats = (
        Runner(id="you", name="You", seat=True, **standing),
        Runner(id="rival", name="Rival & Sons", plays="shouter", **standing),
    )
    defaults: dict[str, Any] = {
        "format": "long-race/1",
        "id": "small-town",
        "title": "A small town",
        "summary": "For tests.",
        "seasons": seasons,
        "market": Market(people=people),
        "places": places,
        "runners": seats if runners is None else runners,
    }
    return Scenario(**defaults | settings)


def a_goal(measure: str, at_least: int = 50) -> Goal:
    """A goal on *measure*, called by its name."""
    return Goal(id=measure, label=measure, measure=measure, at_least=at_least)


def a_choice(id: str, *acts: str, hours: float = 0.0, **settings: Any) -> Choice:
    """A choice of these acts; *settings* go to each of them."""
    done = [{"act": act, **settings} for act in acts]
    return Choice.model_validate({"id": id, "label": id, "hours": hours, "acts": done})


def a_card(
    *choices: Choice, id: str = "card", about: SetbackKind | None = None, **settings: Any
) -> Card:
    """A card with these choices: a setback where it is *about* one, else an opportunity."""
    kind: Literal["setback", "opportunity"] = "setback" if about else "opportunity"
    return Card(id=id, kind=kind, about=about, title=id, text=id, choices=choices, **settings)


def a_place_view(id: str, **facts: Any) -> PlaceView:
    """A rented, open place of some years and a fair crowd, on which one is not; *facts* say otherwise."""
    usual: dict[str, Any] = {
        "name": id,
        "kind": "network",
        "owned": False,
        "invitation": False,
        "is_open": True,
        "closed": False,
        "joined": False,
        "setup_left_minutes": 0,
        "followers": 0,
        "posts_last_week": 0,
        "crowd": 300,
        "weeks_open": 150,
    }
    return PlaceView(id=id, **usual | facts)


@dataclass
class SmallView:
    """A stand-in for the view of a run: what a test does not say is quiet, unlit and unlocked.

    *lines* gives histories by measure; a measure counts as seen when it has one, or has no light.
    """

    scenario: Scenario = field(default_factory=a_scenario)
    week: int = 0
    plan: Plan = field(default_factory=lambda: make_plan({}))
    moves_left: int = 3
    purse: int = 12
    unlocked: frozenset[Lever] = frozenset(LEVERS)
    energy: int = 100
    waiting: int = 0
    oldest_wait_hours: int = 0
    places: tuple[PlaceView, ...] = ()
    signs: tuple[Sign, ...] = ()
    setbacks: tuple[SetbackView, ...] = ()
    lines: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def day(self) -> int:
        """The Monday of the week."""
        return self.week * 7

    @property
    def season(self) -> int:
        """The season, from 0."""
        return self.week // 13

    @property
    def year(self) -> int:
        """The year, from 0."""
        return self.week // 52

    def measure(self, id: str) -> int | Covered:
        """The last value of the measure's line; 0 for one without a light, else what covers it."""
        line = self.history(id)
        return line if isinstance(line, Covered) else (line or (0,))[-1]

    def sees(self, id: str) -> bool:
        """Whether the measure is uncovered."""
        return not isinstance(self.history(id), Covered)

    def history(self, id: str) -> tuple[int, ...] | Covered:
        """The measure's line."""
        light = measure_named(id).light
        if id in self.lines or light is None:
            return self.lines.get(id, ())
        return Covered(light)


def a_view(**facts: Any) -> View:
    """A view that shows *facts* (fields of `SmallView`)."""
    return cast(View, SmallView(**facts))


def a_request(
    kind: Kind = "plan",
    *,
    view: View | None = None,
    options: tuple[str | Option, ...] = (),
    default: str | None = None,
    name: str = "",
) -> Request:
    """A question to `you`; *options* are ids or whole options, the last of them the default unless it is said."""
    offered = tuple(one if isinstance(one, Option) else Option(one, one) for one in options)
    seen = view or a_view()
    usual = default if default or not offered else offered[-1].id
    return Request(
        runner="you",
        kind=kind,
        name=name or f"{kind}-1",
        day=seen.week * 7,
        options=offered,
        default=Decision(option=usual),
        view=seen,
    )


def a_card_request(card: Card, **facts: Any) -> Request:
    """The question that *card* asks, of somebody whose view shows *facts*."""
    view = a_view(scenario=a_scenario(cards=(card,)), **facts)
    options = tuple(
        Option(one.id, one.label, round(one.hours * 2), one.seen_by) for one in card.choices
    )
    return a_request(
        "card", view=view, options=options, default=card.default_choice.id, name=card.id
    )
