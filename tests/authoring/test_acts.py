"""Acts that do something are let through, however little they say."""

from __future__ import annotations

import pytest

from game.authoring.load import examine_text
from tests.authoring.mistakes import SMALL

ACT = "{act: delete, place: natter}"


@pytest.mark.parametrize(
    "act",
    [
        "{act: set, care: thorough}",
        "{act: set, care: brief, target: reply}",
        "{act: set, voice: 0}",
        "{act: set, automation: none}",
        "{act: set, source: create, target: reply}",
        "{act: delegate}",
        "{act: introduce}",
    ],
)
def test_an_act_that_does_something_is_no_problem(act: str) -> None:
    assert examine_text(SMALL.replace(ACT, act, 1)).problems == []
