"""A monkey at the window: one thing after another that a person, a cat or a child might do.

What it is let loose on is in `test_monkey.py`.
"""

from __future__ import annotations

import random

import pygame

from game.play.kit.keys import DEFAULT_KEYS
from game.play.pilot import Pilot

SIZES = ((960, 540), (1280, 720), (1500, 600), (1000, 1200))
WAYS = {"key": 9, "move": 4, "down": 4, "up": 4, "wheel": 2, "type": 1, "size": 1, "text": 1}
"""What may happen, and how often beside the others."""
LEFT_ALONE = {"f11"}  # a full screen would be another window size


def one_step(pilot: Pilot, luck: random.Random) -> None:
    """Do one thing that a person, a cat or a child might do."""
    keys = [key for held in DEFAULT_KEYS.values() for key in held if key not in LEFT_ALONE]
    width, height = pilot.app.window.size
    where = (luck.randrange(width), luck.randrange(height))
    match luck.choices(tuple(WAYS), tuple(WAYS.values()))[0]:
        case "key":
            pilot.press(luck.choice(keys))
        case "move":
            pygame.event.post(
                pygame.Event(pygame.MOUSEMOTION, pos=where, rel=(0, 0), buttons=(0,) * 3)
            )
        case "down":
            pygame.event.post(
                pygame.Event(pygame.MOUSEBUTTONDOWN, pos=where, button=luck.choice((1, 1, 3)))
            )
        case "up":
            pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=where, button=1))
        case "wheel":
            pilot.app.scene.wheel(where, luck.choice((-3.5, -1, 1, 2)))
        case "type":
            pilot.type(luck.choice(("a", " ", "ä語", "\n", "")))
        case "size":
            pilot.resize(*luck.choice(SIZES))
        case "text":
            size = luck.choice((1.0, 1.3, 2.0))
            changed = pilot.app.settings.model_copy(update={"text_size": size})
            pilot.app.change_settings(changed)
    pilot.frame(1, seconds=luck.choice((0.01, 0.2, 1.0)))
