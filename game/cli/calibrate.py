"""`longrace calibrate`: the model against the bands of the literature, and the fit of parameters to them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from game.cli.asked import EVALUATIONS, FirstLuck, Replications, Workers
from game.cli.leaving import mendable
from game.cli.progress import bar


def calibrate(
    only: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FACT]...", help="Facts or observables; all without any."),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.md",
            help="Measure everything and write the report between the marks of this file.",
        ),
    ] = None,
    fit: Annotated[
        bool,
        typer.Option(
            "--fit",
            help="Search for parameters that meet the targets of these facts, and print them.",
        ),
    ] = False,
    free: Annotated[
        list[str] | None,
        typer.Option(
            metavar="GROUP.NAME", help="A parameter that the fit may move; again for more."
        ),
    ] = None,
    budget: Annotated[
        int, typer.Option(metavar="N", parser=EVALUATIONS, help="Evaluations that the fit may use.")
    ] = 40,
    replications: Replications = None,
    seed: FirstLuck = 1,
    workers: Workers = None,
) -> None:
    """Hold the model against what was measured in the world; exit code 1 where fewer than nine in ten are met."""
    from game.study.calibration import ENOUGH, calibrated, share_met

    if report:
        _write_report(report, seed, workers)
        return
    if fit:
        _fit(only or [], free, budget, replications, seed)
        return
    with mendable(ValueError), bar("Calibrating") as told:
        rows = calibrated(
            only or [], replications=replications, seed=seed, workers=workers, progress=told
        )
    from game.study.calibration_report import lines_of
    from game.study.table import text_table

    print(
        text_table(
            ("fact", "observable", "grade", "asked", "seen", "n", "verdict"),
            lines_of(rows),
            words=4,
        )
    )
    print(f"\n{sum(row.met for row in rows)} of {len(rows)} targets are met.")
    if share_met(rows) < ENOUGH:
        raise SystemExit(1)


def _write_report(document: Path, seed: int, workers: int | None) -> None:
    from game.study.calibration_report import make, rows_of, write
    from game.study.document import MarkError, put_between

    with mendable(MarkError):
        put_between(document.read_text(encoding="utf-8"), "calibration", "")
    with bar("Calibrating") as told:
        made = make(seed, workers, told)
    write(made, document)
    rows = rows_of(made)
    print(f"{document}: {sum(row.met for row in rows)} of {len(rows)} targets are met.")


def _fit(
    facts: list[str], free: list[str] | None, budget: int, replications: int | None, seed: int
) -> None:
    from game.study.fitting import fit

    def told(line: str) -> None:
        print(line, file=sys.stderr)

    with mendable(ValueError):
        done = fit(facts, free=free, budget=budget, replications=replications, seed=seed, told=told)
    print(f"loss {done.before:.4f} before, {done.after:.4f} after {done.evaluations} evaluations")
    for id, value in done.values.items():
        print(f"{id} = {value:g}")
