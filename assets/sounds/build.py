"""Makes the sounds beside it: `python assets/sounds/build.py`. A test compares them."""
# ruff: noqa: INP001  (a workshop tool beside what it makes, not part of the game)

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 44_100
Wave = NDArray[np.float64]
# Each sound: (start in seconds, length in seconds, pitch in hertz, loudness), one entry a tone.
SOUNDS: dict[str, list[tuple[float, float, float, float]]] = {
    "press": [(0, 0.07, 520, 0.5), (0, 0.03, 1560, 0.15)],
    "tick": [(0, 0.035, 880, 0.35)],
    "choose": [(0, 0.10, 587, 0.45), (0.06, 0.16, 880, 0.4)],
    "no": [(0, 0.09, 233, 0.5), (0.07, 0.12, 196, 0.45)],
    "card": [(0, 0.22, 392, 0.4), (0.10, 0.28, 523, 0.4), (0.10, 0.28, 659, 0.25)],
    "light": [(0, 0.25, 659, 0.3), (0.08, 0.3, 880, 0.3), (0.16, 0.45, 1319, 0.3)],
    "season": [(0, 0.3, 523, 0.35), (0.12, 0.35, 784, 0.3)],
    "ending": [
        (0, 0.5, 392, 0.3),
        (0.18, 0.6, 494, 0.3),
        (0.36, 0.9, 587, 0.3),
        (0.36, 0.9, 784, 0.2),
    ],
}


def tone(length: float, pitch: float, loudness: float) -> Wave:
    """A soft struck tone: a sine and a little of its octave, dying away."""
    time = np.arange(round(length * RATE)) / RATE
    body = np.sin(2 * np.pi * pitch * time) + 0.2 * np.sin(4 * np.pi * pitch * time)
    envelope = np.minimum(1, time / 0.004) * np.exp(-4.5 * time / length) * (1 - time / length)
    return loudness * body * envelope


def samples(name: str) -> NDArray[np.int16]:
    """A sound of the list as 16-bit samples."""
    tones = SOUNDS[name]
    whole = np.zeros(round(max(start + length for start, length, _, _ in tones) * RATE) + 1)
    for start, length, pitch, loudness in tones:
        one = tone(length, pitch, loudness)
        begin = round(start * RATE)
        whole[begin : begin + len(one)] += one
    return np.asarray(np.round(np.clip(whole, -1, 1) * 0.8 * 32_767), dtype=np.int16)


def main() -> None:
    """Write every sound."""
    for name in SOUNDS:
        with wave.open(str(Path(__file__).with_name(f"{name}.wav")), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples(name).astype("<i2").tobytes())


if __name__ == "__main__":
    main()
