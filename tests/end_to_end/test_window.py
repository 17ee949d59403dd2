"""The real window on a screen: it opens, follows its size, goes full screen, and closes in peace."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkout import ROOT

pytestmark = pytest.mark.window

STORY = """
import pygame
from game.play.kit import Action
from game.play.window import Application
from tests.play.gallery import Gallery

class Story(Gallery):
    frames = 0
    def on_tick(self, seconds):
        self.frames += 1
        match self.frames:
            case 2: print("opened", *self.app.size); self.app.window.size = (1100, 700)
            case 20: print("resized", *self.app.size); self.app.window.size = (300, 300)
            case 40: print("least", *self.app.size); self.press("f11")
            case 60: print("full", *self.app.size); self.press("f11")
            case 80: print("windowed", *self.app.size); pygame.event.post(pygame.Event(pygame.QUIT))
    def press(self, name):
        event = pygame.Event(pygame.KEYDOWN, key=pygame.key.key_code(name), mod=0, unicode="")
        pygame.event.post(event)
    def on_close(self):
        print("kept")

Application(size=(1200, 680)).run(Story())
"""


def test_the_window_follows_its_size_and_tells_its_screen_when_it_closes(
    screen: dict[str, str], home: Path
) -> None:
    environment = {**screen, "LONGRACE_HOME": str(home), "SDL_AUDIODRIVER": "dummy"}
    done = subprocess.run(
        [sys.executable, "-c", STORY],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "opened 1200 680",
        "resized 1100 700",
        "least 960 540",
        "full 1280 720",
        "windowed 960 540",
        "kept",
    ]
