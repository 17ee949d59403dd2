"""The music: in tune, never too loud, without a leap where it begins again, and nothing at all until it is wanted.

Nobody has listened to it here: what can be measured of it is.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.play.kit import Settings
from game.play.kit.music import (
    LAYERS,
    LENGTH,
    MOODS,
    PEAK,
    RATE,
    SEASONS,
    Music,
    loop,
    pitch,
    samples,
)
from game.play.kit.sound import Loudspeaker
from game.play.screens.played_table import PlayedTable
from tests.conftest import lacking
from tests.play.journeys import a_journey, at_the_title, on
from tests.play.table import bakery, new_game

SPRING, WINTER = 0, 3


@pytest.mark.parametrize("season", range(4))
def test_all_layers_together_stay_below_what_effects_need(season: int) -> None:
    layers = samples(season)
    together = np.sum([wave.astype(int) for wave in layers.values()], axis=0)
    assert np.abs(together).max() <= round(PEAK * 32_767) + len(LAYERS)
    for wave in layers.values():
        assert len(wave) == round(LENGTH * RATE)
        assert np.abs(wave.astype(int)).max() > 3_000, "nobody could hear it"
        assert abs(float(wave.mean())) < 40, "it pushes the loudspeaker to one side"


@pytest.mark.parametrize("season", range(4))
@pytest.mark.parametrize("layer", LAYERS)
def test_the_end_runs_over_into_the_beginning(season: int, layer: str) -> None:
    wave = loop(season, layer)
    around = np.concatenate([wave[-2_000:], wave[:2_000]])
    assert abs(wave[0] - wave[-1]) <= np.abs(np.diff(wave)).max()
    # No click: what leaps from one sample to the next at the seam is what leaps beside it.
    leaps = np.abs(np.diff(around))
    assert leaps[1_999] <= np.quantile(np.abs(np.diff(wave)), 0.999) * 1.5
    assert np.abs(wave[: RATE // 2]).max() > 0.02, "it falls silent at the seam"


@pytest.mark.parametrize("season", range(4))
def test_the_pad_plays_the_chord_that_is_written(season: int) -> None:
    score = SEASONS[season]
    bar = loop(season, "pad")[round(1.2 * RATE) : round(2.8 * RATE)]
    heard = np.abs(np.fft.rfft(bar * np.hanning(len(bar))))
    frequencies = np.fft.rfftfreq(len(bar), 1 / RATE)

    def loud(note: int) -> float:
        near = np.abs(frequencies - pitch(note)) < 3
        return float(heard[near].max())

    chord = [score.root + step for step in score.chords[0][:3]]
    other = [note + 1 for note in chord if note + 1 not in chord]
    assert min(loud(note) for note in chord) > 4 * max(loud(note) for note in other)


def test_it_is_not_shrill_and_not_a_rumble() -> None:
    for season in range(4):
        whole = np.sum([loop(season, layer) for layer in LAYERS], axis=0)[: 8 * RATE]
        power = np.abs(np.fft.rfft(whole)) ** 2
        frequencies = np.fft.rfftfreq(len(whole), 1 / RATE)
        assert power[frequencies < 40].sum() < 0.02 * power.sum()
        assert power[frequencies > 4_000].sum() < 0.01 * power.sum()


def test_seasons_differ_and_are_the_same_each_time() -> None:
    assert not np.array_equal(loop(0, "pluck"), loop(3, "pluck"))
    assert np.array_equal(loop(2, "pluck"), loop(2, "pluck"))


def test_it_is_off_until_somebody_wants_it() -> None:
    assert Settings().music_volume == 0
    music = Music()
    music.tick(1.0, 0.0, has_device=True)
    assert not music.is_playing
    assert music._maker is None, "nothing is calculated for nobody"


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):  # type: ignore[no-untyped-def]
    """A loudspeaker that nobody hears."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    speaker = Loudspeaker(tmp_path, 1.0)
    if not speaker.is_open():
        lacking("SDL has no dummy sound device.")
    yield speaker
    speaker.close()


def test_layers_come_and_go_with_what_goes_on(device: Loudspeaker) -> None:
    music = Music()
    music.tell(1, "run")
    _until_it_plays(music)
    for _ in range(40):
        music.tick(0.1, 0.5, has_device=True)
    assert music.loudness == MOODS["run"]
    music.tell(1, "plan")
    music.tick(0.1, 0.5, has_device=True)
    assert MOODS["plan"]["walk"] < music.loudness["walk"] < MOODS["run"]["walk"], "it breaks off"
    for _ in range(40):
        music.tick(0.1, 0.5, has_device=True)
    assert music.loudness == MOODS["plan"]
    music.tick(0.1, 0.0, has_device=True)
    assert not music.is_playing


