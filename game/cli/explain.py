"""`longrace explain`: what a code of `longrace check` means. The pages are read in `game/authoring`."""

from __future__ import annotations

import textwrap
from typing import Annotated

import typer

from game.cli.leaving import leave

WIDTH = 88


def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="A code such as Y30; all, without one.")
    ] = None,
) -> None:
    """Tell what a problem's code means, why it matters, and how it is written right."""
    from game.authoring.explanations import FAMILIES, explanations

    pages = explanations()
    if code is None:
        family = ""
        for page in pages.values():
            if page.code[0] != family:
                family = page.code[0]
                print(f"\n{family}: {FAMILIES[family]}")
            print(f"  {page.code}  {page.what}")
        return
    wanted = code.strip().upper()
    if wanted not in pages:
        leave(f"{code}: there is no such code. `longrace explain` lists them all.", code=2)
    for part in str(pages[wanted]).split("\n"):
        print(part if part.startswith("    ") else textwrap.fill(part, WIDTH))
