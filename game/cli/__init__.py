"""The command `longrace`: parses, calls, prints. No rule of the game lives here.

One command a file. Beside them: `asked.py` has the options that several share, `named.py` finds the scenario and the
strategy that were typed, `progress.py` shows that a command is at work, `leaving.py` says how it ends. Each command
imports what it needs when it is called, so that `longrace --help` starts at once.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.models import CommandInfo

from game.cli.asked import UsageError, refused
from game.cli.balance import balance
from game.cli.calibrate import calibrate
from game.cli.check import check
from game.cli.compare import compare
from game.cli.doctor import doctor
from game.cli.endings import endings
from game.cli.explain import explain
from game.cli.leaving import leave
from game.cli.names import names
from game.cli.new import new
from game.cli.observe import observe
from game.cli.play import play
from game.cli.preview import preview
from game.cli.replay import replay
from game.cli.run import run
from game.cli.schema import schema
from game.cli.test import test
from game.cli.why import why
from game.cli.words import words

app = typer.Typer(
    name="longrace",
    help="The Long Race: play it, simulate it, write your own scenarios.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
for command in (
    play,
    run,
    compare,
    replay,
    new,
    check,
    explain,
    names,
    test,
    why,
    endings,
    preview,
    balance,
    words,
    schema,
    observe,
    calibrate,
    doctor,
):
    app.command()(command)
COMMANDS = tuple(app.registered_commands)


def _asked_for(words: Sequence[str]) -> list[CommandInfo]:
    """The command that the first of *words* names, else all: a short run would wait for the others to be made ready."""
    return [one for one in COMMANDS if getattr(one.callback, "__name__", "") in words[:1]] or [
        *COMMANDS
    ]


def main() -> None:
    """Run the command line and leave with its exit code."""
    app.registered_commands = _asked_for(sys.argv[1:])
    gc.set_threshold(
        50_000
    )  # importing makes many objects and no garbage; looking for it costs a tenth of the start
    try:
        code = app(prog_name="longrace", standalone_mode=False)
    except UsageError as error:
        leave(refused(error), code=2)
    except typer.Abort:
        leave("Stopped.", code=1)
    except BrokenPipeError:
        # Whoever read what we print has seen enough; Python would complain once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        leave(f"{error.filename or 'A file'}: {error.strerror or error}.", code=2)
    except Exception:  # noqa: BLE001 - the last door: whatever comes here is our fault
        print("This is a mistake in The Long Race, not in what you typed:", file=sys.stderr)
        sys.excepthook(*sys.exc_info())
        raise SystemExit(3) from None
    raise SystemExit(code if isinstance(code, int) else 0)


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
