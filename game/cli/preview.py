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
    card: Annotated[
        str | None,
        typer.Argument(metavar="[CARD]", help="The card to begin with; else the briefing."),
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
    if card is not None and scenario is not None:
        ids = [one.id for one in scenario.cards]
        if card not in ids:
            leave(f"{file} has no card {card}. {suggestion(card, ids)}", code=2)
    if pictures is not None:
        _photograph(path, pictures, card or "", broken=scenario is None)
        return
    from game.play.display import NoDisplayError
    from game.play.launch import preview as preview_in_window

    with mendable(NoDisplayError):
        preview_in_window(path, card or "")


def _photograph(path: Path, folder: Path, card: str, *, broken: bool) -> None:
    from game.play.preview_pictures import photograph

    try:
        taken = photograph(path, folder, card)
    except OSError as error:
        leave(f"{folder}: the pictures cannot be written: {error.strerror}.", code=2)
    print(*taken, sep="\n")
    if broken:
        raise typer.Exit(1)
