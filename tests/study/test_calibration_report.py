"""The report of the calibration: it is of this model, has a row for everything, and its rows come out the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.study import calibration_report
from game.study.calibration import ENOUGH, share_met, targets
from game.study.calibration_report import Report, ReportError, make, read, rows_of, table, write
from game.study.document import put_between
from game.study.made_by import made_by
from game.study.observables import OBSERVABLES, Observation, observe
from tests.checkout import ROOT

DOCUMENT = ROOT / "docs" / "calibration.md"
AGAIN = "longrace calibrate --report docs/calibration.md"
#: What takes long by itself, or because of the years of a world that it shares: made anew in the full tests alone.
LONG_FILES = {"articles", "background", "burnout", "custom", "entry"}
LONG = (
    "median_bass", "median_age", "worst_one", "share_first_entrant", "share_late_entrant", "top5", "auc_",
    "lead_yield_inv", "skill_by", "long_run", "watcher", "share_firestorms", "share_firms", "rating_gain",
    "max_two_way",
)  # fmt: skip


def test_the_committed_report_is_of_this_model_and_stands_in_the_document() -> None:
    found, text = read(DOCUMENT), DOCUMENT.read_text(encoding="utf-8")
    assert found.digest == made_by(), f"The model has changed since it was measured: {AGAIN}"
    assert put_between(text, "calibration", table(found)) == text


def test_the_report_has_a_row_for_every_target_and_every_observable() -> None:
    found = read(DOCUMENT)
    assert [one.id for one in found.seen] == list(OBSERVABLES), f"Some were never measured: {AGAIN}"
    assert [row.target for row in rows_of(found)] == list(targets())
    assert all(row.seen is not None and row.seen.n >= 3 for row in rows_of(found))


def test_nine_in_ten_are_met_and_the_text_names_each_that_is_not() -> None:
    rows = rows_of(read(DOCUMENT))
    text = DOCUMENT.read_text(encoding="utf-8")
    explained = text.partition("<!--")[0] + text.rpartition("-->")[2]
    assert share_met(rows) >= ENOUGH
    for row in rows:
        assert row.met or f"`{row.target.observable}`" in explained


def _numbers(one: Observation) -> list[float]:
    parts = (one.value, one.low, one.high, float(one.n))
    return [number for part in parts for number in (part if isinstance(part, list) else [part])]


def _made_anew(rows: list[Observation]) -> None:
    again = observe([one.id for one in rows], seed=read(DOCUMENT).seed, workers=1)
    for row, one in zip(rows, again, strict=True):
        assert _numbers(one) == pytest.approx(_numbers(row), rel=1e-9, nan_ok=True), row.id


def _is_quick(row: Observation) -> bool:
    home = OBSERVABLES[row.id].measure.__module__.rpartition(".")[2]
    return home not in LONG_FILES and not row.id.startswith(LONG)


@pytest.mark.slow
def test_all_committed_rows_that_are_quick_come_out_the_same() -> None:
    quick = [row for row in read(DOCUMENT).seen if _is_quick(row)]
    assert len(quick) > len(OBSERVABLES) / 2
    _made_anew(quick)


@pytest.mark.full
def test_the_committed_rows_that_take_long_come_out_the_same() -> None:
    _made_anew([row for row in read(DOCUMENT).seen if not _is_quick(row)])


def _seen(id: str, value: float) -> Observation:
    return Observation(id, value, value, value, 3, "share")


def test_rows_made_anew_take_the_place_of_the_old_and_the_others_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = list(OBSERVABLES)[:3]
    document = tmp_path / "report.md"
    document.write_text("<!-- calibration: begin --><!-- calibration: end -->", encoding="utf-8")
    write(Report(made_by(), 1, 9, (_seen(first, 1.0), _seen(third, 3.0))), document)
    monkeypatch.setattr(
        calibration_report, "observe", lambda names, **_: [_seen(id, 2.0) for id in names]
    )
    made = make(1, only=[second, first], kept=read(document))
    assert [(one.id, one.value) for one in made.seen] == [(first, 2.0), (second, 2.0), (third, 3.0)]
    assert made.seconds >= 9


@pytest.mark.parametrize(("digest", "seed"), [("another", 1), ("", 2)])
def test_rows_of_another_model_or_luck_are_not_kept(digest: str, seed: int) -> None:
    kept = Report(digest or made_by(), seed, 9, ())
    with pytest.raises(ReportError, match=r"make the whole of it anew\.$"):
        make(1, only=["K4"], kept=kept)


@pytest.mark.parametrize("text", [None, "", "{}", "nonsense"])
def test_a_report_that_is_missing_or_damaged_is_said(text: str | None, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "calibration.json").write_text(text, encoding="utf-8")
    with pytest.raises(ReportError, match="there is no report whose other rows could be kept"):
        read(tmp_path / "report.md")
