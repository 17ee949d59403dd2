"""Names of measures, causes, lights, seasons and dates in the player's language.

Sentences about people are next door in `people.py`, about changes in `reveal.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.authoring.words import Words
from game.sim.cause import Cause
from game.sim.clock import WEEKS_PER_SEASON, WEEKS_PER_YEAR
from game.sim.light import Light
from game.sim.run import Run
from game.sim.scenario import Scenario
from game.sim.view import SEEN_AS_LIT, View


@dataclass(frozen=True)
class Moment:
    """Where in the scenario one is, in words."""

    title: str
    when: str
    season_name: str
    next_season_name: str
    week_of_season: int


def moment(view: View, words: Words) -> Moment:
    """The business, the year, the season and the week."""
    week = min(view.week, view.weeks - 1)
    season = week // WEEKS_PER_SEASON
    when = words(
        "table.when",
        year=week // WEEKS_PER_YEAR + 1,
        years=-(-view.weeks // WEEKS_PER_YEAR),
        season=season_name(season, view.scenario, words),
        week=week + 1,
    )
    return Moment(
        title=view.name,
        when=when,
        season_name=season_name(season, view.scenario, words),
        next_season_name=season_name(season + 1, view.scenario, words),
        week_of_season=week % WEEKS_PER_SEASON,
    )


def season_name(season: int, scenario: Scenario, words: Words) -> str:
    """Spring, summer, autumn or winter: what a season (from 0) is called where the scenario begins as it does."""
    return words(f"season.{scenario.season_of_year(season)}")


def measure_name(measure: str, words: Words) -> str:
    """The name of a measure as screens show it."""
    return words(f"measure.{measure}")


def cause_words(cause: Cause, words: Words) -> str:
    """A cause as it stands in a why-line."""
    return words(f"cause.{cause_id(cause)}")


def cause_id(cause: Cause) -> str:
    """The id of a cause in words and notes."""
    return cause.name.lower()


def question_of(light: Light, scenario: Scenario, words: Words) -> str:
    """The question that stands where a light is not lit: the scenario's, or the game's."""
    own = scenario.lights.get(light)
    return own.question if own and own.question else words(f"light.{light.value}.question")


def question_while_dark(view: View, light: Light, words: Words) -> str:
    """The same, for a view: nothing where the light is lit."""
    dark = view.lights[light] not in SEEN_AS_LIT
    return question_of(light, view.scenario, words) if dark else ""


def question_where_left(run: Run, seat: str, light: Light, words: Words) -> str:
    """The same, for a run looked back at: as where it was left; after its end nothing is covered any more."""
    return "" if run.finished else question_while_dark(run.view(seat), light, words)


def hours(half_hours: int, words: Words) -> str:
    """Half-hours as hours, without needless zeros: 6, 6.5."""
    return words.number(half_hours / 2)


def signed(amount: int, words: Words) -> str:
    """An amount with its sign, the minus as long as the plus."""
    sign = "+" if amount > 0 else "\u2212" if amount else ""
    return f"{sign}{words.number(abs(amount))}"
