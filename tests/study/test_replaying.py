"""A run out of its file is the run itself, and goes on from where it stopped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.authoring import load_scenario
from game.sim.clock import DAY, WEEK
from game.sim.decision import Decision, Request
from game.sim.lever import Lever
from game.sim.plan import HalfHours
from game.sim.run import Run
from game.sim.runfile import RunFileError
from game.sim.strategy import Strategy
from game.strategies.runs import simulate
from game.study.replaying import ReplayDiffersError, foreign, open_run, read_run, replay
from game.study.story import story
from tests.checkout import ROOT
from tests.sim.playing import a_run, a_town, answer, moments, played

CHOICES = [2, 5, 1, 0, 8, 3]
SMALL = ROOT / "tests" / "authoring" / "small.yaml"


@dataclass(frozen=True)
class Homemade(Strategy):
    """A strategy that does not ship: it posts more each season."""

    name: ClassVar[str] = "homemade"

    def decide(self, request: Request) -> Decision:
        """Two half-hours more for posts with each plan."""
        if request.kind != "plan":
            return request.default
        return Decision(moves=(HalfHours(Lever.SHOP, Lever.CREATE, 2),))


@given(seed=st.integers(0, 9999), choices=st.lists(st.integers(0, 60), min_size=2, max_size=9))
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_replayed_run_equals_the_run(tmp_path: Path, seed: int, choices: list[int]) -> None:
    run = played(a_run(seed), choices)
    run.save(tmp_path / "a.run")
    again = replay(tmp_path / "a.run")
    assert again.digest == run.digest
    assert again.entries == run.entries
    assert [again.outcome(one) for one in ("you", "rival")] == [
        run.outcome(one) for one in ("you", "rival")
    ]
    again.save(tmp_path / "b.run")
    assert (tmp_path / "b.run").read_bytes() == (tmp_path / "a.run").read_bytes()


def test_a_scenario_from_yaml_is_read_back_from_the_file_of_its_run(tmp_path: Path) -> None:
    run = simulate(load_scenario(SMALL), {"you": "hare(claims=3)"}, seed=4)
    run.save(tmp_path / "a.run")
    again = replay(tmp_path / "a.run")
    assert again.outcome("you") == run.outcome("you")
    assert again.outcome("you").strategy == "hare(claims=3)"
    assert again.scenario == run.scenario


def test_notes_come_back(tmp_path: Path) -> None:
    run = a_run()
    run.note("you", {"kind": "goal", "words": "not to be forgotten"})
    run.save(tmp_path / "a.run")
    assert replay(tmp_path / "a.run").notes == run.notes


def test_a_run_goes_on_where_its_file_stops(tmp_path: Path) -> None:
    whole, path = a_run(), tmp_path / "a.run"
    for number, _ in enumerate(moments(whole, CHOICES)):
        if number > 25 and whole.open_request is not None:
            whole.save(path)
            break
    assert whole.open_request is not None
    going_on = open_run(path)
    request = going_on.advance()
    assert request is not None
    assert request.id == whole.open_request.id
    for run in (whole, going_on):
        while request := run.advance():
            answer(run, request, 3)
    assert going_on.digest == whole.digest


def test_a_correction_that_was_asked_for_is_not_forgotten(tmp_path: Path) -> None:
    run = a_run()
    while request := run.advance(until=9 * DAY):
        run.decide(request.default)
    run.correct("you", [HalfHours(Lever.SHOP, Lever.CREATE, 5)])
    run.save(tmp_path / "a.run")
    again = open_run(tmp_path / "a.run")
    with pytest.raises(ValueError, match="One correction a week"):
        again.correct("you")
    assert again.finish().digest == run.finish().digest
    assert [one.by for one in again.entries if one.request == "you/week/day-9/9"] == ["person"]


def test_a_replay_stops_where_one_wants_to_look(tmp_path: Path) -> None:
    run = played(a_run(), CHOICES)
    run.save(tmp_path / "a.run")
    half = replay(tmp_path / "a.run", until=10 * WEEK)
    assert half.now <= 10 * WEEK
    assert half.timeline("you", "followers") == run.timeline("you", "followers")[:10]
    assert half.retrace().digest == run.digest


def test_a_fork_keeps_its_list_of_lucks_in_its_file(tmp_path: Path) -> None:
    fork = played(a_run(), CHOICES).fork(day=100, luck=77).finish()
    fork.save(tmp_path / "a.run")
    assert read_run(tmp_path / "a.run").luck.seeds == ((0, 3), (100, 77))
    assert replay(tmp_path / "a.run").digest == fork.digest


def test_the_moves_of_a_strategy_that_does_not_ship_are_replayed(tmp_path: Path) -> None:
    run = simulate(a_town(), {"rival": Homemade()}, seed=1)
    run.save(tmp_path / "a.run")
    assert foreign(read_run(tmp_path / "a.run")) == {"rival": "homemade"}
    again = replay(tmp_path / "a.run")
    assert again.digest == run.digest
    assert again.outcome("rival").strategy == "record"
    assert [one.by for one in again.entries if one.runner == "rival"] == ["homemade", "homemade"]


# what is wrong with a file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a run that was played to its end."""
    played(a_run(), CHOICES).save(tmp_path / "table-4.run")
    return tmp_path / "table-4.run"


