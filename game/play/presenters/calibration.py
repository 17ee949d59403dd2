"""The player's guesses of a whole run: how many came true, and whether being sure meant being right.

One guess at a season's end is judged next door in `prediction.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.authoring.words import Words
from game.play.game_session import SURENESS, Prediction
from game.play.presenters.prediction import Verdict, says_words, verdict
from game.play.presenters.wording import measure_name, season_name
from game.sim.clock import SEASONS_PER_YEAR, WEEK, WEEKS_PER_SEASON
from game.sim.run import Run
from game.sim.scenario import Scenario

FEW = 4
"""Fewer guesses than this say nothing about how well somebody knows what they know."""

MARGIN = 0.15
"""Being right this much more or less often than one said is more than a word's worth."""

FIRM = 65
"""From this per cent on, somebody said more than that it was a guess."""


@dataclass(frozen=True)
class Sureness:
    """All guesses made with one degree of sureness (per cent), and how many of them came true."""

    id: str
    percent: int
    right: int
    count: int


@dataclass(frozen=True)
class GuessLine:
    """One guess in a sentence, and whether it came true."""

    text: str
    is_right: bool


@dataclass(frozen=True)
class Guesses:
    """All guesses of a run: hits by sureness, one sentence about them, and each of them."""

    right: int
    count: int
    by_sureness: tuple[Sureness, ...]
    verdict: str
    lines: tuple[GuessLine, ...]


def guesses(run: Run, seat: str, predictions: Sequence[Prediction], words: Words) -> Guesses:
    """Judge every guess whose season is over."""
    judged = [(one, _judge(run, seat, one)) for one in predictions if _end(one) <= run.now // WEEK]
    levels = tuple(_level(name, percent, judged) for name, percent in SURENESS.items())
    right = sum(how.is_right for _, how in judged)
    return Guesses(
        right,
        len(judged),
        levels,
        words(f"ending.guesses.{calibration(judged)}"),
        tuple(
            GuessLine(_sentence(one, how, run.scenario, words), how.is_right) for one, how in judged
        ),
    )


def calibration(judged: Sequence[tuple[Prediction, Verdict]]) -> str:
    """Whether one was surer than right, less sure than right, or about as right as one said; or too few to tell.

    Lucky guesses do not make up for what one was surer of than one had reason to be.
    """
    if len(judged) < FEW:
        return "few"
    firm = [one for one in judged if one[0].percent >= FIRM]
    if _lead(judged) > MARGIN or (len(firm) >= FEW and _lead(firm) > MARGIN):
        return "too_sure"
    return "too_shy" if _lead(judged) < -MARGIN else "fair"


def _lead(judged: Sequence[tuple[Prediction, Verdict]]) -> float:
    """How far what was said is ahead of what came true, as a share of all guesses."""
    said = sum(one.percent for one, _ in judged) / 100
    came = sum(how.is_right for _, how in judged)
    return (said - came) / len(judged)


def _end(prediction: Prediction) -> int:
    return (prediction.season + 1) * WEEKS_PER_SEASON


def _judge(run: Run, seat: str, prediction: Prediction) -> Verdict:
    first, last = prediction.season * WEEKS_PER_SEASON, _end(prediction)
    end = run.timeline(seat, prediction.measure)[last - 1]
    return verdict(prediction, end, run.why(seat, prediction.measure, first, last))


def _level(name: str, percent: int, judged: Sequence[tuple[Prediction, Verdict]]) -> Sureness:
    own = [how.is_right for one, how in judged if one.percent == percent]
    return Sureness(name, percent, sum(own), len(own))


def _sentence(one: Prediction, how: Verdict, scenario: Scenario, words: Words) -> str:
    return words(
        "ending.guesses.list",
        year=one.season // SEASONS_PER_YEAR + 1,
        season=season_name(one.season, scenario, words),
        name=measure_name(one.measure, words),
        says=says_words(one.says, words).lower(),
        start=words.number(how.start),
        end=words.number(how.end),
    )
