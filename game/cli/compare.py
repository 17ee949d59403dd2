"""`longrace compare`: strategies in one seat under the same luck. The comparing is done in `game/study`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.asked import LUCKS, AsJson, FirstLuck, ScenarioNamed, Weeks, Workers
from game.cli.leaving import mendable
from game.cli.named import scenario_named, strategy_named
from game.cli.progress import bar


def compare(
    scenario: ScenarioNamed,
    strategies: Annotated[
        str,
        typer.Option(
            metavar="A,B,C",
            help="Strategies to seat in turn; parameters in brackets: hare(claims=3).",
        ),
    ],
    replications: Annotated[
        int, typer.Option(metavar="N", parser=LUCKS, help="Lucks under which each is seated.")
    ] = 200,
    seed: FirstLuck = 0,
    weeks: Weeks = None,
    as_json: AsJson = False,
    csv: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Also write one row a run to this file.")
    ] = None,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE.png", help="Also draw followers and sales by week.")
    ] = None,
    workers: Workers = None,
) -> None:
    """Seat each strategy in turn under the same lucks, and say which did better and how sure that is."""
    import json

    from game.sim.writing import check_place
    from game.study.comparison import compare as compared
    from game.study.plot import MissingExtraError, check_path
    from game.study.workers import WorkersDiedError

    # What cannot be written is said before the long work, not after it.
    with mendable(ValueError, MissingExtraError):
        if plot:
            check_path(plot)
    for file in filter(None, (csv, plot)):
        check_place(file)
    loaded = scenario_named(scenario)
    with mendable(ValueError, WorkersDiedError), bar(loaded.title) as told:
        comparison = compared(
            loaded,
            [strategy_named(one) for one in separated(strategies)],
            replications=replications,
            seed=seed,
            weeks=weeks,
            workers=workers,
            progress=told,
        )
    print(json.dumps(comparison.as_json(), indent=2) if as_json else comparison.table())
    if csv:
        comparison.to_csv(csv)
    if plot:
        comparison.plot(plot)


def separated(text: str) -> list[str]:
    """The strategies of a list with commas; those within brackets separate parameters, not strategies."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip()]
