"""What the busiest table costs at 1920 x 1080: frames while weeks pass, a whole re-layout, memory; as one JSON line.

Run by `python -m tests.benchmarks.table`; the bars stand in `tests/play/test_speed.py`. Times are CPU time of this
process without what the simulation takes, so that others on the machine disturb them little.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from game.play.pilot import FRAME, Pilot, piloted
from game.play.screens.journey import Journey
from game.play.screens.table import TableScreen
from tests.benchmarks.sides import resident
from tests.play.table import lit, new_game

FULL_HD = (1920, 1080)
FRAMES = 600
SEASONS = 9


def milliseconds(act: Callable[[], object]) -> float:
    """The CPU time of something."""
    started = time.process_time()
    act()
    return (time.process_time() - started) * 1e3


def frames(pilot: Pilot, table: TableScreen) -> list[float]:
    """The cost of frames at normal speed, every light lit, without the simulation's share."""
    simulated = [0.0]
    advance = table.game.advance

    def timed(until: int) -> object:
        began = time.process_time()
        try:
            return advance(until)
        finally:
            simulated[0] += (time.process_time() - began) * 1e3

    table.game.advance = timed  # type: ignore[method-assign, assignment]
    spent: list[float] = []
    while len(spent) < FRAMES:
        if pilot.shows("card"):
            pilot.press("1")
        elif pilot.shows("reveal") or not table.is_running:
            pilot.press("return")
        else:
            pilot.clock.advance(FRAME)
            simulated[0] = 0.0
            spent.append(milliseconds(pilot.app.frame) - simulated[0])
    return spent


def layouts(pilot: Pilot, table: TableScreen) -> tuple[float, float]:
    """The whole table built and laid out anew: with measures of its texts at hand, and in a size never seen."""
    app = pilot.app
    warm = [milliseconds(table.refresh) for _ in range(20)]
    cold = []
    for step in range(10):
        text_size = 1.0 + (step + 1) / 1000
        changed = app.settings.model_copy(update={"text_size": text_size})
        app.change_settings(changed)
        cold.append(milliseconds(table.refresh))
    return median(warm), median(cold)


def measured(folder: Path) -> dict[str, float]:
    """Every figure, in milliseconds and megabytes; *ratio* is the median frame over a copy of the whole picture."""
    journey = Journey(folder / "saves")
    table = journey.table(lit(new_game(seasons=SEASONS)))
    assert isinstance(table, TableScreen)
    with piloted(table, home=folder, size=FULL_HD) as pilot:
        spent = frames(pilot, table)
        warm, cold = layouts(pilot, table)
        surface = pilot.app.window.get_surface()
        copy = surface.copy()
        blits = [milliseconds(lambda: surface.blit(copy, (0, 0))) for _ in range(100)]
        guests = len(table.shot.room.guests)
    return {
        "guests": guests,
        "median": median(spent),
        "p95": quantiles(spent, n=100)[94],
        "p99": quantiles(spent, n=100)[98],
        "longest": max(spent),
        "layout": warm,
        "layout_in_a_new_size": cold,
        "blit": median(blits),
        "ratio": median(spent) / median(blits),
        "megabytes": resident("VmHWM") / 2**20,
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        figures = {name: round(value, 2) for name, value in measured(Path(home)).items()}
        sys.stdout.write(json.dumps(figures) + "\n")
