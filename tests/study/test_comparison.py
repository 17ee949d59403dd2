"""Comparisons: each strategy under the same luck, the same numbers for any number of workers."""

from __future__ import annotations

import csv
import errno
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from game.sim.gait import Gait
from game.sim.outcome import Outcome
from game.strategies.runs import simulate
from game.study import plot
from game.study.comparison import MEASURES, Comparison, compare
from game.study.plot import MissingExtraError
from game.study.replication import Replication
from tests.sim.playing import a_town

NAMES = ("tortoise", "hare(claims=3)", "shouter")
NOTHING = Outcome(
    name="you", strategy="x", followers=0, strangers=0, knows=0, likes=0, trusts=0, customers=0, advocates=0, lapsed=0,
    hostile=0, sales=0, yardstick=0, unanswered=0, median_reply_hours=0.0, setbacks=0, energy=0,
    gait=Gait(tempo=0.0, depth=0.0, steadiness=0.0, responsiveness=0.0),
)  # fmt: skip


@cache
def the_comparison() -> Comparison:
    """Three strategies under six lucks of a small town."""
    return compare(a_town(seasons=1), NAMES, replications=6, seed=40, workers=1)


def made_up(**sales: list[int]) -> Comparison:
    """A comparison with these sales by strategy and luck; nothing was simulated."""
    replications = tuple(
        Replication(name, number, number, "", replace(NOTHING, sales=sold), (0,), (sold,))
        for name, line in sales.items()
        for number, sold in enumerate(line)
    )
    return Comparison("made-up", 0, 1, tuple(sales), replications)


def test_each_strategy_is_seated_under_each_luck() -> None:
    comparison = the_comparison()
    assert comparison.strategies == NAMES
    assert comparison.count == 6
    for name in NAMES:
        assert [one.seed for one in comparison.of(name)] == [40, 41, 42, 43, 44, 45]


def test_a_replication_is_the_run_that_anybody_can_make() -> None:
    (one,) = (one for one in the_comparison().of("hare(claims=3)") if one.seed == 42)
    run = simulate(a_town(seasons=1), {"you": "hare(claims=3)"}, seed=42)
    assert one.digest == run.digest
    assert one.outcome == run.outcome("you")
    assert list(one.followers) == run.timeline("you", "followers")
    assert one.sales[-1] == run.outcome("you").sales


def test_the_numbers_are_the_same_for_any_number_of_workers() -> None:
    assert compare(a_town(seasons=1), NAMES, replications=6, seed=40, workers=2) == the_comparison()


def test_a_luck_is_won_by_the_most_and_a_tie_is_shared() -> None:
    comparison = made_up(one=[5, 5, 1, 0], two=[3, 5, 2, 0], three=[0, 0, 2, 0])
    wins = comparison.wins("sales")
    assert wins == pytest.approx({"one": (1 + 1 / 2 + 1 / 3) / 4, "two": (1 / 2 + 1 / 2 + 1 / 3) / 4,
                                  "three": (1 / 2 + 1 / 3) / 4})  # fmt: skip


@pytest.mark.parametrize("measure", MEASURES)
def test_shares_of_wins_add_up(measure: str) -> None:
    assert sum(the_comparison().wins(measure).values()) == pytest.approx(1)


def test_a_difference_is_paired_by_luck() -> None:
    difference = made_up(one=[101, 1, 51], two=[100, 0, 50]).difference("one", "two", "sales")
    assert (difference.mean, difference.low, difference.high) == (1, 1, 1)
    assert made_up(one=[4, 8], two=[2, 2]).difference("two", "one", "sales").mean == -4


def test_relationships_and_gait_can_be_compared_too() -> None:
    one = the_comparison().of("tortoise")[0]
    assert one.value("relationships") == sum(
        (one.outcome.likes, one.outcome.trusts, one.outcome.customers, one.outcome.advocates)
    )
    assert one.value("tempo") == one.outcome.gait.tempo


