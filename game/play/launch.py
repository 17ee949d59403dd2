"""Starting the game in a window: at the title, at the briefing of a scenario, or at the preview of a file.

The window itself is `window.py`; which screen follows which, `screens/journey.py`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame

from game.play.display import NoDisplayError
from game.play.probe import INVISIBLE
from game.play.screens.journey import Journey
from game.play.screens.preview.screen import Preview
from game.play.screens.title import Title
from game.play.watched_scenario import WatchedScenario
from game.play.window import Application
from game.sim.scenario import Scenario


def play(
    scenario: Scenario | None = None,
    luck: int | None = None,
    *,
    projector: bool = False,
    file: Path | None = None,
) -> None:
    """Open the window and play until it is closed. Raises `NoDisplayError` where nobody could see it.

    The *scenario* is told in the language of the screens where such words lie beside its *file*.
    """
    journey = Journey() if luck is None else Journey(luck=lambda: luck)
    if scenario is not None:
        journey.scenarios.add(scenario, file)
    application = _application()
    if projector:
        application.change_settings(application.settings.model_copy(update={"projector": True}))
    application.run(Title(journey, straight_to=scenario))


def preview(path: Path, first: str = "") -> None:
    """Open the window on a scenario file that is being written. Raises `NoDisplayError`."""
    application = _application()
    application.run(Preview(WatchedScenario(path), first))


def _application() -> Application:
    """The window, before somebody's eyes."""
    with _silent_libraries():
        application = Application()
    driver = pygame.display.get_driver()
    if driver in INVISIBLE:
        words = application.words
        application.end()
        reason = words("window.unseen", driver=driver)
        raise NoDisplayError(words("window.no_display", reason=reason))
    return application


@contextmanager
def _silent_libraries() -> Iterator[None]:
    """Let the system's libraries grumble unheard while displays are tried: what counts comes as an exception."""
    try:
        errors = sys.stderr.fileno()
    except (AttributeError, OSError, ValueError):
        yield
        return
    kept = os.dup(errors)
    try:
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device, not a path of ours
            os.dup2(nowhere.fileno(), errors)
        yield
    finally:
        os.dup2(kept, errors)
        os.close(kept)
