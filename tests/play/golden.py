"""Pictures of twelve screens at three sizes, made small: `python -m tests.play.golden` makes them anew.

They stand in `golden/`, one sheet for each size, and are compared by `test_golden.py`. Look at the sheets before they
are committed: `--show FOLDER` leaves the pictures there as large as they were taken.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import pygame

from game.authoring.words import load_words
from game.play.kit import Settings
from tests.play.journeys import a_journey, on
from tests.play.places import PLACES
from tests.play.table import bakery

SIZES = ((1280, 720), (1920, 1080), (2560, 1440))
TILE = (96, 54)
ACROSS = 4
SHEETS = Path(__file__).parent / "golden"
STEPS = {
    "title": 1, "choose": 1, "briefing": 1, "settings": 1, "walk": 2, "compare": 1, "first table": 1,
    "later table": 2, "settings of the plan": 1, "card and vote": 1, "light": 1, "ending": 3,
}  # fmt: skip
"""The screens, and after how many steps the picture is taken."""


def pictures(size: tuple[int, int], folder: Path) -> dict[str, pygame.Surface]:
    """Every screen as it looks at a size, still, in English; files of the tests go to *folder*."""
    found = {}
    for number, (place, steps) in enumerate(STEPS.items()):
        make, ways = PLACES[place]
        home = folder / f"{size[1]}-{number}"
        words = load_words()
        screen = make(a_journey(home / "saves", bakery()), words)
        with on(
            screen, home, size=size, settings=Settings(reduced_motion=True), words=words
        ) as pilot:
            for step in ways[:steps]:
                step(pilot)
            pilot.frame(2)
            pilot.texts()
            found[place] = pilot.app.window.get_surface().copy()
    return found


def small(picture: pygame.Surface) -> pygame.Surface:
    """A picture as it stands on a sheet."""
    return pygame.transform.smoothscale(picture, TILE)


def sheet_of(size: tuple[int, int]) -> Path:
    """The file of a size's sheet."""
    return SHEETS / f"{size[0]}x{size[1]}.png"


def sheet(tiles: list[pygame.Surface]) -> pygame.Surface:
    """Small pictures side by side, in rows."""
    whole = pygame.Surface((TILE[0] * ACROSS, TILE[1] * -(-len(tiles) // ACROSS)))
    for number, tile in enumerate(tiles):
        whole.blit(tile, _corner(number))
    return whole


def tiles_of(whole: pygame.Surface) -> list[pygame.Surface]:
    """The small pictures of a sheet, in the order of the screens."""
    return [
        whole.subsurface(pygame.Rect(_corner(number), TILE)).copy() for number in range(len(STEPS))
    ]


def _corner(number: int) -> tuple[int, int]:
    return number % ACROSS * TILE[0], number // ACROSS * TILE[1]


def main() -> None:
    """Make the sheets anew."""
    parser = argparse.ArgumentParser(prog="python -m tests.play.golden", description=__doc__)
    parser.add_argument("--show", type=Path, help="leave the pictures in this folder as well")
    options = parser.parse_args()
    SHEETS.mkdir(exist_ok=True)
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            taken = pictures(size, Path(folder))
        if options.show is not None:
            options.show.mkdir(parents=True, exist_ok=True)
            for place, picture in taken.items():
                name = f"{place.replace(' ', '-')}-{size[0]}x{size[1]}.png"
                pygame.image.save(picture, options.show / name)
        pygame.image.save(sheet([small(one) for one in taken.values()]), sheet_of(size))
        sys.stdout.write(f"{sheet_of(size).name}: {', '.join(taken)}\n")


if __name__ == "__main__":
    main()
