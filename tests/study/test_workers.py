"""Workers: every task done once, in order, however many there are and whatever becomes of them."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from game.study.workers import CHUNK, WorkersDiedError, spread
from tests.checkout import ROOT


def doubled(shared: int, task: int) -> int:
    """The work of these tests, where all goes well."""
    return shared + 2 * task


def dies_once(folder: str, task: int) -> int:
    """Ends its process the first time that task 13 is tried."""
    mark = Path(folder) / "died"
    if task == 13 and not mark.exists():
        mark.touch()
        os._exit(1)
    return task


def dies(_: None, task: int) -> int:
    """Ends its process always."""
    os._exit(1)


def stumbles(_: None, task: int) -> int:
    """Cannot do task 9."""
    if task == 9:
        raise ArithmeticError("nine")
    return task


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_tasks(workers: int) -> None:
    told: list[tuple[int, int]] = []
    results = spread(doubled, 100, range(40), workers, lambda *done: told.append(done))
    assert results == [100 + 2 * task for task in range(40)]
    assert told[-1] == (40, 40)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_few_tasks_are_done_here_without_any_worker() -> None:
    seen: list[int] = []

    def only_here(_: None, task: int) -> int:
        seen.append(task)  # a function in a function cannot be sent to a worker
        return task

    assert spread(only_here, None, range(CHUNK), 4) == list(range(CHUNK))
    assert seen == list(range(CHUNK))


def test_what_a_dead_worker_owed_is_done_by_another(tmp_path: Path) -> None:
    assert spread(dies_once, str(tmp_path), range(30), 2) == list(range(30))
    assert (tmp_path / "died").exists()


def test_workers_that_only_die_are_given_up_with_a_sentence() -> None:
    with pytest.raises(WorkersDiedError, match="__main__"):
        spread(dies, None, range(20), 2)


def test_a_task_that_the_pool_has_lost_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    hand_out = ProcessPoolExecutor.submit

    def lose_the_first(pool: ProcessPoolExecutor, *work: Any) -> Future[Any]:
        first = not pool._pending_work_items and not pool._processes
        handed: Future[Any] = hand_out(pool, *work)
        return Future() if first else handed

    monkeypatch.setattr(ProcessPoolExecutor, "submit", lose_the_first)
    with pytest.raises(WorkersDiedError, match="__main__"):
        spread(dies, None, range(20), 2)


def test_a_task_that_fails_fails_the_whole() -> None:
    with pytest.raises(ArithmeticError, match="nine"):
        spread(stumbles, None, range(20), 2)


def test_a_script_without_a_guard_is_told_what_to_do(tmp_path: Path) -> None:
    script = tmp_path / "study.py"
    script.write_text(
        "from game.study.workers import spread\n"
        "from tests.study.test_workers import doubled\n"
        "print(sum(spread(doubled, 0, range(20), 2)))\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1
    assert "if __name__ == '__main__':" in done.stderr.splitlines()[-1]
    assert done.stdout == ""


@pytest.mark.parametrize("workers", [1, 2])
def test_each_result_is_handed_over_as_it_comes(workers: int) -> None:
    kept: dict[int, int] = {}
    heard: list[str] = []

    def keep(number: int, result: int) -> None:
        kept[number] = result
        heard.append("kept")

    results = spread(
        doubled,
        100,
        range(12),
        workers,
        keep=keep,
        progress=lambda *_: heard.append("told"),
        at_once=1,
    )
    assert [kept[number] for number in range(12)] == results
    assert heard == ["kept", "told"] * 12
