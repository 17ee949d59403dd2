"""Twelve screens look as they did when somebody last looked at them, at three sizes.

Made small, so that another version of the library that sets the letters makes no difference; `golden.py` makes them.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from game.authoring.words import load_words
from tests.play.golden import SIZES, STEPS, TILE, pictures, sheet_of, small, tiles_of
from tests.play.journeys import a_journey, on
from tests.play.table import bakery

MEAN = 0.01 * 255
"""By how much a small picture may differ on the average, of 255."""

STRONG, FEW = 48, 8
"""How many points of a small picture may differ by more than so much."""

BLOCK = 6.0
"""By how much six by six points of it may differ on the average: a button of paper on paper differs by 8 to 16."""


def points(tile: pygame.Surface) -> NDArray[np.int16]:
    """The colours of a small picture."""
    wide, high = tile.get_size()
    raw = np.frombuffer(pygame.image.tobytes(tile, "RGB"), np.uint8)
    return raw.reshape(high, wide, 3).astype(np.int16)


def difference(one: pygame.Surface, other: pygame.Surface) -> str:
    """In what two small pictures differ, in words; empty where they are as good as the same."""
    apart = np.abs(points(one) - points(other))
    mean, strong = float(apart.mean()), int((apart.max(axis=2) > STRONG).sum())
    high, wide, _ = apart.shape
    block = float(apart.reshape(high // 6, 6, wide // 6, 6, 3).mean(axis=(1, 3, 4)).max())
    told = f"{mean:.1f} on the average, {strong} points by much, {block:.1f} at one place"
    return told if mean > MEAN or strong > FEW or block > BLOCK else ""


@pytest.mark.full
@pytest.mark.window
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_screen_looks_as_it_did(tmp_path: Path, size: tuple[int, int]) -> None:
    taken = pictures(size, tmp_path)
    known = dict(zip(STEPS, tiles_of(pygame.image.load(sheet_of(size))), strict=True))
    differing = {
        place: told
        for place, picture in taken.items()
        if (told := difference(small(picture), known[place]))
    }
    remedy = (
        "look at `python -m tests.play.golden --show FOLDER`, and commit its sheets if all is well"
    )
    assert differing == {}, remedy


@pytest.mark.window
@pytest.mark.parametrize("button", ["new", "settings", "quit"])
def test_a_button_that_is_missing_would_be_noticed(tmp_path: Path, button: str) -> None:
    words = load_words()
    with on(a_journey(tmp_path / "saves", bakery()).title(), tmp_path, words=words) as pilot:
        whole = pilot.app.window.get_surface()
        place = pilot.find(button).rect
        without = whole.copy()
        without.fill(whole.get_at((place.x - 6, place.centery)), place)
        assert difference(small(whole.copy()), small(without)) != ""


@pytest.mark.parametrize("place", STEPS)
def test_a_spot_of_another_colour_would_be_noticed(place: str) -> None:
    tile = tiles_of(pygame.image.load(sheet_of(SIZES[0])))[list(STEPS).index(place)]
    assert difference(tile, tile) == ""
    changed = tile.copy()
    spot = pygame.Rect(40, 30, 9, 3)  # 120 x 40 design units, anywhere
    red, green, blue, *_ = pygame.transform.average_color(tile, spot)
    changed.fill([(level + 128) % 256 for level in (red, green, blue)], spot)
    assert difference(tile, changed) != ""


def test_sheets_hold_every_screen() -> None:
    for size in SIZES:
        wide, high = pygame.image.load(sheet_of(size)).get_size()
        assert wide * high >= len(STEPS) * TILE[0] * TILE[1]