def change(path: Path, kind: str, place: int, change: dict[str, Any]) -> None:
    """Change fields of one of the lines that have a key called *kind*."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    parts = [part for line in lines for part in (line, line.get("decision", {}))]
    [part for part in parts if kind in part][place].update(change)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def test_a_decision_changed_afterwards_is_noticed_with_its_season(path: Path) -> None:
    moves = [{"move": "half_hours", "from": "shop", "to": "create", "half_hours": 9}]
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    plans = [
        line for line in lines if "/plan/" in line.get("request", "") and line["runner"] == "you"
    ]
    place = [line for line in lines if "decision" in line].index(plans[-1])
    change(path, "decision", place, {"decision": {"moves": moves}})
    with pytest.raises(ReplayDiffersError, match=r"table-4.run: .* season 2 is the first"):
        replay(path)
    assert isinstance(replay(path, verify=False), Run)


@pytest.mark.parametrize(
    ("kind", "fields", "says"),
    [
        ("reached", {"digest": "0" * 64}, "the end differs"),
        ("reached", {"answered": 5}, "season 1 is the first|the end differs"),
        ("season", {"digest": "0" * 64}, "season 1 is the first"),
        ("option", {"option": "dance"}, "rival/goals/year-1/0: .*not dance"),
        ("decision", {"request": "you/card/none/3"}, "goes another way"),
    ],
)
def test_a_file_that_does_not_come_out_as_it_says_is_refused(
    path: Path, kind: str, fields: dict[str, Any], says: str
) -> None:
    change(path, kind, 0, fields)
    with pytest.raises(ReplayDiffersError, match=says):
        replay(path)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"rules": "0" * 64}, "its rules do not match"),
        ({"text": "format: long-race/1"}, "its rules do not match"),
        ({"text": "{}"}, "its rules do not match"),
        ({"strategies": {"rival": {"name": "fox", "parameters": {}}}}, "strategy of rival .*fox"),
        ({"strategies": {"rival": 3}}, "`strategies.rival` is missing here or is not"),
        ({"people": ["nobody"]}, "no runner nobody"),
        ({"model": 0}, "model 0"),
    ],
)
def test_a_head_that_does_not_fit_is_refused(path: Path, fields: dict[str, Any], says: str) -> None:
    change(path, "format", 0, fields)
    with pytest.raises(RunFileError, match=says) as refused:
        replay(path)
    assert str(path) in str(refused.value)


VALUES: tuple[Any, ...] = (None, True, -1, 10**30, 1.5, "", "x", "you", [], {}, [[]], {"a": 1})


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where something stands within a JSON value."""
    if path:
        yield path
    parts = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, part in parts:
        yield from places(part, (*path, key))


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_changed_in_a_file_it_replays_or_is_refused_with_a_sentence(
    path: Path, data: st.DataObject
) -> None:
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    line = data.draw(st.sampled_from(lines))
    *inside, last = data.draw(st.sampled_from(list(places(line))))
    holder = line
    for key in inside:
        holder = holder[key]
    holder[last] = data.draw(st.sampled_from(VALUES))
    changed = path.with_name("changed.run")
    changed.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    with suppress(RunFileError):
        replay(changed)
    with suppress(RunFileError):
        story(read_run(changed))


def test_reading_and_replaying_leave_the_file_alone(path: Path) -> None:
    before = path.read_bytes()
    replay(path)
    change(path, "reached", 0, {"digest": ""})
    damaged = path.read_bytes()
    with pytest.raises(RunFileError):
        replay(path)
    assert path.read_bytes() == damaged != before


def test_a_file_of_another_model_is_told_season_by_season(path: Path) -> None:
    change(path, "format", 0, {"model": 99})
    told = story(read_run(path))
    assert "season 1" in told
    assert "season 2" in told
    assert "followers" in told
    count = sum(1 for line in read_run(path).decisions if line["runner"] == "you")
    assert f"you {count}" in told
