"""The pilot drives the real application and counts what a person would have to read and press."""

from __future__ import annotations

import os
from pathlib import Path

import pygame
import pytest

from game.play.kit import Settings
from game.play.pilot import piloted
from tests.play.conftest import Launch
from tests.play.controls import Controls
from tests.play.gallery import Gallery

pytestmark = pytest.mark.window


def test_it_counts_inputs_and_moving_the_mouse_is_none(launch: Launch) -> None:
    pilot = launch(Gallery())
    assert pilot.inputs == 0
    pilot.move("start")
    pilot.press("tab", "tab")
    pilot.click("undo")
    assert pilot.inputs == 3


def test_it_counts_every_word_that_was_visible_once(launch: Launch) -> None:
    screen = Controls()
    pilot = launch(screen)
    counted = pilot.words_read
    texts = {one.text for one in pilot.texts()}
    tokens = [token for text in texts for token in text.split()]
    assert counted == sum(token.upper() != token.lower() for token in tokens) > 20
    pilot.frame(10)
    pilot.texts()
    assert pilot.words_read == counted
    screen.ask()
    pilot.frame()
    assert pilot.words_read > counted + 30


def test_words_that_are_scrolled_away_are_not_counted(launch: Launch) -> None:
    pilot = launch(Gallery(), size=(960, 540), settings=Settings(text_size=2.0))
    before = pilot.words_read
    pilot.press("page down")
    assert 0 < before < pilot.words_read


def test_its_pictures_show_the_window(launch: Launch, tmp_path: Path) -> None:
    pilot = launch(Gallery(), size=(1000, 600))
    path = pilot.picture("gallery")
    assert path.parent == tmp_path
    assert pygame.image.load(path).get_size() == (1000, 600)


def test_it_names_what_is_there_when_asked_for_what_is_not(launch: Launch) -> None:
    pilot = launch(Gallery())
    assert not pilot.shows("nothing")
    with pytest.raises(LookupError, match=r"'nothing'; there are .*lever\.0"):
        pilot.find("nothing")


def test_it_leaves_the_environment_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy,offscreen")
    monkeypatch.delenv("SDL_AUDIODRIVER", raising=False)
    with piloted(Gallery(), home=tmp_path):
        assert os.environ["SDL_VIDEODRIVER"] == "dummy"
    assert os.environ["SDL_VIDEODRIVER"] == "dummy,offscreen"
    assert "SDL_AUDIODRIVER" not in os.environ


def test_two_flights_with_the_same_keys_show_the_same(launch: Launch) -> None:
    pictures = []
    for _ in range(2):
        pilot = launch(Gallery())
        pilot.press("tab", "tab", "down", "left")
        pilot.wait(0.5)
        pictures.append(pilot.pixels())
    assert pictures[0] == pictures[1]
