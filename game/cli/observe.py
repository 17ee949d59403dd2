"""`longrace observe`: what the model does, in numbers that can be held against the world. Measured in `game/study`."""

from __future__ import annotations

from typing import Annotated

import typer

from game.cli.asked import AsJson, FirstLuck, Replications, Workers
from game.cli.leaving import leave, mendable
from game.cli.progress import bar


def observe(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...", help="Observables by id, or facts such as K4; all without any."
        ),
    ] = None,
    replications: Replications = None,
    seed: FirstLuck = 1,
    as_json: AsJson = False,
    listed: Annotated[
        bool,
        typer.Option(
            "--list", help="Say what each is and how it is measured, and measure nothing."
        ),
    ] = False,
    workers: Workers = None,
) -> None:
    """Measure observables of the model, each with its 95 % interval."""
    import json

    from game.study.observables import OBSERVABLES, UnknownObservableError, named
    from game.study.observables import observe as measured
    from game.study.observables.show import definitions, names_by_fact, table
    from game.study.workers import WorkersDiedError

    try:
        wanted = named(names or [])
    except UnknownObservableError as error:
        leave(f"{error}\nThere are\n{names_by_fact(OBSERVABLES.values())}", code=2)
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
