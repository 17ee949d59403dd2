"""What this machine lets a window do: which drivers SDL picks for picture and for sound.

Run as a process of its own, it prints its findings as one line of JSON: a broken driver can take
the whole process along, and the one who asks (`game/doctor.py`) must survive that.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

INVISIBLE = frozenset({"dummy", "offscreen"})
"""SDL drivers that draw where nobody can see; SDL falls back on the second without saying so."""


@dataclass(frozen=True)
class Probe:
    """What SDL found; an empty driver means none worked, and then the reason is filled in."""

    is_community_edition: bool = False
    display: str = ""
    display_problem: str = ""
    width: int = 0
    height: int = 0
    sound: str = ""
    sound_problem: str = ""

    @property
    def is_visible(self) -> bool:
        """Whether a window would appear before somebody's eyes."""
        return bool(self.display) and self.display not in INVISIBLE

    @property
    def is_audible(self) -> bool:
        """Whether sound would reach somebody's ears."""
        return bool(self.sound) and self.sound not in {"dummy", "disk"}


def probe() -> Probe:
    """Start SDL's display and sound, one after the other, and say what came of it."""
    import pygame

    display, (width, height), display_problem = _probe_display()
    sound, sound_problem = _probe_sound()
    return Probe(
        is_community_edition=bool(getattr(pygame, "IS_CE", False)),
        display=display,
        display_problem=display_problem,
        width=width,
        height=height,
        sound=sound,
        sound_problem=sound_problem,
    )


def _probe_display() -> tuple[str, tuple[int, int], str]:
    import pygame

    try:
        pygame.display.init()
        return pygame.display.get_driver(), pygame.display.get_desktop_sizes()[0], ""
    except pygame.error as error:
        return "", (0, 0), str(error)


def _probe_sound() -> tuple[str, str]:
    import pygame

    try:
        pygame.mixer.init()
        return pygame.mixer.get_driver(), ""
    except (pygame.error, NotImplementedError) as error:
        return "", str(error)


if __name__ == "__main__":
    import sys

    sys.stdout.write(json.dumps(asdict(probe())) + "\n")
