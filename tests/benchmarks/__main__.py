"""`python -m tests.benchmarks`: measure all that docs/performance.md tells, side by side, and write its table.

Each side runs in a process of its own; in a round they take turns, so that a busy machine slows all of them. A ratio
is taken within a round, and the median of the rounds is written down. Sides are in `sides.py`.
"""

from __future__ import annotations

import argparse
import datetime
import math
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from game.sim.kernels.choice import VARIABLE
from tests.checkout import ROOT

PAGE = ROOT / "docs" / "performance.md"
BEGINS, ENDS = "<!-- measured: begin -->", "<!-- measured: end -->"
PEOPLE = 10_000


@dataclass(frozen=True)
class Line:
    """One line of the table: what, the bar and the aim, which way is better, and how a round measures it."""

    what: str
    bar: float | None
    aim: float | None
    at_least: bool
    measure: Callable[[Round], float]
    rounds: bool = True  # measured in each round; else once: not a time


class Round:
    """One round: each side is measured once, when it is first asked for."""

    def __init__(self, weeks: int) -> None:
        self.weeks = weeks
        self._known: dict[tuple[object, ...], float] = {}

    def side(self, name: str, *words: int, kernels: str = "reference") -> float:
        """What the side called *name* measures."""
        key = (name, words, kernels)
        if key not in self._known:
            self._known[key] = measured(name, *words, kernels=kernels)
        return self._known[key]

    def faster_than(self, yardstick: str, kernels: str) -> float:
        """How many times faster the engine simulates the scene than a yardstick."""
        size = PEOPLE, self.weeks
        return self.side(yardstick, *size) / self.side("engine", *size, kernels=kernels)

    def imports(self, name: str, kernels: str = "reference") -> float:
        """The time of a side in imports of Mesa."""
        return self.side(name, kernels=kernels) / self.side("import_mesa")

    def exponent(self, kernels: str) -> float:
        """How time grows from 10,000 to a million relations: the exponent of their number."""
        few, many = (self.side("engine", people, 4, kernels=kernels) for people in (2_500, 250_000))
        return math.log(many / few) / math.log(100)


def measured(name: str, *words: int, kernels: str = "reference") -> float:
    """The number that a side prints, in a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), VARIABLE: kernels}
    command = [sys.executable, "-m", "tests.benchmarks.sides", name, *map(str, words)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=ROOT, env=environment
    )
    return float(done.stdout)


def lines() -> list[Line]:
    """The table, in the order of the bars."""
    sides = [("Mesa", "mesa", 12, 25, 35, 75), ("a SimPy process a person", "simpy", 40, None, 120, None)]  # fmt: skip
    table = [
        Line(f"the scene, times faster than {name}, {kernels} kernels", least, best, True, _faster(side, kernels))
        for name, side, bar, aim, compiled, compiled_aim in sides
        for kernels, least, best in (("reference", bar, aim), ("compiled", compiled, compiled_aim))
    ]  # fmt: skip
    return [
        *table,
        Line("the scene, whole engine over its compiled kernels in a bare loop", 2, 1.3, False,
             lambda one: one.side("over_bare_loop", PEOPLE, 13, kernels="compiled")),
        Line("a finished bakery game replayed, times `import mesa`, reference kernels", 0.8, None, False,
             lambda one: one.imports("replay")),
        Line("the same, compiled kernels", 0.35, None, False, lambda one: one.imports("replay", "compiled")),
        Line("the same from its latest checkpoint", 0.1, None, False, lambda one: one.imports("rewind")),
        Line("the same from the checkpoint before, 13 weeks", None, None, False,
             lambda one: one.imports("rewind_a_season")),
        Line("growth of time from 10,000 to 1,000,000 relations, exponent, reference kernels", 1.15, None, False,
             lambda one: one.exponent("reference")),
        Line("the same, compiled kernels", 1.15, None, False, lambda one: one.exponent("compiled")),
        Line("bytes a relation at 1,000,000, reference kernels", 100, 60, False,
             lambda one: one.side("memory", 250_000), rounds=False),
        Line("the same, compiled kernels", 100, 60, False,
             lambda one: one.side("memory", 250_000, kernels="compiled"), rounds=False),
        Line("variance cut by common random numbers, 5 % more writers in the scene", 10, None, True,
             lambda one: one.side("variance_cut_in_the_vignette", 30), rounds=False),
        Line("the same, sales of tortoise against hare, a year of the bakery", None, None, True,
             lambda one: one.side("variance_cut_in_the_bakery", 12, 52), rounds=False),
    ]  # fmt: skip


def _faster(side: str, kernels: str) -> Callable[[Round], float]:
    return lambda one: one.faster_than(side, kernels)


def main() -> int:
    """Measure and write the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--weeks", type=int, default=26, help="weeks of the scene; 260 are five years"
    )
    options = parser.parse_args()
    rounds = [Round(options.weeks) for _ in range(options.rounds)]
    table = lines()
    found: list[list[float]] = [[] for _ in table]
    for number, one in enumerate(rounds):
        for line, values in zip(table, found, strict=True):
            if number == 0 or line.rounds:
                values.append(line.measure(one))
                sys.stdout.write(f"{line.what}: {values[-1]:.3g}\n")
                sys.stdout.flush()
    write(table, [median(values) for values in found], options.rounds, options.weeks)
    return 0


def write(table: list[Line], values: list[float], rounds: int, weeks: int) -> None:
    """Put the table between the marks of the page."""
    before, rest = PAGE.read_text().split(BEGINS)
    after = rest.split(ENDS)[1]
    kind = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    today = datetime.datetime.now(datetime.UTC).date()
    said = f"Measured on {today} ({kind}): {rounds} rounds, {weeks} weeks of the scene."
    rows = [
        f"| {line.what} | {value:.3g} | {_bar(line)} | {_verdict(line, value)} |"
        for line, value in zip(table, values, strict=True)
    ]
    head = ["| | measured | bar (aim) | |", "| --- | --- | --- | --- |"]
    PAGE.write_text(before + "\n".join([BEGINS, said, "", *head, *rows, ENDS]) + after)


def _bar(line: Line) -> str:
    if line.bar is None:
        return "none"
    aim = "" if line.aim is None else f" ({line.aim:g})"
    return f"{'at least' if line.at_least else 'at most'} {line.bar:g}{aim}"


def _verdict(line: Line, value: float) -> str:
    if line.bar is None:
        return ""
    met = value >= line.bar if line.at_least else value <= line.bar
    return "met" if met else "**missed**"


if __name__ == "__main__":
    raise SystemExit(main())
