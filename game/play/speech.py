"""The game's own voice: sentences spoken by a program of the system, each cut short by the next.

What is worth saying is the scene's and the window's; what a screen reader is told, next door in `access.py`.
Nothing here waits for a program: a thread starts and ends them.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue

LONGEST = 4_000
"""Characters of one utterance; a screen has fewer."""

USUAL_WORDS_A_MINUTE = 175
SECONDS_TO_END = 1.0


@dataclass(frozen=True)
class Manner:
    """How to speak: the language's code, times the usual speed, loudness from 0 to 1."""

    language: str = "en"
    rate: float = 1.0
    volume: float = 0.8


@dataclass(frozen=True)
class Voice:
    """A program that speaks what it reads: its name, how it is called, and what silences it beside ending it."""

    program: str
    arguments: Callable[[Manner], Sequence[str]]
    hush: tuple[str, ...] = ()


def _espeak(manner: Manner) -> Sequence[str]:
    return (
        "-v", manner.language,
        "-s", str(round(USUAL_WORDS_A_MINUTE * manner.rate)),
        "-a", str(round(200 * manner.volume)),
        "--stdin",
    )  # fmt: skip


def _dispatcher(manner: Manner) -> Sequence[str]:
    rate, volume = (manner.rate - 1) * 100, (manner.volume * 2 - 1) * 100
    return (
        "--pipe-mode", "--wait", "--language", manner.language,
        "--rate", str(max(-100, min(100, round(rate)))), "--volume", str(round(volume)),
    )  # fmt: skip


def _mac(manner: Manner) -> Sequence[str]:
    voice = {"de": ("-v", "Anna")}.get(manner.language, ())
    return (*voice, "-r", str(round(USUAL_WORDS_A_MINUTE * manner.rate)), "-f", "-")


def _windows(manner: Manner) -> Sequence[str]:
    rate = max(-10, min(10, round((manner.rate - 1) * 10)))
    script = (
        "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
        "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
        f"$voice.Rate = {rate}; $voice.Volume = {round(100 * manner.volume)}; "
        "try { $voice.SelectVoiceByHints(0, 0, 0, "
        f"[Globalization.CultureInfo]'{manner.language}') }} catch {{ }}; "
        "$voice.Speak([Console]::In.ReadToEnd())"
    )
    return ("-NoProfile", "-NonInteractive", "-Command", script)


VOICES: Mapping[str, tuple[Voice, ...]] = {
    "linux": (
        Voice("espeak-ng", _espeak),
        Voice("spd-say", _dispatcher, hush=("--cancel",)),
        Voice("espeak", _espeak),
    ),
    "darwin": (Voice("say", _mac),),
    "win32": (Voice("powershell", _windows),),
}
"""The programs to look for, the best first, by what Python calls the system."""


def find_voice(platform: str = sys.platform) -> Voice | None:
    """The first program of this system that is installed; None where there is none."""
    known = VOICES.get(platform, VOICES["linux"])
    return next((one for one in known if shutil.which(one.program)), None)


def sayable(text: str) -> str:
    """A text without what is only there for the eye: marks, line ends, dots between words."""
    plain = re.sub(r"\*\*|\{icon:[^}]*\}", "", text).replace("[[", "[ [").replace("·", ",")
    plain = "".join(one if one.isprintable() else " " for one in plain)
    return re.sub(r"\s+", " ", plain).strip()[:LONGEST]


def joined(texts: Sequence[str]) -> str:
    """What was said at the same moment, as sentences one after the other."""
    return " ".join(one if one.endswith((".", "!", "?", "“", "”")) else f"{one}." for one in texts)


class Speaker:
    """Says one thing at a time: the newest. What it is called with comes back at once."""

    def __init__(self, voice: Voice | None) -> None:
        self.voice = voice
        self._asked: SimpleQueue[tuple[str, Manner] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._running: subprocess.Popen[bytes] | None = None

    def say(self, text: str, manner: Manner) -> None:
        """Say a text now, instead of whatever is being said; an empty one is silence."""
        if self.voice is None or (self._thread is None and not text):
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, daemon=True, name="voice")
            self._thread.start()
        self._asked.put((sayable(text), manner))

    def close(self) -> None:
        """Fall silent, for good."""
        if self._thread is not None:
            self._asked.put(None)
            self._thread.join(2 * SECONDS_TO_END)
            self._thread = None

    # --- the thread ---------------------------------------------------------------------------

    def _work(self) -> None:
        going_on = True
        while going_on:
            asked = self._newest()
            self._end()
            if asked is None:
                going_on = False
            elif asked[0]:
                self._begin(*asked)

    def _newest(self) -> tuple[str, Manner] | None:
        """The last thing asked for; what came before it is not said any more."""
        asked = self._asked.get()
        with suppress(Empty):
            while asked is not None:
                asked = self._asked.get_nowait()
        return asked

    def _begin(self, text: str, manner: Manner) -> None:
        assert self.voice is not None, "there is no thread without a voice"
        # From a file, not through a pipe: a program that reads slowly holds nobody up.
        with tempfile.TemporaryFile() as said, suppress(OSError):
            said.write(text.encode())
            said.seek(0)
            self._running = subprocess.Popen(
                [self.voice.program, *self.voice.arguments(manner)],
                stdin=said,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    def _end(self) -> None:
        running, self._running = self._running, None
        if running is None or running.poll() is not None:
            return
        running.kill()
        running.wait()
        if self.voice is not None and self.voice.hush:
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(
                    [self.voice.program, *self.voice.hush],
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    timeout=SECONDS_TO_END,
                    check=False,
                )
