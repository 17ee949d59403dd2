"""Guesses judged: how sure somebody was, beside how often it came so."""

from __future__ import annotations

import pytest

import game
from game.authoring.words import load_words
from game.play.game_session import Prediction
from game.play.presenters import calibration
from game.play.presenters.prediction import Verdict
from game.sim.run import Run
from tests.play.journeys import LUCK, small_bakery

WORDS = load_words()


def guessed(run: Run, *made: tuple[str, int]) -> calibration.Guesses:
    """Guesses at the followers of the first seasons: where to, and how surely."""
    line = run.timeline("you", "followers")
    predictions = [
        Prediction(season, "followers", says, percent, line[season * 13])  # type: ignore[arg-type]
        for season, (says, percent) in enumerate(made)
    ]
    return calibration.guesses(run, "you", predictions, WORDS)


def test_guesses_are_counted_by_how_sure_they_were(run: Run) -> None:
    found = guessed(run, ("rise", 40), ("fall", 90), ("rise", 90))
    assert found.count == 3
    assert [(one.percent, one.count) for one in found.by_sureness] == [(40, 1), (65, 0), (90, 2)]
    assert found.right == sum(line.is_right for line in found.lines)
    assert found.verdict == WORDS("ending.guesses.few")


def test_whoever_was_sure_and_wrong_is_told_so(run: Run) -> None:
    found = guessed(run, *[("fall", 90)] * 4)
    assert found.right == 0
    assert found.verdict == WORDS("ending.guesses.too_sure")


@pytest.mark.parametrize(
    ("guesses", "says"),
    [
        ([(40, True), (65, False)], "few"),
        ([(90, True)] * 4, "fair"),
        ([(65, True), (65, True), (65, False), (65, True)], "fair"),
        ([(40, True)] * 6, "too_shy"),
        ([(90, False)] * 4, "too_sure"),
        ([(40, True)] * 8 + [(65, False)] * 4, "too_sure"),
    ],
)
def test_calibration_is_not_made_good_by_lucky_guesses(
    guesses: list[tuple[int, bool]], says: str
) -> None:
    judged = [
        (Prediction(0, "followers", "rise", percent, 0), Verdict("rise", 0, 9, right, None, None))
        for percent, right in guesses
    ]
    assert calibration.calibration(judged) == says
    assert f"ending.guesses.{says}" in WORDS


def test_a_guess_about_a_season_that_is_not_over_is_not_judged() -> None:
    young = game.Run(small_bakery(), LUCK, people=["you"])
    while young.now < 3 * 7 * 86_400 and (request := young.advance(until=3 * 7 * 86_400)):
        young.decide(request.default)
    assert (
        calibration.guesses(young, "you", [Prediction(0, "followers", "rise", 40, 0)], WORDS).count
        == 0
    )
