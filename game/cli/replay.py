"""`longrace replay`: a run out of its file, played again. The replaying is done in `game/study`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.leaving import leave, mendable
from game.cli.progress import Told, bar
from game.cli.run import outcome_as_text

if TYPE_CHECKING:
    from game.sim.runfile import RunFile
    from game.strategies.runs import Run


def replay(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A file that `longrace run --record` or the game kept."
        ),
    ],
    verify: Annotated[
        bool,
        typer.Option(
            "--verify", help="Only say whether it comes out as the file says; exit 1 if not."
        ),
    ] = False,
) -> None:
    """Play a kept run again, decision by decision, and print where everybody stood when it stopped."""
    from game.sim.runfile import RunFileError
    from game.study.replaying import begin, read_run

    with mendable(RunFileError):
        found = read_run(file)
        if found.history is None and not verify:
            _tell(found)
            return
        run = begin(found)
    _play(found, run, verify=verify)


def _tell(found: RunFile) -> None:
    from game.study.story import story

    print(
        f"Made by model {found.model} of the game, so it is told here, not played again.",
        file=sys.stderr,
    )
    print(story(found))


def _play(found: RunFile, run: Run, *, verify: bool) -> None:
    from game.study.replaying import ReplayDiffersError, faithfully, foreign

    try:
        with faithfully(found, run), bar(run.scenario.title) as told:
            _retrace(run, told)
    except ReplayDiffersError as error:
        leave(str(error), code=1 if verify else 2)
    if verify:
        print(f"{found.path}: comes out as the file says, digest {run.digest}.")
        return
    print(outcome_as_text(run))
    for runner, name in foreign(found).items():
        print(f"{runner} was played by {name}, which does not ship; its moves were replayed.")


def _retrace(run: Run, told: Told | None) -> None:
    """Go through the history in steps of a week, telling them, and then to its very end."""
    from game.sim.clock import WEEK

    for week in range(1, run.weeks + 1):
        run.retrace(until=week * WEEK)
        if told:
            told(week, run.weeks)
    run.retrace()
