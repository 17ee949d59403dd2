"""A scenario: the data that describe a world. Pydantic models; ranges, units and help stand in the field metadata.

Cards are in `deck.py`, tests in `expectation.py`, the numbers of the mechanisms in `parameter.py`. Files are read by
`game/authoring`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field, PrivateAttr

from game.sim.deck import Act, Card, Choice, Happening, Later, SetbackKind, Who
from game.sim.declared import Contradiction
from game.sim.ending import EndingWords
from game.sim.expectation import Expectation
from game.sim.lever import Lever
from game.sim.light import Light
from game.sim.parameter import Parameters
from game.sim.part import WORDS, Id, Many, Part, without_words
from game.sim.plan import HALF_HOURS_IN_WEEK
from game.sim.session import Agenda, usual_agendas
from game.sim.spelling import suggestion

if TYPE_CHECKING:
    from game.sim.strategy import Strategy

__all__ = [
    "WORDS",
    "Act",
    "Card",
    "Choice",
    "EndingWords",
    "Expectation",
    "Goal",
    "Happening",
    "Kinds",
    "Later",
    "LightWords",
    "Market",
    "Place",
    "RuleChange",
    "Runner",
    "Scenario",
    "SetbackKind",
    "Staff",
    "Who",
]


class Kinds(Part):
    """The three temperaments of Ploof, in per cent of the people; they add up to 100."""

    traditional: int = Field(
        40, ge=0, le=100, description="per cent who come late to any new place"
    )
    get_it: int = Field(45, ge=0, le=100, description="per cent who try what others found useful")
    scissors: int = Field(15, ge=0, le=100, description="per cent who run at everything new")

    def contradictions(self) -> Iterator[Contradiction]:
        """The three are everybody."""
        total = self.traditional + self.get_it + self.scissors
        if total != 100:
            sentence = (
                "kinds.traditional, kinds.get_it and kinds.scissors (per cent of the people, each from 0 to 100) "
                f"add up to {total}; together they must be 100."
            )
            yield Contradiction("traditional", sentence)


class Market(Part):
    """The people of the town."""

    people: int = Field(
        3000,
        ge=50,
        le=1_000_000,
        description="people in the market: fewer make no neighbourhood, more do not fit into memory",
    )
    catchment: float = Field(0.5, gt=0, le=1, description="share of them who may buy here at all")
    kinds: Kinds = Field(Kinds(), description="their three temperaments")
    needs_per_year: float = Field(
        6.0, gt=0, le=52, description="needs of the trade a person has in a year"
    )
    first_names: Many[str] = Field((), description="names that the people may bear")


class RuleChange(Part):
    """A place changes what its members get to see."""

    week: int = Field(
        ge=0, le=1040, description="week in which it takes effect, from the start of the scenario"
    )
    reach: float = Field(
        gt=0, le=10, description="factor on the chance that a follower sees a post"
    )
    text: str = Field("", max_length=280, description="what the place says about it")


class Place(Part):
    """A platform, a blog, a list or a room where people can be met."""

    id: Id = Field(description="its name in `on`, in acts and in conditions")
    name: str = Field(max_length=24, description="what people call it")
    kind: Literal[
        "microblog", "network", "professional", "blog", "website", "mail", "wave", "event"
    ] = Field(
        "network",
        description="what can be done there: posts, articles or meetings; the rest is in its numbers",
    )
    owned: bool = Field(False, description="true for a blog, website or list that is yours")
    opens_week: int = Field(
        0, ge=-520, le=1040, description="week of launch; negative for before the start"
    )
    closes_week: int | None = Field(
        None, ge=1, le=1040, description="week of a fixed end, if history fixes one"
    )
    invitation: bool = Field(False, description="true where people join by invitation only")
    setup_hours: float = Field(
        4.0, ge=0, le=60, description="hours of *try* until one can post there"
    )
    starting_share: float = Field(
        0.1, ge=0, le=1, description="share of the people there at the start"
    )
    innovation: float = Field(
        0.01, ge=0, le=1, description="yearly rate of joining by oneself (Bass p)"
    )
    imitation: float = Field(
        0.4, ge=0, le=5, description="yearly rate of joining after others (Bass q)"
    )
    retention: float = Field(
        0.9, gt=0, le=1, description="share of lonely members still there a month later"
    )
    company_needed: float = Field(
        0.1, ge=0, le=1, description="share of contacts there that makes staying worth it"
    )
    trials: float = Field(
        0.5,
        ge=0,
        le=10,
        description="accounts opened and not kept, for each one kept, in full company (twice in none)",
    )
    abandonment: float = Field(
        0.0,
        ge=0,
        le=20,
        description="yearly rate of leaving for good after contacts who left for good",
    )
    seen: float = Field(0.12, gt=0, le=1, description="chance that a follower sees a post")
    half_life_hours: float = Field(
        0.5, gt=0, le=20000, description="hours until half of the views have happened"
    )
    decay: float = Field(
        0.4, ge=0.1, le=2, description="shape of the decay of views; below 1 heavy-tailed"
    )
    tolerated_per_week: float = Field(
        14.0, gt=0, le=500, description="posts a week that followers put up with"
    )
    formality: int = Field(2, ge=0, le=4, description="voice that fits: 0 personal to 4 formal")
    conversion: float = Field(1.0, gt=0, le=20, description="factor on enquiries per view")
    searched: bool = Field(
        False, description="true where old articles are found by people with a question"
    )
    rule_changes: Many[RuleChange] = Field((), description="changes of what members get to see")
    replaces: Id | None = Field(
        None, description="id of the entry of a pack that this one stands in for"
    )

    def contradictions(self) -> Iterator[Contradiction]:
        """A place closes after it has opened."""
        if self.closes_week is not None and self.closes_week <= self.opens_week:
            sentence = (
                f"place {self.id}: opens_week is {self.opens_week} and closes_week {self.closes_week} (weeks from the "
                "start, up to 1,040); the second must be after the first."
            )
            yield Contradiction("closes_week", sentence)


class Runner(Part):
    """A business in the world. The one with `seat: true` can be taken by a player."""

    id: Id = Field(description="its name in files of runs and in tables")
    name: str = Field(max_length=28, description="what people call the business")
    seat: bool = Field(False, description="true for the one that a player takes")
    plays: str = Field("traditional", description="strategy that decides while nobody else does")
    with_: dict[str, float | int | str | bool] = Field(
        default_factory=dict, alias="with", description="parameters of that strategy"
    )
    on: Many[Id] = Field((), description="places set up before the start")
    purse_hours: float = Field(6.0, ge=1, le=30, description="hours a week that the partner grants")
    partner: Literal["traditional", "get-it", "scissors"] = Field(
        "traditional", description="the partner's leaning"
    )
    known_by: float = Field(
        0.03, ge=0, le=1, description="share of the catchment who know the shop at the start"
    )
    opens_with: dict[Lever, int] = Field(
        default_factory=dict,
        description="half-hours a week by lever in the first plan",
        strict=False,
    )
    replaces: Id | None = Field(
        None, description="id of the entry of a pack that this one stands in for"
    )

    def contradictions(self) -> Iterator[Contradiction]:
        """A week has so many half-hours and no more."""
        hours = self.opens_with.values()
        if sum(hours) > HALF_HOURS_IN_WEEK or min(hours, default=0) < 0:
            sentence = (
                f"runner {self.id}: opens_with (half-hours a week) gives {', '.join(map(str, hours))}; each must be 0 "
                f"or more, and together at most {HALF_HOURS_IN_WEEK}."
            )
            yield Contradiction("opens_with", sentence)


class Staff(Part):
    """Somebody to whom posting can be handed."""

    id: Id = Field(description="their name in acts")
    name: str = Field(max_length=24, description="what people call them")
    half_hours: int = Field(6, ge=1, le=40, description="half-hours a week they can give")
    skill: float = Field(0.4, ge=0, le=1, description="how well they write, untold")
    haste: float = Field(
        0.5, ge=0, le=1, description="how readily they slip without written expectations"
    )
    replaces: Id | None = Field(
        None, description="id of the entry of a pack that this one stands in for"
    )


class Goal(Part):
    """A goal on offer at the start of each year."""

    id: Id = Field(description="its name in files of runs")
    label: str = Field(max_length=64, description="the goal in words, with its number")
    measure: str = Field(description="the measure that is looked at, by its id")
    at_least: int = Field(ge=0, description="the number it must reach by the end of the year")


class LightWords(Part):
    """How a scenario words, prices or switches off a light."""

    off: bool = Field(False, description="true where this light cannot be lit")
    price: float = Field(
        1.0, gt=0, le=10, description="factor on the minutes of reflection it takes"
    )
    question: str | None = Field(
        None, max_length=140, description="the question that lights it, in the scenario's own words"
    )


class Scenario(Part):
    """A world to run: market, places, runners, cards and the numbers of the mechanisms."""

    PREFIX: ClassVar[str] = ""

    format: Literal["long-race/1"] = Field(description="which format this is: the first line")
    id: Id = Field(
        description="its name in runs and for words of other languages; best that of its file without the ending"
    )
    language: str = Field("en", description="language of its words, by its code")
    title: str = Field(max_length=44, description="what it is called where scenarios are chosen")
    summary: str = Field(max_length=400, description="who one is, and what it is about")
    notes: str = Field("", description="for the facilitator; players never see it")
    lesson: str = Field(
        "", max_length=140, description="what it teaches, in a line; never shown in play"
    )
    difficulty: Literal["easy", "fair", "hard"] = Field(
        "fair", description="how hard it is to come first"
    )
    sources: Many[Annotated[str, Field(max_length=600)]] = Field(
        (), description="facts that were used, each with where it is from"
    )
    agendas: Many[Agenda] = Field(
        (),
        description="how it is led in 20, 45 or 90 minutes; the usual ones follow from `seasons`",
    )
    uses: Many[Annotated[str, Field(max_length=80)]] = Field(
        (),
        description="packs whose places, cards, staff and rivals join this file's, by id or by file",
    )
    year: int = Field(
        2010, ge=1990, le=2100, description="calendar year in which the first season starts"
    )
    seasons: int = Field(
        12, ge=1, le=40, description="seasons of thirteen weeks: ten years at most"
    )
    market: Market = Field(Market(), description="the people of the town")
    places: Many[Place] = Field(min_length=1, description="where people can be met and reached")
    runners: Many[Runner] = Field(
        min_length=1,
        max_length=15,
        description="the businesses in the race, the player's among them",
    )
    staff: Many[Staff] = Field((), description="people to whom posting can be handed")
    partner: str = Field("Sam", max_length=24, description="name of the partner, who grants hours")
    coach: str = Field("Ruth", max_length=24, description="name of the coach, who asks")
    counter: Literal["plain", "cakes", "flowers", "books", "tools", "coffee"] = Field(
        "plain", description="what stands on the counter in the picture of the room"
    )
    unlock: dict[Lever, int] = Field(
        default_factory=dict, strict=False, description="season (from 1) a lever unlocks"
    )
    goals: Many[Goal] = Field((), description="goals on offer at the start of each year")
    lights: dict[Light, LightWords] = Field(
        default_factory=dict, strict=False, description="lights worded, priced or switched off"
    )
    parameters: Parameters = Field(
        Parameters(), description="numbers of the mechanisms that are not the usual ones"
    )
    reasons: dict[str, str] = Field(
        default_factory=dict,
        description="why each parameter above is not the usual one, by its path: `trade.offer: …`",
    )
    cards: Many[Card] = Field((), description="interruptions that may come")
    endings: Many[EndingWords] = Field(
        (),
        max_length=20,
        description="endings of its own, and the game's in other words; the first whose `when` holds is told",
    )
    tests: Many[Expectation] = Field(
        (), max_length=40, description="what must come out of it, for `longrace test`"
    )
    yardstick: Literal["sales", "relationships", "followers"] = Field(
        "sales", description="the measure by which the race is won"
    )
    _text: str = PrivateAttr("")
    _strategies: Mapping[str, Strategy] = PrivateAttr(default_factory=dict)

    def contradictions(self) -> Iterator[Contradiction]:
        """Each id is given once, and a runner is on places that there are."""
        for key in ("places", "runners", "staff", "cards", "endings"):
            ids = [one.id for one in getattr(self, key)]
            for id in dict.fromkeys(id for id in ids if ids.count(id) > 1):
                yield Contradiction(
                    key, f"{key}: the id {id} is given twice; each must be another."
                )
        places = [place.id for place in self.places]
        for runner in self.runners:
            for id in runner.on:
                if id not in places:
                    known = suggestion(id, places)
                    sentence = (
                        f"runner {runner.id}: `on` names a place {id} that there is not. {known}"
                    )
                    yield Contradiction("runners", sentence)
        for test in self.tests:
            if test.by_week is not None and test.by_week > self.weeks:
                sentence = (
                    f"Test {test.name!r}: by_week is {test.by_week}, but the scenario ends with week {self.weeks} "
                    f"({self.seasons} seasons of thirteen)."
                )
                yield Contradiction("tests", sentence)

    @property
    def weeks(self) -> int:
        """Weeks to the horizon."""
        return self.seasons * 13

    def agenda(self, minutes: int) -> Agenda:
        """How it is led in 20, 45 or 90 minutes: as written, else as usual. Raises `KeyError` for others."""
        known = (*usual_agendas(self.seasons), *self.agendas)
        return {int(one.minutes): one for one in known}[minutes]

    @property
    def text(self) -> str:
        """The YAML text it was read from, or its JSON where it was built in Python."""
        return self._text or self.model_dump_json(by_alias=True, exclude_defaults=True)

    def with_text(self, text: str) -> Scenario:
        """Return the same scenario, remembering the text it was read from."""
        twin = self.model_copy()
        twin._text = text  # noqa: SLF001 - a copy of ourselves
        return twin

    @property
    def strategies(self) -> Mapping[str, Strategy]:
        """Strategies by rules that its runners may play, by name, beside those of the game's own."""
        return self._strategies

    def with_strategies(self, strategies: Mapping[str, Strategy]) -> Scenario:
        """Return the same scenario, whose runners may play these *strategies* too."""
        twin = self.model_copy()
        twin._strategies = strategies  # noqa: SLF001 - a copy of ourselves
        return twin

    @property
    def rules_hash(self) -> str:
        """SHA-256 of the rules: everything but the words, and what only tells about the scenario.

        A translation plays by the same rules, so the language counts as English whatever it is.
        """
        rules = without_words(self.model_dump(mode="json", by_alias=True)) | {"language": "en"}
        return hashlib.sha256(json.dumps(rules, sort_keys=True).encode()).hexdigest()

    @property
    def seat(self) -> str:
        """The id of the runner that a player takes: the first with `seat: true`, else the first."""
        return next((runner.id for runner in self.runners if runner.seat), self.runners[0].id)
