"""`longrace endings`: which endings a scenario comes to. The counting is done in `game/play/endings_survey.py`."""

from __future__ import annotations

from typing import Annotated

import typer

from game.cli.asked import LUCKS, AsJson, FirstLuck, ScenarioNamed, Workers
from game.cli.leaving import mendable
from game.cli.named import scenario_named, strategy_named
from game.cli.progress import bar


def endings(
    file: ScenarioNamed,
    strategy: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME|FILE.yaml",
            help="Who sits in the seat; may be given again. Four by default.",
        ),
    ] = None,
    runs: Annotated[
        int, typer.Option(metavar="N", parser=LUCKS, help="Lucks for each strategy.")
    ] = 3,
    seed: FirstLuck = 1,
    as_json: AsJson = False,
    workers: Workers = None,
) -> None:
    """Play a scenario and tell which endings it comes to, and how often each line of its own held."""
    import json

    from game.play.endings_survey import USUAL, report, survey
    from game.study.workers import WorkersDiedError

    loaded = scenario_named(file)
    with mendable(ValueError, WorkersDiedError), bar(loaded.title) as told:
        found = survey(
            loaded,
            [strategy_named(one) for one in strategy or USUAL],
            runs=runs,
            seed=seed,
            workers=workers,
            progress=told,
        )
    print(json.dumps(found.as_json(), ensure_ascii=False, indent=2) if as_json else report(found))
