"""`longrace explain`: what a code of `longrace check` or a word of the format means, read in `game/authoring`."""

from __future__ import annotations

import textwrap
from typing import Annotated

import typer

from game.cli.leaving import leave

WIDTH = 88


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]",
            help="A code such as Y30, or a word such as introduce; all, without one.",
        ),
    ] = None,
) -> None:
    """Tell what a problem's code means and how it is written right, or what a word such as `introduce` does."""
    from game.authoring.explanations import FAMILIES, explanations
    from game.authoring.meanings import WORD_FAMILIES, meanings, meanings_in, meanings_of
    from game.sim.spelling import closest
    from game.strategies.registry import names

    pages = explanations()
    if code is None:
        family = ""
        for page in pages.values():
            if page.code[0] != family:
                family = page.code[0]
                print(f"\n{family}: {FAMILIES[family]}")
            print(f"  {page.code}  {page.what}")
        for name, told in WORD_FAMILIES.items():
            print(f"\n{name}: {told}")
            _print("  " + ", ".join(one.word for one in meanings_in(name)))
        print("\nstrategies: who plays, for `plays` and in tests")
        _print("  " + ", ".join(names()))
        return
    if found := meanings_of(code):
        _print("\n\n".join(map(str, found)))
        return
    wanted = code.strip().upper()
    if told := _strategy(code.strip().lower()):
        _print(told)
        return
    if wanted not in pages:
        near = closest(code, [*pages, *(one.word for one in meanings()), *names()])
        hint = f" Did you mean `{near}`?" if near else ""
        leave(
            f"{code}: there is no such code or word.{hint} `longrace explain` lists them all; what a condition may "
            "name, and the endings of the game, are told by `longrace names`.",
            code=2,
        )
    _print(str(pages[wanted]))


def _strategy(name: str) -> str:
    """What a strategy does, and what `with` may set of it; nothing where there is no such strategy."""
    from game.strategies.parameter import help_of
    from game.strategies.registry import STRATEGIES

    kind = STRATEGIES.get(name)
    if kind is None:
        return ""
    does = " ".join((kind.__doc__ or "").split("\n\n")[0].split())
    settings = "\n".join(f"  {line}" for line in help_of(kind).split("\n") if line)
    return f"{name} (a strategy, for `plays`)\n\n{does}" + (
        f"\n\nWhat `with` may set, as it usually is:\n{settings}" if settings else ""
    )


def _print(text: str) -> None:
    """Print a page, its longer lines folded, its examples as they are."""
    for part in text.split("\n"):
        indent = "  " if part.startswith("  ") else ""
        print(
            part
            if part.startswith("    ")
            else textwrap.fill(part, WIDTH, subsequent_indent=indent)
        )
