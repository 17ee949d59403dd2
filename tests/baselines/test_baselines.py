"""The committed outcomes still come out, and a changed one has a raised model number and a line in the changelog."""

from __future__ import annotations

import re
from copy import deepcopy

import pytest

from game.sim.model import MODEL
from tests.baselines.__main__ import ADVICE
from tests.baselines.outcomes import BASELINES, FOLDER, Baseline, committed, differences, outcome
from tests.checkout import ROOT


@pytest.mark.parametrize(
    "one", BASELINES, ids=lambda one: f"{one.scenario}-{one.strategy}-{one.seed}"
)
def test_the_committed_outcome_still_comes_out(one: Baseline) -> None:
    assert differences(committed(one), outcome(one)) == [], ADVICE


def test_every_committed_outcome_was_made_by_this_model() -> None:
    assert {committed(one)["model"] for one in BASELINES} == {MODEL}
    assert sorted(FOLDER.glob("*.json")) == sorted(one.path for one in BASELINES)


def test_each_model_after_the_first_has_a_results_line_in_the_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^- \*\*Results\*\*", text, flags=re.MULTILINE)) >= MODEL - 1


def test_a_difference_is_noticed_and_named() -> None:
    kept = committed(BASELINES[0])
    other = deepcopy(kept)
    runner = next(iter(other["runners"]))
    other["runners"][runner]["sales"] += 1
    other["digest"] = "0"
    sales = kept["runners"][runner]["sales"]
    assert differences(kept, other) == [f"{runner} sales: {sales} -> {sales + 1}", "digest"]
