"""Endings as a scenario declares them: the game's in other words, or its own, which say when they are told."""

from __future__ import annotations

from typing import Any

import pytest

from game.sim.condition import compile_condition
from game.sim.ending import Ending, EndingWords, vocabulary_at_end
from game.sim.limits import BadInputError
from game.sim.vocabulary import ConditionError
from tests.builders import a_scenario

OWN: dict[str, Any] = {
    "id": "key",
    "when": ("trusts >= 4",),
    "title": "The key",
    "text": "They have one too.",
}


def test_one_of_its_own_says_when_it_is_told_and_what() -> None:
    assert EndingWords(**OWN).is_own
    for key in ("when", "title", "text"):
        with pytest.raises(BadInputError, match=f"one of your own, so it needs `{key}`"):
            EndingWords(**{name: value for name, value in OWN.items() if name != key})


def test_one_of_the_games_is_decided_by_what_happened() -> None:
    assert not EndingWords(id="room", last="Somebody washes up.").is_own
    for key, value in (("when", ("trusts >= 4",)), ("like", Ending.HOME)):
        with pytest.raises(BadInputError, match="one of the game's"):
            EndingWords.model_validate({"id": "room", "last": "x", key: value})
    with pytest.raises(BadInputError, match="no words for it"):
        EndingWords(id="room")


def test_a_scenario_has_each_ending_once() -> None:
    one = EndingWords(**OWN)
    with pytest.raises(BadInputError, match="the id key is given twice"):
        a_scenario(endings=(one, one))


def test_a_condition_may_name_rivals_and_endings_that_there_are() -> None:
    scenario = a_scenario()
    terms = vocabulary_at_end(scenario)
    rivals = [one.id for one in scenario.runners if one.id != scenario.seat]
    assert rivals
    compile_condition(f"won or ahead_of({rivals[0]}) and came_to(room)", terms)
    for wrong in (f"ahead_of({scenario.seat})", "came_to(kettle)"):
        with pytest.raises(ConditionError, match="There is no"):
            compile_condition(wrong, terms)
