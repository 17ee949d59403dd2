"""A scenario: the data that describe a world. Pydantic models; ranges, units and help stand in the field metadata.

Its parts are next door: `market.py`, `place.py`, `runner.py`, `staff.py`, cards in `deck.py`, words of the lights in
`light.py` and of endings in `ending.py`, tests in `expectation.py`, agendas in `session.py`, the numbers of the
mechanisms in `parameter.py`. Files are read by `game/authoring`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field, PrivateAttr

from game.sim.clock import SEASONS_OF_YEAR, SEASONS_PER_YEAR, WEEKS_PER_SEASON
from game.sim.deck import Card
from game.sim.declared import Contradiction
from game.sim.ending import EndingWords
from game.sim.expectation import Expectation
from game.sim.lever import Lever
from game.sim.light import Light, LightWords
from game.sim.market import Market
from game.sim.parameter import Parameters
from game.sim.part import LANGUAGE, Id, Many, Part, without_words
from game.sim.place import Place
from game.sim.runner import Runner
from game.sim.session import Agenda, usual_agendas
from game.sim.spelling import suggestion
from game.sim.staff import Staff

if TYPE_CHECKING:
    from game.sim.strategy import Strategy


class Goal(Part):
    """A goal on offer at the start of each year."""

    id: Id = Field(description="its name in files of runs")
    label: str = Field(max_length=64, description="the goal in words, with its number")
    measure: str = Field(description="the measure that is looked at, by its id")
    at_least: int = Field(ge=0, description="the number it must reach by the end of the year")


ADDED_LATER = ("cards_apart_days",)
"""Rules that `long-race/1` has learned since its first release."""


class Scenario(Part):
    """A world to run: market, places, runners, cards and the numbers of the mechanisms."""

    PREFIX: ClassVar[str] = ""

    format: Literal["long-race/1"] = Field(description="which format this is: the first line")
    id: Id = Field(
        description="its name in runs and for words of other languages; best that of its file without the ending"
    )
    language: str = Field("en", pattern=LANGUAGE, description="language of its words, by its code")
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
    begins: Literal["spring", "summer", "autumn", "winter"] = Field(
        "spring",
        description=(
            "what its first season is called and painted as: winter where week 1 is in January, spring in April, "
            "summer in July, autumn in October"
        ),
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
    cards_apart_days: int = Field(
        10,
        ge=0,
        le=182,
        description="days after a card in which none comes by chance; setbacks and what follows a choice do not wait",
    )
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
        return self.seasons * WEEKS_PER_SEASON

    def season_of_year(self, season: int) -> int:
        """Which of the year's four a season (from 0) of the scenario is: 0 for spring to 3 for winter."""
        return (season + SEASONS_OF_YEAR.index(self.begins)) % SEASONS_PER_YEAR

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

        A translation plays by the same rules, so the language counts as English whatever it is. A rule that the format
        learned later counts only where a scenario sets it, so that older runs keep their scenario.
        """
        rules = without_words(self.model_dump(mode="json", by_alias=True)) | {"language": "en"}
        for name in ADDED_LATER:
            if getattr(self, name) == type(self).model_fields[name].default:
                del rules[name]
        return hashlib.sha256(json.dumps(rules, sort_keys=True).encode()).hexdigest()

    @property
    def seated(self) -> Runner:
        """The runner that a player takes: the first with `seat: true`, else the first."""
        return next((runner for runner in self.runners if runner.seat), self.runners[0])

    @property
    def seat(self) -> str:
        """The id of the runner that a player takes."""
        return self.seated.id

    def card(self, id: str) -> Card | None:
        """The card of that id, if there is one."""
        return next((card for card in self.cards if card.id == id), None)
