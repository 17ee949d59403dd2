"""Workers: independent runs on all cores, with the same results however many there are.

What a run of a study is, is in `replication.py`. Nothing here knows what a run means.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from game.sim.limits import WORKERS, whole_within

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

CHUNK = 8  # tasks that a worker is given at once; what is fewer is not worth a worker's start
LOOK_AFTER = 1.0  # seconds without a result after which it is looked whether any worker is left
MOST_DEATHS = 3  # pools that may die, one after the other, without having done anything


class WorkersDiedError(RuntimeError):
    """Worker processes ended again and again before any had finished its share."""

    def __init__(self) -> None:
        super().__init__(
            "The worker processes end before they have done anything. If this is a script of yours, put what it does "
            "below `if __name__ == '__main__':`, since each worker reads it again; if memory is short, take fewer "
            "workers; `workers=1` does without them."
        )


def usable_workers() -> int:
    """How many processes this machine lets us use at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(
    work: Callable[[S, T], R],
    shared: S,
    tasks: Sequence[T],
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    *,
    keep: Callable[[int, R], None] | None = None,
    at_once: int = CHUNK,
) -> list[R]:
    """`work(shared, task)` for each task, in the order of *tasks*, by as many processes as *workers* says.

    Without *workers*, all cores are used where that pays. What a dead worker owed is done again by another.
    *progress* is told how many are done of how many; *keep*, each result with its task's number as it comes: whoever
    is interrupted has those. A worker is given *at_once* tasks. Raises what *work* raises, or `WorkersDiedError`.
    """
    if workers is not None:
        whole_within("workers", workers, WORKERS)
    chunks = [
        range(start, min(start + at_once, len(tasks))) for start in range(0, len(tasks), at_once)
    ]
    told = progress or (lambda done, total: None)
    if workers == 1 or len(chunks) <= 1:
        return list(_here(work, shared, tasks, told, keep))
    if _is_a_worker():
        raise WorkersDiedError  # one that reads the script again must not start workers of its own
    done: dict[range, list[R]] = {}
    deaths = 0
    while owed := [chunk for chunk in chunks if chunk not in done]:
        before = len(done)
        try:
            for chunk, results in _pool(work, shared, tasks, owed, workers or usable_workers()):
                done[chunk] = results
                if keep:
                    for number, result in zip(chunk, results, strict=True):
                        keep(number, result)
                told(sum(len(one) for one in done), len(tasks))
        except BrokenProcessPool:
            deaths = deaths + 1 if len(done) == before else 0
            if deaths == MOST_DEATHS:
                raise WorkersDiedError from None
    return [result for chunk in chunks for result in done[chunk]]


def _here(
    work: Callable[[S, T], R],
    shared: S,
    tasks: Sequence[T],
    told: Callable[[int, int], None],
    keep: Callable[[int, R], None] | None,
) -> Iterator[R]:
    for number, task in enumerate(tasks):
        result = work(shared, task)
        if keep:
            keep(number, result)
        yield result
        told(number + 1, len(tasks))


def _pool(
    work: Callable[[S, T], R], shared: S, tasks: Sequence[T], owed: list[range], workers: int
) -> Iterator[tuple[range, list[R]]]:
    """Results by chunk, as they come. Raises `BrokenProcessPool` when a worker dies."""
    others = set(multiprocessing.active_children())
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(min(workers, len(owed)), mp_context=spawn, initializer=_be_a_worker)
    try:
        waiting: dict[Future[list[R]], range] = {
            pool.submit(_chunk, work, shared, [tasks[number] for number in chunk]): chunk
            for chunk in owed
        }
        while waiting:
            finished, _ = wait(waiting, LOOK_AFTER, FIRST_COMPLETED)
            if not finished and not set(multiprocessing.active_children()) - others:
                # A worker that dies while tasks are handed out can take the pool's own thread with it.
                raise BrokenProcessPool
            for future in finished:
                yield waiting.pop(future), future.result()
    except BaseException:
        # Interrupted, failed or broken: nobody waits for what the others are still at, and none outlives this.
        for child in set(multiprocessing.active_children()) - others:
            child.terminate()
            child.join()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _is_a_worker() -> bool:
    """Whether this process was started by another: a parent is known to it only once it has read its script."""
    name = multiprocessing.current_process().name
    return name != "MainProcess" or multiprocessing.parent_process() is not None


def _be_a_worker() -> None:
    """Leave an interruption at the terminal to the process that started this one, and end when that one is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _chunk(work: Callable[[S, T], R], shared: S, tasks: list[T]) -> list[R]:
    return [work(shared, task) for task in tasks]
