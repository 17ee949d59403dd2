"""What `longrace run` prints and keeps, and `longrace replay` plays again."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from game.authoring import load_scenario
from game.strategies.runs import simulate
from tests.checkout import ROOT
from tests.command import SHORT, SMALL, fine, longrace, refused


def test_run_prints_the_outcome_as_json() -> None:
    told = json.loads(fine("run", SMALL, "--seed", "7", "--strategy", "hare", *SHORT, "--json"))
    assert list(told) == ["scenario", "seed", "weeks", "digest", "runners"]
    assert (told["scenario"], told["seed"], told["weeks"]) == ("tea-shop", 7, 14)
    assert list(told["runners"][0]) == [
        "name", "strategy", "followers", "strangers", "knows", "likes", "trusts", "customers", "advocates", "lapsed",
        "hostile", "sales", "yardstick", "unanswered", "median_reply_hours", "setbacks", "energy", "gait",
    ]  # fmt: skip
    assert list(told["runners"][0]["gait"]) == ["tempo", "depth", "steadiness", "responsiveness"]
    run = simulate(load_scenario(SMALL), {"you": "hare"}, seed=7, weeks=14)
    assert told["digest"] == run.digest
    assert told["runners"] == [run.outcome(one.id).as_json() for one in run.scenario.runners]


def test_run_prints_a_table_for_people() -> None:
    lines = fine("run", SMALL, *SHORT).splitlines()
    assert lines[0].startswith("The Tea Shop: 14 weeks, seed 0, digest ")
    assert lines[2].split() == ["you", "harry"]
    assert any(line.startswith("median reply hours") for line in lines)


def test_a_scenario_is_named_by_its_id_or_its_path() -> None:
    shipped = ROOT / "scenarios" / "corner-bakery.yaml"
    by_id, by_path = (fine("run", name, "--weeks", "1") for name in ("corner-bakery", str(shipped)))
    assert by_id == by_path


@pytest.mark.parametrize(
    ("words", "players"),
    [
        (["--strategy", "hare"], {"you": "hare"}),
        (
            ["--strategy", "you=hare", "--strategy", "harry=adaptive"],
            {"you": "hare", "harry": "adaptive"},
        ),
        (["--strategy", "hare(voice=0, claims=3)"], {"you": "hare(voice=0, claims=3)"}),
        (["--strategy", "harry=hare(claims=3)"], {"harry": "hare(claims=3)"}),
    ],
)
def test_strategies_are_given_to_the_seat_or_to_a_runner(
    words: list[str], players: dict[str, str]
) -> None:
    told = json.loads(fine("run", SMALL, "--weeks", "1", "--json", *words))
    assert players.items() <= {one["name"]: one["strategy"] for one in told["runners"]}.items()


# replay


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The file of a run that `longrace run --record` kept."""
    fine("run", SMALL, "--seed", "7", *SHORT, "--record", "table-4.run", folder=tmp_path)
    return tmp_path / "table-4.run"


def test_a_recorded_run_replays_to_the_same_table(kept: Path) -> None:
    assert fine("replay", str(kept)) == fine("run", SMALL, "--seed", "7", *SHORT)


def test_verify_says_yes_or_no(kept: Path) -> None:
    assert "comes out as the file says" in fine("replay", str(kept), "--verify")
    *rest, last = kept.read_text(encoding="utf-8").splitlines()
    changed = json.dumps({**json.loads(last), "digest": "0" * 64})
    kept.write_text("\n".join([*rest, changed]) + "\n", encoding="utf-8")
    assert "goes another way" in refused("replay", str(kept), "--verify", code=1)
    assert "goes another way" in refused("replay", str(kept), code=2)


def test_a_file_of_another_model_is_told_but_not_verified(kept: Path) -> None:
    text = kept.read_text(encoding="utf-8")
    kept.write_text(text.replace('"model": ', '"model": 9', 1), encoding="utf-8")
    done = longrace("replay", str(kept))
    assert done.returncode == 0
    assert "told here, not played again" in done.stderr
    assert "season 1" in done.stdout
    assert "install that version" in refused("replay", str(kept), "--verify")


def test_a_file_that_breaks_off_is_refused(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[:-30])
    assert "table-4.run:" in refused("replay", str(kept))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a disk that is always full")
def test_on_a_full_disk_the_outcome_is_still_printed() -> None:
    done = longrace("run", SMALL, *SHORT, "--record", "/dev/full")
    assert done.returncode == 2
    assert done.stderr == "/dev/full: No space left on device.\n"
    assert done.stdout.startswith("The Tea Shop")