def test_another_season_fades_into_its_own_music(device: Loudspeaker) -> None:
    music = Music()
    music.tell(0, "plan")
    _until_it_plays(music)
    for _ in range(40):
        music.tick(0.1, 0.5, has_device=True)
    music.tell(1, "plan")
    music.tick(0.1, 0.5, has_device=True)
    assert 0 < music.loudness["pad"] < MOODS["plan"]["pad"]
    _until_it_plays(music)
    for _ in range(40):
        music.tick(0.1, 0.5, has_device=True)
    assert music._playing == 1
    music.stop()


def test_a_season_begins_when_the_one_before_has_faded_away(device: Loudspeaker) -> None:
    begun: list[dict[str, float]] = []

    class Listened(Music):
        """Notes how loud the season before still is."""

        def _begin(self) -> None:
            begun.append(self.loudness)
            super()._begin()

    music = Listened()
    music._fresh = {0: samples(0)}
    music.tell(0, "run")
    _until_it_plays(music)
    for _ in range(40):
        music.tick(0.1, 0.5, has_device=True)
    music._fresh = {1: samples(1)}
    music.tell(1, "run")
    _until_it_plays(music)
    assert begun == [dict.fromkeys(LAYERS, 0.0)] * 2
    music.stop()


def test_silence_keeps_nothing_of_what_was_calculated() -> None:
    music = Music()
    music._fresh = {0: samples(0)}
    music.tick(0.1, 0.0, has_device=True)
    assert not music._fresh
    assert not music._made


def test_a_device_that_somebody_else_let_go_is_let_go(device: Loudspeaker) -> None:
    music = Music()
    music._fresh = {0: samples(0)}
    _until_it_plays(music)
    pygame.mixer.quit()
    assert not device.is_open()
    music.tick(0.1, 0.5, has_device=device.is_open())
    assert not music.is_playing
    device.play("press")
    device.close()


def test_music_that_plays_on_a_lost_device_ends_in_silence(device: Loudspeaker) -> None:
    music = Music()
    music._fresh = {0: samples(0)}
    _until_it_plays(music)
    pygame.mixer.quit()
    music.stop()
    assert not music.is_playing


def test_what_it_is_calculated_with_is_loaded_before_it_is_calculated_beside_the_game() -> None:
    looks = """
import sys, threading
from game.play.kit.music import Music

class Looking(threading.Thread):
    def start(self):
        print("numpy" in sys.modules)

assert "numpy" not in sys.modules
threading.Thread = Looking
Music().tick(0.1, 0.5, has_device=True)
"""
    done = subprocess.run(
        [sys.executable, "-c", looks], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split()[-1] == "True"


def _until_it_plays(music: Music) -> None:
    """Let frames pass until what is wanted has been calculated and begun."""
    last = time.monotonic() + 60
    while music._playing != music.season:
        assert time.monotonic() < last
        music.tick(0.01, 0.5, has_device=True)
        time.sleep(0.01)


@pytest.mark.window
def test_the_table_says_what_goes_on(tmp_path: Path) -> None:
    with on(PlayedTable(a_journey(tmp_path / "saves", bakery()), new_game()), tmp_path) as pilot:
        music = pilot.app.music
        assert (music.season, music.mood) == (WINTER, "plan")
        pilot.press("return")
        pilot.frame(2)
        assert music.mood == "run"
        pilot.press("f1")
        pilot.frame(2)
        assert music.mood == "ask"
        assert not music.is_playing


@pytest.mark.window
def test_where_nobody_plays_it_is_still_in_the_season_that_it_was_in(tmp_path: Path) -> None:
    journey = a_journey(tmp_path / "saves", bakery())
    with on(PlayedTable(journey, new_game(seasons=1)), tmp_path) as pilot:
        music = pilot.app.music
        pilot.press("return")  # the season before has been revealed
        pilot.press("return")
        pilot.frame(2)
        assert (music.season, music.mood) == (SPRING, "run")
        pilot.press("escape")
        assert pilot.screen == "menu"
        assert (music.season, music.mood) == (SPRING, "still")
        pilot.press("escape")
        assert (music.season, music.mood) == (SPRING, "plan")
        pilot.app.reset(journey.title())
        pilot.frame()
        assert (music.season, music.mood) == (SPRING, "still")


@pytest.mark.window
def test_its_volume_is_set_beside_the_others_and_stays(tmp_path: Path) -> None:
    with at_the_title(tmp_path, bakery()) as pilot:
        pilot.click("settings")
        pilot.click("tabs.head.2")
        pilot.app.scene.focus_on(pilot.find("music"))
        pilot.press("right", "right")
        wanted = pilot.app.settings.music_volume
        assert wanted > 0
    with at_the_title(tmp_path, bakery()) as pilot:
        assert pilot.app.settings.music_volume == wanted
