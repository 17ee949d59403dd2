"""Starting SDL's display, or saying in one sentence that there is none.

What the display can do is found out in `probe.py`; the window itself is in `window.py`.
"""

from __future__ import annotations

import os

import pygame

from game.authoring.words import Words
from game.play.probe import INVISIBLE


class NoDisplayError(Exception):
    """There is nowhere to show a window; the text says so and what to do instead."""


def open_display(words: Words) -> None:
    """Start SDL's display; `NoDisplayError` where it fails or would draw where nobody can see."""
    asked_for = os.environ.get("SDL_VIDEODRIVER", "") or os.environ.get("SDL_VIDEO_DRIVER", "")
    try:
        pygame.display.init()
    except pygame.error as error:
        raise NoDisplayError(words("window.no_display", reason=str(error))) from error
    driver = pygame.display.get_driver()
    if driver in INVISIBLE and driver not in asked_for.split(","):
        pygame.display.quit()
        raise NoDisplayError(
            words("window.no_display", reason=words("window.unseen", driver=driver))
        )
