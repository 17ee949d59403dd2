"""A game at the table: predictions among the notes, saving after each decision."""

from __future__ import annotations

from game.play.game_session import Game, Prediction
from game.sim.decision import Decision
from game.sim.lever import Lever
from game.sim.plan import HalfHours
from game.sim.run import Run
from tests.play.table import new_game


def test_a_prediction_is_kept_among_the_notes_and_changes_nothing() -> None:
    played, quiet = new_game(), new_game()
    said = Prediction(0, "followers", "rise", 65, 0, "posts")
    played.predict(said)
    assert played.predictions == (said,)
    for session in (played, quiet):
        session.answer(Decision())
        session.run.finish()
    assert played.run.digest == quiet.run.digest


def test_the_last_thing_said_of_a_season_counts() -> None:
    session = new_game()
    session.predict(Prediction(0, "followers", "rise", 65, 0))
    session.predict(Prediction(0, "followers", "fall", 90, 0, "time"))
    assert session.prediction_of(0) == Prediction(0, "followers", "fall", 90, 0, "time")
    assert session.prediction_of(1) is None


def test_it_is_saved_after_each_decision_and_goes_on_where_it_cannot_be() -> None:
    saved: list[int] = []

    def save(run: Run) -> None:
        saved.append(run.now)
        if len(saved) > 1:
            raise OSError(28, "No space left on device")

    session = Game(new_game().run, save=save)
    session.answer(Decision())
    assert session.save_problem == ""
    request = session.run.advance()
    assert request is not None
    session.answer(request.default)
    assert session.save_problem == "No space left on device"
    assert len(saved) == 2


def test_a_correction_takes_effect_at_the_next_six_o_clock() -> None:
    session = new_game()
    session.answer(Decision())
    session.run.advance(until=3 * 86_400)
    before = session.view.plan.hours_of(Lever.REPLY)
    at = session.correct([HalfHours(Lever.SHOP, Lever.REPLY, 2)])
    assert at % 86_400 == 6 * 3_600
    while session.run.now < at + 3_600 and (request := session.run.advance(until=at + 3_600)):
        session.answer(request.default)
    assert session.view.plan.hours_of(Lever.REPLY) == before + 2
