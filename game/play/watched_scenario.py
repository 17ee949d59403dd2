"""A scenario file that somebody edits: read anew whenever it, or a file beside it, was saved.

How it looks is shown by `screens/preview`; what is wrong with it is said by `game/authoring`, as `longrace check` does.
"""

from __future__ import annotations

from pathlib import Path

from game.authoring.formats import SUFFIXES
from game.authoring.load import (
    ScenarioError,
    ScenarioMissingError,
    examine,
    load_scenario,
    words_beside,
)
from game.authoring.problems import Problem
from game.sim.scenario import Scenario

LOOK_EVERY = 0.15
"""Seconds between two looks at the folder."""

PACKS = "packs"


class WatchedScenario:
    """*scenario* is the last good one, None before there was any; *problems* are those of the file as it is now.

    *gone* is a sentence where the file cannot be read at all; *readings* counts how often it was read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.scenario: Scenario | None = None
        self.problems: tuple[Problem, ...] = ()
        self.gone = ""
        self.readings = 0
        self._seen = self._signature()
        self._rested = 0.0
        self._read()

    def look(self, seconds: float) -> bool:
        """After *seconds* more: whether something was saved and is read now."""
        self._rested += seconds
        if self._rested < LOOK_EVERY:
            return False
        self._rested = 0.0
        now = self._signature()
        if now == self._seen:
            return False
        self._seen = now
        self._read()
        return True

    def _signature(self) -> frozenset[tuple[str, int, int]]:
        """What tells one state of the folder from another: packs, strategies and words may lie beside the file."""
        found = []
        for folder in (self.path.parent, self.path.parent / PACKS):
            for suffix in SUFFIXES:
                for file in folder.glob(f"*{suffix}"):
                    try:
                        told = file.stat()
                    except OSError:
                        continue  # saved by taking it away and putting it back
                    found.append((str(file), told.st_mtime_ns, told.st_size))
        return frozenset(found)

    def _read(self) -> None:
        self.readings += 1
        try:
            found = examine(self.path)
            problems = list(found.problems)
            for words in words_beside(self.path):
                problems += examine(words).problems
            if found.scenario is None and not problems:
                load_scenario(self.path)
        except ScenarioError as wrong:
            self.problems, self.gone = wrong.problems, ""
        except ScenarioMissingError as missing:
            self.problems, self.gone = (), str(missing)
        except OSError as error:
            self.problems, self.gone = (), f"{self.path}: {error.strerror}."
        else:
            self.scenario = found.scenario or self.scenario
            self.problems, self.gone = tuple(problems), ""
