"""Music of the game's own: calculated when it is first wanted, in layers that come and go; silent by default.

Effects are next door in `sound.py`, which opens the device. A loop is a season's chords, plucked over a pad; the
layers say whether one plans, or weeks run, or a light has gone on. Nothing is told by it that is not seen as well.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

import pygame

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Wave = NDArray[np.float64]

RATE = 44_100
BEAT = 0.8
"""Seconds of a beat: a slow walk."""

BARS, BEATS = 8, 4
LENGTH = BEAT * BARS * BEATS
"""Seconds of a loop; its end runs over into its beginning."""

LAYERS = ("pad", "pluck", "walk")
PEAK = 0.5
"""How loud the layers are together at most, of what the device can; effects must stay above it."""

FADE = 1.6
"""Seconds in which a layer comes or goes."""

FIRST_CHANNEL = 5
CHANNELS = 8


class Season(NamedTuple):
    """A season's music: its lowest note (as a piano counts), eight chords in steps above it, notes in a bar."""

    root: int
    chords: tuple[tuple[int, ...], ...]
    notes: int
    bright: float


SEASONS: tuple[Season, ...] = (
    Season(50, ((0, 4, 7, 14), (9, 12, 16, 21), (5, 9, 12, 16), (7, 11, 14, 19)) * 2, 6, 0.50),
    Season(53, ((0, 4, 7, 16), (5, 9, 12, 17), (2, 5, 9, 14), (7, 11, 14, 17)) * 2, 8, 0.65),
    Season(48, ((9, 12, 16, 21), (5, 9, 12, 16), (0, 4, 7, 14), (4, 7, 11, 16)) * 2, 5, 0.38),
    Season(45, ((0, 3, 7, 14), (8, 12, 15, 20), (3, 7, 10, 15), (10, 14, 17, 22)) * 2, 4, 0.30),
)


def pitch(note: int) -> float:
    """The frequency of a note in hertz."""
    return 440.0 * float(2.0 ** ((note - 69) / 12))


def loop(season: int, layer: str) -> Wave:
    """One layer of a season, from -1 to 1; every note rings on over the seam."""
    import numpy as np

    score = SEASONS[season % len(SEASONS)]
    whole = np.zeros(round(LENGTH * RATE))
    tones: dict[tuple[float, float], Wave] = {}

    def plucked(frequency: float, bright: float) -> Wave:
        if (frequency, bright) not in tones:
            tones[frequency, bright] = _pluck(frequency, bright)
        return tones[frequency, bright]

    for bar, chord in enumerate(score.chords):
        start = bar * BEATS * BEAT
        match layer:
            case "pad":
                for step in chord[:3]:
                    _ring(whole, start, _swell(pitch(score.root + step), BEATS * BEAT * 1.5), 0.13)
            case "pluck":
                for number in range(score.notes):
                    # A walk through the chord that is another in every bar and the same in every year.
                    step = chord[(number * 3 + bar * (1 + season)) % len(chord)]
                    at = start + BEATS * BEAT * number / score.notes
                    loud = 0.26 if number else 0.34
                    _ring(whole, at, plucked(pitch(score.root + 12 + step), score.bright), loud)
            case _:
                for beat in range(BEATS):
                    low = pitch(score.root - 12 + chord[0] + (7 if beat == 2 else 0))
                    _ring(
                        whole,
                        start + beat * BEAT,
                        plucked(low, 0.2),
                        0.34 if beat % 2 == 0 else 0.2,
                    )
    return whole


def samples(season: int) -> dict[str, NDArray[np.int16]]:
    """All layers of a season as 16-bit samples, so loud that all of them together stay within the peak."""
    import numpy as np

    layers = {name: loop(season, name) for name in LAYERS}
    loudest = float(np.abs(np.sum(list(layers.values()), axis=0)).max())
    scale = PEAK / loudest * 32_767
    return {
        name: np.asarray(np.round(wave * scale), dtype=np.int16) for name, wave in layers.items()
    }


def _ring(whole: Wave, start: float, tone: Wave, loud: float) -> None:
    """Add a tone; what is left at the end goes on at the beginning."""
    at, left = round(start * RATE) % len(whole), len(tone)
    done = 0
    while left > 0:
        part = min(left, len(whole) - at)
        whole[at : at + part] += loud * tone[done : done + part]
        at, done, left = 0, done + part, left - part


def _swell(frequency: float, seconds: float) -> Wave:
    """A soft tone that comes and goes: two strings a little apart."""
    import numpy as np

    time = np.arange(round(seconds * RATE)) / RATE
    body = sum(
        np.sin(2 * np.pi * frequency * detune * time + detune) for detune in (0.9985, 1.0015)
    )
    envelope = np.sin(np.pi * time / seconds) ** 2
    made: Wave = (body + 0.25 * np.sin(2 * np.pi * frequency * 2 * time)) * envelope
    return made


