"""One side of a comparison, measured in a process of its own: `python -m tests.benchmarks.sides NAME ...`.

Each prints one number: CPU seconds, or what its docstring says. What is loaded and compiled first is not counted.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from copy import deepcopy
from ctypes import CDLL
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from game.authoring import load_scenario
from game.sim.clock import WEEK
from game.sim.column import FEW
from game.strategies.runs import Run, simulate
from tests.benchmarks.yardsticks import bare_loop, luck, scene

BAKERY, SEED = "corner-bakery", 7
M_MMAP_THRESHOLD = -3  # of <malloc.h>


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds that *work* takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def engine(people: int, weeks: int) -> float:
    """The scene in the engine, from its first second to its last."""
    scene.engine_run(500, 3, 1).finish()
    if (
        people * scene.RUNNERS > FEW
    ):  # large worlds are kept in other columns, to be compiled for first
        scene.engine_run(FEW // scene.RUNNERS + 1, 1, 1).finish()
    return seconds(scene.engine_run(people, weeks, 1).finish)


def mesa(people: int, weeks: int) -> float:
    """The scene in Mesa."""
    return _yardstick("mesa_audience", people, weeks)


def simpy(people: int, weeks: int) -> float:
    """The scene in SimPy with a process a person."""
    return _yardstick("simpy_audience", people, weeks)


def _yardstick(name: str, people: int, weeks: int) -> float:
    simulate_scene = import_module(f"tests.benchmarks.yardsticks.{name}").simulate
    scene.schedule(people, weeks)
    return seconds(lambda: simulate_scene(people, weeks, 1))


def over_bare_loop(people: int, weeks: int) -> float:
    """The engine's time over that of its kernels in a bare loop, in the same process."""
    run = scene.engine_run(people, weeks, 1)
    start, calls = deepcopy(run.world.relations), bare_loop.record(run)
    kernels = scene.engine_run(500, 3, 1).finish().world.kernels
    run.finish()
    loop = seconds(bare_loop.ready(calls, kernels, start))
    return engine(people, weeks) / loop


def replay() -> float:
    """A finished game of the bakery, played again."""
    scenario = load_scenario(BAKERY)
    simulate(scenario, {scenario.seat: "adaptive"}, seed=SEED, weeks=6)
    run = simulate(scenario, {scenario.seat: "adaptive"}, seed=SEED)
    history, again = run.history, []
    taken = seconds(lambda: again.append(run.twin(history=history).retrace()))
    assert again[0].digest == run.digest
    return taken


def rewind() -> float:
    """The same from its latest checkpoint, which was taken when its last season was over."""
    return _from_checkpoint(0)


def rewind_a_season() -> float:
    """The same from the checkpoint before: its last season is played again."""
    return _from_checkpoint(1)


def _from_checkpoint(back: int) -> float:
    scenario = load_scenario(BAKERY)
    run = Run(
        scenario, SEED, strategies={scenario.seat: "adaptive"}, keep_checkpoints=True
    ).finish()
    checkpoint = run.checkpoints[max(run.checkpoints) - back]
    again: list[Run] = []
    taken = seconds(lambda: again.append(run.restart(checkpoint).retrace()))
    assert again[0].digest == run.digest
    return taken


def import_mesa() -> float:
    """What the yardstick takes to be imported."""
    return seconds(lambda: import_module("mesa"))


def memory(people: int) -> float:
    """Bytes for each relation that the bakery with so many people adds to the process, at most, in five weeks.

    A process before this one lets the kernels be compiled and kept on disk; then a smaller world, kept in the same
    columns, is simulated here and given back: what is loaded and compiled is not counted. Large arrays go back to the
    system one by one, always: else it depends on the sizes met so far, and the same world takes 5 bytes more or less.
    """
    CDLL(None).mallopt(M_MMAP_THRESHOLD, 1 << 17)
    before_this_one = get_context("spawn").Process(target=_five_weeks, args=(people,))
    before_this_one.start()
    before_this_one.join()
    assert before_this_one.exitcode == 0
    runners = len(load_scenario(BAKERY).runners)
    _five_weeks(FEW // runners + 1)
    gc.collect()
    CDLL(None).malloc_trim(0)  # or else the larger world would use again what was freed
    before = resident("VmRSS")
    _five_weeks(people)
    return (resident("VmHWM") - before) / (people * runners)


def _five_weeks(people: int) -> None:
    scenario = load_scenario(BAKERY)
    market = scenario.market.model_copy(update={"people": people})
    larger = scenario.model_copy(update={"market": market})
    Run(larger, 1, strategies={scenario.seat: "adaptive"}).advance(5 * WEEK)


def resident(name: str) -> int:
    """How much memory this process takes (*name* is VmRSS) or took at most (VmHWM), in bytes. Only Linux tells."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(name):
            return int(line.split()[1]) * 1024
    raise RuntimeError("This system does not tell how much memory a process takes.")


def variance_cut_in_the_vignette(pairs: int) -> float:
    """How many times common random numbers cut the variance of a small change."""
    return luck.of_a_small_change(pairs)


def variance_cut_in_the_bakery(pairs: int, weeks: int) -> float:
    """The same for tortoise against hare."""
    return luck.of_tortoise_against_hare(load_scenario(BAKERY), pairs, weeks)


if __name__ == "__main__":
    sys.stdout.write(f"{globals()[sys.argv[1]](*map(int, sys.argv[2:]))}\n")
