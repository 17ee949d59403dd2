"""The autosave: one file a game, replaced whole after each decision, with a small picture beside it.

What stands in such a file is in `game/sim/runfile.py`; the list of them is read in `saved_runs.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from game.sim.writing import replace_file

if TYPE_CHECKING:
    from game.sim.run import Run

SUFFIX = ".run"
PICTURE = ".png"


class Autosave:
    """Called with a run, keeps it in its file; *picture* gives the bytes of a PNG, or none.

    Raises `OSError` where the folder cannot be written to; what was saved before is there still. A picture that
    cannot be kept is no reason to complain.
    """

    def __init__(self, path: Path, picture: Callable[[], bytes] | None = None) -> None:
        self.path = path
        self._picture = picture

    def __call__(self, run: Run) -> None:
        """Keep the run, then its picture."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        run.save(self.path)
        if self._picture is not None:
            with suppress(OSError):
                if image := self._picture():
                    replace_file(self.path.with_suffix(PICTURE), image)


def new_path(folder: Path, scenario: str) -> Path:
    """A file for a new game of *scenario*: its number is above all that are there, so that none is mistaken."""
    named = (
        path.stem.removeprefix(f"{scenario}-") for path in folder.glob(f"{scenario}-*{SUFFIX}")
    )
    numbers = [int(name) for name in named if name.isdecimal()]
    return folder / f"{scenario}-{max(numbers, default=0) + 1}{SUFFIX}"


def forget(path: Path) -> None:
    """Throw a saved run and its picture away. Raises `OSError` where the folder cannot be written to."""
    path.unlink(missing_ok=True)
    path.with_suffix(PICTURE).unlink(missing_ok=True)
