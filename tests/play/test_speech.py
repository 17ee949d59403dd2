"""The game's own voice: what is said aloud, what cuts it short, and that no frame waits for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from game.play import speech
from game.play.kit import Settings
from game.play.speech import VOICES, Manner, Speaker, Voice, find_voice, sayable
from tests.conftest import lacking
from tests.play.conftest import Launch
from tests.play.controls import Controls
from tests.play.gallery import Gallery
from tests.play.journeys import at_the_title

FAKE = """#!/bin/sh
printf '%s ' "$@" > "{folder}/$$.called"
cat > "{folder}/$$.part"
mv "{folder}/$$.part" "{folder}/$$.said"
exec sleep 60
"""
"""A voice that keeps what it was told and then speaks for a minute."""

CAN_FAKE = pytest.mark.skipif(os.name != "posix", reason="the fake voice is a shell script")


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a fake espeak-ng, the only voice there is, keeps what it was told."""
    programs, told = tmp_path / "programs", tmp_path / "told"
    programs.mkdir()
    told.mkdir()
    script = programs / "espeak-ng"
    script.write_text(FAKE.format(folder=told))
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("game.play.window.find_voice", lambda: VOICES["linux"][0])
    return told


def soon(come: Callable[[], object]) -> None:
    """Wait until something has come about in another process."""
    last = time.monotonic() + 20
    while not come():
        assert time.monotonic() < last, "it has not come about"
        time.sleep(0.005)


def said(told: Path) -> list[str]:
    """All that the fake voice was told, the oldest first."""
    files = sorted(told.glob("*.said"), key=lambda one: one.stat().st_mtime_ns)
    return [one.read_text(encoding="utf-8") for one in files]


def living(told: Path) -> list[int]:
    """The processes of the fake voice that still speak."""
    return [number for one in told.glob("*.said") if _lives(number := int(one.stem))]


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


# --- the speaker ----------------------------------------------------------------------------------


@CAN_FAKE
def test_the_next_thing_said_cuts_the_one_before_short(fake: Path) -> None:
    speaker = Speaker(VOICES["linux"][0])
    speaker.say("One moment", Manner())
    soon(lambda: said(fake) == ["One moment"])
    speaker.say("Something else", Manner())
    soon(lambda: said(fake) == ["One moment", "Something else"])
    assert len(living(fake)) == 1
    speaker.say("", Manner())
    soon(lambda: not living(fake))
    speaker.close()


@CAN_FAKE
def test_nothing_is_said_any_more_once_it_is_closed(fake: Path) -> None:
    speaker = Speaker(VOICES["linux"][0])
    speaker.say("A long story", Manner())
    soon(lambda: said(fake))
    speaker.close()
    assert living(fake) == []


def test_saying_does_not_wait_for_the_program_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    may_start, started = threading.Event(), threading.Event()

    def slow(*_: object, **__: object) -> None:
        started.set()
        may_start.wait(20)
        raise OSError

    monkeypatch.setattr(subprocess, "Popen", slow)
    speaker = Speaker(VOICES["linux"][0])
    speaker.say("One", Manner())
    assert started.wait(20)
    for number in range(100):
        speaker.say(f"Still here {number}", Manner())
    may_start.set()
    speaker.close()


def test_what_is_overtaken_before_it_began_is_never_said(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    first, go_on = threading.Event(), threading.Event()

    def begin(_: Speaker, text: str, __: Manner) -> None:
        begun.append(text)
        first.set()
        go_on.wait(20)

    monkeypatch.setattr(Speaker, "_begin", begin)
    speaker = Speaker(VOICES["linux"][0])
    speaker.say("one", Manner())
    assert first.wait(20)
    for text in ("two", "three", "four"):
        speaker.say(text, Manner())
    go_on.set()
    soon(lambda: len(begun) > 1)
    speaker.close()
    assert begun == ["one", "four"]


def test_a_program_that_is_gone_is_silence() -> None:
    speaker = Speaker(Voice("no-such-voice", lambda _: ()))
    speaker.say("Is anybody there?", Manner())
    speaker.close()


def test_without_a_voice_no_thread_is_started() -> None:
    speaker = Speaker(None)
    before = threading.active_count()
    speaker.say("Nobody hears", Manner())
    assert threading.active_count() == before
    speaker.close()


@pytest.mark.parametrize("platform", VOICES)
@pytest.mark.parametrize("volume", [0.0, 0.5, 1.0])
def test_a_manner_is_told_in_each_program_s_own_terms(platform: str, volume: float) -> None:
    for voice in VOICES[platform]:
        slow = voice.arguments(Manner("de", 0.5, volume))
        fast = voice.arguments(Manner("de", 3.0, volume))
        assert slow != fast, voice.program
        assert all(isinstance(one, str) for one in slow)
        assert not any("{" in one and "}" not in one for one in slow)


def test_the_best_voice_that_is_installed_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = {"spd-say", "espeak"}
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}" if name in installed else None)
    assert (found := find_voice("linux")) is not None
    assert found.program == "spd-say"
    assert find_voice("darwin") is None
    assert (other := find_voice("freebsd14")) is not None, "any other system is asked like Linux"
    assert other.program == "spd-say"


