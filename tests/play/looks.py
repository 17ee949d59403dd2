"""Pictures of every place of `places.py`, after each of its steps, as one looks at them: large, and on one sheet.

`python -m tests.play.looks FOLDER --size 1280x720 --text 1.5 --language de --grey` leaves them in the folder; words of
places may follow, to take those alone. Nothing here is compared with anything: that is `golden.py`.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pygame

from game.authoring.words import load_words
from game.play.kit import Settings
from game.play.scenarios import Scenarios
from game.play.screens.journey import Journey
from tests.play.journeys import LUCK, on
from tests.play.places import PLACES

ACROSS = 4
TILE = (480, 270)


def looks(
    size: tuple[int, int],
    settings: Settings,
    places: Sequence[str] = tuple(PLACES),
    *,
    grey: bool = False,
) -> Iterator[tuple[str, pygame.Surface]]:
    """Each place after each of its steps, by name; the scenarios to choose from are those that ship."""
    words = load_words(settings.language or "en")
    for place in places:
        make, steps = PLACES[place]
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            offer = Scenarios(language=settings.language or "en")
            journey = Journey(home / "saves", offer, luck=lambda: LUCK)
            with on(make(journey, words), home, size=size, settings=settings, words=words) as pilot:
                for number, step in enumerate(steps, 1):
                    step(pilot)
                    pilot.frame(2)
                    pilot.texts()
                    picture = pilot.app.window.get_surface().copy()
                    name = f"{place.replace(' ', '-')}-{number}"
                    yield name, pygame.transform.grayscale(picture) if grey else picture


def sheet(pictures: Sequence[pygame.Surface]) -> pygame.Surface:
    """Pictures made small, side by side in rows."""
    whole = pygame.Surface((TILE[0] * ACROSS, TILE[1] * -(-len(pictures) // ACROSS)))
    for number, picture in enumerate(pictures):
        row, column = divmod(number, ACROSS)
        whole.blit(pygame.transform.smoothscale(picture, TILE), (column * TILE[0], row * TILE[1]))
    return whole


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([1-9][0-9]{2,3})x([1-9][0-9]{2,3})", text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text}: give width and height, such as 1280x720.")
    return int(found[1]), int(found[2])


def main() -> None:
    """Take the pictures that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.play.looks", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "places", nargs="*", help="words that a place's name has; all places without"
    )
    parser.add_argument("--size", type=_size, default=(1280, 720), help="1280x720")
    parser.add_argument("--text", type=float, default=1.0, help="times the usual size of text")
    parser.add_argument("--language", default="en")
    parser.add_argument("--grey", action="store_true", help="without colour")
    parser.add_argument("--contrast", action="store_true", help="high contrast")
    parser.add_argument("--projector", action="store_true")
    given = parser.parse_args()
    settings = Settings(
        reduced_motion=True,
        text_size=given.text,
        language=given.language,
        high_contrast=given.contrast,
        projector=given.projector,
    )
    wanted = [one for one in PLACES if not given.places or any(w in one for w in given.places)]
    if not wanted:
        parser.error(f"no place has these words in its name; there are {', '.join(PLACES)}.")
    given.folder.mkdir(parents=True, exist_ok=True)
    taken = []
    for name, picture in looks(given.size, settings, wanted, grey=given.grey):
        pygame.image.save(picture, given.folder / f"{name}.png")
        taken.append(picture)
        sys.stdout.write(f"{name}\n")
    pygame.image.save(sheet(taken), given.folder / "sheet.png")


if __name__ == "__main__":
    main()