def _pluck(frequency: float, bright: float) -> Wave:
    """A plucked string: overtones that die sooner the higher they are."""
    import numpy as np

    time = np.arange(round(1.9 * RATE)) / RATE
    made: Wave = np.zeros(len(time))
    for partial in range(1, 6):
        loud = bright ** (partial - 1) / partial
        made += (
            loud
            * np.sin(2 * np.pi * frequency * partial * time)
            * np.exp(-time * (1.6 + 1.3 * partial))
        )
    made *= np.minimum(1, time / 0.008) * np.minimum(1, (time[-1] - time) / 0.05)
    return made


MOODS: dict[str, dict[str, float]] = {
    "still": {"pad": 1.0, "pluck": 0.0, "walk": 0.0},
    "plan": {"pad": 0.9, "pluck": 0.55, "walk": 0.0},
    "run": {"pad": 0.7, "pluck": 1.0, "walk": 0.8},
    "ask": {"pad": 1.0, "pluck": 0.25, "walk": 0.0},
}
"""How loud each layer is while one looks, plans, lets weeks pass, or is asked something."""


class Music:
    """Plays the season and the mood it was told last. Makes nothing, and holds no memory, while its volume is 0."""

    def __init__(self) -> None:
        self.season = 0
        self.mood = "still"
        self.volume = 0.0
        self._made: dict[int, dict[str, pygame.mixer.Sound]] = {}
        self._fresh: dict[int, dict[str, NDArray[np.int16]]] = {}
        self._maker: threading.Thread | None = None
        self._playing = -1
        self._loud = dict.fromkeys(LAYERS, 0.0)

    def tell(self, season: int, mood: str) -> None:
        """What goes on now."""
        self.season = season % len(SEASONS)
        self.mood = mood if mood in MOODS else "still"

    @property
    def is_playing(self) -> bool:
        """Whether anything sounds."""
        return self._playing >= 0

    @property
    def loudness(self) -> dict[str, float]:
        """How loud each layer is now, without the volume."""
        return dict(self._loud)

    def tick(self, seconds: float, volume: float, *, has_device: bool) -> None:
        """A frame has passed: make what is wanted, begin it where all is silent, and move each layer on its way."""
        self.volume = volume
        if volume <= 0 or not has_device:
            self.stop()
            return
        if self.season not in self._made:
            self._make()
        elif self._playing != self.season and not any(self._loud.values()):
            self._begin()
        self._fade(seconds)

    def stop(self) -> None:
        """Silence, at once."""
        if self._playing >= 0 and pygame.mixer.get_init() is not None:
            for number in range(len(LAYERS)):
                pygame.mixer.Channel(FIRST_CHANNEL + number).stop()
        self._playing = -1
        self._loud = dict.fromkeys(LAYERS, 0.0)
        self._made.clear()
        self._fresh.clear()

    def _make(self) -> None:
        """Calculate the season beside the game; take it over when it is done."""
        if self.season in self._fresh:
            layers = self._fresh.pop(self.season)
            kept = {
                name: pygame.mixer.Sound(buffer=wave.tobytes()) for name, wave in layers.items()
            }
            self._made = {self.season: kept}
            return
        if self._maker is None or not self._maker.is_alive():
            # Here, not beside the game: two threads must not load the same modules at once.
            import numpy  # noqa: F401 - imported so that it is there

            season = self.season

            def work() -> None:
                self._fresh = {season: samples(season)}

            self._maker = threading.Thread(target=work, daemon=True, name="music")
            self._maker.start()

    def _begin(self) -> None:
        pygame.mixer.set_num_channels(CHANNELS)
        self._loud = dict.fromkeys(LAYERS, 0.0)
        for number, name in enumerate(LAYERS):
            channel = pygame.mixer.Channel(FIRST_CHANNEL + number)
            channel.set_volume(0)
            channel.play(self._made[self.season][name], loops=-1)
        self._playing = self.season

    def _fade(self, seconds: float) -> None:
        if self._playing < 0:
            return
        wanted = MOODS[self.mood] if self._playing == self.season else dict.fromkeys(LAYERS, 0.0)
        for number, name in enumerate(LAYERS):
            now, step = self._loud[name], seconds / FADE
            self._loud[name] = now + max(-step, min(step, wanted[name] - now))
            pygame.mixer.Channel(FIRST_CHANNEL + number).set_volume(self._loud[name] * self.volume)
