"""The endings that the scenarios of the shelf word: each is told of a run that was really played.

What is true of all endings stands in `test_endings.py` and `test_written_endings.py` of `tests/play`.
"""

from __future__ import annotations

import pytest

from game.authoring.load import load_scenario, shipped_scenarios
from game.authoring.words import languages, load_words
from game.play.game_session import Game
from game.play.presenters.account import account
from game.strategies.runs import simulate

PLAYED = {
    ("corner-bakery", "bucket_moves"): ("tortoise", 1),
    ("corner-bakery", "hm"): ("tortoise", 2),
    ("corner-bakery", "queue"): ("connector", 2),
    ("first-steps", "one_packet"): ("tortoise", 2),
    ("first-steps", "hoof"): ("tortoise", 1),
    ("first-steps", "button"): ("hare", 1),
    ("first-steps", "queue"): ("hare", 2),
    ("honest-soap", "side_door"): ("connector", 2),
    ("honest-soap", "found_out"): ("hare", 1),
    ("the-invited", "otherwise"): ("connector", 1),
    ("the-invited", "good_evening"): ("hare", 1),
    ("the-polite-machine", "line_nine_thousand"): ("hare", 1),
    ("the-polite-machine", "duck"): ("connector", 1),
}
"""By whom, and under which luck, a scenario comes to each ending that it words."""


def test_every_ending_that_a_scenario_words_is_looked_at_here() -> None:
    worded = {(id, one.id) for id in shipped_scenarios() for one in load_scenario(id).endings}
    assert worded == set(PLAYED)


@pytest.mark.slow
@pytest.mark.parametrize(("scenario", "id"), PLAYED)
def test_it_is_told_of_a_run_that_was_played(scenario: str, id: str) -> None:
    strategy, luck = PLAYED[scenario, id]
    town = load_scenario(scenario)
    run = simulate(town, {town.seat: strategy}, seed=luck)
    written = next(one for one in town.endings if one.id == id)
    for language in languages():
        words = load_words(language)
        told = account(Game(run, seat=town.seat), words).ending
        assert told.id == id
        assert told.title == (written.title or words(f"ending.story.{id}.title"))
        assert told.lines[-1].text == written.last
