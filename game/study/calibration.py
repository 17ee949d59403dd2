"""Calibration: the observables held against the bands of the literature, and the fit of parameters to them.

The targets are `observables/targets.yaml`. A band is met when the mean lies inside it; a sign when it holds in at
least 95 % of the paired runs. Where the 95 % interval reaches over the bound, the verdict says that it is unsure. The
report is `docs/calibration.md`; what was fitted, and how, is in `fitting.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from game.authoring.tables import read_table
from game.sim.parameter import Parameters
from game.study.observables import OBSERVABLES, Observation, observe

TARGETS = Path(__file__).parent / "observables" / "targets.yaml"
HOLDS = 0.95  # share of paired runs in which a sign must hold
ENOUGH = 0.9  # share of the targets that must be met


class Target(NamedTuple):
    """One fact to be met: its id in the literature, the observable, its band (none for a sign), grade and note."""

    fact: str
    observable: str
    band: tuple[float, float] | None
    grade: str
    note: str

    @property
    def expected(self) -> str:
        """What is asked, in words."""
        return f"{self.band[0]:g} to {self.band[1]:g}" if self.band else f"holds in {HOLDS:.0%}"


class Row(NamedTuple):
    """A target, what was seen of it (None where it is not measured), and whether its mean meets it."""

    target: Target
    seen: Observation | None
    met: bool

    @property
    def is_sure(self) -> bool:
        """Whether the whole 95 % interval says the same as the mean."""
        if self.seen is None or isinstance(self.seen.low, list) or isinstance(self.seen.high, list):
            return self.seen is None
        low, high = self.target.band or (HOLDS, 1.0)
        if self.met:
            return low <= self.seen.low and self.seen.high <= high
        return self.seen.high < low or high < self.seen.low


@lru_cache(maxsize=1)
def targets() -> tuple[Target, ...]:
    """All targets, in the order of the file."""
    read: dict[str, list[dict[str, Any]]] = read_table(TARGETS)
    bands = [
        Target(
            one["id"],
            one["metric"],
            (one["band"][0], one["band"][1]),
            one["grade"],
            one.get("note", ""),
        )
        for one in read["targets"]
    ]
    signs = [
        Target(
            one["id"],
            one["check"],
            (one["band"][0], one["band"][1]) if "band" in one else None,
            "sign",
            one.get("note", ""),
        )
        for one in read["signs"]
    ]
    return (*bands, *signs)


def missed_by(target: Target, value: float) -> float:
    """How far *value* lies outside what is asked, in widths of the band (a sign: in shares of the runs); 0 inside."""
    if math.isnan(value):
        return 1.0
    if target.band is None:
        return max(0.0, HOLDS - value)
    low, high = target.band
    return max(0.0, low - value, value - high) / (high - low)


def judge(target: Target, seen: Observation | None) -> Row:
    """Whether *target* is met by what was *seen*."""
    value = seen.value if seen else None
    met = isinstance(value, float | int) and missed_by(target, float(value)) == 0
    return Row(target, seen, met)


def calibrated(
    only: Sequence[str] = (),
    *,
    parameters: Parameters | None = None,
    replications: int | None = None,
    seed: int = 1,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Row]:
    """Every target (or those of the facts or observables in *only*), measured and judged. Raises `ValueError`."""
    for name in only:
        if not any(name in (one.fact, one.observable) for one in targets()):
            known = ", ".join(dict.fromkeys(one.fact for one in targets()))
            raise ValueError(f"No target is called {name}. There are the facts {known}.")
    wanted = [one for one in targets() if not only or one.fact in only or one.observable in only]
    there = [one.observable for one in wanted if one.observable in OBSERVABLES]
    made = observe(
        there, parameters=parameters, replications=replications, seed=seed, workers=workers, progress=progress,
    ) if there else []  # fmt: skip
    seen = {one.id: one for one in made}
    return [judge(one, seen.get(one.observable)) for one in wanted]


def share_met(rows: Sequence[Row]) -> float:
    """The share of the targets that are met."""
    return sum(row.met for row in rows) / len(rows)
