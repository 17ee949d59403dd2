"""The file of a run: what stands in it, and what is said about one that cannot be read.

Playing a file again is tested in `tests/study/test_replaying.py`.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game import __version__
from game.sim.model import MODEL
from game.sim.run import Run
from game.sim.runfile import RunFileError, read
from game.strategies.runs import Run as NamedRun
from tests.sim.playing import a_run, moments, played

CHOICES = [1, 4, 0, 7, 3, 2]


@cache
def the_run() -> NamedRun:
    """A run that was played, with notes; no test changes it."""
    run = a_run()
    for number, _ in enumerate(moments(run, CHOICES)):
        if number % 30 == 0:
            run.note("you", {"kind": "reason", "words": "weil's so ißt, and so on"})
    return run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of the run."""
    the_run().save(tmp_path / "table-4.run")
    return tmp_path / "table-4.run"


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file, line by line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_head_says_all_that_a_run_begins_with(path: Path) -> None:
    run, head = the_run(), lines(path)[0]
    assert head["format"] == "long-race-run/1"
    assert (head["version"], head["model"]) == (__version__, MODEL)
    assert (head["scenario"], head["rules"]) == (run.scenario.id, run.scenario.rules_hash)
    assert head["text"] == run.scenario.text
    assert head["luck"] == [[0, 3]]
    assert (head["weeks"], head["seat"], head["people"]) == (26, "you", ["you"])
    assert head["strategies"] == {"rival": {"name": "shouter", "parameters": {}}}


def test_every_decision_that_was_not_the_default_has_a_line_in_the_order_of_the_days(
    path: Path,
) -> None:
    told = [line for line in lines(path) if "decision" in line]
    assert [line["request"] for line in told] == [entry.request for entry in the_run().entries]
    assert {line["runner"] for line in told} == {"you", "rival"}
    assert {line["by"] for line in told} == {"person", "shouter"}
    days = [line["day"] for line in lines(path)[1:-1] if "day" in line and "note" not in line]
    assert days == sorted(days)


def test_a_plan_stands_beside_the_moves_that_made_it(path: Path) -> None:
    told = [line for line in lines(path) if line.get("decision", {}).get("moves")]
    assert told
    for line in told:
        assert sum(line["plan"]["half_hours"].values()) == 100


def test_each_season_has_its_digest_and_measures(path: Path) -> None:
    run = the_run()
    seasons = [line for line in lines(path) if "season" in line]
    assert [line["digest"] for line in seasons] == run.world.digests
    assert [line["measures"]["you"]["followers"] for line in seasons] == [
        run.timeline("you", "followers")[week] for week in (12, 25)
    ]


def test_the_last_line_says_how_far_the_run_went(path: Path) -> None:
    run = the_run()
    assert lines(path)[-1] == {"reached": run.now, "answered": run.answered, "digest": run.digest}


def test_reading_gives_back_what_was_decided(path: Path) -> None:
    file, run = read(path), the_run()
    bare = tuple(entry._replace(plan=None) for entry in run.entries)
    assert file.playable.entries == bare
    assert file.playable.corrections == tuple(run.corrections)
    assert (file.playable.answered, file.playable.reached) == (run.answered, run.now)
    assert [line["note"] for line in file.notes] == [
        {"kind": "reason", "words": "weil's so ißt, and so on"} for _ in run.notes
    ]
    assert run.notes


def test_a_file_of_another_model_can_be_read_but_not_played(path: Path) -> None:
    change_head(path, model=MODEL + 1, version="9.9")
    file = read(path)
    assert len(file.decisions) == len(the_run().entries)
    assert len(file.seasons) == 2
    with pytest.raises(
        RunFileError, match=f"model {MODEL + 1} .*version 9.9.* here is model {MODEL}"
    ):
        _ = file.playable


def test_a_decision_of_another_model_need_not_be_understood(path: Path) -> None:
    change_head(path, model=MODEL + 1)
    text = path.read_text(encoding="utf-8").replace('"move": "half_hours"', '"move": "hire_a_band"')
    path.write_text(text, encoding="utf-8")
    assert '"hire_a_band"' in json.dumps(read(path).decisions)


