"""The results of the falsifiers as one file: made once in a long run, committed, and checked cell by cell.

The experiments are next door, a file each; what their results say is written by `report.py`.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from game.sim.scenario import Scenario
from game.study.falsifiers.ablation import Verdict, ablate
from game.study.falsifiers.information import worth
from game.study.falsifiers.region import Cell, explore, hypercube
from game.study.falsifiers.room import Seat, rooms
from game.study.falsifiers.street import Walk, walks
from game.study.falsifiers.town import small
from game.study.interval import Interval
from game.study.made_by import made_by

EXPLORERS = (0, 2, 4)


@dataclass(frozen=True)
class Sizes:
    """How much of each experiment is run: points and lucks of the region, lucks of the others."""

    points: int = 300
    point_lucks: int = 8
    lucks: int = 30
    street_lucks: int = 8


@dataclass(frozen=True)
class Results:
    """What came out. *seconds* is the time it took, by experiment."""

    digest: str
    points: int
    point_lucks: int
    cells: tuple[Cell, ...]
    verdicts: tuple[Verdict, ...]
    seats: tuple[Seat, ...]
    walks: tuple[Walk, ...]
    sights: Mapping[str, Sequence[int]]
    seconds: Mapping[str, float]


EXPERIMENTS = ("ablations", "information", "rooms", "street", "region")


class ResultsError(ValueError):
    """Results that nothing can be kept of or told from."""


def run_all(
    scenario: Scenario,
    sizes: Sizes,
    workers: int | None,
    say: Callable[[str], None],
    only: Sequence[str] = EXPERIMENTS,
    kept: Results | None = None,
) -> Results:
    """The experiments named in *only* on *scenario*; what the others came to is taken from *kept*.

    Raises `ResultsError` where *kept* is missing though needed, or of another model or scenario.
    """
    results = Results(made_by(scenario), 0, 0, (), (), (), (), {}, {})
    if set(only) != set(EXPERIMENTS):
        if kept is None or kept.digest != results.digest:
            raise ResultsError("These results are of another model or scenario; run all anew.")
        results = kept
    lucks = range(1, sizes.lucks + 1)

    def ablations() -> dict[str, Any]:
        return {"verdicts": tuple(ablate(scenario, lucks, workers))}

    def information() -> dict[str, Any]:
        return {"sights": worth(small(scenario), lucks, workers)}

    def all_rooms() -> dict[str, Any]:
        return {"seats": tuple(rooms(scenario, EXPLORERS, lucks, workers))}

    def street() -> dict[str, Any]:
        ways = walks(small(scenario), range(1, sizes.street_lucks + 1), workers)
        return {"walks": tuple(ways)}

    def region() -> dict[str, Any]:
        there = range(1, sizes.point_lucks + 1)
        cells = explore(scenario, hypercube(sizes.points), there, workers)
        return {"cells": tuple(cells), "points": sizes.points, "point_lucks": sizes.point_lucks}

    made = (ablations, information, all_rooms, street, region)
    for name, make in zip(EXPERIMENTS, made, strict=True):
        if name not in only:
            continue
        began = time.monotonic()
        found = make()
        seconds = {**results.seconds, name: round(time.monotonic() - began)}
        say(f"{name}: {seconds[name]} s")
        results = replace(results, **found, seconds=seconds)
    return results


def write(results: Results, path: Path) -> None:
    """Write *results* to *path*, a line a row, so that a change of one shows as one."""
    lines = {
        "digest": results.digest,
        "points": results.points,
        "point_lucks": results.point_lucks,
        "seconds": dict(results.seconds),
        "sights": {name: list(values) for name, values in results.sights.items()},
    }
    parts = [json.dumps(lines)]
    parts += [json.dumps(["cell", *cell]) for cell in results.cells]
    parts += [
        json.dumps(["verdict", *one[:3], _flat(one.difference), one.usual, one.hit])
        for one in results.verdicts
    ]
    parts += [json.dumps(["seat", *seat]) for seat in results.seats]
    parts += [json.dumps(["walk", *one]) for one in results.walks]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")


def _flat(interval: Interval) -> tuple[float, float, float, int]:
    return (round(interval.mean, 4), round(interval.low, 4), round(interval.high, 4), interval.count)  # fmt: skip


def read(path: Path) -> Results:
    """The results that `write` wrote to *path*. Raises `ResultsError` where there are none, or something else."""
    try:
        head, *rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
        return _results(head, rows)
    except FileNotFoundError:
        raise ResultsError("There are no results yet; run all first.") from None
    except (ValueError, KeyError, TypeError):
        raise ResultsError("These are no results of the falsifiers; run all anew.") from None


def _results(head: Mapping[str, Any], rows: Sequence[Sequence[Any]]) -> Results:
    kinds: dict[str, list[list[Any]]] = {"cell": [], "verdict": [], "seat": [], "walk": []}
    for kind, *row in rows:
        kinds[kind].append(row)
    return Results(
        digest=head["digest"],
        points=head["points"],
        point_lucks=head["point_lucks"],
        cells=tuple(Cell(*row) for row in kinds["cell"]),
        verdicts=tuple(
            Verdict(name, what, sign, Interval(*bounds), usual, hit)
            for name, what, sign, bounds, usual, hit in kinds["verdict"]
        ),
        seats=tuple(Seat(*row) for row in kinds["seat"]),
        walks=tuple(
            Walk(firmness, seed, strategy, tuple(sales))
            for firmness, seed, strategy, sales in kinds["walk"]
        ),
        sights=head["sights"],
        seconds=head["seconds"],
    )
