"""What several commands ask for, each declared once; a number says its unit and its range where another is given.

The ranges are those of `game/sim/limits.py`, written again because `longrace --help` must not load what that one needs;
a test compares. How a command ends is known to `leaving.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated

import typer


class NotWholeError(typer.BadParameter):
    """A whole number was asked for, and something else or one out of its range was given."""


def whole(unit: str, low: int, high: int) -> Callable[[str], int]:
    """A reader of whole numbers of *unit* from *low* to *high*, for an option's `parser`."""

    def read(text: str) -> int:
        given = str(text).strip()
        number = int(given) if re.fullmatch(r"[-+]?[0-9]{1,30}", given) else None
        if number is None or not low <= number <= high:
            shown = given if len(given) <= 40 else f"{given[:39]}…"
            raise NotWholeError(f"{shown}: give a whole number from {low:,} to {high:,} ({unit}).")
        return number

    return read


WEEKS = whole("weeks; the curves reach twenty years", 1, 1040)
LUCKS = whole("lucks", 1, 100_000)
SEED = whole("the luck", 0, 2**63 - 1)
WORKERS = whole("processes", 1, 1024)
EVALUATIONS = whole("evaluations", 1, 100_000)

ScenarioNamed = Annotated[
    str,
    typer.Argument(metavar="SCENARIO", help="A scenario, by its id or by the path of its file."),
]
FirstLuck = Annotated[
    int, typer.Option(metavar="N", parser=SEED, help="The first luck; the others follow it.")
]
Weeks = Annotated[
    int | None,
    typer.Option(metavar="N", parser=WEEKS, help="Weeks to run; the scenario's by default."),
]
Replications = Annotated[
    int | None,
    typer.Option(
        metavar="N", parser=LUCKS, help="Replications of each; its own usual number by default."
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(metavar="N", parser=WORKERS, help="Processes to use; all cores by default."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]


def refused(error: Exception) -> str:
    """The sentence for *error*, a `UsageError` of what was typed."""
    if isinstance(error, NotWholeError) and error.param is not None:
        return f"{error.param.opts[0]} {error.message}"
    told = " ".join(error.format_message().split()).rstrip(".")  # type: ignore[attr-defined]  # see below
    context = getattr(error, "ctx", None)
    about = f" `{context.command_path} --help` says what there is." if context else ""
    return f"{told}{'' if told.endswith('?') else '.'}{about}"


UsageError: type[Exception] = typer.BadParameter.__bases__[0]
"""What typer raises for words that no command understands; it has no public name."""
