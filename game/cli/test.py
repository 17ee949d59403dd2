"""`longrace test`: the tests inside a scenario, run. The running is done in `game/study`."""

from __future__ import annotations

from typing import Annotated

import typer

from game.cli.asked import LUCKS, AsJson, FirstLuck, ScenarioNamed, Workers
from game.cli.leaving import mendable
from game.cli.named import scenario_named
from game.cli.progress import bar


def test(
    file: ScenarioNamed,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Run only the test of this name; again for more."),
    ] = None,
    runs: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            parser=LUCKS,
            help="Lucks a test, instead of its own `runs`; the same share of them must come out.",
        ),
    ] = None,
    seed: FirstLuck = 1,
    as_json: AsJson = False,
    workers: Workers = None,
) -> None:
    """Run the tests inside a scenario; exit code 1 where one is not passed."""
    import json

    from game.study.scenario_tests import report, run_tests
    from game.study.workers import WorkersDiedError

    loaded = scenario_named(file)
    with mendable(ValueError, WorkersDiedError), bar(loaded.title) as told:
        verdicts = run_tests(
            loaded, only=only or [], runs=runs, seed=seed, workers=workers, progress=told
        )
    if as_json:
        print(json.dumps([one.as_json() for one in verdicts], ensure_ascii=False, indent=2))
    else:
        print(report(loaded, verdicts))
    if not all(one.holds for one in verdicts):
        raise typer.Exit(1)
