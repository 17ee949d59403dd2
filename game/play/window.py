"""The application: a window, its frames, a stack of screens, and a clock that can be another's.

What a screen is, is in `screen.py`; what keys and mouse come to, in `inputs.py`; driving it without a
person, in `pilot.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame

from game import paths
from game.authoring.words import Words, WordsError, load_words, system_language
from game.play import access
from game.play.clock import Clock, WallClock
from game.play.display import open_display
from game.play.help import Help
from game.play.inputs import Inputs
from game.play.kit import settings as settings_file
from game.play.kit.dialog import Dialog
from game.play.kit.look import Drawer, Look, fitting_factor
from game.play.kit.music import Music
from game.play.kit.painter import Drawn
from game.play.kit.scene import Scene
from game.play.kit.settings import Settings
from game.play.kit.sound import Loudspeaker
from game.play.screen import Screen
from game.play.speech import Manner, Speaker, find_voice, joined

LEAST_SIZE = (960, 540)
USUAL_SIZE = (1280, 720)
LONGEST_STEP = 0.1
"""Seconds that one frame may pass at most: after a pause of the machine nothing leaps."""


class Application:
    """The window and all that outlives a screen; `NoDisplayError` where nothing can be shown."""

    def __init__(
        self,
        *,
        settings: Settings | None = None,
        settings_path: Path | None = None,
        words: Words | None = None,
        clock: Clock | None = None,
        size: tuple[int, int] = USUAL_SIZE,
    ) -> None:
        self.settings_path = settings_path or settings_file.file()
        loaded, self.damaged = settings_file.load(self.settings_path)
        self.settings = settings or loaded
        self.words = words or _words_of(self.settings)
        open_display(self.words)
        self.clock = clock or WallClock()
        self.window = pygame.Window(
            self.words("window.title"), size, resizable=True, allow_high_dpi=True
        )
        self.window.minimum_size = LEAST_SIZE
        self.screens: list[Screen] = []
        self.spoken: list[str] = []
        self.drawn: list[Drawn] = []
        self.drawer = Drawer(paths.assets())
        self.loudspeaker = Loudspeaker(paths.assets() / "sounds", self.settings.effects_volume)
        self.music = Music()
        self.listeners: list[Callable[[str], None]] = []
        self.speaker = Speaker(find_voice())
        self.help = Help(self)
        self._unsaid: list[str] = []
        self.is_running = False
        self.reader: access.ScreenReader | None = None
        self.inputs = Inputs(self)
        self._last = self.clock.now()
        self._surface = self.window.get_surface()
        self.look = self._new_look()
        if self.settings.full_screen:
            self.window.set_fullscreen(desktop=True)

    # --- screens ------------------------------------------------------------------------------

    @property
    def size(self) -> tuple[int, int]:
        """The window's size in pixels."""
        return self._surface.get_size()

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self.screens[-1]

    @property
    def scene(self) -> Scene:
        """The tree of the screen on top."""
        return self.screen.scene

    @property
    def language(self) -> str:
        """The code of the language that is spoken."""
        return self.settings.language or system_language()

    def below(self, screen: Screen) -> Screen | None:
        """The screen that another lies over, if there is one."""
        at = self.screens.index(screen)
        return self.screens[at - 1] if at else None

    def push(self, screen: Screen) -> None:
        """Show a screen over the others."""
        self.screens.append(screen)
        self._show(screen)

    def pop(self) -> None:
        """Take the screen on top away; without another below, the application ends."""
        self.screens.pop()
        if not self.screens:
            self.is_running = False
            return
        self._show(self.screen)

    def replace(self, screen: Screen) -> None:
        """Show a screen in place of the one on top."""
        self.screens.pop()
        self.push(screen)

    def reset(self, screen: Screen) -> None:
        """Show a screen in place of all."""
        self.screens.clear()
        self.push(screen)

    def _show(self, screen: Screen) -> None:
        scene = screen.attach(self)
        self.say(scene.heading)
        screen.shown()

    # --- running ------------------------------------------------------------------------------

    def run(self, first: Screen) -> None:
        """Show a screen and go on until the window is closed or the last screen is left."""
        self.start(first)
        self.reader = access.attach(self)
        try:
            while self.is_running:
                self.frame()
                self.clock.wait()
        finally:
            self.end()

    def start(self, first: Screen) -> None:
        """Show the first screen, without going on by itself: for the pilot."""
        self.is_running = True
        self.push(first)

    def frame(self) -> None:
        """One frame: what happened, the time that passed, the picture."""
        for event in pygame.event.get():
            self.inputs.take(event)
            if not self.is_running:
                return
        now = self.clock.now()
        seconds, self._last = now - self._last, now
        self.screen.on_tick(min(seconds, LONGEST_STEP))
        if not self.is_running:
            return
        self.scene.tick(seconds)
        self._play_music(seconds)
        self._draw()
        self._speak()
        if self.reader is not None:
            self.reader.frame()

    def _play_music(self, seconds: float) -> None:
        season, mood = self.screen.music() or (self.music.season, "still")
        self.music.tell(season, mood)
        volume = self.settings.music_volume
        self.music.tick(seconds, volume, has_device=volume > 0 and self.loudspeaker.is_open())

    def close(self) -> None:
        """End, as when the window is closed: every open screen keeps what must not be lost."""
        for screen in reversed(self.screens):
            screen.on_close()
        self.is_running = False

    def end(self) -> None:
        """Put the window and the sound away."""
        self.music.stop()
        self.loudspeaker.close()
        self.speaker.close()
        self.window.destroy()
        pygame.display.quit()

    # --- settings -----------------------------------------------------------------------------

    def change_settings(self, settings: Settings) -> None:
        """Use other settings from now on, and keep them; an unwritable folder is only said."""
        before = self.settings
        self.settings = settings
        if settings.language != before.language:
            self.words = _words_of(settings)
            self.window.title = self.words("window.title")
        if settings.full_screen != before.full_screen:
            self._set_full_screen(settings.full_screen)
        self.loudspeaker.volume = settings.effects_volume
        self._relook()
        if settings.speech != before.speech:
            self._speech_switched()
        try:
            settings_file.save(settings, self.settings_path)
        except OSError as error:
            self.say(self.words("window.not_saved", reason=error.strerror or str(error)))

    def _set_full_screen(self, full: bool) -> None:
        if full:
            self.window.set_fullscreen(desktop=True)
        else:
            self.window.set_windowed()

    def _new_look(self) -> Look:
        keys = self.settings.key_table
        return Look(
            drawer=self.drawer,
            words=self.words,
            factor=fitting_factor(self.size) * self.settings.interface_size,
            text_scale=self.settings.text_scale,
            theme=self.settings.theme,
            reduced_motion=self.settings.reduced_motion,
            projector=self.settings.projector,
            key_label=lambda action: keys.label(action, self.words),
        )

    def _relook(self) -> None:
        look = self._new_look()
        if (look.factor, look.text_scale) != (self.look.factor, self.look.text_scale):
            self.drawer.clear()
        self.look = look
        for screen in self.screens:
            screen.scene.resize(self.help.look_of(screen, look), self.size)

    # --- speech -------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """Speak: kept in `spoken`, and handed to every listener."""
        if text:
            self.spoken.append(text)
            del self.spoken[:-2_000]
            self._unsaid.append(text)
            for listener in self.listeners:
                listener(text)

    def _speak(self) -> None:
        """Say aloud what was said in this frame, where the player wants to hear it."""
        unsaid, self._unsaid = self._unsaid, []
        if unsaid and self.settings.speech:
            self.speaker.say(joined(unsaid), self._manner())

    def _manner(self) -> Manner:
        return Manner(self.language, self.settings.speech_rate, self.settings.speech_volume)

    def _speech_switched(self) -> None:
        """The voice says that it is on, or falls silent; where there is none, a remark says so."""
        self.screen.refresh()
        if not self.settings.speech:
            self.speaker.say("", self._manner())
        elif self.speaker.voice is None:
            about = self.scene.focus or self.scene.root
            self.scene.remark(about, self.words("window.no_voice"))
            self.say(self.words("window.no_voice"))
        else:
            self.say(self.words("window.voice_on"))

    def open(self, dialog: Dialog) -> None:
        """Put a dialog over the screen on top."""
        self.scene.open(dialog)

    def catch_key(self, caught: Callable[[str], None]) -> None:
        """Give the name of the next key pressed to someone, instead of doing what it calls (`inputs.py`)."""
        self.inputs.catch_key(caught)

    # --- the picture --------------------------------------------------------------------------

    def resized(self) -> None:
        """The window has another size."""
        self._surface = self.window.get_surface()
        self._relook()

    def _draw(self) -> None:
        self.inputs.listen_to_writing()
        parts = self.scene.paint(self._surface)
        self.drawn = self.scene.drawn
        if parts:
            self.window.flip()


def _words_of(settings: Settings) -> Words:
    """The words that the settings ask for; English where the language asked for is not (any more) there."""
    try:
        return load_words(settings.language or system_language())
    except WordsError:
        return load_words()
