"""Sounds are small, made by their script, and nobody's game depends on them."""

from __future__ import annotations

import importlib.util
import wave
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from game import paths
from game.play.kit.sound import NAMES, Loudspeaker

FOLDER = paths.assets() / "sounds"


def script() -> ModuleType:
    """The script that makes the sounds."""
    spec = importlib.util.spec_from_file_location("sounds_build", FOLDER / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", NAMES)
def test_every_sound_is_what_its_script_makes(name: str) -> None:
    with wave.open(str(FOLDER / f"{name}.wav"), "rb") as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (44_100, 1, 2)
        kept = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
    made = script().samples(name)
    assert kept.shape == made.shape
    assert np.abs(kept.astype(int) - made.astype(int)).max() <= 1
    assert np.abs(kept.astype(int)).max() > 3_000, "nobody could hear it"


def test_every_sound_there_is_has_a_name() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.wav")) == sorted(NAMES)


def test_without_a_device_there_is_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    speaker = Loudspeaker(FOLDER, 1.0)
    speaker.play("press")
    assert speaker.played == ["press"]
    speaker.close()


def test_an_unknown_sound_and_no_volume_are_silence(tmp_path: Path) -> None:
    speaker = Loudspeaker(tmp_path, 1.0)
    speaker.play("nothing")
    speaker.volume = 0
    speaker.play("press")
    speaker.close()
