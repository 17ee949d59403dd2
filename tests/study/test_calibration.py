"""Calibration: who meets a target, how sure that is, and how far off counts; the fit finds what was hidden."""

from __future__ import annotations

import math

import pytest

from game.sim.parameter import Parameters
from game.study import fitting
from game.study.calibration import Row, Target, judge, missed_by, targets
from game.study.calibration_report import lines_of
from game.study.fitting import BUDGET, FREE, changed, fit, start_of, stepped
from game.study.observables import OBSERVABLES, Observation
from tests.checkout import ROOT

BAND = Target("X1", "something", (0.2, 0.6), "A", "")
SIGN = Target("X2", "something", None, "sign", "")


def seen(value: float, low: float, high: float, n: int = 10) -> Observation:
    return Observation("something", value, low, high, n, "share")


@pytest.mark.parametrize(
    ("target", "value", "off"),
    [
        (BAND, 0.2, 0.0),
        (BAND, 0.6, 0.0),
        (BAND, 0.8, 0.5),
        (BAND, 0.0, 0.5),
        (SIGN, 0.95, 0.0),
        (SIGN, 0.45, 0.5),
        (SIGN, 0.0, 0.95),
        (BAND, math.nan, 1.0),
        (SIGN, math.nan, 1.0),
    ],
)
def test_a_miss_counts_in_widths_of_the_band_and_a_sign_in_shares(
    target: Target, value: float, off: float
) -> None:
    assert missed_by(target, value) == pytest.approx(off)


@pytest.mark.parametrize(
    ("target", "observation", "verdict"),
    [
        (BAND, seen(0.4, 0.3, 0.5), "pass"),
        (BAND, seen(0.4, 0.1, 0.7), "pass, unsure"),
        (BAND, seen(0.7, 0.65, 0.75), "fail"),
        (BAND, seen(0.7, 0.5, 0.9), "fail, unsure"),
        (BAND, seen(math.nan, math.nan, math.nan, 0), "fail, unsure"),
        (BAND, None, "fail"),
        (SIGN, seen(1.0, 0.72, 1.0), "pass, unsure"),
        (SIGN, seen(1.0, 0.96, 1.0, 80), "pass"),
        (SIGN, seen(0.5, 0.2, 0.8), "fail"),
    ],
)
def test_the_mean_decides_and_the_interval_says_how_sure_that_is(
    target: Target, observation: Observation | None, verdict: str
) -> None:
    (line,) = lines_of([judge(target, observation)])
    assert line[-1] == verdict


def test_a_curve_meets_no_band() -> None:
    curve = Observation("something", [0.4], [0.3], [0.5], 10, "share")
    assert judge(BAND, curve) == Row(BAND, curve, met=False)
    assert not any(
        OBSERVABLES[one.observable].kind == "curve"
        for one in targets()
        if one.observable in OBSERVABLES
    )


def test_a_fit_finds_what_was_hidden_and_pays_alike_for_double_and_half(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pulls = []

    def far(parameters: Parameters, facts: object, pulled: float, *_: object) -> float:
        pulls.append((parameters.inbox.defect / Parameters().inbox.defect, pulled))
        return abs(math.log(parameters.inbox.defect / 0.5)) + 1e-9

    monkeypatch.setattr(fitting, "loss", far)
    done = fit(["S1"], budget=60)
    assert done.values["inbox.defect"] == pytest.approx(0.5, rel=0.04)
    assert done.after < done.before
    assert done.evaluations <= 60
    for ratio, pulled in pulls:
        assert pulled == pytest.approx(math.log2(ratio) ** 2)


def test_a_fit_begins_where_it_is_told_and_pulls_there(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def near(parameters: Parameters, facts: object, pulled: float, *_: object) -> float:
        tried.append((parameters.inbox.quick_minutes, pulled))
        return abs(math.log(parameters.inbox.quick_minutes / 31)) + 1e-9

    monkeypatch.setattr(fitting, "loss", near)
    done = fit(["S2"], free=["inbox.quick_minutes"], begin={"inbox.quick_minutes": 60}, budget=60)
    assert tried[0] == (60.0, 0.0)
    assert done.values["inbox.quick_minutes"] == pytest.approx(31, rel=0.02)
    assert any(value != round(value) for value, _ in tried)


def test_the_report_says_of_every_fact_that_was_fitted_what_was_moved() -> None:
    text = (ROOT / "docs" / "calibration.md").read_text(encoding="utf-8").partition("<!--")[0]
    for facts, ids in FREE.items():
        assert f"| {', '.join(facts)} | {', '.join(f'`{id}`' for id in ids)} |" in text
    assert f"{BUDGET} evaluations" in text


def test_a_whole_number_is_moved_by_whole_steps() -> None:
    start = start_of("hazards.spread_days")
    up = stepped(start, 1.25)
    assert isinstance(up, int)
    made = changed(Parameters(), {"hazards.spread_days": up})
    assert made is not None
    assert made.hazards.spread_days == up > start


def test_values_that_cannot_be_are_not_tried() -> None:
    assert changed(Parameters(), {"inbox.defect": 1.5}) is None
    assert changed(Parameters(), {"ladder.trust": 0.99}) is None
