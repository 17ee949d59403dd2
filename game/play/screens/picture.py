"""The small picture of a game that stands beside its file on the shelf.

When it is taken is decided in `journey.py`; how it is kept, in `game/play/autosave.py`.
"""

from __future__ import annotations

import io

import pygame

from game.play.window import Application

SIZE = (320, 180)


def picture_of(app: Application) -> bytes:
    """What the window shows now, small, as the bytes of a PNG; nothing where the window has gone."""
    try:
        small = pygame.transform.smoothscale(app.window.get_surface(), SIZE)
    except pygame.error:
        return b""
    stream = io.BytesIO()
    pygame.image.save(small, stream, "picture.png")
    return stream.getvalue()
