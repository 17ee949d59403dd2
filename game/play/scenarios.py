"""The scenarios that a player is offered, each read once; reading can be begun in the background.

How a scenario is read and checked is in `game/authoring`; saved runs carry their own (`saved_runs.py`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from game import paths
from game.sim.scenario import Scenario

NEWCOMERS = "first-steps"
"""The scenario that is meant for whoever has never played: there the coach is at hand."""
EASE = ("easy", "fair", "hard")


class Scenarios:
    """Scenarios by their ids, in the order in which they are offered.

    What comes from outside must not stop the game: a scenario with mistakes is left out of the offer, and its
    sentence stands in `problems`.
    """

    def __init__(self, folder: Path | None = None, language: str = "en") -> None:
        self.folder = folder or paths.scenarios()
        self.language = language
        self.problems: list[str] = []
        self._known: dict[str, Scenario] = {}
        self._files: dict[str, Path] = {}
        self._lock = threading.Lock()
        self._reader: threading.Thread | None = None
        self._is_waited_for = False

    def names(self) -> tuple[str, ...]:
        """The ids of the offer, without reading any."""
        return tuple(paths.scenario_ids(self.folder))

    def offer(self) -> tuple[Scenario, ...]:
        """All that can be played: easy ones before hard ones, short before long."""
        found = (self._read(name) for name in self.names())
        return tuple(sorted((one for one in found if one is not None), key=_by_ease))

    def first(self) -> Scenario | None:
        """The one for newcomers, or else the first; None where the folder is empty."""
        names = sorted(self.names(), key=lambda name: name != NEWCOMERS)
        return next((one for name in names if (one := self._read(name))), None)

    def add(self, scenario: Scenario, file: Path | None = None) -> None:
        """Remember a scenario from elsewhere, of a *file*, so that another game of it can be begun."""
        self._known[scenario.id] = scenario
        if file is not None:
            self._files[scenario.id] = file

    def spoken(self, scenario: Scenario) -> Scenario:
        """A scenario from elsewhere in the words of the language that is spoken, where they lie beside its file."""
        from game.authoring.load import ScenarioError, load_scenario

        file = self._files.get(scenario.id)
        if file is None or scenario.language == self.language:
            return scenario
        try:
            told = load_scenario(file, language=self.language)
        except (ScenarioError, OSError) as error:
            self.problems.append(str(error).splitlines()[0])
            return scenario
        self.add(told, file)
        return told

    def speak(self, language: str) -> None:
        """Offer them in the words of another language from now on, where there are any."""
        with self._lock:
            if language != self.language:
                self.language = language
                read = [name for name in self._known if (self.folder / f"{name}.yaml").is_file()]
                for name in read:
                    del self._known[name]
                self.problems.clear()

    def begin_reading(self, then: Callable[[], object] | None = None) -> None:
        """Read them while the player looks at the title; *then* is called afterwards, beside it."""

        def read() -> None:
            for name in self.names():
                if not self._is_waited_for:
                    self._read(name)
            if then is not None:
                then()

        self._is_waited_for = False
        self._reader = threading.Thread(target=read, daemon=True)
        self._reader.start()

    def wait(self) -> None:
        """Come back when nothing is being read or loaded any more in the background.

        What is not read by then is left for whoever asks for it.
        """
        self._is_waited_for = True
        if self._reader is not None:
            self._reader.join()

    def _read(self, name: str) -> Scenario | None:
        from game.authoring.load import ScenarioError, load_scenario

        with self._lock:
            if name not in self._known:
                try:
                    self._known[name] = load_scenario(
                        self.folder / f"{name}.yaml", language=self.language
                    )
                except (ScenarioError, OSError) as error:
                    self.problems.append(str(error).splitlines()[0])
                    return None
            return self._known[name]


def _by_ease(scenario: Scenario) -> tuple[bool, int, int, str]:
    ease = EASE.index(scenario.difficulty or "fair")
    return scenario.id != NEWCOMERS, ease, scenario.seasons, scenario.title