@pytest.mark.parametrize(
    ("strategies", "replications", "says"),
    [
        (["tortoise", "hair"], 2, "Did you mean hare"),
        (["tortoise", "tortoise()"], 2, "twice"),
        ([], 2, "at least one strategy"),
        (["hare"], 0, "replications is 0; it must be a whole number from 1 to 100,000"),
        (["hare(speed=3)"], 1, "speed"),
    ],
)
def test_what_cannot_be_compared_is_said(
    strategies: list[str], replications: int, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        compare(a_town(), strategies, replications=replications)


def test_an_unknown_name_is_met_with_the_nearest() -> None:
    with pytest.raises(ValueError, match="Did you mean `tortoise`"):
        the_comparison().of("tortose")
    with pytest.raises(ValueError, match="Did you mean `followers`"):
        the_comparison().wins("folowers")


def test_the_table_names_every_strategy_with_its_share_and_means() -> None:
    comparison = made_up(one=[500, 500], two=[300, 300])
    lines = comparison.table().splitlines()
    assert lines[0] == "made-up, 1 weeks, 2 lucks from seed 0"
    (won, mean) = (line.split() for line in lines if line.startswith("one"))
    assert won == ["one", "50%", "100%", "50%", "50%"]
    assert mean[:5] == ["one", "0", "±0", "500", "±0"]


def test_json_says_the_same_as_the_methods() -> None:
    comparison = the_comparison()
    told = json.loads(json.dumps(comparison.as_json(), allow_nan=False))
    assert [one["strategy"] for one in told["strategies"]] == list(NAMES)
    mean = comparison.mean("tortoise", "followers")
    assert told["strategies"][0]["means"]["followers"]["mean"] == pytest.approx(mean.mean, abs=1e-4)
    (between,) = (
        one
        for one in told["differences"]
        if (one["first"], one["second"], one["measure"]) == ("tortoise", "shouter", "sales")
    )
    difference = comparison.difference("tortoise", "shouter", "sales")
    assert between["low"] == pytest.approx(difference.low, abs=1e-4)


def test_a_single_luck_has_no_bounds_in_json() -> None:
    told = json.dumps(made_up(one=[3], two=[4]).as_json(), allow_nan=False)
    assert '"low": null' in told


def test_a_spreadsheet_has_one_row_a_run(tmp_path: Path) -> None:
    comparison = the_comparison()
    comparison.to_csv(tmp_path / "runs.csv")
    with (tmp_path / "runs.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 18
    assert len({(row["strategy"], row["replication"]) for row in rows}) == 18
    for row, one in zip(rows, comparison.replications, strict=True):
        assert_row(row, one)


def assert_row(row: Mapping[str, str], one: Replication) -> None:
    """A row says what its replication is."""
    assert (row["strategy"], int(row["seed"]), row["digest"]) == (
        one.strategy,
        one.seed,
        one.digest,
    )
    for measure in ("followers", "sales", "yardstick", "energy"):
        assert int(row[measure]) == one.value(measure)
    assert float(row["gait_tempo"]) == one.value("tempo")


def test_a_picture_shows_each_strategy_by_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[object] = []
    monkeypatch.setattr(plot, "save", lambda figure, path: kept.append(figure))
    the_comparison().plot(tmp_path / "runs.png")
    (figure,) = kept
    for panel, line in zip(figure.axes, ("followers", "sales"), strict=True):  # type: ignore[attr-defined]
        drawn = {one.get_label(): one for one in panel.get_lines() if one.get_label() in NAMES}
        assert set(drawn) == set(NAMES)
        ends = sorted(getattr(one, line)[-1] for one in the_comparison().of("tortoise"))
        assert drawn["tortoise"].get_ydata()[-1] == (ends[2] + ends[3]) / 2


@pytest.mark.parametrize(
    ("kind", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")]
)
def test_a_picture_is_of_the_kind_that_its_name_says(
    tmp_path: Path, kind: str, start: bytes
) -> None:
    made_up(one=[3, 4], two=[4, 6]).plot(tmp_path / f"runs.{kind}")
    assert (tmp_path / f"runs.{kind}").read_bytes().startswith(start)


def test_a_picture_of_an_unknown_kind_is_refused_before_anything_is_drawn(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"runs.xls: a picture ends in .png"):
        made_up(one=[3]).plot(tmp_path / "runs.xls")


def test_without_matplotlib_one_sentence_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "matplotlib.figure", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'the-long-race\[study\]'"):
        made_up(one=[3]).plot(tmp_path / "runs.png")


def test_a_full_disk_leaves_the_old_spreadsheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    made_up(one=[3]).to_csv(tmp_path / "runs.csv")
    before = (tmp_path / "runs.csv").read_bytes()
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        made_up(one=[4]).to_csv(tmp_path / "runs.csv")
    assert (tmp_path / "runs.csv").read_bytes() == before