def test_only_what_can_be_spoken_is_spoken() -> None:
    assert (
        sayable("So **good**\n  {icon:heart} it is · week\u00a07\x07") == "So good it is , week 7"
    )
    assert "[[" not in sayable("[[volm 1]] loud")
    assert len(sayable("word " * 5_000)) <= speech.LONGEST


# --- in the game ----------------------------------------------------------------------------------


@CAN_FAKE
@pytest.mark.window
def test_the_focus_is_said_aloud_and_f9_switches_it(fake: Path, launch: Launch) -> None:
    pilot = launch(Gallery())
    pilot.press("tab")
    pilot.press("f9")
    soon(lambda: said(fake) == ["The game speaks."])
    pilot.press("tab", "tab")
    soon(lambda: said(fake)[-1:] == [sayable(f"{pilot.spoken[-1]}.")])
    assert len(living(fake)) == 1
    pilot.press("f9")
    soon(lambda: not living(fake))
    heard = len(said(fake))
    pilot.press("tab")
    assert len(said(fake)) == heard
    assert not pilot.app.settings.speech


@CAN_FAKE
@pytest.mark.window
def test_f2_says_the_last_thing_again_and_f4_all(fake: Path, launch: Launch) -> None:
    pilot = launch(Gallery(), settings=Settings(speech=True, speech_rate=2.0))
    pilot.app.say("It rains.")
    pilot.frame()
    soon(lambda: said(fake)[-1:] == ["It rains."])
    pilot.press("f2")
    soon(lambda: said(fake)[-2:] == ["It rains.", "It rains."])
    pilot.press("f4")
    soon(lambda: "What people say" in said(fake)[-1])
    called = next(iter(fake.glob("*.called"))).read_text()
    assert "-s 350" in called
    assert "-v en" in called


@CAN_FAKE
@pytest.mark.window
def test_a_card_is_read_whole_even_where_the_focus_moves_in_the_same_frame(
    fake: Path, launch: Launch
) -> None:
    pilot = launch(Controls(), settings=Settings(speech=True))
    pilot.app.say("A sour review")
    pilot.app.say("Stale on a Monday")
    pilot.frame()
    soon(lambda: said(fake)[-1:] == ["A sour review. Stale on a Monday."])


@pytest.mark.window
def test_where_there_is_no_voice_a_remark_says_so(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.play.window.find_voice", lambda: None)
    pilot = launch(Gallery())
    pilot.press("f9")
    assert any("No voice was found" in one.text for one in pilot.texts())
    assert "No voice was found" in pilot.spoken[-1]


@CAN_FAKE
@pytest.mark.window
def test_the_first_start_asks_whether_to_speak_and_the_settings_change_how(
    fake: Path, tmp_path: Path
) -> None:
    with at_the_title(tmp_path) as pilot:
        pilot.click("speech")
        soon(lambda: any("The game speaks." in one for one in said(fake)))
        pilot.click("settings")
        pilot.click("tabs.head.2")
        pilot.click("speech_rate")
        assert pilot.app.settings.speech_rate > 1.5
        assert "espeak-ng" in pilot.find("speech.note").name()
    assert living(fake) == []
    with at_the_title(tmp_path) as pilot:
        assert pilot.app.settings.speech
        assert not pilot.shows("speech")


@pytest.mark.window
def test_the_first_start_does_not_ask_where_there_is_no_voice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.play.window.find_voice", lambda: None)
    with at_the_title(tmp_path) as pilot:
        assert not pilot.shows("speech")
        pilot.click("settings")
        pilot.click("tabs.head.2")
        assert "espeak-ng" in pilot.find("speech.note").name()


# --- a real one -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Some have gone. Who has left?"), ("de", "Ein paar sind gegangen. Wer ist gegangen?")],
)
def test_the_real_espeak_says_it_louder_and_faster_as_asked(
    tmp_path: Path, language: str, text: str
) -> None:
    if shutil.which("espeak-ng") is None:
        lacking("It needs espeak-ng.")
    voice = VOICES["linux"][0]

    def heard(manner: Manner) -> tuple[float, int]:
        file = tmp_path / "said.wav"
        command = [voice.program, *voice.arguments(manner), "-w", str(file)]
        subprocess.run(command, input=text.encode(), check=True, timeout=30)
        with wave.open(str(file), "rb") as sound:
            samples = np.frombuffer(sound.readframes(sound.getnframes()), dtype="<i2")
            return len(samples) / sound.getframerate(), int(np.abs(samples.astype(int)).max())

    usual, quick = heard(Manner(language, 1.0, 0.4)), heard(Manner(language, 2.0, 0.4))
    quiet = heard(Manner(language, 1.0, 0.1))
    assert usual[0] > 1.0
    assert quick[0] < usual[0] * 0.75
    assert quiet[1] < usual[1] / 2
