"""`longrace calibrate`: the model against the bands of the literature, and the fit of parameters to them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from game.cli.asked import EVALUATIONS, FirstLuck, Replications, Workers
from game.cli.leaving import leave, mendable
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
            help="Measure everything (with names, those rows) and write the report between the marks of this file.",
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
    begin: Annotated[
        list[str] | None,
        typer.Option(
            "--from",
            metavar="GROUP.NAME=N",
            help="Where the fit begins with a parameter, instead of at its default; again for more.",
        ),
    ] = None,
    budget: Annotated[
        int | None,
        typer.Option(
            metavar="N", parser=EVALUATIONS, help="Evaluations that the fit may use; 40 by default."
        ),
    ] = None,
    replications: Replications = None,
    seed: FirstLuck = 1,
    workers: Workers = None,
) -> None:
    """Hold the model against what was measured in the world; exit code 1 where fewer than nine in ten are met."""
    from game.study.calibration import ENOUGH, calibrated, share_met

    _refuse_what_would_be_passed_over(report, fit, free, begin, budget, replications)
    if report:
        _write_report(report, only or [], seed, workers)
        return
    if fit:
        _fit(only or [], free, begin or [], budget, replications, seed)
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


def _refuse_what_would_be_passed_over(
    report: Path | None,
    fit: bool,
    free: list[str] | None,
    begin: list[str] | None,
    budget: int | None,
    count: int | None,
) -> None:
    """What a report or a fit has no use for is said, so that nobody takes its numbers for what they asked for."""
    if report and fit:
        leave(
            "--report and --fit are two things: fit first, freeze what came out, then report.",
            code=2,
        )
    if report and count is not None:
        leave("--replications: a report has the usual number of each; leave it out.", code=2)
    for option, given in (("--free", free), ("--from", begin), ("--budget", budget)):
        if given and not fit:
            leave(f"{option} is for --fit, which is not asked for.", code=2)


def _write_report(document: Path, only: list[str], seed: int, workers: int | None) -> None:
    from game.study.calibration_report import make, read, rows_of, write
    from game.study.document import MarkError, put_between

    with mendable(MarkError, ValueError):
        put_between(document.read_text(encoding="utf-8"), "calibration", "")
        kept = read(document) if only else None
        with bar("Calibrating") as told:
            made = make(seed, workers, told, only=only, kept=kept)
    write(made, document)
    rows = rows_of(made)
    print(f"{document}: {sum(row.met for row in rows)} of {len(rows)} targets are met.")


def _fit(
    facts: list[str],
    free: list[str] | None,
    begin: list[str],
    budget: int | None,
    replications: int | None,
    seed: int,
) -> None:
    from game.study.fitting import BUDGET, fit

    def told(line: str) -> None:
        print(line, file=sys.stderr)

    with mendable(ValueError):
        done = fit(
            facts,
            free=free,
            begin=dict(_beginning(one) for one in begin),
            budget=budget or BUDGET,
            replications=replications,
            seed=seed,
            told=told,
        )
    print(f"loss {done.before:.4f} before, {done.after:.4f} after {done.evaluations} evaluations")
    for id, value in done.values.items():
        print(f"{id} = {value:g}")


def _beginning(words: str) -> tuple[str, float]:
    """The parameter and its number that `GROUP.NAME=N` says. Raises `ValueError`."""
    id, _, number = words.partition("=")
    try:
        return id, int(number) if number.lstrip("+-").isdecimal() else float(number)
    except ValueError:
        raise ValueError(
            f"--from {words}: write it as a parameter and a number, such as inbox.defect=0.1."
        ) from None
