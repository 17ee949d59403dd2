"""What the busiest table costs at 1920 x 1080: frames, a whole re-layout, memory; as one JSON line.

Frames are those while weeks pass, and those that answer a key. Run by `python -m tests.benchmarks.table`; the bars
stand in `tests/play/test_speed.py`. Times are CPU time of this process without what the simulation takes, so that
others on the machine disturb them less than they do a clock.
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
FRAMES = 1_200
SEASONS = 9
KEYS = {
    "pause": ("p", "p"), "almanac_opened": ("f1",), "almanac_closed": ("escape",), "hours_changed": ("+", "ctrl+z"),
}  # fmt: skip
"""What is pressed at the end, some times over; the hours are those of the lever that has the focus."""


def milliseconds(act: Callable[[], object]) -> float:
    """The CPU time of something."""
    started = time.process_time()
    act()
    return (time.process_time() - started) * 1e3


class Watched:
    """A table whose frames are timed without what the simulation takes, by what they show."""

    def __init__(self, pilot: Pilot, table: TableScreen) -> None:
        self.pilot = pilot
        self.table = table
        self.spent: list[float] = []
        self.opened: dict[str, list[float]] = {"card": [], "reveal": []}
        self.pressed: dict[str, list[float]] = {}
        self._simulated = 0.0
        advance = table.game.advance

        def timed(until: int) -> object:
            began = time.process_time()
            try:
                return advance(until)
            finally:
                self._simulated += (time.process_time() - began) * 1e3

        table.game.advance = timed  # type: ignore[method-assign, assignment]

    def cost(self, act: Callable[[], object]) -> float:
        """What something costs beside the simulation."""
        self._simulated = 0.0
        return milliseconds(act) - self._simulated

    def press(self, name: str, key: str) -> None:
        """Press a key and let its frame be drawn."""
        self.pressed.setdefault(name, []).append(self.cost(lambda: self.pilot.press(key)))

    def run(self, frames: int) -> None:
        """Let weeks pass at normal speed; whatever is asked is answered."""
        pilot = self.pilot
        while len(self.spent) < frames:
            if pilot.shows("card"):
                self.press("card_answered", "1")
            elif pilot.shows("reveal"):
                self.press("reveal_read", "return")
            elif not self.table.is_running:
                self.press("season_started", "return")
            else:
                pilot.clock.advance(FRAME)
                self.spent.append(self.cost(pilot.app.frame))
                for dialog, costs in self.opened.items():
                    if pilot.shows(dialog):
                        costs.append(self.spent[-1])

    def try_keys(self, times: int = 8) -> None:
        """Press what a person presses beside what is asked."""
        scene = self.pilot.app.scene
        self.pilot.press("p")
        for _ in range(times):
            for name, keys in KEYS.items():
                if name == "hours_changed":
                    scene.focus_on(scene.find("lever.listen"))
                for key in keys:
                    self.press(name, key)


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
        watched = Watched(pilot, table)
        watched.run(FRAMES)
        watched.try_keys()
        spent = watched.spent
        asked = {f"{name}_opened": costs for name, costs in watched.opened.items()}
        warm, cold = layouts(pilot, table)
        surface = pilot.app.window.get_surface()
        copy = surface.copy()
        blits = [milliseconds(lambda: surface.blit(copy, (0, 0))) for _ in range(100)]
        return {
            "guests": len(table.shot.room.guests),
            "median": median(spent),
            "p95": quantiles(spent, n=100)[94],
            "p99": quantiles(spent, n=100)[98],
            "longest": max(spent),
            **{name: median(of) for name, of in {**asked, **watched.pressed}.items() if of},
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
