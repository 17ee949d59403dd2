"""Pictures of the preview, without a window: each page of a scenario file as a PNG, for those who have no display.

The preview in a window is `screens/preview`; pictures of a whole game are `demonstration.py`'s.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from game.play.pilot import piloted
from game.play.screens.preview.pages import pages_of
from game.play.screens.preview.screen import Preview
from game.play.watched_scenario import WatchedScenario

SETTLED = 2.0
"""Seconds after which nothing on a page moves any more."""


def photograph(path: Path, folder: Path, first: str = "") -> list[Path]:
    """Pictures of a scenario file: the card or ending *first*, else all pages; its problems where it is broken.

    Raises `OSError` where pictures cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    screen = Preview(WatchedScenario(path), first)
    with (
        tempfile.TemporaryDirectory() as home,
        piloted(screen, home=Path(home), pictures=folder) as pilot,
    ):
        pilot.wait(SETTLED)
        if screen.rehearsal is None:
            return [pilot.picture("problems")]
        taken = []
        for page in pages_of(screen.rehearsal, pilot.app.words):
            if first and page.id != screen.page:
                continue
            screen.turn_to(page.id)
            screen.shown()
            pilot.wait(SETTLED)
            taken.append(pilot.picture("-".join(part for part in (page.kind, page.name) if part)))
    return taken
