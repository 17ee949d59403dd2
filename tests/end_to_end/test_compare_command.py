"""What `longrace compare` prints and keeps, and that it ends with whoever started it."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from tests.command import SHORT, SMALL, fine

ENDLESS = [
    sys.executable, "-m", "game", "compare", SMALL, "--strategies", "hare", "--replications", "5000",
]  # fmt: skip
"""A comparison that takes longer than any test."""


def test_compare_prints_who_won_how_often() -> None:
    told = fine(
        "compare",
        SMALL,
        "--strategies",
        "tortoise,hare(voice=0, claims=3)",
        "--replications",
        "3",
        *SHORT,
    )
    lines = told.splitlines()
    assert lines[0] == "tea-shop, 14 weeks, 3 lucks from seed 0"
    assert [line.split("  ")[0] for line in lines if line.startswith(("tortoise", "hare"))] == [
        "tortoise", "hare(voice=0, claims=3)", "tortoise", "hare(voice=0, claims=3)",
    ]  # fmt: skip


def test_compare_keeps_rows_and_a_picture_and_prints_json(tmp_path: Path) -> None:
    words = ("--strategies", "tortoise,hare", "--replications", "5", "--seed", "3", *SHORT)
    files = ("--csv", "runs.csv", "--plot", "runs.png", "--workers", "2")
    told = json.loads(fine("compare", SMALL, *words, *files, "--json", folder=tmp_path))
    assert [one["strategy"] for one in told["strategies"]] == ["tortoise", "hare"]
    with (tmp_path / "runs.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["seed"]) for row in rows] == [3, 3, 4, 4, 5, 5, 6, 6, 7, 7]
    for one in told["strategies"]:
        sales = [int(row["sales"]) for row in rows if row["strategy"] == one["strategy"]]
        assert one["means"]["sales"]["mean"] == pytest.approx(sum(sales) / 5)
    assert (tmp_path / "runs.png").read_bytes().startswith(b"\x89PNG")
    alone = fine("compare", SMALL, *words, "--workers", "1", "--json")
    assert json.loads(alone) == told


def heed_interrupts() -> None:
    """In a child: an interrupt counts, even where whoever started the tests had it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_a_comparison_can_be_interrupted_without_a_traceback() -> None:
    with subprocess.Popen(
        ENDLESS,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=heed_interrupts,  # noqa: PLW1509 - this process has no other threads
    ) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=6)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of its processes
        _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in said


@pytest.mark.skipif(sys.platform != "linux", reason="reads the table of processes")
def test_workers_do_not_outlive_a_comparison_that_was_killed() -> None:
    with subprocess.Popen(ENDLESS, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        children = wait_until(lambda: workers_of(process.pid), "no worker was started")
        process.kill()
    wait_until(lambda: not any(is_alive(child) for child in children), "workers are still there")


T = TypeVar("T")


def wait_until(found: Callable[[], T], complaint: str) -> T:
    """What *found* gives, as soon as it gives something."""
    for _ in range(300):
        if result := found():
            return result
        time.sleep(0.1)
    raise AssertionError(complaint)


def workers_of(process: int) -> list[int]:
    """The children of a process that are no mere tracker of its resources."""
    found = []
    for one in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((one / "stat").read_text().rpartition(")")[2].split()[1])
            words = (one / "cmdline").read_text()
        except OSError:
            continue  # it has ended meanwhile
        if parent == process and "spawn_main" in words:
            found.append(int(one.name))
    return found


def is_alive(process: int) -> bool:
    """Whether a process exists and has not ended."""
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False
