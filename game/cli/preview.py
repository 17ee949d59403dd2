"""`longrace preview`: a scenario file in the game's window while it is written. The screen is in `game/play`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.leaving import leave, mendable


def preview(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The scenario file that you are writing.")
    ],
    first: Annotated[
        str | None,
        typer.Argument(
            metavar="[CARD]", help="The card, or ending, to begin with; else the briefing."
        ),
    ] = None,
    pictures: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Without a window: leave pictures of CARD, or of everything, in DIR.",
        ),
    ] = None,
) -> None:
    """Show a scenario file as players will see it, and anew at every save; mistakes stand on the screen."""
    from game.authoring.load import examine, find
    from game.sim.spelling import suggestion

    path = find(file)
    scenario = examine(path).scenario
    if first is not None and scenario is not None:
        ids = [*(one.id for one in scenario.cards), *(one.id for one in scenario.endings)]
        if first not in ids:
            leave(f"{file} has no card or ending {first}. {suggestion(first, ids)}", code=2)
    if pictures is not None:
        _photograph(path, pictures, first or "", broken=scenario is None)
        return
    from game.play.display import NoDisplayError
    from game.play.launch import preview as preview_in_window

    with mendable(NoDisplayError):
        preview_in_window(path, first or "")


def _photograph(path: Path, folder: Path, first: str, *, broken: bool) -> None:
    from game.play.preview_pictures import photograph

    try:
        taken = photograph(path, folder, first)
    except OSError as error:
        leave(f"{folder}: the pictures cannot be written: {error.strerror}.", code=2)
    print(*taken, sep="\n")
    if broken:
        raise typer.Exit(1)