def change_head(path: Path, **fields: Any) -> None:
    """Write a file's head again with other *fields*; None takes a field away."""
    head, rest = path.read_text(encoding="utf-8").split("\n", 1)
    changed = {
        key: value for key, value in {**json.loads(head), **fields}.items() if value is not None
    }
    path.write_text(f"{json.dumps(changed)}\n{rest}", encoding="utf-8")


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        (
            {"format": "long-race-run/2"},
            ":1: The format 'long-race-run/2' is not known.* newer version",
        ),
        ({"format": "long-race/1"}, ":1: The format 'long-race/1' is not known.* long-race-run/1"),
        ({"format": None}, ":1: The format None is not known"),
        ({"luck": []}, ":1: `luck` is missing here or is not"),
        ({"luck": [[0, "x"]]}, r":1: `luck\.0\.1` is missing here or is not"),
        ({"runners": [3]}, r":1: `runners\.0` is missing here or is not"),
        ({"text": None}, ":1: `text` is missing"),
        ({"weeks": True}, ":1: `weeks` is missing here or is not"),
    ],
)
def test_a_head_that_cannot_be_read_is_said_to_be_so(
    path: Path, fields: dict[str, Any], says: str
) -> None:
    change_head(path, **fields)
    with pytest.raises(RunFileError, match=says):
        read(path)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "The file is empty"),
        (b"hello\n", ":1: This is no file of a run"),
        (b"[1, 2]\n", ":1: This line is no JSON object"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", ":1: This is no text"),
        (b"[" * 100_000, ":1: This is no file of a run"),
    ],
)
def test_another_file_is_not_taken_for_a_run(tmp_path: Path, content: bytes, says: str) -> None:
    other = tmp_path / "other.run"
    other.write_bytes(content)
    with pytest.raises(RunFileError, match=says):
        read(other)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("garbage", "This line is no JSON"),
        ('{"day": 3}', "none that a run's file has"),
        (
            '{"day": 3, "runner": "you", "request": "you/card/x/3", "decision": 1, "by": "p"}',
            "`decision`",
        ),
        (
            '{"day": 3, "runner": "you", "request": "x", "decision": {"moves": [{"move": "fly"}]}, "by": "p"}',
            "no move that the game knows",
        ),
        ('{"reached": 1, "answered": 1, "digest": ""}', "lines after the last one"),
    ],
)
def test_a_damaged_line_is_named_with_its_number(path: Path, line: str, says: str) -> None:
    kept = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*kept[:5], line, *kept[5:]]) + "\n", encoding="utf-8")
    with pytest.raises(RunFileError, match=rf"table-4.run:[67]: .*{says}"):
        read(path)


@given(share=st.floats(0, 1, exclude_max=True))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_that_breaks_off_anywhere_is_noticed(path: Path, share: float) -> None:
    whole = path.read_bytes()
    cut = path.with_name("cut.run")
    cut.write_bytes(whole[: int((len(whole) - 2) * share)])
    with pytest.raises(RunFileError, match=r"damaged|breaks off|empty|no file of a run"):
        read(cut)


def test_a_run_can_be_saved_at_any_moment(tmp_path: Path) -> None:
    for number, run in enumerate(moments(a_run(), CHOICES)):
        if number % 9 == 0:
            run.save(tmp_path / "now.run")
            assert read(tmp_path / "now.run").playable == bare(run)


def bare(run: Run) -> Any:
    """The history of *run* without the plans beside its moves, which a file keeps for its readers only."""
    from dataclasses import replace

    entries = tuple(entry._replace(plan=None) for entry in run.history.entries)
    return replace(run.history, entries=entries)


def test_saving_changes_nothing(tmp_path: Path) -> None:
    run = a_run()
    for _ in moments(run, CHOICES):
        run.save(tmp_path / "now.run")
    assert run.digest == played(a_run(), CHOICES).digest
