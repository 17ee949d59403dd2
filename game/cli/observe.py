"""`longrace observe`: what the model does, in numbers that can be held against the world. Measured in `game/study`."""

from __future__ import annotations

from typing import Annotated

import typer

from game.cli.asked import LUCKS, SEED, WORKERS
from game.cli.leaving import mendable
from game.cli.progress import bar


def observe(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...", help="Observables by id, or facts such as K4; all without any."
        ),
    ] = None,
    replications: Annotated[
        int | None,
        typer.Option(
            metavar="N", parser=LUCKS, help="Replications of each; its own usual number by default."
        ),
    ] = None,
    seed: Annotated[
        int, typer.Option(metavar="N", parser=SEED, help="The first luck; the others follow it.")
    ] = 1,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the observations as JSON.")
    ] = False,
    listed: Annotated[
        bool,
        typer.Option(
            "--list", help="Say what each is and how it is measured, and measure nothing."
        ),
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option(metavar="N", parser=WORKERS, help="Processes to use; all cores by default."),
    ] = None,
) -> None:
    """Measure observables of the model, each with its 95 % interval."""
    import json

    from game.study.observables import named
    from game.study.observables import observe as measured
    from game.study.observables.show import definitions, table
    from game.study.workers import WorkersDiedError

    with mendable(ValueError):
        wanted = named(names or [])
    if listed:
        print(definitions(wanted))
        return
    with mendable(WorkersDiedError), bar("Observing") as told:
        seen = measured(
            [one.id for one in wanted],
            replications=replications,
            seed=seed,
            workers=workers,
            progress=told,
        )
    print(json.dumps([one.as_json() for one in seen], indent=2) if as_json else table(seen))
