"""The command `longrace`: parses, calls, prints. No rule of the game lives here.

Each command imports what it needs when it is called, so that `longrace --help` starts at once.
Exit codes: 0 fine, 1 the answer is no, 2 something the user can mend, 3 our fault.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="longrace",
    help="The Long Race: play it, simulate it, write your own scenarios.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        app(prog_name="longrace")
    except OSError as error:
        leave(f"{error.filename or 'A file'}: {error.strerror or error}.", code=2)
    except Exception:  # noqa: BLE001 - the last door: whatever comes here is our fault
        print("This is a mistake in The Long Race, not in what you typed:", file=sys.stderr)
        sys.excepthook(*sys.exc_info())
        raise SystemExit(3) from None


def leave(sentence: str, *, code: int) -> None:
    """Say why, on the error stream, and end with an exit code."""
    print(sentence, file=sys.stderr)
    raise SystemExit(code)


def _print_version(wanted: bool) -> None:
    if wanted:
        from game import __version__

        print(f"The Long Race {__version__}")
        raise typer.Exit


@app.callback()
def longrace(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """The Long Race: play it, simulate it, write your own scenarios."""


@app.command()
def doctor() -> None:
    """Say what works on this machine and what to do about the rest."""
    from rich.console import Console

    from game.doctor import Finding, examine, is_playable

    console = Console(highlight=False, markup=False, soft_wrap=True)
    colours = {"works": "green", "without": "yellow", "missing": "bold red"}
    findings: list[Finding] = []
    for finding in examine():
        findings.append(finding)
        console.print(f"{finding.verdict:>8}", style=colours[finding.verdict], end="  ")
        console.print(f"{finding.about}: {finding.says}")
        if finding.remedy:
            console.print(f"{'':>8}  -> {finding.remedy}")
    if not is_playable(findings):
        console.print("\nSomething that the game needs is missing; the arrows say what to do.")
        raise typer.Exit(1)
    console.print("\nThe game can run here.")


@app.command()
def check(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Scenarios, by path or by id.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the problems as JSON.")] = False,
    github: Annotated[
        bool, typer.Option("--github", help="Print them for GitHub to show beside the lines.")
    ] = False,
) -> None:
    """Say every mistake in scenario files, each with its line and its remedy."""
    import json

    from game.authoring.load import ScenarioMissingError, examine
    from game.authoring.problems import count, has_errors

    missing, found = [], []
    for file in files:
        try:
            problems = examine(file).problems
        except ScenarioMissingError as error:
            missing.append(str(error))
            continue
        found += problems
        if github:
            for problem in problems:
                print(problem.github())
        elif not as_json:
            print(*problems, f"{file}: {count(problems)}.", sep="\n\n")
    if as_json:
        print(json.dumps([problem.json() for problem in found], ensure_ascii=False, indent=2))
    if missing:
        leave("\n".join(missing), code=2)
    if has_errors(found):
        raise typer.Exit(1)
