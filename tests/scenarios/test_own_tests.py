"""The tests that stand inside the scenarios that ship (`tests:`), run as `longrace test` runs them.

They take minutes, and run with `python -m tests --full`.
"""

from __future__ import annotations

import pytest

from game.authoring.load import load_scenario, shipped_scenarios
from game.study.scenario_tests import report, run_tests


@pytest.mark.full
@pytest.mark.parametrize("name", shipped_scenarios())
def test_what_a_scenario_says_of_itself_is_so(name: str) -> None:
    scenario = load_scenario(name)
    verdicts = run_tests(scenario, workers=1)
    assert all(one.holds for one in verdicts), report(scenario, verdicts)
