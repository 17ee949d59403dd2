"""Small sounds, each a twin of something seen; silent where there is no device or no volume.

The files are made by `assets/sounds/build.py`.
"""

from __future__ import annotations

from pathlib import Path

import pygame

NAMES = ("press", "tick", "choose", "no", "card", "light", "season", "ending")


class Loudspeaker:
    """Plays the sounds of a folder by name; an unknown name or a missing device is silence."""

    def __init__(self, folder: Path, volume: float) -> None:
        self.folder = folder
        self.volume = volume
        self.played: list[str] = []
        self._sounds: dict[str, pygame.mixer.Sound | None] = {}
        self._open = False
        self._tried = False

    def play(self, name: str) -> None:
        """Play a sound now, over whatever else sounds."""
        self.played = [*self.played[-99:], name]
        if self.volume <= 0 or not self._has_device():
            return
        sound = self._sound(name)
        if sound is not None:
            sound.set_volume(self.volume)
            sound.play()

    def close(self) -> None:
        """Let the device go.

        Silence first: `quit` keeps the interpreter to itself, and a sound that ends meanwhile waits for it, for ever.
        """
        if self._tried and self._has_device():
            pygame.mixer.stop()
            pygame.mixer.quit()
            self._open = False

    def is_open(self) -> bool:
        """Whether there is a device; it is opened when it is first asked for."""
        return self._has_device()

    def _has_device(self) -> bool:
        """Whether it was opened and is open still: somebody else may have let it go."""
        if not self._tried:
            self._tried = True
            try:
                # As asked for and no other way: what is calculated has this form and no name for it.
                pygame.mixer.init(
                    frequency=44_100, size=-16, channels=1, buffer=512, allowedchanges=0
                )
                self._open = True
            except (pygame.error, NotImplementedError):
                self._open = False
        return self._open and pygame.mixer.get_init() is not None

    def _sound(self, name: str) -> pygame.mixer.Sound | None:
        if name not in self._sounds:
            path = self.folder / f"{name}.wav"
            self._sounds[name] = pygame.mixer.Sound(path) if path.is_file() else None
        return self._sounds[name]
