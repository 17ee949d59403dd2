"""The command `longrace` as a stranger types it: in a process of its own, fine or refused."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.checkout import ROOT

SMALL = str(ROOT / "tests" / "authoring" / "small.yaml")
SHORT = ("--weeks", "14")


def longrace(
    *words: str, folder: Path | None = None, answers: str = ""
) -> subprocess.CompletedProcess[str]:
    """Type `longrace` and some words, in a process of its own, and *answers* to what it asks."""
    return subprocess.run(
        [sys.executable, "-m", "game", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"},
        input=answers,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def fine(*words: str, folder: Path | None = None) -> str:
    """What a command prints that must end well and complain of nothing."""
    done = longrace(*words, folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def refused(*words: str, code: int = 2, folder: Path | None = None) -> str:
    """The sentence with which a command refuses."""
    done = longrace(*words, folder=folder)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr
