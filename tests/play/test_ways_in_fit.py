"""Title, choice, briefing, menu, settings, shelf, looking back, ending: nothing is cut off, too small or unnamed.

What must be true of these and of the table as well is in `test_every_screen.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.words import load_words
from game.play.kit import Settings
from tests.play.journeys import a_journey, on
from tests.play.overflow import misfits, small_targets, small_texts
from tests.play.places import WAYS_IN
from tests.play.table import bakery

pytestmark = pytest.mark.window

LANGUAGES = {
    "english": load_words(),
    "german": load_words("de"),
    "longer": load_words(pseudo=True),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text_size", [1.0, 1.3, 2.0])
@pytest.mark.parametrize("place", WAYS_IN)
def test_everything_fits_at_every_text_size(
    tmp_path: Path, place: str, text_size: float, language: str
) -> None:
    make, steps = WAYS_IN[place]
    journey = a_journey(tmp_path / "saves", bakery())
    settings, words = Settings(text_size=text_size), LANGUAGES[language]
    with on(make(journey, words), tmp_path, settings=settings, words=words) as pilot:
        for step in steps:
            step(pilot)
            assert misfits(pilot) == []
            assert small_texts(pilot) == []


@pytest.mark.parametrize("size", [(960, 540), (1920, 1080), (1000, 1400)])
@pytest.mark.parametrize("place", WAYS_IN)
def test_everything_fits_in_every_window(tmp_path: Path, place: str, size: tuple[int, int]) -> None:
    make, steps = WAYS_IN[place]
    journey = a_journey(tmp_path / "saves", bakery())
    with on(make(journey, load_words()), tmp_path, size=size) as pilot:
        for step in steps:
            step(pilot)
            assert misfits(pilot) == []
            assert small_targets(pilot) == []
