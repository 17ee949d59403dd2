"""The light in the room: of the day, the season and the year, so that time can be seen to pass."""

from __future__ import annotations

from itertools import pairwise

import pygame
import pytest

from game import paths
from game.authoring.words import load_words
from game.play.figures.hall import Setting, hall_picture
from game.play.kit.look import Drawer, Look

SIZE = (300, 220)


@pytest.fixture(scope="module")
def look() -> Look:
    """How things look by default."""
    return Look(drawer=Drawer(paths.assets()), words=load_words())


def brightness(picture: pygame.Surface, x: float, y: float) -> int:
    """How bright a spot of the floor is."""
    red, green, blue, _ = pygame.transform.average_color(
        picture, pygame.Rect(round(SIZE[0] * x) - 4, round(SIZE[1] * y) - 4, 8, 8)
    )
    return red + green + blue


def test_it_gets_dark_sooner_in_winter_than_in_spring_and_last_in_summer() -> None:
    dark = [sum(Setting(season, 0, week).dusk for week in range(13)) for season in range(4)]
    spring, summer, autumn, winter = dark
    assert summer < spring < autumn < winter
    for season in range(4):
        evenings = [Setting(season, 0, week).dusk for week in range(13)]
        assert evenings[0] == 0
        assert all(before <= now for before, now in pairwise(evenings))


@pytest.mark.parametrize("season", range(4))
def test_in_the_evening_the_edges_are_darker_and_the_lamps_shine_in_the_middle(
    look: Look, season: int
) -> None:
    noon = hall_picture(look, SIZE, Setting(season, 0, 0))
    evening = hall_picture(look, SIZE, Setting(season, 0, 12))
    edge, middle = (0.2, 0.97), (0.5, 0.85)
    assert brightness(evening, *edge) < brightness(noon, *edge) - 40
    fallen = brightness(noon, *edge) - brightness(evening, *edge)
    assert brightness(noon, *middle) - brightness(evening, *middle) < fallen - 20


def test_every_season_and_every_year_looks_different(look: Look) -> None:
    seen = {
        pygame.image.tobytes(hall_picture(look, SIZE, Setting(season, year, 3)), "RGB")
        for season in range(4)
        for year in range(4)
    }
    assert len(seen) == 16
