"""Bad input to studies: numbers, names and changed parameters are refused in a sentence before anything is run."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

from game.sim.limits import BadInputError
from game.sim.parameter import Parameters
from game.study import comparison, workers
from game.study.calibration import calibrated
from game.study.comparison import compare
from game.study.fitting import fit
from game.study.observables import named, observable, observe
from tests.builders import a_scenario

NO_COUNTS = (0, -1, 1.5, math.nan, math.inf, True, "3", 10**9)
K4 = ["p_cascade_none"]


@pytest.fixture(autouse=True)
def _nothing_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_: object, **__: object) -> None:
        raise AssertionError("Something was run.")

    for module in (observable, comparison):
        monkeypatch.setattr(module, "spread", run)


DOORS: dict[str, Callable[..., object]] = {
    "compare": lambda **given: compare(a_scenario(), ["hare"], **given),
    "observe": lambda **given: observe(K4, **given),
    "calibrated": lambda **given: calibrated(["K4"], **given),
    "fit": lambda **given: fit(["K4"], **given),
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("count", NO_COUNTS)
def test_no_number_of_lucks_is_one_sentence(door: str, count: Any) -> None:
    with pytest.raises(BadInputError, match=r"^replications is .*from 1 to 100,000 \(lucks\)\.$"):
        DOORS[door](replications=count)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("seed", [-1, 0.5, None, True])
def test_no_luck_is_one_sentence(door: str, seed: Any) -> None:
    with pytest.raises(BadInputError, match=r"^seed is .*\(the luck\)\.$"):
        DOORS[door](seed=seed)


@pytest.mark.parametrize("weeks", [0, 5200, math.nan])
def test_no_horizon_is_one_sentence(weeks: Any) -> None:
    with pytest.raises(BadInputError, match=r"^weeks is .*from 1 to 1,040 \(weeks"):
        compare(a_scenario(), ["hare"], weeks=weeks)


@pytest.mark.parametrize("count", [0, -2, 2.5, True])
def test_no_number_of_workers_is_one_sentence(count: Any) -> None:
    with pytest.raises(BadInputError, match=r"^workers is .*\(processes\)\.$"):
        workers.spread(lambda shared, task: task, None, [1, 2], count)


def test_parameters_changed_past_their_declaration_are_not_measured() -> None:
    inbox = Parameters().inbox.model_copy(update={"reply_minutes": math.nan})
    changed = Parameters().model_copy(update={"inbox": inbox})
    with pytest.raises(BadInputError, match=r"^inbox.reply_minutes is nan; .* \(minutes\)\.$"):
        observe(K4, parameters=changed)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: observe(["p_cascade_non"]), "Did you mean `p_cascade_none`"),
        (lambda: calibrated(["K4", "K99"]), "No target is called K99"),
        (lambda: fit([]), "A fit needs facts"),
        (lambda: fit(["K4"], budget=0), "budget is 0; .*evaluations"),
        (lambda: fit(["P1"]), "No parameter is declared free for P1"),
        (lambda: fit(["K4"], free=["content"]), "There is no parameter content"),
        (lambda: fit(["K4"], free=["content.shar"]), "Did you mean `content.share`"),
        (lambda: fit(["S1"], begin={"inbox.quick_minutes": 9}), "is not free in this fit"),
        (lambda: fit(["S1"], begin={"inbox.defect": math.nan}), "inbox.defect is nan; .*chance"),
        (lambda: fit(["S1"], begin={"inbox.defect": 2}), "inbox.defect is 2(.0)?; .*from 0 to 1"),
        (lambda: fit(["K4"], free=["inbox.working"]), "inbox.working is false at first"),
    ],
)
def test_an_unknown_name_is_said_with_what_there_is(call: Callable[[], object], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        call()


def test_one_name_without_a_list_is_that_observable() -> None:
    assert [one.id for one in named("p_cascade_none")] == ["p_cascade_none"]
