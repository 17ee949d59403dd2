"""`longrace play`: the game in a window, or a demonstration that leaves pictures. Screens are in `game/play`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.asked import SEED
from game.cli.leaving import leave, mendable
from game.cli.named import scenario_named
from game.cli.progress import bar

DEMO_SCENARIO = "corner-bakery"


def play(
    scenario: Annotated[
        str | None,
        typer.Argument(
            metavar="[SCENARIO]",
            help="A scenario, by its id or by its path; else the title is shown.",
        ),
    ] = None,
    seed: Annotated[
        int | None, typer.Option(metavar="N", parser=SEED, help="The luck; without it, any.")
    ] = None,
    demo: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Let a strategy play, without a window; leave pictures in DIR."
        ),
    ] = None,
    projector: Annotated[
        bool,
        typer.Option(
            "--projector",
            help="To be read from the back row: larger, starker, with votes by hands; stays until switched off.",
        ),
    ] = False,
    strategy: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who plays the demonstration; adaptive by default."),
    ] = None,
) -> None:
    """Play in a window."""
    if demo is not None:
        _demonstrate(scenario or DEMO_SCENARIO, demo, strategy or "adaptive", seed or 0)
        return
    from game.authoring.load import find

    if strategy is not None:
        leave("--strategy says who plays a demonstration; give --demo DIR with it.", code=2)
    loaded = scenario_named(scenario) if scenario is not None else None
    file = find(scenario) if scenario is not None else None
    from game.play.display import NoDisplayError
    from game.play.launch import play as play_in_window

    with mendable(NoDisplayError):
        play_in_window(loaded, seed, projector=projector, file=file)


def _demonstrate(scenario: str, folder: Path, strategy: str, seed: int) -> None:
    from game.play.demonstration import demonstrate

    loaded = scenario_named(scenario)
    with bar(loaded.title) as told:
        try:
            shown = demonstrate(loaded, folder, strategy=strategy, luck=seed, told=told)
        except ValueError as error:
            leave(str(error), code=2)
    for files in shown.taken.values():
        for file in files:
            print(file)
    if shown.missing:
        print(f"Did not come about in this run: {', '.join(shown.missing)}.")
