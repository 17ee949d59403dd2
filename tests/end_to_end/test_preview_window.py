"""The preview in a real window, by the clock on the wall: a save is on the screen within a second."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkout import ROOT

pytestmark = [pytest.mark.window, pytest.mark.benchmark]  # alone, since a clock is read

STORY = """
import sys, time
from pathlib import Path
import pygame
from game.play import launch
from game.play.screens.preview.screen import Preview

file = Path(sys.argv[1])

class Story(Preview):
    frames = saved = 0
    def on_tick(self, seconds):
        self.frames += 1
        if self.frames == 10:
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("title: First Steps", "title: Next Steps"), encoding="utf-8")
            self.saved = time.perf_counter()
        super().on_tick(seconds)
        if self.saved and "Next Steps" in self.scene.heading:
            print(time.perf_counter() - self.saved)
            pygame.event.post(pygame.Event(pygame.QUIT))
            self.saved = 0

launch.Preview = Story
launch.preview(file)
"""


def test_a_save_is_on_the_screen_within_a_second(
    screen: dict[str, str], home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "first-steps.yaml"
    file.write_bytes((ROOT / "scenarios" / file.name).read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", STORY, str(file)],
        cwd=ROOT,
        env={**screen, "LONGRACE_HOME": str(home), "SDL_AUDIODRIVER": "dummy"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert float(done.stdout.splitlines()[-1]) < 1
