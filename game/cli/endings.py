"""`longrace endings`: which endings a scenario comes to. The counting is done in `game/play/endings_survey.py`."""

from __future__ import annotations

from typing import Annotated

import typer

from game.cli.asked import LUCKS, SEED, WORKERS
from game.cli.leaving import mendable
from game.cli.progress import bar
from game.cli.run import scenario_named


def endings(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A scenario, by its path or by its id.")
    ],
    strategy: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="Who sits in the seat; may be given again. Four by default."
        ),
    ] = None,
    runs: Annotated[
        int, typer.Option(metavar="N", parser=LUCKS, help="Lucks for each strategy.")
    ] = 3,
    seed: Annotated[
        int, typer.Option(metavar="N", parser=SEED, help="The first luck; the others follow it.")
    ] = 1,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print what was counted as JSON.")
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option(metavar="N", parser=WORKERS, help="Processes to use; all cores by default."),
    ] = None,
) -> None:
    """Play a scenario and tell which endings it comes to, and how often each line of its own held."""
    import json

    from game.play.endings_survey import USUAL, report, survey
    from game.study.workers import WorkersDiedError

    loaded = scenario_named(file)
    with mendable(ValueError, WorkersDiedError), bar(loaded.title) as told:
        found = survey(
            loaded, strategy or USUAL, runs=runs, seed=seed, workers=workers, progress=told
        )
    print(json.dumps(found.as_json(), ensure_ascii=False, indent=2) if as_json else report(found))
