"""`longrace schema`: the JSON Schema by which editors complete, explain and underline. Made in `game/authoring`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.leaving import leave


def schema(
    name: Annotated[
        str, typer.Argument(metavar="[FORMAT]", help="scenario, pack, words or strategy.")
    ] = "scenario",
    write: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Write the schemas of all formats into a folder, for editors to find.",
        ),
    ] = None,
) -> None:
    """Print the JSON Schema of a format, or write them all into a folder."""
    from game.authoring.schema import FILES, schema_text, write_schemas

    if write is not None:
        for path in write_schemas(write):
            print(path)
        return
    kinds = {file.partition("-")[0]: kind for kind, file in FILES.items()}
    if name not in kinds:
        leave(f"{name}: there is no such format; there are {', '.join(kinds)}.", code=2)
    print(schema_text(kinds[name]), end="")
